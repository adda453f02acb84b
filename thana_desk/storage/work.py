"""One write transaction of the store: everything that one act of an officer changes, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, desc, func, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.protocol.canonical import Json, canonical, digest
from sync.protocol.event import GENESIS, Event
from thana_desk.storage import schema
from thana_desk.storage.drafts import remove_draft, write_draft
from thana_desk.storage.errors import SelfCheckFailed, WorkMisuse
from thana_desk.storage.event_rows import event_of, event_values, json_text, json_value
from thana_desk.storage.identifiers import new_id
from thana_desk.storage.projection import add_own_version, stop_one_clock
from thana_desk.storage.rows import (
    Allocation,
    Attachment,
    Clock,
    ClockStop,
    Draft,
    Envelope,
    Identity,
    IndexRow,
    Letter,
    LogEntry,
    NewEvent,
    PersonLink,
    PersonRow,
    PrintJob,
    Projection,
)
from thana_desk.storage.statement import Statement, insert_all, upsert

_M, _E, _A, _F = schema.meta, schema.event, schema.allocation, schema.series_floor


def _meta(key: str) -> Any:
    return select(_M.c.value).where(_M.c.key == key).scalar_subquery()


_HEAD = Statement(
    select(
        _meta("thana").label("thana"),
        _meta("device").label("device"),
        _meta("incarnation").label("incarnation"),
    )
)
_LAST = Statement(
    select(_E.c.seq, _E.c.hash, _E.c.place)
    .where(_E.c.device == bindparam("device"), _E.c.incarnation == bindparam("incarnation"))
    .order_by(desc(_E.c.seq))
    .limit(1)
)
_ADD_EVENT = Statement(insert_all(_E, without=("place",)))
_READ_BACK = Statement(
    select(_E)
    .where(
        _E.c.device == bindparam("device"),
        _E.c.incarnation == bindparam("incarnation"),
        _E.c.seq >= bindparam("first"),
    )
    .order_by(_E.c.seq)
)
_SERIES = Statement(
    select(
        select(func.max(_A.c.serial))
        .where(_A.c.series == bindparam("series"), _A.c.period == bindparam("period"))
        .scalar_subquery()
        .label("serial"),
        select(func.max(_F.c.last_used))
        .where(_F.c.series == bindparam("series"), _F.c.period == bindparam("period"))
        .scalar_subquery()
        .label("floor"),
        select(_A.c.turn)
        .where(_A.c.series == bindparam("series"), _A.c.period == bindparam("period"))
        .order_by(desc(_A.c.turn))
        .limit(1)
        .scalar_subquery()
        .label("turn"),
        select(_A.c.hash)
        .where(_A.c.series == bindparam("series"), _A.c.period == bindparam("period"))
        .order_by(desc(_A.c.turn))
        .limit(1)
        .scalar_subquery()
        .label("head"),
    )
)
_ADD_ALLOCATION = Statement(insert_all(_A))
_ADD_FLOOR = Statement(insert_all(_F))
_ADD_ANSWER = Statement(insert_all(schema.request))
_ANSWER = Statement(
    select(schema.request.c.answer).where(schema.request.c.request_id == bindparam("request_id"))
)
_SET_META = Statement(
    sqlite_insert(_M)
    .values(key=bindparam("key"), value=bindparam("value"))
    .on_conflict_do_update(index_elements=["key"], set_={"value": bindparam("value")})
)


def _log_statements(table: Table) -> tuple[Statement, Statement]:
    last = select(table.c.hash).order_by(desc(table.c.place)).limit(1)
    return Statement(last), Statement(insert_all(table, without=("place",)))


_PUT_JOB = upsert(schema.print_job, "job_id", keep=("owner", "created_at"))
_DROP_JOB = Statement(
    delete(schema.print_job).where(schema.print_job.c.job_id == bindparam("job_id"))
)
_PRINTS = _log_statements(schema.print_log)
_ACCESSES = _log_statements(schema.access_log)


@dataclass(slots=True)
class SeriesHead:
    """Where a legal series stands inside this transaction."""

    serial: int
    promised: int
    turn: int
    hash: str


def allocation_hash(row: Mapping[str, Any]) -> str:
    """The chain hash of one allocation row over all its other columns."""
    return digest(canonical({key: value for key, value in row.items() if key != "hash"}))


def log_hash(row: Mapping[str, Any]) -> str:
    """The chain hash of one log row over its content and the hash before it."""
    kept = {key: value for key, value in row.items() if key not in ("hash", "place")}
    return digest(canonical(kept))


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Write one named value of the store."""
    _SET_META.run(connection, key=key, value=value)


