"""Which records of a list are wanted, as conditions that the store's indexes answer."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select, text, union_all

from thana_desk.storage import schema
from thana_desk.storage.rows import Identity

_R, _C, _I, _S = schema.record, schema.clock, schema.index_row, schema.event_sync

CHARGE, OFFICER = "charge", "officer"
"""Kinds of index row that a list is narrowed by: `103(1)|BNS`, and an officer's number."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Further conditions on a page of records; what is left as it is narrows nothing.

    `officer` is the account that registered the record, `officer_no` the number under which the
    record names him; one of the two is enough. `charge` is a section (`103(1)`; `103` finds its
    sub-sections too), `act` the code of its act. `without` names forms of which nothing stands
    under the record or in its case. `clocks` are codes of clocks of the record or, where it
    heads a case, of the case: with `running` one of them must run, with `due_before` (ISO) it
    must be due by then.
    """

    officer: str = ""
    officer_no: str = ""
    charge: str = ""
    act: str = ""
    gaps: bool = False
    provisional: bool = False
    unsent: bool = False
    sensitive: bool = False
    without: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    running: bool = False
    due_before: str = ""

    @property
    def is_rare(self) -> bool:
        """Whether an index of its own finds the few records that are wanted."""
        return bool(self.gaps or self.provisional or self.unsent or self.sensitive or self.charge)


NOTHING = Narrowing()


# Values that partial indexes are made for stand in the statement itself: SQLite does not look
# into bound ones when it chooses an index.


def conditions(wanted: Narrowing, own: Identity | None, acked: int) -> list[ColumnElement[bool]]:
    """The conditions of `wanted`; `own` and `acked` say which entries have no receipt yet."""
    found: list[ColumnElement[bool]] = []
    if wanted.officer or wanted.officer_no:
        found.append(_officer(wanted))
    if wanted.charge:
        found.append(_R.c.record_id.in_(_charged(wanted.charge, wanted.act)))
    if wanted.gaps:
        found.append(_R.c.gaps > text("0"))
    if wanted.provisional:
        found.append(_R.c.provisional == text("1"))
    if wanted.sensitive:
        found.append(_R.c.sensitive == text("1"))
    if wanted.unsent and own is not None:
        found.append(_unsent(own, acked))
    for form in wanted.without:
        found.extend(_lacks(form))
    if wanted.running or wanted.due_before:
        found.append(_under_clock(wanted))
    return found


def nearest_due(codes: tuple[str, ...]) -> ScalarSelect[str]:
    """When the nearest running clock of a listed record, or of the case it heads, falls due."""
    holder = schema.record.alias("holder")
    below = select(holder.c.record_id).where(holder.c.case_id == _R.c.record_id).correlate(_R)
    holders = union_all(below, select(_R.c.record_id).correlate(_R))
    return (
        select(func.min(_C.c.due_at))
        .where(
            _C.c.record_id.in_(holders),
            _C.c.code.in_(codes),
            _C.c.stopped_at.is_(None),
            _C.c.starts_at != "",
        )
        .correlate(_R)
        .scalar_subquery()
    )


def _officer(wanted: Narrowing) -> ColumnElement[bool]:
    either: list[ColumnElement[bool]] = []
    if wanted.officer:
        either.append(_R.c.registered_by == wanted.officer)
    if wanted.officer_no:
        named = select(_I.c.record_id).where(_I.c.kind == OFFICER, _I.c.folded == wanted.officer_no)
        either.append(_R.c.record_id.in_(named))
    return or_(*either)


def _charged(section: str, act: str) -> ScalarSelect[str]:
    """The records that charge this section or one of its sub-sections."""
    # `|` ends a section's number, `(` begins that of a sub-section; each next sign ends the range.
    spans = [
        and_(_I.c.folded >= f"{section}{first}", _I.c.folded < f"{section}{after}")
        for first, after in (("|", "}"), ("(", ")"))
    ]
    query = select(_I.c.record_id).where(_I.c.kind == CHARGE, or_(*spans))
    if act:
        query = query.where(_I.c.folded.endswith(f"|{act}", autoescape=True))
    return query.scalar_subquery()


def _unsent(own: Identity, acked: int) -> ColumnElement[bool]:
    """Own entries after the last receipt, and those that the data centre set aside."""
    parked = select(_S.c.seq).where(
        _S.c.state == "parked", _S.c.device == own.device, _S.c.incarnation == own.incarnation
    )
    return and_(
        _R.c.device == own.device,
        _R.c.incarnation == own.incarnation,
        or_(_R.c.seq > acked, _R.c.seq.in_(parked)),
    )


def _lacks(form: str) -> list[ColumnElement[bool]]:
    other = schema.record.alias("other")
    above = [
        select(column).where(
            other.c.form == form, other.c.case_id.is_not(None), column.is_not(None)
        )
        for column in (other.c.parent_id, other.c.case_id)
    ]
    return [_R.c.record_id.not_in(one) for one in above]


def _under_clock(wanted: Narrowing) -> ColumnElement[bool]:
    holder = schema.record.alias("holder")
    running = [
        _C.c.stopped_at.is_(None),
        _C.c.starts_at != "",
        _C.c.code.in_(wanted.clocks),
    ]
    if wanted.due_before:
        running.append(_C.c.due_at <= wanted.due_before)
    own = select(_C.c.record_id).where(*running)
    heads = (
        select(holder.c.case_id)
        .select_from(_C.join(holder, holder.c.record_id == _C.c.record_id))
        .where(*running, holder.c.case_id.is_not(None))
    )
    return or_(_R.c.record_id.in_(own), _R.c.record_id.in_(heads))
