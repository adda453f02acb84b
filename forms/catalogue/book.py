"""A line of a book that no other form feeds: festivals, inspection, cash, stationery (duty b-16)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is
from forms.kit.fields import Choice, Date, Line, LongText, Money, Need
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.work import enclosures

BOOK = Fixed(
    "BOOK",
    (
        ("FESTIVAL", Words("त्यौहार रजिस्टर", "Festival register")),
        ("INSPECTION", Words("निरीक्षण पुस्तिका", "Inspection book")),
        ("CASH", Words("कैश बुक", "Cash book")),
        ("STATIONERY", Words("स्टेशनरी रजिस्टर", "Stationery register")),
        ("PLACES", Words("सार्वजनिक / संवेदनशील स्थल", "Public and sensitive places")),
    ),
)
_IN_CASH = Is("book", "CASH")

LINE = Section(
    "line",
    Words("प्रविष्टि", "Entry"),
    (
        Choice("book", Words("पंजी", "Book"), choices=BOOK, need=Need.MUST),
        Date("on", Words("दिनांक", "Date"), need=Need.MUST, future=True),
        Line("subject", Words("विषय", "Subject"), need=Need.MUST, most=120),
        LongText("particulars", Words("विवरण", "Particulars"), need=Need.EXPECTED, most=5000),
        Line("ref_no", Words("संदर्भ / पत्र सं0", "Reference, letter no."), most=80),
        Money("received", Words("प्राप्ति रु0", "Received, Rs."), shown_when=_IN_CASH),
        Money("spent", Words("व्यय रु0", "Spent, Rs."), shown_when=_IN_CASH),
        officer("by", Words("किसके द्वारा", "By")),
        Line("remark", Words("टिप्पणी", "Remark"), most=200),
        enclosures(),
    ),
)


def cash_has_an_amount(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A line of the cash book says what came in or what went out, not both and not neither."""
    if letter.get("book") != "CASH":
        return
    told = [key for key in ("received", "spent") if not is_blank(letter.get(key))]
    if len(told) != 1:
        yield Problem(
            ("received",),
            "cash.one_amount",
            Words(
                "कैश बुक की एक प्रविष्टि में या तो प्राप्ति लिखें या व्यय। दोनों हों तो दो प्रविष्टियाँ करें।",
                "Write either what was received or what was spent. If there are both, make two entries.",
            ),
            Weight.REASON,
        )


def line(letter: Letter) -> str:
    """Which book, and the subject."""
    book = BOOK.words_of(str(letter.get("book") or ""))
    return f"{book.hi if book else ''} · {letter.get('subject', '')}"


def sample(now: dt.datetime) -> Letter:
    """A fictional festival."""
    return {
        "book": "FESTIVAL",
        "on": (now + dt.timedelta(days=20)).strftime("%Y-%m-%d"),
        "subject": "नमूना मेला, ग्राम नमूनापुर",
        "particulars": "मार्ग: नमूना चौराहा से तालाब तक। बल: 1 उ0नि0, 6 आरक्षी। गत वर्ष कोई विवाद नहीं। (काल्पनिक नमूना)",
        "ref_no": "नमूना-21",
        "by": {"name": "नमूना सिंह", "rank": "SI", "pno": "000000002"},
        "remark": "आयोजकों से वार्ता की जाये।",
    }


FORM = Form(
    code="book",
    version=1,
    title=Words("पंजी की प्रविष्टि", "Line of a book"),
    short=Words("पंजी", "Book"),
    sections=(LINE,),
    role="moharir",
    duty=("b-16",),
    rules=(Rule("cash.one_amount", cash_has_an_amount),),
    papers=(Paper("form", Words("पंजी की प्रविष्टि", "Line of a book"), ""),),
    line=line,
    occurred="on",
    sample=sample,
)
