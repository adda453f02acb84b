"""Daily duty chart: who stands where from when to when, and the strength; duty d-18 of the letter."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.condition import AnyRow, Filled
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Field,
    Group,
    Index,
    Line,
    Need,
    Number,
    Reference,
    Rows,
)
from forms.kit.form import Consequence, Facts, Form, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, moment_of
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer, officers

SHIFT = Fixed(
    "SHIFT",
    (
        ("DAY", Words("दिन", "Day")),
        ("NIGHT", Words("रात्रि", "Night")),
        ("FULL", Words("24 घण्टा", "24 hours")),
    ),
)
LONGEST = dt.timedelta(hours=24)
AWAY = ("leave", "sick", "absent", "training", "court", "attached")
"""Parts of the strength that are not present; with those present they make those posted."""


def _count(key: str, hi: str, en: str, need: Need = Need.OPTIONAL) -> Field:
    return Number(key, Words(hi, en), least=0, most=10_000, need=need)


STRENGTH_PARTS: tuple[Field, ...] = (
    _count("sanctioned", "नियत", "Sanctioned"),
    _count("posted", "उपलब्ध", "Posted", Need.EXPECTED),
    _count("present", "उपस्थित", "Present", Need.EXPECTED),
    _count("leave", "अवकाश", "On leave"),
    _count("sick", "बीमार", "Sick"),
    _count("absent", "गैरहाजिर", "Absent"),
    _count("training", "प्रशिक्षण", "In training"),
    _count("court", "न्यायालय", "At court"),
    _count("attached", "सम्बद्ध", "Attached elsewhere"),
)

ISSUE: tuple[Field, ...] = (
    Line("vehicle", Words("वाहन सं0", "Vehicle"), most=20, index=Index.VEHICLE),
    Line("weapon_no", Words("शस्त्र सं0", "Weapon"), most=60, index=Index.SERIAL),
    Number("rounds", Words("कारतूस", "Rounds"), least=0, most=100_000),
    Line("remark", Words("टिप्पणी", "Remark"), most=300),
)
"""One group, so that the chart on paper has columns for officer, duty, place and hours."""

CHART = Section(
    "chart",
    Words("ड्यूटी चार्ट", "Duty chart"),
    (
        Date("date", Words("दिनांक", "Date"), need=Need.MUST, future=True),
        Choice("shift", Words("पाली", "Shift"), choices=SHIFT, need=Need.EXPECTED),
        Rows(
            "rows",
            Words("ड्यूटी", "Duties"),
            need=Need.EXPECTED,
            row=Group(
                "duty_row",
                Words("ड्यूटी", "Duty"),
                gist=("officer", "duty_type", "place", "from_at", "to_at"),
                parts=(
                    officer("officer", Words("अधिकारी / कर्मचारी", "Officer"), need=Need.EXPECTED),
                    Choice(
                        "duty_type",
                        Words("ड्यूटी का प्रकार", "Type of duty"),
                        choices=Listed("DUTY_TYPE"),
                        need=Need.EXPECTED,
                    ),
                    Line("place", Words("स्थान / बीट", "Place or beat"), index=Index.PLACE),
                    DateTime("from_at", Words("समय से", "From"), need=Need.EXPECTED, future=True),
                    DateTime("to_at", Words("समय तक", "To"), need=Need.EXPECTED, future=True),
                    Group(
                        "issue",
                        Words("वाहन, शस्त्र व टिप्पणी", "Vehicle, arms, remark"),
                        parts=ISSUE,
                    ),
                    Reference(
                        "departure",
                        Words("रवानगी रपट", "Departure entry"),
                        form="gd",
                        printed=False,
                    ),
                    Reference(
                        "return_entry",
                        Words("आमद रपट", "Return entry"),
                        form="gd",
                        printed=False,
                    ),
                ),
            ),
        ),
    ),
)

STRENGTH = Section(
    "strength",
    Words("नफरी व अनुमोदन", "Strength and approval"),
    (
        Group(
            "strength",
            Words("नफरी", "Strength"),
            need=Need.EXPECTED,
            parts=STRENGTH_PARTS,
        ),
        Number(
            "strength_total",
            Words("योग (उपस्थित व बाहर)", "Total, present and away"),
            fixed=True,
        ),
        officers("absentees", Words("गैरहाजिर कर्मचारी", "Absent without leave")),
        officer("sho", Words("अनुमोदन (थाना प्रभारी)", "Approved by"), need=Need.EXPECTED),
        diary_reference(),
        Reference(
            "absent_gd_ref",
            Words("गैरहाजिरी रपट", "Diary entry of absence"),
            form="gd",
            fixed=True,
        ),
    ),
)


def _span(row: Mapping[str, Any]) -> tuple[str, str]:
    return moment_of(row.get("from_at")), moment_of(row.get("to_at"))


def _who(row: Mapping[str, Any]) -> str:
    """What tells officers apart: the PNO, else name and rank."""
    named = row.get("officer")
    if not isinstance(named, Mapping):
        return ""
    name = " ".join(str(named.get("name") or "").split())
    return str(named.get("pno") or "") or f"{named.get('rank') or ''} {name}".strip()


def _name(row: Mapping[str, Any]) -> str:
    named = row.get("officer")
    return str(named.get("name") or _who(row)) if isinstance(named, Mapping) else ""


def hours_in_order(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A duty ends after it began, within a day, and begins on the day of the chart or the next."""
    day = str(letter.get("date") or "")
    last = _next_day(day)
    for number, row in enumerate(rows(letter, "rows")):
        start, end = _span(row)
        if start and end and end <= start:
            yield Problem(
                ("rows", number, "to_at"),
                "V01",
                Words(
                    "ड्यूटी समाप्ति का समय प्रारम्भ के बाद का नहीं है। समय ठीक करें।",
                    "The duty does not end after it begins. Put the hours right.",
                ),
            )
        elif (
            start
            and end
            and dt.datetime.fromisoformat(end) - dt.datetime.fromisoformat(start) > LONGEST
        ):
            yield Problem(
                ("rows", number, "to_at"),
                "DUTY.long",
                Words(
                    "ड्यूटी 24 घण्टे से अधिक की है। समय ठीक करें, या कारण लिखें।",
                    "The duty is longer than 24 hours. Put the hours right, or write the reason.",
                ),
                Weight.REASON,
            )
        if start and day and not day <= start[:10] <= last:
            yield Problem(
                ("rows", number, "from_at"),
                "DUTY.day",
                Words(
                    "ड्यूटी का समय चार्ट के दिनांक का नहीं है। ठीक करें, या कारण लिखें।",
                    "The duty is not on the day of the chart. Put it right, or write the reason.",
                ),
                Weight.REASON,
            )


