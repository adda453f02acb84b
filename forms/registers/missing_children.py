"""Missing children, kept apart from the adults."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import MISSING, one_of

REGISTER = Register(
    code="missing_children",
    words=Words("गुमशुदा बालक / बालिका रजिस्टर", "Register of missing children"),
    form="iif_8",
    shelf=Shelf.PERSONS,
    landscape=True,
    keep=one_of("category", "BOY", "GIRL"),
    columns=MISSING,
)
