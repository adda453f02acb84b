"""Number series: when each restarts and how a number is written."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from forms.codes.shipped import IST, read, source_of, words
from forms.kit.words import Words

SCOPES = ("day", "year", "parent")


@dataclass(frozen=True, slots=True)
class Series:
    """One run of numbers. `scope`: "day", "year", or "parent" (counted inside another record).

    `prefix` are the words before the number on paper (मु0अ0सं0 …). `form` is the form whose
    records take the numbers.
    """

    code: str
    words: Words
    prefix: Words
    scope: str
    format: str
    form: str
    confirmed: bool


@cache
def _series() -> dict[str, Series]:
    content = read("series")
    return {
        row["code"]: Series(
            code=row["code"],
            words=words(row),
            prefix=words(row, "prefix_"),
            scope=row["scope"],
            format=row["format"],
            form=row["form"],
            confirmed=bool(source_of(row, content)),
        )
        for row in content["series"]
    }


def series(code: str) -> Series:
    """The series with this code, such as "fir"; KeyError if none ships."""
    return _series()[code]


def all_series() -> tuple[Series, ...]:
    """Every series that ships."""
    return tuple(_series().values())


def period_of(code: str, at: str, *, parent: str = "", day_start: str = "00:00") -> str:
    """The period in which a number falls: 'YYYY-MM-DD', 'YYYY' or the parent's id.

    `at` is ISO text with an offset; the day and the year are those of IST. `day_start`
    (HH:MM, IST) is the hour at which this station's diary day begins: before it, an entry
    still belongs to the day before. The year is always the calendar year.
    """
    scope = series(code).scope
    if scope == "parent":
        if not parent:
            raise ValueError(f"the series {code} counts inside a parent record")
        return parent
    moment = _in_ist(at)
    if scope == "year":
        return f"{moment.year:04d}"
    opens = time.fromisoformat(day_start)
    if moment.time() < opens:
        moment -= timedelta(days=1)
    return moment.date().isoformat()


def format_number(
    code: str, serial: int, period: str, *, supplement: int = 0, base: str = ""
) -> str:
    """The number as it is printed, such as "058", "0059/2025", "A1" or, supplementary, "0031A/2025".

    `serial` counts from 1. `supplement` is 0 for the original, 1 for the first supplementary
    paper under the same number (A), 2 for the second (B). `base` is the original's number where
    the series counts its supplements.
    """
    if serial < 1 or supplement < 0:
        raise ValueError("a serial counts from 1 and a supplement from 0")
    suffix = _letters(supplement) if supplement else ""
    year = period[:4]
    base_serial, _slash, base_year = base.partition("/")
    values = {
        "serial": serial,
        "year": year,
        "suffix": suffix,
        "code": accused_code(serial),
        "letters": _letters(serial),
        "base_serial": base_serial,
        "base_year": base_year,
    }
    return series(code).format.format(**values)


def number_words(code: str, serial: int, period: str, *, supplement: int = 0) -> Words:
    """The printed number with its prefix, such as "मु0अ0सं0 0059/2025"."""
    number = format_number(code, serial, period, supplement=supplement)
    prefix = series(code).prefix
    return Words(hi=f"{prefix.hi} {number}", en=f"{prefix.en} {number}")


def accused_code(serial: int) -> str:
    """A1 to A9 for the first nine accused, B1 for the tenth, and so on (IIF-3, accused code)."""
    letter, digit = divmod(serial - 1, 9)
    return f"{_letters(letter + 1)}{digit + 1}"


def _letters(count: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while count:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _in_ist(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(f"a time without an offset: {at}")
    return moment.astimezone(IST)
