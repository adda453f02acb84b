"""Missing persons of full age."""

from forms.kit.register import Column, Entry, Register, Shelf
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


def _is_adult(entry: Entry) -> bool:
    return entry.letter.get("category") not in ("BOY", "GIRL")


REGISTER = Register(
    code="missing",
    words=Words("गुमशुदगी रजिस्टर", "Register of missing persons"),
    form="iif_8",
    shelf=Shelf.PERSONS,
    chief=True,
    landscape=True,
    keep=_is_adult,
    columns=(
        number(9, "गुम0 सं0", "No."),
        moment("report_dt", "सूचना", "Reported"),
        a_person("missing", "गुमशुदा", "Missing person", 19, age=True),
        moment("last_seen_dt", "गुम होने का समय", "Last seen"),
        Column(
            Words("स्थान", "Place"),
            lambda entry: place_said(entry.letter.get("last_seen_place")),
            12,
        ),
        Column(
            Words("सूचनाकर्ता", "Informant"),
            lambda entry: person_said(entry.letter.get("informant"), address=False),
            12,
        ),
        answers(("fir_ref", "gd_ref"), "प्राथमिकी / रपट", "FIR, diary entry", 11),
        an_officer("io", "जाँचकर्ता", "Enquiry by", 11),
        answer("status", "स्थिति", "State", 8),
        moment("traced_dt", "बरामदगी", "Traced"),
        Column(
            Words("किसे सौंपा", "Handed to"),
            lambda entry: person_said(entry.letter.get("handed_to"), address=False),
            12,
        ),
    ),
)
