"""Complaints of the public, from every channel, to their disposal."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    a_person,
    an_officer,
    answer,
    answers,
    moment,
    moment_said,
    number,
    some_persons,
)
from forms.parts.lists import Listed

DISPOSAL = Listed("CMP_DISP")


def _disposal(entry: Entry) -> str:
    """Day and outcome of the enquiry, where it is finished."""
    said = []
    for paper in entry.papers("cmp_enq"):
        outcome = DISPOSAL.words_of(str(paper.letter.get("disposal") or ""))
        day = moment_said(paper.letter.get("disposal_on"))
        said.append(f"{outcome.hi if outcome else ''} {day}".strip())
    return "\n".join(filter(None, said))


REGISTER = Register(
    code="complaints",
    words=Words("जन शिकायत (आई0जी0आर0एस0) रजिस्टर", "Register of complaints"),
    form="complaint",
    shelf=Shelf.PUBLIC,
    chief=True,
    landscape=True,
    columns=(
        number(9, "शिकायत सं0", "No."),
        answers(("mode", "portal_no"), "माध्यम / पोर्टल सं0", "Channel, portal no.", 12),
        moment("received_at", "प्राप्ति", "Received"),
        a_person("complainant", "शिकायतकर्ता", "Complainant", 18),
        some_persons("against", "विपक्षी", "Against", 13, nobody="अज्ञात"),
        answer("category", "श्रेणी", "Category", 9),
        answer("brief", "संक्षेप", "Brief", 20, narrative=True),
        an_officer("eo", "जाँच अधिकारी", "Enquiry officer", 11),
        Column(Words("निस्तारण", "Disposal"), _disposal, 14),
    ),
)
