"""Character, passport, tenant and employee verifications and other citizen services."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answer, answers, moment

REGISTER = Register(
    code="verifications",
    words=Words("चरित्र / पासपोर्ट / किरायेदार सत्यापन रजिस्टर", "Register of verifications"),
    form="cs_enq",
    shelf=Shelf.PUBLIC,
    landscape=True,
    columns=(
        answers(("request_no", "service"), "आवेदन सं0 / सेवा", "Request, service", 14),
        moment("received_on", "प्राप्ति", "Received"),
        moment("due_on", "देय", "Due"),
        a_person("applicant", "आवेदक", "Applicant", 18),
        a_person("subject", "जिसका सत्यापन", "Person verified", 15),
        an_officer("eo", "जाँच अधिकारी", "Enquiry officer"),
        moment("visit_at", "स्थल पर", "Visited"),
        answers(("record_found", "history"), "अभिलेख", "Record found", 12),
        answer("result", "संस्तुति", "Result", 9),
        moment("forwarded_at", "अग्रसारित", "Forwarded"),
    ),
)
