"""Asking the full-text tables: words as data, beginnings of words, the newest rows that hold them."""

from collections.abc import Iterable
from typing import Final, Literal

from sqlalchemy import Connection

from thana_desk.storage.person_rows import IN_A_RECORD

Table = Literal["search", "person_search"]

INDEXED_BEGINNING: Final = 4
"""Letters up to which the full-text tables know the beginnings of words."""

MOST_BEGUN: Final = 40
"""Words that begin as typed and are asked for."""

_LAST_PLACE: Final = {
    "search": "SELECT max(place) FROM record",
    "person_search": "SELECT max(place) FROM person",
}
_PLACES_OF_A_RECORD: Final = {"search": 1, "person_search": IN_A_RECORD}

_NEXT_WORD: Final = {
    "search": "SELECT term FROM search_word WHERE term >= ? AND term < ? LIMIT 1",
    "person_search": "SELECT word FROM name_word WHERE word >= ? AND word < ? ORDER BY word LIMIT 1",
}
_LAST_SIGN: Final = "\U0010ffff"

_NEWEST: Final = 16_384
"""Records, from the newest, that are looked at before all of them are."""


def any_of(spellings: Iterable[str], *, begins: bool = False) -> str:
    """The FTS5 words for one of `spellings`; each is data, never syntax. Empty for none."""
    kept = [
        '"' + one.replace("\0", " ").replace('"', '""') + '"' + ("*" if begins else "")
        for one in spellings
        if any(character.isalnum() for character in one)
    ]
    return f"({' OR '.join(kept)})" if kept else ""


def either(*asked: str) -> str:
    """The FTS5 words for one of several questions; those that are empty ask for nothing."""
    kept = [one for one in asked if one]
    return kept[0] if len(kept) == 1 else f"({' OR '.join(kept)})" if kept else ""


def newest(connection: Connection, table: Table, query: str, limit: int) -> list[int]:
    """The last `limit` places of `table` that fit an FTS5 query, the newest first.

    FTS5 walks its lists upwards in leaps and downwards row by row: two common words cost ten
    times as much with its own ORDER BY rowid DESC. So it is asked upwards, from where the newest
    begin; what few records hold costs little in all of them, and what many hold is found at once.
    """
    last = connection.exec_driver_sql(_LAST_PLACE[table]).scalar() or 0
    edge = max(-1, last - _NEWEST * _PLACES_OF_A_RECORD[table])
    found: list[int] = []
    for after, upto in ((edge, last), (-1, edge)):
        if after == upto or len(found) >= limit:
            break
        found += (
            connection.exec_driver_sql(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid > ? AND rowid <= ?"
                " ORDER BY +rowid DESC LIMIT ?",  # The plus keeps FTS5 from walking downwards.
                (query, after, upto, limit - len(found)),
            )
            .scalars()
            .all()
        )
    return found


def begun_by_letter(connection: Connection, table: Table, letter: str) -> str:
    """The FTS5 words for all words that begin with one letter, by their first two letters.

    The index knows no beginning of one letter, and would look through all its words for it: ten
    seconds among a million persons.
    """
    two = []
    after = letter
    while word := connection.exec_driver_sql(
        _NEXT_WORD[table], (after, letter + _LAST_SIGN)
    ).scalar():
        if len(word) > 1:
            two.append(word[:2])
            after = word[:2] + _LAST_SIGN
        else:
            after = letter + "\x01"
    return either(any_of([letter]), any_of(two, begins=True))
