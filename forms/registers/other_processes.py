"""Court processes that are neither summons, warrant, proclamation nor attachment."""

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.book_families import PROCESS

ELSEWHERE = frozenset(
    ("SUMMONS_ACCUSED", "SUMMONS_WITNESS", "BW", "NBW", "PROCLAMATION_84", "ATTACHMENT_85")
)


def _is_another(entry: Entry) -> bool:
    return entry.letter.get("kind") not in ELSEWHERE


REGISTER = Register(
    code="other_processes",
    words=Words("अन्य न्यायिक आदेशिका रजिस्टर", "Register of other processes"),
    form="court_ord",
    shelf=Shelf.COURT,
    landscape=True,
    series="process",
    keep=_is_another,
    columns=PROCESS,
)
