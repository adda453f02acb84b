"""What a typing layout is to the window: a name, a map to show, and a composer that answers keys."""

import unicodedata
from abc import ABC, abstractmethod
from enum import Enum
from typing import NamedTuple

from thana_desk.hindi.numerals import to_devanagari_digits
from thana_desk.hindi.text import ZWJ, ZWNJ, is_devanagari, last_akshara


class Digits(Enum):
    """Which digits the number keys give; police papers in Uttar Pradesh use 0 … 9."""

    ASCII = "ascii"
    DEVANAGARI = "devanagari"


class Name(NamedTuple):
    """A name in both languages of the desk."""

    hi: str
    en: str


class Edit(NamedTuple):
    """A change at the caret: delete `delete_back` code points before it, then insert `insert`."""

    delete_back: int
    insert: str


class KeyFace(NamedTuple):
    """One key of the on-screen map; `key` is what it gives on an English (US) keyboard.

    An empty level types nothing special.
    """

    key: str
    plain: str
    shifted: str
    altgr: str = ""
    altgr_shifted: str = ""


class Composer(ABC):
    """Answers the keys typed in one text field.

    The window sends each printable key with the text before the caret, applies the Edit, and
    calls `reset` when the caret moves or the field loses focus. A composer that remembers keys
    checks them against `before`, so a forgotten `reset` never damages text. No Edit deletes more
    than `before` holds, and text that was NFC stays NFC.
    """

    @abstractmethod
    def key(self, char: str, before: str, *, altgr: bool = False) -> Edit:
        """The change for the key that gives `char` (shift included) on a US keyboard."""

    def backspace(self, before: str, *, whole: bool = False) -> Edit:
        """The change for Backspace; with `whole` (Ctrl+Backspace) the akshara before the caret.

        Plain Backspace takes one code point of Devanagari (a matra, a virama, a letter), because
        that is one keystroke; of any other script the whole cluster, so that an emoji never breaks.
        """
        self.reset()
        if not before:
            return Edit(0, "")
        if not whole and (is_devanagari(before[-1]) or before[-1] in (ZWJ, ZWNJ)):
            return Edit(1, "")
        return Edit(len(last_akshara(before)), "")

    def roman(self) -> tuple[str, str]:
        """The Roman letters of the word that is being typed, and what they made; empty elsewhere."""
        return "", ""

    def reset(self) -> None:
        """Forget the keys typed so far; the text they made stays."""
        return  # most layouts remember nothing


class Layout(ABC):
    """A way to type Hindi on a US keyboard."""

    code: str
    """Its name on the command line and where an officer's choice is kept."""

    name: Name

    def __init__(self, digits: Digits = Digits.ASCII) -> None:
        self.digits = digits

    @abstractmethod
    def start(self) -> Composer:
        """A new composer; each text field has its own."""

    @abstractmethod
    def map(self) -> tuple[tuple[KeyFace, ...], ...]:
        """The rows of the on-screen map, from the number row down."""

    def digit(self, char: str) -> str:
        """What the number key `char` types under the digit setting."""
        return to_devanagari_digits(char) if self.digits is Digits.DEVANAGARI else char


# The four rows of a US keyboard: (plain, shifted).
US_ROWS = (
    ("`1234567890-=", "~!@#$%^&*()_+"),
    ("qwertyuiop[]\\", "QWERTYUIOP{}|"),
    ("asdfghjkl;'", 'ASDFGHJKL:"'),
    ("zxcvbnm,./", "ZXCVBNM<>?"),
)

# AltGr means the same in every layout: the joiners, the rupee, the rare signs, and the marks that
# a Hindi layout covers with letters. Enhanced InScript (BIS, 2009) gives the first block.
ALTGR = {
    **{"1": ZWJ, "2": ZWNJ, "4": "₹", ",": "॰", ".": "॥", ">": "ऽ", "X": "ॐ"},
    **dict.fromkeys("!@#$%^&*()_", ""),
    **dict.fromkeys("/?\\|;:'\"<`~", ""),
}
ALTGR.update({char: char for char, typed in ALTGR.items() if not typed})


def settled(before: str, edit: Edit) -> Edit:
    """`edit` widened so that text which was NFC before it is NFC after it.

    A nukta typed after a virama belongs before it, and after न it makes ऩ; the marks at the seam
    are therefore composed anew.
    """
    kept = before[: len(before) - edit.delete_back]
    if not edit.insert or unicodedata.combining(edit.insert[0]) == 0:
        return edit
    seam = len(kept)
    while seam and unicodedata.combining(kept[seam - 1]):
        seam -= 1
    seam = max(seam - 1, 0)
    old = before[seam:]
    new = unicodedata.normalize("NFC", kept[seam:] + edit.insert)
    return difference(old, new)


def difference(old: str, new: str) -> Edit:
    """The shortest edit at the end of `old` that turns it into `new`."""
    same = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        same += 1
    return Edit(len(old) - same, new[same:])
