"""Information that citizens gave, and what came of it; a hidden name stays hidden."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, moment, number

REGISTER = Register(
    code="tips",
    words=Words("सहायक नागरिक सूचना रजिस्टर", "Register of information by citizens"),
    form="cit_tip",
    shelf=Shelf.PUBLIC,
    landscape=True,
    columns=(
        number(),
        moment("received_at", "प्राप्ति", "Received"),
        answer("channel", "माध्यम", "Channel", 10),
        answer("subject", "विषय", "Subject", 18),
        answer("brief", "सूचना", "Information", 28, narrative=True),
        answer("verified", "सत्यापन", "Verified", 10),
        answer("action", "कार्यवाही", "Action", 20, narrative=True),
        answer("linked", "सम्बन्धित अभिलेख", "Linked record", 12),
    ),
)
