"""Preventive actions: parties, sections, bonds and their breach."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, moment, number, registered, some_persons

REGISTER = Register(
    code="preventive",
    words=Words("निरोधात्मक कार्यवाही रजिस्टर", "Register of preventive actions"),
    form="prev",
    shelf=Shelf.WATCH,
    landscape=True,
    basis=Words("धारा 126–129, 135, 170 बी0एन0एस0एस0", "ss.126–129, 135, 170 BNSS"),
    columns=(
        number(),
        registered(),
        answers(("sections", "other_section"), "धारा", "Sections", 13),
        some_persons("party1", "प्रथम पक्ष", "First party", 18),
        some_persons("party2", "द्वितीय पक्ष", "Second party", 16),
        moment("arrested_dt", "गिरफ्तारी", "Arrested"),
        answers(
            ("magistrate.court_name", "magistrate.case_no"),
            "मजिस्ट्रेट / वाद सं0",
            "Magistrate, case",
            13,
        ),
        moment("chalani_dt", "चालानी", "Sent up"),
        answers(("bond_dt", "bond_to"), "पाबन्द / कब तक", "Bound, until", 11),
        amount("मुचलका रु0", "Bond, Rs.", lambda entry: entry.letter.get("bond_amount"), 9),
        answer("final_order", "अन्तिम आदेश", "Final order", 11),
    ),
)
