"""Text in which legacy Hindi, Latin words, numbers and Unicode stand side by side.

A paste loses its fonts, so that `dk` may be का and `FIR` is no Hindi. Each word is weighed: does
it read as well-formed Hindi, and are its letter pairs those of Kruti Dev or those of Latin words?
The pairs are learnt from the word lists of the program, a word's neighbours count a little, and
what is not surely legacy stays as it is.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from thana_desk.hindi.legacy.krutidev import is_high_glyph, read_word
from thana_desk.hindi.legacy.writing import to_krutidev
from thana_desk.hindi.text import is_devanagari
from thana_desk.hindi.words import english_words, hindi_words

_PIECES = re.compile(r"\s+|\S+")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
# Signs that only text in Latin letters and digits has; a number between legacy words may hold the
# glyphs of others.
_NUMBER_SIGNS = str.maketrans(
    {"@": "/", "-": ".", "]": ",", "&": "-", "%": ":", "\\": "?", "$": "+"}
)
_CODE = re.compile(r"[A-Z]{1,4}[-/]?\d[\dA-Z/-]*|\S+@\S+\.\w+|(?:https?:|www\.)\S+", re.ASCII)
# Signs out of place: a matra or virama with nothing under it, two vowels on one letter, a half
# letter at the end (a virama of its own is a key, so that अर्थात् is none).
_BROKEN = re.compile(r"(?:^|[^ऀ-ॿ])[ऀ-ःऺ-़ा-ॏ]|[ा-ौ][ा-ौ्]|्[ा-ौंँः]|[ंँः][ंँः्]|[अ-औ][ि-ौ्]")
_HALF_END = re.compile(r"्[।॥,.;:?)”’]*$")
_MARKS = "\"'()[]{}.,:;!?-–—‘’“”"
_BROKEN_WEIGHS, _HIGH_WEIGHS, _LISTED_WEIGHS = -5.0, 4.0, -4.0
_NEIGHBOURS, _MOST_AROUND = 0.35, 2.5  # the share that a word's neighbours add, and its bound
_MOST = 6.0  # what one word may weigh, so that a long one does not decide for all around it
_MOST_SHORT = 2.0
_CERTAIN = 8.0  # evidence of some five words


@dataclass(frozen=True, slots=True)
class Recognised:
    """How sure it is that a text is in a legacy font (0 … 1), and what it reads as then."""

    confidence: float
    text: str

    @property
    def is_legacy(self) -> bool:
        """Sure enough to offer the reading."""
        return self.confidence >= 0.6


def recognise(text: str) -> Recognised:
    """What `text` reads as if its legacy words are read, and how sure it is that there are some."""
    pieces, weights = _weighed(text)
    words = [weight for weight in weights if weight is not None]
    legacy = sum(
        len(piece)
        for piece, weight in zip(pieces, weights, strict=True)
        if weight is not None and weight > 0
    )
    letters = sum(
        len(piece)
        for piece, weight in zip(pieces, weights, strict=True)
        if weight is not None or any(map(is_devanagari, piece))
    )
    evidence = sum(weight for weight in words if weight > 0)
    share = legacy / letters if letters else 0.0
    # A little legacy text in a long text of Unicode is worth an offer too: few words, but sure ones.
    reach = max(share, min(evidence / (4 * _CERTAIN), 0.7) if share > 0.02 else 0.0)
    confidence = reach * (1 - math.exp(-evidence / _CERTAIN * 2))
    return Recognised(round(confidence, 3), _joined(pieces, weights))


def to_unicode(text: str, *, whole: bool = False) -> str:
    """`text` with its legacy words in Unicode; with `whole` every word is taken as legacy.

    Unicode that stands in it already stays, and so does every sign that the font does not have.
    """
    if whole:
        return "".join(_read_whole(piece) for piece in _PIECES.findall(text))
    pieces, weights = _weighed(text)
    if not any(weight is not None and weight > 0 for weight in weights):
        return text
    return _joined(pieces, weights)


def _read_whole(piece: str) -> str:
    if piece.isspace() or (any(map(is_devanagari, piece)) and not _has_glyphs(piece)):
        return piece
    return read_word(piece)


def _weighed(text: str) -> tuple[list[str], list[float | None]]:
    """The words and spaces of `text`, and how much each word seems legacy; None has no letters."""
    pieces = _PIECES.findall(text)
    own = [_weight(piece) for piece in pieces]
    words = [(place, weight) for place, weight in enumerate(own) if weight is not None]
    weights: list[float | None] = [None] * len(pieces)
    for number, (place, weight) in enumerate(words):
        beside = [words[at][1] for at in (number - 1, number + 1) if 0 <= at < len(words)]
        around = _NEIGHBOURS * sum(max(-_MOST, min(_MOST, one)) for one in beside)
        weights[place] = weight + max(-_MOST_AROUND, min(_MOST_AROUND, around))
    return pieces, weights


def _joined(pieces: list[str], weights: list[float | None]) -> str:
    out = []
    for place, (piece, weight) in enumerate(zip(pieces, weights, strict=True)):
        if weight is not None:
            out.append(read_word(piece) if weight > 0 else piece)
        elif piece.isspace() or any(map(is_devanagari, piece)):
            out.append(piece)
        else:
            out.append(_number(piece) if _stands_in_legacy(weights, place) else piece)
    return "".join(out)


def _stands_in_legacy(weights: list[float | None], place: int) -> bool:
    """Whether the nearest words on both sides, where there are any, are legacy."""
    near = [
        next((weights[at] for at in side if weights[at] is not None), None)
        for side in (
            range(place - 1, max(place - 8, -1), -1),
            range(place + 1, min(place + 8, len(weights))),
        )
    ]
    found = [weight for weight in near if weight is not None]
    return bool(found) and all(weight > 0 for weight in found)


def _number(piece: str) -> str:
    """A number or a sign between legacy words: the glyphs that are signs, as signs."""
    if any(sign in piece for sign in "/,:") or ("(" in piece and ")" in piece):
        return piece  # written with Latin signs already
    if re.fullmatch(r"[\d\-]*\.\d+", piece):
        return piece
    high = any(sign > "\x7f" for sign in piece)
    return read_word(piece) if high else piece.translate(_NUMBER_SIGNS)


@lru_cache(maxsize=50_000)
def _weight(piece: str) -> float | None:
    """How much one word alone seems legacy: above 0 it does; None where it has no letters."""
    if piece.isspace():
        return None
    has_hindi = any(map(is_devanagari, piece))
    if not _has_glyphs(piece):
        return None
    if has_hindi:
        # कk: half of a word was converted. A Latin word that touches a Hindi one is left alone.
        return (
            _HIGH_WEIGHS if not _LATIN_LETTER.search(piece) or _reads_on(piece) else _LISTED_WEIGHS
        )
    if _CODE.fullmatch(piece.strip(_MARKS)):
        return -2 * _MOST
    bare = piece.strip(_MARKS).lower()
    read = read_word(piece)
    weight = _pairs_weight(piece)
    if _BROKEN.search(read) or (_HALF_END.search(read) and "~" not in piece):
        weight += _BROKEN_WEIGHS
    if any(map(is_high_glyph, piece)):
        weight += _HIGH_WEIGHS
    if bare in english_words() and (len(bare) > 3 or piece.strip(_MARKS).isupper()):
        weight += _LISTED_WEIGHS
    if read.strip("।,.:;?") in _hindi() and len(bare) > 1:
        weight -= _LISTED_WEIGHS
    # A short word may be of either script (`us` is ने): what stands around it decides.
    most = _MOST_SHORT if len(bare) <= 3 and bare.isascii() and bare.isalpha() else _MOST
    return max(-_MOST, min(most, weight))


def _has_glyphs(piece: str) -> bool:
    return any((sign.isascii() and sign.isalpha()) or is_high_glyph(sign) for sign in piece)


def _reads_on(piece: str) -> bool:
    return (
        not _BROKEN.search(read_word(piece))
        and _LATIN_LETTER.search(piece) is not None
        and (is_devanagari(piece[0]) and len(_LATIN_LETTER.findall(piece)) <= 2)
    )


@cache
def _hindi() -> frozenset[str]:
    return frozenset(hindi_words())


@cache
def _pairs() -> dict[str, float]:
    """How much each pair of letters speaks for Kruti Dev and against Latin words."""
    legacy, latin = Counter[str](), Counter[str]()
    for rank, word in enumerate(hindi_words()):
        for pair in _pairs_of(to_krutidev(word)):
            legacy[pair] += 3 if rank < 300 else 1
    for word in english_words():
        for form in (word, word.capitalize(), word.upper()):
            for pair in _pairs_of(form):
                latin[pair] += 1
    kinds = legacy.keys() | latin.keys()
    one, other = sum(legacy.values()) + len(kinds) / 2, sum(latin.values()) + len(kinds) / 2
    return {
        pair: math.log((legacy[pair] + 0.5) / one) - math.log((latin[pair] + 0.5) / other)
        for pair in kinds
    }


def _pairs_of(word: str) -> Iterable[str]:
    edged = f" {word} "
    return (edged[at : at + 2] for at in range(len(edged) - 1))


def _pairs_weight(piece: str) -> float:
    known = _pairs()
    return sum(known.get(pair, 0.0) for pair in _pairs_of(piece))
