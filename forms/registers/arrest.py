"""Arrest register: who was arrested in which case, when and by whom, and when produced."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    an_officer,
    answer,
    case_number,
    moment,
    number,
    place_said,
    sections,
)

REGISTER = Register(
    code="arrest",
    words=Words("गिरफ्तारी रजिस्टर", "Arrest register"),
    form="iif_3",
    shelf=Shelf.INVESTIGATION,
    chief=True,
    landscape=True,
    basis=Words("धारा 35–58 बी0एन0एस0एस0", "ss.35–58 BNSS"),
    columns=(
        number(7, "कोड", "Code"),
        case_number(),
        sections(width=11),
        a_person("accused", "गिरफ्तार व्यक्ति", "Arrested person", 19, age=True),
        moment("arrest_at", "गिरफ्तारी", "Arrested"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 12),
        an_officer("io", "गिरफ्तार करने वाला", "Arrested by", 12),
        moment("relative_at", "परिजन को सूचना", "Family told"),
        moment("produced_at", "न्यायालय में पेशी", "Produced"),
        answer("gd_ref", "रपट", "Diary entry", 9),
    ),
)
