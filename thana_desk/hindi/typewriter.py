"""The Hindi typewriter: signs in the order in which they stand on paper become those of Unicode.

The machine strikes ि before its consonant, a half letter and the stem that completes it, the reph
after its letter, ्र over what stands there, and builds vowels from parts. Its typists type so, and
the fonts of its time (Kruti Dev) keep text so.
"""

from typing import Final

from thana_desk.hindi.text import NUKTA, VIRAMA, ZWNJ, is_consonant, is_devanagari

SHORT_I, AA, RAKAR, REPH, VISARGA = "ि", "ा", "्र", "र्", "ः"

MATRAS = frozenset("ािीुूृॄॅॆेैॉॊोौ")
SIGNS = frozenset("ंँः")
_JOINED: Final = {
    **{"अा": "आ", "आे": "ओ", "आै": "औ", "आॅ": "ऑ", "ऑं": "आँ", "एे": "ऐ", "एॅ": "ऍ"},
    **{"अॉ": "ऑ", "उु": "ऊ", "उू": "ऊ", "ाे": "ो", "ाै": "ौ", "ाॅ": "ॉ", "ॅा": "ॉ", "ेा": "ो", "ैा": "ौ"},
    **{"ॅं": "ँ", "ंॅ": "ँ", "ॉं": "ाँ", "।।": "॥", "ृृ": "ॄ"},
}


def struck(text: str, key: str, *, waits: bool) -> tuple[str, bool]:
    """`text` after a key that strikes `key`, and whether ि waits for its consonant now."""
    if key == SHORT_I:
        return text + key, True
    if waits and is_consonant(key[0]) and key != REPH:
        return text[:-1] + key + SHORT_I, key.endswith(VIRAMA)
    if key == RAKAR:
        return _with_rakar(text), False
    if key == REPH:
        return _with_reph(text), False
    if key == NUKTA:
        return _with_nukta(text), waits
    if key == VIRAMA:
        return _with_virama(text)
    if key == VISARGA and not (text and is_devanagari(text[-1]) and text[-1] not in "।॥॰"):
        return text + ":", False
    if key in MATRAS or key in SIGNS or key == "।":
        return _with_sign(text, key), False
    return text + key, False


def _with_sign(text: str, key: str) -> str:
    """A vowel sign or mark in its place: joined to what it builds on, before the marks above."""
    if text[-1:] + key in _JOINED:
        return text[:-1] + _JOINED[text[-1] + key]
    body, marks = _without(text, SIGNS)
    if key in MATRAS and marks:
        return _with_sign(body, key) + marks
    if _is_half(text):
        return text[:-1] + ("" if key == AA else key)
    if text.endswith(SHORT_I) and _is_half(text[:-1]) and key == AA:
        return text[:-2] + SHORT_I
    return text + key


def _with_rakar(text: str) -> str:
    body, signs = _without(text, MATRAS | SIGNS)
    if _is_half(body):
        return body + "र" + signs
    return body + RAKAR + signs if _ends_in_consonant(body) else text + RAKAR


def _with_reph(text: str) -> str:
    body, marks = _without(text, SIGNS)
    if body.endswith("इ"):
        return body[:-1] + "ई" + marks
    body, signs = _without(text, MATRAS | SIGNS)
    start = len(body) - 1 if _is_half(body) else len(body)
    if not _ends_in_consonant(body[:start]):
        return text + REPH
    while True:
        start -= 2 if body[start - 1] == NUKTA else 1
        if not _is_half(body[:start]):
            return body[:start] + REPH + body[start:] + signs
        start -= 1


def _with_nukta(text: str) -> str:
    body, signs = _without(text, MATRAS | SIGNS)
    half = VIRAMA if _is_half(body) else ""
    bare = body[: len(body) - len(half)]
    if bare and is_consonant(bare[-1]):
        return bare + NUKTA + half + signs
    return text + NUKTA


def _with_virama(text: str) -> tuple[str, bool]:
    if text.endswith(VIRAMA):
        return text + ZWNJ, False
    if text.endswith(SHORT_I) and _ends_in_consonant(text[:-1]):
        return text[:-1] + VIRAMA + SHORT_I, True
    return text + VIRAMA, False


def _without(text: str, signs: frozenset[str]) -> tuple[str, str]:
    """`text` and the signs at its end, apart."""
    end = len(text)
    while end and text[end - 1] in signs:
        end -= 1
    return text[:end], text[end:]


def _ends_in_consonant(text: str) -> bool:
    if text.endswith(NUKTA):
        return len(text) > 1 and is_consonant(text[-2])
    return bool(text) and is_consonant(text[-1])


def _is_half(text: str) -> bool:
    return text.endswith(VIRAMA) and _ends_in_consonant(text[:-1])
