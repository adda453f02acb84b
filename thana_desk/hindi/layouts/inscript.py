"""InScript, the keyboard of the Indian standard, which UP Police tests its operators on.

The plain and shifted levels are InScript as every system ships it; Shift+3 and Shift+4 give the
forms of र as on Windows, and the AltGr level follows Enhanced InScript (BIS, 2009). The keys that
InScript covers with letters (/ ? ; : ' " and others) are typed with AltGr, since station papers
need "/" all day long. The virama key twice types virama and ZWNJ, a virama that stays visible.
"""

from typing import Final

from thana_desk.hindi.layouts.layout import (
    ALTGR,
    US_ROWS,
    Composer,
    Edit,
    KeyFace,
    Layout,
    Name,
    settled,
)
from thana_desk.hindi.text import VIRAMA, ZWNJ

_PLAIN: Final = {
    **dict(zip("`-=", ("ॊ", "-", "ृ"), strict=True)),
    **dict(zip("qwertyuiop[]\\", "ौैाीूबहगदजड़ॉ", strict=True)),
    **dict(zip("asdfghjkl;'", ("ो", "े", "्", "ि", "ु", "प", "र", "क", "त", "च", "ट"), strict=True)),
    **dict(zip("zxcvbnm,./", ("ॆ", "ं", "म", "न", "व", "ल", "स", ",", ".", "य"), strict=True)),
}
_SHIFTED: Final = {
    **dict(zip("~!@#$%", ("ऒ", "ऍ", "ॅ", "्र", "र्", "ज्ञ"), strict=True)),
    **dict(zip("^&*()_+", ("त्र", "क्ष", "श्र", "(", ")", "ः", "ऋ"), strict=True)),
    **dict(
        zip(
            "QWERTYUIOP{}|",
            ("औ", "ऐ", "आ", "ई", "ऊ", "भ", "ङ", "घ", "ध", "झ", "ढ", "ञ", "ऑ"),
            strict=True,
        )
    ),
    **dict(
        zip('ASDFGHJKL:"', ("ओ", "ए", "अ", "इ", "उ", "फ", "ऱ", "ख", "थ", "छ", "ठ"), strict=True)
    ),
    **dict(zip("ZXCVBNM<>?", ("ऎ", "ँ", "ण", "ऩ", "ऴ", "ळ", "श", "ष", "।", "य़"), strict=True)),
}
_ALTGR: Final = {
    **ALTGR,
    **{"=": "ॄ", "+": "ॠ", "r": "ॣ", "R": "ॡ", "f": "ॢ", "F": "ऌ", "N": "ळ"},
    **{"k": "क़", "K": "ख़", "i": "ग़", "p": "ज़", "[": "ड़", "{": "ढ़", "H": "फ़"},
}


class InScript(Layout):
    """The InScript layout; `digits` decides what the number row gives."""

    code = "inscript"
    name = Name("इनस्क्रिप्ट", "InScript")

    def typed(self, char: str, *, altgr: bool = False) -> str:
        """What the key that gives `char` on a US keyboard types; an unknown key types itself."""
        if altgr:
            return _ALTGR.get(char, "")
        if char.isascii() and char.isdigit():
            return self.digit(char)
        return _PLAIN.get(char) or _SHIFTED.get(char) or char

    def start(self) -> Composer:
        """A composer that remembers nothing: InScript types in the order of speech."""
        return _InScriptComposer(self)

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


class _InScriptComposer(Composer):
    def __init__(self, layout: InScript) -> None:
        self._layout = layout

    def key(self, char: str, before: str, *, altgr: bool = False) -> Edit:
        typed = self._layout.typed(char, altgr=altgr)
        if typed == VIRAMA and before.endswith(VIRAMA):
            typed = ZWNJ
        return settled(before, Edit(0, typed))
