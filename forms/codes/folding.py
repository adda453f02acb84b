"""Folds Hindi and English so that different spellings, and scripts, of one word find each other."""

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = dict.fromkeys(map(ord, "\u093c\u200c\u200d\ufeff"))  # nukta and invisible joiners
_DIGITS = {0x0966 + digit: str(digit) for digit in range(10)}
_NASAL_BEFORE_ITS_CLASS = re.compile(
    "ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])",
)
_SPACE_IN_NUMBER = re.compile(r"(?<=[0-9)])\s+(?=\()")
_INNER_SEPARATORS = re.compile(r"[(/\-]")
_SEPARATORS = re.compile(r"[^\w()./\-\u0900-\u097f]+")


def fold(text: str) -> str:
    """`text` in lower case, with ASCII digits, no nukta, and one way to write a nasal.

    "३०३ (2)" and "303(2)", "दण्ड" and "दंड", "लड़का" and "लडका" fold to the same text.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_DROPPED | _DIGITS)
    plain = plain.replace("ँ", "ं")
    plain = _NASAL_BEFORE_ITS_CLASS.sub("ं", plain)
    plain = _SPACE_IN_NUMBER.sub("", plain)
    return _SEPARATORS.sub(" ", plain).strip()


_SOUND_OF_SIGN = {
    **dict(
        zip(
            "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
            "kkggnccjjnttddnttddnpfbbmyrlvssshl",
            strict=True,
        )
    ),
    **dict(zip("अआइईउऊएऐओऔािीुूेैोौं", "aaiiuueeooaiiuueeoon", strict=True)),
    "ऋ": "ri",
    "ृ": "ri",
}
_LATIN_SOUNDS = (
    ("ksh", "ks"),
    ("chh", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("jh", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("ee", "i"),
    ("oo", "u"),
    ("ai", "e"),
    ("au", "o"),
    ("ou", "o"),
    ("w", "v"),
    ("z", "j"),
    ("q", "k"),
    ("m", "n"),
)
_LONG_ENOUGH = 3
_REPEATED = re.compile(r"(.)\1+")


def sound(text: str) -> str:
    """How the words of a folded text sound, in rough Latin letters: चोरी and "chori" agree.

    Breath, length, the open vowel `a` and the kind of nasal are dropped, since typists write
    them in many ways ("marpeet", "maarpit" and मारपीट sound alike here).
    """
    return " ".join(filter(None, map(_sound_of_word, text.split())))


def _sound_of_word(word: str) -> str:
    latin = "".join(_SOUND_OF_SIGN.get(sign, sign) for sign in word.replace("ज्ञ", "ग्य"))
    if latin == word:
        for written, heard in _LATIN_SOUNDS:
            latin = latin.replace(written, heard)
    heard = "".join(sign for sign in latin.replace("m", "n") if sign.isascii() and sign.isalnum())
    return _REPEATED.sub(r"\1", heard.replace("a", ""))


@dataclass(frozen=True, slots=True)
class Asked:
    """One word that a person typed, folded; `spoken` is its sound where it is a Latin word."""

    word: str
    spoken: str


def asked(text: str) -> tuple[Asked, ...]:
    """The words of a typed text."""
    return tuple(
        Asked(word, sound(word) if word.isascii() and word.isalpha() else "")
        for word in fold(text).split()
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """A title made ready to be searched: its folded words, and how its Hindi words sound."""

    words: tuple[str, ...]
    heard: tuple[str, ...] = ()

    def begins(self, one: Asked) -> bool:
        """Whether some word of the title begins with the typed word."""
        return any(word.startswith(one.word) for word in self.words)

    def is_heard_in(self, one: Asked) -> bool:
        """Whether some Hindi word of the title sounds like the typed Latin word.

        A long word may be the beginning of the one heard; a short one must be the whole.
        """
        if len(one.spoken) >= _LONG_ENOUGH:
            return any(word.startswith(one.spoken) for word in self.heard)
        return len(one.spoken) > 1 and one.spoken in self.heard


def heading(*texts: str, hindi: str = "") -> Heading:
    """`texts` made ready to be searched by their words, and `hindi` also by its sound."""
    words = _INNER_SEPARATORS.sub(" ", " ".join(map(fold, (hindi, *texts)))).split()
    return Heading(tuple(words), tuple(sound(fold(hindi)).split()))
