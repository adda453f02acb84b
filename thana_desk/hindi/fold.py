"""Text folded for search, on both sides: what clerks spell in several ways becomes one spelling.

A folded text is compared, never shown. Everything here is pure, and folding twice changes nothing.
"""

import re
import unicodedata
from functools import cache, lru_cache
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


# --- names --------------------------------------------------------------------------------------
# Both scripts are brought to one small alphabet of sounds (k g c j t d n p f b m y r l v s h and
# a i u e o, ā being a), then what people do not write alike is dropped.

_SOUND_OF: Final = dict(
    zip("कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह", "kkggnccjjnttddnttddnpfbbmyrllvsssh", strict=True)
)
_VOWEL_OF: Final = {
    **dict(zip("अआइईउऊएऐओऔ", "aaiiuueeoo", strict=True)),
    **dict(zip("ािीुूेैोौ", "aiiuueeoo", strict=True)),
    **{"ऋ": "ri", "ृ": "ri", "ॠ": "ri", "ॄ": "ri", "ऑ": "o", "ॉ": "o", "ऍ": "e", "ॅ": "e"},
    **{"ऎ": "e", "ॆ": "e", "ऒ": "o", "ॊ": "o"},
}
_MATRAS: Final = frozenset("ािीुूेैोौृॄॉॅॆॊ")

_WHOLE_WORDS: Final = {
    **dict.fromkeys(("md", "mohd", "mhd", "mo", "मो", "मौ", "मोह", "मु"), "muhmd"),
    **dict.fromkeys(("siddique", "siddiqui", "siddiqi"), "sidiki"),
}
_TITLES: Final = frozenset(
    ("श्री", "श्रीमती", "सुश्री", "कुमारी", "shri", "sri", "shree", "smt", "shrimati", "mr", "mrs", "ms")
)

# Compiled at the first name, not at the start of the program.
_Rules = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _roman_spellings() -> _Rules:
    """Latin spellings brought to one, before sounds are read."""
    return (
        (re.compile("dny|gny|^jn|(?<=^pra)jn|(?<=^ya)jn"), "gy"),  # Jnaneshwar, Prajna: ज्ञ
        (re.compile("ngh$"), "n"),  # Singh, which Hindi writes सिंह
        (re.compile("(?<=[ai])que$"), "k"),  # Haque, Rafique
        (re.compile("qu(?=[aeio])"), "k"),
        (re.compile("(?<=or)e$"), ""),  # Rathore, Kishore
        (re.compile("dhury$"), "dhry"),
        (re.compile("gum$"), "gam"),  # Begum
        (re.compile("iam$"), "yam"),  # Ghanshiam
        (re.compile("cch|chch"), "ch"),
        (re.compile("(?<=[^aeiou])y$"), "i"),
        (re.compile("aw|ow(?=[aeiou])"), "av"),  # Rawat, Ramawtar; not Chowdhury
    )


_ROMAN_SOUNDS: Final = {
    **{"chh": "c", "ch": "c", "sch": "s", "ksh": "ks", "sh": "s", "x": "ks", "ck": "k", "c": "k"},
    **{"kh": "k", "gh": "g", "jh": "j", "th": "t", "dh": "d", "ph": "f", "bh": "b", "rh": "r"},
    **{"z": "j", "w": "v", "aa": "a", "ee": "i", "ii": "i", "ea": "i", "oo": "u", "uu": "u"},
    **{"ou": "o", "ow": "o", "au": "o", "ai": "e", "ei": "e", "q": "k"},
}
_ROMAN_SOUND: Final = re.compile("|".join(sorted(_ROMAN_SOUNDS, key=len, reverse=True)))
_NOT_ROMAN: Final = re.compile("[^a-z]+")

# Consonants after which a final a may be the vowel inside the last letter (Gupta: गुप्त, गुप्ता).
_SILENT_A = "[^aeiou]a?[rv]|pa?t|ka?[tl]|ra?[nmt]|sa?[nt]|ma?b"


