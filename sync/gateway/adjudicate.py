"""What the gateway has to say about events it has already accepted: parked, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from sync.gateway.rows import from_payload
from sync.gateway.schema import allocation, feed, journal, parked, signer
from sync.protocol.event import Event
from sync.protocol.signing import is_event_signed

_AT_ONCE = 400
"""Values in one IN list."""
_MOST_ALLOCATIONS = 50
"""Numbers that one event may carry; more is not a register entry."""


@dataclass(frozen=True, slots=True)
class Number:
    """One legal number that an event claims."""

    series: str
    period: str
    serial: int

    def before(self) -> "Number":
        """The number that must exist before this one."""
        return Number(self.series, self.period, self.serial - 1)

    def wait(self) -> str:
        """The key under which others wait for this number."""
        return f"number:{self.series}\x1f{self.period}\x1f{self.serial}"

    def __str__(self) -> str:
        return f"{self.series} {self.period} {self.serial}"


@dataclass(frozen=True, slots=True)
class _Complaint:
    device: str
    incarnation: int
    seq: int
    event_hash: str
    record_id: str
    reason: str
    detail: str
    waits_for: str = ""


@dataclass(slots=True)
class _Findings:
    complaints: list[_Complaint] = field(default_factory=list)
    fulfilled: set[str] = field(default_factory=set)

    def say(self, about: Event, reason: str, detail: str, waits_for: str = "") -> None:
        self.complaints.append(
            _Complaint(
                about.device,
                about.incarnation,
                about.seq,
                about.hash,
                about.record_id,
                reason,
                detail[:1000],
                waits_for[:1000],
            )
        )


def adjudicate(connection: Connection, thana: str, events: Sequence[Event], at: str) -> int:
    """Judge `events`, just stored, and whatever waited for them; returns new complaints.

    Runs under the thana's feed lock. Nothing is refused, changed or taken out here: the outcome
    is only numbered verdicts.
    """
    if not events:
        return 0
    findings = _Findings()
    _judge_parents(connection, thana, events, findings)
    _judge_numbers(connection, thana, events, findings)
    _judge_signatures(connection, thana, events, findings)
    findings.fulfilled.update(f"event:{event.hash}" for event in events)
    _clear(connection, thana, findings.fulfilled, at)
    _keep(connection, thana, findings.complaints, at)
    return len(findings.complaints)


def judge_signer_again(
    connection: Connection, thana: str, device: str, actor: str, at: str
) -> None:
    """Look again at what waits for a key of `actor`, after one came or was confirmed."""
    wait = _signer_wait(device, actor)
    waiting = connection.execute(
        select(parked.c.event_hash, parked.c.reason).where(
            parked.c.thana == thana, parked.c.is_open, parked.c.waits_for == wait
        )
    ).all()
    reasons = {row.event_hash: row.reason for row in waiting}
    events = _stored(connection, thana, list(reasons))
    findings = _Findings()
    _judge_signatures(connection, thana, events, findings)
    same = {
        complaint.event_hash
        for complaint in findings.complaints
        if complaint.reason == reasons[complaint.event_hash]
    }
    changed = [hash_ for hash_ in reasons if hash_ not in same]
    _clear(connection, thana, {wait}, at, only=changed)
    _keep(
        connection,
        thana,
        [complaint for complaint in findings.complaints if complaint.event_hash not in same],
        at,
    )


# --- parents ------------------------------------------------------------------------------


def _judge_parents(
    connection: Connection, thana: str, events: Sequence[Event], findings: _Findings
) -> None:
    here = {event.hash for event in events}
    asked = {parent for event in events for parent in event.parents} - here
    for some in _parts(asked):
        here.update(
            connection.execute(
                select(journal.c.hash).where(journal.c.thana == thana, journal.c.hash.in_(some))
            ).scalars()
        )
    for event in events:
        for parent in event.parents:
            if parent not in here:
                findings.say(event, "parent_unknown", parent, f"event:{parent}")


# --- numbers ------------------------------------------------------------------------------


def _judge_numbers(
    connection: Connection, thana: str, events: Sequence[Event], findings: _Findings
) -> None:
    claims: list[tuple[Number, Event]] = []
    for event in events:
        numbers = numbers_of(event.body)
        if numbers is None:
            findings.say(event, "allocations_unreadable", "")
        else:
            claims.extend((number, event) for number in numbers)
    if not claims:
        return
    rows = [
        {
            "thana": thana,
            "series": number.series,
            "period": number.period,
            "serial": number.serial,
            "event_hash": event.hash,
            "record_id": event.record_id,
            "device": event.device,
            "incarnation": event.incarnation,
            "seq": event.seq,
        }
        for number, event in claims
    ]
    neighbours = _neighbours(connection, thana, claims)
    connection.execute(insert(allocation), rows)

    by_number: dict[Number, list[Mapping[str, Any]]] = defaultdict(list)
    for row in [*neighbours, *rows]:
        by_number[Number(row["series"], row["period"], row["serial"])].append(row)
    for number, event in claims:
        findings.fulfilled.add(number.wait())
        for other in by_number[number]:
            if other["record_id"] != event.record_id:
                findings.say(event, "number_duplicate", str(number))
                break
        before = number.before()
        if before not in by_number and _has_lower(connection, thana, number):
            findings.say(event, "number_gap", str(before), before.wait())
    _complain_about_earlier(connection, thana, claims, neighbours, findings)
    _complain_about_next(connection, thana, claims, findings)


def numbers_of(body: Mapping[str, Any]) -> list[Number] | None:
    """The legal numbers in a body's `allocations`; None when they cannot be read."""
    listed = body.get("allocations", [])
    if not isinstance(listed, list) or len(listed) > _MOST_ALLOCATIONS:
        return None
    found: dict[Number, None] = {}
    for item in listed:
        if not isinstance(item, Mapping):
            return None
        series, period, serial = item.get("series"), item.get("period"), item.get("serial")
        if not (isinstance(series, str) and isinstance(period, str)):
            return None
        if not isinstance(serial, int) or isinstance(serial, bool) or not 1 <= serial < 2**53:
            return None
        if len(series) > 100 or len(period) > 100 or "\x1f" in series + period:
            return None
        found[Number(series, period, serial)] = None
    return list(found)


