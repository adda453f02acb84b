"""Hindi written in the glyphs of Kruti Dev 010, in the order of paper, for whoever still wants it.

What the font cannot hold stays as it is: Latin letters (they need another font) and signs such as
₹. ZWJ is left out, since a half glyph says the same; straight quotes become curved ones, long
dashes and dots the signs that the font has.
"""

import re
from typing import Final

from thana_desk.hindi.layouts.remington import CBI_KEYS
from thana_desk.hindi.legacy.krutidev import DIGIT_GLYPHS
from thana_desk.hindi.numerals import to_devanagari_digits
from thana_desk.hindi.text import NUKTA, VIRAMA, ZWJ, ZWNJ, is_devanagari, nfc
from thana_desk.hindi.typewriter import MATRAS, REPH, SHORT_I, VISARGA

_WHOLE: Final = {typed: glyph for glyph, typed in reversed(CBI_KEYS.items()) if len(typed) == 1}
_HALF: Final = {
    **{
        typed[0]: glyph
        for glyph, typed in CBI_KEYS.items()
        if len(typed) == 2 and typed[1] == VIRAMA
    },
    **{"फ": "¶", "झ": "÷", "य": "¸", "ह": "º"},
}
del _HALF["र"]
_VOWELS: Final = {
    **{"आ": "vk", "ई": "bZ", "ऊ": "Å", "ऐ": ",s", "ओ": "vks", "औ": "vkS", "ऑ": "v‚", "ऍ": ",W"},
    **{"ो": "ks", "ौ": "kS", "ॉ": "‚", "ँ": "¡", "ॄ": "``", "ङ": "³", "ञ": "¥", "॥": "AA"},
    **dict(zip(to_devanagari_digits("0123456789"), DIGIT_GLYPHS, strict=True)),
    **{"॰": "ñ", "ऽ": "·", "“": "Þ", "”": "ß", "(": "¼", ")": "½", "{": "¿", "}": "À", "=": "¾"},
    **{".": "-", "/": "@", "-": "&", ",": "]", "?": "\\", ";": "(", ":": "%", "!": "!", "+": "$"},
    # Their own codes hold letters in this font.
    **{"–": "&", "—": "&", "·": "&", "•": "&", "…": "---"},
    **{"‘": "^", "’": "*", "'": "*", VISARGA: "%", NUKTA: "+", VIRAMA: "~", ZWNJ: "~"},
}
# Clusters with a glyph of their own, whole; a half of one is the whole with a virama, but for two.
_LIGATURES: Final = {
    **{"त्र": "=", "ज्ञ": "K", "श्र": "J", "द्य": "|", "द्व": "}", "द्ध": ")", "क्ष": "{k"},
    **{"द्द": "í", "ट्ट": "ê", "ट्ठ": "ë", "ड्ड": "ì", "ड्ढ": "ï", "ह्न": "à", "ह्य": "á", "ह्म": "ã"},
    **{"क्र": "Ø", "फ्र": "Ý", "द्र": "æ", "प्र": "iz", "त्त": "Ùk"},
}
_HALF_LIGATURES: Final = {"क्ष": "{", "त्र": "«", "त्त": "Ù"}
_HANGING: Final = frozenset("टठडढछ")  # letters without a stem: ्र and ्य stand under them
_WITH_SIGN: Final = {"दृ": "–", "कृ": "—", "हृ": "â", "रु": "#", "रू": ":"}
_CONSONANT = rf"[क-ह]{NUKTA}?"
_SYLLABLE = re.compile(
    rf"(?P<cluster>(?:{_CONSONANT}{VIRAMA}{ZWJ}?)*{_CONSONANT})(?P<tail>{VIRAMA}?{ZWNJ}?)"
    rf"(?P<matra>[{''.join(sorted(MATRAS))}]?)(?P<signs>[ंँः]*)"
)


