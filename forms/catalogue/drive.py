"""A time-bound drive: its target, and how much of it is done (duty d-24); no law, a record of work."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import Date, Group, Line, LongText, Need, Number, Rows
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import in_order, moment_of
from forms.parts.officer import officer
from forms.parts.spoken import day_said, text_said
from forms.parts.work import due_and_status, enclosures, in_time

DRIVE = Section(
    "drive",
    Words("अभियान", "Drive"),
    (
        Line("name", Words("अभियान का नाम", "Name of the drive"), need=Need.MUST),
        Line("called_by", Words("किसके आदेश से", "Ordered by")),
        Line("letter_no", Words("पत्र सं0 / दिनांक", "Letter, number and date"), most=80),
        Date("from_on", Words("प्रारम्भ", "From"), future=True, need=Need.EXPECTED),
        Date("to_on", Words("समाप्ति", "To"), future=True, need=Need.EXPECTED),
        officer("in_charge", Words("प्रभारी कर्मी", "Officer in charge of it")),
        Number("target", Words("लक्ष्य", "Target"), least=0, most=10_000_000, need=Need.EXPECTED),
        Line(
            "unit",
            Words("किसका (प्रविष्टि, अभियुक्त, वारण्ट …)", "Of what (entries, warrants …)"),
            most=60,
        ),
    ),
)

PROGRESS = Section(
    "progress",
    Words("प्रगति", "Progress"),
    (
        Rows(
            "days",
            Words("दैनिक प्रगति", "Progress by day"),
            row=Group(
                "day",
                Words("दिन", "Day"),
                parts=(
                    Date("on", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Number(
                        "count", Words("पूर्ण", "Done"), least=0, most=10_000_000, need=Need.EXPECTED
                    ),
                    Line("remark", Words("टिप्पणी", "Remark")),
                ),
            ),
        ),
        Number("done", Words("कुल पूर्ण", "Done in all"), least=0, fixed=True),
        Number("percent", Words("प्रतिशत", "Per cent"), least=0, unit=Words("%", "%"), fixed=True),
        *due_and_status(due=Need.OPTIONAL),
        LongText("remark", Words("टिप्पणी", "Remark"), most=5000),
        enclosures(),
    ),
)


def within_the_drive(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Progress outside the drive's days is counted only with the reason."""
    start, end = (moment_of(letter.get(key))[:10] for key in ("from_on", "to_on"))
    for number, row in enumerate(rows(letter, "days")):
        day = moment_of(row.get("on"))[:10]
        if day and ((start and day < start) or (end and day > end)):
            yield Problem(
                ("days", number, "on"),
                "drive.outside",
                Words(
                    f"{day_said(day)} अभियान की अवधि से बाहर है। तिथि ठीक करें, या कारण लिखें।",
                    f"{day_said(day)} is outside the drive. Put the date right, or write the reason.",
                ),
                Weight.REASON,
            )


def short_of_the_target(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A drive that is called done below its target says why."""
    target, done = letter.get("target"), letter.get("done")
    if (
        letter.get("status") == "DONE"
        and type(target) is int
        and (done if type(done) is int else 0) < target
    ):
        yield Problem(
            ("status",),
            "drive.short",
            Words(
                f"लक्ष्य {target} के विरुद्ध {done or 0} ही पूर्ण है। प्रगति जोड़ें, या कारण लिखें।",
                f"Only {done or 0} of the target {target} is done. Add the progress, or write the reason.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Add up the days, and reckon the share of the target."""
    counts = [row["count"] for row in rows(letter, "days") if type(row.get("count")) is int]
    letter.pop("done", None)
    letter.pop("percent", None)
    if counts:
        letter["done"] = sum(counts)
        target = letter.get("target")
        if type(target) is int and target > 0:
            letter["percent"] = sum(counts) * 100 // target


def sample(now: dt.datetime) -> Letter:
    """A fictional drive to feed old entries."""

    def days(count: int) -> str:
        return (now + dt.timedelta(days=count)).strftime("%Y-%m-%d")

    return {
        "name": "पुराने वारण्ट की फीडिंग (नमूना अभियान)",
        "called_by": "पुलिस अधीक्षक कार्यालय (नमूना)",
        "letter_no": "नमूना-44",
        "from_on": days(-4),
        "to_on": days(6),
        "in_charge": {"name": "नमूना आपरेटर", "rank": "OPERATOR_A", "pno": "000000005"},
        "target": 120,
        "unit": "वारण्ट",
        "days": [{"on": days(-3), "count": 20}, {"on": days(-1), "count": 25, "remark": "नमूना"}],
        "due_on": days(6),
        "status": "RUNNING",
        "remark": "प्रतिदिन प्रगति अंकित की जा रही है। (काल्पनिक नमूना)",
    }


FORM = Form(
    code="drive",
    version=1,
    title=Words("समयबद्ध अभियान", "Time-bound drive"),
    short=Words("अभियान", "Drive"),
    sections=(DRIVE, PROGRESS),
    role="operator",
    duty=("d-24",),
    rules=(
        in_order(
            "from_on",
            "to_on",
            "अभियान की समाप्ति प्रारम्भ से पहले की है। तिथि ठीक करें।",
            "The drive ends before it begins. Please put the dates right.",
        ),
        Rule("drive.outside", within_the_drive),
        Rule("drive.short", short_of_the_target),
        in_time(),
    ),
    papers=(Paper("form", Words("अभियान प्रगति आख्या", "Progress of a drive"), ""),),
    line=lambda letter: f"{text_said(letter.get('name'))} · {letter.get('percent', 0)}%",
    occurred="from_on",
    prepare=prepare,
    sample=sample,
)
