"""Drives ordered by seniors: target, done, last day."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, answers, moment

REGISTER = Register(
    code="drives_register",
    words=Words("अभियान रजिस्टर", "Register of drives"),
    form="drive",
    landscape=True,
    columns=(
        answer("name", "अभियान", "Drive", 20),
        answers(("called_by", "letter_no"), "आदेश", "Order", 16),
        moment("from_on", "से", "From"),
        moment("to_on", "तक", "To"),
        an_officer("in_charge", "प्रभारी", "In charge"),
        answer("target", "लक्ष्य", "Target", 8),
        answer("done", "पूर्ण", "Done", 8),
        answer("percent", "प्रतिशत", "Per cent", 8),
        answer("status", "स्थिति", "State", 8),
    ),
)
