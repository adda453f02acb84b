"""Use of the station's vehicles, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="vehicles",
    words=Words("वाहन लॉग", "Vehicle log"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "VEH"),
    columns=DIARY,
)
