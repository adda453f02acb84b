"""Proclamations and attachments ordered by courts."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import PROCESS, one_of

REGISTER = Register(
    code="proclamations",
    words=Words("उद्घोषणा व कुर्की रजिस्टर — धारा 84, 85", "Proclamations and attachments, ss.84, 85"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    keep=one_of("kind", "PROCLAMATION_84", "ATTACHMENT_85"),
    columns=PROCESS,
)
