"""Sexual offenders, convicted or accused, and the watch on them."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, moment, number, place_said

REGISTER = Register(
    code="sex_offenders",
    words=Words("यौन अपराधी रजिस्टर", "Register of sexual offenders"),
    form="sex_off",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    columns=(
        number(),
        a_person("offender", "अपराधी", "Offender", 22, age=True),
        Column(
            Words("वर्तमान पता", "Present address"),
            lambda entry: place_said(entry.letter.get("present_address")),
            16,
        ),
        answer("fir_refs", "अभियोग", "Cases", 20),
        answers(("convicted", "sentence"), "दोषसिद्ध / दण्ड", "Convicted, sentence", 13),
        moment("release_dt", "रिहाई", "Released"),
        answer("surveillance", "निगरानी", "Watch", 18),
    ),
)
