"""Letters and reports sent."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import answer, answers, moment, number

REGISTER = Register(
    code="dak_out",
    words=Words("डाक प्रेषण रजिस्टर", "Register of letters sent"),
    form="rpt",
    landscape=True,
    columns=(
        number(9, "प्रेषण सं0", "No."),
        moment("sent_at", "प्रेषण", "Sent"),
        answer("sent_to", "किसे", "To", 16),
        answers(("kind", "subject"), "प्रकार / विषय", "Kind, subject", 28),
        answers(("called_by", "letter_no"), "किसने माँगी / पत्र सं0", "Called for by, letter", 16),
        moment("due_on", "देय", "Due"),
        answer("mode", "माध्यम", "By", 8),
        answer("status", "स्थिति", "State", 8),
    ),
)
