"""Unidentified living persons: where found, where kept, to whom handed."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, moment, number, person_said, place_said

REGISTER = Register(
    code="unidentified",
    words=Words("अज्ञात व्यक्ति रजिस्टर", "Register of unidentified persons"),
    form="iif_9",
    shelf=Shelf.PERSONS,
    landscape=True,
    columns=(
        number(),
        moment("found_dt", "मिला", "Found"),
        Column(
            Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("found_place")), 14
        ),
        answers(("gender", "age_from", "age_to"), "लिंग / आयु से-तक", "Gender, age from, to", 9),
        answers(("told_name", "told_address"), "बताया नाम / पता", "Name and address told", 16),
        answer("physical.identification_marks", "पहचान चिह्न", "Marks", 16),
        answers(("kept_at", "kept_name", "order_no"), "कहाँ रखा / आदेश", "Kept where, order", 14),
        answer("status", "स्थिति", "State", 9),
        Column(
            Words("किसे सौंपा", "Handed to"),
            lambda entry: person_said(entry.letter.get("handed_to")),
            14,
        ),
        moment("handed_dt", "सौंपा", "Handed over"),
    ),
)
