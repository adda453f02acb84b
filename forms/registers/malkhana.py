"""Malkhana register: each piece of case property, where it lies and how it was disposed of."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    amount,
    answer,
    case_number,
    kept,
    lines_of,
    moment,
    moment_said,
    of_line,
    person_said,
)


def _is_of_a_case(entry: Entry) -> bool:
    return entry.letter.get("nature") != "UNCLAIMED"


def _quantity(entry: Entry) -> str:
    return " ".join(str(entry.row[key]) for key in ("qty", "unit") if entry.row.get(key))


def _disposal(entry: Entry) -> str:
    said = []
    for row in rows(entry.letter, "disposal"):
        parts = (row.get("order_no"), moment_said(row.get("ordered_on")), row.get("mode"))
        said.append(" ".join(str(part) for part in parts if part))
    return "\n".join(said)


REGISTER = Register(
    code="malkhana",
    words=Words("मालखाना रजिस्टर (माल मुकदमाती)", "Case property register"),
    form="iif_4",
    shelf=Shelf.PROPERTY,
    chief=True,
    landscape=True,
    lines=lines_of("items"),
    keep=_is_of_a_case,
    columns=(
        answer("malkhana_no", "मालखाना सं0", "Malkhana no.", 9),
        case_number(),
        moment("seize_at", "जब्ती", "Seized"),
        Column(
            Words("किससे", "From whom"),
            lambda entry: person_said(entry.letter.get("from_person"), address=False),
            13,
        ),
        of_line("description", "सम्पत्ति का विवरण", "Description", 22, within="items"),
        Column(Words("मात्रा", "Quantity"), _quantity, 8),
        amount("मूल्य रु0", "Value, Rs.", lambda entry: entry.row.get("value_rs"), 9),
        answer("malkhana_gd_ref", "जमा रपट", "Deposit entry", 9),
        Column(Words("निस्तारण", "Disposal"), _disposal, 12),
        kept("place", "रखने का स्थान / टिप्पणी", "Kept where, remarks", 12),
    ),
)
