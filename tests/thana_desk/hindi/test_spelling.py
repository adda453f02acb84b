"""Unknown words are found and meant ones suggested; right spellings are let alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi import dictionary
from thana_desk.hindi.spelling import MOST, Spelling

WORDS = ["हिन्दी", "गाँव", "थाना", "अभियुक्त", "मुकदमा", "मुकदमा", "चोरी", "लड़की", "दुःख", "करना"]
SPELLING = Spelling(WORDS)


def unknown(text: str) -> list[str]:
    return [one.word for one in SPELLING.unknown(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("हिंदी", "गांव", "लडकी", "दुख", "दु:ख", "अभियुक्तों", "लड़कियों", "चोरियां"),
        *(
            "उ0प्र0",
            "डी0सी0",
            "डी.सी.",
            "म०प्र०",
            "12वीं",
            "धारा379",
            "IPC",
            "न",
            "पर",
            "।",
            "थाना-चोरी",
        ),
    ],
)
def test_a_right_spelling_or_what_is_no_plain_word_is_let_alone(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize("word", ["मुकदाम", "अभियुत्क", "चोीर", "ाथाना", "थानाा", "अीख"])
def test_a_slip_is_found(word: str) -> None:
    assert unknown(f"थाना {word} हिंदी") == [word]


def test_the_place_of_a_word_is_told_in_code_points() -> None:
    (one,) = SPELLING.unknown("थाना, मुकदाम")
    assert "थाना, मुकदाम"[one.at :] == one.word == "मुकदाम"


def test_the_likelier_slip_and_the_commoner_word_come_first() -> None:
    known = Spelling(["शाम", "काम", "काम", "नाम"])
    assert known.suggest("साम") == ("शाम", "काम", "नाम")


def test_two_letters_that_changed_places_are_put_back() -> None:
    assert SPELLING.suggest("अभियुत्क") == ("अभियुक्त",)
    assert SPELLING.suggest("मुकदाम") == ("मुकदमा",)


def test_a_suggestion_is_spelt_as_the_first_source_spells_it() -> None:
    assert SPELLING.suggest("हिंदि")[0] == "हिन्दी"


def test_words_of_the_station_are_known_but_not_suggested() -> None:
    assert list(SPELLING.unknown("बिल्थरा", {"बिल्थरा"})) == []
    assert SPELLING.suggest("बिल्थर") == ()


@given(st.text(alphabet="कखगमथनरािीुेंँ़्ः0.: -aA\n\u200d", max_size=40))
def test_every_unknown_word_stands_where_it_is_said_to(text: str) -> None:
    for one in SPELLING.unknown(text):
        assert text[one.at : one.at + len(one.word)] == one.word
        assert len(SPELLING.suggest(one.word)) <= MOST


def test_a_dictionary_that_is_missing_or_damaged_has_no_words(tmp_path: Path) -> None:
    damaged = tmp_path / "hi_IN.dic"
    assert dictionary.find([damaged]) is None
    damaged.write_bytes(b"2\n\xff\xfe\n")
    assert dictionary.find([damaged]) == damaged
    assert dictionary.read(damaged) == []
    damaged.write_text("2\nथाना/A\nabc\n\n", encoding="utf-8")
    assert dictionary.read(damaged) == ["थाना"]
