"""Set phrases that ship with the program, and the places that a phrase can be filled at."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from forms.codes.shipped import read, words
from forms.kit.words import Words

PLACE = re.compile(r"\{([^{}\n]{1,60})\}")
"""A place in a phrase: a name of the vocabulary, or Hindi words that are always a blank."""


@dataclass(frozen=True, slots=True)
class PhrasePlace:
    """What a place is filled from: keys of the record being typed, then of its case.

    Without keys the program knows the value itself: the hour, the officer, the FIR.
    """

    name: str
    words: Words
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShippedPhrase:
    """A phrase for the long texts of `forms`; `gd_types` narrows it to kinds of diary entry."""

    code: str
    words: Words
    forms: tuple[str, ...]
    gd_types: tuple[str, ...]
    text: str


@cache
def phrase_places() -> Mapping[str, PhrasePlace]:
    """The vocabulary of places, by name."""
    rows = read("phrases")["places"]
    return MappingProxyType(
        {
            row["name"]: PhrasePlace(row["name"], words(row), tuple(row.get("from", ())))
            for row in rows
        }
    )


@cache
def shipped_phrases() -> tuple[ShippedPhrase, ...]:
    """Every phrase that ships, in the order of its file."""
    return tuple(
        ShippedPhrase(
            row["code"],
            words(row),
            tuple(row["forms"]),
            tuple(row.get("gd_types", ())),
            row["text"],
        )
        for row in read("phrases")["phrases"]
    )


def unknown_places(text: str) -> list[str]:
    """Latin names in braces that are none of the vocabulary, each once."""
    found = (match[1] for match in PLACE.finditer(text))
    known = phrase_places()
    return list(dict.fromkeys(name for name in found if name.isascii() and name not in known))
