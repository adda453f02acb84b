"""How like two names are that people wrote in either script: keys to look them up by, and a measure.

A word of a name is brought to a string of sounds, one character each. `keys` gives its coarse
consonant skeletons, by which an index finds everything that may be meant; `likeness` weighs the
sounds against one another and ranks and cuts what was found. Everything here is pure.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from thana_desk.hindi.fold import terms

_LONGEST: Final = 60
"""Letters of the longest word that is weighed; what is longer is no name."""

SAME: Final = 0.5
"""From this likeness on, two spellings are taken for one name."""

NEAR: Final = 0.44
"""From this likeness on, a name is worth showing below those that are taken for the same."""

SLIP: Final = 0.33
"""From this likeness on, a name may be meant where nothing better is found: one letter is wrong."""

# --- sounds -------------------------------------------------------------------------------------
# Capitals: the aspirate of a stop (K = kh), the long vowel (A = aa), E = ai, O = au, S = sh,
# R = ड़ (written r or d), N = anusvara, x = a Latin a, which may be short or long.

_CONSONANTS: Final = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
        "kKgGncCjJntTdDntTdDnpPbBmyrlvSSsh",
        strict=True,
    )
)
_VOWELS: Final = {
    **dict(zip("अआइईउऊएऐओऔ", "aAiIuUeEoO", strict=True)),
    **dict(zip("ािीुूेैोौ", "AiIuUeEoO", strict=True)),
    **{"ऋ": "ri", "ृ": "ri", "ॠ": "ri", "ॄ": "ri", "ऑ": "o", "ॉ": "o", "ऍ": "e", "ॅ": "e"},
    **{"ऎ": "e", "ॆ": "e", "ऒ": "o", "ॊ": "o"},
}
_VIRAMA, _ANUSVARA = "्", "ं"
_MATRAS: Final = frozenset("ािीुूेैोौृॄॉॅॆॊ")
_SOUNDS_OF_VOWELS: Final = frozenset("aAxiIuUeEoO")

_WHOLE_WORDS: Final = {
    **dict.fromkeys(("md", "mohd", "mhd", "mo", "mohmd", "मो", "मौ", "मोह", "मु"), "mohamad"),
    **dict.fromkeys(("siddique", "siddiqui", "siddiqi", "सिद्दीक़ी"), "sidIkI"),
    **dict.fromkeys(("osman", "usman"), "usmAn"),
    **dict.fromkeys(("omar", "umar"), "umar"),
    **dict.fromkeys(("hooda", "huda"), "huDA"),
}
_TITLES: Final = frozenset(
    ("श्री", "श्रीमती", "सुश्री", "shri", "sri", "shree", "smt", "shrimati", "mr", "mrs", "ms", "km")
)

_Rules = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _roman_spellings() -> _Rules:
    """Habits of Latin spelling brought to one, before letters are read as sounds."""
    return (
        (re.compile("dny|gny|^jn|(?<=^pra)jn|(?<=^ya)jn|(?<=^vi)jn"), "gy"),  # ज्ञ
        (re.compile("ngh$"), "nh"),  # Singh: सिंह
        (re.compile("(?<=[ai])que$"), "k"),  # Haque, Rafique
        (re.compile("q(?:u(?=[aeio]))?"), "k"),
        (re.compile("(?<=o)re$"), "r"),  # Rathore, Kishore
        (re.compile("ee$|ey$"), "i"),
        (re.compile("(?<=[aeiou])(?:tt|nd)er$"), "ndra"),  # Mahender, Surender
        (re.compile("nder(?=[a-z])"), "ndr"),
        (re.compile("(?<=nd)er$"), "ra"),
        (re.compile("wd?hury$|udhury$|wdhary$"), "udhari"),  # Chowdhury
        (re.compile("gum$"), "gam"),  # Begum
        (re.compile("m[ae]dd?$"), "mad"),  # Ahmed, Mohammed
        (re.compile("dd?een$"), "din"),
        (re.compile("borty$"), "varti"),
        (re.compile("cch?|chch?"), "ch"),
        (re.compile("^bh[au]tta?$"), "bhat"),
        (re.compile("(?<=[^aeiou])y$"), "i"),
        (re.compile("(?<=[^aeiou])y(?=[^aeiou])"), "i"),
        (re.compile("aw"), "av"),  # Rawat, Madhaw
        (re.compile("ow(?=[aeiou])"), "ov"),  # not Chowdhury
        (re.compile("^sai?y+[ae]d|^sye?d|^saied"), "saiyad"),
        (re.compile("gurj|gujj"), "guj"),  # Gurjar, Gujjar: गूजर
        (re.compile("(?<=a)o$"), "v"),  # Rao: राव
    )


_ROMAN: Final = {
    **{
        "chh": "C",
        "ch": "c",
        "sch": "S",
        "ksh": "kS",
        "kch": "kS",
        "sh": "S",
        "x": "kS",
        "ck": "k",
    },
    **{"kh": "K", "gh": "G", "jh": "J", "th": "T", "dh": "D", "ph": "P", "bh": "B", "rh": "R"},
    **{"c": "k", "z": "j", "f": "P", "w": "v", "zh": "J"},
    **{"aa": "A", "ee": "I", "ii": "I", "ea": "I", "oo": "U", "uu": "U", "ou": "O", "ow": "O"},
    **{"au": "O", "aw": "O", "ai": "E", "ei": "E", "a": "x"},
}
_ROMAN_SOUND: Final = re.compile("|".join(sorted(_ROMAN, key=len, reverse=True)))
_NOT_ROMAN: Final = re.compile("[^a-z]+")


@cache
def _alike() -> _Rules:
    """What people never write alike, in sounds of either script, in the order of work."""
    return (
        (re.compile("k(?=K)|g(?=G)|c(?=C)|j(?=J)|t(?=T)|d(?=D)|p(?=P)|b(?=B)"), ""),  # अच्छा, बुद्ध
        (re.compile("eyI$"), "EI"),  # बाजपेयी
        (re.compile("(?<=d)ey?[ax]?$"), "e"),
        (re.compile("[iI]y[aAx]|i[Ax]|iy$"), "iA"),  # Sisodiya, Sisodia
    )


@cache
def _other_readings() -> _Rules:
    """Sounds that the same letters may stand for as well."""
    vowel = "aAxiIuUeEoO"
    return (
        (
            re.compile(f"[aAx]y[ax]?(?=[^{vowel}yh])|[aAx]y$|[ax]I$"),
            "E",
        ),  # Nayak, Naik; Vijay, Vijai
        (re.compile("E"), "xI"),  # Naim: नईम, Nai: नाई
        (re.compile("O"), "U"),  # Younus
        (re.compile("J"), "jh"),  # Azhar
    )


@lru_cache(maxsize=16384)
def _readings(word: str) -> tuple[tuple[str, float], ...]:
    """The ways in which a folded word may be said, the likeliest first, and what each costs."""
    said = sounds(word)
    if not said:
        return ()
    found = {said: 0.0}
    for pattern, other in _other_readings():
        found.setdefault(pattern.sub(other, said), 0.0)
    found.setdefault(sounds(word, single=False), 0.0)  # Rammohan: राममोहन
    found.setdefault(_NASAL_V.sub("m", said), 0.8)  # कुंवर may be meant where कुमार is asked for
    return tuple(found.items())


_NASAL_V: Final = re.compile("[Nn]v")
_DOUBLED: Final = re.compile(r"([^aAxiIuUeEoO])\1+")


@lru_cache(maxsize=16384)
def sounds(word: str, single: bool = True) -> str:
    """One folded word (see `fold.terms`) as sounds; "" where it has no letter of either script.

    `single` brings doubled consonants to one, as people write either.
    """
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word]
    if any("\u0900" <= character <= "\u097f" for character in word):
        found = _of_devanagari(word)
    else:
        found = _of_roman(word)
    for pattern, one in _alike():
        found = pattern.sub(one, found)
    return _DOUBLED.sub(r"\1", found) if single else found


def _of_devanagari(word: str) -> str:
    word = word.replace("ज्ञ", "ग्य").replace("गुर्ज", "गुज").replace("गूज", "गुज")
    found: list[str] = []
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        if letter in _CONSONANTS:
            found.append("R" if _is_flap(word, at) else _CONSONANTS[letter])
            if after and after != _VIRAMA and after not in _MATRAS:
                found.append("a")
        elif letter in _VOWELS:
            found.append(_VOWELS[letter])
        elif letter == _ANUSVARA:
            found.append("m" if after and after in "पफबभम" else "N")
    return "".join(found)


def _is_flap(word: str, at: int) -> bool:
    """ड and ढ between vowels are ड़ and ढ़ (their dot is often left out, and folded away here)."""
    return (
        word[at] in "डढ"
        and at > 0
        and word[at - 1] not in (_VIRAMA, _ANUSVARA)
        and word[at + 1 : at + 2] != _VIRAMA
    )


def _of_roman(word: str) -> str:
    word = _NOT_ROMAN.sub("", unicodedata.normalize("NFKD", word))
    for spelling, plain in _roman_spellings():
        word = spelling.sub(plain, word)
    return _ROMAN_SOUND.sub(lambda match: _ROMAN[match[0]], word)


# --- keys ---------------------------------------------------------------------------------------

_COARSE: Final = str.maketrans("KGCJTDPBSvN", "kgcjtdpbsbn", "aAxiIuUeEoOyh")
_REPEATED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def keys(word: str) -> tuple[str, ...]:
    """The skeletons of one folded word, by which an index finds it; two spellings share one.

    Consonants alone, with a star for a vowel at the beginning. A word without sounds (a number,
    another script) is its own key.
    """
    said = sounds(word)
    if not said:
        return (word,)
    first = "*" if said[0] in _SOUNDS_OF_VOWELS or said[0] == "y" else ""
    found = {said.translate(_COARSE)}
    if "R" in said:
        found = {one.replace("R", letter) for one in found for letter in "rd"}
    if said[-1] in "Nn" or (len(said) > 1 and said[-2:] == "Nh"):
        found |= {one[:-1] for one in found if len(one) > 1}  # माँ, खां: a nasal hardly heard
    if "Nv" in said or "nv" in said:
        found |= {re.sub("nb", "m", one) for one in found} | {
            one.replace("nb", "b") for one in found
        }
    if "N" in said:
        found |= {one.replace("n", "m", 1) for one in found}
    return tuple(sorted({first + _REPEATED.sub(r"\1", one) for one in found}))


def slipped_keys(key: str) -> Iterator[str]:
    """The keys that are one consonant away from `key`: left out, put in, or taken for another."""
    for at in range(len(key) + 1):
        yield key[:at] + key[at + 1 :]
        for other in "*bcdgjklmnprst":
            yield key[:at] + other + key[at + 1 :]
            yield key[:at] + other + key[at:]


# --- likeness -----------------------------------------------------------------------------------


def _costs() -> dict[tuple[str, str], float]:
    """What it costs to take one sound for another; all pairs that are not here cost 1."""
    listed = {
        "ax": 0, "Ax": 0.04, "aA": 0.55, "iI": 0.08, "uU": 0.08, "eE": 0.15, "oO": 0.15,
        "ei": 0.3, "eI": 0.4, "Ei": 0.5, "ou": 0.3, "oU": 0.4, "Ou": 0.4,
        "xe": 0.35, "ae": 0.35, "xE": 0.6, "aE": 0.6, "xi": 0.75, "ai": 0.75, "xu": 0.6, "au": 0.6,
        "xo": 0.72, "ao": 0.72, "xO": 0.5, "aO": 0.55, "yi": 0.15, "yI": 0.2, "ye": 0.3,
        "kK": 0.2, "gG": 0.2, "cC": 0.12, "jJ": 0.25, "tT": 0.2, "dD": 0.2, "pP": 0.45, "bB": 0.3,
        "vb": 0.25, "vB": 0.5, "vu": 0.35, "vo": 0.4, "vO": 0.4, "sS": 0.15, "rR": 0, "dR": 0.1,
        "DR": 0.15, "nN": 0, "mN": 0.1, "mn": 0.55, "RT": 0.5,
    }  # fmt: skip
    found: dict[tuple[str, str], float] = {}
    for pair, cost in listed.items():
        found[pair[0], pair[1]] = found[pair[1], pair[0]] = cost
    for one in _SOUNDS_OF_VOWELS:
        for other in _SOUNDS_OF_VOWELS:
            found.setdefault((one, other), 0.0 if one == other else 0.8)
    return found


_COSTS: Final = _costs()
_LEFT_OUT: Final = {
    **{"a": 0.12, "x": 0.15, "A": 0.7, "i": 0.65, "I": 0.75, "u": 0.65, "U": 0.75, "e": 0.6},
    **{"h": 0.3, "y": 0.25, "N": 0.35},
}
_AT_END: Final = {
    "a": 0.65,
    "x": 0.65,
    "A": 0.8,
    "h": 0.12,
    "N": 0.1,
    "y": 0.15,
    "i": 0.85,
    "I": 0.9,
}
_AFTER_WHICH_A_IS_SILENT: Final = re.compile("[^aAxiIuUeEoO][^aAxiIuUeEoOh][ax]$|[vy][ax]$")


def _left_out(said: str) -> list[float]:
    """What it costs to leave out each sound of a word."""
    costs = [_LEFT_OUT.get(sound, 1.0) for sound in said]
    if said:
        costs[-1] = _AT_END.get(said[-1], costs[-1])
        if _AFTER_WHICH_A_IS_SILENT.search(said):
            costs[-1] = 0.2
        if said[0] in _SOUNDS_OF_VOWELS:
            costs[0] = max(costs[0], 0.7)
    return costs


@lru_cache(maxsize=65536)
def word_likeness(one: str, other: str) -> float:
    """How like two folded words are as names, from 0 to 1; the same whichever comes first."""
    if one == other:
        return 1.0
    ways_a, ways_b = _readings(one), _readings(other)
    if not ways_a or not ways_b or max(len(one), len(other)) > _LONGEST:
        return 0.0
    allowed = 0.5 + 0.04 * min(len(ways_a[0][0]), len(ways_b[0][0]))
    cost = min(_distance(a, b) + of_a + of_b for a, of_a in ways_a for b, of_b in ways_b)
    return min(0.98, 1.0 / (1.0 + cost / allowed))


@lru_cache(maxsize=16384)
def beginning_likeness(typed: str, word: str) -> float:
    """How like what is typed so far is to the beginning of `word`, from 0 to 1."""
    ways_a, ways_b = _readings(typed), _readings(word)
    if not ways_a or not ways_b or max(len(typed), len(word)) > _LONGEST:
        return 0.0
    allowed = 0.4 + 0.04 * len(ways_a[0][0])
    cost = min(_distance(a, ways_b[0][0], whole=False) + of_a for a, of_a in ways_a)
    return min(0.98, 1.0 / (1.0 + cost / allowed))


def _distance(a: str, b: str, *, whole: bool = True) -> float:
    """The least that it costs to hear one string of sounds for the other.

    Without `whole`, for any beginning of `b`.
    """
    if a == b:
        return 0.0
    out_a, out_b = _left_out(a), _left_out(b)
    row = [0.0]
    for cost in out_b:
        row.append(row[-1] + cost)
    for at, sound in enumerate(a):
        before, row = row, [row[0] + out_a[at]]
        for to, heard in enumerate(b):
            taken = 0.0 if sound == heard else _COSTS.get((sound, heard), 1.0)
            row.append(min(before[to] + taken, before[to + 1] + out_a[at], row[to] + out_b[to]))
    return row[-1] if whole else min(row)


def likeness(one: str, other: str) -> float:
    """How like two whole names are, from 0 to 1: word by word, titles apart, split or joined.

    राम कुमार, Ram Kumar, Ramkumar and Raam Kumaar are alike; every word must have its like.
    """
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return 0.0
    if len(a) == len(b):
        return min(word_likeness(x, y) for x, y in zip(a, b, strict=True))
    return word_likeness("".join(a), "".join(b))


def same_name(one: str, other: str) -> bool:
    """Whether two spellings, in either script, are taken for one name."""
    return likeness(one, other) >= SAME


def name_words(text: str) -> list[str]:
    """The folded words of a name, without titles where a name remains."""
    found = terms(text)
    return [word for word in found if word not in _TITLES] or found
