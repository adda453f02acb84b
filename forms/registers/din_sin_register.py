"""Din-sin records (meaning still to be confirmed by the department)."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, moment, number, place_said, some_persons

REGISTER = Register(
    code="din_sin_register",
    words=Words("डिन सिन रजिस्टर (पुष्टि शेष)", "Din-sin register (to be confirmed)"),
    form="din_sin",
    shelf=Shelf.WATCH,
    landscape=True,
    columns=(
        number(),
        moment("dt", "दिनांक", "Date"),
        answer("subject", "विषय", "Subject", 18),
        some_persons("persons", "व्यक्ति", "Persons", 18),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 14),
        answer("brief", "विवरण", "Brief", 28, narrative=True),
        answer("action", "कार्यवाही", "Action", 18),
    ),
)
