"""Firing and lathi charges: order, rounds, injuries, enquiry."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, moment, number, place_said, some_persons

REGISTER = Register(
    code="firing_register",
    words=Words("गोलाबारी / लाठीचार्ज रजिस्टर", "Register of firing and lathi charges"),
    form="firing",
    shelf=Shelf.CRIME,
    landscape=True,
    columns=(
        number(),
        moment("from_dt", "समय", "Time"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 14),
        answers(("kinds", "occasion"), "प्रकार / अवसर", "Kind, occasion", 14),
        answers(("ordered_by", "magistrate"), "आदेश", "Ordered by", 15),
        amount("चली गोलियाँ", "Rounds fired", lambda entry: entry.letter.get("fired_total"), 8),
        some_persons("police_injured", "पुलिस घायल", "Police injured", 12, nobody="निल"),
        some_persons("public_injured", "जनता घायल", "Public injured", 12, nobody="निल"),
        some_persons("dead", "मृत", "Dead", 10, nobody="निल"),
        answer("inquiry", "जाँच", "Inquiry", 12),
    ),
)
