"""Din sin (डिन सिन): named in duty d-7 of the letter alone; a plain record until its meaning is confirmed."""

import datetime as dt

from forms.kit.fields import Date, Index, Line, LongText, Need, Reference
from forms.kit.form import Form, Numbered, Paper, Section, Trust
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.person import persons
from forms.parts.place import address
from forms.parts.record_rows import files


def sample(now: dt.datetime) -> Letter:
    """Fictional answers."""
    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "dt": now.strftime("%Y-%m-%d"),
        "subject": "नमूना विषय",
        "persons": [
            {
                "name": "नमूना राम",
                "relation_type": "FATHER",
                "relative_name": "उदाहरण लाल",
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "place": where,
        "brief": "यह काल्पनिक नमूना विवरण है।",
        "action": "नमूना कार्यवाही",
    }


FORM = Form(
    code="din_sin",
    version=1,
    title=Words("डिन सिन (पुष्टि शेष)", "Din sin (to be confirmed)"),
    short=Words("डिन सिन", "Din sin"),
    sections=(
        Section(
            "record",
            Words("विवरण", "Particulars"),
            (
                Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                Reference("gd_ref", Words("रोजनामचा संदर्भ", "General Diary reference"), form="gd"),
                Line("subject", Words("विषय", "Subject"), need=Need.MUST, index=Index.TEXT),
                persons("persons", Words("व्यक्ति", "Persons")),
                address("place", Words("स्थान", "Place")),
                LongText("brief", Words("विवरण", "Particulars"), need=Need.EXPECTED),
                LongText("action", Words("कार्यवाही", "Action"), most=5000),
                files("files", Words("संलग्नक", "Files")),
            ),
        ),
    ),
    role="operator",
    duty=("d-7",),
    trust=Trust.TO_CONFIRM,
    numbered=(Numbered("din_sin"),),
    papers=(Paper("form", Words("डिन सिन (पुष्टि शेष)", "Din sin (to be confirmed)"), ""),),
    line=lambda letter: str(letter.get("subject") or "").split("\n")[0][:120],
    occurred="dt",
    sample=sample,
)
