"""The time in tests: it stands until a test moves it."""

from datetime import datetime, timedelta, timezone

IST = timezone(timedelta(hours=5, minutes=30))


class FixedClock:
    """A clock that stands still until a test moves it; called, it tells the time (IST)."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._ran = 0.0

    def __call__(self) -> datetime:
        return self._now

    def now(self) -> datetime:
        return self._now

    def advance(self, **by: float) -> datetime:
        """Move on by `timedelta(**by)` (backwards if negative) and tell the new time."""
        step = timedelta(**by)
        self._now += step
        self._ran += max(0.0, step.total_seconds())
        return self._now

    def monotonic(self) -> float:
        """Seconds run through by `advance`; setting the clock back does not take any away."""
        return self._ran
