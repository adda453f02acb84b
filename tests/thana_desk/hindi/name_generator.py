"""Latin spellings of Hindi names by the habits of those who write them, for trying the matching.

Written apart from the matching, from the letters alone: it shares no table with it.
"""

import random
from collections.abc import Iterator
from pathlib import Path

_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh",
    "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r", "ल": "l",
    "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h", "ड़": "r", "ढ़": "rh",
}  # fmt: skip
_VOWELS = {
    "अ": "a", "आ": "A", "इ": "i", "ई": "I", "उ": "u", "ऊ": "U", "ए": "e", "ऐ": "E", "ओ": "o",
    "औ": "O", "ऋ": "q", "ा": "A", "ि": "i", "ी": "I", "ु": "u", "ू": "U", "े": "e", "ै": "E",
    "ो": "o", "ौ": "O", "ृ": "q", "ॉ": "o", "ऑ": "o",
}  # fmt: skip
_WRITTEN = {"A": "a", "I": "i", "U": "u", "E": "ai", "O": "au", "q": "ri"}

# Each habit changes the plain spelling in one way: (what, how), applied where it occurs.
HABITS: dict[str, tuple[tuple[str, str], ...]] = {
    "aa": (("A", "aa"),),
    "ee": (("I", "ee"),),
    "oo": (("U", "oo"),),
    "ou": (("O", "ou"),),
    "ei": (("E", "ei"),),
    "w": (("v", "w"),),
    "x": (("ksh", "x"),),
    "s for sh": (("sh", "s"),),
    "ch for chh": (("chh", "ch"),),
    "f": (("ph", "f"),),
    "z": (("Z", "z"),),
    "jn": (("gy", "jn"),),
    "d for the flap": (("R", "d"),),
}
_Z_WORDS = frozenset(
    [
        "जैदी",
        "रिजवी",
        "काजमी",
        "जाकिर",
        "जाहिद",
        "एजाज",
        "रियाज",
        "फैयाज",
        "जैनब",
        "फरजाना",
        "रजिया",
        "नाजिया",
        "शाजिया",
        "जुबैदा",
        "परवेज",
        "फिरोज",
        "नवाज",
        "शहनाज",
    ]
)


def names() -> list[list[str]]:
    """All names, each with its spellings in Devanagari."""
    file = Path(__file__).parent / "up_names.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return [word.split("=") for word in dict.fromkeys(words)]


def pairs(seed: int = 7, each: int = 4) -> Iterator[tuple[str, str, int]]:
    """(Hindi, Latin, number of the name): up to `each` Latin spellings of each Hindi one."""
    chance = random.Random(seed)
    for number, spellings in enumerate(names()):
        for hindi in spellings:
            found = {_spelt(hindi, frozenset(), chance, plain=True)}
            for _ in range(each * 3):
                if len(found) >= each:
                    break
                habits = frozenset(chance.sample(sorted(HABITS), chance.randint(1, 5)))
                found.add(_spelt(hindi, habits, chance, plain=False))
            for roman in sorted(found):
                yield hindi, roman, number


def _spelt(hindi: str, habits: frozenset[str], chance: random.Random, *, plain: bool) -> str:
    text = _letters(hindi)
    if hindi in _Z_WORDS:
        text = text.replace("j", "Z")
    for habit in sorted(habits):
        for what, how in HABITS[habit]:
            text = text.replace(what, how) if habit != "jn" or text.startswith(what) else text
    text = text.replace("Z", "j").replace("R", "r")
    for sound, letters in _WRITTEN.items():
        text = text.replace(sound, letters)
    if plain:
        return text.capitalize()
    doubled = [
        at for at in range(1, len(text)) if text[at] == text[at - 1] and text[at] in "ntlmsdb"
    ]
    if doubled and chance.random() < 0.3:
        text = text[: doubled[0]] + text[doubled[0] + 1 :]
    if text.endswith("a") and hindi[-1] not in "ाआ" and chance.random() < 0.4:
        text = text[:-1]
    if text.startswith("v") and chance.random() < 0.15:
        text = "b" + text[1:]
    return text.capitalize()


def _letters(hindi: str) -> str:
    """One letter a sound; long vowels as capitals; the a between consonants by the usual rule."""
    import unicodedata

    word = unicodedata.normalize("NFC", hindi).replace("ज्ञ", "ग्य").replace("ड़", "ड\u093c")
    word = word.replace("ढ़", "ढ\u093c")
    units: list[tuple[str, str]] = []  # consonants, vowel
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        if letter in _CONSONANTS:
            flap = after == "\u093c"
            said = ("R" if letter == "ड" else "rh") if flap else _CONSONANTS[letter]
            follows = word[at + 2 : at + 3] if flap else after
            has_a = follows not in _VOWELS or follows in "अआइईउऊएऐओऔऋ"
            units.append((said, "a" if has_a and follows != "्" else ""))
        elif letter in _VOWELS:
            if units and units[-1][1] == "" and letter not in "अआइईउऊएऐओऔऋ":
                units[-1] = (units[-1][0], _VOWELS[letter])
            else:
                units.append(("", _VOWELS[letter]))
        elif letter in "ंँ":
            units.append(("m" if after and after in "पफबभम" else "n", ""))
    # The a of the last consonant is silent, except after a conjunct; inside, va-ca-cv drops it.
    if (
        units
        and units[-1][1] == "a"
        and not (len(units) > 1 and units[-2][1] == "" and units[-2][0])
    ):
        units[-1] = (units[-1][0], "")
    for at in range(len(units) - 2, 0, -1):
        here, before, behind = units[at], units[at - 1], units[at + 1]
        if here[1] == "a" and here[0] and before[1] and behind[1] and behind[0]:
            units[at] = (here[0], "")
    return "".join(consonant + vowel for consonant, vowel in units)
