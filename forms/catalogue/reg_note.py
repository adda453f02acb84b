"""What the desk writes by hand beside a record in a register's own column (duty b-16)."""

import datetime as dt

from forms.kit.fields import Choice, Line, Need, Reference
from forms.kit.form import Form, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.columns import KEPT_COLUMNS

NOTE = Section(
    "note",
    Words("रजिस्टर का स्तम्भ", "Column of a register"),
    (
        Reference(
            "record",
            Words("अभिलेख", "Record"),
            need=Need.MUST,
            help=Words(
                "जिस अभिलेख के सामने लिखना है उसे F4 से चुनें।",
                "Choose with F4 the record beside which you write.",
            ),
        ),
        Choice("column", Words("स्तम्भ", "Column"), choices=KEPT_COLUMNS, need=Need.MUST),
        Line(
            "text",
            Words("क्या लिखना है", "What to write"),
            need=Need.MUST,
            most=300,
            help=Words(
                "रजिस्टर की हर छपाई में अब से यही आयेगा। बदलना हो तो इसी प्रविष्टि में संशोधन करें।",
                "It stands in every print of the register from now on. To change it, correct this entry.",
            ),
        ),
    ),
)


def line(letter: Letter) -> str:
    """The column and what stands there."""
    column = KEPT_COLUMNS.words_of(str(letter.get("column") or ""))
    return f"{column.hi if column else ''}: {letter.get('text', '')}"


def sample(now: dt.datetime) -> Letter:
    """A fictional note."""
    return {
        "record": {
            "record_id": "00000000-0000-7000-8000-000000000001",
            "form": "iif_4",
            "number": "1",
            "title": "नमूना जब्ती",
        },
        "column": "PLACE",
        "text": "आलमारी 2, खाना 3 (काल्पनिक नमूना)",
    }


FORM = Form(
    code="reg_note",
    version=1,
    title=Words("हस्तलिखित स्तम्भ", "Column written by hand"),
    short=Words("स्तम्भ", "Column"),
    sections=(NOTE,),
    role="moharir",
    duty=("b-16",),
    line=line,
    sample=sample,
)
