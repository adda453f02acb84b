"""The rows that one version of a record makes: current state, history, index, search, clocks."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from unicodedata import normalize

from sqlalchemy import Connection, bindparam, case, delete, select, text, union, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.protocol.canonical import Json, canonical
from sync.protocol.event import Event
from thana_desk.storage import schema
from thana_desk.storage.errors import RecordMoved, WorkMisuse
from thana_desk.storage.event_rows import json_text
from thana_desk.storage.lines import Version, standing
from thana_desk.storage.person_rows import put_persons
from thana_desk.storage.rows import Clock, ClockStop, Envelope, Projection
from thana_desk.storage.statement import Statement, insert_all

_R, _C, _E = schema.record, schema.clock, schema.event
_RV, _I = schema.record_version, schema.inbox_parked

ENVELOPE_COLUMNS = tuple(field.name for field in fields(Envelope))
_WHOLE = frozenset({"form_version", "version", "serial"})
_TRUTH = frozenset({"sensitive", "provisional"})
_NEVER_NULL = frozenset({"record_id", "form", "status", "title"})

_ADD_RECORD = Statement(insert_all(_R))
_CHANGE_RECORD = Statement(
    update(_R)
    .where(_R.c.record_id == bindparam("which"))
    .values({name: bindparam(name) for name in _R.c.keys() if name not in ("place", "record_id")})  # noqa: SIM118 — not a dict
    .returning(_R.c.place)
)
_ADD_LETTER = Statement(insert_all(schema.record_letter))
_CHANGE_LETTER = Statement(
    update(schema.record_letter)
    .where(schema.record_letter.c.place == bindparam("which"))
    .values(letter=bindparam("letter"))
)
_STANDING = Statement(
    select(_R.c.event_hash, _R.c.siblings).where(_R.c.record_id == bindparam("record_id"))
)
_ADD_VERSION = Statement(insert_all(schema.record_version))
_ADD_VERSION_ONCE = Statement(
    sqlite_insert(schema.record_version)
    .values({name: bindparam(name) for name in schema.record_version.c.keys()})  # noqa: SIM118 — not a dict
    .on_conflict_do_nothing()
)
_NAME_FILE = Statement(
    sqlite_insert(schema.record_file)
    .values({name: bindparam(name) for name in schema.record_file.c.keys()})  # noqa: SIM118 — not a dict
    .on_conflict_do_nothing()
)
_DROP_INDEX = Statement(
    delete(schema.index_row).where(schema.index_row.c.record_id == bindparam("record_id"))
)
_ADD_INDEX = Statement(insert_all(schema.index_row))
_PUT_CLOCK = Statement(
    sqlite_insert(_C)
    .values(
        record_id=bindparam("record_id"),
        code=bindparam("code"),
        starts_at=bindparam("starts_at"),
        due_at=bindparam("due_at"),
        warn_at=bindparam("warn_at"),
    )
    .on_conflict_do_update(
        index_elements=["record_id", "code"],
        set_={name: bindparam(name) for name in ("starts_at", "due_at", "warn_at")},
    )
)
# A stop may arrive before the clock it stops: it then waits as a row without a start.
_STOP_CLOCK = Statement(
    sqlite_insert(_C)
    .values(
        record_id=bindparam("record_id"),
        code=bindparam("code"),
        starts_at=text("''"),
        due_at=text("NULL"),
        warn_at=text("'[]'"),
        stopped_at=bindparam("at"),
    )
    .on_conflict_do_update(
        index_elements=["record_id", "code"],
        set_={
            "stopped_at": case(
                (_C.c.stopped_at.is_(None), bindparam("at")),
                (_C.c.stopped_at > bindparam("at"), bindparam("at")),
                else_=_C.c.stopped_at,
            )
        },
    )
)
_DROP_CLOCKS = Statement(
    delete(_C).where(_C.c.record_id == bindparam("record_id"), _C.c.stopped_at.is_(None))
)
_HIDE_CLOCKS = Statement(
    update(_C)
    .where(_C.c.record_id == bindparam("which"))
    .values(starts_at=text("''"), due_at=text("NULL"), warn_at=text("'[]'"))
)
_FAMILY = Statement(
    select(_E.c.hash, _E.c.parents, _E.c.trusted_at, _E.c.device_at).where(
        _E.c.hash.in_(
            union(
                select(_RV.c.event_hash).where(_RV.c.record_id == bindparam("record_id")),
                select(_I.c.event_hash).where(_I.c.record_id == bindparam("record_id")),
            )
        )
    )
)
_HISTORY = Statement(select(_RV.c.event_hash).where(_RV.c.record_id == bindparam("record_id")))


def add_own_version(
    connection: Connection, projection: Projection, event: Event, place: int
) -> None:
    """Make an event written here the current version, and put it into the history.

    `place` is the event's place in the journal.

    Raises:
        WorkMisuse: envelope, letter and event contradict one another.
        RecordMoved: the version that is current now is not among the event's parents.
    """
    check_agreement(projection, event)
    siblings = 0
    add_version(connection, projection, event)
    if event.parents:
        now = _STANDING.run(connection, record_id=event.record_id).first()
        if now is None or now.event_hash not in event.parents:
            raise RecordMoved("the record has changed since this correction was begun")
        if now.siblings or len(event.parents) > 1:
            shown = history(connection, event.record_id)
            versions = family(connection, event.record_id)
            result = standing([versions[name] for name in versions if name in shown])
            if result.current != event.hash:
                raise WorkMisuse("this version does not become the current one")
            siblings = result.siblings
    project_rows(
        connection, projection, event, place=None if event.parents else place, siblings=siblings
    )


def family(connection: Connection, record_id: str) -> dict[str, Version]:
    """All versions of a record that are in the journal here, by hash, shown or parked."""
    return {
        row.hash: Version(row.hash, tuple(json.loads(row.parents)), row.trusted_at or row.device_at)
        for row in _FAMILY.run(connection, record_id=record_id)
    }


def history(connection: Connection, record_id: str) -> set[str]:
    """The hashes of a record's versions that are in its history."""
    return set(_HISTORY.run(connection, record_id=record_id).scalars())


