"""The day's watch over pending citizen service requests (duty b-15); no law, a record of work."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Number,
    Rows,
)
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import moment_of
from forms.parts.lists import Fixed
from forms.parts.work import due_and_status, in_time

SERVICE_STATE = Fixed(
    "SERVICE_STATE",
    (
        ("NEW", Words("नया", "New")),
        ("WITH_EO", Words("जाँच अधिकारी के पास", "With the enquiry officer")),
        ("REPORTED", Words("आख्या प्राप्त", "Report received")),
        ("FORWARDED", Words("अग्रसारित", "Forwarded")),
        ("CLOSED", Words("निस्तारित", "Disposed")),
    ),
)
_SETTLED = ("FORWARDED", "CLOSED")

WATCH = Section(
    "watch",
    Words("पोर्टल की स्थिति", "State of the portal"),
    (
        DateTime("checked_at", Words("कब देखा गया", "Checked at"), need=Need.MUST),
        Rows(
            "requests",
            Words("आवेदन", "Requests"),
            row=Group(
                "request",
                Words("आवेदन", "Request"),
                gist=("request_no", "service", "state"),
                parts=(
                    Line(
                        "request_no",
                        Words("आवेदन सं0", "Request number"),
                        most=60,
                        need=Need.EXPECTED,
                        index=Index.NUMBER,
                    ),
                    Line("service", Words("सेवा", "Service"), need=Need.EXPECTED),
                    Date("received_on", Words("प्राप्ति", "Received on")),
                    Date("due_on", Words("नियत तिथि", "Due on"), future=True),
                    Line("eo", Words("जाँच अधिकारी", "Enquiry officer")),
                    Choice(
                        "state",
                        Words("स्थिति", "State"),
                        choices=SERVICE_STATE,
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
        Number("pending", Words("लम्बित", "Pending"), least=0, fixed=True),
        Number(
            "late",
            Words("नियत तिथि के बाद लम्बित", "Pending after the due date"),
            least=0,
            fixed=True,
        ),
        LongText("remark", Words("टिप्पणी / कार्यवाही", "Remark and action"), most=5000),
    ),
)

STATE = Section("state", Words("कार्यवाही की स्थिति", "State of the work"), due_and_status())


def _pending(letter: Letter) -> list[str]:
    """The due dates of what is not forwarded yet; '' where none is written."""
    return [
        moment_of(row.get("due_on"))[:10]
        for row in rows(letter, "requests")
        if row.get("state") not in _SETTLED
    ]


def late_requests(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Requests past their date are named to the officer in charge: what is done about them."""
    today = facts.now.date().isoformat()
    late = sum(1 for due in _pending(letter) if due and due < today)
    if late and not letter.get("remark"):
        yield Problem(
            ("remark",),
            "cs.late",
            Words(
                f"{late} आवेदन नियत तिथि के बाद भी लम्बित हैं। की गयी कार्यवाही लिखें।",
                f"{late} requests are pending after their due date. Write what is done about them.",
            ),
            Weight.GAP,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Count what is pending, and what of it is late."""
    due, today = _pending(letter), facts.now.date().isoformat()
    letter.pop("pending", None)
    letter.pop("late", None)
    if any(True for _ in rows(letter, "requests")):
        letter["pending"] = len(due)
        letter["late"] = sum(1 for one in due if one and one < today)


def sample(now: dt.datetime) -> Letter:
    """A fictional morning check."""

    def days(count: int) -> str:
        return (now + dt.timedelta(days=count)).strftime("%Y-%m-%d")

    return {
        "checked_at": (now - dt.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"),
        "requests": [
            {
                "request_no": "नमूना/2026/000456",
                "service": "किरायेदार सत्यापन",
                "received_on": days(-5),
                "due_on": days(10),
                "eo": "उ0नि0 नमूना सिंह",
                "state": "WITH_EO",
            },
            {
                "request_no": "नमूना/2026/000457",
                "service": "चरित्र प्रमाण पत्र",
                "received_on": days(-12),
                "due_on": days(-1),
                "eo": "उ0नि0 उदाहरण कुमार",
                "state": "FORWARDED",
            },
        ],
        "remark": "जाँच अधिकारी को स्मरण कराया गया। (काल्पनिक नमूना)",
        "due_on": days(1),
        "status": "RUNNING",
    }


FORM = Form(
    code="cs_mon",
    version=1,
    title=Words("नागरिक सेवाओं की निगरानी", "Watching citizen services"),
    short=Words("नागरिक सेवा निगरानी", "Citizen services"),
    sections=(WATCH, STATE),
    role="moharir",
    duty=("b-15",),
    rules=(Rule("cs.late", late_requests), in_time()),
    papers=(Paper("form", Words("नागरिक सेवा स्थिति पत्रक", "Citizen services sheet"), ""),),
    line=lambda letter: (
        f"लम्बित {letter.get('pending', 0)}, नियत तिथि के बाद {letter.get('late', 0)}"
    ),
    occurred="checked_at",
    prepare=prepare,
    sample=sample,
)
