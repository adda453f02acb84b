"""Remands: custody sought and ordered, and when it ends."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answers, case_number, moment, number, sections

REGISTER = Register(
    code="remand",
    words=Words("रिमाण्ड रजिस्टर", "Remand register"),
    form="remand",
    shelf=Shelf.COURT,
    chief=True,
    landscape=True,
    basis=Words("धारा 187 बी0एन0एस0एस0", "s.187 BNSS"),
    columns=(
        number(7, "क्र0", "No."),
        case_number(),
        a_person("accused", "अभियुक्त", "Accused", 16),
        sections(width=11),
        moment("arrest_dt", "गिरफ्तारी", "Arrested"),
        moment("produced_dt", "पेशी", "Produced"),
        answers(("sought", "days"), "मांग / दिन", "Sought, days", 9),
        answers(("order_kind", "order_days"), "आदेश / दिन", "Ordered, days", 9),
        moment("next_dt", "अगली तिथि", "Next date"),
        answers(("pc_used", "jc_used"), "पी0सी0 / जे0सी0 दिन", "Police, judicial custody days", 8),
        moment("clock_end", "60/90 दिन पूरे", "60 or 90 days end"),
        an_officer("officer", "अधिकारी", "Officer", 10),
    ),
)
