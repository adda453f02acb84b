"""Help given and training held for the desk's users."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, answers, moment

REGISTER = Register(
    code="help_desk",
    words=Words("समस्या निराकरण व प्रशिक्षण रजिस्टर", "Register of help and training"),
    form="help",
    landscape=True,
    columns=(
        moment("asked_at", "दिनांक", "Date"),
        answers(("kind", "subject"), "प्रकार / विषय", "Kind, subject", 20),
        an_officer("asked_by", "किसने कहा", "Asked by"),
        answers(("device", "fault"), "उपकरण / समस्या", "Device, problem", 18),
        answer("solution", "समाधान", "Solution", 22),
        answers(("held_at", "minutes", "trained"), "प्रशिक्षण", "Training", 18),
        answer("status", "स्थिति", "State", 8),
    ),
)
