"""Proclamations and attachments ordered by courts."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answers, moment, number

KINDS = ("PROCLAMATION_84", "ATTACHMENT_85")


def _is_of_this_kind(entry: Entry) -> bool:
    return entry.letter.get("kind") in KINDS


REGISTER = Register(
    code="proclamations",
    words=Words("उद्घोषणा व कुर्की रजिस्टर — धारा 84, 85", "Proclamations and attachments, ss.84, 85"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    keep=_is_of_this_kind,
    columns=(
        number(9, "क्रमांक", "No."),
        moment("received_dt", "प्राप्ति", "Received"),
        answers(("process_no", "kind"), "आदेशिका सं0 / प्रकार", "Process no., kind", 13),
        answers(("court.court_name", "court.case_no"), "न्यायालय / वाद सं0", "Court, case", 15),
        a_person("person", "किसके नाम", "Against", 17),
        moment("hearing_dt", "पेशी", "Hearing"),
        an_officer("assigned_to", "किसे सौंपा", "Given to", 11),
        Column(
            Words("प्रयास", "Attempts"),
            lambda entry: str(len(list(rows(entry.letter, "attempts"))) or ""),
            6,
        ),
        moment("served_dt", "तामील", "Served"),
        answers(("returned_dt", "return_reason"), "वापसी / कारण", "Returned, reason", 12),
    ),
)
