"""The spell check of long texts: the words that it knows, and those a station adds to them."""

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import resources
from forms.catalogue import all_forms
from forms.codes import shipped
from forms.kit.words import Words
from thana_desk.actions import typing_words
from thana_desk.actions.desk import Desk
from thana_desk.hindi import dictionary
from thana_desk.hindi.spelling import Spelling, hindi_tokens, plain
from thana_desk.hindi.words import hindi_words

TRUSTED = 5
"""So often a word must have been typed before it is taken for right; adding one counts so much.

A slip is counted like any other word, so once or twice proves nothing.
"""

_CODES = Path(shipped.__file__).parent / "data"
_SHORT_ANSWER = 120  # code points: names, places and articles; a narrative is no source of words


@functools.cache
def spelling() -> Spelling | None:
    """The words of the program and of the dictionary; None where there is no dictionary.

    Our own words alone would call every fourth word wrong. Takes some tenths of a second at first.
    """
    file = dictionary.find()
    known = dictionary.read(file) if file is not None else []
    return Spelling([*own_words(), *known]) if known else None


def is_there() -> bool:
    """Whether a dictionary is at hand, without reading it."""
    return dictionary.find() is not None


def own_words() -> Iterator[str]:
    """The Hindi words of this program's lists, texts, codes and forms, each as often as it stands."""
    yield from hindi_words()
    for folder in (resources.path("texts"), _CODES):
        for file in sorted(folder.glob("*.toml")):
            # Not parsed: comments and keys hold no Hindi that would be wrong, and it takes 13 ms.
            yield from hindi_tokens(file.read_text(encoding="utf-8"))
    seen: set[int] = set()
    for form in all_forms().values():
        for said in _words_in(form, seen):
            yield from hindi_tokens(said)


def trusted(desk: Desk) -> frozenset[str]:
    """The words that this officer, or two others, typed often enough or added, folded."""
    learned = typing_words.learned(desk)
    return frozenset(plain(word) for word, times in learned.items() if times >= TRUSTED)


def add(desk: Desk, word: str) -> None:
    """Take a word for right from now on, and offer it while typing."""
    typing_words.learn(desk, {word: TRUSTED})


def words_of_answers(answers: Mapping[str, Any]) -> frozenset[str]:
    """The words of the short answers of a form, folded: the names that its long texts tell of."""
    return frozenset(plain(word) for text in _short_texts(answers) for word in hindi_tokens(text))


def _short_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) <= _SHORT_ANSWER:
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _short_texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _short_texts(inner)


def _words_in(value: Any, seen: set[int]) -> Iterable[str]:
    """The Hindi halves of all `Words` that a form is made of."""
    if isinstance(value, Words):
        yield value.hi
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words_in(inner, seen)
    elif isinstance(value, list | tuple | frozenset):
        for inner in value:
            yield from _words_in(inner, seen)
    elif dataclasses.is_dataclass(value) and id(value) not in seen:
        seen.add(id(value))
        for part in dataclasses.fields(value):
            yield from _words_in(getattr(value, part.name), seen)
