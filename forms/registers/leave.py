"""Leave, sickness and absence of officers, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="leave",
    words=Words("अवकाश / बीमारी / गैरहाजिरी रजिस्टर", "Register of leave, sickness and absence"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "LEAVE", "SICK", "ABSENT"),
    columns=DIARY,
)
