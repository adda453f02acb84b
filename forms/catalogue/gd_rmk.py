"""The officer in charge's remark on a diary entry (duty a-1 of the role-duties letter)."""

import datetime as dt

from forms.kit.fields import Date, LongText, Need, Reference
from forms.kit.form import Correction, Form, Paper, Section
from forms.kit.letter import Letter
from forms.kit.words import Words


def sample(now: dt.datetime) -> Letter:
    """A fictional remark."""
    return {
        "remark": "रपट देखी गयी। गश्त पार्टी वापसी पर बीट सूचना दर्ज कराये। (नमूना)",
        "direction": "बीट सूचना दर्ज हो",
        "compliance_due": (now + dt.timedelta(days=2)).strftime("%Y-%m-%d"),
    }


FORM = Form(
    code="gd_rmk",
    version=1,
    title=Words("जनरल डायरी पर टिप्पणी", "Remark on the General Diary"),
    short=Words("जी0डी0 टिप्पणी", "GD remark"),
    sections=(
        Section(
            "remark",
            Words("टिप्पणी", "Remark"),
            (
                Reference("gd_ref", Words("रपट", "Entry"), form="gd", fixed=True),
                LongText("remark", Words("टिप्पणी", "Remark"), need=Need.MUST, most=5000),
                LongText("direction", Words("निर्देश", "Direction"), most=2000),
                Date("compliance_due", Words("अनुपालन कब तक", "Comply by"), future=True),
            ),
        ),
    ),
    law=Words(
        "धारा 44 पुलिस अधिनियम 1861",
        "Section 44 Police Act 1861",
    ),
    role="sho",
    duty=("a-1",),
    parent="gd",
    parent_must=True,
    papers=(Paper("form", Words("टिप्पणी", "Remark"), ""),),
    correction=Correction.NEW_ENTRY,
    line=lambda letter: str(letter.get("remark", "")).split("\n")[0][:90],
    sample=sample,
)
