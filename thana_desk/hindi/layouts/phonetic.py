"""Phonetic typing: Latin letters become Devanagari while they are typed, by fixed rules.

The scheme is ITRANS with the habits of Hindi typists; nothing is guessed, so fingers can learn it.

* `a` is the vowel inside a consonant and shows nothing; `aa` or `A` is आ/ा. `ram` is रम, `raam` राम.
  The `a` at the end of a word need not be typed: `kalam` is कलम.
* Consonants typed one after the other join (`prashn` प्रश्न); `a` between them keeps them apart.
* i, ee/ii/I, u, oo/uu/U, e, ai, o, au; `E` ऍ, `O` ऑ; RRi or R^i ऋ. After a vowel the full letter
  follows: `jaao` जाओ, `gaee` or `gaii` गई. A backquote keeps two letters apart: ga`i गइ.
* t d n दन्त्य, T D N मूर्धन्य; th dh Th Dh; ch, chh or C; ksh, kSh or x क्ष; jn or GY ज्ञ (`gy` ग्य);
  ~n ञ, ~N ङ; L ळ.
* R or .D ड़, Rh or .Dh ढ़, z ज़, f फ़, q क़, Kh ख़, Gh ग़.
* M or n' anusvara; MM or .N chandrabindu; H visarga; .h a virama that stays.
* n before a letter of क, च and ट वर्ग is anusvara (`gangaa` गंगा), for न् never stands there;
  before त and प वर्ग it stays as typed (`hindee` हिन्दी, `hiMdee` हिंदी).
* | is ।, || is ॥. AltGr is the same as in every layout (joiners, ₹, ॰).
"""

import unicodedata
from enum import Enum
from typing import Final

from thana_desk.hindi.layouts.layout import (
    ALTGR,
    US_ROWS,
    Composer,
    Edit,
    KeyFace,
    Layout,
    Name,
    difference,
    settled,
)
from thana_desk.hindi.text import NUKTA, VIRAMA, is_consonant

_CONSONANTS: Final = {
    **{"k": "क", "kh": "ख", "K": "ख", "g": "ग", "gh": "घ", "G": "घ", "~N": "ङ"},
    **{"c": "च", "ch": "च", "chh": "छ", "C": "छ", "Ch": "छ", "j": "ज", "jh": "झ", "J": "झ"},
    **{"~n": "ञ", "T": "ट", "Th": "ठ", "D": "ड", "Dh": "ढ", "N": "ण"},
    **{"t": "त", "th": "थ", "d": "द", "dh": "ध", "n": "न"},
    **{"p": "प", "ph": "फ", "P": "फ", "b": "ब", "bh": "भ", "B": "भ", "m": "म"},
    **{"y": "य", "Y": "य", "r": "र", "l": "ल", "L": "ळ", "v": "व", "w": "व", "V": "व", "W": "व"},
    **{"sh": "श", "S": "ष", "Sh": "ष", "s": "स", "h": "ह"},
    **{"z": "ज़", "Z": "ज़", "f": "फ़", "F": "फ़", "q": "क़", "Q": "क़", "Kh": "ख़", "Gh": "ग़"},
    **{"R": "ड़", ".D": "ड़", "Rh": "ढ़", ".Dh": "ढ़"},
    **{"x": "क्ष", "X": "क्ष", "ksh": "क्ष", "kSh": "क्ष", "jn": "ज्ञ", "GY": "ज्ञ"},
}
# Each vowel as a letter of its own and as a matra.
_VOWELS: Final = {
    **{"a": ("अ", ""), "aa": ("आ", "ा"), "A": ("आ", "ा"), "i": ("इ", "ि")},
    **dict.fromkeys(("ee", "ii", "I"), ("ई", "ी")),
    "u": ("उ", "ु"),
    **dict.fromkeys(("oo", "uu", "U"), ("ऊ", "ू")),
    **{"e": ("ए", "े"), "ai": ("ऐ", "ै"), "o": ("ओ", "ो"), "au": ("औ", "ौ")},
    **{"E": ("ऍ", "ॅ"), "O": ("ऑ", "ॉ")},
    **dict.fromkeys(("RRi", "R^i"), ("ऋ", "ृ")),
    # गई typed as it sounds: the short vowel ends the syllable, the long one is a letter
    **{"aii": ("अई", "ई"), "auu": ("अऊ", "ऊ")},
}
_SIGNS: Final = {"M": "ं", "n'": "ं", "MM": "ँ", ".N": "ँ", "H": "ः"}
_STAYING_VIRAMA = ".h"
_BREAK = "`"
_TOKENS: Final = frozenset((*_CONSONANTS, *_VOWELS, *_SIGNS, _STAYING_VIRAMA, _BREAK))
_LONGEST_TOKEN = max(map(len, _TOKENS))
_STARTS: Final = frozenset("".join(_TOKENS))  # keys that can take part in composing

