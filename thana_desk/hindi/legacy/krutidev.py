"""Kruti Dev 010: what each of its glyphs is, and how a word in it is read.

The font puts glyphs of the Hindi typewriter on the codes of Latin letters (the keys of Remington
CBI), and ligatures and quotes on those above 127 in Windows-1252. A text in it is therefore what
a typist struck, and reading it strikes the glyphs anew. Facts of the font: which glyph stands at
which code, as any character map shows.
"""

from functools import lru_cache
from itertools import takewhile
from typing import Final

from thana_desk.hindi.layouts.remington import CBI_KEYS
from thana_desk.hindi.numerals import to_devanagari_digits
from thana_desk.hindi.text import VIRAMA, is_devanagari, nfc
from thana_desk.hindi.typewriter import AA, MATRAS, RAKAR, REPH, SHORT_I, SIGNS, VISARGA, struck

DIGIT_GLYPHS = "åƒ„…†‡ˆ‰Š‹"
# Glyphs above 127, each with what it strikes.
_HIGH: Final = {
    **dict(zip(DIGIT_GLYPHS, to_devanagari_digits("0123456789"), strict=True)),
    **{"ñ": "॰", "Œ": "॰", "·": "ऽ", "•": "ऽ", "‘": '"', "’": '"', "“": "'", "”": "'"},
    **{"Þ": "“", "ß": "”", "¼": "(", "½": ")", "¿": "{", "À": "}", "¾": "="},
    **{"Ã": "ई", "Å": "ऊ", "Ä": "घ", "³": "ङ", "¥": "ञ", "Ò": "भ", "ô": "क्क"},
    **{"¶": "फ्", "÷": "झ्", "Ö": "झ्", "è": "ध्", "Ë": "ध्", "¸": "य्", "Ü": "श्", "º": "ह्"},
    **{"ä": "क्त", "Ù": "त्त्", "«": "त्र्", "™": "न्न्", "é": "न्न", "í": "द्द", "Ì": "द्द"},
    **{"ê": "ट्ट", "Í": "ट्ट", "ë": "ट्ठ", "Î": "ट्ठ", "ì": "ड्ड", "Ï": "ड्ड", "ï": "ड्ढ", "Ô": "ड्ढ"},
    **{"à": "ह्न", "á": "ह्य", "ã": "ह्म", "â": "हृ", "–": "दृ", "—": "कृ", "Ñ": "कृ"},
    **{"Ø": "क्र", "Ý": "फ्र", "æ": "द्र", "ç": "प्र", "Á": "प्र", "ª": RAKAR},
    **{"î": "्य", "Ó": "्य", "‚": "ॉ", "¡": "ँ"},
}
_SEVERAL: Final = {"È": ("ी", "ं"), "±": (REPH, "ं"), "Ê": ("ी", REPH)}
# ि with signs that stand over the consonant after it.
_CROWNED_I: Final = {"Æ": (REPH,), "Ç": ("ं",), "É": (REPH, "ं")}
GLYPHS: Final = {**CBI_KEYS, **_HIGH}
"""What the glyph at each code strikes; a digit is itself."""


_HIGH_LETTERS: Final = (_HIGH.keys() | _SEVERAL.keys() | _CROWNED_I.keys()) - set("‘’“”–—•·")

# Signs that a typist may strike twice on one place; two ृ are a ॄ, and ि belongs to what follows.
_OVERSTRUCK: Final = (MATRAS | SIGNS) - {"ृ", SHORT_I}

_REACH = 64  # code points before its own place that a glyph may change

# Words whose last sign is a visarga; after any other word the same glyph is a colon.
_VISARGA_ENDS: Final = frozenset(
    [
        "अतः",
        "अंशतः",
        "अन्ततः",
        "अंततः",
        "पूर्णतः",
        "स्वतः",
        "वस्तुतः",
        "विशेषतः",
        "मुख्यतः",
        "सामान्यतः",
        "सामान्यतया",
        "क्रमशः",
        "अक्षरशः",
        "शब्दशः",
        "प्रातः",
        "प्रायः",
        "पुनः",
        "छः",
        "सम्भवतः",
        "संभवतः",
        "मूलतः",
        "आंशिकतः",
        "विधितः",
        "न्यायतः",
        "दुः",
        "निः",
    ]
)


@lru_cache(maxsize=50_000)
def read_word(word: str) -> str:
    """The Unicode of one word, every sign of it taken as a glyph; unknown ones stay."""
    done, text, waits, previous = [], "", False, ""
    crown: tuple[str, ...] = ()
    for glyph in word:
        if glyph.isdigit() and glyph.isascii():
            text, waits = text + glyph, False
        elif glyph == "a" and previous == "‚":
            text += "ं"  # कॉंग्रेस; the typewriter's own ॅ under a dot would be a ँ
        else:
            crown = _CROWNED_I.get(glyph, crown)
            one = SHORT_I if glyph in _CROWNED_I else GLYPHS.get(glyph, glyph)
            for key in _SEVERAL.get(glyph, (one,)):
                text, waits = _with_glyph(text, key, waits=waits)
            if crown and not waits:
                for key in crown:
                    text, waits = _with_glyph(text, key, waits=False)
                crown = ()
        previous = glyph
        if len(text) > 2 * _REACH:  # what no glyph can reach any more
            done.append(text[:-_REACH])
            text = text[-_REACH:]
    return _with_colons(nfc("".join((*done, text))))


def _with_glyph(text: str, key: str, *, waits: bool) -> tuple[str, bool]:
    if key.startswith(VIRAMA) and len(key) > 1 and key != RAKAR:  # ्य under ट, ठ, ड …
        body = text[:-1] if text.endswith((VIRAMA, SHORT_I)) else text
        return body + key + (SHORT_I if text.endswith(SHORT_I) else ""), False
    if key in _OVERSTRUCK and text.endswith(key):
        return text, False
    if key == AA and text.endswith(SHORT_I) and not waits:  # f=k, struck for त्रि all the same
        return text, False
    if len(key) > 1 and key[-1] in MATRAS:  # कृ, रु: nothing can be struck into them
        return text + key, False
    return struck(text, key, waits=waits)


def _with_colons(text: str) -> str:
    """The glyph of the visarga read as a colon where no word ends so."""
    if text.endswith(VISARGA):
        word = "".join(takewhile(is_devanagari, reversed(text[-_REACH:])))[::-1]
        if len(word) > 1 and word not in _VISARGA_ENDS:
            return text[:-1] + ":"
    return text


def is_high_glyph(sign: str) -> bool:
    """Whether the font has a letter at a code above ASCII; quotes and dashes may be themselves."""
    return sign in _HIGH_LETTERS
