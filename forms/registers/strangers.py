"""Strangers whose rolls were sent to their home stations."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, moment, number, place_said

REGISTER = Register(
    code="strangers",
    words=Words("अजनबी रोल रजिस्टर", "Register of stranger rolls"),
    form="str_roll",
    shelf=Shelf.PERSONS,
    landscape=True,
    columns=(
        number(),
        moment("dt", "दिनांक", "Date"),
        a_person("stranger", "अजनबी", "Stranger", 18, age=True),
        Column(
            Words("कहाँ मिला", "Found at"),
            lambda entry: place_said(entry.letter.get("where_found")),
            13,
        ),
        answers(("claimed_home", "claimed_thana"), "बताया घर / थाना", "Home and station told", 14),
        answer("reason", "सन्देह का कारण", "Why suspected", 16),
        answers(("sent_thana", "sent_dt"), "रोल प्रेषित", "Roll sent", 12),
        moment("reply_dt", "उत्तर", "Reply"),
        answers(("character", "wanted"), "चरित्र / वांछित", "Character, wanted", 11),
        answer("action", "कार्यवाही", "Action", 11),
    ),
)
