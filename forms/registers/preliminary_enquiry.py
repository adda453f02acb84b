"""Preliminary enquiries before an FIR: permission, limit of fourteen days, outcome."""

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, answers, moment, sections


def _is_preliminary(entry: Entry) -> bool:
    return entry.letter.get("pe_173_3") is True


REGISTER = Register(
    code="preliminary_enquiry",
    words=Words("प्रारम्भिक जाँच रजिस्टर — धारा 173(3)", "Register of preliminary enquiries, s.173(3)"),
    form="cmp_enq",
    shelf=Shelf.PUBLIC,
    landscape=True,
    keep=_is_preliminary,
    basis=Words("धारा 173(3) बी0एन0एस0एस0", "s.173(3) BNSS"),
    columns=(
        answer("complaint_ref", "शिकायत", "Complaint", 16),
        sections(),
        answers(
            ("dsp_permission", "permitted_at"),
            "क्षेत्राधिकारी की अनुमति",
            "Permission of the Dy.SP",
            14,
        ),
        an_officer("eo", "जाँच अधिकारी", "Enquiry officer"),
        moment("assigned_at", "सौंपी", "Assigned"),
        moment("pe_due_on", "14 दिन पूरे", "14 days end"),
        moment("finished_at", "समाप्त", "Finished"),
        answers(("recommendation", "decision"), "संस्तुति / निर्णय", "Recommendation, decision", 14),
        answers(("linked", "finding_copy_on"), "प्राथमिकी / प्रति", "FIR, copy given", 12),
    ),
)
