"""Different spellings and scripts of one word find each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.codes.folding import asked, fold, heading, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("३०३ (2)", "303(2)"),
        ("दण्ड", "दंड"),
        ("हिन्दू", "हिंदू"),
        ("लड़का", "लडका"),
        ("चाँद", "चांद"),
        ("सम्पत्ति", "संपत्ति"),
        ("ARMS  Act", "arms act"),
    ],
)
def test_two_spellings_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("hindi", "latin"),
    [
        ("चोरी", "chori"),
        ("मारपीट", "maarpeet"),
        ("डकैती", "dakaiti"),
        ("लूट", "loot"),
        ("बलात्संग", "balatsang"),
        ("छल", "chhal"),
        ("गांजा", "ganja"),
        ("धमकी", "dhamki"),
        ("ज्ञात", "gyat"),
    ],
)
def test_a_word_sounds_alike_in_both_scripts(hindi: str, latin: str) -> None:
    assert sound(fold(hindi)) == sound(fold(latin))


def test_different_words_do_not_sound_alike() -> None:
    words = ["चोरी", "लूट", "हत्या", "छल", "डकैती", "बलवा", "मारपीट", "धमकी", "दहेज"]
    assert len({sound(fold(word)) for word in words}) == len(words)


def test_a_short_sound_must_be_the_whole_word() -> None:
    abuse = heading(hindi="गाली गलौज")
    assert abuse.is_heard_in(*asked("gali"))
    assert not abuse.is_heard_in(*asked("ga"))
    assert not heading(hindi="चोरी").is_heard_in(*asked("चोरी"))


def test_a_title_is_found_by_the_beginning_of_any_of_its_words() -> None:
    title = heading("Hurt (simple)", hindi="मारपीट")
    assert title.begins(*asked("simp"))
    assert title.begins(*asked("मार"))
    assert not title.begins(*asked("पीट"))


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_any_text_has_a_sound_in_plain_letters(text: str) -> None:
    assert sound(fold(text)).isascii()
