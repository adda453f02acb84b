"""How moments and lengths of time are written on the screen."""

import datetime as dt

from forms.kit.when import IST
from forms.kit.words import Words
from thana_desk.texts import words


def now() -> dt.datetime:
    """This moment in IST, for the clock in the top line and for ages; never for records."""
    return dt.datetime.now(IST)


def parsed(iso: str | None) -> dt.datetime | None:
    """The moment that ISO text names, in IST; None for blank or unreadable text."""
    if not iso:
        return None
    try:
        moment = dt.datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment.replace(tzinfo=IST) if moment.tzinfo is None else moment.astimezone(IST)


def day(iso: str | None) -> str:
    """`22-11-2026`."""
    moment = parsed(iso)
    return moment.strftime("%d-%m-%Y") if moment else ""


def hour(iso: str | None) -> str:
    """`10:42`."""
    moment = parsed(iso)
    return moment.strftime("%H:%M") if moment else ""


def moment(iso: str | None) -> str:
    """`22-11-2026 10:42`."""
    found = parsed(iso)
    return found.strftime("%d-%m-%Y %H:%M") if found else ""


def short(iso: str | None, today: dt.date | None = None) -> str:
    """The hour alone for today, else day, month and hour: `21-11 18:05`."""
    found = parsed(iso)
    if found is None:
        return ""
    if found.date() == (today or now().date()):
        return found.strftime("%H:%M")
    return found.strftime("%d-%m-%y %H:%M")


def length(span: dt.timedelta) -> Words:
    """A length of time in its two largest units: `2 घं 10 मि`."""
    minutes = max(int(abs(span).total_seconds()) // 60, 0)
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    if days:
        return words("when.days", days=str(days), hours=str(hours))
    if hours:
        return words("when.hours", hours=str(hours), minutes=str(minutes))
    return words("when.minutes", minutes=str(minutes))


def age(iso: str | None, at: dt.datetime | None = None) -> Words | None:
    """How long ago; None for a blank moment."""
    found = parsed(iso)
    return length((at or now()) - found) if found else None


def due(iso: str | None, at: dt.datetime | None = None) -> tuple[Words, bool]:
    """How long until a deadline, or since it passed, and whether it has passed."""
    found = parsed(iso)
    if found is None:
        return words("when.no_deadline"), False
    left = found - (at or now())
    span = length(left)
    late = left.total_seconds() < 0
    key = "when.overdue" if late else "when.left"
    return words(key, span=span), late


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def long_day(moment: dt.datetime) -> Words:
    """`रविवार, 22-11-2026`."""
    named = words(f"when.{_WEEKDAYS[moment.weekday()]}")
    shown = moment.strftime("%d-%m-%Y")
    return Words(f"{named.hi}, {shown}", f"{named.en}, {shown}")