def project_rows(
    connection: Connection,
    projection: Projection,
    event: Event,
    *,
    place: int | None,
    siblings: int,
) -> None:
    """Write the projection of `event` as its record's current version.

    `place` is given for a record that is not here yet: the place of its first event, which
    keeps its place in every list through a rebuild.
    """
    envelope = projection.envelope
    fresh = place is not None
    values = record_values(projection, event, siblings=siblings)
    if fresh:
        _ADD_RECORD.run(connection, place=place, **values)
        _ADD_LETTER.run(connection, place=place, letter=json_text(projection.letter))
    else:
        changed = _CHANGE_RECORD.run(connection, which=envelope.record_id, **values)
        place = changed.scalar_one()
        _CHANGE_LETTER.run(connection, which=place, letter=json_text(projection.letter))
        _DROP_INDEX.run(connection, record_id=envelope.record_id)
        _DROP_CLOCKS.run(connection, record_id=envelope.record_id)
        _HIDE_CLOCKS.run(connection, which=envelope.record_id)
    _ADD_INDEX.run_many(
        connection,
        (
            {
                "record_id": envelope.record_id,
                "line": line,
                "kind": row.kind,
                "path": row.path,
                "shown": row.shown,
                "folded": row.folded,
            }
            for line, row in enumerate(projection.index_rows)
        ),
    )
    verb = "INSERT" if fresh else "INSERT OR REPLACE"
    connection.exec_driver_sql(
        f"{verb} INTO search(rowid, text) VALUES (?, ?)", (place, projection.search_text)
    )
    assert place is not None
    put_persons(connection, projection, place, fresh=fresh)
    _PUT_CLOCK.run_many(
        connection, (clock_values(envelope.record_id, clock) for clock in projection.clocks)
    )


def add_version(
    connection: Connection, projection: Projection, event: Event, *, once: bool = False
) -> None:
    """Add the version to the record's history, with the clocks that it stops and the files it names.

    These belong to the version being there, current or not, so that every order of arrival
    ends the same. `once` accepts that the version stands there already.
    """
    statement = _ADD_VERSION_ONCE if once else _ADD_VERSION
    statement.run(
        connection,
        record_id=event.record_id,
        version=projection.envelope.version,
        event_hash=event.hash,
        at=event.device_at,
        actor=event.actor,
        reason=projection.reason,
    )
    apply_marks(connection, projection, event)


