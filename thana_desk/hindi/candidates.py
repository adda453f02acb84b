"""Words offered for Roman letters: what the program brought and what this station has typed.

Roman Hindi is spelt by ear (`thana`, `thaanaa`, `mukadma`, `muqadama`), so that a word is found by
what all spellings of it share: its consonants without breath of doubt (sh, S and s are one, as are
T and t) and its vowels but a. The closer the letters, and the oftener the word, the earlier it
stands. The literal spelling is never among them: it stands in the text already.
"""

import bisect
import functools
import re
from collections.abc import Iterable, Mapping

from thana_desk.hindi.text import NUKTA, VIRAMA, nfc
from thana_desk.hindi.words import hindi_words

MOST = 6
"""Candidates that are offered at once; each has a digit."""

_LEAST_KEYS = 2
_LONGEST = 40

_LETTERS = {
    **dict(
        zip(
            "कखगघङचछजझञटठडढण",
            ["k", "kh", "g", "gh", "n", "ch", "ch", "j", "jh", "n", "t", "th", "d", "dh", "n"],
            strict=True,
        )
    ),
    **dict(
        zip(
            "तथदधनपफबभमयरलवशषसहळ",
            [
                "t",
                "th",
                "d",
                "dh",
                "n",
                "p",
                "f",
                "b",
                "bh",
                "m",
                "y",
                "r",
                "l",
                "v",
                "s",
                "s",
                "s",
                "h",
                "l",
            ],
            strict=True,
        )
    ),
    **dict(
        zip(
            "अआइईउऊऋएऐओऔऑऍ",
            ["a", "a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"],
            strict=True,
        )
    ),
    **dict(
        zip("ािीुूृेैोौॉॅ", ["a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"], strict=True)
    ),
    **{"ं": "n", "ँ": "n", "ः": "h", "ऩ": "n", "ऱ": "r"},
}
_WITH_NUKTA = {"ज": "j", "फ": "f", "ड": "r", "ढ": "rh", "क": "k", "ख": "kh", "ग": "g"}
_INHERENT = frozenset("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळऩऱ")
_NO_A_AFTER = frozenset("ािीुूृेैोौॉॅ" + VIRAMA)

# Roman spellings of one sound, in the order in which they are made one.
_ROMAN = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ksh|kS|x", "ks"),
        ("GY|gy|jn|dny", "gy"),
        ("RRi|R\\^i", "ri"),
        ("chh|Ch|C", "ch"),
        ("(?<![kgcjtdpbTD])Sh|sh|S", "s"),
        ("ph|F", "f"),
        ("aa+|A", "a"),
        ("ei", "e"),
        ("ee+|ii+|I", "i"),
        ("oo+|uu+|U", "u"),
        ("[zZ]", "j"),
        ("[wW]", "v"),
        ("[qQ]", "k"),
        ("[.~`'^]", ""),
    )
)
_SAME = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """The sound of a Hindi word in plain Roman letters, every a written: मुकदमा → mukadama."""
    out = []
    signs = word.replace("ज्ञ", "ग्य").replace("क्ष", "क्स")
    for place, sign in enumerate(signs):
        following = signs[place + 1 : place + 2]
        if following == NUKTA and sign in _WITH_NUKTA:
            out.append(_WITH_NUKTA[sign])
        else:
            out.append(_LETTERS.get(sign, ""))
        stem = sign if sign != NUKTA else signs[place - 1 : place]
        if stem in _INHERENT and following not in _NO_A_AFTER and following != NUKTA:
            out.append("a")
    sound = "".join(out)
    return _folded(sound[:-1] if len(sound) > 2 and signs[-1] in _INHERENT | {NUKTA} else sound)


@functools.lru_cache(maxsize=2_000)
def sound_of_keys(keys: str) -> str:
    """The sound that Roman letters stand for, as `sound_of` writes it."""
    for pattern, sound in _ROMAN:
        keys = pattern.sub(sound, keys)
    return _folded(keys.lower())


def sound_key(word: str) -> str:
    """What all spellings of a word share, in either script; '' where nothing is left of it."""
    return _bones(sound_of_keys(word) if word.isascii() else sound_of(word))


def _folded(sound: str) -> str:
    return _SAME.sub(r"\1", re.sub("c(?!h)", "k", sound))


def _places(word: str) -> set[str]:
    """Where `word` stands in the index: ड़ is heard as r and written as d."""
    plain = word.replace("ड़", "ड").replace("ढ़", "ढ")
    return {_bones(sound_of(word)), _bones(sound_of(plain))}


def _bones(sound: str) -> str:
    """What all spellings of a sound share."""
    return _SAME.sub(r"\1", sound.replace("a", "").replace("y", "i").replace("m", "n"))


class Candidates:
    """Finds words for Roman letters; `learned` is how often each word was typed here."""

    def __init__(self, learned: Mapping[str, int] | None = None) -> None:
        self._rank = {word: place for place, word in enumerate(hindi_words())}
        self._learned = dict(learned or {})
        words = {*self._rank, *self._learned}
        self._index = sorted((place, word) for word in words for place in _places(word))

    def learn(self, word: str) -> None:
        """Count one use of `word`."""
        if word not in self._learned and word not in self._rank:
            for place in _places(word):
                bisect.insort(self._index, (place, word))
        self._learned[word] = self._learned.get(word, 0) + 1

    def forget(self, word: str) -> bool:
        """Offer a word of this station no more; one that the program brought loses its count."""
        if self._learned.pop(word, None) is None:
            return False
        if word not in self._rank:
            for place in _places(word):
                self._index.remove((place, word))
        return True

    def is_learned(self, word: str) -> bool:
        """Whether this station brought the word or its count."""
        return word in self._learned

    def find(self, keys: str, literal: str = "") -> tuple[str, ...]:
        """The words that `keys` may mean, likeliest first, without `literal`."""
        if not _LEAST_KEYS <= len(keys) <= _LONGEST or not keys.isascii():
            return ()
        sound = sound_of_keys(keys)
        bones = _bones(sound)
        if not bones:
            return ()
        found = []
        at = bisect.bisect_left(self._index, (bones, ""))
        while at < len(self._index) and self._index[at][0].startswith(bones):
            word_bones, word = self._index[at]
            at += 1
            if word != literal and sound_of(word)[:1] == sound[:1]:
                found.append((self._distance(sound, bones, word_bones, word), word))
        return tuple(dict.fromkeys(word for _, word in sorted(found)))[:MOST]

    def _distance(self, sound: str, bones: str, word_bones: str, word: str) -> float:
        """How far a word is from what was typed; small is near."""
        own = sound_of(word)
        more = len(word_bones) - len(bones)
        unlike = (
            0.0
            if own == sound
            else abs(len(own) - len(sound)) * 0.6 + (0 if own.startswith(sound) else 1)
        )
        often = min(self._learned.get(word, 0), 50)
        common = 1.5 * self._rank.get(word, len(self._rank)) / len(self._rank)
        return more * 2 + unlike + common - 2.5 * (often > 0) - 0.05 * often


def is_worth_learning(word: str) -> bool:
    """Whether `word` is one Hindi word of a length that a name or a term has."""
    return 2 <= len(word) <= _LONGEST and word == nfc(word) and bool(_WORD.fullmatch(word))


_WORD = re.compile(r"[क-हअ-औ][ऀ-ःऄ-हऺ-ॏ]+")


def words_of(text: str) -> Iterable[str]:
    """The words of `text` that are worth learning."""
    return (word for word in re.findall(r"[ऀ-ॣ]+", text) if is_worth_learning(word))
