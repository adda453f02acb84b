"""Departures and returns of officers, from the diary."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, number, registered, some_persons
from forms.parts.gd_types import gd_type_words

TYPES = ("RAV", "AMD", "AMD-NEW", "RAV-TRF")


def _is_of_this_kind(entry: Entry) -> bool:
    return entry.letter.get("gd_type") in TYPES


REGISTER = Register(
    code="movements",
    words=Words("आमद-रवानगी रजिस्टर", "Register of departures and returns"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=_is_of_this_kind,
    columns=(
        number(7, "रपट सं0", "Entry"),
        registered(),
        Column(
            Words("प्रकार", "Kind"),
            lambda entry: gd_type_words(str(entry.letter.get("gd_type") or "")).hi,
            14,
        ),
        some_persons("entry_for_officers", "अधिकारी", "Officers", 16),
        answers(("purpose", "place"), "प्रयोजन / स्थान", "Purpose, place", 14),
        answer("brief", "विवरण", "Entry", 34, narrative=True),
    ),
)
