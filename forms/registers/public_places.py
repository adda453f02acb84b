"""Banks, schools, places of worship and disputes of the area."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import BY_HAND, BY_WHOM, on_day, one_of

REGISTER = Register(
    code="public_places",
    words=Words("सार्वजनिक / संवेदनशील स्थल रजिस्टर", "Register of public and sensitive places"),
    form="book",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    order=on_day,
    keep=one_of("book", "PLACES"),
    columns=(*BY_HAND, *BY_WHOM),
)
