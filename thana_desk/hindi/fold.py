"""Text folded for search, on both sides: what clerks spell in several ways becomes one spelling.

A folded text is compared, never shown. Everything here is pure, and folding twice changes nothing.
"""

import re
import unicodedata
from typing import Final

from thana_desk.hindi.text import NUKTA

# --- characters ---------------------------------------------------------------------------------

_ANUSVARA, _CHANDRABINDU, _VISARGA, _VIRAMA = "ंँः्"


class _Folded(dict[int, str | None]):
    """A translation table that works out each character once, when it is first met."""

    def __missing__(self, code: int) -> str | None:
        folded = self[code] = _folded_character(chr(code))
        return folded


def _folded_character(character: str) -> str | None:
    if character in (NUKTA, _VISARGA, "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"):
        return None
    if character == _CHANDRABINDU:
        return _ANUSVARA
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


_FOLDED: Final = _Folded()

# A vowel built of two keys that looks like one letter (old typewriter habit) is that letter.
_BUILT_VOWELS: Final = {
    "अा": "आ",
    "अो": "ओ",
    "अौ": "औ",
    "अॉ": "ऑ",
    "आॅ": "ऑ",
    "एे": "ऐ",
    "ाे": "ो",
    "ाै": "ौ",
    "ाॅ": "ॉ",
}
_BUILT_VOWEL: Final = re.compile("|".join(_BUILT_VOWELS))

# The nasal of the same वर्ग before a stop is the anusvara: हिन्दी = हिंदी, पन्चायत = पञ्चायत = पंचायत.
_HOMORGANIC: Final = re.compile("[ङञणन]्(?=[क-घच-झट-ढ])|न्(?=[त-धशस])|म्(?=[प-भ])")
_MANY_ANUSVARAS: Final = re.compile("ंं+")

# --- abbreviations ------------------------------------------------------------------------------

_WORD = "\u0900-\u0963\u0971-\u097f"  # Devanagari without digits, danda and the sign ॰
_LETTER = "[\u0904-\u0939\u0958-\u0961\u0972-\u097f]"
_SIGN = "[\u0900-\u0903\u093a-\u094c\u094e\u094f\u0951-\u0957\u0962\u0963]"
_AKSHARA = f"(?:{_LETTER}(?:\u094d{_LETTER})*+{_SIGN}*+)"
# Latin letters said in Hindi, where the name of the letter has two aksharas; the others have one.
_LETTER_NAMES = "एफ|एच|आई|एल|एम|एन|आर|एस|एक्स|वाई|जेड|डब्ल्यू|डब्लू"
_PIECE = f"(?:{_LETTER_NAMES}|{_AKSHARA})"
_WORD_BEFORE = f"(?<![{_WORD}])"
# उ0प्र0, उ०प्र०, उ.प्र., उ॰प्र॰ (digits are ASCII by now): pieces of one akshara between marks.
_ABBREVIATION: Final = re.compile(
    f"{_WORD_BEFORE}{_PIECE}(?:[0.॰]++{_PIECE}(?=[0.॰]|(?![0-9{_WORD}])))++(?:[0.॰]++(?![0-9]))?"
)
_MARKS: Final = re.compile("[0.॰]+")
_MARK_AFTER_WORD: Final = re.compile(f"(?<=[{_WORD}])(?:[0॰.]++(?![0-9])|॰+)")
_LATIN_ABBREVIATION: Final = re.compile(r"(?<![^\W_])(?:[a-z]\.)+[a-z]?(?![^\W_])\.?")

# --- colon and visarga --------------------------------------------------------------------------

# A colon typed for the visarga inside a word stands after one of these; elsewhere it is a colon.
_VISARGA_STEMS = "दु|नि|अंत|प्रात|पुन|अत|स्वत|बहि|मन|अध|चतु|वक्ष|यश|तप|तेज|शन"
_COLON_IN_WORD: Final = re.compile(f"{_WORD_BEFORE}({_VISARGA_STEMS}):+(?={_LETTER})")
_COLON_AFTER_WORD: Final = re.compile(f"(?<=[{_WORD}]):+(?![{_WORD}:0-9])")


def fold(text: str) -> str:
    """`text` as search compares it; equal for spellings that a clerk means as one.

    NFC, case folded, ZWJ and ZWNJ gone, nukta gone, chandrabindu as anusvara, the homorganic nasal
    as anusvara (हिन्दी, हिंदी), digits of every script as 0 … 9, visarga gone and so is a colon
    typed for it (अतः, अत:), marks of abbreviation gone (उ0प्र0, उ०प्र०, उ.प्र., उ॰प्र॰ → उप्र).
    """
    text = unicodedata.normalize("NFD", text)
    if not text.isascii():
        text = unicodedata.normalize("NFD", text.casefold())
        text = text.translate(_FOLDED)
        text = _BUILT_VOWEL.sub(lambda match: _BUILT_VOWELS[match[0]], text)
        text = _HOMORGANIC.sub(_ANUSVARA, text)
        text = _MANY_ANUSVARAS.sub(_ANUSVARA, text)
        text = _COLON_IN_WORD.sub(r"\1", text)
        text = _COLON_AFTER_WORD.sub("", text)
        text = _ABBREVIATION.sub(lambda match: _MARKS.sub("", match[0]), text)
        text = _MARK_AFTER_WORD.sub(" ", text)
    else:
        text = text.lower()
    text = _LATIN_ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    return unicodedata.normalize("NFC", text)


class _WordCharacters(dict[int, str]):
    """A translation table that turns all that is no letter, mark or number into a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = (
            unicodedata.category(character)[0] in "LMN" or unicodedata.category(character) == "Co"
        )
        self[code] = character if kept else " "
        return self[code]


_WORD_CHARACTERS: Final = _WordCharacters()


def terms(text: str) -> list[str]:
    """The words of `text`, folded, in their order: what the search index holds and asks for."""
    return fold(text).translate(_WORD_CHARACTERS).split()
