"""Quality check of the data (signed sheet of the officer in charge); duty a-2 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import All, Filled, Is, Not
from forms.kit.fields import Choice, Date, Group, Line, LongText, Need, Number, Rows
from forms.kit.form import Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.check_sheet import (
    COUNTED,
    counted_week,
    counts,
    fill_differences,
    period,
    sheet_line,
    sheet_rules,
)
from forms.parts.lists import Fixed
from forms.parts.officer import officer

SHEET = Fixed(
    "SHEET_KIND",
    (
        ("DAILY", Words("दैनिक", "Daily")),
        ("WEEKLY", Words("साप्ताहिक", "Weekly")),
    ),
)
CHECK = Fixed(
    "QUALITY_CHECK",
    (
        ("BLANK", Words("आवश्यक खाने खाली", "Needed answers blank")),
        ("NO_IIF_2", Words("7 दिन बाद भी अपराध विवरण (IIF-2) नहीं", "No IIF-2 after 7 days")),
        ("NO_PHOTO", Words("गिरफ्तारी में फोटो / अंगुलि छाप नहीं", "Arrest without photo or prints")),
        ("FIR_30", Words("30 दिन से अधिक लम्बित विवेचना", "Investigation over 30 days")),
        ("FIR_60", Words("60 दिन से अधिक लम्बित विवेचना", "Investigation over 60 days")),
        ("FIR_90", Words("90 दिन से अधिक लम्बित विवेचना", "Investigation over 90 days")),
        ("NO_COURT_NO", Words("15 दिन बाद भी कोर्ट केस सं0 नहीं", "No court number after 15 days")),
        ("NO_STATUS", Words("अभियुक्त की स्थिति नहीं", "Accused without status")),
        ("PROPERTY", Words("जब्त माल अन्तिम रिपोर्ट में नहीं", "Seized property not in the report")),
        ("NCR_LIST", Words("एन0सी0आर0 पाक्षिक सूची", "Fortnightly NCR list")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
"""Checks of this desk's choice; the day limits are to be confirmed."""

WHEN = Section(
    "when",
    Words("जाँच", "Check"),
    (
        *period(),
        Choice("sheet", Words("शीट", "Sheet"), choices=SHEET, need=Need.EXPECTED),
        Rows(
            "checks",
            Words("गुणवत्ता जाँच", "Quality checks"),
            need=Need.EXPECTED,
            row=Group(
                "check_row",
                Words("जाँच", "Check"),
                gist=("check", "examined", "faulty"),
                parts=(
                    Choice("check", Words("जाँच बिन्दु", "Point"), choices=CHECK, need=Need.MUST),
                    Line(
                        "check_text",
                        Words("बिन्दु", "Which point"),
                        shown_when=Is("check", "OTHER"),
                        need=Need.EXPECTED,
                    ),
                    Number("examined", Words("देखे गये", "Examined"), least=0, most=1_000_000),
                    Number(
                        "faulty",
                        Words("कमी वाले", "Faulty"),
                        least=0,
                        most=1_000_000,
                        need=Need.EXPECTED,
                    ),
                    Line(
                        "numbers",
                        Words("कौन से (संख्या)", "Which (numbers)"),
                        most=1000,
                        need_when=All(Filled("faulty"), Not(Is("faulty", 0))),
                    ),
                    Line("action", Words("कार्यवाही / किसे", "Action and by whom"), most=300),
                    Date("due", Words("कब तक", "Due"), future=True),
                ),
            ),
        ),
    ),
)

PAPER = Section(
    "paper",
    Words("कागज से मिलान", "Paper against record"),
    (
        counts(
            "counts",
            Words("कागज से मिलान", "Paper against record"),
            COUNTED,
            Words("रजिस्टर", "Register"),
        ),
    ),
)

SIGNED = Section(
    "signed",
    Words("निष्कर्ष व हस्ताक्षर", "Findings and signature"),
    (
        LongText("findings", Words("निष्कर्ष", "Findings"), most=5000),
        LongText("direction", Words("निर्देश", "Directions"), most=5000),
        officer("signed_by", Words("थाना प्रभारी", "Officer in charge"), need=Need.EXPECTED),
    ),
)


def not_more_than_examined(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """No more are faulty than were looked at; one row a point."""
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows(letter, "checks")):
        examined, faulty = row.get("examined"), row.get("faulty")
        if isinstance(examined, int) and isinstance(faulty, int) and faulty > examined:
            yield Problem(
                ("checks", number, "faulty"),
                "DQ.faulty",
                Words(
                    f"{examined} देखे गये पर कमी {faulty} में लिखी है। गिनती ठीक करें, या कारण लिखें।",
                    f"{examined} were examined but {faulty} are put down as faulty. Put the count "
                    "right, or write the reason.",
                ),
                Weight.REASON,
            )
        point = (str(row.get("check") or ""), str(row.get("check_text") or "").strip())
        if point in seen:
            yield Problem(
                ("checks", number, "check"),
                "DQ.twice",
                Words(
                    "यही जाँच बिन्दु ऊपर की पंक्ति में भी है। एक पंक्ति हटायें।",
                    "The same point stands in a row above. Take one out.",
                ),
            )
        seen.add(point)


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the differences."""
    fill_differences(letter, "counts")


def sample(now: dt.datetime) -> Letter:
    """A fictional weekly sheet with one gap."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    return {
        "on": day(0),
        "from_day": day(7),
        "to_day": day(1),
        "sheet": "WEEKLY",
        "checks": [
            {"check": "BLANK", "examined": 14, "faulty": 0},
            {
                "check": "NO_IIF_2",
                "examined": 6,
                "faulty": 1,
                "numbers": "0051 (नमूना)",
                "action": "विवेचक उ0नि0 नमूना सिंह",
                "due": (now + dt.timedelta(days=3)).strftime("%Y-%m-%d"),
            },
        ],
        "counts": [
            {"subject": "FIR", "on_paper": 6, "recorded": 6},
            {
                "subject": "ARREST",
                "on_paper": 4,
                "recorded": 3,
                "explanation": "एक गिरफ्तारी की फीडिंग शेष (नमूना)",
            },
        ],
        "findings": "एक प्रकरण में IIF-2 शेष (नमूना)",
        "direction": "तीन दिन में पूर्ण करायें",
        "signed_by": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
    }


FORM = Form(
    code="dq_chk",
    version=1,
    title=Words("फीड डाटा की गुणवत्ता जाँच", "Quality check of the data"),
    short=Words("गुणवत्ता जाँच", "Quality check"),
    sections=(WHEN, PAPER, SIGNED),
    role="sho",
    duty=("a-2",),
    rules=(Rule("DQ.faulty", not_more_than_examined), *sheet_rules("counts")),
    papers=(Paper("form", Words("गुणवत्ता जाँच शीट", "Quality check sheet"), ""),),
    line=lambda letter: sheet_line(letter, key="counts"),
    occurred="on",
    prepare=prepare,
    begin=lambda facts: counted_week(facts, "counts"),
    sample=sample,
)
