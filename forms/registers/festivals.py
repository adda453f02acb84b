"""Festivals of the area: routes, custom, force, earlier disputes."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import BY_HAND, BY_WHOM, on_day, one_of

REGISTER = Register(
    code="festivals",
    words=Words("त्यौहार रजिस्टर", "Festival register"),
    form="book",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    order=on_day,
    keep=one_of("book", "FESTIVAL"),
    columns=(*BY_HAND, *BY_WHOM),
)
