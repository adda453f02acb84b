"""What reports beside the FIR share: who is a child, what the diary may name, which FIR belongs to it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from forms.codes import flags
from forms.kit.condition import Condition
from forms.kit.fields import Index, Line, Need, Reference
from forms.kit.form import CaseRecord, Facts, Rule
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections, sections_said
from forms.parts.case import FIRS, case_reference, fir_of, officer_acting
from forms.parts.person import person_parts


@cache
def _person_keys() -> frozenset[str]:
    return frozenset(part.key for part in person_parts())


def only_person(value: object) -> dict[str, Any]:
    """The answers of a person without what the form it came from asks besides."""
    if not isinstance(value, Mapping):
        return {}
    return {key: inner for key, inner in value.items() if key in _person_keys()}


def name_in(letter: Letter, key: str) -> str:
    """The name of the person under `key`; '' where none is written."""
    person = letter.get(key)
    name = person.get("name") if isinstance(person, Mapping) else None
    return name.strip() if isinstance(name, str) else ""


def place_in(letter: Letter, key: str) -> str:
    """Village or town and landmark of the address under `key`, as a diary entry says them."""
    where = letter.get(key)
    if not isinstance(where, Mapping):
        return ""
    steps = (where.get(part) for part in ("landmark", "colony_mohalla", "village_town"))
    return ", ".join(step.strip() for step in steps if isinstance(step, str) and step.strip())


def hides_names(facts: Facts) -> bool:
    """Whether the case is one whose persons no diary entry may name (§11 of the reference)."""
    case = facts.case()
    letters = [one.letter for one in case.records if one.form in FIRS]
    letters += [case.parent.letter] if case.parent else []
    return any(
        letter.get("sensitive") is True or flags(chosen_sections(letter)).sensitive
        for letter in letters
    )


def refer_to(record: CaseRecord) -> dict[str, str]:
    """A reference to a report of an offence, with its sections as the title."""
    return case_reference(record, f"धारा {sections_said(record.letter)}")


def fir_choice(
    words: Words,
    *,
    need: Need = Need.OPTIONAL,
    need_when: Condition | None = None,
    shown_when: Condition | None = None,
    help: Words | None = None,
) -> Reference:
    """The field `fir_ref` of a paper that may come before its FIR: chosen, or taken from the case."""
    return Reference(
        "fir_ref", words, need=need, need_when=need_when, shown_when=shown_when, help=help
    )


def take_fir(letter: Letter, facts: Facts) -> None:
    """Fill `fir_ref` where the record stands under an FIR; what was chosen by hand stays otherwise."""
    fir = fir_of(facts)
    if fir is not None:
        letter["fir_ref"] = refer_to(fir)


def _is_an_fir(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    chosen = letter.get("fir_ref")
    if isinstance(chosen, Mapping) and chosen.get("form") not in FIRS:
        yield Problem(
            ("fir_ref",),
            "fir_ref",
            Words(
                "चुना गया अभिलेख प्राथमिकी नहीं है। कृपया सूची (F4) से प्राथमिकी चुनें।",
                "The record chosen is not an FIR. Please choose an FIR from the list (F4).",
            ),
            Weight.REFUSE,
        )


FIR_CHOSEN = Rule("fir_ref", _is_an_fir)
"""What is chosen under `fir_ref` is an FIR, of this station or taken over from another."""


def fir_wanted(
    key: str, answer: object, code: str, words: Words, weight: Weight, source: str = ""
) -> Rule:
    """Where `key` is answered so, the matter is cognizable: the FIR must be named under `fir_ref`."""

    def find(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        if letter.get(key) == answer and is_blank(letter.get("fir_ref")):
            yield Problem((key,), code, words, weight, source)

    return Rule(code, find)


def sign_for(letter: Letter, facts: Facts, key: str) -> None:
    """The acting officer as the one who wrote the report, unless one stands there already."""
    acting = officer_acting(facts)
    if acting and is_blank(letter.get(key)):
        letter[key] = acting


def total_value(letter: Letter, key: str, into: str) -> None:
    """V16: the sum of the values of the property under `key`; none without a value."""
    letter.pop(into, None)
    try:
        values = [Decimal(row["value_rs"]) for row in rows(letter, key) if row.get("value_rs")]
    except (InvalidOperation, TypeError, ValueError):
        return
    if values:
        letter[into] = f"{sum(values, Decimal(0)):f}"


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it (IMEI)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(sum(divmod(number, 10)) for number in doubled) % 10 == 0


def imei_problems(
    found: Iterable[tuple[tuple[str | int, ...], object]],
) -> Iterator[Problem]:
    """A mistyped IMEI finds no phone; a set with a false one exists, so a reason is enough."""
    for path, imei in found:
        if isinstance(imei, str) and imei.isascii() and imei.isdigit() and not passes_luhn(imei):
            yield Problem(
                path,
                "imei",
                Words(
                    f"आई0एम0ई0आई0 {imei} का अन्तिम अंक मेल नहीं खाता — कोई अंक गलत लिखा है। बिल या डिब्बे से "
                    "मिलाकर ठीक करें, या कारण लिखें।",
                    f"The last digit of IMEI {imei} does not fit, so a digit is wrong. Compare it with "
                    "the bill or the box, or write the reason.",
                ),
                Weight.REASON,
            )


def imei_line(key: str) -> Line:
    """One IMEI."""
    return Line(
        key,
        Words("आई0एम0ई0आई0", "IMEI"),
        most=15,
        pattern=r"[0-9]{15}",
        pattern_words=Words("आई0एम0ई0आई0 15 अंकों का होता है।", "An IMEI has 15 digits."),
        index=Index.SERIAL,
    )