def to_krutidev(text: str) -> str:
    """`text` in the glyphs of Kruti Dev; what the font does not hold stays as it is."""
    out = []
    text = _straight_quotes_curved(_nuktas_apart(text))
    at = 0
    while at < len(text):
        match = _SYLLABLE.match(text, at)
        if match:
            out.append(_syllable(match))
            at = match.end()
        else:
            sign = text[at]
            out.append("" if sign == ZWJ else _VOWELS.get(sign) or _single(sign))
            at += 1
    return "".join(out)


def _single(sign: str) -> str:
    return _WHOLE.get(sign, sign) if is_devanagari(sign) else sign


def _syllable(match: re.Match[str]) -> str:
    cluster, tail, matra, signs = match["cluster"].replace(ZWJ, ""), *match.group(2, 3, 4)
    reph = ""
    if cluster.startswith(REPH) and len(cluster) > 2 and cluster[2] != NUKTA:
        cluster, reph = cluster[2:], "Z"
    before = _single(SHORT_I) if matra == SHORT_I else ""
    if cluster + matra in _WITH_SIGN and not tail:
        glyphs, matra = _WITH_SIGN[cluster + matra], ""
    else:
        glyphs = _cluster(cluster, is_half=bool(tail))
    if tail:
        glyphs += tail.replace(VIRAMA, "~").replace(ZWNJ, "~")
    if matra and not before:
        glyphs += _VOWELS.get(matra) or _single(matra)
    return before + glyphs + reph + "".join(_VOWELS.get(sign) or _single(sign) for sign in signs)


def _cluster(cluster: str, *, is_half: bool) -> str:
    """The glyphs of joined consonants; with `is_half` a virama of its own follows."""
    parts = re.findall(_CONSONANT, cluster)
    out, at = "", 0
    while at < len(parts):
        pair = VIRAMA.join(parts[at : at + 2])
        ends = at + 2 >= len(parts)
        if at + 1 < len(parts) and pair in _LIGATURES:
            half = _HALF_LIGATURES.get(pair)
            out += _LIGATURES[pair] if ends else half or _LIGATURES[pair] + "~"
            at += 2
            continue
        letter, nukta = parts[at][0], "+" if parts[at].endswith(NUKTA) else ""
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if following == "र":
            out += _whole(letter) + nukta + ("ª" if letter in _HANGING else "z")
            at += 2
            out += "~" if at < len(parts) else ""
        elif following == "य" and letter in _HANGING and not nukta:
            out += _whole(letter) + "î"
            at += 2
            out += "~" if at < len(parts) else ""
        elif not following:
            out += _whole(letter) + nukta
            at += 1
        else:
            half = _HALF.get(letter)
            out += half + nukta if half else _whole(letter) + nukta + "~"
            at += 1
    return out


def _whole(letter: str) -> str:
    return _VOWELS.get(letter) or _WHOLE.get(letter) or _HALF[letter] + "k"


def _nuktas_apart(text: str) -> str:
    """`text` with every nukta letter taken apart, so that the nukta is a sign of its own."""
    return "".join(
        one if one not in "ऩऱऴ" else {"ऩ": "न", "ऱ": "र", "ऴ": "ळ"}[one] + NUKTA
        for one in nfc(text)
    )


def _straight_quotes_curved(text: str) -> str:
    """Straight double quotes opened and closed in turn; the font has only curved ones."""
    parts = text.split('"')
    return "".join(
        part + ("" if number == len(parts) - 1 else "“" if number % 2 == 0 else "”")
        for number, part in enumerate(parts)
    )


_NOT_HELD = re.compile(
    r"[A-Za-z][A-Za-z'’]*|[^\x00-\x7fऀ-ॿ‘’“”–—·•…\u200c\u200d\s]+|[#$%&*<>@\\^_`|~\[\]]"
)


def left_as_they_are(text: str) -> tuple[str, ...]:
    """The words and signs of `text` that the font has no glyphs for; each once, in order."""
    return tuple(dict.fromkeys(_NOT_HELD.findall(text)))
