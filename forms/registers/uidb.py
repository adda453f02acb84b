"""Unidentified bodies: marks, preservation, identification and disposal."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, moment, number, person_said, place_said


def _age(entry: Entry) -> str:
    ages = [entry.said(key) for key in ("approx_age_from", "approx_age_to")]
    return "\n".join(filter(None, (entry.said("gender"), "–".join(filter(None, ages)))))


REGISTER = Register(
    code="uidb",
    words=Words("अज्ञात शव रजिस्टर", "Register of unidentified bodies"),
    form="iif_10",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    columns=(
        number(9, "यू0डी0 सं0", "No."),
        moment("found_dt", "शव मिला", "Found"),
        Column(
            Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("found_place")), 13
        ),
        Column(Words("लिंग / आयु", "Gender, age"), _age, 9),
        answer("physical.identification_marks", "पहचान चिह्न", "Marks", 16),
        answers(("clothes", "ornaments"), "वस्त्र / आभूषण", "Clothes, ornaments", 16),
        answers(("pm_no", "pm_cause"), "पोस्टमार्टम", "Post-mortem", 11),
        moment("preserve_until", "सुरक्षित कब तक", "Kept until"),
        Column(
            Words("पहचान", "Identified as"),
            lambda entry: person_said(entry.letter.get("deceased")),
            14,
        ),
        moment("body_disposed_dt", "निस्तारण", "Disposed"),
    ),
)
