"""The station's own words are offered again, and no name of one record to everybody."""

from collections.abc import Callable

from thana_desk.actions import typing_words
from thana_desk.actions.desk import Desk
from thana_desk.actions.typing_words import TypingChoice


def test_an_officer_is_offered_what_he_typed(moharir: Desk) -> None:
    typing_words.learn(moharir, {"चिरैयाकोट": 2})
    typing_words.learn(moharir, {"चिरैयाकोट": 1, "बिल्थरा": 1})
    assert typing_words.learned(moharir) == {"चिरैयाकोट": 3, "बिल्थरा": 1}


def test_a_word_of_one_officer_is_not_shown_to_another(at_desk: Callable[[str], Desk]) -> None:
    moharir, io = at_desk("moharir"), at_desk("io")
    typing_words.learn(moharir, {"चिरैयाकोट": 5})
    assert typing_words.learned(io) == {}
    typing_words.learn(io, {"चिरैयाकोट": 1})
    assert typing_words.learned(io) == {"चिरैयाकोट": 6}
    assert typing_words.learned(at_desk("sho")) == {"चिरैयाकोट": 6}


def test_a_word_is_forgotten_at_once_and_for_all(moharir: Desk) -> None:
    typing_words.learn(moharir, {"चिरैयाकोट": 5})
    assert typing_words.forget(moharir, "चिरैयाकोट")
    assert not typing_words.forget(moharir, "चिरैयाकोट")
    assert typing_words.learned(moharir) == {}


def test_only_single_hindi_words_are_learned(moharir: Desk) -> None:
    typing_words.learn(moharir, {"Ram": 1, "क": 1, "राम कुमार": 1, "ा": 1, "302": 1, "राम": 0})
    assert typing_words.learned(moharir) == {}


def test_the_layout_is_remembered_for_each_officer(at_desk: Callable[[str], Desk]) -> None:
    moharir = at_desk("moharir")
    assert typing_words.choice(moharir) is None
    typing_words.choose(moharir, TypingChoice("remington-gail", hindi=False))
    assert typing_words.choice(moharir) == TypingChoice("remington-gail", hindi=False)
    assert typing_words.choice(at_desk("io")) is None