_SYLLABLE_STARTS: Final = frozenset(token for token in _CONSONANTS if len(token) == 1)

_VARGAS_WITHOUT_N = frozenset("कखगघचछजझटठडढ")

# A run of keys is composed anew at every key; a word never comes near these lengths.
_LONG_RUN, _LONGEST_RUN = 64, 128


class _Ends(Enum):
    """What the composed text ends with; it decides how the next token is written."""

    START = "start"  # nothing that a matra or a consonant could lean on
    CONSONANT = "consonant"  # typed now: the next consonant joins it
    BARE = "bare"  # stood there before: a matra fits, a consonant begins anew
    HALF = "half"  # a virama stood there before
    VOWEL = "vowel"  # a finished syllable


class Phonetic(Layout):
    """The phonetic layout; `digits` decides what the number row gives."""

    code = "phonetic"
    name = Name("फोनेटिक", "Phonetic")

    def start(self) -> Composer:
        """A composer that remembers the keys of the current word."""
        return _PhoneticComposer(self)

    def map(self) -> tuple[tuple[KeyFace, ...], ...]:
        """The rows of the on-screen map: what each key types at the start of a word."""
        return tuple(
            tuple(
                KeyFace(
                    plain,
                    self._face(plain),
                    self._face(shifted),
                    ALTGR.get(plain, ""),
                    ALTGR.get(shifted, ""),
                )
                for plain, shifted in zip(*row, strict=True)
            )
            for row in US_ROWS
        )

    def _face(self, char: str) -> str:
        if char in _SIGNS:
            return _SIGNS[char]
        return self.start().key(char, "").insert


