"""Taking in events of the thana's other PCs, and this PC's own ones that a restore had lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from sync.protocol.event import GENESIS, BrokenChain, Event, check_chain
from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.errors import ForeignEvent, WorkMisuse
from thana_desk.storage.event_rows import event_of, event_values, json_text
from thana_desk.storage.journal import last_acked
from thana_desk.storage.lines import Standing, standing
from thana_desk.storage.projection import (
    add_version,
    check_agreement,
    family,
    history,
    project_rows,
)
from thana_desk.storage.rows import (
    Allocation,
    Identity,
    Parked,
    Projection,
    SyncPosition,
    VerdictRow,
)
from thana_desk.storage.statement import Statement, insert_all
from thana_desk.storage.work import Work, read_identity

Project: TypeAlias = Callable[[Event], Projection | None]
"""Computes what an event makes of its record; None for a form that this program does not know."""

_E, _S, _P, _R = schema.event, schema.event_sync, schema.sync_pos, schema.record
_V, _I = schema.verdict, schema.inbox_parked

_ADD_EVENT = Statement(insert_all(_E, without=("place",)))
_AT_SEQ = Statement(
    select(_E.c.hash).where(
        _E.c.device == bindparam("device"),
        _E.c.incarnation == bindparam("incarnation"),
        _E.c.seq == bindparam("seq"),
    )
)
_BY_HASH = Statement(select(_E).where(_E.c.hash == bindparam("hash")))
_FIRST_PLACE = Statement(
    select(func.min(_E.c.place)).where(_E.c.record_id == bindparam("record_id"))
)
_SHOWN = Statement(
    select(_R.c.event_hash, _R.c.siblings).where(_R.c.record_id == bindparam("record_id"))
)
_SET_SIBLINGS = "UPDATE record SET siblings = ? WHERE record_id = ?"
_PARK = Statement(
    sqlite_insert(_I)
    .values({name: bindparam(name) for name in _I.c.keys()})  # noqa: SIM118 — not a dict
    .on_conflict_do_update(index_elements=["event_hash"], set_={"reason": bindparam("reason")})
)
_UNPARK = Statement(delete(_I).where(_I.c.event_hash == bindparam("event_hash")))
_position: dict[str, Any] = {name: bindparam(name) for name in _P.c.keys()}  # noqa: SIM118 — not a dict
_PUT_POSITION = Statement(
    sqlite_insert(_P)
    .values(_position)
    .on_conflict_do_update(
        index_elements=["peer"],
        set_={name: value for name, value in _position.items() if name != "peer"},
    )
)
_verdict: dict[str, Any] = {name: bindparam(name) for name in _V.c.keys()}  # noqa: SIM118 — not a dict
_PUT_VERDICT = Statement(
    sqlite_insert(_V)
    .values(_verdict)
    .on_conflict_do_update(
        index_elements=["feed_epoch", "number"],
        set_={k: value for k, value in _verdict.items() if k not in ("feed_epoch", "number")},
    )
)
# A receipt covers the whole chain up to a point; what is parked stays so until a verdict clears it.
_ACKNOWLEDGE = (
    "INSERT INTO event_sync (device, incarnation, seq, state, reason, acked_at) "
    "SELECT device, incarnation, seq, 'acknowledged', NULL, ? FROM event "
    "WHERE device = ? AND incarnation = ? AND seq > ? AND seq <= ? "
    "ON CONFLICT (device, incarnation, seq) DO UPDATE "
    "SET state = 'acknowledged', reason = NULL, acked_at = excluded.acked_at WHERE state = 'sent'"
)
_SENT = (
    "INSERT INTO event_sync (device, incarnation, seq, state, reason, acked_at) "
    "SELECT device, incarnation, seq, 'sent', ?, NULL FROM event "
    "WHERE device = ? AND incarnation = ? AND seq > ? AND seq <= ? "
    "ON CONFLICT (device, incarnation, seq) DO UPDATE SET reason = excluded.reason "
    "WHERE state = 'sent'"
)
_FORGET_MARKS = Statement(
    delete(_S).where(
        _S.c.device == bindparam("device"),
        _S.c.incarnation == bindparam("incarnation"),
        _S.c.seq > bindparam("seq"),
    )
)


class Feed(Door):
    """The writing half of sync: every method is one transaction."""

    def apply_feed(
        self,
        events: Sequence[Event],
        verdicts: Sequence[VerdictRow],
        position: SyncPosition,
        project: Project,
    ) -> tuple[Parked, ...]:
        """Store other chains' events and the data centre's verdicts together with `position`.

        All of it or nothing; what is here already is skipped, so a repeat changes nothing.
        Returns the events that are stored but cannot be shown yet.

        Raises:
            ForeignEvent: an event of another thana, of the own chain, with a gap before it, or
                with another content than the one that stands at its place.
        """
        with self.writing() as connection:
            own = _identity(connection)
            for event in events:
                if (event.device, event.incarnation) == (own.device, own.incarnation):
                    raise ForeignEvent("the own chain does not come in by the feed")
            at = position.last_contact or ""
            parked = receive(connection, events, own, project, at)
            for event in events:
                connection.exec_driver_sql(
                    _ACKNOWLEDGE,
                    (at, event.device, event.incarnation, event.seq - 1, event.seq),
                )
            _PUT_VERDICT.run_many(connection, [_values(verdict) for verdict in verdicts])
            _keep_position(connection, own, position)
            _mark_verdicts(connection, position.feed_epoch)
        return parked

    def take_back(self, events: Sequence[Event], project: Project) -> None:
        """Append this chain's own events, which the data centre still has and this store lost.

        Raises:
            ForeignEvent: they do not follow on the own chain's head.
        """
        with self.writing() as connection:
            own = _identity(connection)
            for event in events:
                if (event.device, event.incarnation) != (own.device, own.incarnation):
                    raise ForeignEvent("only the own chain is taken back")
            receive(connection, events, own, project, "")

    def put_sync_position(self, position: SyncPosition) -> None:
        """Keep how far the exchange with a peer has come, and mark what it has acknowledged."""
        with self.writing() as connection:
            _keep_position(connection, _identity(connection), position)

    def mark_sent(self, after_seq: int, up_to_seq: int, *, way: str) -> None:
        """Note that own events left by a way that gives no receipt, such as a pen drive.

        `way` is a short code; the entries count as acknowledged only by the data centre's word.
        """
        with self.writing() as connection:
            own = _identity(connection)
            connection.exec_driver_sql(
                _SENT, (way, own.device, own.incarnation, after_seq, up_to_seq)
            )

    def retry_parked(self, project: Project) -> tuple[Parked, ...]:
        """Try again to show what is parked, after an update of the program; what stays parked."""
        with self.writing() as connection:
            records = connection.execute(select(_I.c.record_id).distinct()).scalars().all()
            for record_id in records:
                settle(connection, record_id, project, "")
            return _parked(connection, None)


def receive(
    connection: Connection,
    events: Iterable[Event],
    own: Identity,
    project: Project,
    at: str,
) -> tuple[Parked, ...]:
    """Store those of `events` that are new, with numbers and projections; what stays parked.

    Raises:
        ForeignEvent: an event does not belong here.
    """
    work = Work(connection)
    new: list[Event] = []
    for event in events:
        if event.thana != own.thana:
            raise ForeignEvent("an event of another thana")
        place = {"device": event.device, "incarnation": event.incarnation}
        known = _AT_SEQ.run(connection, seq=event.seq, **place).scalar()
        if known is not None:
            if known != event.hash or event.computed_hash() != event.hash:
                raise ForeignEvent(f"entry {event.seq} came with other content")
            continue
        before = _AT_SEQ.run(connection, seq=event.seq - 1, **place).scalar()
        try:
            if before is None and event.seq != 1:
                raise BrokenChain(f"before entry {event.seq} there is nothing")
            check_chain([event], seq=event.seq - 1, head=before or GENESIS)
        except BrokenChain as error:
            raise ForeignEvent(str(error)) from error
        try:
            _ADD_EVENT.run(connection, **event_values(event))
        except (IntegrityError, OverflowError) as error:
            raise ForeignEvent(f"entry {event.seq} repeats an id or holds no count") from error
        _take_numbers(work, event, at)
        new.append(event)
    for event in new:
        _PARK.run(
            connection,
            event_hash=event.hash,
            record_id=event.record_id,
            reason="parent_unknown",
            since=at,
        )
        settle(connection, event.record_id, project, at)
    return _parked(connection, [event.hash for event in new])


def settle(connection: Connection, record_id: str, project: Project, at: str) -> Standing | None:
    """Show the version of a record that is current now, and put the showable ones into its history.

    Returns where the record stands; None when nothing of it can be shown yet.
    """
    before = history(connection, record_id)
    versions = family(connection, record_id)
    made: dict[str, Projection] = {}
    shown = set(before)
    waiting = [version for version in versions.values() if version.hash not in before]
    moved = True
    while moved:
        moved = False
        for version in list(waiting):
            if not all(parent in shown for parent in version.parents):
                continue
            waiting.remove(version)
            event = _event(connection, version.hash)
            projection, reason = _projected(event, project)
            if projection is None:
                _PARK.run(
                    connection, event_hash=event.hash, record_id=record_id, reason=reason, since=at
                )
                continue
            made[event.hash] = projection
            shown.add(event.hash)
            add_version(connection, projection, event, once=True)
            _UNPARK.run(connection, event_hash=event.hash)
            moved = True
    if not shown:
        return None
    result = standing([versions[name] for name in versions if name in shown])
    _show(connection, record_id, result, made, project)
    return result


def _show(
    connection: Connection,
    record_id: str,
    result: Standing,
    made: Mapping[str, Projection],
    project: Project,
) -> None:
    row = _SHOWN.run(connection, record_id=record_id).first()
    if row is not None and row.event_hash == result.current:
        if row.siblings != result.siblings:
            connection.exec_driver_sql(_SET_SIBLINGS, (result.siblings, record_id))
        return
    event = _event(connection, result.current)
    projection = made.get(result.current) or _projected(event, project)[0]
    if projection is not None:
        place = first_place(connection, record_id) if row is None else None
        project_rows(connection, projection, event, place=place, siblings=result.siblings)


def first_place(connection: Connection, record_id: str) -> int:
    """The place of a record's first event in the journal of this PC."""
    return int(_FIRST_PLACE.run(connection, record_id=record_id).scalar_one())


