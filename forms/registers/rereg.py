"""FIRs received from other stations and registered anew."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    an_officer,
    answer,
    answers,
    moment,
    number,
    registered,
    sections,
)

REGISTER = Register(
    code="rereg",
    words=Words("प्राप्त (स्थानान्तरित) प्राथमिकी रजिस्टर", "Register of received FIRs"),
    form="fir_rereg",
    shelf=Shelf.CRIME,
    landscape=True,
    columns=(
        number(9, "मु0अ0सं0", "FIR no."),
        registered(),
        answers(
            ("orig_no", "orig_thana", "orig_district"),
            "मूल सं0 / थाना / जनपद",
            "Original no., station, district",
            18,
        ),
        moment("orig_at", "मूल पंजीकरण", "Registered there"),
        moment("received_at", "प्राप्ति", "Received"),
        sections(),
        a_person("informant", "सूचनाकर्ता", "Informant"),
        an_officer("io", "विवेचक", "I.O."),
        answer("origin_informed", "मूल थाना सूचित", "Station told", 9),
    ),
)
