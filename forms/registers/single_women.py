"""Single women who asked to be visited."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import last_of
from forms.parts.columns import a_person, amount, answer, answers, kept, number


def _is_willing(entry: Entry) -> bool:
    """Who took back the consent is no longer shown."""
    return not entry.letter.get("consent_withdrawn")


REGISTER = Register(
    code="single_women",
    words=Words("एकल महिला रजिस्टर", "Register of single women"),
    form="sng_woman",
    shelf=Shelf.PERSONS,
    landscape=True,
    standing=True,
    keep=_is_willing,
    columns=(
        number(),
        a_person("person", "नाम व पता", "Name and address", 22, age=True),
        answers(
            ("status", "workplace", "late_route"),
            "स्थिति / कार्यस्थल / मार्ग",
            "Status, workplace, route",
            18,
        ),
        answer("contacts", "सम्पर्क", "Contacts", 16),
        answers(("beat", "beat_officer"), "बीट / अधिकारी", "Beat, officer", 14),
        Column(Words("अन्तिम भ्रमण", "Last visit"), last_of("visits"), 10),
        amount("भ्रमण", "Visits", lambda entry: len(list(rows(entry.letter, "visits"))), 7),
        kept("watch", "टिप्पणी", "Remarks", 12),
    ),
)