class _PhoneticComposer(Composer):
    def __init__(self, layout: Phonetic) -> None:
        self._layout = layout
        self._typed = ""  # the keys of the run that is being composed
        self._shown = ""  # what they made; the text before the caret ends with it
        self._context = _Ends.START  # what stood before the run
        self._ends = _Ends.START  # what the run ends with

    def key(self, char: str, before: str, *, altgr: bool = False) -> Edit:
        if altgr or char not in _STARTS:
            self.reset()
            return settled(before, self._plain(char, before, altgr=altgr))
        if not self._typed or not before.endswith(self._shown):
            self._begin(before)
        elif self._is_run_long(char):
            self._typed, self._shown, self._context = "", "", self._ends
        new, self._ends = _composed(self._typed + char, self._context)
        edit = settled(before, difference(self._shown, new))
        self._typed, self._shown = self._typed + char, new
        return edit

    def backspace(self, before: str, *, whole: bool = False) -> Edit:
        """Takes back the last key that changed what is seen (`kh`, Backspace → क).

        Outside the word that is being typed, and with `whole`, as in every layout.
        """
        if whole or not self._typed or not before.endswith(self._shown):
            return super().backspace(before, whole=whole)
        shown = self._shown
        while self._typed and self._shown == shown:
            self._typed = self._typed[:-1]
            self._shown, _ = _composed(self._typed, self._context)
        if self._shown == shown:
            return super().backspace(before)
        return settled(before, difference(shown, self._shown))

    def reset(self) -> None:
        self._typed, self._shown, self._context = "", "", _Ends.START

    def roman(self) -> tuple[str, str]:
        """The letters typed since the word began; none where it goes on from text that stood there."""
        return (self._typed, self._shown) if self._context is _Ends.START else ("", "")

    def _begin(self, before: str) -> None:
        self._typed, self._shown = "", ""
        if not before:
            self._context = _Ends.START
        elif before[-1] == VIRAMA:
            self._context, self._shown = _Ends.HALF, VIRAMA
        elif is_consonant(before[-1]) or before[-1] == NUKTA:
            self._context = _Ends.BARE
        elif "\u0900" <= before[-1] <= "\u0963":
            self._context = _Ends.VOWEL
        else:
            self._context = _Ends.START

    def _is_run_long(self, char: str) -> bool:
        """Whether the run may end before `char`: at a syllable, or at last anywhere."""
        between_syllables = self._ends is _Ends.VOWEL and char in _SYLLABLE_STARTS
        return len(self._typed) >= (_LONG_RUN if between_syllables else _LONGEST_RUN)

    def _plain(self, char: str, before: str, *, altgr: bool) -> Edit:
        if altgr:
            return Edit(0, ALTGR.get(char, ""))
        if char == "|":
            return Edit(1, "॥") if before.endswith("।") else Edit(0, "।")
        if char.isascii() and char.isdigit():
            return Edit(0, self._layout.digit(char))
        return Edit(0, char)


def _composed(typed: str, ends: _Ends) -> tuple[str, _Ends]:
    """The Devanagari for the keys `typed` after text that ends with `ends`, and its own ending."""
    out: list[str] = [VIRAMA] if ends is _Ends.HALF else []
    n_may_nasalise = False  # the last token was n, after a vowel
    at = 0
    while at < len(typed):
        token = _token(typed, at, ends)
        at += len(token)
        after_n, n_may_nasalise = n_may_nasalise, False
        if token in _CONSONANTS:
            letter = _CONSONANTS[token]
            if after_n and letter[0] in _VARGAS_WITHOUT_N:
                out[-1] = "ं"
            elif ends is _Ends.CONSONANT:
                out.append(VIRAMA)
            n_may_nasalise = token == "n" and ends in (_Ends.VOWEL, _Ends.BARE)
            out.append(letter)
            ends = _Ends.CONSONANT
        elif token in _VOWELS:
            letter, matra = _VOWELS[token]
            if ends is _Ends.HALF:
                out.pop()
            out.append(letter if ends in (_Ends.START, _Ends.VOWEL) else matra)
            ends = _Ends.VOWEL
        elif token in _SIGNS:
            if ends is _Ends.HALF:
                out.pop()
            out.append(_SIGNS[token])
            ends = _Ends.VOWEL
        elif token == _STAYING_VIRAMA:
            out.append(VIRAMA)
            ends = _Ends.START
        elif token == _BREAK and at > 1:
            ends = _Ends.VOWEL if ends is _Ends.CONSONANT else _Ends.START
        else:
            out.append(token)
            ends = _Ends.START
    return unicodedata.normalize("NFC", "".join(out)), ends


def _token(typed: str, at: int, ends: _Ends) -> str:
    """The longest token of the scheme at `at`; a dot code only where the dot can be meant so."""
    for length in range(_LONGEST_TOKEN, 1, -1):
        token = typed[at : at + length]
        if len(token) == length and token in _TOKENS:
            if token == _STAYING_VIRAMA and ends not in (_Ends.CONSONANT, _Ends.BARE):
                continue
            if token[0] == "." and ends is _Ends.START:
                continue
            return token
    return typed[at]
