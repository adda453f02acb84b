"""Lost articles reported at the station."""

from forms.kit.letter import rows
from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, amount, answer, moment, number, place_said, registered

REGISTER = Register(
    code="lost_property",
    words=Words("खोया-पाया रजिस्टर", "Register of lost property"),
    form="lost_prop",
    shelf=Shelf.PROPERTY,
    landscape=True,
    columns=(
        number(),
        registered(),
        a_person("applicant", "प्रार्थी", "Applicant"),
        Column(
            Words("वस्तु", "Articles"),
            lambda entry: "\n".join(
                str(row.get("description") or "") for row in rows(entry.letter, "items")
            ),
            22,
        ),
        amount("मूल्य रु0", "Value, Rs.", lambda entry: entry.letter.get("items_total"), 9),
        moment("lost_from_dt", "खोने का समय", "Lost"),
        Column(
            Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("lost_place")), 13
        ),
        answer("status", "स्थिति", "State", 9),
        moment("returned_dt", "वापसी", "Returned"),
    ),
)
