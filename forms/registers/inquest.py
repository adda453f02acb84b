"""Inquest register (panchayatnama): unnatural deaths and their cause."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    an_officer,
    answer,
    answers,
    moment,
    number,
    person_said,
    place_said,
)

REGISTER = Register(
    code="inquest",
    words=Words("पंचायतनामा (मृत्यु समीक्षा) रजिस्टर", "Inquest register"),
    form="iif_11",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 194, 196 बी0एन0एस0एस0", "ss.194, 196 BNSS"),
    columns=(
        number(9, "पंचायतनामा सं0", "Inquest no."),
        moment("info_dt", "सूचना", "Informed"),
        a_person("deceased", "मृतक", "Deceased", 19, age=True),
        Column(
            Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("found_place")), 13
        ),
        answers(("manner", "apparent_cause"), "मृत्यु का प्रकार / कारण", "Manner, apparent cause", 14),
        an_officer("inquest_officer", "पंचायतनामा अधिकारी", "Inquest by"),
        answers(("pm_no", "pm_dt", "pm_cause"), "पोस्टमार्टम", "Post-mortem", 14),
        Column(
            Words("शव किसे सौंपा", "Body handed to"),
            lambda entry: person_said(entry.letter.get("body_handed_to"), address=False),
            12,
        ),
        moment("report_sent_dm_dt", "मजिस्ट्रेट को रिपोर्ट", "Magistrate told"),
        answer("final", "परिणाम", "Result", 10),
    ),
)
