"""Reading the journal, and what is known of each own event's way to the data centre."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, desc, func, or_, select

from sync.protocol.event import GENESIS, Event
from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.errors import StoreDamaged, WorkMisuse
from thana_desk.storage.event_rows import event_of, json_value
from thana_desk.storage.rows import (
    Identity,
    OutboxRow,
    Parked,
    SyncMark,
    SyncPosition,
    SyncState,
    VerdictRow,
)
from thana_desk.storage.work import read_identity

_E, _S, _P, _R = schema.event, schema.event_sync, schema.sync_pos, schema.record
_V = schema.verdict

_CHUNK = 200


class JournalReads(Door):
    """The journal of this device and of the thana's other devices, as stored here."""

    def head(self) -> tuple[int, str]:
        """The last `(seq, hash)` of this device's present incarnation; `(0, GENESIS)` before it."""
        with self.reading() as connection:
            own = self._own(read_identity(connection))
            row = connection.execute(
                select(_E.c.seq, _E.c.hash)
                .where(_E.c.device == own.device, _E.c.incarnation == own.incarnation)
                .order_by(desc(_E.c.seq))
                .limit(1)
            ).first()
        return (0, GENESIS) if row is None else (row.seq, row.hash)

    def heads(self) -> dict[tuple[str, int], tuple[int, str]]:
        """The last `(seq, hash)` of every chain kept here, by (device, incarnation)."""
        last = (
            select(_E.c.device, _E.c.incarnation, func.max(_E.c.seq).label("seq"))
            .group_by(_E.c.device, _E.c.incarnation)
            .subquery()
        )
        query = select(_E.c.device, _E.c.incarnation, _E.c.seq, _E.c.hash).join(
            last,
            and_(
                _E.c.device == last.c.device,
                _E.c.incarnation == last.c.incarnation,
                _E.c.seq == last.c.seq,
            ),
        )
        with self.reading() as connection:
            return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(query)}

    def hash_at(self, seq: int) -> str | None:
        """The hash of this device's own event `seq`; None when there is none; GENESIS at 0."""
        if seq == 0:
            return GENESIS
        with self.reading() as connection:
            own = self._own(read_identity(connection))
            return connection.execute(
                select(_E.c.hash).where(
                    _E.c.device == own.device, _E.c.incarnation == own.incarnation, _E.c.seq == seq
                )
            ).scalar()

    def events(
        self, after_seq: int = 0, *, limit: int = 1000, max_bytes: int | None = None
    ) -> tuple[Event, ...]:
        """This device's own events after `after_seq`, in order.

        `max_bytes` bounds the packed bodies together; at least one event comes whatever its size.

        Raises:
            StoreDamaged: an event cannot be read.
        """
        found: list[Event] = []
        size = 0
        with self.reading() as connection:
            own = self._own(read_identity(connection))
            rows = connection.execute(
                select(_E)
                .where(
                    _E.c.device == own.device,
                    _E.c.incarnation == own.incarnation,
                    _E.c.seq > after_seq,
                )
                .order_by(_E.c.seq)
                .limit(limit)
            )
            for row in rows.mappings():
                size += len(row["body"])
                if found and max_bytes is not None and size > max_bytes:
                    break
                found.append(readable(row))
        return tuple(found)

    def event(self, event_hash: str) -> Event | None:
        """One event of any device by its hash."""
        with self.reading() as connection:
            row = connection.execute(select(_E).where(_E.c.hash == event_hash)).mappings().first()
        return None if row is None else readable(row)

    def events_like(self, beginning: str) -> tuple[Event, ...]:
        """The events whose hash begins with these hex digits; two at most are looked for."""
        last = beginning + "g"  # sorts behind every hash that begins so
        query = select(_E).where(_E.c.hash >= beginning, _E.c.hash < last).limit(2)
        with self.reading() as connection:
            return tuple(readable(row) for row in connection.execute(query).mappings())

    def all_events(self, after_place: int = 0) -> Iterator[tuple[int, Event]]:
        """Every event of every device as `(place, event)`, in the order of arrival on this PC."""
        place = after_place
        while True:
            with self.reading() as connection:
                rows = (
                    connection.execute(
                        select(_E).where(_E.c.place > place).order_by(_E.c.place).limit(_CHUNK)
                    )
                    .mappings()
                    .all()
                )
            for row in rows:
                place = row["place"]
                yield place, readable(row)
            if len(rows) < _CHUNK:
                return

    def sync_mark(self, event_hash: str) -> SyncMark | None:
        """What is known of one event's way; None when there is no such event."""
        query = (
            select(func.coalesce(_S.c.state, "waiting"), _S.c.reason, _S.c.acked_at)
            .select_from(_E.outerjoin(_S, _same_event()))
            .where(_E.c.hash == event_hash)
        )
        with self.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else SyncMark(*row)

    def outbox(
        self, states: Sequence[SyncState] = ("waiting", "sent", "parked"), *, limit: int = 500
    ) -> tuple[OutboxRow, ...]:
        """Own events in one of `states`, oldest first, with the number and title of their record."""
        state = func.coalesce(_S.c.state, "waiting")
        with self.reading() as connection:
            own = self._own(read_identity(connection))
            query = (
                select(
                    _E.c.seq,
                    _E.c.event_id,
                    _E.c.record_id,
                    _E.c.kind,
                    _E.c.form,
                    _E.c.device_at,
                    state.label("state"),
                    _S.c.reason,
                    _R.c.number,
                    func.coalesce(_R.c.title, "").label("title"),
                )
                .select_from(
                    _E.outerjoin(_S, _same_event()).outerjoin(_R, _R.c.record_id == _E.c.record_id)
                )
                .where(
                    _E.c.device == own.device,
                    _E.c.incarnation == own.incarnation,
                    state.in_(states),
                )
                .order_by(_E.c.seq)
                .limit(limit)
            )
            if "acknowledged" not in states:
                # Years of acknowledged entries are passed over by index.
                parked = select(_S.c.seq).where(
                    _S.c.state == "parked",
                    _S.c.device == own.device,
                    _S.c.incarnation == own.incarnation,
                )
                acked = last_acked(connection, own)
                query = query.where(or_(_E.c.seq > acked, _E.c.seq.in_(parked)))
            return tuple(OutboxRow(*row) for row in connection.execute(query))

    def outbox_counts(self) -> dict[SyncState, int]:
        """How many own events are in each state."""
        with self.reading() as connection:
            own = self._own(read_identity(connection))
            chain = (_S.c.device == own.device, _S.c.incarnation == own.incarnation)
            head = connection.execute(
                select(func.max(_E.c.seq)).where(
                    _E.c.device == own.device, _E.c.incarnation == own.incarnation
                )
            ).scalar()
            acked = last_acked(connection, own)
            parked, sent = (
                connection.execute(
                    select(func.count()).select_from(_S).where(*chain, *more)
                ).scalar_one()
                for more in ((_S.c.state == "parked",), (_S.c.seq > acked,))
            )
        return {
            "waiting": (head or 0) - acked - sent,
            "sent": sent,
            "acknowledged": acked - parked,
            "parked": parked,
        }

    def sync_position(self, peer: str) -> SyncPosition | None:
        """How far the exchange with `peer` has come; None before the first contact."""
        with self.reading() as connection:
            return read_position(connection, peer)

    def verdicts(self, feed_epoch: str) -> tuple[VerdictRow, ...]:
        """What the data centre says about single events in this epoch and has not taken back."""
        columns = [_V.c[name] for name in VerdictRow.__dataclass_fields__]
        query = select(*columns).where(_V.c.feed_epoch == feed_epoch).order_by(_V.c.number)
        with self.reading() as connection:
            found = [VerdictRow(*row) for row in connection.execute(query)]
        cleared = {verdict.clears for verdict in found}
        return tuple(v for v in found if v.clears is None and v.number not in cleared)

    def parked(self) -> tuple[Parked, ...]:
        """Received events that cannot be shown yet."""
        table = schema.inbox_parked
        columns = [table.c[name] for name in Parked.__dataclass_fields__]
        with self.reading() as connection:
            query = select(*columns).order_by(table.c.since, table.c.event_hash)
            return tuple(Parked(*row) for row in connection.execute(query))

    def _own(self, identity: Identity | None) -> Identity:
        if identity is None:
            raise WorkMisuse("this store does not know its thana and device yet")
        return identity