def apply_marks(connection: Connection, projection: Projection, event: Event) -> None:
    """What a version leaves behind for good, current or not: clocks it stops, files it names."""
    record_id = projection.envelope.record_id
    _NAME_FILE.run_many(
        connection,
        (
            {
                "event_hash": event.hash,
                "sha256": file.sha256,
                "record_id": record_id,
                "name": file.name,
                "mime": file.mime,
                "size": file.size,
            }
            for file in projection.files
        ),
    )
    for clock in projection.clocks:
        if clock.stopped_at is not None:
            stop_one_clock(connection, ClockStop(record_id, clock.code, clock.stopped_at))
    for stop in projection.stops:
        stop_one_clock(connection, stop)


def stop_one_clock(connection: Connection, stop: ClockStop) -> None:
    """Stop a clock; of two stops the earlier one counts."""
    _STOP_CLOCK.run(connection, record_id=stop.record_id, code=stop.code, at=stop.at)


def check_agreement(projection: Projection, event: Event) -> None:
    """Refuse a projection that says something else than its event.

    Raises:
        WorkMisuse: another record, form or version of the form, or another letter.
    """
    envelope = projection.envelope
    _check_kinds(projection)
    if (envelope.record_id, envelope.form, envelope.form_version) != (
        event.record_id,
        event.form,
        event.form_version,
    ):
        raise WorkMisuse("envelope and event speak of different records")
    said = event.body.get("letter")
    if said is not projection.letter and canonical(said) != canonical(projection.letter):
        raise WorkMisuse("the letter is not the one in the event")
    stated = event.body.get("envelope")
    if not isinstance(stated, Mapping) or contradictions(envelope, stated):
        raise WorkMisuse("the envelope is not the one in the event")


def _check_kinds(projection: Projection) -> None:
    """Refuse values of a kind that the columns do not hold: a body may come from anywhere."""
    for name, value in ((name, getattr(projection.envelope, name)) for name in ENVELOPE_COLUMNS):
        if name in _WHOLE:
            fits = (type(value) is int and 0 <= value < 2**53) or (
                name == "serial" and value is None
            )
        elif name in _TRUTH:
            fits = isinstance(value, bool)
        else:
            fits = isinstance(value, str) or (value is None and name not in _NEVER_NULL)
        if not fits:
            raise WorkMisuse(f"the envelope's {name} is of the wrong kind")
    for clock in projection.clocks:
        texts = (
            clock.code,
            clock.starts_at,
            *clock.warn_at,
            clock.due_at or "",
            clock.stopped_at or "",
        )
        if not all(isinstance(value, str) for value in texts) or not clock.starts_at:
            raise WorkMisuse("a clock is of the wrong kind")
    for stop in projection.stops:
        if not all(isinstance(value, str) for value in (stop.record_id, stop.code, stop.at)):
            raise WorkMisuse("a clock's stop is of the wrong kind")
    for file in projection.files:
        texts = (file.sha256, file.name, file.mime)
        if not all(isinstance(value, str) for value in texts) or type(file.size) is not int:
            raise WorkMisuse("a file is of the wrong kind")


def contradictions(envelope: Envelope, stated: Mapping[str, Json]) -> list[str]:
    """The envelope columns whose value is not the one stated in the event's body."""
    return [
        name
        for name in ENVELOPE_COLUMNS
        if name in stated and _settled(stated[name]) != _settled(getattr(envelope, name))
    ]


def record_values(projection: Projection, event: Event, *, siblings: int) -> dict[str, Any]:
    """The columns of a `record` row, apart from its place."""
    envelope = projection.envelope
    values = {name: _settled(getattr(envelope, name)) for name in ENVELOPE_COLUMNS}
    values["sensitive"] = int(envelope.sensitive)
    values["provisional"] = int(envelope.provisional)
    values["event_hash"] = event.hash
    values["thana"] = event.thana
    values["device"] = event.device
    values["incarnation"] = event.incarnation
    values["seq"] = event.seq
    values["siblings"] = siblings
    values["gaps"] = projection.gaps
    return values


def _settled(value: Any) -> Any:
    """Text in NFC, as the journal has it."""
    return normalize("NFC", value) if isinstance(value, str) else value


def clock_values(record_id: str, clock: Clock) -> dict[str, Any]:
    """The columns of a `clock` row, apart from its end, which only a stop sets."""
    return {
        "record_id": record_id,
        "code": clock.code,
        "starts_at": clock.starts_at,
        "due_at": clock.due_at,
        "warn_at": json_text(list(clock.warn_at)),
    }