@cache
def _like_sounds() -> _Rules:
    """Sounds of the small alphabet that people do not write alike, in the order of work."""
    return (
        (re.compile(r"([^aeiou])\1+"), r"\1"),
        (re.compile("(?<=[aeioun])h$"), ""),  # Shah, Abdullah, सिंह
        (re.compile(f"(?<=.)({_SILENT_A})a$"), r"\1"),
        (re.compile("(?<=[^aeiou]y)a$|(?<=dyay)a$|(?<=ey)a$"), ""),  # Maurya, Upadhyaya, Pandeya
        (re.compile("aya?(?=[^aeiou])|ay$"), "e"),  # Naik, Nayak; Jai, Jay
        (re.compile("aya$"), "ea"),
        (re.compile("(?<!^)y"), ""),  # Shyam, Sham; Sisodia, Sisodiya
        (re.compile("e(?=ha?[^aeiouh])"), "a"),  # Rehman, Rahman
        (re.compile("e(?=ra?[^aeiour]|r$)"), "a"),  # Verma, Varma; Mahender, Mahendra
        (re.compile("(?<=m)ed$"), "ad"),  # Ahmed, Ahmad
        (re.compile("u(?=nv)"), "a"),  # Kunwar, Kanwar
        (re.compile("(?<=[aeiou])v$"), "u"),  # Rao, Rav
    )


_LIKE_VOWELS: Final = str.maketrans({"e": "i", "o": "u", "v": "b"})
_REPEATED: Final = re.compile(r"(.)\1+")


def name_key(text: str) -> str:
    """The skeleton of a name, equal for its usual spellings in Devanagari and in Latin letters.

    One key a word, joined by spaces: राम कुमार, Ram Kumar and Raam Kumaar have one key. A title
    (श्री, Smt) is left out where a name remains. Words of other scripts and numbers are kept folded.
    """
    words = terms(text)
    names = [word for word in words if word not in _TITLES] or words
    return " ".join(key for key in map(_word_key, names) if key)


@lru_cache(maxsize=8192)
def _word_key(word: str) -> str:
    """The key of one folded word."""
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word]
    if any("\u0900" <= character <= "\u097f" for character in word):
        sounds = _sounds_of_devanagari(word)
    else:
        sounds = _sounds_of_roman(word)
    if not sounds:
        return word
    for pattern, like in _like_sounds():
        sounds = pattern.sub(like, sounds)
    # ā at the end tells Kamla from Kamal; every other a is written or left out as people like.
    first = "a" if sounds[:1] == "a" else ""
    last = "a" if len(sounds) > 1 and sounds[-1] == "a" else ""
    return first + _REPEATED.sub(r"\1", sounds.replace("a", "").translate(_LIKE_VOWELS)) + last


def _sounds_of_devanagari(word: str) -> str:
    """`word` in the small alphabet, with the a inside consonants but not the silent one at the end."""
    word = word.replace("ज्ञ", "ग्य")
    sounds: list[str] = []
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        if letter in _SOUND_OF:
            sounds.append(_consonant_sound(word, at))
            if after and after != _VIRAMA and after not in _MATRAS:
                sounds.append("a")
        elif letter in _VOWEL_OF:
            sounds.append(_VOWEL_OF[letter])
        elif letter == _ANUSVARA:
            sounds.append("m" if after and after in "पफबभम" else "n")
        elif letter.isalnum():
            sounds.append(letter)
    return "".join(sounds)


def _consonant_sound(word: str, at: int) -> str:
    """The sound of the consonant at `at`: ड and ढ between vowels are ड़ and ढ़, which sound like r."""
    letter = word[at]
    between_vowels = at > 0 and word[at - 1] not in (_VIRAMA, _ANUSVARA)
    if letter in "डढ" and between_vowels and word[at + 1 : at + 2] != _VIRAMA:
        return "r"
    return _SOUND_OF[letter]


def _sounds_of_roman(word: str) -> str:
    """`word` in the small alphabet, or "" if it holds no Latin letter."""
    word = _NOT_ROMAN.sub("", unicodedata.normalize("NFKD", word))
    for spelling, plain in _roman_spellings():
        word = spelling.sub(plain, word)
    return _ROMAN_SOUND.sub(lambda match: _ROMAN_SOUNDS[match[0]], word)
