"""Reconciling paper registers with what is recorded, towards complete feeding; duty d-23 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import Date, Decimal, Group, Line, LongText, Need, Rows, YesNo
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
    share_recorded,
    sheet_line,
    sheet_rules,
)
from forms.parts.officer import officer

COUNT = Section(
    "count",
    Words("मिलान", "Reconciling"),
    (
        *period(),
        counts(
            "counts",
            Words("रजिस्टर", "Registers"),
            COUNTED,
            Words("रजिस्टर", "Register"),
            last_number=True,
        ),
        Decimal(
            "share",
            Words("फीडिंग प्रतिशत", "Share recorded"),
            places=2,
            unit=Words("प्रतिशत", "per cent"),
            fixed=True,
        ),
    ),
)

MISSING = Section(
    "missing",
    Words("शेष व हस्ताक्षर", "What is missing, and signature"),
    (
        Rows(
            "missing",
            Words("शेष अभिलेख", "Records still missing"),
            row=Group(
                "missing_row",
                Words("शेष", "Missing"),
                parts=(
                    Line(
                        "numbers",
                        Words("रजिस्टर व संख्या", "Register and number"),
                        most=300,
                        need=Need.EXPECTED,
                    ),
                    Line("who", Words("किसे सौंपा", "Given to"), need=Need.EXPECTED),
                    Date("due", Words("कब तक", "Due"), future=True),
                    YesNo("done", Words("पूर्ण?", "Done?")),
                ),
            ),
        ),
        LongText("remark", Words("टिप्पणी", "Remark"), most=3000),
        officer("signed_by", Words("मिलान करने वाला", "Reconciled by"), need=Need.EXPECTED),
        officer("seen_by", Words("थाना प्रभारी", "Officer in charge"), need=Need.EXPECTED),
    ),
)


def missing_are_named(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """What is on paper and not recorded is named, so that somebody feeds it."""
    short = [
        row["difference"]
        for row in rows(letter, "counts")
        if isinstance(row.get("difference"), int) and row["difference"] > 0
    ]
    if short and not any(rows(letter, "missing")):
        yield Problem(
            ("missing",),
            "RECON.missing",
            Words(
                f"{sum(short)} अभिलेख दर्ज नहीं हैं। लिखें कि कौन से, और किसे सौंपे गये।",
                f"{sum(short)} records are not recorded. Write which, and to whom they were given.",
            ),
            Weight.GAP,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the differences and the share recorded."""
    fill_differences(letter, "counts")
    letter.pop("share", None)
    if share := share_recorded(letter, "counts"):
        letter["share"] = share


def sample(now: dt.datetime) -> Letter:
    """A fictional week with one arrest to feed."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    return {
        "on": day(0),
        "from_day": day(7),
        "to_day": day(1),
        "counts": [
            {"subject": "GD", "last_number": "058", "on_paper": 58, "recorded": 58},
            {"subject": "FIR", "last_number": "0059", "on_paper": 6, "recorded": 6},
            {
                "subject": "ARREST",
                "last_number": "0031",
                "on_paper": 4,
                "recorded": 3,
                "explanation": "फोटो न होने से शेष (नमूना)",
            },
        ],
        "missing": [
            {
                "numbers": "गिरफ्तारी 0031 (नमूना)",
                "who": "कम्प्यूटर आपरेटर नमूना",
                "due": (now + dt.timedelta(days=2)).strftime("%Y-%m-%d"),
                "done": False,
            }
        ],
        "remark": "काल्पनिक नमूना",
        "signed_by": {"name": "नमूना आपरेटर", "rank": "OPERATOR_A", "pno": "000000007"},
        "seen_by": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
    }


FORM = Form(
    code="recon",
    version=1,
    title=Words("रजिस्टर मिलान व 100% फीडिंग", "Reconciling registers"),
    short=Words("मिलान", "Reconciling"),
    sections=(COUNT, MISSING),
    role="operator",
    duty=("d-23",),
    rules=(*sheet_rules("counts"), Rule("RECON.missing", missing_are_named)),
    papers=(Paper("form", Words("मिलान शीट", "Reconciling sheet"), ""),),
    line=lambda letter: sheet_line(letter, key="counts"),
    occurred="on",
    prepare=prepare,
    begin=lambda facts: counted_week(facts, "counts"),
    sample=sample,
)
