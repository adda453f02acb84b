"""Finds Hindi words that nobody knows, and what may have been meant; humble rather than thorough.

Texts of a station are full of names, terms and two right spellings of one word. So a word is
compared as search compares it (हिन्दी = हिंदी, nukta, chandrabindu), an inflected form is known
by its stem, and whatever has a digit, a Latin letter or a mark of abbreviation is passed over.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from thana_desk.hindi.fold import fold
from thana_desk.hindi.text import VIRAMA

MOST = 5
"""Suggestions for one word."""

_HINDI = "\u0900-\u0963\u0971-\u097f\u200c\u200d"
# What is written in one piece: उ0प्र0, डी.सी., 12वीं and 7/8 are each one token, पति-पत्नी two.
_TOKEN: Final = re.compile(rf"[\w{_HINDI}॰@]+(?:[.:'’/@][\w{_HINDI}॰@]+)*")
_WORD: Final = re.compile(f"[{_HINDI}]+(?::[{_HINDI}]+)*")
HINDI_WORD: Final = re.compile(f"[{_HINDI}]+")

_SIGNS = "ऺऻािीुूृॄॅॆेैॉॊोौॎॏ"
# No word is written so: a sign first, two vowel signs, a sign behind a whole vowel or a virama.
_MISSHAPEN: Final = re.compile(f"^[{_SIGNS}{VIRAMA}ंः]|[{_SIGNS}ंअ-औ{VIRAMA}][{_SIGNS}{VIRAMA}]")

_LEAST_STEM = 3  # code points: shorter stems would make almost any word an inflected one
_SHORT = 2  # code points: words of one or two letters are never questioned

# Endings of nouns, verbs and adjectives, folded; of what is left a base form must be known.
_ENDINGS: Final = tuple(
    sorted(
        [
            "ों",
            "ें",
            "े",
            "ी",
            "ा",
            "ीं",
            "ां",
            "ओं",
            "एं",
            "ए",
            "ई",
            "ईं",
            "ऊं",
            "यों",
            "यां",
            "ियां",
            "ियों",
            "ुओं",
            "ुएं",
            "ता",
            "ते",
            "ती",
            "तीं",
            "ना",
            "ने",
            "नी",
            "या",
            "ये",
            "यी",
            "कर",
            "करके",
            "ेगा",
            "ेगी",
            "ेंगे",
            "एगा",
            "एगी",
            "एंगे",
            "ूंगा",
            "ऊंगा",
            "ीय",
            "ित",
            "ाया",
            "ाई",
            "ाए",
            "ाना",
            "ाने",
            "ानी",
            "ाकर",
            "ाता",
            "ाती",
            "ाते",
            "वाया",
            "वाई",
            "वाए",
            "वाना",
            "वाने",
            "वाकर",
            "वाता",
            "वाती",
            "वाते",
            "ाएगा",
            "ाएगी",
            "ाएंगे",
            "वाएगा",
            "वाएगी",
            "वाला",
            "वाले",
            "वाली",
            "वालों",
            "ताएं",
            "ताओं",
            "पूर्वक",
            "पूर्ण",
            "वार",
            "गत",
            "शुदा",
            "हीन",
            "युक्त",
            "दार",
            "कर्ता",
            "कर्ताओं",
            "त्व",
            "करण",
            "िक",
            "ियत",
            "ावट",
            "गण",
        ],
        key=len,
        reverse=True,
    )
)
_BASES: Final = ("", "ा", "ी", "ना", "ाना", "ि", "ु", "ू", "या")

# What is mistaken for one another by ear or by eye; such a change is the likelier one.
_ALIKE: Final = tuple(
    map(
        frozenset,
        [
            "िी",
            "ुू",
            "ेै",
            "ोौ",
            "शषस",
            "बव",
            "नण",
            "टत",
            "ठथ",
            "डद",
            "ढध",
            "कख",
            "गघ",
            "चछ",
            "जझ",
            "पफ",
            "बभ",
            "इई",
            "उऊ",
            "एऐ",
            "ओऔ",
            "रड",
            "यज",
        ],
    )
)
_LETTERS: Final = "कखगघचछजझञटठडढणतथदधनपफबभमयरलवशषसहअआइईउऊएऐओऔािीुूृेैॉोौं" + VIRAMA


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that is not known, and where it begins in the text, in code points."""

    word: str
    at: int


class Spelling:
    """The words of `known`, each as often as it is common; the first spelling of a word is shown."""

    def __init__(self, known: Iterable[str]) -> None:
        self._spelt: dict[str, str] = {}
        self._often: dict[str, int] = {}
        words = list(known)
        # One fold of all is a third of the time of a fold for each.
        for word, plain in zip(words, fold("\n".join(words)).split("\n"), strict=True):
            plain = plain.strip().removesuffix(VIRAMA)
            self._spelt.setdefault(plain, word)
            self._often[plain] = self._often.get(plain, 0) + 1

    def unknown(self, text: str, also: Container[str] = ()) -> Iterator[Unknown]:
        """The words of `text` that are neither known nor among `also`, which is folded (`plain`)."""
        for token in _TOKEN.finditer(text):
            if _WORD.fullmatch(token[0]):
                for piece in plain(token[0]).split():
                    if piece not in also and not self._is_known(piece):
                        yield Unknown(token[0], token.start())
                        break

    def suggest(self, word: str) -> tuple[str, ...]:
        """What `word` may have been meant to be, likeliest first."""
        wrong = plain(word)
        found: dict[str, tuple[int, int, str]] = {}
        for cost, changed in _one_letter_away(wrong):
            changed = changed.removesuffix(VIRAMA)
            if len(changed) >= _SHORT and changed != wrong and not _MISSHAPEN.search(changed):
                if changed in self._spelt:
                    rank = (cost, -self._often[changed], self._spelt[changed])
                elif len(changed) > _LEAST_STEM and self._is_inflected(changed):
                    rank = (cost + 2, 0, changed)
                else:
                    continue
                found[changed] = min(rank, found.get(changed, rank))
        return tuple(dict.fromkeys(shown for *_, shown in sorted(found.values())))[:MOST]

    def _is_known(self, piece: str) -> bool:
        if _MISSHAPEN.search(piece):
            return False
        return len(piece) <= _SHORT or piece in self._spelt or self._is_inflected(piece)

    def _is_inflected(self, piece: str) -> bool:
        for ending in _ENDINGS:
            if piece.endswith(ending) and len(piece) - len(ending) >= _LEAST_STEM:
                stem = piece[: -len(ending)]
                if any(stem + base in self._spelt for base in _BASES):
                    return True
        return False


def plain(word: str) -> str:
    """A word as words are compared here; two right spellings of one word are equal."""
    return fold(word).strip().removesuffix(VIRAMA)


def hindi_tokens(text: str) -> list[str]:
    """The Hindi words of a text that serves as a source, names of places to fill among them."""
    return HINDI_WORD.findall(text)


def _one_letter_away(word: str) -> Iterator[tuple[int, str]]:
    """Each spelling that one letter changes, with 0 for a likely change and 1 for another."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield 1, before + after[1:]
            for letter in _LETTERS:
                likely = any(letter in pair and after[0] in pair for pair in _ALIKE)
                yield 0 if likely else 1, before + letter + after[1:]
        if len(after) > 1:
            yield 0, before + after[1] + after[0] + after[2:]
        if len(after) > 2:  # अभियुत्क: two letters around a virama
            yield 0, before + after[2] + after[1] + after[0] + after[3:]
        for letter in _LETTERS:
            yield 1, before + letter + after
