"""What registered gangs did: incident, case, members, outcome."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, moment, number, place_said, sections

REGISTER = Register(
    code="gang_activity",
    words=Words("गैंग गतिविधि रजिस्टर", "Register of gang activity"),
    form="ocis_2",
    shelf=Shelf.WATCH,
    landscape=True,
    columns=(
        number(),
        answer("gang_ref", "गैंग", "Gang", 14),
        moment("incident_dt", "घटना", "Incident"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 14),
        answers(("fir", "fir_no", "fir_thana"), "मु0अ0सं0 / थाना", "FIR, station", 13),
        sections(),
        answer("members", "सदस्य", "Members", 16),
        amount("सम्पत्ति रु0", "Property, Rs.", lambda entry: entry.letter.get("property_total"), 9),
        answer("outcome", "परिणाम", "Outcome", 12),
    ),
)
