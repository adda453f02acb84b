"""Drug peddlers: cases, substances, property."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, amount, answer, answers, number

REGISTER = Register(
    code="drug_peddlers",
    words=Words("ड्रग पेडलर रजिस्टर", "Register of drug peddlers"),
    form="drug_db",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    columns=(
        number(),
        a_person("person", "व्यक्ति", "Person", 20, age=True),
        answers(("role", "status"), "भूमिका / स्थिति", "Role, state", 11),
        answer("fir_refs", "अभियोग", "Cases", 20),
        answer("substances", "मादक पदार्थ", "Substances", 16),
        answers(("area", "route"), "क्षेत्र / मार्ग", "Area, route", 16),
        amount("सम्पत्ति रु0", "Property, Rs.", lambda entry: entry.letter.get("property_total"), 10),
        answers(("pit_proposed", "pit_ref"), "पिट एन0डी0पी0एस0", "PIT NDPS", 10),
    ),
)
