"""Investigation register: each case diary by case and number."""

from forms.kit.letter import rows
from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, an_officer, case_number, kept, moment, number

REGISTER = Register(
    code="investigation",
    words=Words("केस डायरी / विवेचना रजिस्टर", "Investigation register"),
    form="cd",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 192 बी0एन0एस0एस0", "s.192 BNSS"),
    columns=(
        number(9, "पर्चा सं0", "Diary no."),
        case_number(),
        moment("cd_date", "दिनांक", "Date"),
        moment("begun", "प्रारम्भ", "Begun"),
        moment("closed", "समाप्त", "Closed"),
        an_officer("io", "विवेचक", "I.O.", 14),
        Column(
            Words("स्थान", "Places"),
            lambda entry: "\n".join(
                str(row.get("place") or "") for row in rows(entry.letter, "places")
            ),
            18,
        ),
        amount("पन्ने", "Pages", lambda entry: entry.letter.get("pages"), 7),
        kept("sent", "प्रेषण / पर्यवेक्षण", "Sent, supervised", 14),
    ),
)
