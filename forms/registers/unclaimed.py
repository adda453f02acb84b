"""Unclaimed property: where it was found and what became of it."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    amount,
    an_officer,
    answer,
    kept,
    lines_of,
    moment,
    number,
    of_line,
    place_said,
)


def _is_unclaimed(entry: Entry) -> bool:
    return entry.letter.get("nature") == "UNCLAIMED"


REGISTER = Register(
    code="unclaimed",
    words=Words("लावारिस माल रजिस्टर", "Unclaimed property register"),
    form="iif_4",
    shelf=Shelf.PROPERTY,
    landscape=True,
    lines=lines_of("items"),
    keep=_is_unclaimed,
    basis=Words("धारा 106, 503 बी0एन0एस0एस0", "ss.106, 503 BNSS"),
    columns=(
        number(),
        answer("malkhana_no", "मालखाना सं0", "Malkhana no.", 9),
        moment("seize_at", "प्राप्ति", "Found"),
        Column(Words("स्थान", "Place"), lambda entry: place_said(entry.letter.get("place")), 16),
        of_line("description", "सम्पत्ति का विवरण", "Description", 24, within="items"),
        amount("मूल्य रु0", "Value, Rs.", lambda entry: entry.row.get("value_rs"), 9),
        moment("mag_report_at", "मजिस्ट्रेट को रिपोर्ट", "Magistrate told"),
        kept("proclaimed", "उद्घोषणा / स्वामी", "Proclamation, owner", 16),
        an_officer("io", "अधिकारी", "Officer"),
    ),
)
