"""The book of non-cognizable reports by number."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    answer,
    answers,
    moment,
    number,
    registered,
    sections,
    some_persons,
)

REGISTER = Register(
    code="ncr",
    words=Words("एन0सी0आर0 पुस्तिका", "NCR book"),
    form="ncr",
    shelf=Shelf.CRIME,
    landscape=True,
    basis=Words("धारा 174 बी0एन0एस0एस0", "s.174 BNSS"),
    columns=(
        number(9, "एन0सी0आर0 सं0", "NCR no."),
        registered(),
        sections(),
        a_person("complainant", "शिकायतकर्ता", "Complainant"),
        some_persons("accused", "विपक्षी", "Opposite party", 16, nobody="अज्ञात"),
        moment("occ_from", "घटना", "Occurrence"),
        answer("brief", "संक्षिप्त विवरण", "Brief", 24, narrative=True),
        moment("fortnight_sent_dt", "पाक्षिक सूची", "Fortnightly list"),
        answers(("mag_order_no", "mag_order_dt"), "मजिस्ट्रेट का आदेश", "Magistrate's order", 12),
        answer("converted_fir", "प्राथमिकी", "FIR", 10),
    ),
)
