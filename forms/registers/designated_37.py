"""Display of arrested persons by the designated officer: columns of the order."""

from collections.abc import Mapping

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.columns import answer, moment, pen, place_said


def _address(entry: Entry) -> str:
    accused = entry.letter.get("accused")
    return (
        next(map(place_said, rows(accused, "addresses")), "")
        if isinstance(accused, Mapping)
        else ""
    )


def _crime(entry: Entry) -> str:
    reference = entry.letter.get("fir_ref")
    case = str(reference.get("number") or "") if isinstance(reference, Mapping) else ""
    return f"{case} {sections_said(entry.letter, short=True)}".strip()


def _may_be_shown(entry: Entry) -> bool:
    """A child is never shown to the public (s.74, Juvenile Justice Act)."""
    return entry.letter.get("juvenile") is not True


REGISTER = Register(
    code="designated_37",
    words=Words("पदाभिहित अधिकारी प्रदर्श — धारा 37", "Display of arrested persons, s.37"),
    form="iif_3",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 37 बी0एन0एस0एस0", "s.37 BNSS"),
    keep=_may_be_shown,
    columns=(
        moment("arrest_at", "दिनांक", "Date"),
        Column(
            Words("नाम", "Name"),
            lambda entry: str((entry.letter.get("accused") or {}).get("name") or ""),
            14,
        ),
        answer("accused.relative_name", "पिता का नाम", "Father's name", 14),
        answer("accused.age_years", "आयु", "Age", 6),
        answer("accused.gender", "लिंग", "Gender", 7),
        Column(Words("पता", "Address"), _address, 20),
        Column(Words("अपराध सं0 व धारा", "Crime no. and section"), _crime, 16),
        pen("थाना / इकाई", "Station, unit", 12),
    ),
)
