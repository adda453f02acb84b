"""The rows by which persons are found: names by word, persons by record, links between them."""

import json
from typing import Any

from sqlalchemy import Connection, bindparam, delete
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from thana_desk.storage import schema
from thana_desk.storage.event_rows import json_text
from thana_desk.storage.rows import PersonRow, Projection
from thana_desk.storage.statement import Statement, insert_all

IN_A_RECORD = 1024
"""Persons of one record that are kept in the index; the places of two records never meet."""

_P, _K = schema.person, schema.person_link

_ADD_WORD = Statement(
    sqlite_insert(schema.name_word)
    .values(key=bindparam("key"), word=bindparam("word"))
    .on_conflict_do_nothing()
)
_ADD_PERSON = Statement(
    sqlite_insert(_P)
    .values({name: bindparam(name) for name in _P.c.keys()})  # noqa: SIM118 — not a dict
    .on_conflict_do_nothing()
)
_DROP_PERSONS = Statement(delete(_P).where(_P.c.record_id == bindparam("record_id")))
_ADD_LINK = Statement(insert_all(_K))
_DROP_LINKS = Statement(delete(_K).where(_K.c.record_id == bindparam("record_id")))


def put_persons(connection: Connection, projection: Projection, place: int, *, fresh: bool) -> None:
    """Write what `projection` says of names and persons; `place` is its record's.

    Not `fresh`: what an earlier version of the record said goes first.
    """
    record_id = projection.envelope.record_id
    first = place * IN_A_RECORD
    if not fresh:
        connection.exec_driver_sql(
            "DELETE FROM person_search WHERE rowid IN (SELECT place FROM person WHERE record_id = ?)",
            (record_id,),
        )
        _DROP_PERSONS.run(connection, record_id=record_id)
        _DROP_LINKS.run(connection, record_id=record_id)
    _ADD_WORD.run_many(
        connection, ({"key": key, "word": word} for key, word in projection.name_words)
    )
    persons = projection.persons[:IN_A_RECORD]
    _ADD_PERSON.run_many(
        connection, (person_values(one, first + number) for number, one in enumerate(persons))
    )
    if persons:
        connection.exec_driver_sql(
            "INSERT INTO person_search(rowid, words) VALUES (?, ?)",
            [(first + number, search_words(one)) for number, one in enumerate(persons)],
        )
    _ADD_LINK.run_many(
        connection,
        (
            {
                "record_id": link.record_id,
                "one": min(link.one, link.other),
                "other": max(link.one, link.other),
                "joined": int(link.joined),
                "at": link.at,
            }
            for link in projection.links
        ),
    )


WHOSE = {"name": "", "relative": "zf", "address": "za", "marks": ""}
"""What stands before a word of the search table, by the part of the person it is of. No name
begins so; marks (phones, years, papers) have digits and need nothing."""


def search_words(person: PersonRow) -> str:
    """The words that a person is found by, each saying what it is of."""
    return " ".join(
        f"{sign}{word}"
        for sign, words in zip(WHOSE.values(), person.words, strict=True)
        for word in words.split()
    )


def person_values(person: PersonRow, place: int) -> dict[str, Any]:
    """The columns of a `person` row."""
    return {
        "place": place,
        "person_id": person.person_id,
        "record_id": person.record_id,
        "paths": json_text(list(person.paths)),
        "name": person.name,
        "relation": person.relation,
        "relative": person.relative,
        "born": person.born,
        "gender": person.gender,
        "phones": json_text(list(person.phones)),
        "identities": json_text(list(person.identities)),
        "address": person.address,
    }


def person_row(row: Any) -> PersonRow:
    """The person of a stored row; its words are not kept apart from the index."""
    return PersonRow(
        row.person_id,
        row.record_id,
        tuple(json.loads(row.paths)),
        row.name,
        row.relation,
        row.relative,
        row.born,
        row.gender,
        tuple(json.loads(row.phones)),
        tuple(json.loads(row.identities)),
        row.address,
    )
