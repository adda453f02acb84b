"""Columns that many registers share: number, day, sections, a person as the desk writes one."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from forms.kit.fields import Group
from forms.kit.letter import rows
from forms.kit.register import Column, Entry
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.lists import Fixed, Listed

KEPT_COLUMNS = Fixed(
    "KEPT_COLUMN",
    (
        ("ANSWER", Words("नया क्रमांक / पावती", "New number, receipt")),
        ("CONVICTIONS", Words("दोषसिद्धि / संदिग्ध / टिप्पणी", "Convictions, suspects, remarks")),
        ("SENT", Words("प्रेषण / पर्यवेक्षण", "Sent, supervised")),
        ("MEALS", Words("भोजन / हवालात निरीक्षण", "Meals, visits to the lock-up")),
        ("PLACE", Words("रखने का स्थान / टिप्पणी", "Kept where, remarks")),
        ("PROCLAIMED", Words("उद्घोषणा / स्वामी", "Proclamation, owner")),
        ("CASES", Words("अन्य वादों में जमानतदार", "Surety in other cases")),
        ("WATCH", Words("निगरानी / टिप्पणी", "Watch, remarks")),
    ),
)
"""Columns of registers that no form answers: the desk writes them record by record."""

_RELATION = Listed("REL_TYPE")
_RANK = Listed("RANK")


def number(width: int = 9, hi: str = "क्रमांक", en: str = "No.") -> Column:
    """The record's own number in its series."""
    return Column(Words(hi, en), lambda entry: entry.number, width)


def registered(width: int = 10, hi: str = "पंजीकरण", en: str = "Registered") -> Column:
    """Day and hour of registration."""
    return Column(Words(hi, en), lambda entry: moment_said(entry.registered_at), width)


def answer(key: str, hi: str, en: str, width: int = 12, *, narrative: bool = False) -> Column:
    """The answer at a dotted key, in words."""
    return Column(Words(hi, en), lambda entry: entry.said(key), width, narrative)


def answers(keys: tuple[str, ...], hi: str, en: str, width: int = 14) -> Column:
    """Several answers, one below the other."""

    def value(entry: Entry) -> str:
        return "\n".join(filter(None, (entry.said(key) for key in keys)))

    return Column(Words(hi, en), value, width)


def moment(key: str, hi: str, en: str, width: int = 10) -> Column:
    """A day or moment, the hour below the day."""
    return Column(Words(hi, en), lambda entry: moment_said(_at(entry.letter, key)), width)


def sections(key: str = "acts", width: int = 13) -> Column:
    """Sections with their law, each law named once."""
    return Column(
        Words("धारा", "Sections"), lambda entry: sections_said(entry.letter, key, short=True), width
    )


def a_person(
    key: str, hi: str, en: str, width: int = 18, *, address: bool = True, age: bool = False
) -> Column:
    """A person: name, father or husband, and the address below."""
    return Column(
        Words(hi, en),
        lambda entry: person_said(_at(entry.letter, key), address=address, age=age),
        width,
    )


def some_persons(
    key: str, hi: str, en: str, width: int = 18, *, address: bool = False, nobody: str = ""
) -> Column:
    """All persons of a repeating group, numbered where they are several."""

    def value(entry: Entry) -> str:
        found = [person_said(row, address=address) or "अज्ञात" for row in rows(entry.letter, key)]
        if len(found) < 2:
            return "".join(found) or nobody
        return "\n".join(f"{count}. {one}" for count, one in enumerate(found, 1))

    return Column(Words(hi, en), value, width)


def an_officer(key: str, hi: str, en: str, width: int = 12) -> Column:
    """An officer with rank."""
    return Column(Words(hi, en), lambda entry: officer_said(entry.letter.get(key)), width)


def case_number(width: int = 10) -> Column:
    """The FIR of the case that the record belongs to."""

    def value(entry: Entry) -> str:
        reference = entry.letter.get("fir_ref")
        return str(reference.get("number") or "") if isinstance(reference, Mapping) else ""

    return Column(Words("मु0अ0सं0", "FIR no."), value, width)


