"""Reading records: one, its history, a page of a list, search, counts, clocks that fall due."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal
from unicodedata import category

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    asc,
    bindparam,
    desc,
    func,
    literal_column,
    or_,
    select,
    text,
)

from sync.protocol.event import Event
from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.errors import StoreDamaged
from thana_desk.storage.event_rows import event_of
from thana_desk.storage.journal import last_acked
from thana_desk.storage.narrowing import NOTHING, Narrowing, nearest_due
from thana_desk.storage.narrowing import conditions as narrowing_conditions
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
from thana_desk.storage.word_search import (
    INDEXED_BEGINNING,
    MOST_BEGUN,
    any_of,
    begun_by_letter,
    newest,
)
from thana_desk.storage.work import read_identity

Order = Literal["newest", "oldest", "number", "occurred", "title", "due"]

_R, _S, _E, _C = schema.record, schema.event_sync, schema.event, schema.clock

_ORDERS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "newest": (desc(_R.c.place),),
    "oldest": (asc(_R.c.place),),
    "number": (asc(_R.c.series), asc(_R.c.period), asc(_R.c.serial), asc(_R.c.place)),
    "occurred": (desc(_R.c.occurred_on), desc(_R.c.place)),
    "title": (asc(_R.c.title), asc(_R.c.place)),
}

_BACKWARDS: Mapping[Order, Order] = {"newest": "oldest", "oldest": "newest"}

_PLACE = ("event_hash", "thana", "device", "incarnation", "seq", "siblings", "gaps")
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


def _asked(connection: Connection, term: str | Sequence[str], begins: bool) -> str:
    """The FTS5 words for a term; a beginning that the index does not know as the words that have it.

    Asked for as a beginning, a common long one costs seconds among a million records.
    """
    if not begins:
        return any_of((term,) if isinstance(term, str) else term)
    if isinstance(term, str) and len(term) == 1 and _is_one_word(term):
        return begun_by_letter(connection, "search", term)
    if not isinstance(term, str) or len(term) <= INDEXED_BEGINNING or not _is_one_word(term):
        return any_of((term,) if isinstance(term, str) else term, begins=True)
    found = connection.exec_driver_sql(
        "SELECT term FROM search_word WHERE term >= ? AND term < ? LIMIT ?",
        (term, term + "\U0010ffff", MOST_BEGUN),
    ).scalars()
    return any_of(dict.fromkeys((term, *found)))


def _is_one_word(term: str) -> bool:
    return all(character.isalnum() or category(character)[0] == "M" for character in term)


def fts_query(terms: Sequence[str | Sequence[str]], *, begins: bool = True) -> str:
    """The FTS5 query that asks for all `terms`, each from the beginning of a word.

    A term is data, never syntax: it stands in double quotes with its own quotes doubled. A term
    without any letter or digit is left out; the answer is empty when nothing is left. Of a term
    given as several spellings one is enough. Without `begins` words must be whole.
    """
    asked = (any_of((term,) if isinstance(term, str) else term, begins=begins) for term in terms)
    return " AND ".join(one for one in asked if one)


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
        narrowing: Narrowing = NOTHING,
        order: Order = "newest",
        limit: int = 50,
        offset: int = 0,
    ) -> Page:
        """A window of the records that fit all the given conditions, and how many fit.

        `since` and `until` are ISO days or times and bound `registered_at`, both inclusive;
        `folded_filter` holds folded words (text is split at spaces) that must all occur, from
        the beginning of a word; `sensitive_in` leaves sensitive records out of all other forms.
        The order `due` is that of the narrowing's clocks, records without one last.
        """
        conditions = _conditions(
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
        with self.reading() as connection:
            conditions += self._narrowed(connection, narrowing)
            by_index = _by_form(form, since or until, narrowing)
            counted = [*_of_form(form, by_index=by_index or not conditions), *conditions]
            conditions += _of_form(form, by_index=by_index)
            ordered = _order(order, narrowing)
            # The rows that are passed over need neither their sync state nor their text.
            count = select(func.count()).select_from(_R).where(*counted)
            total = connection.execute(count).scalar_one()
            window = _window(conditions, order, narrowing, limit, offset, total)
            rows = _rows_with_state().where(_R.c.place.in_(window)).order_by(*ordered)
            found = connection.execute(rows).all() if total else []
        return Page(tuple(_record_row(row) for row in found), total)

    def count(
        self,
        form: str | Sequence[str] | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        folded_filter: str | Sequence[str] | None = None,
        sensitive_in: Sequence[str] | None = None,
        narrowing: Narrowing = NOTHING,
    ) -> int:
        """How many records fit: `page` without its rows."""
        conditions = _conditions(
            since=since,
            until=until,
            folded_filter=folded_filter,
            sensitive_in=sensitive_in,
        )
        with self.reading() as connection:
            conditions += self._narrowed(connection, narrowing)
            by_index = _by_form(form, since or until, narrowing) or not conditions
            conditions += _of_form(form, by_index=by_index)
            count = select(func.count()).select_from(_R).where(*conditions)
            return connection.execute(count).scalar_one()

    def due_dates(self, record_ids: Sequence[str], codes: Sequence[str]) -> dict[str, ClockRow]:
        """The nearest running clock of each record, or of the case that it heads, by record."""
        head = func.coalesce(_R.c.case_id, _R.c.record_id)
        query = (
            select(
                _C,
                _R.c.form,
                _R.c.title,
                _R.c.number,
                _R.c.case_id,
                _R.c.sensitive,
                head.label("head"),
            )
            .join(_R, _R.c.record_id == _C.c.record_id)
            .where(
                _C.c.code.in_(codes),
                _C.c.starts_at != "",
                _C.c.stopped_at.is_(None),
                or_(_R.c.record_id.in_(record_ids), _R.c.case_id.in_(record_ids)),
            )
            .order_by(_C.c.due_at.is_(None), _C.c.due_at)
        )
        wanted, found = set(record_ids), dict[str, ClockRow]()
        with self.reading() as connection:
            for row in connection.execute(query):
                for holder in {row.record_id, row.head} & wanted:
                    found.setdefault(holder, _clock_row(row))
        return found

    def _narrowed(self, connection: Connection, narrowing: Narrowing) -> list[ColumnElement[bool]]:
        own = read_identity(connection) if narrowing.unsent else None
        return narrowing_conditions(narrowing, own, last_acked(connection, own) if own else 0)

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

    def search(
        self,
        folded_terms: Sequence[str | Sequence[str]],
        limit: int = 20,
        *,
        begins: bool = True,
        beyond_whole: bool = False,
        without: Collection[str] = (),
    ) -> tuple[Hit, ...]:
        """The newest records in which all folded terms begin some word, with the rows that matched.

        A term may be several spellings, one of which is enough; without `begins` words are whole.
        `beyond_whole`: the whole words were asked for already; where no term begins any other
        word, nothing is asked again. Records that are here already (`without`) count among the
        newest, and are not read.
        """
        spellings = [
            word for term in folded_terms for word in ((term,) if isinstance(term, str) else term)
        ]
        with self.reading() as connection:
            asked = [_asked(connection, term, begins) for term in folded_terms]
            query = " AND ".join(one for one in asked if one)
            if not query or (beyond_whole and query == fts_query(folded_terms, begins=False)):
                return ()
            places = newest(connection, "search", query, limit)
            rows = connection.execute(
                _rows_with_state().where(_R.c.place.in_(places)).order_by(desc(_R.c.place))
            ).all()
            found = [row for row in rows if row.record_id not in without]
            if not found:
                return ()
            index = schema.index_row
            lines = connection.execute(
                select(index)
                .where(index.c.record_id.in_([row.record_id for row in found]))
                .order_by(index.c.record_id, index.c.line)
            ).all()
        matched: dict[str, list[IndexRow]] = {}
        for line in lines:
            if any(_begins_a_word(line.folded, word) for word in spellings):
                row = IndexRow(line.kind, line.path, line.shown, line.folded)
                matched.setdefault(line.record_id, []).append(row)
        return tuple(_hit(_record_row(row), matched.get(row.record_id, ())) for row in found)

    def hits(self, record_ids: Sequence[str]) -> tuple[Hit, ...]:
        """These records as hits without matched rows, in the order asked for."""
        wanted = list(dict.fromkeys(record_ids))
        query = _rows_with_state().where(_R.c.record_id.in_(wanted))
        with self.reading() as connection:
            found = {row.record_id: _record_row(row) for row in connection.execute(query)}
        return tuple(_hit(found[one], ()) for one in wanted if one in found)

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

    def count_matches(self, kind: str, folded_prefix: str, most: int = 1000) -> int:
        """How many index rows of one kind begin so; counting ends at `most`."""
        index = schema.index_row
        query = (
            select(index.c.record_id)
            .where(
                index.c.kind == kind,
                index.c.folded >= folded_prefix,
                index.c.folded < folded_prefix + "\U0010ffff",
            )
            .limit(most)
        )
        with self.reading() as connection:
            counted = select(func.count()).select_from(query.subquery())
            return int(connection.execute(counted).scalar_one())

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
        conditions = _conditions(case_id=case_id, since=since, until=until)
        conditions += _of_form(form, by_index=not conditions)
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
            select(_C, _R.c.form, _R.c.title, _R.c.number, _R.c.case_id, _R.c.sensitive)
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


def _window(
    conditions: Sequence[ColumnElement[bool]],
    order: Order,
    narrowing: Narrowing,
    limit: int,
    offset: int,
    total: int,
) -> Select[Any]:
    """The places of one window of a list; the nearer end of the list is counted from."""
    back = _BACKWARDS.get(order)
    if back is not None and total // 2 < offset < total:
        limit = min(limit, total - offset)
        order, offset = back, total - offset - limit
    ordered = _order(order, narrowing)
    return select(_R.c.place).where(*conditions).order_by(*ordered).limit(limit).offset(offset)


def _conditions(
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
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if sensitive_in is not None:
        conditions.append(or_(_R.c.sensitive == 0, _R.c.form.in_(sensitive_in)))
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


_FEW = 3
"""Forms up to which the index of forms finds records sooner than their order does."""


def _by_form(form: str | Sequence[str] | None, day: str | None, narrowing: Narrowing) -> bool:
    """Whether the index of forms is the shortest way: few forms, and nothing rarer is asked."""
    few = form is None or isinstance(form, str) or len(form) <= _FEW
    return few and not day and not narrowing.is_rare


def _of_form(form: str | Sequence[str] | None, *, by_index: bool) -> list[ColumnElement[bool]]:
    """The records of these forms; without `by_index` SQLite must find them by something else.

    Left to itself it takes the index of forms also for a list of nearly all forms, and then
    sorts the whole store for one page: a plus before the column forbids that.
    """
    if form is None:
        return []
    column: ColumnElement[str] = _R.c.form if by_index else literal_column("+record.form")
    return [column == form if isinstance(form, str) else column.in_(form)]


def _order(order: Order, narrowing: Narrowing) -> tuple[ColumnElement[Any], ...]:
    if order != "due":
        return _ORDERS[order]
    due = nearest_due(narrowing.clocks)
    return (due.is_(None), asc(due), desc(_R.c.place))


def _hit(row: RecordRow, matched: Sequence[IndexRow]) -> Hit:
    envelope = row.envelope
    return Hit(
        record_id=envelope.record_id,
        form=envelope.form,
        title=envelope.title,
        number=envelope.number,
        status=envelope.status,
        sensitive=envelope.sensitive,
        registered_at=envelope.registered_at,
        matched=tuple(matched),
        row=row,
    )


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
    return ClockRow(
        row.record_id, clock, row.form, row.title, row.number, row.case_id, bool(row.sensitive)
    )
