"""Summonses received from courts and their service."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import PROCESS, one_of

REGISTER = Register(
    code="summons",
    words=Words("सम्मन रजिस्टर", "Register of summonses"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    keep=one_of("kind", "SUMMONS_ACCUSED", "SUMMONS_WITNESS"),
    columns=PROCESS,
)
