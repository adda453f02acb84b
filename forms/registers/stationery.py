"""Stationery and forms received and used."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.book_families import BY_HAND, BY_WHOM, on_day, one_of

REGISTER = Register(
    code="stationery",
    words=Words("स्टेशनरी रजिस्टर", "Stationery register"),
    form="book",
    landscape=True,
    order=on_day,
    keep=one_of("book", "STATIONERY"),
    columns=(*BY_HAND, *BY_WHOM),
)