class Work:
    """The open transaction that `Store.work()` hands out; unusable once that block has ended."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open = True
        self._identity: Identity | None = None
        self._first_seq = 0
        self._seq = 0
        self._head = GENESIS
        self._written: list[Event] = []
        self._places: dict[str, int] = {}
        self._series: dict[tuple[str, str], SeriesHead] = {}

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, for the store's own rooms only.

        Raises:
            WorkMisuse: the transaction is over.
        """
        if not self._open:
            raise WorkMisuse("this work has ended")
        return self._connection

    def append(self, new: NewEvent) -> Event:
        """Write one event at the end of this device's journal and return it sealed.

        Raises:
            WorkMisuse: this store has no identity yet, or the signature has not 64 bytes.
        """
        connection = self.connection
        identity = self._take_head()
        body = canonical(new.body)
        event = Event(
            thana=identity.thana,
            device=identity.device,
            incarnation=identity.incarnation,
            seq=self._seq + 1,
            event_id=new.event_id or new_id(),
            record_id=new.record_id,
            kind=new.kind,
            form=new.form,
            form_version=new.form_version,
            parents=tuple(new.parents),
            actor=new.actor,
            role=new.role,
            on_behalf_of=new.on_behalf_of,
            stated_at=new.stated_at,
            device_at=new.device_at,
            trusted_at=new.trusted_at,
            body=new.body,
            prev_hash=self._head,
        ).sealed()
        if new.sign is not None:
            event = replace(event, signature=_signature(new.sign(event.hash.encode("ascii"))))
        added = _ADD_EVENT.run(connection, **event_values(event, body=body))
        self._places[event.hash] = int(added.lastrowid)
        self._seq, self._head = event.seq, event.hash
        self._written.append(event)
        return event

    def next_serial(self, series: str, period: str) -> int:
        """The next free serial of a series; asked twice, the one after it.

        Every serial handed out must be allocated before the work ends, else the work is refused:
        a number that nobody carries would be a gap in a legal register.
        """
        head = self._series_head(series, period)
        head.promised = max(head.promised, head.serial) + 1
        return head.promised

    def allocate(self, allocation: Allocation, event: Event) -> None:
        """Write down that `event`'s record carries this number, chained to the one before.

        Raises:
            WorkMisuse: not the next serial, or the event's body does not list the allocation.
            AlreadyStored: the serial is taken.
        """
        listed = event.body.get("allocations")
        wanted: dict[str, Json] = {
            "series": allocation.series,
            "period": allocation.period,
            "serial": allocation.serial,
            "number": allocation.number,
        }
        if not isinstance(listed, Sequence) or wanted not in listed:
            raise WorkMisuse("the event's body does not list this allocation")
        head = self._series_head(allocation.series, allocation.period)
        if allocation.serial != head.serial + 1:
            raise WorkMisuse(f"serial {allocation.serial} does not follow {head.serial}")
        self.chain_allocation(allocation, event)

    def chain_allocation(self, allocation: Allocation, event: Event) -> None:
        """Add an allocation to its series' chain without asking whether it is the next one."""
        head = self._series_head(allocation.series, allocation.period)
        row: dict[str, Any] = {
            "series": allocation.series,
            "period": allocation.period,
            "serial": allocation.serial,
            "turn": head.turn + 1,
            "number": allocation.number,
            "record_id": event.record_id,
            "event_hash": event.hash,
            "at": event.device_at,
            "prev_alloc_hash": head.hash,
        }
        row["hash"] = allocation_hash(row)
        _ADD_ALLOCATION.run(self.connection, **row)
        head.serial = max(head.serial, allocation.serial)
        head.turn, head.hash = row["turn"], row["hash"]

    def raise_series(
        self, series: str, period: str, last_used: int, *, at: str, actor: str, reason: str
    ) -> None:
        """Let a series go on after `last_used`, as read from the printed register.

        For the first day with this program in the middle of a year, and for the takeover of the
        number seat. The serials passed over are accounted for by this row, not missing.

        Raises:
            WorkMisuse: the series has already come that far.
        """
        head = self._series_head(series, period)
        if last_used <= max(head.serial, head.promised):
            raise WorkMisuse(f"the series stands at {head.serial} already")
        _ADD_FLOOR.run(
            self.connection,
            series=series,
            period=period,
            last_used=last_used,
            after_serial=head.serial,
            at=at,
            actor=actor,
            reason=reason,
        )
        head.serial = last_used

    def put_record(
        self,
        envelope: Envelope,
        letter: Letter,
        index_rows: Sequence[IndexRow],
        search_text: str,
        clocks: Sequence[Clock],
        event: Event,
        *,
        reason: str | None = None,
        stops: Sequence[ClockStop] = (),
        gaps: int = 0,
        name_words: Sequence[tuple[str, str]] = (),
        persons: Sequence[PersonRow] = (),
        links: Sequence[PersonLink] = (),
        files: Sequence[Attachment] = (),
    ) -> None:
        """Make `event` the current version of its record, with everything that lists and search need.

        `search_text` and `IndexRow.folded` are folded by the caller. `clocks` are all clocks of
        this record; a clock that was stopped stays stopped. `stops` stops clocks of any record.

        Raises:
            WorkMisuse: envelope, letter and event contradict one another.
            RecordMoved: the record's current version is not among the event's parents.
            AlreadyStored: the event is a first version, and the record has one.
        """
        if event.hash not in self._places:
            raise WorkMisuse("the event was not appended in this work")
        projection = Projection(
            envelope,
            letter,
            index_rows,
            search_text,
            clocks,
            stops,
            reason,
            gaps,
            name_words,
            persons,
            links,
            files,
        )
        add_own_version(self.connection, projection, event, self._places[event.hash])

    def stop_clock(self, record_id: str, code: str, at: str) -> None:
        """Stop one clock. On replay only the `stops` of projections return: prefer those."""
        stop_one_clock(self.connection, ClockStop(record_id, code, at))

    def drop_draft(self, draft_id: str) -> None:
        """Remove a draft whose writing is registered in this same transaction."""
        remove_draft(self.connection, draft_id)

    def leave_draft(self, draft: Draft) -> None:
        """Leave writing for somebody else, in this same transaction."""
        write_draft(self.connection, draft)

    def remember_request(self, request_id: str, answer: Json) -> None:
        """Keep the answer to a request, so that its retry gets the same one.

        Raises:
            AlreadyStored: the request was answered before.
        """
        _ADD_ANSWER.run(self.connection, request_id=request_id, answer=json_text(answer))

    def answered(self, request_id: str) -> Json:
        """The answer given earlier to this request; None when there was none."""
        return json_value(_ANSWER.run(self.connection, request_id=request_id).scalar())

    def log_print(self, entry: LogEntry) -> None:
        """Add one line to the chained log of prints."""
        self._log(_PRINTS, entry)

    def keep_print_job(self, job: PrintJob) -> None:
        """Keep a job as it stands now: the order, never the pages."""
        values = {name: getattr(job, name) for name in PrintJob.__dataclass_fields__}
        values["wanted"] = json_text(dict(job.wanted))
        _PUT_JOB.run(self.connection, **values)

    def drop_print_job(self, job_id: str) -> None:
        """Take a job away in the same transaction that logs what left the program."""
        _DROP_JOB.run(self.connection, job_id=job_id)

    def log_access(self, entry: LogEntry) -> None:
        """Add one line to the chained log of who saw what."""
        self._log(_ACCESSES, entry)

    def set_meta(self, key: str, value: str) -> None:
        """Write one named value of the store."""
        set_meta(self.connection, key, value)

    def finish(self) -> None:
        """Check the work before its commit: called by the store, at the end of the block.

        Raises:
            SelfCheckFailed: an event read back is not the event written.
            WorkMisuse: a serial was handed out and not allocated.
        """
        for (series, period), head in self._series.items():
            if head.promised > head.serial:
                raise WorkMisuse(f"serial {head.promised} of {series} {period} was not allocated")
        if not self._written:
            return
        assert self._identity is not None
        rows = _READ_BACK.run(
            self.connection,
            device=self._identity.device,
            incarnation=self._identity.incarnation,
            first=self._first_seq,
        ).mappings()
        found = [_checked(row) for row in rows]
        if found != [(event.seq, event.hash, event.signature) for event in self._written]:
            raise SelfCheckFailed("the journal read back differs from what was written")

    def close(self) -> None:
        """End this object's life; every later use is refused."""
        self._open = False

    def _take_head(self) -> Identity:
        if self._identity is None:
            identity = read_identity(self.connection)
            if identity is None:
                raise WorkMisuse("this store does not know its thana and device yet")
            last = _LAST.run(
                self.connection, device=identity.device, incarnation=identity.incarnation
            ).first()
            if last is not None:
                self._seq, self._head = last.seq, last.hash
            self._first_seq = self._seq + 1
            self._identity = identity
        return self._identity

    def _series_head(self, series: str, period: str) -> SeriesHead:
        connection = self.connection
        key = (series, period)
        if key not in self._series:
            row = _SERIES.run(connection, series=series, period=period).one()
            self._series[key] = SeriesHead(
                serial=max(row.serial or 0, row.floor or 0),
                promised=0,
                turn=row.turn or 0,
                hash=row.head or GENESIS,
            )
        return self._series[key]

    def _log(self, statements: tuple[Statement, Statement], entry: LogEntry) -> None:
        last, add = statements
        row: dict[str, Any] = {
            "at": entry.at,
            "actor": entry.actor,
            "role": entry.role,
            "act": entry.act,
            "record_id": entry.record_id,
            "event_hash": entry.event_hash,
            "detail": json_text(entry.detail),
            "prev_hash": last.run(self.connection).scalar() or GENESIS,
        }
        row["hash"] = log_hash(row)
        add.run(self.connection, **row)


def read_identity(connection: Connection) -> Identity | None:
    """Whose journal the store is; None before it was told."""
    row = _HEAD.run(connection).one()
    if row.thana is None or row.device is None or row.incarnation is None:
        return None
    return Identity(row.thana, row.device, int(row.incarnation))


def _signature(made: bytes | str) -> str:
    text = made if isinstance(made, str) else made.hex()
    if len(text) != 128 or not set(text) <= set("0123456789abcdef"):
        raise WorkMisuse("an Ed25519 signature has 64 bytes")
    return text


def _checked(row: RowMapping) -> tuple[int, str, str | None]:
    try:
        event = event_of(row)
    except ValueError as error:
        raise SelfCheckFailed("an entry cannot be read back") from error
    return event.seq, event.computed_hash(), event.signature
