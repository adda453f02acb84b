"""The count of officers at each roll call, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="strength",
    words=Words("गणना रजिस्टर", "Register of roll calls"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "GINTI"),
    columns=DIARY,
)
