"""Text at the door: cleaned without loss, counted and cut in aksharas."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.text import (
    akshara_count,
    clean,
    cut,
    cut_code_points,
    graphemes,
    last_akshara,
    nfc,
)

any_text = st.text(st.characters())  # surrogates included
hindi_text = st.text(st.sampled_from("कषतरमड़्ािीुंँः\u200c\u200dअइ 1०।\u0951a"))

VISIBLE_CATEGORIES = ("L", "M", "N", "P", "S", "Zs", "Co")


def visible(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character).startswith(VISIBLE_CATEGORIES)
    )


@pytest.mark.parametrize(
    ("word", "aksharas"),
    [
        ("राम", ["रा", "म"]),
        ("स्त्री", ["स्त्री"]),
        ("क्षेत्राधिकारी", ["क्षे", "त्रा", "धि", "का", "री"]),
        ("मोहर्रिर", ["मो", "ह", "र्रि", "र"]),
        ("द्वितीय", ["द्वि", "ती", "य"]),
        ("लड़का", ["ल", "ड़", "का"]),
        ("ज़िन्दगी", ["ज़ि", "न्द", "गी"]),
        ("श्रीमान्", ["श्री", "मा", "न्"]),
        ("दुःख", ["दुः", "ख"]),
        ("हाँ", ["हाँ"]),
        ("धारा 302", ["धा", "रा", " ", "3", "0", "2"]),
    ],
)
def test_a_conjunct_is_one_akshara(word: str, aksharas: list[str]) -> None:
    word, aksharas = nfc(word), [nfc(akshara) for akshara in aksharas]
    assert graphemes(word) == aksharas
    assert akshara_count(word) == len(aksharas)


def test_zwnj_ends_the_conjunct_and_zwj_does_not() -> None:
    assert len(graphemes("क्\u200cष")) == 2
    assert len(graphemes("क्\u200dष")) == 1


def test_emoji_of_several_code_points_is_one_cluster() -> None:
    assert akshara_count("\U0001f468\u200d\U0001f469\u200d\U0001f467") == 1


def test_carriage_return_and_newline_are_one_cluster_even_in_ascii() -> None:
    assert graphemes("a\r\nb") == ["a", "\r\n", "b"]


@given(any_text)
def test_graphemes_joined_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(hindi_text, st.integers(min_value=-1, max_value=20))
def test_cut_keeps_whole_aksharas(text: str, n: int) -> None:
    kept = cut(text, n)
    assert graphemes(text)[: len(graphemes(kept))] == graphemes(kept)
    assert akshara_count(kept) == min(max(n, 0), akshara_count(text))


@given(hindi_text, st.integers(min_value=-1, max_value=20))
def test_cut_code_points_keeps_as_much_as_fits(text: str, n: int) -> None:
    kept = cut_code_points(text, n)
    assert text.startswith(kept)
    assert len(kept) <= max(n, 0)
    rest = graphemes(text)[akshara_count(kept) :]
    assert kept + "".join(rest) == text
    assert not rest or len(kept) + len(rest[0]) > n


@given(hindi_text)
def test_last_akshara_is_the_last_of_all(text: str) -> None:
    assert last_akshara(text) == (graphemes(text) or [""])[-1]


def test_cut_never_leaves_half_a_conjunct() -> None:
    assert cut("क्षत्रिय", 1) == "क्ष"
    assert cut_code_points("क्षत्रिय", 2) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("क\u0958", "कक़"),  # U+0958 is written क + nukta in NFC
        ("न\u093c", "\u0929"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("एक\tदो\nतीन", "एक\tदो\nतीन"),
        ("एक\r\nदो\rतीन\u2028चार\u2029पाँच\x85छह\x0cसात", "एक\nदो\nतीन\nचार\nपाँच\nछह\nसात"),
        ("क्\u200dष क्\u200cष", "क्\u200dष क्\u200cष"),
        ("रा\u200bम\ufeff", "राम"),
        ("\u202eमार\u202c", "मार"),
        ("क\ud800ख\udfff", "कख"),
        ("\ud83d\ude00", "\U0001f600"),
        ("क\ufffe\ufdd0\U0001ffffख", "कख"),
        ("اردو ॐ ₹ \U0001f600", "اردو ॐ ₹ \U0001f600"),
    ],
)
def test_clean_keeps_what_is_seen_and_drops_what_is_not(typed: str, kept: str) -> None:
    assert clean(typed) == unicodedata.normalize("NFC", kept)


def test_nothing_that_hides_or_reorders_text_comes_in() -> None:
    hidden = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x2060, 0xFEFF, 0x00AD]
    assert [hex(code) for code in hidden if clean(f"क{chr(code)}ख") != "कख"] == []


@given(any_text)
def test_clean_never_loses_visible_text(text: str) -> None:
    assert visible(clean(text)) == visible(paired(text))


def paired(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


@given(any_text)
def test_clean_text_is_nfc_utf8_and_clean(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c not in "\n\t")


def test_long_statements_are_cleaned_whole() -> None:
    statement = "थाने पर आकर तहरीर दी।\r\n" * 5_000
    assert clean(statement) == statement.replace("\r", "")
