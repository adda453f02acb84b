"""Equipment of the desk: faults, tickets, repair."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, answers, moment

REGISTER = Register(
    code="equipment",
    words=Words("उपकरण रजिस्टर", "Register of equipment"),
    form="asset",
    landscape=True,
    standing=True,
    columns=(
        answers(("device", "make_model"), "उपकरण", "Device", 16),
        answer("serial", "क्रम सं0", "Serial", 12),
        answers(
            ("placed", "received_on", "warranty_to"),
            "स्थान / प्राप्ति / वारण्टी",
            "Place, received, warranty",
            15,
        ),
        an_officer("in_charge", "प्रभारी", "In charge"),
        answer("fault", "खराबी", "Fault", 18),
        moment("since", "कब से", "Since"),
        answers(("ticket_no", "escalated_on"), "टिकट / प्रेषण", "Ticket, passed on", 12),
        moment("restored_at", "ठीक हुआ", "Restored"),
    ),
)
