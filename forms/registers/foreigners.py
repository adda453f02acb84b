"""Foreign nationals named in stranger rolls."""

from collections.abc import Mapping

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, kept, moment, number


def _is_foreign(entry: Entry) -> bool:
    stranger = entry.letter.get("stranger")
    nationality = stranger.get("nationality") if isinstance(stranger, Mapping) else None
    return bool(nationality) and nationality != "IN"


REGISTER = Register(
    code="foreigners",
    words=Words("विदेशी नागरिक रजिस्टर", "Register of foreign nationals"),
    form="str_roll",
    shelf=Shelf.PERSONS,
    landscape=True,
    keep=_is_foreign,
    columns=(
        number(),
        moment("dt", "दिनांक", "Date"),
        a_person("stranger", "विदेशी नागरिक", "Foreign national", 20),
        answer("stranger.nationality", "राष्ट्रीयता", "Nationality", 10),
        answers(
            ("stranger.passport_no", "stranger.passport_issued", "stranger.passport_place"),
            "पासपोर्ट",
            "Passport",
            15,
        ),
        a_person("host", "मेजबान", "Host", 15),
        answer("purpose", "प्रयोजन", "Purpose", 12),
        answers(("sent_thana", "sent_dt", "reply_dt"), "सत्यापन", "Verification", 14),
        kept("watch", "टिप्पणी", "Remarks", 12),
    ),
)
