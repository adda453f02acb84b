"""Visits and inspections of senior officers, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="visits",
    words=Words("भ्रमण / निरीक्षण रजिस्टर", "Register of visits and inspections"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "VISIT"),
    columns=DIARY,
)
