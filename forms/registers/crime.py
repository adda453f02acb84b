"""Crime register (no. 4): each cognizable case, from its number to the court's order."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import (
    amount,
    an_officer,
    answer,
    decimal_of,
    moment,
    moment_said,
    number,
    person_said,
    registered,
    sections,
    some_persons,
)
from forms.parts.lists import Listed

RESULT = Listed("COURT_RESULT")


def _recovered(entry: Entry) -> str:
    """What was seized in the case, by the value that the seizure memos state."""
    values = (decimal_of(paper.letter.get("items_total")) for paper in entry.papers("iif_4"))
    return str(sum(values, decimal_of(0)))


def _arrested(entry: Entry) -> str:
    return "\n".join(
        f"{paper.number} {person_said(paper.letter.get('accused'), address=False)}".strip()
        for paper in entry.papers("iif_3")
    )


def _final_report(entry: Entry) -> str:
    return "\n".join(
        f"{paper.number} {moment_said(paper.letter.get('report_dt'))}".strip()
        for paper in entry.papers("iif_5")
    )


def _decision(entry: Entry) -> str:
    said = []
    for paper in entry.papers("iif_6"):
        results = [
            RESULT.words_of(str(row.get("result") or ""))
            for row in rows(paper.letter, "per_accused")
        ]
        names = ", ".join(dict.fromkeys(one.hi for one in results if one))
        said.append(f"{moment_said(paper.letter.get('judgment_dt'))} {names}".strip())
    return "\n".join(said)


REGISTER = Register(
    code="crime",
    words=Words("अपराध रजिस्टर", "Crime register"),
    form="iif_1",
    shelf=Shelf.CRIME,
    series="fir",
    also=("fir_rereg",),
    number="4",
    landscape=True,
    legal=True,
    basis=Words("अपराध रजिस्टर, उ0प्र0 पुलिस विनियम", "U.P. Police Regulations"),
    columns=(
        number(9, "मु0अ0सं0", "FIR no."),
        registered(9),
        sections(width=11),
        moment("occ_from", "घटना", "Occurrence", 9),
        answer("place.village_town", "ग्राम / मोहल्ला", "Village, mohalla", 9),
        Column(
            Words("सूचनाकर्ता", "Informant"),
            lambda entry: person_said(entry.letter.get("informant"), address=False),
            12,
        ),
        some_persons("accused", "अभियुक्त", "Accused", 14, nobody="अज्ञात"),
        amount(
            "चोरी गयी सम्पत्ति रु0", "Stolen, Rs.", lambda entry: entry.letter.get("property_total"), 8
        ),
        amount("बरामद रु0", "Recovered, Rs.", _recovered, 8),
        Column(Words("गिरफ्तार", "Arrested"), _arrested, 12),
        an_officer("io", "विवेचक", "I.O.", 10),
        Column(Words("आरोप पत्र / अन्तिम रिपोर्ट", "Charge sheet, final report"), _final_report, 11),
        Column(Words("न्यायालय का निर्णय", "Court's decision"), _decision, 12),
    ),
)