def _neighbours(
    connection: Connection, thana: str, claims: Sequence[tuple[Number, Event]]
) -> list[Mapping[str, Any]]:
    """Stored allocations from one below the lowest to the highest claim, per series."""
    spans: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, _ in claims:
        spans[number.series, number.period].append(number.serial)
    found: list[Mapping[str, Any]] = []
    for (series, period), serials in spans.items():
        wanted = {serial + step for serial in serials for step in (-1, 0)}
        for some in _parts(wanted):
            rows = connection.execute(
                select(allocation).where(
                    allocation.c.thana == thana,
                    allocation.c.series == series,
                    allocation.c.period == period,
                    allocation.c.serial.in_(some),
                )
            )
            found.extend(dict(row) for row in rows.mappings())
    return found


def _has_lower(connection: Connection, thana: str, number: Number) -> bool:
    """Whether the series began below `number`; its first known number opens it."""
    lowest = connection.execute(
        select(func.min(allocation.c.serial)).where(
            allocation.c.thana == thana,
            allocation.c.series == number.series,
            allocation.c.period == number.period,
        )
    ).scalar_one()
    return lowest is not None and lowest < number.serial


def _complain_about_earlier(
    connection: Connection,
    thana: str,
    claims: Sequence[tuple[Number, Event]],
    stored: Sequence[Mapping[str, Any]],
    findings: _Findings,
) -> None:
    """Both sides of a clash are flagged: no first comer is silently right."""
    claimed: dict[Number, set[str]] = defaultdict(set)
    for number, event in claims:
        claimed[number].add(event.record_id)
    clashing: dict[tuple[str, str], Mapping[str, Any]] = {}
    for row in stored:
        number = Number(row["series"], row["period"], row["serial"])
        if claimed.get(number, set()) - {row["record_id"]}:
            clashing[row["event_hash"], str(number)] = row
    for some in _parts({event_hash for event_hash, _ in clashing}):
        said = connection.execute(
            select(parked.c.event_hash, parked.c.detail).where(
                parked.c.thana == thana,
                parked.c.is_open,
                parked.c.reason == "number_duplicate",
                parked.c.event_hash.in_(some),
            )
        ).all()
        for one in said:
            clashing.pop((one.event_hash, one.detail), None)
    for (event_hash, text), clash in clashing.items():
        findings.complaints.append(
            _Complaint(
                clash["device"],
                clash["incarnation"],
                clash["seq"],
                event_hash,
                clash["record_id"],
                "number_duplicate",
                text,
            )
        )