def _projected(event: Event, project: Project) -> tuple[Projection | None, str]:
    """The projection, or why there is none: what came is kept, whatever is wrong with it."""
    try:
        projection = project(event)
        if projection is None:
            return None, "form_unknown"
        check_agreement(projection, event)
    except (WorkMisuse, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None, "body_unreadable"
    return projection, ""


def _take_numbers(work: Work, event: Event, at: str) -> None:
    """Write down the numbers that the event carries; a number that is taken becomes a clash."""
    connection = work.connection
    for allocation in _listed_numbers(event):
        table = schema.allocation
        holder = connection.execute(
            select(table.c.event_hash).where(
                table.c.series == allocation.series,
                table.c.period == allocation.period,
                table.c.serial == allocation.serial,
            )
        ).scalar()
        if holder is None:
            work.chain_allocation(allocation, event)
        elif holder != event.hash:
            connection.execute(
                sqlite_insert(schema.clash)
                .values(
                    event_hash=event.hash,
                    series=allocation.series,
                    period=allocation.period,
                    serial=allocation.serial,
                    number=allocation.number,
                    record_id=event.record_id,
                    at=at or event.device_at,
                )
                .on_conflict_do_nothing()
            )


def _listed_numbers(event: Event) -> list[Allocation]:
    """The allocations in the event's body that can be read as such."""
    listed: Any = event.body.get("allocations")
    found = []
    for item in listed if isinstance(listed, list) else ():
        if not isinstance(item, dict):
            continue
        series, period = item.get("series"), item.get("period")
        serial, number = item.get("serial"), item.get("number")
        if not (isinstance(series, str) and isinstance(period, str) and isinstance(number, str)):
            continue
        if type(serial) is int and 0 < serial < 2**53:
            found.append(Allocation(series, period, serial, number))
    return found


def _event(connection: Connection, event_hash: str) -> Event:
    return event_of(_BY_HASH.run(connection, hash=event_hash).mappings().one())


def _identity(connection: Connection) -> Identity:
    identity = read_identity(connection)
    if identity is None:
        raise WorkMisuse("this store does not know its thana and device yet")
    return identity


def _values(row: VerdictRow | SyncPosition) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).__dataclass_fields__}


