"""Dates and times as a police desk types, reads and writes them, in Hindi and in English."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum

from thana_desk.hindi.numerals import number_in_hindi, to_ascii_digits

WEEKDAYS_HI = ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_HI = (
    "जनवरी",
    "फरवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितम्बर",
    "अक्टूबर",
    "नवम्बर",
    "दिसम्बर",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Records of a thana and births of living people fall inside; outside is a slip of the key.
FIRST_YEAR, LAST_YEAR = 1850, 2199


class Facing(Enum):
    """Which way a field looks; it decides what कल means and the century of a short year."""

    PAST = "past"
    FUTURE = "future"


class DateFault(StrEnum):
    """Why typed text is not a date. The words for a person belong to the caller."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    NOT_A_LEAP_YEAR = "not_a_leap_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"


class TimeFault(StrEnum):
    """Why typed text is not a time of day. The words for a person belong to the caller."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    NO_SUCH_HOUR = "no_such_hour"
    NO_SUCH_MINUTE = "no_such_minute"
    HOUR_AND_DAY_PART_DISAGREE = "hour_and_day_part_disagree"


_FIXED_DAYS = {
    **dict.fromkeys(("आज", "aaj", "aj", "today"), 0),
    **dict.fromkeys(("yesterday", "बीता कल", "गत दिवस"), -1),
    **dict.fromkeys(("tomorrow", "आने वाला कल", "आगामी दिवस"), 1),
}
# Hindi has one word for the day before and the day after; the field knows which is meant.
_EITHER_WAY = {
    **dict.fromkeys(("कल", "kal"), 1),
    **dict.fromkeys(("परसों", "परसो", "parson", "parso"), 2),
    **dict.fromkeys(("नरसों", "नरसो", "तरसों", "तरसो", "narson", "tarson"), 3),
}
_DATE_PREFIX = re.compile(
    r"(?:दिनांक|दिनाँक|दिनाङ्क|तारीख|दि0|दि०|दि\.|date|dated)\s*[:\-–]?\s*", re.I
)
_OFFSET = re.compile(r"([+\-−–])\s*([0-9]{1,4})")
_DAY_MONTH_YEAR = re.compile(
    r"([0-9]{1,2})([\-/.\s])\s*([0-9]{1,2})(?:\2\s*|[\-/.\s]\s*)([0-9]{4}|[0-9]{2})"
)
_YEAR_MONTH_DAY = re.compile(r"([0-9]{4})[\-/.]([0-9]{1,2})[\-/.]([0-9]{1,2})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})[\-/.\s]\s*([0-9]{1,2})")
_DAY_WORD_YEAR = re.compile(
    r"([0-9]{1,2})[\-/.,\s]*([^\W\d_][^0-9\s\-/.,]*)[\-/.,\s]*([0-9]{4}|[0-9]{2})?"
)

_MONTH_WORDS = {
    "जनवरी": 1,
    **dict.fromkeys(("फरवरी", "फ़रवरी"), 2),
    "मार्च": 3,
    **dict.fromkeys(("अप्रैल", "अप्रेल"), 4),
    "मई": 5,
    "जून": 6,
    **dict.fromkeys(("जुलाई", "जौलाई"), 7),
    "अगस्त": 8,
    **dict.fromkeys(("सितम्बर", "सितंबर"), 9),
    **dict.fromkeys(("अक्टूबर", "अक्तूबर"), 10),
    **dict.fromkeys(("नवम्बर", "नवंबर"), 11),
    **dict.fromkeys(("दिसम्बर", "दिसंबर"), 12),
    **{name.lower(): number for number, name in enumerate(MONTHS_EN, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS_EN, 1)},
    "sept": 9,
}

_MORNING = ("सुबह", "प्रातः", "प्रात:", "प्रात", "पूर्वाह्न", "तड़के", "भोर")
_AM = ("am", "a.m.", "a.m")
_AFTERNOON = ("दोपहर", "दिन")
_EVENING = ("शाम", "सायं", "सायंकाल", "अपराह्न", "pm", "p.m.", "p.m")
_NIGHT = ("रात", "रात्रि")
_TIME_UNITS = ("बजे", "hrs", "hrs.", "hours", "hour", "hr", "घंटे", "घण्टे")
_TIME_PREFIX = re.compile(r"(?:समय|time|at|करीब|लगभग)\s*[:\-–]?\s*", re.I)
_CLOCK = re.compile(r"([0-9]{1,2})\s*[:.]\s*([0-9]{2})(?:\s*[:.]\s*[0-9]{2})?")
_HALF_PAST = {"साढ़े": 30, "सवा": 15}


def parse_date(typed: str, today: date, facing: Facing = Facing.PAST) -> date | DateFault:
    """The date that `typed` means on the day `today`, or why it means none.

    Understood, in digits of either script: 22112026, 221126, 22-11-2026, 22/11/26, 22.11.2026,
    22/11 (the nearest such day on the side the field faces), 2026-11-22, 22 नवम्बर 2026, 22 Nov,
    +1 and -1 (days from today), आज, कल, परसों, today, yesterday, tomorrow. The day comes before
    the month.

    A two-digit year is the latest such year up to this year's in a field that faces the past
    (birth, occurrence), and the nearest within fifty years in a field that faces the future.
    """
    text = _DATE_PREFIX.sub("", to_ascii_digits(typed).strip().casefold(), count=1).strip(" ।")
    if not text:
        return DateFault.EMPTY
    if (days := _named_day(text, facing)) is not None:
        return _shifted(today, days)
    if match := _OFFSET.fullmatch(text):
        return _shifted(today, int(match[2]) if match[1] == "+" else -int(match[2]))
    if text.isascii() and text.isdigit():
        return _from_digits(text, today, facing)
    if match := _YEAR_MONTH_DAY.fullmatch(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return _checked(_full_year(match[4], today, facing), int(match[3]), int(match[1]))
    if match := _DAY_MONTH.fullmatch(text):
        return _nearest(int(match[1]), int(match[2]), today, facing)
    if (match := _DAY_WORD_YEAR.fullmatch(text)) and match[2] in _MONTH_WORDS:
        month = _MONTH_WORDS[match[2]]
        if match[3] is None:
            return _nearest(int(match[1]), month, today, facing)
        return _checked(_full_year(match[3], today, facing), month, int(match[1]))
    return DateFault.NOT_UNDERSTOOD


def parse_time(typed: str) -> time | TimeFault:
    """The time of day that `typed` means, or why it means none.

    Understood, in digits of either script: 1042, 942, 10:42, 10.42, 9 (9 o'clock), 10:42 बजे,
    1730 hrs, शाम 5 बजे, रात 11:30 बजे, साढ़े 9 बजे, 5 pm. Without a part of the day the clock has
    24 hours. Seconds are read and left out.
    """
    words = _TIME_PREFIX.sub("", to_ascii_digits(typed).strip().casefold(), count=1)
    words = re.sub(r"(?<=[0-9])(?=[^\W0-9])|(?<=[^\W0-9])(?=[0-9])", " ", words).strip(" ।")
    if not words:
        return TimeFault.EMPTY
    part: tuple[str, ...] | None = None
    extra: int | None = None
    clock: list[str] = []
    for word in words.split():
        found = next((p for p in (_MORNING, _AM, _AFTERNOON, _EVENING, _NIGHT) if word in p), None)
        if found is not None and part is None:
            part = found
        elif word in _HALF_PAST and extra is None and not clock:
            extra = _HALF_PAST[word]
        elif word not in _TIME_UNITS and word not in ("में", "के", "को"):
            clock.append(word)
    return _clock_time(" ".join(clock), extra, part)


def date_text(day: date, between: str = "-") -> str:
    """`day` in digits, day first: "22-11-2026"; `between` stands between the parts."""
    return f"{day.day:02}{between}{day.month:02}{between}{day.year:04}"


def time_text(moment: time) -> str:
    """`moment` on the 24-hour clock: "09:05"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def stamp_hi(moment: datetime) -> str:
    """`moment` as the diary writes it: "दिनांक 22-11-2026 समय 10:42 बजे"."""
    return f"दिनांक {date_text(moment)} समय {time_text(moment.time())} बजे"


def stamp_en(moment: datetime) -> str:
    """`moment` as an English form writes it: "on 22-11-2026 at 10:42 hrs"."""
    return f"on {date_text(moment)} at {time_text(moment.time())} hrs"


def weekday(day: date) -> tuple[str, str]:
    """The name of the day of the week, (Hindi, English)."""
    return WEEKDAYS_HI[day.weekday()], WEEKDAYS_EN[day.weekday()]


def date_in_hindi(day: date) -> str:
    """`day` in words, as beside a signature: "बाईस नवम्बर दो हजार छब्बीस"."""
    return f"{number_in_hindi(day.day)} {MONTHS_HI[day.month - 1]} {number_in_hindi(day.year)}"


def long_date(day: date) -> tuple[str, str]:
    """`day` with the month's name, (Hindi, English): ("22 नवम्बर 2026", "22 November 2026")."""
    month = day.month - 1
    return f"{day.day} {MONTHS_HI[month]} {day.year}", f"{day.day} {MONTHS_EN[month]} {day.year}"


def time_in_hindi(moment: time) -> str:
    """`moment` in words on the 24-hour clock: "दस बजकर बयालीस मिनट", "नौ बजे"."""
    hour = number_in_hindi(moment.hour)
    return f"{hour} बजकर {number_in_hindi(moment.minute)} मिनट" if moment.minute else f"{hour} बजे"


def _named_day(text: str, facing: Facing) -> int | None:
    words = " ".join(text.split())
    if words in _FIXED_DAYS:
        return _FIXED_DAYS[words]
    days = _EITHER_WAY.get(words)
    if days is None:
        return None
    return -days if facing is Facing.PAST else days


def _shifted(today: date, days: int) -> date | DateFault:
    day = today + timedelta(days=days)
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else DateFault.YEAR_OUT_OF_RANGE


def _from_digits(text: str, today: date, facing: Facing) -> date | DateFault:
    if len(text) == 8:
        return _checked(int(text[4:]), int(text[2:4]), int(text[:2]))
    if len(text) == 6:
        return _checked(_full_year(text[4:], today, facing), int(text[2:4]), int(text[:2]))
    if len(text) == 4:
        return _nearest(int(text[:2]), int(text[2:]), today, facing)
    return DateFault.NOT_UNDERSTOOD


def _full_year(digits: str, today: date, facing: Facing) -> int:
    if len(digits) == 4:
        return int(digits)
    latest = today.year if facing is Facing.PAST else today.year + 49
    return latest - (latest - int(digits)) % 100


def _nearest(day: int, month: int, today: date, facing: Facing) -> date | DateFault:
    """The latest such day up to today, or the earliest from today on; leap days look further."""
    step = -1 if facing is Facing.PAST else 1
    first = _checked(today.year, month, day)
    if isinstance(first, DateFault) and first is not DateFault.NOT_A_LEAP_YEAR:
        return first
    for years in range(9):  # at most eight years lie between two leap days
        found = _checked(today.year + step * years, month, day)
        if isinstance(found, date) and (found - today) * step >= timedelta(0):
            return found
    return DateFault.NOT_A_LEAP_YEAR


def _checked(year: int, month: int, day: int) -> date | DateFault:
    if not 1 <= month <= 12:
        return DateFault.NO_SUCH_MONTH
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return DateFault.YEAR_OUT_OF_RANGE
    try:
        return date(year, month, day)
    except ValueError:
        return DateFault.NOT_A_LEAP_YEAR if (month, day) == (2, 29) else DateFault.NO_SUCH_DAY


def _clock_time(clock: str, extra: int | None, part: tuple[str, ...] | None) -> time | TimeFault:
    if match := _CLOCK.fullmatch(clock):
        hour, minute = int(match[1]), int(match[2])
    elif clock.isascii() and clock.isdigit() and len(clock) <= 2:
        hour, minute = int(clock), 0
    elif clock.isascii() and clock.isdigit() and len(clock) <= 4:
        hour, minute = int(clock[:-2]), int(clock[-2:])
    else:
        return TimeFault.NOT_UNDERSTOOD
    if extra is not None:
        if minute:
            return TimeFault.NOT_UNDERSTOOD
        minute = extra
    if hour > 23:
        return TimeFault.NO_SUCH_HOUR
    if minute > 59:
        return TimeFault.NO_SUCH_MINUTE
    settled = _hour_in_part(hour, part)
    return TimeFault.HOUR_AND_DAY_PART_DISAGREE if settled is None else time(settled, minute)


def _hour_in_part(hour: int, part: tuple[str, ...] | None) -> int | None:
    """`hour` on the 24-hour clock when the part of the day was said, or None if they disagree."""
    if part is None:
        return hour
    if part is _MORNING:
        return hour if 1 <= hour <= 11 else None
    if part is _AM:
        return hour % 12 if hour <= 12 else None
    if part is _AFTERNOON:
        return hour + 12 if 1 <= hour <= 4 else hour if 9 <= hour <= 17 else None
    if part is _EVENING:
        return hour + 12 if 1 <= hour <= 11 else hour if 12 <= hour <= 23 else None
    if hour in (0, 12):
        return 0
    if 7 <= hour <= 11:
        return hour + 12
    return hour if 1 <= hour <= 4 or 18 <= hour <= 23 else None