def _next_day(day: str) -> str:
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def no_overlap(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Nobody stands in two places at one time; where a small station does so, it says why."""
    all_rows = list(enumerate(rows(letter, "rows")))
    for number, row in all_rows:
        start, end = _span(row)
        who = _who(row)
        if not (who and start and end):
            continue
        for _earlier, other in all_rows[:number]:
            first, last = _span(other)
            if _who(other) == who and first and last and start < last and first < end:
                yield Problem(
                    ("rows", number, "from_at"),
                    "DUTY.overlap",
                    Words(
                        f"{_name(row)} की इसी समय दूसरी ड्यूटी ({_read(first)} से {_read(last)}) लगी है। "
                        "समय ठीक करें, या कारण लिखें।",
                        f"{_name(row)} has another duty at this time ({_read(first)} to "
                        f"{_read(last)}). Put it right, or write the reason.",
                    ),
                    Weight.REASON,
                )
                break


def _read(moment: str) -> str:
    return f"{moment[8:10]}-{moment[5:7]} {moment[11:16]}"


def strength_adds_up(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Present and away make those posted; the absent are named."""
    strength = _strength(letter)
    total = _total(strength)
    if "posted" in strength and total is not None and total != strength["posted"]:
        yield Problem(
            ("strength", "posted"),
            "DUTY.strength",
            Words(
                f"नफरी का योग नहीं मिलता: उपलब्ध {strength['posted']}, उपस्थित व बाहर कुल {total}। "
                "ठीक करें, या कारण लिखें।",
                f"The strength does not add up: posted {strength['posted']}, present and away "
                f"{total}. Put it right, or write the reason.",
            ),
            Weight.REASON,
        )
    named = len(list(rows(letter, "absentees")))
    if named != strength.get("absent", 0):
        yield Problem(
            ("absentees",),
            "DUTY.absent",
            Words(
                f"गैरहाजिर संख्या {strength.get('absent', 0)} है, पर {named} नाम लिखे हैं। नाम पूरे करें।",
                f"{strength.get('absent', 0)} are absent but {named} are named. Complete the names.",
            ),
            Weight.GAP,
        )


def _strength(letter: Letter) -> dict[str, int]:
    given = letter.get("strength")
    if not isinstance(given, Mapping):
        return {}
    return {k: v for k, v in given.items() if isinstance(v, int) and not isinstance(v, bool)}


def _total(strength: Mapping[str, int]) -> int | None:
    if "present" not in strength:
        return None
    return strength["present"] + sum(strength.get(key, 0) for key in AWAY)


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the total of the strength."""
    letter.pop("strength_total", None)
    total = _total(_strength(letter))
    if total is not None:
        letter["strength_total"] = total


def _day(letter: Letter) -> str:
    day = str(letter.get("date") or "")
    return f"{day[8:10]}-{day[5:7]}-{day[:4]}"


def _shift(letter: Letter) -> str:
    words = SHIFT.words_of(str(letter.get("shift") or ""))
    return words.hi if words else ""


def _duties(letter: Letter) -> str:
    """`का0 नमूना राम: गश्त कस्बा 20:00 से 04:00`, one after the other."""
    told = []
    for row in rows(letter, "rows"):
        kind = Listed("DUTY_TYPE").words_of(str(row.get("duty_type") or ""))
        start, end = _span(row)
        hours = f"{start[11:]} से {end[11:]}" if start and end else ""
        place = str(row.get("place") or "")
        said = " ".join(one for one in (kind.hi if kind else "", place, hours) if one)
        told.append(f"{_name(row)}: {said}")
    return "; ".join(told)


def _subject(letter: Letter, facts: Facts) -> str:
    return f"ड्यूटी {_day(letter)} पाली {_shift(letter)}".strip()


def _brief(letter: Letter, facts: Facts) -> str:
    strength = _strength(letter)
    counted = ", ".join(
        f"{part.words.hi} {strength[part.key]}" for part in STRENGTH_PARTS if part.key in strength
    )
    posted = f"दिनांक {_day(letter)} पाली {_shift(letter)} हेतु ड्यूटी चार्ट के अनुसार ड्यूटी लगायी गयी"
    duties = _duties(letter)
    brief = f"इस समय {posted}" + (f": {duties}।" if duties else "।")
    if counted and _is_today(letter, facts):
        brief = f"इस समय गणना थाना हाजा की ली गयी, नफरी: {counted}। {posted}" + (
            f": {duties}।" if duties else "।"
        )
    return brief + " कर्मचारियों को ड्यूटी व हिदायत से अवगत कराया गया।"


def _is_today(letter: Letter, facts: Facts) -> bool:
    return bool(letter.get("date") == facts.now.date().isoformat())


def _roll_call(letter: Letter, facts: Facts) -> Letter:
    """A roll call on the day itself; for a chart made before its day, a posting of duties."""
    kind = "GINTI" if _is_today(letter, facts) and _strength(letter) else "DUTY-CHG"
    entry = diary(kind, "gd_ref", _subject, _brief).letter(letter, facts)
    strength = _strength(letter)
    if kind == "GINTI":
        for key, own in (("sanctioned", "sanctioned"), ("present", "constables_total")):
            if key in strength:
                entry[own] = strength[key]
    return entry


def _absence_subject(letter: Letter, facts: Facts) -> str:
    return f"गैरहाजिरी {_day(letter)}"


def _absence(letter: Letter, facts: Facts) -> str:
    named = []
    for row in rows(letter, "absentees"):
        rank = Listed("RANK").words_of(str(row.get("rank") or ""))
        pno = f" (पी0एन0ओ0 {row['pno']})" if row.get("pno") else ""
        named.append(f"{rank.hi if rank else ''} {row.get('name') or ''}".strip() + pno)
    return (
        f"इस समय दिनांक {_day(letter)} पाली {_shift(letter)} में {', '.join(named)} "
        "बिना अवकाश / अनुमति अनुपस्थित पाये गये। गैरहाजिरी अंकित की जाती है।"
    )


def line(letter: Letter) -> str:
    """Day, shift, and how many duties."""
    count = len(list(rows(letter, "rows")))
    parts = (_day(letter), _shift(letter), f"{count} ड्यूटी" if count else "")
    return " · ".join(one for one in parts if one.strip("-"))


def sample(now: dt.datetime) -> Letter:
    """A fictional day shift with one absent."""
    day = now.strftime("%Y-%m-%d")
    return {
        "date": day,
        "shift": "DAY",
        "rows": [
            {
                "officer": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
                "duty_type": "OFFICE",
                "place": "कार्यालय",
                "from_at": f"{day}T08:00",
                "to_at": f"{day}T16:00",
            },
            {
                "officer": {
                    "name": "हे0का0 उदाहरण सिंह",
                    "rank": "HEAD_CONSTABLE",
                    "pno": "000000004",
                },
                "duty_type": "PATROL",
                "place": "कस्बा नमूनागंज",
                "from_at": f"{day}T09:00",
                "to_at": f"{day}T13:00",
                "issue": {
                    "vehicle": "UP00ZZ0004",
                    "weapon_no": "नमूना 1",
                    "rounds": 10,
                    "remark": "बैंक चेकिंग",
                },
            },
        ],
        "strength": {
            "sanctioned": 12,
            "posted": 10,
            "present": 6,
            "leave": 1,
            "sick": 0,
            "absent": 1,
            "training": 1,
            "court": 1,
            "attached": 0,
        },
        "absentees": [{"name": "नमूना पाल", "rank": "CONSTABLE", "pno": "000000005"}],
        "sho": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
    }


FORM = Form(
    code="duty",
    version=1,
    title=Words("डेली ड्यूटी चार्ट", "Daily duty chart"),
    short=Words("ड्यूटी", "Duty"),
    sections=(CHART, STRENGTH),
    law=Words(
        "पुलिस अधिनियम 1861",
        "Police Act 1861",
    ),
    role="operator",
    duty=("d-18",),
    rules=(
        Rule("V01", hours_in_order),
        Rule("DUTY.overlap", no_overlap),
        Rule("DUTY.strength", strength_adds_up),
    ),
    consequences=(
        Consequence("gd", "gd_ref", _roll_call),
        Consequence(
            "gd",
            "absent_gd_ref",
            diary("ABSENT", "absent_gd_ref", _absence_subject, _absence).letter,
            when=AnyRow("absentees", Filled("name")),
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("ड्यूटी चार्ट", "Duty chart"),
            "",
            copies=(Words("थाना प्रति", "Station copy"), Words("नोटिस बोर्ड प्रति", "Notice board")),
        ),
    ),
    line=line,
    occurred="date",
    prepare=prepare,
    sample=sample,
)