def _keep_position(connection: Connection, own: Identity, position: SyncPosition) -> None:
    values = _values(position)
    for name in ("receipt", "proof"):
        values[name] = None if values[name] is None else json_text(values[name])
    _PUT_POSITION.run(connection, **values)
    if position.incarnation != own.incarnation:
        return
    chain = {"device": own.device, "incarnation": own.incarnation}
    acked = last_acked(connection, own)
    if acked > position.acked_seq:
        # The data centre went back to an older copy of its own: these are to be sent again.
        _FORGET_MARKS.run(connection, seq=position.acked_seq, **chain)
    elif acked < position.acked_seq:
        connection.exec_driver_sql(
            _ACKNOWLEDGE,
            (position.last_contact, own.device, own.incarnation, acked, position.acked_seq),
        )


def _mark_verdicts(connection: Connection, feed_epoch: str) -> None:
    """Park the events that verdicts of this epoch stand against, and free those without any."""
    rows = connection.execute(select(_V).where(_V.c.feed_epoch == feed_epoch)).all()
    cleared = {row.clears for row in rows}
    standing_now = {
        (row.device, row.incarnation, row.seq): row.reason
        for row in rows
        if row.clears is None and row.number not in cleared
    }
    marked = connection.exec_driver_sql(
        "SELECT device, incarnation, seq, reason FROM event_sync WHERE state = 'parked'"
    ).all()
    for device, incarnation, seq, reason in marked:
        if standing_now.get((device, incarnation, seq)) != reason:
            connection.exec_driver_sql(
                "UPDATE event_sync SET state = 'acknowledged', reason = NULL "
                "WHERE device = ? AND incarnation = ? AND seq = ?",
                (device, incarnation, seq),
            )
    for (device, incarnation, seq), reason in standing_now.items():
        connection.exec_driver_sql(
            "UPDATE event_sync SET state = 'parked', reason = ? "
            "WHERE device = ? AND incarnation = ? AND seq = ?",
            (reason, device, incarnation, seq),
        )


def _parked(connection: Connection, hashes: Sequence[str] | None) -> tuple[Parked, ...]:
    columns = [_I.c[name] for name in Parked.__dataclass_fields__]
    query = select(*columns).order_by(_I.c.since, _I.c.event_hash)
    if hashes is not None:
        query = query.where(_I.c.event_hash.in_(hashes))
    return tuple(Parked(*row) for row in connection.execute(query))
