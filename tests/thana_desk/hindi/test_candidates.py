"""Roman letters find the words they may mean, likeliest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.candidates import MOST, Candidates, is_worth_learning, sound_of, sound_of_keys
from thana_desk.hindi.layouts.keystrokes import text_of
from thana_desk.hindi.layouts.phonetic import Phonetic
from thana_desk.hindi.words import hindi_words


@pytest.fixture(scope="module")
def shipped() -> Candidates:
    return Candidates()


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("thana", "थाना"),
        ("thaanaa", "थाना"),
        ("mukadma", "मुकदमा"),
        ("muqadama", "मुकदमा"),
        ("lakhnau", "लखनऊ"),
        ("girftar", "गिरफ्तार"),
        ("giraftaar", "गिरफ्तार"),
        ("tripathi", "त्रिपाठी"),
        ("surendra", "सुरेन्द्र"),
        ("dwivedi", "द्विवेदी"),
        ("sadak", "सड़क"),
        ("saRak", "सड़क"),
        ("mein", "में"),
        ("nahin", "नहीं"),
        ("kshetra", "क्षेत्र"),
        ("azamgarh", "आजमगढ़"),
        ("agyat", "अज्ञात"),
        ("prarthi", "प्रार्थी"),
        ("hatya", "हत्या"),
    ],
)
def test_the_word_meant_stands_first(shipped: Candidates, keys: str, word: str) -> None:
    assert shipped.find(keys)[0] == word


def test_every_word_is_offered_for_its_own_keys() -> None:
    shipped = Candidates()
    names = [word for word in hindi_words() if len(word) > 3]
    missed = [word for word in names if word not in shipped.find(sound_of(word))]
    assert len(names) > 2_000
    assert len(missed) / len(names) < 0.03


def test_a_beginning_offers_longer_words(shipped: Candidates) -> None:
    assert {"अभियुक्त", "अभियोजन"} & set(shipped.find("abhiy"))


def test_the_literal_spelling_is_not_offered(shipped: Candidates) -> None:
    literal = text_of(Phonetic(), "raam")
    assert literal not in shipped.find("raam", literal)


def test_what_the_station_typed_stands_before_what_was_brought() -> None:
    candidates = Candidates({"रमा": 30})
    assert candidates.find("ram")[0] == "रमा"
    candidates = Candidates()
    assert "चिरैयाकोट" not in candidates.find("chiraiyakot")
    candidates.learn("चिरैयाकोट")
    assert candidates.find("chiraiyakot") == ("चिरैयाकोट",)
    assert candidates.is_learned("चिरैयाकोट")
    assert candidates.forget("चिरैयाकोट")
    assert candidates.find("chiraiyakot") == ()
    assert not candidates.forget("थाना")
    assert "थाना" in candidates.find("thana")


def test_a_single_letter_or_a_number_offers_nothing(shipped: Candidates) -> None:
    assert shipped.find("r") == ()
    assert shipped.find("302") == ()
    assert shipped.find("aa") == ()


@given(st.text(max_size=50))
def test_any_keys_are_answered_by_a_few_words(keys: str) -> None:
    found = _SHIPPED.find(keys)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)


_SHIPPED = Candidates()


def test_the_list_that_is_brought_is_large_and_plain() -> None:
    words = hindi_words()
    assert len(words) >= 2_500
    assert all(len(word) == 1 or is_worth_learning(word) or word == "श्रीमान्" for word in words)


def test_spellings_of_one_sound_are_one() -> None:
    assert sound_of("मुकदमा") == sound_of_keys("mukadamaa") == sound_of_keys("muqadama")
    assert sound_of("वीर") == sound_of_keys("weer")
    assert sound_of("फूल") == sound_of_keys("phool") == sound_of_keys("fuul")
