"""Names meet across scripts and spellings, different ones keep apart, and both are counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thana_desk.hindi import name_generator
from thana_desk.hindi.names import (
    NEAR,
    SAME,
    SLIP,
    beginning_likeness,
    keys,
    likeness,
    name_words,
    same_name,
    slipped_keys,
    word_likeness,
)

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def index_keys(name: str) -> set[str]:
    return set(keys("".join(name_words(name))))


def judged(
    pairs: Iterable[tuple[str, str, int]], pool: Sequence[Sequence[str]]
) -> tuple[float, float]:
    """Recall, and other names a query, when every Latin spelling is asked of an index of `pool`.

    As the program asks: what shares a key, if it is alike enough.
    """
    index: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, spellings in enumerate(pool):
        for spelling in spellings:
            for key in index_keys(spelling):
                index[key].add((number, spelling))
    asked = found = wrong = 0
    for hindi, roman, number in pairs:
        asked += 1
        candidates: set[tuple[int, str]] = set()
        for key in index_keys(roman):
            candidates |= index[key]
        alike = {one for one in candidates if same_name(roman, one[1])}
        found += (number, hindi) in alike
        wrong += len({one for one, _ in alike if one != number})
    return found / asked, wrong / asked


def hand_pool() -> tuple[list[tuple[str, str, int]], list[list[str]]]:
    """The hand-checked pairs; Hindi names that share a Latin spelling there are one name."""
    owner: dict[str, int] = {}
    pool: list[list[str]] = []
    pairs = []
    for hindi, *romans in rows("hand_pairs.tsv"):
        number = next((owner[roman] for roman in romans if roman in owner), len(pool))
        if number == len(pool):
            pool.append([])
        pool[number].append(hindi)
        for roman in romans:
            owner.setdefault(roman, number)
            pairs.append((hindi, roman, number))
    return pairs, pool


def test_generated_pairs_kept_apart_are_found_and_little_else_is() -> None:
    """Split by name: the matching was made while looking at the even names only."""
    pairs = list(name_generator.pairs())
    assert len(name_generator.names()) >= 600
    assert len(pairs) >= 2_000
    apart = [pair for pair in pairs if pair[2] % 2]
    recall, wrong = judged(apart, name_generator.names())
    assert recall >= 0.98
    assert wrong <= 0.15


def test_the_pairs_of_the_first_matching_are_found() -> None:
    pairs = [(hindi, roman) for hindi, *romans in rows("name_pairs.tsv") for roman in romans]
    missed = [
        (hindi, roman)
        for hindi, roman in pairs
        if not (index_keys(hindi) & index_keys(roman) and same_name(hindi, roman))
    ]
    assert len(missed) / len(pairs) <= 0.02, missed


def test_pairs_checked_by_hand_are_found_and_little_else_is() -> None:
    pairs, pool = hand_pool()
    assert len(pairs) >= 300
    recall, wrong = judged(pairs, pool)
    assert recall >= 0.98
    assert wrong <= 0.15


@pytest.mark.parametrize(("one", "other"), rows("different_names.tsv"))
def test_different_names_are_never_taken_for_one(one: str, other: str) -> None:
    assert likeness(one, other) < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ओमप्रकाश", "ओम प्रकाश"),
        ("Om Prakash", "ओमप्रकाश"),
        ("श्री राम कुमार", "Ram Kumar"),
        ("मो0 सलीम", "Mohammad Saleem"),
        ("वीरेंद्र सिंह", "Birendra Singh"),
        ("पाण्डेय", "पांडे"),
        ("राठौड़", "राठौर"),
        ("श्रीमती सुनीता देवी", "Smt. Sunita Devi"),
        ("ज़ाकिर", "Jakir"),
        ("शिव", "सिव"),
        ("विमल", "बिमल"),
        ("दिनेश", "दीनेश"),
        ("Rām", "राम"),
    ],
)
def test_split_joined_titled_and_shortened_names_are_one(one: str, other: str) -> None:
    assert same_name(one, other)


def test_a_name_that_only_resembles_is_near_and_ranks_lower() -> None:
    exact, same = likeness("राम कुमार", "राम कुमार"), likeness("राम कुमार", "Raam Kumaar")
    near = likeness("राम कुमार", "राम कुंवार")
    assert exact > same > near
    assert NEAR <= near < SAME


def test_every_word_must_have_its_like() -> None:
    assert likeness("राम कुमार", "Ram Prasad") < SLIP
    assert likeness("राम", "राम कुमार") < SLIP


@pytest.mark.parametrize(
    ("typed", "word"), [("Raje", "राजेन्द्र"), ("kum", "कुमार"), ("सुरे", "surendra")]
)
def test_a_name_is_known_by_its_beginning(typed: str, word: str) -> None:
    (typed,), (word,) = name_words(typed), name_words(word)
    assert beginning_likeness(typed, word) >= SAME
    assert beginning_likeness(typed, name_words("गोपाल")[0]) < SAME


def test_one_wrong_letter_is_a_slip_and_no_more() -> None:
    assert SLIP <= likeness("सुरेश", "सुरेल") < SAME
    assert set(keys("सुरेल")) & set(slipped_keys(*keys("सुरेश")))


name_text = st.text(
    st.sampled_from("अआइईउकखगघचजटडतदनपबमयरलवशसहािीुूेैोौ्ंabcdefghijklmnopqrstuvwxyz 0"),
    max_size=20,
)


@given(name_text, name_text)
def test_likeness_is_the_same_both_ways_and_a_share(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0.0 <= likeness(one, other) <= 1.0


@given(name_text)
def test_a_name_is_itself_and_shares_a_key_with_itself(name: str) -> None:
    for word in name_words(name):
        assert word_likeness(word, word) == 1.0
        assert keys(word)


@pytest.mark.parametrize("name", ["", "ि", "््", "\U0001f600", "نام", "123", "\x00", "क" * 2_000])
def test_what_is_no_name_breaks_nothing(name: str) -> None:
    assert likeness(name, "राम") < SAME
    for word in name_words(name):
        assert keys(word)
