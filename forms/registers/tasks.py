"""Tasks and orders given and their state."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, answers, moment, number

REGISTER = Register(
    code="tasks",
    words=Words("आदेश / कार्य पुस्तिका", "Order book"),
    form="task",
    landscape=True,
    columns=(
        number(),
        answers(("from_office", "letter_no"), "किससे / पत्र सं0", "From, letter", 15),
        answer("title", "विषय", "Subject", 22),
        an_officer("assignee", "किसे", "Given to"),
        answer("instruction", "निर्देश", "Instruction", 24, narrative=True),
        moment("due_on", "देय", "Due"),
        answers(("status", "done_at"), "स्थिति", "State", 10),
    ),
)
