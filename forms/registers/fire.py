"""Fires: time, cause, loss, what was done."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, moment, number, place_said, some_persons

REGISTER = Register(
    code="fire",
    words=Words("अग्निकाण्ड रजिस्टर", "Register of fires"),
    form="fire",
    shelf=Shelf.CRIME,
    landscape=True,
    columns=(
        number(),
        moment("fire_dt", "आग का समय", "Fire"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 14),
        answers(("place_kind", "cause"), "स्थान का प्रकार / कारण", "Kind of place, cause", 13),
        moment("brigade_arrived_dt", "दमकल पहुँची", "Brigade came"),
        amount("हानि रु0", "Loss, Rs.", lambda entry: entry.letter.get("loss_total"), 10),
        some_persons("dead", "मृत", "Dead", 12, nobody="निल"),
        some_persons("injured", "घायल", "Injured", 12, nobody="निल"),
        answer("action", "कार्यवाही", "Action", 20, narrative=True),
    ),
)
