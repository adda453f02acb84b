"""Departures and returns of officers, from the diary."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import DIARY, one_of

REGISTER = Register(
    code="movements",
    words=Words("आमद-रवानगी रजिस्टर", "Register of departures and returns"),
    form="gd",
    shelf=Shelf.DAILY,
    landscape=True,
    keep=one_of("gd_type", "RAV", "AMD", "AMD-NEW", "RAV-TRF"),
    columns=DIARY,
)
