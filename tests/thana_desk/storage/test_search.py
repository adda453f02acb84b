"""Search finds Devanagari words whole, treats what is typed as data, and shows where it matched."""

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.thana_desk.storage.samples import register
from thana_desk.storage.database import Store
from thana_desk.storage.records import fts_query

NAMES = ("दिनेश शर्मा", "दान शाह", "रीमा", "रोम", "राम कुमार", "राजेन्द्र", "zeenat 9 12")


@pytest.fixture
def names(store: Store) -> Store:
    with store.work() as work:
        for number, name in enumerate(NAMES):
            register(work, f"r{number}", letter={"name": name, "place": "काल्पनिक"})
    return store


def found(store: Store, *terms: str) -> list[str]:
    return [NAMES[int(hit.record_id[1:])] for hit in store.search(terms)]


def test_matras_are_part_of_the_word(names: Store) -> None:
    assert found(names, "दिनेश") == ["दिनेश शर्मा"]
    assert found(names, "राम") == ["राम कुमार"]
    assert found(names, "शर्मा") == ["दिनेश शर्मा"]
    assert found(names, "राजेन्द्र") == ["राजेन्द्र"]


def test_words_are_found_from_their_beginning(names: Store) -> None:
    assert found(names, "दि") == ["दिनेश शर्मा"]
    assert found(names, "रा") == ["राजेन्द्र", "राम कुमार"]
    assert found(names, "नेश") == []
    assert found(names, "zee", "12") == ["zeenat 9 12"]
    assert found(names, "राम", "दान") == []


def test_newest_come_first_and_no_more_than_asked_for(names: Store) -> None:
    hits = names.search(["काल्पनिक"], limit=3)
    assert [hit.record_id for hit in hits] == ["r6", "r5", "r4"]


def test_hit_shows_which_values_matched(names: Store) -> None:
    hit = names.search(["राम", "काल्प"])[0]
    assert [(row.path, row.shown) for row in hit.matched] == [
        ("name", "राम कुमार"),
        ("place", "काल्पनिक"),
    ]
    assert hit.number == "0005/2026"


def test_typeahead_walks_one_kind_of_value(names: Store) -> None:
    rows = names.index_matches("text", "र")
    assert [row.shown for _, row in rows] == ["राजेन्द्र", "राम कुमार", "रीमा", "रोम"]
    assert names.index_matches("phone", "र") == ()


def test_nothing_searchable_finds_nothing(names: Store) -> None:
    for terms in ([], [""], ["-"], ['"'], ["*", "()"], ["\0"]):
        assert names.search(terms) == ()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(terms=st.lists(st.text(max_size=12), max_size=3))
def test_whatever_is_typed_is_data(names: Store, terms: list[str]) -> None:
    names.search(terms)
    names.page(folded_filter=terms)
    names.page(folded_filter=" ".join(terms), form=terms, statuses=terms)


@pytest.mark.parametrize(
    "typed",
    [
        'राम" OR "दान',
        "राम OR दान",
        "राम NOT कुमार",
        "text: राम",
        "NEAR(राम दान)",
        "^राम",
        "'; DROP TABLE record; --",
        "राम*",
        "{text} : राम",
    ],
)
def test_query_words_have_no_meaning(names: Store, typed: str) -> None:
    assert set(found(names, typed)) <= {"राम कुमार"}
    assert names.page().total == len(NAMES)


@settings(max_examples=200, deadline=None)
@given(terms=st.lists(st.text(max_size=15), max_size=4))
def test_query_is_always_well_formed(terms: list[str]) -> None:
    query = fts_query(terms)
    if not query:
        return
    raw = sqlcipher.connect(":memory:")
    raw.execute("CREATE VIRTUAL TABLE s USING fts5(text)")
    raw.execute("SELECT rowid FROM s WHERE s MATCH ?", (query,)).fetchall()
    raw.close()
