"""Complaints of the women's help desk."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import one_of
from forms.parts.columns import a_person, an_officer, answer, answers, kept, moment, number

REGISTER = Register(
    code="women_desk",
    words=Words("महिला हेल्प डेस्क रजिस्टर", "Women's help desk register"),
    form="complaint",
    shelf=Shelf.PUBLIC,
    landscape=True,
    series="complaint",
    keep=one_of("category", "DOMESTIC", "HARASSMENT"),
    columns=(
        number(9, "शिकायत सं0", "No."),
        moment("received_at", "प्राप्ति", "Received"),
        answers(("mode", "portal_no"), "माध्यम / पोर्टल सं0", "Channel, portal no.", 13),
        a_person("complainant", "शिकायतकर्ता", "Complainant", 19),
        answer("category", "श्रेणी", "Category", 11),
        answer("brief", "संक्षेप", "Brief", 26, narrative=True),
        an_officer("eo", "जाँच अधिकारी", "Enquiry officer"),
        answer("linked", "प्राथमिकी / एन0सी0आर0", "FIR, NCR", 12),
        kept("watch", "कार्यवाही / टिप्पणी", "Action, remarks", 14),
    ),
)
