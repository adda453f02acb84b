"""Money received and spent."""

from forms.kit.register import Entry, Register
from forms.kit.words import Words
from forms.parts.columns import amount, an_officer, answer, running


def _is_of_this_book(entry: Entry) -> bool:
    return entry.letter.get("book") == "CASH"


def _day(entry: Entry) -> str:
    return str(entry.letter.get("on") or "")


REGISTER = Register(
    code="cash_book",
    words=Words("कैश बुक", "Cash book"),
    form="book",
    landscape=True,
    order=_day,
    keep=_is_of_this_book,
    columns=(
        running(),
        answer("on", "दिनांक", "Date", 9),
        answer("subject", "विषय", "Subject", 18),
        answer("particulars", "विवरण", "Particulars", 34, narrative=True),
        answer("ref_no", "संदर्भ", "Reference", 12),
        amount("प्राप्ति रु0", "Received, Rs.", lambda entry: entry.letter.get("received"), 10),
        amount("व्यय रु0", "Spent, Rs.", lambda entry: entry.letter.get("spent"), 10),
        an_officer("by", "किसके द्वारा", "By"),
        answer("remark", "टिप्पणी", "Remark", 12),
    ),
)
