"""Kruti Dev text is recognised, read and written, and nothing is lost on the way."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thana_desk.hindi import legacy
from thana_desk.hindi.text import nfc
from thana_desk.hindi.words import hindi_words

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "kruti_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]

HALVED = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
consonants = st.tuples(st.sampled_from(HALVED), st.booleans()).map(
    lambda one: one[0] + ("\u093c" if one[1] and one[0] in "कखगजडढफ" else "")
)
syllables = st.builds(
    lambda cluster, matra, mark: "्".join(cluster) + matra + mark,
    st.lists(consonants, min_size=1, max_size=4),
    st.sampled_from(["", *"ािीुूृेैोौॉ"]),
    st.sampled_from(["", "", "ं", "ँ"]),
)
vowels = st.builds(
    lambda vowel, mark: vowel + mark,
    st.sampled_from("अआइईउऊऋएऐओऔऑ"),
    st.sampled_from(["", "", "ं", "ँ"]),
)
hindi = st.lists(st.one_of(syllables, syllables, vowels), min_size=1, max_size=5).map("".join)
ends = st.sampled_from(["", "", "्", "्\u200c"])
marked = st.builds(lambda word, end: word + (end if word[-1] in HALVED else ""), hindi, ends)
numbers = st.from_regex(r"[0-9]{1,4}([./:-][0-9]{1,4}){0,2}", fullmatch=True)
numerals = st.text(st.sampled_from("०१२३४५६७८९"), min_size=1, max_size=4)
marks = st.sampled_from(
    ["।", "॥", ",", "?", ";", "!", "(", ")", "-", "‘", "’", "“", "”", "=", "ऽ", "॰"]
)
texts = st.lists(st.one_of(marked, numbers, numerals, marks), max_size=12).map(" ".join).map(nfc)
anything = st.text(
    st.one_of(
        st.sampled_from("dkZfsaqiFjk[;'\"/.{+~=Aëª‚–È ÉÆक्िरंःa\u200c\u200d\U0001f600\u0627\u0644"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def test_the_corpus_of_pairs_is_large_and_nfc() -> None:
    assert len(PAIRS) >= 150
    assert all(unicodedata.is_normalized("NFC", text) for _, text in PAIRS)


@pytest.mark.parametrize(("written", "text"), PAIRS)
def test_hand_checked_text_is_read(written: str, text: str) -> None:
    assert legacy.to_unicode(written) == text


def test_every_word_of_the_list_comes_back() -> None:
    words = hindi_words()
    assert len(words) > 2_500
    back = {word: legacy.to_unicode(legacy.to_krutidev(word), whole=True) for word in words}
    assert {word: text for word, text in back.items() if text != word} == {}


@given(texts)
@example("र्ऱ र्त्स्न्य फ़्रि ट्र्य ड्ढ्र र्इ इर्द ई ईं कॉं कॉँ क्षि त्त्व ज्ञ्य")
def test_hindi_written_in_kruti_dev_and_read_again_is_the_same(text: str) -> None:
    assert legacy.to_unicode(legacy.to_krutidev(text), whole=True) == text


@given(anything)
def test_no_text_makes_reading_fail_or_lose_what_it_does_not_know(text: str) -> None:
    for read in (legacy.to_unicode(text), legacy.to_unicode(text, whole=True)):
        assert unicodedata.is_normalized("NFC", read) or not unicodedata.is_normalized("NFC", text)
        foreign = [one for one in nfc(text) if "\u0600" <= one <= "\u06ff" or one > "\uffff"]
        assert [
            one for one in nfc(read) if "\u0600" <= one <= "\u06ff" or one > "\uffff"
        ] == foreign
        assert len(read.split()) == len(text.split())
    legacy.to_krutidev(text)
    legacy.left_as_they_are(text)


@given(st.lists(st.sampled_from(hindi_words()[:800]), min_size=1, max_size=20).map(" ".join))
def test_unicode_is_never_taken_for_legacy(text: str) -> None:
    assert legacy.recognise(text).confidence == 0
    assert legacy.to_unicode(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The accused was arrested near the police station on Monday at 10.30 am.",
        "Ram Kumar s/o Shyam Lal r/o village Rampur, PS Kotwali, District Lucknow",
        "FIR No. 123/2026 u/s 302, 120B IPC",
        "https://uppolice.gov.in/article/en/home and cctns-up@nic.in",
        "थाना Sadar में FIR दर्ज करायी, मोबाइल Samsung Galaxy S21 चोरी।",
        "भारतीय न्याय संहिता (BNS) 2023 की धारा 103(1)",
        "Received Rs. 5,000/- only (five thousand rupees)",
        "22.11.2026 14:30 ₹500",
        "",
    ],
)
def test_latin_and_unicode_are_not_offered_for_conversion(text: str) -> None:
    assert not legacy.recognise(text).is_legacy


def test_long_legacy_texts_are_recognised_for_sure() -> None:
    long = [
        (written, text)
        for written, text in PAIRS
        if len(written.split()) > 5 and not re.search("[ऀ-ॿ]", written)
    ]
    assert len(long) > 15
    assert all(legacy.recognise(written).is_legacy for written, _ in long)
    pure = [written for written, text in long if not re.search("[A-Za-z]", text)]
    assert min(legacy.recognise(written).confidence for written in pure) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "he came to see us and went home",
        "tell us the name of the accused",
        "he is here to see us",
    ],
)
def test_english_words_that_are_hindi_words_in_the_font_stay_in_english(text: str) -> None:
    assert legacy.to_unicode(text) == text


def test_names_in_latin_letters_stay_in_legacy_text() -> None:
    text = "esjk uke Rohit Sharma gS vkSj eSa Sector 62 Noida esa jgrk gw¡A"
    assert legacy.to_unicode(text) == ("मेरा नाम Rohit Sharma है और मैं Sector 62 Noida में रहता हूँ।")
    assert legacy.to_unicode("email rohit@gmail.com ij HkstkA") == "email rohit@gmail.com पर भेजा।"


def test_latin_words_in_legacy_text_stay() -> None:
    text = "eqdnek FIR la[;k 123@2026 eksckby Samsung Galaxy IMEI 356938035643809 UP32AB1234 pksjh gqvk"
    assert legacy.to_unicode(text) == (
        "मुकदमा FIR संख्या 123/2026 मोबाइल Samsung Galaxy IMEI 356938035643809 UP32AB1234 चोरी हुआ"
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("कk uke", "का नाम"),  # half a word converted already
        ("f", "ि"),
        ("fk", "िा"),
        ("Zd", "र्क"),
        ("~~~", "्\u200c्"),
        ("d\u200dk", "क\u200dा"),
        ("dke 😀 سلام", "काम 😀 سلام"),
        ("dk\r\n\tuke", "का\r\n\tनाम"),
    ],
)
def test_broken_legacy_text_is_kept(written: str, text: str) -> None:
    assert legacy.to_unicode(written, whole=True) == text


def test_what_the_font_does_not_hold_is_named_once_and_stays() -> None:
    text = "FIR में ₹500 FIR Samsung"
    assert legacy.left_as_they_are(text) == ("FIR", "₹", "Samsung")
    assert legacy.to_krutidev(text) == "FIR esa ₹500 FIR Samsung"


def test_dashes_and_dots_do_not_become_letters() -> None:
    written = legacy.to_krutidev("थाना – चौकी — नाम · पता … अन्त")
    assert legacy.left_as_they_are("– — · …") == ()
    assert legacy.to_unicode(written, whole=True) == "थाना - चौकी - नाम - पता ... अन्त"


def test_a_hundred_kilobytes_are_read_whole() -> None:
    sentence = PAIRS[110][0] + " "
    long = sentence * (100_000 // len(sentence))
    for one_word in ("x" * 100_000, "fLFk" * 25_000, "Z" + "D" * 100_000 + "Z"):
        assert len(legacy.to_unicode(one_word, whole=True)) > 50_000
    assert legacy.recognise(long).text == legacy.to_unicode(sentence) * (100_000 // len(sentence))
