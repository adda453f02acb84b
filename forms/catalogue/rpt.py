"""A report that seniors call for, and its dispatch (duty b-13); no law, a record of work."""

import datetime as dt

from forms.kit.condition import Filled
from forms.kit.fields import Attachment, Choice, Date, DateTime, Line, LongText, Need
from forms.kit.form import Form, Numbered, Paper, Section
from forms.kit.letter import Letter
from forms.kit.problem import Weight
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.work import DONE, WORK_STATUS, due_and_status, enclosures, in_time

RETURN = Fixed(
    "RETURN_KIND",
    (
        (
            "MISSING_FORTNIGHT",
            Words("पाक्षिक अज्ञात शव / गुमशुदा विवरण", "Fortnightly bodies and missing"),
        ),
        ("NCR_FORTNIGHT", Words("पाक्षिक एन0सी0आर0 सूची (174)", "Fortnightly list of NCRs (174)")),
        ("DAILY_CRIME", Words("दैनिक अपराध / गिरफ्तारी", "Daily crime and arrests")),
        ("MONTHLY_HEADS", Words("मासिक अपराध शीर्षक", "Monthly crime heads")),
        ("SPECIAL", Words("विशेष मांगी गयी रिपोर्ट", "Report called for once")),
    ),
)
MODE = Fixed(
    "REPORT_MODE",
    (
        ("QMAIL", Words("Qmail", "Qmail")),
        ("CUG", Words("सी0यू0जी0", "CUG phone")),
        ("DAK", Words("डाक", "Dak")),
    ),
)

CALL = Section(
    "call",
    Words("रिपोर्ट की मांग", "Report called for"),
    (
        Choice("kind", Words("रिपोर्ट", "Report"), choices=RETURN, need=Need.EXPECTED),
        Line("called_by", Words("किसके द्वारा मांगी गयी", "Called for by"), need=Need.EXPECTED),
        Line("subject", Words("विषय", "Subject"), need=Need.MUST),
        Line("letter_no", Words("पत्र सं0 / दिनांक", "Letter, number and date"), most=80),
        Date("period_from", Words("अवधि से", "Period from")),
        Date("period_to", Words("अवधि तक", "Period to"), future=True),
        Attachment("layout", Words("प्रारूप", "Layout to be filled"), printed=False),
        officer("assignee", Words("किसे", "Given to")),
    ),
)

DISPATCH = Section(
    "dispatch",
    Words("प्रेषण", "Dispatch"),
    (
        *due_and_status(),
        DateTime("sent_at", Words("प्रेषण दिनांक व समय", "Sent at"), need_when=DONE),
        Choice("mode", Words("माध्यम", "By"), choices=MODE, need_when=Filled("sent_at")),
        Line("sent_to", Words("किसे प्रेषित", "Sent to")),
        LongText("report", Words("आख्या", "Report"), most=50_000),
        enclosures("copy", Words("भेजी गयी प्रति", "Copy of what was sent")),
    ),
)


def line(letter: Letter) -> str:
    """Subject and state."""
    status = WORK_STATUS.words_of(str(letter.get("status")))
    return f"{letter.get('subject', '')} · {status.hi if status else 'लम्बित'}"


def sample(now: dt.datetime) -> Letter:
    """A fictional fortnightly return."""

    def days(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "kind": "MISSING_FORTNIGHT",
        "called_by": "पुलिस अधीक्षक कार्यालय (नमूना)",
        "subject": "गुमशुदा व अज्ञात शव का पाक्षिक विवरण (नमूना)",
        "letter_no": "नमूना-21",
        "period_from": days(17)[:10],
        "period_to": days(3)[:10],
        "assignee": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
        "due_on": now.strftime("%Y-%m-%d"),
        "status": "DONE",
        "done_at": days(1),
        "sent_at": days(1),
        "mode": "QMAIL",
        "sent_to": "डी0सी0आर0बी0 (नमूना)",
        "report": "अवधि में गुमशुदा 1, बरामद 1, अज्ञात शव 0। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="rpt",
    version=1,
    title=Words("उच्च स्तर से मांगी गयी रिपोर्ट", "Report called for by seniors"),
    short=Words("मांगी गयी रिपोर्ट", "Report"),
    sections=(CALL, DISPATCH),
    role="moharir",
    duty=("b-13",),
    rules=(
        in_order(
            "period_from",
            "period_to",
            "अवधि समाप्त होने की तिथि प्रारम्भ से पहले की है। तिथि ठीक करें।",
            "The period ends before it begins. Please put the dates right.",
        ),
        in_order(
            "period_to",
            "sent_at",
            "रिपोर्ट अवधि पूर्ण होने से पहले भेजी गयी है। तिथि ठीक करें, या कारण लिखें।",
            "The report was sent before its period was over. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
        in_time("sent_at"),
    ),
    numbered=(Numbered("dak_out"),),
    papers=(
        Paper(
            "form",
            Words("आख्या", "Report"),
            "",
            copies=(
                Words("मांगने वाले कार्यालय की प्रति", "Calling office's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="due_on",
    sample=sample,
)
