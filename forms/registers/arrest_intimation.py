"""Book of information given of arrests: which relative or friend was told, when and how."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answer, case_number, moment, number, pen


def _told(entry: Entry) -> str:
    """The relative's name, relation and number."""
    keys = ("relative.name", "relative.relation", "relative.phone")
    return ", ".join(filter(None, (entry.said(key) for key in keys)))


REGISTER = Register(
    code="arrest_intimation",
    words=Words("गिरफ्तारी सूचना पुस्तक — धारा 48(3)", "Book of information of arrests, s.48(3)"),
    form="iif_3",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 48(3) बी0एन0एस0एस0", "s.48(3) BNSS"),
    columns=(
        number(7, "कोड", "Code"),
        case_number(),
        a_person("accused", "गिरफ्तार व्यक्ति", "Arrested person"),
        moment("arrest_at", "गिरफ्तारी", "Arrested"),
        Column(Words("किसे सूचना दी", "Who was told"), _told, 20),
        moment("relative_at", "सूचना का समय", "Told at"),
        answer("relative.means", "माध्यम", "By", 10),
        an_officer("io", "सूचना देने वाला", "Told by"),
        pen("हस्ताक्षर", "Signature", 10),
    ),
)