def _complain_about_next(
    connection: Connection,
    thana: str,
    claims: Sequence[tuple[Number, Event]],
    findings: _Findings,
) -> None:
    """A number that comes in below all others moves the opening: the next one may now gape."""
    lowest: dict[tuple[str, str], int] = {}
    for number, _ in claims:
        key = (number.series, number.period)
        lowest[key] = min(number.serial, lowest.get(key, number.serial))
    judged = {(number, event.hash) for number, event in claims}
    for (series, period), serial in lowest.items():
        first, second = [
            *connection.execute(
                select(allocation.c.serial)
                .where(
                    allocation.c.thana == thana,
                    allocation.c.series == series,
                    allocation.c.period == period,
                    allocation.c.serial >= serial,
                )
                .distinct()
                .order_by(allocation.c.serial)
                .limit(2)
            ).scalars(),
            None,
        ][:2]
        if first != serial or second is None or second == serial + 1:
            continue
        before = Number(series, period, second - 1)
        said = connection.execute(
            select(parked.c.event_hash).where(
                parked.c.thana == thana, parked.c.is_open, parked.c.waits_for == before.wait()
            )
        ).scalars()
        silent = set(said)
        for row in connection.execute(
            select(allocation).where(
                allocation.c.thana == thana,
                allocation.c.series == series,
                allocation.c.period == period,
                allocation.c.serial == second,
            )
        ).mappings():
            here = (Number(series, period, second), row["event_hash"])
            if row["event_hash"] not in silent and here not in judged:
                findings.complaints.append(
                    _Complaint(
                        row["device"],
                        row["incarnation"],
                        row["seq"],
                        row["event_hash"],
                        row["record_id"],
                        "number_gap",
                        str(before),
                        before.wait(),
                    )
                )


# --- users' signatures --------------------------------------------------------------------


def _signer_wait(device: str, actor: str) -> str:
    return f"signer:{device}\x1f{actor}"


def _judge_signatures(
    connection: Connection, thana: str, events: Sequence[Event], findings: _Findings
) -> None:
    keys: dict[tuple[str, str], dict[str, bool]] = {}
    for event in events:
        if event.signature is None:
            continue
        who = (event.device, event.actor)
        if who not in keys:
            keys[who] = {
                row.public: row.is_confirmed
                for row in connection.execute(
                    select(signer.c.public, signer.c.is_confirmed).where(
                        signer.c.thana == thana,
                        signer.c.device == event.device,
                        signer.c.actor == event.actor,
                    )
                )
            }
        fits = [public for public in keys[who] if is_event_signed(event, public)]
        if any(keys[who][public] for public in fits):
            continue
        reason = (
            "signer_unconfirmed" if fits else "signature_wrong" if keys[who] else "signer_unknown"
        )
        findings.say(event, reason, event.actor, _signer_wait(*who))


# --- verdicts -----------------------------------------------------------------------------


def _clear(
    connection: Connection,
    thana: str,
    fulfilled: Iterable[str],
    at: str,
    *,
    only: Sequence[str] | None = None,
) -> None:
    rows: list[RowMapping] = []
    for some in _parts(set(fulfilled)):
        rows.extend(
            connection.execute(
                select(parked)
                .where(parked.c.thana == thana, parked.c.is_open, parked.c.waits_for.in_(some))
                .order_by(parked.c.number)
            ).mappings()
        )
    rows = [row for row in rows if only is None or row["event_hash"] in only]
    for row in rows:
        connection.execute(
            update(parked)
            .where(parked.c.thana == thana, parked.c.number == row["number"])
            .values(is_open=False)
        )
    _number(
        connection,
        thana,
        [
            {
                **row,
                "clears": row["number"],
                "reason": "cleared",
                "waits_for": "",
                "at": at,
                "is_open": False,
            }
            for row in rows
        ],
    )


def _keep(connection: Connection, thana: str, complaints: Sequence[_Complaint], at: str) -> None:
    _number(
        connection,
        thana,
        [
            {
                "thana": thana,
                "clears": None,
                "device": complaint.device,
                "incarnation": complaint.incarnation,
                "seq": complaint.seq,
                "event_hash": complaint.event_hash,
                "record_id": complaint.record_id,
                "reason": complaint.reason,
                "detail": complaint.detail,
                "waits_for": complaint.waits_for,
                "at": at,
                "is_open": True,
            }
            for complaint in complaints
        ],
    )


def _number(connection: Connection, thana: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    last = connection.execute(
        update(feed)
        .where(feed.c.thana == thana)
        .values(verdicts=feed.c.verdicts + len(rows))
        .returning(feed.c.verdicts)
    ).scalar_one()
    for number, row in enumerate(rows, start=last - len(rows) + 1):
        row["number"] = number
    connection.execute(insert(parked), rows)


def _stored(connection: Connection, thana: str, hashes: Sequence[str]) -> list[Event]:
    found: list[Event] = []
    for some in _parts(set(hashes)):
        found.extend(
            from_payload(payload)
            for payload in connection.execute(
                select(journal.c.payload)
                .where(journal.c.thana == thana, journal.c.hash.in_(some))
                .order_by(journal.c.feed_no)
            ).scalars()
        )
    return found


def _parts(values: Iterable[Any]) -> Iterable[list[Any]]:
    """`values` in lists short enough for one IN."""
    listed = sorted(values)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]
