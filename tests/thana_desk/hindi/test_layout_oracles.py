"""Our layouts against the tables of the m17n library, which others wrote from the standards."""

import re
import unicodedata
from pathlib import Path

import pytest

from thana_desk.hindi.layouts.inscript import InScript
from thana_desk.hindi.layouts.layout import US_ROWS, Composer, Digits, Layout
from thana_desk.hindi.layouts.phonetic import Phonetic
from thana_desk.hindi.layouts.remington import RemingtonCbi, RemingtonGail

TABLES = Path("/usr/share/m17n")
pytestmark = pytest.mark.skipif(
    not (TABLES / "hi-inscript.mim").exists(), reason="the package m17n-db is not installed"
)

_PLAIN = re.compile(r'^\s*\("((?:[^"\\]|\\.)+)"\s+(?:\([^)]*\)\s*)*(?:\?(.+?)|"([^"]*)")\)', re.M)
_ALTGR = re.compile(r'^\s*\(\(G-(.)\)\s+"([^"]*)"\)', re.M)


def table(name: str, section: str = "") -> str:
    """The text of one m17n table, or of one of its maps."""
    text = (TABLES / f"{name}.mim").read_text(encoding="utf-8")
    if section:
        text = text[text.index(f"\n ({section}\n") + 1 :]
        text = text[: text.index("\n\n")]
    return text


def plain_keys(text: str) -> dict[str, str]:
    """Keys without modifiers and what they type, in NFC."""
    return {
        re.sub(r"\\(.)", r"\1", match[1]): unicodedata.normalize("NFC", match[2] or match[3] or "")
        for match in _PLAIN.finditer(text)
    }


def altgr_keys(text: str) -> dict[str, str]:
    """Keys with AltGr and what they type, in NFC."""
    return {key: unicodedata.normalize("NFC", typed) for key, typed in _ALTGR.findall(text)}


def type_keys(layout: Layout, keys: str, *, altgr: bool = False) -> str:
    composer: Composer = layout.start()
    text = ""
    for key in keys:
        edit = composer.key(key, text, altgr=altgr)
        text = text[: len(text) - edit.delete_back] + edit.insert
    return text


def differing(layout: Layout, oracle: dict[str, str], *, altgr: bool = False) -> dict[str, str]:
    """Keys on which `layout` and `oracle` disagree, with what the layout types."""
    typed = {key: type_keys(layout, key, altgr=altgr) for key in oracle}
    return {key: typed[key] for key in oracle if typed[key] != oracle[key]}


def test_the_oracles_are_read_whole() -> None:
    assert len(plain_keys(table("hi-inscript"))) == 95  # 94 keys and the doubled virama
    assert len(plain_keys(table("hi-inscript2"))) > 80
    assert len(altgr_keys(table("hi-inscript2"))) > 20
    assert len(plain_keys(table("hi-itrans", "consonant"))) > 80


def test_every_key_is_as_in_inscript() -> None:
    # On Shift+3 and Shift+4 the first table has the sign of the US key; the standard and Windows
    # have the two forms of र there, as Enhanced InScript has (next test).
    expected = {"#": "्र", "$": "र्"}
    assert differing(InScript(Digits.DEVANAGARI), plain_keys(table("hi-inscript"))) == expected


def test_every_key_is_as_in_enhanced_inscript() -> None:
    assert differing(InScript(Digits.DEVANAGARI), plain_keys(table("hi-inscript2"))) == {}


def test_altgr_is_as_in_enhanced_inscript() -> None:
    oracle = altgr_keys(table("hi-inscript2"))
    layout = InScript()
    assert differing(layout, oracle, altgr=True) == {}
    # Beyond the standard stand only signs that InScript covers with letters, each on its own key.
    beyond = {
        char: layout.typed(char, altgr=True)
        for row in US_ROWS
        for char in "".join(row)
        if char not in oracle and layout.typed(char, altgr=True)
    }
    assert beyond == {char: char for char in "!@#$%^&*()_/?\\|;:'\"<`~"}


def test_ascii_digits_are_the_only_effect_of_the_digit_setting() -> None:
    oracle = plain_keys(table("hi-inscript2"))
    assert differing(InScript(Digits.ASCII), oracle) == {digit: digit for digit in "0123456789"}


def machine_keys() -> dict[str, str]:
    """The keys of the Hindi Remington machine that strike one thing each."""
    text = table("hi-remington")
    found = plain_keys(text[: text.index("(dependent")])
    return {key: typed for key, typed in found.items() if len(key) == 1}


