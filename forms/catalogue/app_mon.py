"""The officer in charge's check of the UPCOP and PMS apps (duty a-6); no law, a record of work."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled
from forms.kit.fields import Date, DateTime, Decimal, Line, LongText, Need, Number
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import moment_of
from forms.parts.spoken import day_said, text_said
from forms.parts.work import due_and_status, in_time

_MONTH = r"(0[1-9]|1[0-2])-20[0-9]{2}"
_NOTE_DAY, _INSPECTION_DAY, _QUARTERS = 5, 15, (1, 4, 7, 10)
_SIGN_DAYS = 3

UPCOP = Section(
    "upcop",
    Words("यूपीकॉप", "UPCOP"),
    (
        DateTime("checked_at", Words("कब देखा गया", "Checked at"), need=Need.MUST),
        Number(
            "efir_pending",
            Words("हस्ताक्षर हेतु लम्बित ई-एफ0आई0आर0", "e-FIRs waiting for signature"),
            least=0,
            most=100_000,
            need=Need.EXPECTED,
        ),
        DateTime(
            "efir_oldest_at",
            Words("सबसे पुरानी की प्राप्ति", "Oldest of them received at"),
            help=Words(
                "इलेक्ट्रॉनिक सूचना 3 दिन में हस्ताक्षर होने पर ही अभिलेख पर ली जाती है।",
                "Electronic information goes on record only when signed within three days.",
            ),
            source="173(1)(ii) BNSS",
        ),
        Number(
            "services_pending",
            Words("लम्बित नागरिक सेवा आवेदन", "Citizen service requests pending"),
            least=0,
            most=100_000,
        ),
        Number(
            "tips_pending", Words("लम्बित नागरिक सूचनाएँ", "Citizens' information pending"), least=0
        ),
    ),
)

PMS = Section(
    "pms",
    Words("पी0एम0एस0", "PMS"),
    (
        Line(
            "pms_month",
            Words("माह", "Month"),
            most=7,
            pattern=_MONTH,
            pattern_words=Words("माह ऐसे लिखें: 10-2026", "Write the month like 10-2026."),
        ),
        Decimal("pms_score", Words("पी0एम0एस0 अंक", "PMS score"), least="0", most="1000"),
        Line("pms_rank", Words("जनपद में स्थान", "Rank in the district"), most=40),
        Date(
            "pms_note_due",
            Words("मासिक टिप्पणी की नियत तिथि", "Monthly note due"),
            future=True,
            fixed=True,
        ),
        Date("pms_note_on", Words("मासिक टिप्पणी भेजी गयी", "Monthly note sent on")),
        Date(
            "inspection_due",
            Words("क्षेत्राधिकारी त्रैमासिक निरीक्षण कब तक", "Quarterly inspection by the CO, until"),
            future=True,
            fixed=True,
        ),
        Date("inspection_on", Words("निरीक्षण दिनांक", "Inspected on")),
        Line(
            "inspection_by",
            Words("निरीक्षणकर्ता", "Inspected by"),
            shown_when=Filled("inspection_on"),
        ),
    ),
)

STATE = Section(
    "state",
    Words("निर्देश व स्थिति", "Direction and state"),
    (
        LongText("remark", Words("टिप्पणी / निर्देश", "Remark and direction"), most=5000),
        *due_and_status(due=Need.OPTIONAL),
    ),
)


def unsigned_too_long(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """An e-FIR that waits more than three days for its signature lapses (s.173(1)(ii) BNSS)."""
    pending = letter.get("efir_pending")
    oldest, seen = moment_of(letter.get("efir_oldest_at")), moment_of(letter.get("checked_at"))
    if type(pending) is not int or pending < 1 or not oldest or not seen:
        return
    waited = dt.datetime.fromisoformat(seen) - dt.datetime.fromisoformat(oldest)
    if waited > dt.timedelta(days=_SIGN_DAYS):
        yield Problem(
            ("efir_oldest_at",),
            "app.unsigned",
            Words(
                "ई-एफ0आई0आर0 3 दिन से अधिक समय से हस्ताक्षर हेतु लम्बित है। सूचनाकर्ता से सम्पर्क कर की गयी कार्यवाही लिखें।",
                "An e-FIR has waited more than three days for its signature. Reach the informant and "
                "write what was done.",
            ),
            Weight.GAP,
            "173(1)(ii) BNSS",
        )


def note_in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The monthly note of PMS goes by the 5th."""
    due, sent = (moment_of(letter.get(key))[:10] for key in ("pms_note_due", "pms_note_on"))
    if due and sent and sent > due:
        yield Problem(
            ("pms_note_on",),
            "app.note",
            Words(
                f"मासिक टिप्पणी {day_said(due)} तक भेजी जानी थी। विलम्ब का कारण लिखें।",
                f"The monthly note was due by {day_said(due)}. Write the reason for the delay.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The day of the monthly note, and the last day of the inspection that is next."""
    letter.pop("pms_note_due", None)
    month = text_said(letter.get("pms_month"))
    if len(month) == len("10-2026") and month[:2].isdigit() and month[3:].isdigit():
        number, year = int(month[:2]), int(month[3:])
        if 1 <= number <= 12 and year > 0:
            following = (year + 1, 1) if number == 12 else (year, number + 1)
            letter["pms_note_due"] = dt.date(*following, _NOTE_DAY).isoformat()
    letter.pop("inspection_due", None)
    seen = moment_of(letter.get("checked_at"))[:10]
    if seen:
        letter["inspection_due"] = _next_inspection(dt.date.fromisoformat(seen)).isoformat()


def _next_inspection(day: dt.date) -> dt.date:
    """The circle officer inspects in the first half of January, April, July and October."""
    dates = (
        dt.date(year, month, _INSPECTION_DAY)
        for year in (day.year, day.year + 1)
        for month in _QUARTERS
    )
    return next(one for one in dates if one >= day)


def sample(now: dt.datetime) -> Letter:
    """A fictional check."""
    last_month = now.replace(day=1) - dt.timedelta(days=1)
    return {
        "checked_at": (now - dt.timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
        "efir_pending": 1,
        "efir_oldest_at": (now - dt.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M"),
        "services_pending": 4,
        "tips_pending": 0,
        "pms_month": last_month.strftime("%m-%Y"),
        "pms_score": "78.5",
        "pms_rank": "6",
        "remark": "ई-एफ0आई0आर0 के वादी को दूरभाष से सूचित किया गया। (काल्पनिक नमूना)",
        "due_on": (now + dt.timedelta(days=1)).strftime("%Y-%m-%d"),
        "status": "RUNNING",
    }


FORM = Form(
    code="app_mon",
    version=1,
    title=Words("UPCOP व PMS ऐप की निगरानी", "Watching the UPCOP and PMS apps"),
    short=Words("ऐप निगरानी", "App check"),
    sections=(UPCOP, PMS, STATE),
    role="sho",
    duty=("a-6",),
    rules=(Rule("app.unsigned", unsigned_too_long), Rule("app.note", note_in_time), in_time()),
    papers=(Paper("form", Words("ऐप निगरानी पत्रक", "App check sheet"), ""),),
    line=lambda letter: (
        f"{day_said(letter.get('checked_at'))} · लम्बित ई-एफ0आई0आर0 {letter.get('efir_pending', 0)}, "
        f"सेवाएँ {letter.get('services_pending', 0)}"
    ),
    occurred="checked_at",
    prepare=prepare,
    sample=sample,
)
