"""The newest rows that hold some words are found wherever they stand, and one letter begins words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thana_desk.storage.database import Store
from thana_desk.storage.person_rows import IN_A_RECORD
from thana_desk.storage.word_search import begun_by_letter, newest

# Far apart, so that not all are among the newest of the first look.
RECORDS = (1, 2, 30, 31, 9_000, 40_000, 40_001, 55_000, 56_384, 56_385, 70_000, 72_767, 72_768)
WORDS = ("राम", "रमा", "रामू", "सिंह", "श्याम", "र")


@pytest.fixture
def crowd(store: Store) -> Store:
    people = [
        (record * IN_A_RECORD + number, {WORDS[(record + number) % 6], WORDS[record % 4]})
        for record in RECORDS
        for number in range(3)
    ]
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO person (place, person_id, record_id, paths, name, relation, relative,"
            " gender, phones, identities, address) VALUES (?, ?, '', '[]', '', '', '', '', '[]', '[]', '')",
            [(place, str(place)) for place, _ in people],
        )
        connection.exec_driver_sql(
            "INSERT INTO person_search(rowid, words) VALUES (?, ?)",
            [(place, " ".join(sorted(words))) for place, words in people],
        )
        connection.exec_driver_sql(
            "INSERT INTO name_word VALUES (?, ?)", [("r", word) for word in WORDS]
        )
    return store


def _downwards(store: Store, query: str, limit: int) -> list[int]:
    """What FTS5 itself says when asked for the newest first."""
    with store.reading() as connection:
        return list(
            connection.exec_driver_sql(
                "SELECT rowid FROM person_search WHERE person_search MATCH ?"
                " ORDER BY rowid DESC LIMIT ?",
                (query, limit),
            ).scalars()
        )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    joined=st.sampled_from((" AND ", " OR ")),
    limit=st.integers(1, 50),
)
def test_the_newest_are_those_that_a_walk_downwards_finds(
    crowd: Store, words: list[str], joined: str, limit: int
) -> None:
    query = joined.join(f'"{word}"' for word in words)
    with crowd.reading() as connection:
        assert newest(connection, "person_search", query, limit) == _downwards(crowd, query, limit)


def test_a_store_without_persons_has_none(store: Store) -> None:
    with store.reading() as connection:
        assert newest(connection, "person_search", '"राम"', 5) == []


def test_one_letter_begins_the_words_that_it_begins(crowd: Store) -> None:
    with crowd.reading() as connection:
        query = begun_by_letter(connection, "person_search", "र")
        assert newest(connection, "person_search", query, 99) == _downwards(crowd, '"र"*', 99)
        assert newest(connection, "person_search", f'{query} AND "सिंह"', 99) == _downwards(
            crowd, '"र"* AND "सिंह"', 99
        )
        # Nothing but the letter itself: no other question than that for the whole word.
        assert begun_by_letter(connection, "person_search", "क") == '("क")'
