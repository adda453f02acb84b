"""The spell check is humble and still finds slips; a word is trusted when it was added."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

import pytest

from forms.catalogue import all_forms
from forms.kit.when import IST
from thana_desk.actions import spelling, typing_words
from thana_desk.actions.desk import Desk
from thana_desk.hindi.spelling import Spelling, hindi_tokens, plain

NOW = dt.datetime(2026, 7, 1, 10, tzinfo=IST)
LETTERS = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौंृ"


@pytest.fixture(scope="module")
def known() -> Spelling:
    found = spelling.spelling()
    assert found is not None
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def slip(word: str, chance: random.Random) -> str:
    """`word` with one letter lost, changed, added or put before the one it follows."""
    while True:
        at, kind = chance.randrange(len(word)), chance.randrange(4)
        head, tail, letter = word[:at], word[at:], chance.choice(LETTERS)
        made = (
            head + tail[1:],
            head + letter + tail[1:],
            head + letter + tail,
            head + tail[1:2] + tail[0] + tail[2:],
        )[kind]
        if plain(made) != plain(word):
            return made


def test_under_two_in_a_hundred_words_of_the_sample_answers_are_questioned(
    known: Spelling,
) -> None:
    """The samples are no source of the words; their made-up places are names of no station."""
    written = [text for form in all_forms().values() for text in texts(form.sample(NOW))]
    count = sum(len(hindi_tokens(text)) for text in written)
    questioned = [
        one.word
        for text in written
        for one in known.unknown(text)
        if not one.word.startswith(("नमूना", "उदाहरण"))
    ]
    assert count > 3_000
    assert len(questioned) / count < 0.02


def test_four_of_five_slips_of_one_letter_are_found(known: Spelling) -> None:
    words = sorted(word for word in spelling.own_words() if len(plain(word)) > 2)
    chance = random.Random(26)
    slips = [slip(word, chance) for word in chance.sample(words, 2_000)]
    found = sum(any(known.unknown(one)) for one in slips)
    assert found / len(slips) >= 0.8


def test_a_word_is_trusted_once_added_and_not_for_a_slip_or_two(moharir: Desk) -> None:
    typing_words.learn(moharir, {"बिल्थरा": 2})
    assert spelling.trusted(moharir) == frozenset()
    spelling.add(moharir, "बिल्थरा")
    assert spelling.trusted(moharir) == {"बिल्थरा"}


def test_the_names_in_a_form_are_known_to_its_long_texts_but_a_narrative_is_no_source() -> None:
    answers = {"persons": [{"name": "चिरैया राम"}], "contents": "गलतत " * 40, "age": 4}
    assert spelling.words_of_answers(answers) == {"चिरैया", "राम"}
