"""Editors for days and hours, typed the way a diary is written: 22112026, +1, आज, 1042."""

import datetime as dt
import re
from typing import Any

from forms.kit.fields import Date, DateTime, Time
from forms.kit.when import IST
from forms.kit.words import Words
from thana_desk.hindi.dates import (
    DateFault,
    Facing,
    TimeFault,
    date_text,
    long_date,
    parse_date,
    parse_time,
    time_text,
    weekday,
)
from thana_desk.hindi.numerals import to_ascii_digits
from thana_desk.texts import words
from thana_desk.ui.editors.editor import kind_editor
from thana_desk.ui.editors.lines import TypedEditor
from thana_desk.ui.reading import reading


def _today(editor: TypedEditor) -> dt.date:
    return editor.near.now().astimezone(IST).date()


def _day_echo(day: dt.date) -> str:
    names, dates = weekday(day), long_date(day)
    return reading.first(Words(f"{names[0]}, {dates[0]}", f"{names[1]}, {dates[1]}"))


def _fault(kind: str) -> str:
    return reading.first(words(f"form.fault.{kind}"))


@kind_editor.register(Date)
class DateEditor(TypedEditor):
    """A day; what was understood stands beside it at once."""

    asked: Date
    digits = True
    letters = 14

    def read(self, text: str) -> str | None:
        """The day in ISO form, or None."""
        day = parse_date(text, _today(self), self._facing())
        return day.isoformat() if isinstance(day, dt.date) else None

    def write(self, value: Any) -> str:
        """`22-11-2026`."""
        return date_text(dt.date.fromisoformat(value))

    def echo_of(self, value: Any) -> str:
        """The day of the week and the date with the month's name."""
        try:
            return _day_echo(dt.date.fromisoformat(value))
        except (TypeError, ValueError):
            return ""

    def fault_of(self, text: str) -> str:
        """Why it is no date."""
        fault = parse_date(text, _today(self), self._facing())
        return _fault(f"date.{fault}") if isinstance(fault, DateFault) else ""

    def _facing(self) -> Facing:
        return Facing.FUTURE if self.asked.future else Facing.PAST


@kind_editor.register(Time)
class TimeEditor(TypedEditor):
    """An hour of the day."""

    digits = True
    letters = 14

    def read(self, text: str) -> str | None:
        """The hour as `HH:MM`, or None."""
        hour = parse_time(text)
        return time_text(hour) if isinstance(hour, dt.time) else None

    def echo_of(self, value: Any) -> str:
        """The hour as it was understood."""
        return reading.first(Words(f"{value} बजे", f"{value} hrs"))

    def fault_of(self, text: str) -> str:
        """Why it is no hour."""
        fault = parse_time(text)
        return _fault(f"time.{fault}") if isinstance(fault, TimeFault) else ""


@kind_editor.register(DateTime)
class DateTimeEditor(TypedEditor):
    """A day and an hour in one line: `22112026 1042`, `आज 1042`; an hour alone is today's."""

    asked: DateTime
    digits = True
    letters = 19

    def read(self, text: str) -> str | None:
        """The moment as `YYYY-MM-DDTHH:MM`, or None."""
        found = self._moment(text)
        return None if found is None else found.isoformat(timespec="minutes")

    def write(self, value: Any) -> str:
        """`22-11-2026 10:42`."""
        moment = dt.datetime.fromisoformat(value)
        return f"{date_text(moment)} {time_text(moment.time())}"

    def echo_of(self, value: Any) -> str:
        """The day of the week, the date with the month's name, the hour."""
        try:
            moment = dt.datetime.fromisoformat(value)
        except (TypeError, ValueError):
            return ""
        hour = time_text(moment.time())
        return f"{_day_echo(moment.date())} · {reading.first(Words(f'{hour} बजे', f'{hour} hrs'))}"

    def fault_of(self, text: str) -> str:
        """What is missing: the hour, or anything readable."""
        day = parse_date(text, _today(self), self._facing())
        return _fault("moment.hour" if isinstance(day, dt.date) else "moment")

    def _moment(self, text: str) -> dt.datetime | None:
        plain = " ".join(to_ascii_digits(text).replace(",", " ").split())
        plain = re.sub(r"^(\d{4}-\d\d-\d\d)T(?=\d)", r"\1 ", plain, flags=re.I)
        if match := re.fullmatch(r"(\d{8})(\d{4})", plain):
            plain = f"{match[1]} {match[2]}"
        parts = plain.split(" ")
        for cut in range(len(parts) - 1, 0, -1):
            day = parse_date(" ".join(parts[:cut]), _today(self), self._facing())
            hour = parse_time(" ".join(parts[cut:]))
            if isinstance(day, dt.date) and isinstance(hour, dt.time):
                return dt.datetime.combine(day, hour)
        # An hour alone; four digits without a colon are an hour here, a day and month never.
        hour = parse_time(plain)
        if isinstance(hour, dt.time) and not re.fullmatch(r"\d{1,2}", plain):
            return dt.datetime.combine(_today(self), hour)
        return None

    def _facing(self) -> Facing:
        return Facing.FUTURE if self.asked.future else Facing.PAST
