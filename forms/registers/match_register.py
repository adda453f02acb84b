"""Missing persons and unidentified persons or bodies compared."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, moment, number, person_said, registered

REGISTER = Register(
    code="match_register",
    words=Words("मिलान रजिस्टर", "Register of matches"),
    form="match",
    shelf=Shelf.PERSONS,
    landscape=True,
    columns=(
        number(),
        registered(),
        answer("missing_ref", "गुमशुदा", "Missing person", 16),
        answers(
            ("other_ref", "other_thana", "other_thana_no"),
            "अज्ञात व्यक्ति / शव",
            "Unidentified person or body",
            18,
        ),
        answer("score", "अंक", "Score", 6),
        answer("basis", "आधार", "Basis", 16),
        answer("decision", "निर्णय", "Decision", 10),
        Column(
            Words("पहचानकर्ता", "Identified by"),
            lambda entry: person_said(entry.letter.get("identified_by")),
            14,
        ),
        moment("decided_at", "दिनांक", "Date"),
    ),
)
