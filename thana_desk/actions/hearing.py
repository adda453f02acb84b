"""Which words of the store's names may be meant by a word that somebody typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thana_desk.actions.person_index import joined_words
from thana_desk.hindi.names import (
    NEAR,
    SAME,
    SLIP,
    beginning_likeness,
    keys,
    slipped_keys,
    word_likeness,
)

if TYPE_CHECKING:
    from thana_desk.storage.database import Store

_MOST = 8
"""Spellings of one word that are asked for, the likeliest first. Each costs a look into every part
of the full-text index; a store of real names seldom has more."""

_LEAST_LETTERS = 3
"""Letters from which on a beginning is also looked for by its sound."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A typed word, and the words of names that it may stand for, each with its likeness."""

    word: str
    same: tuple[tuple[str, float], ...] = ()
    begun: tuple[tuple[str, float], ...] = ()
    near: tuple[tuple[str, float], ...] = ()
    is_known: bool = True

    def likeness(self, other: str) -> float:
        """How like `other` is, as a whole word or as the one begun."""
        if other == self.word:
            return 1.0
        known = dict((*self.near, *self.begun, *self.same))
        return known.get(other, 0.0)


Hearing = dict[tuple[str, bool], Heard]
"""What was heard while one question is answered, by word and whether it may be unfinished."""


def hear(store: "Store", words: Sequence[str], before: Hearing | None = None) -> list[Heard]:
    """Each of `words`, the last one perhaps not typed to its end; what was heard before is known."""
    before = {} if before is None else before
    found = []
    for at, word in enumerate(words):
        asked = (word, at == len(words) - 1)
        if asked not in before:
            before[asked] = _heard(store, word, last=asked[1])
        found.append(before[asked])
    return found


def _heard(store: "Store", word: str, *, last: bool) -> Heard:
    if len(word) < 2 or any(character.isdigit() for character in word):
        return Heard(word)
    own = keys(word)
    others = store.words_of_keys(own)
    weighed = _weighed(word, others)
    begun: tuple[tuple[str, float], ...] = ()
    if last and len(word) >= _LEAST_LETTERS:
        found = (
            (other, beginning_likeness(word, other)) for other in store.words_of_key_beginnings(own)
        )
        begun = _likeliest((other, like) for other, like in found if like >= SAME)
    return Heard(
        word,
        _likeliest((other, like) for other, like in weighed if like >= SAME),
        begun,
        _likeliest((other, like) for other, like in weighed if NEAR <= like < SAME),
        word in others,
    )


def slips(store: "Store", word: str) -> tuple[tuple[str, float], ...]:
    """Words that are one letter away from `word`, for where nothing better is found."""
    if len(word) < 4 or any(character.isdigit() for character in word):
        return ()
    wanted = sorted({slipped for key in keys(word) for slipped in slipped_keys(key)})
    weighed = _weighed(word, store.words_of_keys([*keys(word), *wanted]))
    return _likeliest((other, like) for other, like in weighed if like >= SLIP)


def joinings(store: "Store", words: Sequence[str]) -> list[list[list[str]]]:
    """The words with two neighbours written as one, where some name is written so.

    Each is a list of words with their spellings.
    """
    found = []
    for at in range(len(words) - 1):
        for joined in joined_words(words[at : at + 2]):
            known = [
                other
                for other, like in _weighed(joined, store.words_of_keys(keys(joined)), itself=True)
                if like >= SAME
            ]
            if known:
                before = [[word] for word in words[:at]]
                found.append([*before, known[:_MOST], *([word] for word in words[at + 2 :])])
    return found


def _weighed(word: str, others: Sequence[str], *, itself: bool = False) -> list[tuple[str, float]]:
    return [(other, word_likeness(word, other)) for other in others if itself or other != word]


def _likeliest(found: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(found, key=lambda one: (-one[1], one[0]))[:_MOST])
