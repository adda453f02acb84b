"""Dead animals and carcasses found."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, moment, number, person_said, place_said

REGISTER = Register(
    code="dead_animals",
    words=Words("मृत पशु (लोथ) रजिस्टर", "Register of dead animals"),
    form="dead_anim",
    shelf=Shelf.PROPERTY,
    landscape=True,
    columns=(
        number(),
        moment("found_dt", "मिला", "Found"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 15),
        answers(("species", "sex", "marks"), "पशु / लिंग / चिह्न", "Animal, sex, marks", 15),
        amount("संख्या", "Number", lambda entry: entry.letter.get("count"), 7),
        answer("cause", "कारण", "Cause", 11),
        Column(Words("स्वामी", "Owner"), lambda entry: person_said(entry.letter.get("owner")), 15),
        answer("vet", "पशु चिकित्सक", "Veterinary", 16),
        answer("disposal", "निस्तारण", "Disposal", 14),
    ),
)
