"""Reading records: one, its history, a page of a list, search, counts, clocks that fall due."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    asc,
    bindparam,
    desc,
    func,
    or_,
    select,
    text,
)

from sync.protocol.event import Event
from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.errors import StoreDamaged
from thana_desk.storage.event_rows import event_of
from thana_desk.storage.projection import ENVELOPE_COLUMNS
from thana_desk.storage.rows import (
    AllocationRow,
    Clash,
    Clock,
    ClockRow,
    Envelope,
    Hit,
    IndexRow,
    Letter,
    Page,
    Record,
    RecordRow,
    VersionRow,
)

Order = Literal["newest", "oldest", "number", "occurred", "title"]

_R, _S, _E, _C = schema.record, schema.event_sync, schema.event, schema.clock

_ORDERS: Mapping[Order, tuple[ColumnElement[Any], ...]] = {
    "newest": (desc(_R.c.place),),
    "oldest": (asc(_R.c.place),),
    "number": (asc(_R.c.series), asc(_R.c.period), asc(_R.c.serial), asc(_R.c.place)),
    "occurred": (desc(_R.c.occurred_on), desc(_R.c.place)),
    "title": (asc(_R.c.title), asc(_R.c.place)),
}

_BACKWARDS: Mapping[Order, Order] = {"newest": "oldest", "oldest": "newest"}

_PLACE = ("event_hash", "thana", "device", "incarnation", "seq", "siblings")
_LISTED = [_R.c[name] for name in (*ENVELOPE_COLUMNS, *_PLACE)]
_TRUTHS = tuple(ENVELOPE_COLUMNS.index(name) for name in ("sensitive", "provisional"))


def _rows_with_state(*more: Any) -> Select[Any]:
    return select(
        *_LISTED, func.coalesce(_S.c.state, "waiting").label("sync_state"), *more
    ).select_from(
        _R.outerjoin(
            _S,
            and_(
                _S.c.device == _R.c.device,
                _S.c.incarnation == _R.c.incarnation,
                _S.c.seq == _R.c.seq,
            ),
        )
    )


_L = schema.record_letter
_ONE = (
    _rows_with_state(_L.c.letter)
    .join(_L, _L.c.place == _R.c.place)
    .where(_R.c.record_id == bindparam("record_id"))
)
_LETTER = (
    select(_L.c.letter)
    .join(_R, _R.c.place == _L.c.place)
    .where(_R.c.record_id == bindparam("record_id"))
)
_HISTORY = (
    select(schema.record_version)
    .where(schema.record_version.c.record_id == bindparam("record_id"))
    .order_by(schema.record_version.c.version, schema.record_version.c.event_hash)
)
_VERSION_EVENTS = (
    select(_E)
    .join(schema.record_version, schema.record_version.c.event_hash == _E.c.hash)
    .where(schema.record_version.c.record_id == bindparam("record_id"))
    .order_by(_E.c.place)
)


def fts_query(terms: Sequence[str]) -> str:
    """The FTS5 query that asks for all `terms`, each from the beginning of a word.

    A term is data, never syntax: it stands in double quotes with its own quotes doubled. A term
    without any letter or digit is left out; the answer is empty when nothing is left.
    """
    kept = [term.replace("\0", " ") for term in terms if any(_is_word(char) for char in term)]
    return " AND ".join('"' + term.replace('"', '""') + '"*' for term in kept)


def _is_word(char: str) -> bool:
    return char.isalnum()


class RecordReads(Door):
    """The reading half of the store for records, lists, search and clocks."""

    def record(self, record_id: str) -> Record | None:
        """The current version of a record with its letter; None when there is no such record."""
        with self.reading() as connection:
            row = connection.execute(_ONE, {"record_id": record_id}).first()
        return None if row is None else Record(_record_row(row), json.loads(row.letter))

    def letter(self, record_id: str) -> Letter | None:
        """The current answers of a record; None when there is no such record."""
        with self.reading() as connection:
            found = connection.execute(_LETTER, {"record_id": record_id}).scalar()
        return None if found is None else json.loads(found)

    def versions(self, record_id: str) -> tuple[Event, ...]:
        """All versions of a record as events, in the order in which they came to this PC.

        Raises:
            StoreDamaged: a stored version can no longer be read.
        """
        with self.reading() as connection:
            rows = connection.execute(_VERSION_EVENTS, {"record_id": record_id}).mappings().all()
        try:
            return tuple(event_of(row) for row in rows)
        except ValueError as error:
            raise StoreDamaged("a version of a record cannot be read") from error

    def history(self, record_id: str) -> tuple[VersionRow, ...]:
        """Who made which version when and why, without the contents."""
        with self.reading() as connection:
            rows = connection.execute(_HISTORY, {"record_id": record_id}).all()
        return tuple(VersionRow(*row) for row in rows)

    def page(
        self,
        form: str | Sequence[str] | None = None,
        *,
        parent_id: str | None = None,
        case_id: str | None = None,
        series: str | None = None,
        period: str | None = None,
        since: str | None = None,
        until: str | None = None,
        statuses: Sequence[str] | None = None,
        folded_filter: str | Sequence[str] | None = None,
        sensitive_in: Sequence[str] | None = None,
        order: Order = "newest",
        limit: int = 50,
        offset: int = 0,
    ) -> Page:
        """A window of the records that fit all the given conditions, and how many fit.

        `since` and `until` are ISO days or times and bound `registered_at`, both inclusive;
        `folded_filter` holds folded words (text is split at spaces) that must all occur, from
        the beginning of a word; `sensitive_in` leaves sensitive records out of all other forms.
        """
        conditions = _conditions(
            form=form,
            parent_id=parent_id,
            case_id=case_id,
            series=series,
            period=period,
            since=since,
            until=until,
            statuses=statuses,
            folded_filter=folded_filter,
            sensitive_in=sensitive_in,
        )
        count = select(func.count()).select_from(_R).where(*conditions)
        with self.reading() as connection:
            total = connection.execute(count).scalar_one()
            places = _places(conditions, order, limit, offset, total)
            # Places first, from an index alone: sorting whole rows takes seconds in a full store.
            rows = _rows_with_state().where(_R.c.place.in_(places)).order_by(*_ORDERS[order])
            found = connection.execute(rows).all() if total else []
        return Page(tuple(_record_row(row) for row in found), total)

    def series_rows(self, series: str, period: str) -> tuple[RecordRow, ...]:
        """The records of one legal series and period, by serial."""
        query = (
            _rows_with_state()
            .where(_R.c.series == series, _R.c.period == period)
            .order_by(_R.c.serial, _R.c.place)
        )
        with self.reading() as connection:
            return tuple(_record_row(row) for row in connection.execute(query))

    def allocations(self, series: str, period: str) -> tuple[AllocationRow, ...]:
        """The issued numbers of one series and period, by serial."""
        table = schema.allocation
        columns = [table.c[name] for name in AllocationRow.__dataclass_fields__]
        query = (
            select(*columns)
            .where(table.c.series == series, table.c.period == period)
            .order_by(table.c.serial)
        )
        with self.reading() as connection:
            return tuple(AllocationRow(*row) for row in connection.execute(query))

    def clashes(self) -> tuple[Clash, ...]:
        """Numbers that came twice and wait for the decision of the officer in charge."""
        table = schema.clash
        columns = [table.c[name] for name in Clash.__dataclass_fields__]
        query = select(*columns).order_by(table.c.series, table.c.period, table.c.serial)
        with self.reading() as connection:
            return tuple(Clash(*row) for row in connection.execute(query))

    def search(self, folded_terms: Sequence[str], limit: int = 20) -> tuple[Hit, ...]:
        """The newest records in which all folded terms begin some word, with the rows that matched."""
        query = fts_query(folded_terms)
        if not query:
            return ()
        with self.reading() as connection:
            places = connection.exec_driver_sql(
                "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
                (query, limit),
            ).scalars()
            found = connection.execute(
                select(_R).where(_R.c.place.in_(list(places))).order_by(desc(_R.c.place))
            ).all()
            index = schema.index_row
            lines = connection.execute(
                select(index)
                .where(index.c.record_id.in_([row.record_id for row in found]))
                .order_by(index.c.record_id, index.c.line)
            ).all()
        matched: dict[str, list[IndexRow]] = {}
        for line in lines:
            if any(_begins_a_word(line.folded, term) for term in folded_terms):
                row = IndexRow(line.kind, line.path, line.shown, line.folded)
                matched.setdefault(line.record_id, []).append(row)
        return tuple(
            Hit(
                record_id=row.record_id,
                form=row.form,
                title=row.title,
                number=row.number,
                status=row.status,
                sensitive=bool(row.sensitive),
                registered_at=row.registered_at,
                matched=tuple(matched.get(row.record_id, ())),
            )
            for row in found
        )

    def index_matches(
        self, kind: str, folded_prefix: str, limit: int = 20
    ) -> tuple[tuple[str, IndexRow], ...]:
        """Index rows of one kind whose folded value begins so, as (record id, row): typeahead."""
        index = schema.index_row
        query = (
            select(index)
            .where(
                index.c.kind == kind,
                index.c.folded >= folded_prefix,
                index.c.folded < folded_prefix + "\U0010ffff",
            )
            .order_by(index.c.folded)
            .limit(limit)
        )
        with self.reading() as connection:
            return tuple(
                (row.record_id, IndexRow(row.kind, row.path, row.shown, row.folded))
                for row in connection.execute(query)
            )

    def index_rows(self, record_id: str) -> tuple[IndexRow, ...]:
        """The searchable values of one record, in the order in which they were given."""
        index = schema.index_row
        query = select(index).where(index.c.record_id == record_id).order_by(index.c.line)
        with self.reading() as connection:
            return tuple(
                IndexRow(row.kind, row.path, row.shown, row.folded)
                for row in connection.execute(query)
            )

    def counts(
        self,
        form: str | Sequence[str] | None = None,
        *,
        case_id: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> dict[tuple[str, str], int]:
        """How many records there are, by (form, status)."""
        conditions = _conditions(form=form, case_id=case_id, since=since, until=until)
        query = (
            select(_R.c.form, _R.c.status, func.count())
            .where(*conditions)
            .group_by(_R.c.form, _R.c.status)
        )
        with self.reading() as connection:
            return {(row[0], row[1]): row[2] for row in connection.execute(query)}

    def clocks(
        self,
        *,
        due_before: str | None = None,
        record_id: str | None = None,
        case_id: str | None = None,
        stopped: bool = False,
        limit: int = 500,
    ) -> tuple[ClockRow, ...]:
        """Clocks with their records, the soonest due first; running ones unless `stopped`.

        `due_before` is an ISO time: only clocks due before it, or overdue.
        """
        query = (
            select(_C, _R.c.form, _R.c.title, _R.c.number, _R.c.case_id)
            .join(_R, _R.c.record_id == _C.c.record_id)
            .where(_C.c.starts_at != "")
            .order_by(_C.c.due_at.is_(None), _C.c.due_at, _C.c.record_id, _C.c.code)
            .limit(limit)
        )
        if not stopped:
            query = query.where(_C.c.stopped_at.is_(None))
        if due_before is not None:
            query = query.where(_C.c.due_at < due_before)
        if record_id is not None:
            query = query.where(_C.c.record_id == record_id)
        if case_id is not None:
            query = query.where(_R.c.case_id == case_id)
        with self.reading() as connection:
            return tuple(_clock_row(row) for row in connection.execute(query))


def _places(
    conditions: Sequence[ColumnElement[bool]], order: Order, limit: int, offset: int, total: int
) -> Select[Any]:
    """The places of one window of a list; the nearer end of the list is counted from."""
    back = _BACKWARDS.get(order)
    if back is not None and total // 2 < offset < total:
        limit = min(limit, total - offset)
        order, offset = back, total - offset - limit
    return (
        select(_R.c.place).where(*conditions).order_by(*_ORDERS[order]).limit(limit).offset(offset)
    )


def _conditions(
    *,
    form: str | Sequence[str] | None = None,
    parent_id: str | None = None,
    case_id: str | None = None,
    series: str | None = None,
    period: str | None = None,
    since: str | None = None,
    until: str | None = None,
    statuses: Sequence[str] | None = None,
    folded_filter: str | Sequence[str] | None = None,
    sensitive_in: Sequence[str] | None = None,
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if sensitive_in is not None:
        conditions.append(or_(_R.c.sensitive == 0, _R.c.form.in_(sensitive_in)))
    if form is not None:
        conditions.append(_R.c.form == form if isinstance(form, str) else _R.c.form.in_(form))
    for column, value in (
        (_R.c.parent_id, parent_id),
        (_R.c.case_id, case_id),
        (_R.c.series, series),
        (_R.c.period, period),
    ):
        if value is not None:
            conditions.append(column == value)
    if since is not None:
        conditions.append(_R.c.registered_at >= since)
    if until is not None:
        # '~' sorts after 'T', '+' and every digit: the whole of the named day or second counts.
        conditions.append(_R.c.registered_at <= until + "~")
    if statuses is not None:
        conditions.append(_R.c.status.in_(statuses))
    if folded_filter:
        terms = folded_filter.split() if isinstance(folded_filter, str) else folded_filter
        if query := fts_query(terms):
            match = text("SELECT rowid FROM search WHERE search MATCH :terms")
            conditions.append(_R.c.place.in_(match.bindparams(terms=query).columns(_R.c.place)))
    return conditions


def _begins_a_word(folded: str, term: str) -> bool:
    return folded.startswith(term) or f" {term}" in folded


def _record_row(row: Row[Any]) -> RecordRow:
    """A row whose first columns are `_LISTED` and the sync state."""
    values = tuple(row)
    envelope = list(values[: len(ENVELOPE_COLUMNS)])
    for at in _TRUTHS:
        envelope[at] = bool(envelope[at])
    return RecordRow(Envelope(*envelope), *values[len(ENVELOPE_COLUMNS) : len(_LISTED) + 1])


def _clock_row(row: Row[Any]) -> ClockRow:
    clock = Clock(
        row.code, row.starts_at, row.due_at, tuple(json.loads(row.warn_at)), row.stopped_at
    )
    return ClockRow(row.record_id, clock, row.form, row.title, row.number, row.case_id)