def of_line(
    key: str, hi: str, en: str, width: int = 10, *, within: str, narrative: bool = False
) -> Column:
    """An answer of the line's own row, of the repeating group `within`."""

    def value(entry: Entry) -> str:
        part = (
            next((one for one in entry.form.fields() if one.key == within), None)
            if (entry.form)
            else None
        )
        row = getattr(part, "row", None)
        if not isinstance(row, Group):
            return ""
        field = next((one for one in row.parts if one.key == key), None)
        return field.shown(entry.row.get(key), "hi") if field else ""

    return Column(Words(hi, en), value, width, narrative)


def amount(hi: str, en: str, of: Callable[[Entry], Any], width: int = 9, unit: str = "") -> Column:
    """An amount that the register adds up."""

    def value(entry: Entry) -> str:
        found = decimal_of(of(entry))
        return f"{unit}{format(found.normalize(), 'f')}" if found else ""

    return Column(Words(hi, en), value, width, total=lambda entry: decimal_of(of(entry)))


def running(width: int = 6) -> Column:
    """The line's number in this print."""
    return Column(Words("क्र0", "No."), lambda entry: str(entry.serial), width)


def pen(hi: str, en: str, width: int = 10) -> Column:
    """A column that is filled with a pen on the printed page."""
    return Column(Words(hi, en), None, width)


def kept(key: str, hi: str, en: str, width: int = 14) -> Column:
    """A column that the desk writes in the program (form `reg_note`); it is printed ever after.

    `key` is a code of KEPT_COLUMNS; the words are the heading in this register.
    """
    if KEPT_COLUMNS.words_of(key.upper()) is None:
        raise ValueError(key)
    return Column(Words(hi, en), None, width, kept=key.upper())


def lines_of(key: str) -> Callable[[Entry], list[Mapping[str, Any]]]:
    """A line of the register for each filled row of a repeating group."""
    return lambda entry: list(rows(entry.letter, key))


# ── How things are said ────────────────────────────────────────────────────────────────────────


def moment_said(value: object) -> str:
    """`22-11-2026` and the hour in a second line; '' where it is neither."""
    text = value if isinstance(value, str) else ""
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return ""
    day = f"{text[8:10]}-{text[5:7]}-{text[:4]}"
    return f"{day}\n{text[11:16]}" if len(text) >= 16 else day


def person_said(value: object, *, address: bool = True, age: bool = False) -> str:
    """`नाम पुत्र पिता, 35 वर्ष` and the place below; '' for nobody."""
    if not isinstance(value, Mapping) or not value.get("name"):
        return ""
    said = str(value["name"])
    if value.get("relative_name"):
        relation = _RELATION.words_of(str(value.get("relation_type") or ""))
        said += f" {relation.hi if relation else 'पुत्र/पुत्री/पत्नी'} {value['relative_name']}"
    if age and value.get("age_years") not in (None, ""):
        said += f", {value['age_years']} वर्ष"
    if address:
        place = next((place_said(row) for row in rows(value, "addresses") if place_said(row)), "")
        said += f"\n{place}" if place else ""
    return said


def place_said(value: object) -> str:
    """Landmark, street and village or town, as one says it; '' where nothing is told."""
    if not isinstance(value, Mapping):
        return ""
    keys = ("landmark", "house_no", "street", "colony_mohalla", "village_town")
    return ", ".join(str(value[key]) for key in keys if value.get(key))


def officer_said(value: object) -> str:
    """Rank and name of an officer."""
    if not isinstance(value, Mapping) or not value.get("name"):
        return ""
    rank = _RANK.words_of(str(value.get("rank") or ""))
    name = str(value["name"])
    return f"{rank.hi} {name}" if rank and not name.startswith(rank.hi) else name


def decimal_of(value: object) -> Decimal:
    """A stored number or amount of money; nought for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return Decimal(0)
    try:
        found = Decimal(value)
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() else Decimal(0)


def _at(letter: Mapping[str, Any], key: str) -> Any:
    value: Any = letter
    for step in key.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
