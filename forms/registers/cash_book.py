"""Money received and spent."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.book_families import BY_HAND, BY_WHOM, on_day, one_of
from forms.parts.columns import amount

REGISTER = Register(
    code="cash_book",
    words=Words("कैश बुक", "Cash book"),
    form="book",
    landscape=True,
    order=on_day,
    keep=one_of("book", "CASH"),
    columns=(
        *BY_HAND,
        amount("प्राप्ति रु0", "Received, Rs.", lambda entry: entry.letter.get("received"), 10),
        amount("व्यय रु0", "Spent, Rs.", lambda entry: entry.letter.get("spent"), 10),
        *BY_WHOM,
    ),
)
