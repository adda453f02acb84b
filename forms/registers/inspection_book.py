"""Remarks of inspecting officers and compliance with them."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.book_families import BY_HAND, BY_WHOM, on_day, one_of

REGISTER = Register(
    code="inspection_book",
    words=Words("निरीक्षण पुस्तिका", "Inspection book"),
    form="book",
    landscape=True,
    order=on_day,
    keep=one_of("book", "INSPECTION"),
    columns=(*BY_HAND, *BY_WHOM),
)
