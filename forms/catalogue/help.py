"""Help with a problem of the staff, or their training (duty d-19); no law, a record of work."""

import datetime as dt

from forms.kit.condition import Is
from forms.kit.fields import Choice, DateTime, Line, LongText, Need, Number
from forms.kit.form import Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.equipment import DEVICE, done_means_restored, fault_fields, fill_downtime
from forms.parts.lists import Fixed
from forms.parts.officer import officer, officers
from forms.parts.spoken import name_said, text_said
from forms.parts.work import due_and_status, enclosures, in_time

KIND = Fixed(
    "HELP_KIND",
    (
        ("PROBLEM", Words("समस्या निराकरण", "Problem")),
        ("TRAINING", Words("प्रशिक्षण", "Training")),
    ),
)
_PROBLEM, _TRAINING = Is("kind", "PROBLEM"), Is("kind", "TRAINING")

ASKED = Section(
    "asked",
    Words("सहायता", "Help"),
    (
        Choice("kind", Words("प्रकार", "Kind"), choices=KIND, need=Need.MUST),
        Line("subject", Words("विषय", "Subject"), need=Need.MUST),
        officer("asked_by", Words("किसने बताया", "Told by")),
        DateTime("asked_at", Words("कब बताया", "Told at"), need=Need.EXPECTED),
    ),
)

PROBLEM = Section(
    "problem",
    Words("समस्या", "Problem"),
    (
        Choice("device", Words("उपकरण / साफ्टवेयर", "Device or software"), choices=DEVICE),
        Line("serial", Words("क्रम सं0", "Serial no."), most=60),
        *fault_fields(),
        LongText("solution", Words("निराकरण", "Solution"), most=5000),
    ),
    shown_when=_PROBLEM,
)

TRAINING = Section(
    "training",
    Words("प्रशिक्षण", "Training"),
    (
        DateTime(
            "held_at", Words("प्रशिक्षण दिनांक व समय", "Held at"), future=True, need=Need.EXPECTED
        ),
        Number(
            "minutes", Words("अवधि", "Length"), least=0, most=10_000, unit=Words("मिनट", "minutes")
        ),
        officer("trainer", Words("प्रशिक्षक", "Trainer")),
        officers("trained", Words("प्रशिक्षित कर्मी", "Staff trained"), need=Need.EXPECTED),
        Line("result", Words("परिणाम", "Result"), most=300),
    ),
    shown_when=_TRAINING,
)

STATE = Section(
    "state",
    Words("स्थिति", "State"),
    (
        *due_and_status(due=Need.OPTIONAL),
        LongText("remark", Words("टिप्पणी", "Remark"), most=3000),
        enclosures(),
    ),
)


def line(letter: Letter) -> str:
    """Kind, subject and who asked."""
    kind = KIND.words_of(str(letter.get("kind")))
    parts = (
        kind.hi if kind else "सहायता",
        text_said(letter.get("subject")),
        name_said(letter.get("asked_by"), ""),
    )
    return " · ".join(part for part in parts if part)


def sample(now: dt.datetime) -> Letter:
    """A fictional problem with the network."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "kind": "PROBLEM",
        "subject": "वी0पी0एन0 नहीं जुड़ रहा (नमूना)",
        "asked_by": {"name": "हे0का0 नमूना लाल", "rank": "HEAD_CONSTABLE", "pno": "000000004"},
        "asked_at": hours(30),
        "device": "NETWORK",
        "serial": "SAMPLE-0002",
        "fault": "वी0पी0एन0 का पासवर्ड समाप्त (नमूना)",
        "since": hours(31),
        "ticket_no": "HD-SAMPLE-79",
        "restored_at": hours(4),
        "solution": "हेल्पडेस्क से पासवर्ड बदलवाया गया। (काल्पनिक नमूना)",
        "due_on": now.strftime("%Y-%m-%d"),
        "status": "DONE",
        "done_at": hours(4),
    }


FORM = Form(
    code="help",
    version=1,
    title=Words("समस्या निराकरण व प्रशिक्षण", "Help and training of staff"),
    short=Words("सहायता", "Help"),
    sections=(ASKED, PROBLEM, TRAINING, STATE),
    role="operator",
    duty=("d-19",),
    rules=(
        in_order(
            "since",
            "restored_at",
            "ठीक होने का समय खराबी से पहले का है। दिनांक व समय ठीक करें।",
            "It was restored before it failed. Please put date and time right.",
        ),
        Rule("fault.open", done_means_restored),
        in_time("restored_at"),
    ),
    papers=(Paper("form", Words("सहायता पत्रक", "Help sheet"), ""),),
    line=line,
    occurred="asked_at",
    prepare=lambda letter, facts: fill_downtime(letter),
    sample=sample,
)
