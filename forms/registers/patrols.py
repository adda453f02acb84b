"""Patrols and pickets, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="patrols",
    words=Words("गश्त / नाका रजिस्टर", "Register of patrols and pickets"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "GASHT", "NAKA"),
    columns=DIARY,
)
