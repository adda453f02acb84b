"""Moments as the protocol writes them: ISO 8601 text in Indian Standard Time."""

from datetime import datetime, timedelta, timezone

IST = timezone(timedelta(hours=5, minutes=30), "IST")


def to_text(moment: datetime) -> str:
    """`moment` (aware) as `2026-08-15T09:30:00.123+05:30`."""
    return moment.astimezone(IST).isoformat(timespec="milliseconds")


def from_text(text: str) -> datetime:
    """The aware moment that `text` names.

    Raises:
        ValueError: not ISO 8601, without an offset, or outside what a calendar holds.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset")
    try:
        return moment.astimezone(IST)
    except OverflowError as error:
        raise ValueError("a moment outside the calendar") from error
