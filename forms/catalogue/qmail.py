"""A letter seen in Qmail, and its answer (duty b-14); a log of work, Qmail itself stays outside."""

import datetime as dt

from forms.kit.condition import Is
from forms.kit.fields import DateTime, Index, Line, LongText, Need, Reference, YesNo
from forms.kit.form import Form, Numbered, Paper, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.officer import officer
from forms.parts.work import due_and_status, enclosures, in_time

_REPLY = Is("needs_reply", True)

SEEN = Section(
    "seen",
    Words("प्राप्त Qmail", "Qmail received"),
    (
        DateTime("seen_at", Words("कब देखा गया", "Seen at"), need=Need.MUST),
        Line("sender", Words("प्रेषक", "From"), need=Need.EXPECTED),
        Line("subject", Words("विषय", "Subject"), need=Need.MUST, index=Index.TEXT),
        Line(
            "letter_no",
            Words("पत्र सं0 / दिनांक", "Letter, number and date"),
            most=80,
            index=Index.NUMBER,
        ),
        officer("marked_to", Words("किसे अंकित", "Marked to")),
        YesNo("needs_reply", Words("उत्तर देना है?", "Reply needed?"), need=Need.EXPECTED),
        enclosures(),
    ),
)

REPLY = Section(
    "reply",
    Words("उत्तर", "Reply"),
    (
        *due_and_status(),
        DateTime("reply_at", Words("उत्तर भेजा गया", "Reply sent at")),
        Reference("task_ref", Words("सम्बन्धित कार्य / रिपोर्ट", "Task or report"), printed=False),
        LongText("remark", Words("टिप्पणी", "Remark"), most=5000),
    ),
    shown_when=_REPLY,
)


def line(letter: Letter) -> str:
    """Subject and sender."""
    return f"{letter.get('subject', '')} · {letter.get('sender', '')}"


def sample(now: dt.datetime) -> Letter:
    """A fictional Qmail that waits for its answer."""
    return {
        "seen_at": (now - dt.timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M"),
        "sender": "क्षेत्राधिकारी कार्यालय (नमूना)",
        "subject": "लम्बित विवेचनाओं की सूची (नमूना)",
        "letter_no": "नमूना-33",
        "marked_to": {"name": "हे0का0 नमूना लाल", "rank": "HEAD_CONSTABLE", "pno": "000000004"},
        "needs_reply": True,
        "due_on": (now + dt.timedelta(days=2)).strftime("%Y-%m-%d"),
        "status": "RUNNING",
        "remark": "सूची तैयार की जा रही है। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="qmail",
    version=1,
    title=Words("Qmail देखना", "Checking Qmail"),
    short=Words("Qmail", "Qmail"),
    sections=(SEEN, REPLY),
    role="moharir",
    duty=("b-14",),
    rules=(
        in_order(
            "seen_at",
            "reply_at",
            "उत्तर Qmail देखने से पहले का है। दिनांक व समय ठीक करें।",
            "The reply is before the mail was seen. Please put date and time right.",
        ),
        in_time("reply_at"),
    ),
    numbered=(Numbered("dak_in"),),
    papers=(Paper("form", Words("Qmail विवरण", "Qmail log entry"), ""),),
    line=line,
    occurred="seen_at",
    sample=sample,
)
