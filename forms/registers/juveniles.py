"""Children apprehended, kept apart: officer, hours, production before the Board."""

from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answers, case_number, moment, number, sections


def _is_a_child(entry: Entry) -> bool:
    return entry.letter.get("juvenile") is True


REGISTER = Register(
    code="juveniles",
    words=Words(
        "किशोर (विधि का उल्लंघन करने वाले बालक) रजिस्टर", "Register of children in conflict with law"
    ),
    form="iif_3",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    keep=_is_a_child,
    basis=Words("किशोर न्याय अधिनियम 2015", "Juvenile Justice Act, 2015"),
    columns=(
        number(7, "कोड", "Code"),
        case_number(),
        sections(),
        a_person("accused", "बालक", "Child", 19, age=True),
        moment("arrest_at", "अभिरक्षा", "Apprehended"),
        an_officer("child_officer", "बाल कल्याण पुलिस अधिकारी", "Child welfare police officer", 14),
        moment("relative_at", "अभिभावक को सूचना", "Guardian told"),
        moment("produced_at", "बोर्ड के समक्ष", "Before the Board"),
        answers(
            ("produced_before.court_name", "produced_before.place"),
            "किशोर न्याय बोर्ड",
            "Juvenile Justice Board",
            14,
        ),
    ),
)
