"""Statutory clocks: when a duty falls due, and when to warn before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from forms.codes.shipped import IST, Row, read, source_of, words, words_or_none
from forms.kit.words import Words

_END_OF_DAY = time(23, 59, 59)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a clock runs.

    `kind`: "hours" (to the minute), "days", "months", "working_days" or "two_months" (to the
    end of the last day), "forthwith" (due at once), "open" (no length is known). `warn_days`
    count from the start, `warn_left_days` and `warn_left_hours` back from the end.
    """

    kind: str
    count: int = 0
    words: Words | None = None
    warn_days: tuple[int, ...] = ()
    warn_left_days: tuple[int, ...] = ()
    warn_left_hours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """One duty with a time limit.

    `starts_on` and `stops_on` name events ("fir.registered"). `variants` are other limits of
    the same duty, chosen by the case ("90_days"). `law` is the section or order, `authority`
    to whom the duty is owed. `sense` is "by" (do it before) or "not_before" (do it after).
    """

    code: str
    words: Words
    starts_on: str
    stops_on: str
    limit: Limit
    variants: Mapping[str, Limit] = field(hash=False)
    counts_first_day: bool
    sense: str
    law: str
    authority: Words
    note: Words | None
    confirmed: bool
    source: str


@dataclass(frozen=True, slots=True)
class Due:
    """When a running clock falls due: ISO text in IST, or None when no time can be named.

    `warn_at` are the times to warn, earliest first; some may lie after `due_at` where the
    State's own set of messages goes on. `note` is what to know about this clock.
    """

    clock: str
    variant: str
    starts_at: str
    due_at: str | None
    warn_at: tuple[str, ...]
    note: Words | None = None


@cache
def _clocks() -> dict[str, Clock]:
    content = read("clocks")
    return {row["code"]: _clock(row, content) for row in content["clocks"]}


def _clock(row: dict[str, Any], around: Row) -> Clock:
    source = source_of(row, around)
    return Clock(
        code=row["code"],
        words=words(row),
        starts_on=row["starts_on"],
        stops_on=row["stops_on"],
        limit=_limit({**row, **row["limit"]}, None),
        variants={
            name: _limit(variant, words(variant))
            for name, variant in row.get("variants", {}).items()
        },
        counts_first_day=row.get("first_day", "excluded") == "included",
        sense=row.get("sense", "by"),
        law=row["law"],
        authority=words(row, "authority_"),
        note=words_or_none(row, "note_"),
        confirmed=bool(source),
        source=source,
    )


def _limit(row: Row, name: Words | None) -> Limit:
    return Limit(
        kind=row["kind"],
        count=row.get("count", 0),
        words=name,
        warn_days=tuple(row.get("warn_days", ())),
        warn_left_days=tuple(row.get("warn_left_days", ())),
        warn_left_hours=tuple(row.get("warn_left_hours", ())),
    )


def clock(code: str) -> Clock:
    """The clock with this code, "K01" to "K42"; KeyError if none ships."""
    return _clocks()[code]


def clocks() -> tuple[Clock, ...]:
    """Every clock that ships, by code."""
    return tuple(_clocks().values())


def clocks_started_by(event: str) -> tuple[Clock, ...]:
    """The clocks that an event such as "fir.registered" starts."""
    return tuple(found for found in clocks() if found.starts_on == event)


def due(code: str, starts_at: str, variant: str = "") -> Due:
    """When the clock `code`, started at `starts_at` (ISO text with offset), falls due.

    Limits in hours run from the minute. Limits in days and months run to the end of their
    last day in IST, the day of the event not counted (unless the clock's data counts it);
    a month ends on the same date, or on the month's last day where it has no such date.
    Raises KeyError for an unknown clock or variant, ValueError for a time without offset.
    """
    found = clock(code)
    limit = found.variants[variant] if variant else found.limit
    start = datetime.fromisoformat(starts_at)
    if start.tzinfo is None:
        raise ValueError(f"a time without an offset: {starts_at}")
    start = start.astimezone(IST)
    end = _end(limit, start, found.counts_first_day)
    warnings = _warnings(limit, start, end)
    return Due(
        clock=code,
        variant=variant,
        starts_at=start.isoformat(),
        due_at=end.isoformat() if end else None,
        warn_at=tuple(moment.isoformat() for moment in warnings),
        note=found.note,
    )


def _end(limit: Limit, start: datetime, counts_first_day: bool) -> datetime | None:
    if limit.kind == "open":
        return None
    if limit.kind == "forthwith":
        return start
    if limit.kind == "hours":
        return start + timedelta(hours=limit.count)
    day = start.date() - timedelta(days=1) if counts_first_day else start.date()
    if limit.kind == "days":
        day += timedelta(days=limit.count)
    elif limit.kind == "working_days":
        day = _after_working_days(day, limit.count)
    elif limit.kind == "months":
        day = add_months(day, limit.count)
    elif limit.kind == "two_months":
        day = add_months(day, 2)
    else:
        raise ValueError(f"no clock runs for {limit.kind!r}")
    return datetime.combine(day, _END_OF_DAY, IST)


def _warnings(limit: Limit, start: datetime, end: datetime | None) -> list[datetime]:
    first = datetime.combine(start.date(), time(), IST)
    moments = [first + timedelta(days=days) for days in limit.warn_days]
    if end:
        last = datetime.combine(end.date(), time(), IST)
        moments += [last - timedelta(days=days) for days in limit.warn_left_days]
        moments += [end - timedelta(hours=hours) for hours in limit.warn_left_hours]
    return sorted({moment for moment in moments if moment > start})


def add_months(day: date, count: int) -> date:
    """The same date `count` months later, or the last day of a month that has no such date."""
    first = _first_of_month(day, count)
    last = _first_of_month(first, 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _first_of_month(day: date, months_on: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months_on, 12)
    return date(year, month + 1, 1)


def _after_working_days(day: date, count: int) -> date:
    """`count` days on, Sundays not counted. Holidays are not known here: the date errs early."""
    while count:
        day += timedelta(days=1)
        if day.weekday() != _SUNDAY:
            count -= 1
    return day
