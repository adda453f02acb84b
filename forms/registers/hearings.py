"""Hearings: who came, what was ordered, the next date."""

from forms.kit.letter import rows
from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, case_number, moment

REGISTER = Register(
    code="hearings",
    words=Words("पेशी रजिस्टर", "Register of hearings"),
    form="trial",
    shelf=Shelf.COURT,
    landscape=True,
    columns=(
        moment("hearing_dt", "पेशी", "Hearing"),
        case_number(),
        answer("case_ref", "वाद", "Case", 12),
        answer("stage", "चरण", "Stage", 11),
        Column(
            Words("उपस्थित", "Present"),
            lambda entry: "\n".join(
                str(row.get("name") or "") for row in rows(entry.letter, "present")
            ),
            14,
        ),
        Column(
            Words("साक्षी", "Witnesses"),
            lambda entry: "\n".join(
                str(row.get("name") or "") for row in rows(entry.letter, "witnesses")
            ),
            14,
        ),
        answer("order", "आदेश", "Order", 22, narrative=True),
        answer("adjourned_why", "स्थगन का कारण", "Adjourned because", 12),
        moment("next_dt", "अगली तिथि", "Next date"),
        an_officer("pairokar", "पैरोकार", "Liaison officer"),
    ),
)
