"""Reading names and persons: words that may be meant, persons that fit, links between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.person_rows import WHOSE, person_row
from thana_desk.storage.rows import PersonLink, PersonRow
from thana_desk.storage.word_search import (
    INDEXED_BEGINNING,
    MOST_BEGUN,
    any_of,
    begun_by_letter,
    either,
    newest,
)

_MOST_WORDS = 400
"""Words of one key, or one beginning of a key, that are weighed."""

_AT_ONCE = 400
"""Keys in one statement, well below what SQLite takes."""

_MOST_NAMED = 1000
"""Persons of a name whose year of birth is looked at one by one."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Words of one part of a person (`WHOSE`), every one of which must occur; of each one spelling.

    `begins`: from the beginning of a word.
    """

    part: str
    words: Sequence[Sequence[str]] = field(default_factory=tuple)
    begins: bool = False


class PersonReads(Door):
    """The reading half of the store for names and persons."""

    def words_of_keys(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The words of names that have one of these keys."""
        found: dict[str, None] = {}
        with self.reading() as connection:
            for at in range(0, len(keys), _AT_ONCE):
                some = tuple(keys[at : at + _AT_ONCE])
                marks = ", ".join("?" * len(some))
                rows = connection.exec_driver_sql(
                    f"SELECT word FROM name_word WHERE key IN ({marks}) LIMIT {_MOST_WORDS}", some
                )
                found |= dict.fromkeys(rows.scalars().all())
        return tuple(found)

    def words_of_key_beginnings(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The words of names that have a key that begins with one of these."""
        found: dict[str, None] = {}
        with self.reading() as connection:
            for key in keys:
                rows = connection.exec_driver_sql(
                    "SELECT word FROM name_word WHERE key >= ? AND key < ? LIMIT ?",
                    (key, key + "\U0010ffff", _MOST_WORDS),
                )
                found |= dict.fromkeys(rows.scalars().all())
        return tuple(found)

    def find_persons(
        self, asks: Sequence[Ask], limit: int = 50, *, born: range | None = None
    ) -> tuple[PersonRow, ...]:
        """The persons of the newest records that fit every ask; `born` in one of these years."""
        pieces = []
        for ask in asks:
            sign = WHOSE[ask.part]
            for spellings in ask.words:
                query = any_of(f"{sign}{one}" for one in spellings)
                if ask.begins:
                    begun = self._begun(sign, spellings)
                    if begun == query:
                        return ()  # The whole words begin no other, and were asked for before.
                    query = begun
                if not query:
                    return ()
                pieces.append(query)
        if not pieces:
            return ()
        table = schema.person
        with self.reading() as connection:
            places = self._places(connection, pieces, limit, born)
            rows = connection.execute(
                select(table).where(table.c.place.in_(places)).order_by(table.c.place.desc())
            ).all()
        return tuple(person_row(row) for row in rows)

    def _places(
        self, connection: Connection, pieces: Sequence[str], limit: int, born: range | None
    ) -> list[int]:
        """Where those stand who fit, the newest first.

        A year stands in so many persons that asking for it costs more than looking at the few
        who have the name; only where very many have it are the years asked for as well.
        """
        if born is None:
            return newest(connection, "person_search", " AND ".join(pieces), limit)
        named = newest(connection, "person_search", " AND ".join(pieces), _MOST_NAMED)
        table = schema.person
        query = (
            select(table.c.place)
            .where(table.c.place.in_(named), table.c.born.between(born.start, born.stop - 1))
            .order_by(table.c.place.desc())
            .limit(limit)
        )
        found = list(connection.execute(query).scalars())
        if len(found) >= limit or len(named) < _MOST_NAMED:
            return found
        pieces = [*pieces, any_of(f"y{year}" for year in born)]
        return newest(connection, "person_search", " AND ".join(pieces), limit)

    def _begun(self, sign: str, spellings: Sequence[str]) -> str:
        """Words of names that begin so: the whole words that have it, as far as they are few.

        The beginnings that the full-text index knows are asked for there when they are many.
        """
        asked: list[str] = []
        whole: dict[str, None] = {}
        table = schema.name_word
        with self.reading() as connection:
            for one in spellings:
                query = (
                    select(table.c.word)
                    .distinct()
                    .where(table.c.word >= one, table.c.word < one + "\U0010ffff")
                    .limit(MOST_BEGUN)
                )
                words = list(connection.execute(query).scalars())
                begun = f"{sign}{one}"
                if len(words) < MOST_BEGUN or len(begun) > INDEXED_BEGINNING:
                    whole |= dict.fromkeys(words)
                elif len(begun) > 1:
                    asked.append(any_of([begun], begins=True))
                else:
                    asked.append(begun_by_letter(connection, "person_search", begun))
        return either(*asked, any_of(f"{sign}{one}" for one in whole))

    def persons_of(self, record_id: str) -> tuple[PersonRow, ...]:
        """The persons that a record names, in its order."""
        table = schema.person
        query = select(table).where(table.c.record_id == record_id).order_by(table.c.place)
        with self.reading() as connection:
            return tuple(person_row(row) for row in connection.execute(query))

    def persons(self, person_ids: Sequence[str]) -> Mapping[str, PersonRow]:
        """The persons with these ids, as far as they are here."""
        table = schema.person
        query = select(table).where(table.c.person_id.in_(list(person_ids)))
        with self.reading() as connection:
            return {row.person_id: person_row(row) for row in connection.execute(query)}

    def person_links(self, person_ids: Sequence[str]) -> tuple[PersonLink, ...]:
        """What was said of these persons and any other, oldest first."""
        table = schema.person_link
        wanted = list(person_ids)
        query = (
            select(table)
            .where(table.c.one.in_(wanted) | table.c.other.in_(wanted))
            .order_by(table.c.at, table.c.record_id)
        )
        with self.reading() as connection:
            return tuple(
                PersonLink(row.record_id, row.one, row.other, bool(row.joined), row.at)
                for row in connection.execute(query)
            )
