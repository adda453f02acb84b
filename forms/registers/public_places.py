"""Banks, schools, places of worship and disputes of the area."""

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, running


def _is_of_this_book(entry: Entry) -> bool:
    return entry.letter.get("book") == "PLACES"


def _day(entry: Entry) -> str:
    return str(entry.letter.get("on") or "")


REGISTER = Register(
    code="public_places",
    words=Words("सार्वजनिक / संवेदनशील स्थल रजिस्टर", "Register of public and sensitive places"),
    form="book",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    order=_day,
    keep=_is_of_this_book,
    columns=(
        running(),
        answer("on", "दिनांक", "Date", 9),
        answer("subject", "विषय", "Subject", 18),
        answer("particulars", "विवरण", "Particulars", 34, narrative=True),
        answer("ref_no", "संदर्भ", "Reference", 12),
        an_officer("by", "किसके द्वारा", "By"),
        answer("remark", "टिप्पणी", "Remark", 12),
    ),
)
