"""Bail applications and their orders."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, amount, answer, answers, case_number, moment, number

REGISTER = Register(
    code="bail",
    words=Words("जमानत रजिस्टर", "Bail register"),
    form="bail",
    shelf=Shelf.COURT,
    landscape=True,
    basis=Words("अध्याय 35 बी0एन0एस0एस0", "Chapter XXXV BNSS"),
    columns=(
        number(7, "क्र0", "No."),
        case_number(),
        a_person("accused", "अभियुक्त", "Accused", 16),
        answers(("kind", "app_no"), "प्रकार / प्रा0पत्र सं0", "Kind, application", 12),
        answer("court.court_name", "न्यायालय", "Court", 12),
        moment("received_dt", "प्राप्ति", "Received"),
        moment("hearing_dt", "सुनवाई", "Hearing"),
        moment("report_dt", "आख्या प्रेषित", "Report sent"),
        answers(("result", "order_dt"), "आदेश", "Order", 11),
        amount("बन्धपत्र रु0", "Bond, Rs.", lambda entry: entry.letter.get("bond_amount"), 9),
        moment("released_dt", "रिहाई", "Released"),
    ),
)
