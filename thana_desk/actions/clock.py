"""The desk's clock, as a value that tests can set."""

import datetime as dt
from typing import Protocol

from forms.kit.when import IST


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> dt.datetime:
        """The present moment, aware, in IST."""
        ...


class SystemClock:
    """The PC's own clock."""

    def now(self) -> dt.datetime:
        """The present moment of the PC."""
        return dt.datetime.now(IST)


def stamp(moment: dt.datetime) -> str:
    """`2026-11-22T10:42:07+05:30`: how moments are written into the journal."""
    return moment.astimezone(IST).isoformat(timespec="seconds")
