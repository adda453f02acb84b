"""Remington, the Hindi typewriter: keys are struck in the order in which the signs stand on paper.

Its typists strike ि before the consonant, half letters with a stem that completes them, and the
reph after its letter. The text is put into the order of Unicode as it grows:

* `f` waits for its consonant, over half letters too: `fLFkfr` is स्थिति.
* A half letter (`Hk` भ, `[k` ख) becomes whole by `k`, or by any other vowel sign.
* `Z` sets र् before the letters just typed (`deZ` कर्म), where there are none before the next.
* `z` sets ्र under the letter just typed, over its vowel signs; after a half letter it completes it.
* Signs may come in any order (`ksa` and `kas` are both ों); `+` after any of them finds the letter.
* Vowels are built as on the machine: `vk` आ, `vks` ओ, `vkS` औ, `,s` ऐ, `bZ` ई, `mq` ऊ, `kWa` ाँ.
* : is struck with the key of the visarga wherever no Hindi letter stands before it.

Two machines: GAIL, the layout of the recruitment boards, after SIL's public description of it
(keyman.com, remington_gail 1.1; SIL types ि and र् in the order of speech, ours in that of the
machine as the older Indic Input did). CBI: no authority has published its chart; ours has the rows
of the Hindi Remington machine that Kruti Dev shares, as m17n-db has them (`hi-remington`, 2006),
with द्ध for its misprint द्घ, a virama where it has a stray accent, and curved quotes.
"""

import unicodedata
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
)
from thana_desk.hindi.text import NUKTA, VIRAMA, nfc
from thana_desk.hindi.typewriter import AA, MATRAS, RAKAR, REPH, VISARGA, struck

_LETTERS: Final = {
    **dict(zip("qwertyuiop", "ुूमतजलनपवच", strict=True)),
    **dict(zip("asdfghjkl;", "ंेकिहीरासय", strict=True)),
    **dict(zip("xcvbnm,", "गबअइदउए", strict=True)),
    **{"[": "ख्", "'": "श्", ".": "ण्", "/": "ध्", "z": RAKAR, "]": ","},
    **dict(zip("QWERTYUIOP", ("फ", "ॅ", *(f"{one}्" for one in "मतजलनपवच")), strict=True)),
    **dict(zip("SDFGHJKL", ("ै", "क्", "थ्", "ळ", "भ्", "श्र", "ज्ञ", "स्"), strict=True)),
    **dict(zip("ZXCVBNM<>", (REPH, "ग्", "ब्", "ट", "ठ", "छ", "ड", "ढ", "झ"), strict=True)),
    **{"{": "क्ष्", "}": "द्व", ":": "रू", '"': "ष्", "?": "घ्"},
}
_GAIL: Final = {
    **_LETTERS,
    **dict(zip("`-=\\A", (NUKTA, ";", "ृ", "(", AA), strict=True)),
    **dict(zip("~!@#$%^", ("द्य", "।", "/", VISARGA, "*", "-", "‘"), strict=True)),
    **dict(zip("&*()_+|", ("’", "द्ध", "त्र", "ऋ", ".", VIRAMA, ")"), strict=True)),
}
CBI_KEYS: Final = {
    **_LETTERS,
    **dict(zip("`-=\\A", ("ृ", ".", "त्र", "?", "।"), strict=True)),
    **dict(zip("~!@#$%^", (VIRAMA, "!", "/", "रु", "+", VISARGA, "‘"), strict=True)),
    **dict(zip("&*()_+|", ("-", "’", ";", "द्ध", "ऋ", NUKTA, "द्य"), strict=True)),
}
# The letters that the machine lacks or builds, where SIL's GAIL has them; ङ where it once had it.
_ALTGR: Final = {
    **ALTGR,
    **dict(zip("gspn", "घभशण", strict=True)),
    **dict(zip("uAXCP", ("फ़", "ख़", "ग़", "ज़", "ढ़"), strict=True)),
    **{"b": "ई", "m": "ऊ", "w": "ॄ", "c": "ड़", "d": "ध", "[": "ख", "F": "थ"},
    **{"-": "ञ", ">": "ङ", ",": "ँ", ".": ".", "=": "+", "+": "=", "]": "]", "}": "}", "{": "{"},
}

_LONGEST_TAIL = 24  # code points that a key can change; the longest syllable has about a dozen
_MOST_STEPS = 64


class _Remington(Layout):
    """What both machines share; `keys` is the plain and the shifted level."""

    keys: dict[str, str]

    def typed(self, char: str, *, altgr: bool = False) -> str:
        """What the key that gives `char` on a US keyboard strikes; an unknown key itself."""
        if altgr:
            return nfc(_ALTGR.get(char, ""))
        if char.isascii() and char.isdigit():
            return self.digit(char)
        return self.keys.get(char, char)

    def start(self) -> Composer:
        """A composer that remembers whether ि waits for its letter."""
        return _RemingtonComposer(self)

    def map(self) -> tuple[tuple[KeyFace, ...], ...]:
        """The rows of the on-screen map, from the number row down."""
        return tuple(
            tuple(
                KeyFace(
                    plain,
                    self.typed(plain),
                    self.typed(shifted),
                    self.typed(plain, altgr=True),
                    self.typed(shifted, altgr=True),
                )
                for plain, shifted in zip(*row, strict=True)
            )
            for row in US_ROWS
        )


class RemingtonGail(_Remington):
    """The Remington layout of GAIL; `digits` decides what the number row gives."""

    code = "remington-gail"
    name = Name("रेमिंगटन गेल", "Remington GAIL")
    keys = _GAIL


class RemingtonCbi(_Remington):
    """The Remington layout of CBI, whose rows are those of Kruti Dev."""

    code = "remington-cbi"
    name = Name("रेमिंगटन सीबीआई", "Remington CBI")
    keys = CBI_KEYS


class _RemingtonComposer(Composer):
    def __init__(self, layout: _Remington) -> None:
        self._layout = layout
        self._end = ""  # what the last key left before the caret; "" when nothing is remembered
        self._waits = False  # ि stands there and belongs to a consonant that is still to come
        self._steps: list[tuple[str, str]] = []  # what each key made of what, newest last

    def key(self, char: str, before: str, *, altgr: bool = False) -> Edit:
        typed = self._layout.typed(char, altgr=altgr)
        if not typed:
            return Edit(0, "")
        if not self._end or not before.endswith(self._end):
            self.reset()
        old = _tail(before)
        new, self._waits = struck(old, typed, waits=self._waits)
        new = nfc(new)
        self._end = new
        self._steps = [*self._steps[1 - _MOST_STEPS :], (old, new)]
        return difference(old, new)

    def backspace(self, before: str, *, whole: bool = False) -> Edit:
        """Takes back the last key, as on the machine's paper: भ, Backspace → भ्.

        Beyond what was typed here, and with `whole`, as in every layout.
        """
        if whole or not self._steps or not before.endswith(self._steps[-1][1]):
            return super().backspace(before, whole=whole)
        old, new = self._steps.pop()
        self._end = self._steps[-1][1] if self._steps else ""
        self._waits = False
        return difference(new, old)

    def reset(self) -> None:
        self._end, self._waits, self._steps = "", False, []


def _tail(before: str) -> str:
    """The end of `before` that a key may change; it never begins inside a syllable."""
    start = max(len(before) - _LONGEST_TAIL, 0)
    while start and (before[start] in MATRAS or unicodedata.combining(before[start])):
        start -= 1
    return before[start:]
