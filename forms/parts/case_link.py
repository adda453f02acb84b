"""An FIR that a paper may lead to later: taken from its case, or chosen once it is registered."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.kit.condition import Condition
from forms.kit.fields import Reference
from forms.kit.form import Facts, Rule
from forms.kit.letter import Letter, Path, rows
from forms.kit.problem import Problem
from forms.kit.words import Words
from forms.parts.case import FIRS, fir_of, refer_to_fir


def linked_fir(
    key: str = "fir_ref",
    words: Words | None = None,
    *,
    shown_when: Condition | None = None,
    need_when: Condition | None = None,
) -> Reference:
    """An FIR of this station, or one taken over from another."""
    return Reference(
        key,
        words or Words("प्राथमिकी (मु0अ0सं0)", "FIR"),
        shown_when=shown_when,
        need_when=need_when,
        help=Words(
            "पंजीकृत प्राथमिकी F4 से चुनें; बाद में दर्ज हो तो बाद में जोड़ें।",
            "Choose the registered FIR with F4; if it is registered later, add it later.",
        ),
    )


def take_fir(letter: Letter, facts: Facts) -> None:
    """Fill `fir_ref` where the record stands in a case; a choice made elsewhere is left alone."""
    if fir_of(facts) is not None:
        refer_to_fir(letter, facts)


def names_a_fir(key: str = "fir_ref") -> Rule:
    """What was chosen under `key` is an FIR and not another record."""

    def find(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        yield from _other_than_fir(letter, key, ())

    return Rule("link.fir", find)


def names_a_fir_in_rows(group: str, key: str = "fir_ref") -> Rule:
    """The same for the rows of a repeating group."""

    def find(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        for number, row in enumerate(rows(letter, group)):
            yield from _other_than_fir(row, key, (group, number))

    return Rule("link.fir", find)


def _other_than_fir(answers: Mapping[str, Any], key: str, path: Path) -> Iterator[Problem]:
    chosen = answers.get(key)
    if isinstance(chosen, Mapping) and chosen.get("form") not in FIRS:
        yield Problem(
            (*path, key),
            "link.fir",
            Words(
                "चुना हुआ अभिलेख प्राथमिकी नहीं है। कृपया सूची (F4) से प्राथमिकी चुनें।",
                "The record chosen is not an FIR. Please choose an FIR from the list (F4).",
            ),
        )
