"""Gangs registered: leader, members, area, crimes."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers

REGISTER = Register(
    code="gangs",
    words=Words("गैंग रजिस्टर", "Register of gangs"),
    form="ocis_1",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    basis=Words("उ0प्र0 गिरोहबन्द अधिनियम 1986", "U.P. Gangsters Act, 1986"),
    columns=(
        answer("gang_no", "गैंग सं0", "Gang no.", 8),
        answers(("gang_name", "alias"), "गैंग का नाम", "Name", 14),
        answer("kind", "प्रकार", "Kind", 9),
        answer("leader", "गैंग लीडर", "Leader", 14),
        answer("member_count", "सदस्य", "Members", 7),
        answers(("crime_types", "mo"), "अपराध / तरीका", "Crimes, method", 18),
        answer("areas", "क्षेत्र", "Areas", 14),
        answers(("registered_order", "formed_dt"), "पंजीकरण आदेश", "Order", 12),
        answers(("status", "reviewed_dt"), "स्थिति / समीक्षा", "State, reviewed", 11),
        amount("सम्पत्ति रु0", "Property, Rs.", lambda entry: entry.letter.get("property_total"), 10),
    ),
)