def test_remington_cbi_has_the_rows_of_the_machine() -> None:
    oracle = machine_keys()
    assert len(oracle) == 94
    assert differing(RemingtonCbi(Digits.DEVANAGARI), oracle) == {
        ")": "द्ध",  # the table has द्घ, which no Hindi word has
        "~": "्",  # the table has no virama at all
        **{"^": "‘", "*": "’"},  # straight quotes there
        "%": ":",  # the visarga, where a letter stands before it
    }


def test_remington_gail_has_the_letters_of_the_machine() -> None:
    oracle = {key: typed for key, typed in machine_keys().items() if key.isalpha() or key in "'.<>"}
    # GAIL moved the danda away from the shift of ं and put a second stem there.
    assert differing(RemingtonGail(), oracle) == {"A": "ा"}


# Keys of ITRANS that mean something else here, and why.
PHONETIC_DIFFERS = {
    # Hindi uses h-pairs for the nukta letters ख़ and ग़; ITRANS needs a dot before the letter.
    ".k": ".क",
    ".kh": ".ख",
    ".K": ".ख",
    ".g": ".ग",
    ".ph": ".फ",
    ".j": ".ज",
    ".y": ".य",
    # n before क, च and ट वर्ग is the anusvara of today's Hindi spelling at the end of a syllable,
    # and a plain न at the start of a word; ITRANS writes the nasal letter of the class.
    **{"nk": "न्क", "nx": "न्क्ष", "nkh": "न्ख", "nK": "न्ख", "ng": "न्ग", "ngh": "न्घ", "nG": "न्घ"},
    **{"nch": "न्च", "nCh": "न्छ", "nc": "न्च", "nC": "न्छ", "nchh": "न्छ"},
    **{"nj": "न्ज", "njh": "न्झ", "nJ": "न्झ"},
    **{"nT": "न्ट", "nTh": "न्ठ", "nD": "न्ड", "nDh": "न्ढ"},
    # Rare or Sanskrit spellings whose keys Hindi needs for something else.
    **{"N^": "ण^", "JN": "झ्ण", ":n": ":न", "yh": "य्ह", "ld": "ल्द", "Y": "य"},
    **{"shh": "श्ह", "j~n": "ज्ञ", "dny": "द्न्य"},
    **{"gH": "गः", "jH": "जः", "DH": "डः", "bH": "बः"},  # Sindhi letters there, visarga here
    # A dot code needs a letter before it; ड़ and ढ़ begin no Hindi word.
    **{".D": ".ड", ".Dh": ".ढ"},
}


def test_consonants_are_those_of_itrans_but_for_the_listed_ones() -> None:
    oracle = {
        key: typed.strip().removesuffix("्")
        for key, typed in plain_keys(table("hi-itrans", "consonant")).items()
    }
    differs = differing(Phonetic(), oracle)
    expected = {
        key: unicodedata.normalize("NFC", typed)
        for key, typed in PHONETIC_DIFFERS.items()
        if key in oracle and oracle[key] != unicodedata.normalize("NFC", typed)
    }
    assert differs == expected


def test_vowels_are_those_of_itrans_but_for_the_listed_ones() -> None:
    oracle = plain_keys(table("hi-itrans", "independent"))
    expected = {
        **{"R": "ड़"},  # asked for oftener than ऋ, which is RRi
        **{"ee": "ई", "oo": "ऊ"},  # as Hindi is written in Latin letters everywhere
        **{"E": "ऍ", "O": "ऑ", ".c": ".च", "ea": "एअ", "oa": "ओअ"},  # Hindi has no short e and o
        **{".N": ".ण", ".n": ".न", ".a": ".अ", ".h": ".ह"},  # need a letter before them
        **{"RRI": "ड़्ड़ी", "RR": "ड़्ड़", "R^I": "ड़^ई"},  # Sanskrit only
        **{"LLi": "ळ्ळि", "L^i": "ळ^इ", "LLI": "ळ्ळी", "L^I": "ळ^ई"},
        **{"kH": "कः", "pH": "पः", "AUM": "आऊं", "OM": "ऑं", "$": "$"},
    }
    assert differing(Phonetic(), oracle) == {
        key: unicodedata.normalize("NFC", typed) for key, typed in expected.items()
    }


def test_matras_are_those_of_itrans() -> None:
    oracle = plain_keys(table("hi-itrans", "dependent"))
    same = {"a", "aa", "A", "i", "ii", "I", "u", "uu", "U", "e", "ai", "o", "au", "RRi", "R^i"}
    assert same <= oracle.keys()
    assert differing_after_k(oracle, same) == {}


def differing_after_k(oracle: dict[str, str], keys: set[str]) -> dict[str, str]:
    typed = {key: type_keys(Phonetic(), "k" + key) for key in keys}
    return {key: typed[key] for key in keys if typed[key] != "क" + oracle[key]}
