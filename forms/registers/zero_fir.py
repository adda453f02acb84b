"""The book of zero FIRs: information of a cognizable offence of another station's area."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answers, kept, moment, number, registered, sections

REGISTER = Register(
    code="zero_fir",
    words=Words("जीरो एफ0आई0आर0 रजिस्टर", "Zero FIR register"),
    form="iif_1",
    shelf=Shelf.CRIME,
    series="zero_fir",
    landscape=True,
    basis=Words("धारा 173(1) बी0एन0एस0एस0", "s.173(1) BNSS"),
    columns=(
        number(9, "जीरो सं0", "Zero no."),
        registered(),
        sections(),
        a_person("informant", "सूचनाकर्ता", "Informant"),
        moment("occ_from", "घटना", "Occurrence"),
        answers(
            ("place.village_town", "outside_thana", "outside_district"),
            "घटनास्थल / थाना / जनपद",
            "Place, station, district",
        ),
        answers(("transfer_thana", "transfer_district"), "कहाँ स्थानान्तरित", "Transferred to"),
        moment("dispatched_at", "प्रेषण", "Sent"),
        kept("answer", "नया मु0अ0सं0 / पावती", "New FIR no., receipt"),
    ),
)
