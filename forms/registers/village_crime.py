"""Village crime note book (no. 8): the cases of each village or mohalla together."""

from collections.abc import Mapping

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    kept,
    moment,
    number,
    person_said,
    registered,
    sections,
    some_persons,
)


def _village(entry: Entry) -> str:
    place = entry.letter.get("place")
    said = (
        place.get("village_town") or place.get("colony_mohalla")
        if isinstance(place, Mapping)
        else ""
    )
    return str(said or "ग्राम/मोहल्ला नहीं लिखा")


REGISTER = Register(
    code="village_crime",
    words=Words("ग्राम अपराध नोट बुक", "Village crime note book"),
    form="iif_1",
    shelf=Shelf.CRIME,
    series="fir",
    also=("fir_rereg",),
    number="8",
    landscape=True,
    standing=True,
    order=_village,
    heading=_village,
    columns=(
        number(10, "मु0अ0सं0", "FIR no."),
        registered(),
        sections(),
        moment("occ_from", "घटना", "Occurrence"),
        some_persons("accused", "अभियुक्त", "Accused", 20, nobody="अज्ञात"),
        Column(
            Words("सूचनाकर्ता", "Informant"),
            lambda entry: person_said(entry.letter.get("informant"), address=False),
            16,
        ),
        kept("convictions", "दोषसिद्धि / संदिग्ध / टिप्पणी", "Convictions, suspects, remarks", 20),
    ),
)
