"""Missing persons of full age."""

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import MISSING


def _is_adult(entry: Entry) -> bool:
    return entry.letter.get("category") not in ("BOY", "GIRL")


REGISTER = Register(
    code="missing",
    words=Words("गुमशुदगी रजिस्टर", "Register of missing persons"),
    form="iif_8",
    shelf=Shelf.PERSONS,
    chief=True,
    landscape=True,
    keep=_is_adult,
    columns=MISSING,
)
