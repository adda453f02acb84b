"""A piece of work that no other form stands for (duties a-8, b-18, d-26); no law, a record of work."""

import datetime as dt

from forms.kit.fields import Choice, Line, LongText, Need, Number
from forms.kit.form import Form, Numbered, Paper, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.work import WORK_STATUS, due_and_status, enclosures, in_time

KIND = Fixed(
    "TASK_KIND",
    (
        ("RPT", Words("मांगी गयी रिपोर्ट", "Report called for")),
        ("DRIVE", Words("अभियान", "Drive")),
        ("QMAIL", Words("Qmail", "Qmail")),
        ("HELP", Words("समस्या निराकरण / प्रशिक्षण", "Help or training")),
        ("ASSET", Words("CCTNS उपकरण", "CCTNS equipment")),
        ("CCTV", Words("CCTV", "CCTV")),
        ("USER", Words("यूजर आई0डी0", "User ID")),
        ("TASK", Words("अन्य कार्य", "Other work")),
        ("DQ", Words("डाटा गुणवत्ता", "Data quality")),
    ),
)

WORK = Section(
    "work",
    Words("कार्य", "Work"),
    (
        Line("title", Words("विषय", "Subject"), need=Need.MUST),
        Choice("kind", Words("प्रकार", "Kind"), choices=KIND, need=Need.EXPECTED),
        Line("from_office", Words("किससे प्राप्त", "Given by")),
        Line("letter_no", Words("पत्र सं0 / दिनांक", "Letter, number and date"), most=80),
        officer("assignee", Words("किसे", "Given to"), need=Need.EXPECTED),
        LongText("instruction", Words("निर्देश", "Instruction"), most=5000),
    ),
)

STATE = Section(
    "state",
    Words("प्रगति", "Progress"),
    (
        *due_and_status(due=Need.OPTIONAL),
        Number("progress", Words("प्रगति", "Progress"), least=0, most=100, unit=Words("%", "%")),
        LongText("remark", Words("टिप्पणी", "Remark"), most=5000),
        enclosures(),
    ),
)


def line(letter: Letter) -> str:
    """Subject and state."""
    status = WORK_STATUS.words_of(str(letter.get("status")))
    return f"{letter.get('title', '')} · {status.hi if status else 'लम्बित'}"


def sample(now: dt.datetime) -> Letter:
    """A fictional task."""
    return {
        "title": "थाना परिसर के अभिलेखों की सूची (नमूना)",
        "kind": "TASK",
        "from_office": "क्षेत्राधिकारी कार्यालय (नमूना)",
        "letter_no": "नमूना-15",
        "assignee": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
        "instruction": "सूची तैयार कर प्रस्तुत करें।",
        "due_on": (now + dt.timedelta(days=4)).strftime("%Y-%m-%d"),
        "status": "RUNNING",
        "progress": 40,
        "remark": "दो कक्षों की सूची पूर्ण। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="task",
    version=1,
    title=Words("अन्य कार्य", "Other work"),
    short=Words("कार्य", "Task"),
    sections=(WORK, STATE),
    role="sho",
    duty=("a-8", "b-18", "d-26"),
    rules=(in_time(),),
    numbered=(Numbered("task"),),
    papers=(Paper("form", Words("कार्य पत्रक", "Task sheet"), ""),),
    line=line,
    occurred="due_on",
    sample=sample,
)
