"""Sureties and the checking of them."""

from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    case_number,
    kept,
    lines_of,
    number,
    of_line,
    officer_said,
    person_said,
)

REGISTER = Register(
    code="sureties",
    words=Words("जमानतदार सत्यापन रजिस्टर", "Register of sureties"),
    form="bail",
    shelf=Shelf.COURT,
    landscape=True,
    lines=lines_of("sureties"),
    columns=(
        number(7, "क्र0", "No."),
        case_number(),
        Column(
            Words("अभियुक्त", "Accused"),
            lambda entry: person_said(entry.letter.get("accused"), address=False),
            16,
        ),
        Column(Words("जमानतदार", "Surety"), lambda entry: person_said(entry.row), 24),
        of_line("relation", "सम्बन्ध", "Relation", 10, within="sureties"),
        of_line("property", "सम्पत्ति", "Property", 18, within="sureties"),
        of_line("verified_dt", "सत्यापन", "Checked", 10, within="sureties"),
        Column(
            Words("सत्यापनकर्ता", "Checked by"),
            lambda entry: officer_said(entry.row.get("verified_by")),
            14,
        ),
        kept("cases", "अन्य वादों में जमानतदार", "Surety in other cases", 14),
    ),
)
