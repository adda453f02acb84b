"""The cases against a person as data banks list them, and what a draft takes over from one."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.fields import Choice, Date, Group, Index, Line, Need, Reference, Rows
from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.case import case_acts, case_reference, fir_of
from forms.parts.lists import Fixed
from forms.parts.person import person_parts

CASE_STATUS = Fixed(
    "CASE_STATUS",
    (
        ("INVESTIGATION", Words("विवेचना", "Under investigation")),
        ("CHARGE_SHEET", Words("आरोप पत्र", "Charge sheet filed")),
        ("FINAL_REPORT", Words("अन्तिम रिपोर्ट", "Final report")),
        ("TRIAL", Words("विचाराधीन", "Under trial")),
        ("CONVICTED", Words("दोषसिद्ध", "Convicted")),
        ("ACQUITTED", Words("दोषमुक्त", "Acquitted")),
    ),
    scope="offender",
)
_OWN = ("iif_1",)

SAMPLE_PHOTO = {
    "sha256": "0" * 64,
    "name": "namuna.jpg",
    "mime": "image/jpeg",
    "size": 1,
    "caption": "नमूना फोटो",
}
"""Stands for a photo in samples; no such file is kept."""


def cases(key: str, words: Words, *, need: Need = Need.OPTIONAL, help: Words | None = None) -> Rows:
    """Any number of cases, of this station (by reference) or of another (by number)."""
    return Rows(
        key,
        words,
        need=need,
        help=help,
        row=Group(
            "case_row",
            Words("मुकदमा", "Case"),
            gist=("fir_no", "thana", "status"),
            parts=(
                Reference(
                    "fir",
                    Words("इस थाने की प्राथमिकी", "FIR of this station"),
                    form="iif_1",
                    printed=False,
                    help=Words(
                        "इस थाने का मुकदमा सूची (F4) से चुनें; दूसरे थाने का हो तो संख्या और थाना लिखें।",
                        "Choose a case of this station from the list (F4); for another station "
                        "write number and station.",
                    ),
                ),
                Line(
                    "fir_no",
                    Words("मु0अ0सं0", "FIR no."),
                    most=40,
                    need=Need.EXPECTED,
                    index=Index.NUMBER,
                ),
                Date("fir_date", Words("दिनांक", "Date")),
                Line("thana", Words("थाना", "Police station")),
                Line("district", Words("जनपद", "District")),
                acts_and_sections("acts", Words("धाराएँ", "Sections"), need=Need.EXPECTED),
                Choice(
                    "status",
                    Words("मुकदमे की स्थिति", "Status of the case"),
                    choices=CASE_STATUS,
                    need=Need.EXPECTED,
                ),
            ),
        ),
    )


def case_taken_over(facts: Facts) -> list[dict[str, Any]]:
    """The case a draft stands in as one row; no rows where there is none."""
    fir = fir_of(facts)
    if fir is None:
        return []
    row: dict[str, Any] = {
        "fir_no": fir.number,
        "fir_date": fir.registered_at[:10],
        "thana": facts.thana.hi,
        "acts": case_acts(facts),
    }
    if fir.form in _OWN:
        row["fir"] = case_reference(fir)
    return [{key: value for key, value in row.items() if value}]


def accused_taken_over(facts: Facts) -> Letter:
    """The accused a draft is about: the arrested person, else the only named one of the FIR."""
    parent, fir = facts.case().parent, fir_of(facts)
    found: Any = None
    if parent is not None and parent.form == "iif_3":
        groups = [parent.letter.get(key) for key in ("accused", "person", "arrested")]
        found = next((one for one in groups if isinstance(one, Mapping)), None)
    elif fir is not None:
        named = [one for one in rows(fir.letter, "accused") if one.get("name") not in ("", "अज्ञात")]
        found = named[0] if len(named) == 1 else None
    if found is None:
        return {}
    known = {part.key for part in person_parts()}
    return {key: value for key, value in found.items() if key in known}


def fill_case_numbers(letter: Letter, key: str) -> None:
    """Write the number of a case that was chosen from the list and not typed."""
    for row in rows(letter, key):
        reference = row.get("fir")
        if isinstance(row, dict) and isinstance(reference, Mapping) and not row.get("fir_no"):
            number = reference.get("number")
            if isinstance(number, str) and number:
                row["fir_no"] = number


def same_case_once(key: str) -> Rule:
    """A case (number and station) stands once in the list."""

    def find(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        seen: set[tuple[str, str]] = set()
        for number, row in enumerate(rows(letter, key)):
            case = (str(row.get("fir_no") or "").strip(), str(row.get("thana") or "").strip())
            if case[0] and case in seen:
                yield Problem(
                    (key, number, "fir_no"),
                    "case_twice",
                    Words(
                        f"मु0अ0सं0 {case[0]} दो बार लिखा है। एक पंक्ति हटायें।",
                        f"The case {case[0]} is written twice. Take one row out.",
                    ),
                    Weight.REFUSE,
                )
            seen.add(case)

    return Rule("case_twice", find)
