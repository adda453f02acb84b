"""The FIR book (चिक): every first information report of the year by number."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words


def _sections(entry: Entry) -> str:
    return ", ".join(
        f"{row.get('section', '')} {row.get('act_text') or row.get('act', '')}"
        for row in rows(entry.letter, "acts")
    )


def _informant(entry: Entry) -> str:
    return str((entry.letter.get("informant") or {}).get("name") or "")


def _accused(entry: Entry) -> str:
    names = [str(row.get("name") or "अज्ञात") for row in rows(entry.letter, "accused")]
    return ", ".join(names) or "अज्ञात"


def _date(text: object) -> str:
    if not isinstance(text, str) or len(text) < 16:
        return ""
    return f"{text[8:10]}-{text[5:7]}-{text[:4]} {text[11:16]}"


REGISTER = Register(
    code="fir",
    words=Words("प्रथम सूचना रिपोर्ट पुस्तिका (चिक)", "FIR book"),
    form="iif_1",
    shelf=Shelf.CRIME,
    chief=True,
    series="fir",
    also=("fir_rereg",),
    landscape=True,
    columns=(
        Column(Words("मु0अ0सं0", "FIR no."), lambda entry: entry.number, 10),
        Column(Words("पंजीकरण", "Registered"), lambda entry: _date(entry.registered_at), 12),
        Column(Words("धारा", "Sections"), _sections, 16),
        Column(Words("घटना", "Occurrence"), lambda entry: _date(entry.letter.get("occ_from")), 12),
        Column(Words("सूचनाकर्ता", "Informant"), _informant, 16),
        Column(Words("अभियुक्त", "Accused"), _accused, 18),
        Column(
            Words("विवेचक", "I.O."),
            lambda entry: str((entry.letter.get("io") or {}).get("name") or ""),
            16,
        ),
    ),
)
