"""Signed check sheets: rows of counts on paper against counts recorded, with the difference explained."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import Any

from forms.kit.condition import All, Filled, Is, Not
from forms.kit.fields import Choice, Choices, Date, Field, Group, Line, Need, Number, Rows
from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.lists import Fixed

OTHER = "OTHER"
COUNTED = Fixed(
    "COUNTED_REGISTER",
    (
        ("GD", Words("जी0डी0 (अन्तिम रपट)", "General diary (last entry)")),
        ("FIR", Words("प्राथमिकी", "FIR")),
        ("ZERO_FIR", Words("जीरो प्राथमिकी", "Zero FIR")),
        ("NCR", Words("एन0सी0आर0", "NCR")),
        ("ARREST", Words("गिरफ्तारी", "Arrests")),
        ("MLC", Words("मजरूबी", "Medico-legal cases")),
        ("INQUEST", Words("पंचायतनामा", "Inquests")),
        ("SEIZURE", Words("बरामदगी / मालखाना", "Seizures and case property")),
        ("FINAL_REPORT", Words("आरोप पत्र / अन्तिम रिपोर्ट", "Charge sheets and final reports")),
        ("MISSING", Words("गुमशुदगी", "Missing persons")),
        ("UIDB", Words("अज्ञात शव", "Unidentified bodies")),
        ("PREVENTIVE", Words("निरोधात्मक कार्यवाही", "Preventive action")),
        ("COMPLAINT", Words("शिकायत", "Complaints")),
        ("PROCESS", Words("सम्मन / वारण्ट", "Summons and warrants")),
        (OTHER, Words("अन्य", "Other")),
    ),
)

_RECORDED_AS = {
    "GD": ("gd",),
    "FIR": ("iif_1", "fir_rereg"),
    "NCR": ("ncr",),
    "ARREST": ("iif_3",),
    "MLC": ("mlc",),
    "INQUEST": ("iif_11",),
    "SEIZURE": ("iif_4",),
    "FINAL_REPORT": ("iif_5",),
    "MISSING": ("iif_8",),
    "UIDB": ("iif_10",),
    "PREVENTIVE": ("prev",),
    "COMPLAINT": ("complaint",),
    "PROCESS": ("court_ord",),
}
"""The forms whose records stand for the lines of a paper register."""


def counted_week(
    facts: Facts, key: str, recorded_as: Mapping[str, Sequence[str]] = _RECORDED_AS
) -> Letter:
    """A new sheet over the seven days before today, with what is recorded counted already.

    `recorded_as` tells the forms whose records stand for each subject of the sheet. Whoever signs counts the paper; the figures stand to be changed where paper and desk mean
    something else by a line.
    """
    today = facts.now.date()
    first, last = (
        (today - dt.timedelta(days=7)).isoformat(),
        (today - dt.timedelta(days=1)).isoformat(),
    )
    return {
        "on": today.isoformat(),
        "from_day": first,
        "to_day": last,
        key: [
            {
                "subject": subject,
                "recorded": sum(facts.count(form, first, last) for form in forms),
            }
            for subject, forms in recorded_as.items()
        ],
    }


_DIFFERS = All(Filled("difference"), Not(Is("difference", 0)))


def period(day_key: str = "on") -> tuple[Field, ...]:
    """The day of the check and the days it covers."""
    return (
        Date(day_key, Words("जाँच दिनांक", "Date of the check"), need=Need.MUST),
        Date("from_day", Words("अवधि से", "Period from"), need=Need.EXPECTED),
        Date("to_day", Words("अवधि तक", "Period to"), need=Need.EXPECTED),
    )


def counts(
    key: str,
    words: Words,
    subjects: Choices,
    subject_words: Words,
    *,
    last_number: bool = False,
    extra: tuple[Field, ...] = (),
) -> Rows:
    """One row a register or kind of work: counted on paper, counted recorded, the difference."""
    last = (
        (
            Line(
                "last_number",
                Words("कागज पर अन्तिम सं0", "Last number on paper"),
                most=40,
                need=Need.EXPECTED,
            ),
        )
        if last_number
        else ()
    )
    return Rows(
        key,
        words,
        need=Need.EXPECTED,
        row=Group(
            "count_row",
            words,
            gist=("subject", "on_paper", "recorded", "difference"),
            parts=(
                Choice("subject", subject_words, choices=subjects, need=Need.MUST),
                Line(
                    "subject_text",
                    Words("नाम", "Name"),
                    shown_when=Is("subject", OTHER),
                    need=Need.EXPECTED,
                ),
                *last,
                Number(
                    "on_paper",
                    Words("कागज पर संख्या", "Count on paper"),
                    least=0,
                    most=1_000_000,
                    need=Need.EXPECTED,
                ),
                Number(
                    "recorded",
                    Words("दर्ज संख्या", "Count recorded"),
                    least=0,
                    most=1_000_000,
                    need=Need.EXPECTED,
                ),
                Number("difference", Words("अन्तर", "Difference"), fixed=True),
                Line(
                    "explanation",
                    Words("अन्तर का कारण", "Why they differ"),
                    most=500,
                    need_when=_DIFFERS,
                ),
                *extra,
            ),
        ),
    )


def fill_differences(letter: Letter, key: str) -> None:
    """Write paper minus recorded into each row; take it out where a count is missing."""
    for row in rows(letter, key):
        if isinstance(row, dict):
            row.pop("difference", None)
            paper, recorded = _number(row.get("on_paper")), _number(row.get("recorded"))
            if paper is not None and recorded is not None:
                row["difference"] = paper - recorded


def share_recorded(letter: Letter, key: str) -> str:
    """How much of the paper is recorded, in percent, rounded down; '' where nothing is counted.

    What is recorded beyond the paper of its own register makes good for no other.
    """
    counted = [
        (paper, recorded)
        for row in rows(letter, key)
        if (paper := _number(row.get("on_paper"))) is not None
        and (recorded := _number(row.get("recorded"))) is not None
    ]
    total = sum(paper for paper, _ in counted)
    if not total:
        return ""
    share = Decimal(100 * sum(min(pair) for pair in counted)) / total
    return f"{share.quantize(Decimal('0.01'), ROUND_DOWN)}"


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def sheet_rules(key: str) -> tuple[Rule, ...]:
    """What every check sheet observes: one row a subject, no more recorded than on paper, days in order."""

    def once(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        seen: set[tuple[str, str]] = set()
        for number, row in enumerate(rows(letter, key)):
            subject = (str(row.get("subject") or ""), str(row.get("subject_text") or "").strip())
            if subject[0] and subject in seen:
                yield Problem(
                    (key, number, "subject"),
                    "SHEET.twice",
                    Words(
                        "यही रजिस्टर / कार्य ऊपर की पंक्ति में भी है। एक पंक्ति हटायें।",
                        "The same register or work stands in a row above. Take one out.",
                    ),
                )
            seen.add(subject)

    def not_more_than_paper(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        for number, row in enumerate(rows(letter, key)):
            paper, recorded = _number(row.get("on_paper")), _number(row.get("recorded"))
            more = paper is not None and recorded is not None and recorded > paper
            if more and not row.get("explanation"):
                yield Problem(
                    (key, number, "recorded"),
                    "SHEET.more",
                    Words(
                        f"कागज पर {paper} हैं पर {recorded} दर्ज हैं। गिनती जाँचें, या कारण लिखें।",
                        f"{paper} stand on paper but {recorded} are recorded. Count again, or write "
                        "the reason.",
                    ),
                    Weight.REASON,
                )

    return (
        Rule("SHEET.twice", once),
        Rule("SHEET.more", not_more_than_paper),
        in_order(
            "from_day",
            "to_day",
            "अवधि का अन्त प्रारम्भ से पहले का है। तिथि ठीक करें।",
            "The period ends before it begins. Put the days right.",
        ),
        in_order(
            "to_day",
            "on",
            "जाँच उस दिन की नहीं हो सकती जो अवधि के अन्त से पहले है। तिथि ठीक करें।",
            "The check cannot be before the end of its period. Put the days right.",
        ),
    )


def sheet_line(letter: Mapping[str, Any], *, key: str) -> str:
    """The day, the period, and in how many rows paper and record differ."""
    days = [_day(letter.get(one)) for one in ("on", "from_day", "to_day")]
    differing = [row for row in rows(letter, key) if row.get("difference") not in (None, 0)]
    spanned = f"अवधि {days[1]} से {days[2]}" if days[1] and days[2] else ""
    result = f"{len(differing)} में अन्तर" if differing else "अन्तर नहीं"
    return " · ".join(one for one in (days[0], spanned, result) if one)


def _day(value: object) -> str:
    return f"{value[8:10]}-{value[5:7]}-{value[:4]}" if isinstance(value, str) and value else ""
