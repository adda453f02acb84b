"""Spellings that a clerk means as one fold to one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.fold import fold, terms

any_text = st.text(st.characters())
desk_text = st.text(
    st.sampled_from(
        "अइउएआकखगङचञटडणतदनपफबमयरलवशषसहक़ज़ड़ािीुूेैोौृ्ंँः़0०.॰:। \u200c\u200d12ab.AB-ऍॅॉاردو\U0001f600é\u0345ßİ"
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ("हिन्दी", "हिंदी", "हिँदी", "हिन्\u200dदी", "हिन्\u200cदी"),
        ("पंचायत", "पञ्चायत", "पन्चायत"),
        ("गंगा", "गङ्गा"),
        ("घंटा", "घण्टा", "घन्टा"),
        ("संबंध", "सम्बन्ध", "संबन्ध"),
        ("अंतर्गत", "अन्तर्गत"),
        ("कांस्टेबल", "कान्स्टेबल", "काँस्टेबल"),
        ("क़ानून", "कानून", "\u0958ानून"),
        ("ज़मीन", "जमीन", "\u095bमीन"),
        ("लड़का", "लडका", "ल\u095cका"),
        ("चाँद", "चांद"),
        ("अतः", "अत:", "अत"),
        ("दुःख", "दु:ख", "दुख"),
        ("प्रातःकाल", "प्रात:काल"),
        ("अन्तःकरण", "अंत:करण"),
        ("उ0प्र0", "उ०प्र०", "उ.प्र.", "उ॰प्र॰", "उ.प्र", "उप्र", "उ०प्र."),
        ("मु0अ0सं0", "मु०अ०सं०", "मु.अ.सं.", "मुअसं"),
        ("एफ.आई.आर.", "एफ0आई0आर0", "एफआईआर"),
        ("बी0एन0एस0", "बी.एन.एस.", "बीएनएस"),
        ("भा0दं0वि0", "भा.दं.वि.", "भा॰दं॰वि॰"),
        ("F.I.R.", "FIR", "fir", "f.i.r"),
        ("U.P. Police", "UP police"),
        ("धारा ३०२", "धारा 302", "धारा ٣٠٢"),
        ("आम", "अाम"),
        ("और", "अौर"),
        ("ऐसा", "एेसा"),
    ],
)
def test_spellings_of_one_word_fold_alike(spellings: tuple[str, ...]) -> None:
    folded = {" ".join(fold(spelling).split()) for spelling in spellings}
    assert len(folded) == 1, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("राम", "रमा"),
        ("दिन", "दीन"),
        ("जन्म", "जम"),
        ("कन्या", "कंया"),
        ("सन्मार्ग", "संमार्ग"),
        ("शाम", "साम"),
        ("वन", "बन"),
        ("302", "303"),
        ("कान्हा", "कांहा"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "मु0अ0सं0 123/2026 धारा 303(2) बी0एन0एस0",
            ["मुअसं", "123", "2026", "धारा", "303", "2", "बीएनएस"],
        ),
        ("कान्स0 रामलाल", ["कांस", "रामलाल"]),
        ("कान्स0रामलाल", ["कांस", "रामलाल"]),
        ("का0राम सिंह", ["का", "राम", "सिंह"]),
        ("डॉ.राम", ["डॉ", "राम"]),
        ("नाम:राम", ["नाम", "राम"]),
        ("नाम: राम।उम्र:25", ["नाम", "राम", "उम्र", "25"]),
        ("आया था.उसने", ["आया", "था", "उसने"]),
        ("सं.123", ["सं", "123"]),
        ("समय 10:42 बजे", ["समय", "10", "42", "बजे"]),
        ("राम-श्याम, मोहन।", ["राम", "श्याम", "मोहन"]),
        ("UP32-AB_1234", ["up32", "ab", "1234"]),
        ("वार्ड10 गाँव05", ["वार्ड10", "गांव05"]),
        ("اردو نام", ["اردو", "نام"]),
        ("\U0001f600 ।॥ ☎", []),
        ("", []),
    ],
)
def test_terms_are_whole_words(text: str, words: list[str]) -> None:
    assert terms(text) == words


def test_a_matra_never_splits_a_word() -> None:
    for word in ("दिनेश", "शर्मा", "राजेन्‍द्र", "क्षेत्राधिकारी", "फ़ातिमा"):
        assert len(terms(word)) == 1


@given(any_text | desk_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(any_text | desk_text)
def test_the_normal_form_of_the_text_does_not_matter(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed) == fold(text)


@given(any_text | desk_text)
def test_folded_text_is_nfc_and_terms_hold_no_space(text: str) -> None:
    assert unicodedata.is_normalized("NFC", fold(text))
    assert all(term and not term.isspace() for term in terms(text))
    assert [term for word in terms(text) for term in terms(word)] == terms(text)


def test_every_character_folds_once_and_for_all() -> None:
    characters = "\n".join(map(chr, range(0x110000)))
    assert fold(fold(characters)) == fold(characters)


@pytest.mark.parametrize(
    "piece",
    ["अ0", "क्", ".", "a.", "अ.", "a", "n", "़", "अ:", "र", "ि", "اب ", "\U0001f600", "राम कुमार "],
)
def test_a_hundred_kilobytes_of_anything_fold(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert fold(fold(text)) == fold(text)
    assert isinstance(terms(text), list)
