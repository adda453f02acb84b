"""Enquiries into complaints and their disposal."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, moment

REGISTER = Register(
    code="enquiries",
    words=Words("शिकायत जाँच रजिस्टर", "Register of enquiries"),
    form="cmp_enq",
    shelf=Shelf.PUBLIC,
    landscape=True,
    columns=(
        answer("complaint_ref", "शिकायत", "Complaint", 18),
        an_officer("eo", "जाँच अधिकारी", "Enquiry officer"),
        moment("assigned_at", "सौंपी", "Assigned"),
        moment("due_on", "देय तिथि", "Due"),
        moment("finished_at", "समाप्त", "Finished"),
        answer("finding", "निष्कर्ष", "Finding", 26, narrative=True),
        answer("disposal", "निस्तारण", "Disposal", 12),
        moment("informed_on", "शिकायतकर्ता को सूचना", "Complainant told"),
        answer("feedback", "अंक", "Feedback", 6),
    ),
)
