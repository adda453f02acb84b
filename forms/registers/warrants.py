"""Bailable and non-bailable warrants and their execution."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import PROCESS, one_of

REGISTER = Register(
    code="warrants",
    words=Words("वारण्ट रजिस्टर (बी0डब्लू0 / एन0बी0डब्लू0)", "Register of warrants"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    keep=one_of("kind", "BW", "NBW"),
    columns=PROCESS,
)
