"""Letters received, on paper and by Qmail."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, moment, number

REGISTER = Register(
    code="dak_in",
    words=Words("डाक प्राप्ति (आमद) रजिस्टर", "Register of letters received"),
    form="qmail",
    landscape=True,
    columns=(
        number(9, "आमद सं0", "No."),
        moment("seen_at", "प्राप्ति", "Received"),
        answer("sender", "प्रेषक", "From", 16),
        answer("letter_no", "पत्र सं0", "Letter no.", 12),
        answer("subject", "विषय", "Subject", 26),
        an_officer("marked_to", "किसे अंकित", "Marked to"),
        moment("due_on", "देय", "Due"),
        answer("status", "स्थिति", "State", 8),
        moment("reply_at", "उत्तर", "Replied"),
    ),
)
