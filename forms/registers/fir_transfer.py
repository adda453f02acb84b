"""FIRs sent to other stations and units, and their receipts."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, an_officer, answer, answers, case_number, moment, number

REGISTER = Register(
    code="fir_transfer",
    words=Words("प्राथमिकी स्थानान्तरण रजिस्टर", "Register of transferred FIRs"),
    form="fir_trf",
    shelf=Shelf.CRIME,
    landscape=True,
    columns=(
        number(),
        case_number(),
        answers(("to_unit", "to_district", "to_state"), "किसे", "To", 18),
        answers(("order_no", "reason"), "आदेश / कारण", "Order, reason", 16),
        amount("पन्ने", "Pages", lambda entry: entry.letter.get("pages_total"), 7),
        an_officer("handed_to", "किसके द्वारा", "Through", 14),
        moment("sent_at", "प्रेषण", "Sent"),
        moment("ack_at", "पावती", "Receipt"),
        answer("new_fir_no", "नया मु0अ0सं0", "New FIR no.", 11),
    ),
)
