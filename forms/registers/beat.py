"""Beat information and what was done on it, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="beat",
    words=Words("बीट सूचना रजिस्टर", "Beat information register"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "BEAT"),
    columns=DIARY,
)