def read_position(connection: Connection, peer: str) -> SyncPosition | None:
    """How far the exchange with `peer` has come."""
    columns = [_P.c[name] for name in SyncPosition.__dataclass_fields__]
    row = connection.execute(select(*columns).where(_P.c.peer == peer)).mappings().first()
    if row is None:
        return None
    values = dict(row)
    values["receipt"] = json_value(values["receipt"])
    values["proof"] = json_value(values["proof"])
    return SyncPosition(**values)


def last_acked(connection: Connection, own: Identity) -> int:
    """The last own sequence that the data centre has acknowledged; 0 for none."""
    found = connection.execute(
        select(_S.c.seq)
        .where(
            _S.c.device == own.device,
            _S.c.incarnation == own.incarnation,
            _S.c.state != "sent",
        )
        .order_by(desc(_S.c.seq))
        .limit(1)
    ).scalar()
    return found or 0


def readable(row: Any) -> Event:
    """The event of a row.

    Raises:
        StoreDamaged: the row holds none.
    """
    try:
        return event_of(row)
    except ValueError as error:
        raise StoreDamaged(f"entry {row['seq']} cannot be read") from error


def _same_event() -> Any:
    return and_(
        _S.c.device == _E.c.device, _S.c.incarnation == _E.c.incarnation, _S.c.seq == _E.c.seq
    )
