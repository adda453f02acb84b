"""The order in which a reader of Hindi looks texts up: one key, compared sign by sign everywhere.

The order is that of Hindi dictionaries as the Unicode Consortium's locale data has it for `hi`:
ॐ, the nasals and the visarga, vowels, consonants each with its nukta twin beside it; after a
consonant first the next bare letter, then the matras, then the conjunct. Signs come before
numbers, numbers stand by their value in either script, Latin letters follow, small or capital.

It is our own table, not a library: PyICU has no wheels for Windows and thirty megabytes of data,
pyuca has rested since 2017 and knows no `hi`, icu4py gives no keys. The key must besides be kept
in the store, where an index orders by it: it may not change when a library's data does. The tests
hold it to ICU and to Perl's collation, which share no code with it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SPACES: Final = " \u00a0"
_SIGNS: Final = (
    *("_", "-", "–", "—", ",", ";", ":", "!", "?", ".", "…", "।", "॥"),
    *("'", "‘", "’", '"', "“", "”", "(", ")", "[", "]", "{", "}", "@", "*", "/", "\\", "&", "#"),
    *("%", "॰", "`", "^", "+", "<", "=", ">", "|", "~", "ॱ", "$", "₹"),
)
_LETTERS: Final = (
    *("ॐ", "ं", "ः"),
    *"ॲऄअआॳॴॵॶॷइईउऊऋॠऌॡऍऎएऐऑऒओऔ",
    *"कखगॻघङचछजॹॼझञटठॸडॾढणतथदधनपफबॿभमयॺरलळवशषसहऽॽ",
    *map(chr, (0x93E, 0x93A, 0x93B, 0x94F, 0x956, 0x957, 0x93F, *range(0x940, 0x945))),
    *map(chr, (0x962, 0x963, 0x945, 0x955, 0x946, 0x947, 0x94E, *range(0x948, 0x94E))),
)
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"

_OTHER_SIGN: Final = len(_SIGNS) + 1
_NUMBER: Final = _OTHER_SIGN + 1
_FIRST_LETTER: Final = _NUMBER + 1
_OTHER_LETTER: Final = _FIRST_LETTER + len(_LETTERS) + len(_LATIN)

# Weights are signs from here on: no control characters, and what is below separates the levels.
_LOWEST: Final = 0x30
_LEVEL: Final = "!"
_PLAIN: Final = "0"

_CHANDRABINDU: Final = "ँ"
_JOINERS: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")

# In उ0प्र0, उ०प्र० and उ.प्र. a zero or a full stop is the sign of abbreviation.
_SIGN_OF_ABBREVIATION: Final = re.compile("(?<=[\u0900-\u0963\u0971-\u097f])[0०.](?![0-9०-९])")
_PIECE: Final = re.compile(r"\d+|\D", re.DOTALL)

_LONGEST: Final = 120
"""Letters that are looked at: two titles that begin with so many equal ones are as good as equal."""


def _weight(place: int) -> str:
    return chr(_LOWEST + place)


_WEIGHTS: Final = {
    **dict.fromkeys(_SPACES, _weight(0)),
    **{sign: _weight(place) for place, sign in enumerate(_SIGNS, 1)},
    **{letter: _weight(place) for place, letter in enumerate((*_LETTERS, *_LATIN), _FIRST_LETTER)},
}


@lru_cache(maxsize=4096)
def sort_key(text: str) -> str:
    """What `text` is ordered by: compare two keys as texts, in Python or in the store.

    Equal for texts that no reader would put in an order; they differ in nothing but joiners,
    the script of a digit, zeros before a number, or the sign of an abbreviation.
    """
    text = _SIGN_OF_ABBREVIATION.sub("॰", text[:_LONGEST])
    letters: list[str] = []
    accents: list[str] = []
    capitals: list[str] = []
    for piece in _PIECE.findall(unicodedata.normalize("NFD", text)):
        if piece in _JOINERS:
            continue
        if piece == _CHANDRABINDU:
            letters.append(_WEIGHTS["ं"])
            accents.append("1")
        elif piece not in _WEIGHTS and unicodedata.category(piece[0]) == "Mn":
            accents.append(f"2{piece}")
            capitals.append(_PLAIN)
            continue
        else:
            plain = piece if piece in _WEIGHTS else piece.lower()
            letters.append(_first_weight(plain))
            accents.append(_PLAIN)
        capitals.append("1" if piece.isupper() else _PLAIN)
    # A level that says nothing takes no room; a text is then the beginning of what follows it.
    return _LEVEL.join(
        ("".join(letters), "".join(accents).rstrip(_PLAIN), "".join(capitals).rstrip(_PLAIN))
    ).rstrip(_LEVEL)


def _first_weight(piece: str) -> str:
    if piece in _WEIGHTS:
        return _WEIGHTS[piece]
    if piece[0].isdecimal():
        digits = str(int(piece))
        return f"{_weight(_NUMBER)}{_weight(len(digits))}{digits}"
    if piece.isspace():
        return _WEIGHTS[" "]
    is_letter = unicodedata.category(piece[0])[0] in "LMC"
    return f"{_weight(_OTHER_LETTER if is_letter else _OTHER_SIGN)}{piece}"
