"""Addresses, e-mail and telephone numbers of those to be summoned."""

from collections.abc import Mapping

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, moment, number


def _phones(entry: Entry) -> str:
    person = entry.letter.get("person")
    found = rows(person, "phones") if isinstance(person, Mapping) else ()
    return "\n".join(str(row.get("phone") or row.get("number") or "") for row in found)


REGISTER = Register(
    code="addresses_64",
    words=Words("पता / ई-मेल / मोबाइल रजिस्टर — धारा 64(1)", "Register of addresses, s.64(1)"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    basis=Words("धारा 64(1) बी0एन0एस0एस0", "s.64(1) BNSS"),
    columns=(
        number(9, "क्रमांक", "No."),
        a_person("person", "व्यक्ति व पता", "Person and address", 28),
        answer("role", "हैसियत", "As", 10),
        Column(Words("मोबाइल", "Telephone"), _phones, 14),
        answer("person.email", "ई-मेल", "E-mail", 18),
        answers(("court.court_name", "court.case_no"), "न्यायालय / वाद सं0", "Court, case", 18),
        moment("received_dt", "प्राप्ति", "Received"),
    ),
)
