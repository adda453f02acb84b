"""The kinds of field: each knows its stored shape, what is wrong with a value, and how it reads.

When adding a kind: 1. a dataclass here with `problems` and `shown`; 2. an editor in
`thana_desk/ui/editors`; 3. nothing else: print, search, store and sync go by what stands here.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum
from typing import Any, Protocol

from forms.kit.condition import Condition
from forms.kit.letter import Path
from forms.kit.problem import Problem, Weight
from forms.kit.shapes import grouped, read, refuse, text_problems
from forms.kit.when import IST
from forms.kit.words import Words


class Need(Enum):
    """Whether a field must be answered."""

    OPTIONAL = "optional"
    EXPECTED = "expected"  # blank stands on the deficiency list
    MUST = "must"  # blank refuses: the law or the numbering cannot do without


class Keeps(Enum):
    """What is kept of a picture that is brought."""

    ORIGINAL = "original"  # evidence: byte for byte, so that its hash can be witnessed
    LIKENESS = "likeness"  # who somebody is: upright, small, without place and device


class Index(Enum):
    """In which index an answer can be found again."""

    NAME = "name"
    RELATIVE = "relative"
    PHONE = "phone"
    VEHICLE = "vehicle"
    SERIAL = "serial"  # IMEI, chassis, engine, weapon and note numbers
    IDENTITY = "identity"
    PLACE = "place"
    SECTION = "section"
    NUMBER = "number"
    TEXT = "text"


class Choices(Protocol):
    """A list of codes to choose from."""

    @property
    def id(self) -> str:
        """The list's name, `GENDER`."""
        ...

    def options(self) -> Mapping[str, Words]:
        """The codes on offer, in the order to show them."""
        ...

    def words_of(self, code: str) -> Words | None:
        """What `code` means, also where it is no longer on offer; None where it never was."""
        ...


class Suggestions(Protocol):
    """What a line offers while it is typed; anything else may be typed as well."""

    def find(
        self, typed: str, scopes: Sequence[Mapping[str, Any]], limit: int
    ) -> list[tuple[str, Words]]:
        """Up to `limit` pairs of stored text and words that fit `typed`."""
        ...


@dataclass(frozen=True)
class Field:
    """What all kinds share.

    `item` is the number the official form prints; `sealed` answers are masked for roles that
    may not see them; `fixed` answers are written by the program, never typed;
    `need_when` raises the need to `need_then` while it holds.
    """

    key: str
    words: Words
    _: KW_ONLY
    item: str = ""
    need: Need = Need.OPTIONAL
    need_when: Condition | None = None
    need_then: Need = Need.EXPECTED
    shown_when: Condition | None = None
    help: Words | None = None
    index: Index | None = None
    sealed: bool = False
    fixed: bool = False
    printed: bool = True
    source: str = ""

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """What is wrong with a value that is not blank."""
        raise NotImplementedError

    def shown(self, value: Any, lang: str) -> str:
        """The value as people read it; blank reads as empty text."""
        return "" if value is None else str(value)

    def need_now(self, scopes: Sequence[Mapping[str, Any]]) -> Need:
        """The need for these answers."""
        if self.need_when is not None and self.need_when.holds(scopes):
            return self.need_then
        return self.need


@dataclass(frozen=True)
class Line(Field):
    """One line of text; stored as NFC text. `pattern` is a full match with its own words."""

    _: KW_ONLY
    most: int = 200
    pattern: str = ""
    pattern_words: Words | None = None
    suggest: Suggestions | None = None

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not text, too long, unprintable, or not of the pattern."""
        found = list(text_problems(value, path, self.most, one_line=True))
        yield from found
        if not found and self.pattern and not re.fullmatch(self.pattern, value):
            words = self.pattern_words or Words(
                "लिखा हुआ इस खाने के रूप से मेल नहीं खाता। कृपया जाँच कर लिखें।",
                "This is not of the form expected here. Please check and write again.",
            )
            yield Problem(path, "pattern", words, Weight.REFUSE)


@dataclass(frozen=True)
class LongText(Field):
    """Text over many lines; stored as NFC text with `\\n`."""

    _: KW_ONLY
    most: int = 100_000

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not text, too long or unprintable."""
        yield from text_problems(value, path, self.most, one_line=False)


@dataclass(frozen=True)
class Number(Field):
    """A whole number; stored as int."""

    _: KW_ONLY
    least: int | None = None
    most: int | None = None
    unit: Words | None = None

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a whole number, or outside the range."""
        if isinstance(value, bool) or not isinstance(value, int):
            yield refuse(
                path,
                "shape.number",
                "यहाँ पूरी संख्या लिखें, जैसे 12। जो लिखा था वह संख्या के रूप में पढ़ा नहीं गया।",
                "Write a whole number here, such as 12. What was written could not be read as one.",
            )
            return
        low, high = self.least, self.most
        if (low is not None and value < low) or (high is not None and value > high):
            yield refuse(
                path,
                "range",
                "{value} इस खाने में नहीं हो सकता — {low} से {high} के बीच लिखें।",
                "{value} cannot stand here; write a number from {low} to {high}.",
                value=str(value),
                low="…" if low is None else str(low),
                high="…" if high is None else str(high),
            )

    def shown(self, value: Any, lang: str) -> str:
        """The digits with the unit."""
        if value is None or value == "":
            return ""
        return f"{value} {self.unit.in_language(lang)}" if self.unit else str(value)


_DECIMAL = re.compile(r"-?\d{1,15}(\.\d+)?")


@dataclass(frozen=True)
class Decimal(Field):
    """A number with a fraction; stored as text (`"2.5"`), never as a float."""

    _: KW_ONLY
    places: int = 3
    least: str | None = None
    most: str | None = None
    unit: Words | None = None

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a decimal number, too many places, or outside the range."""
        if not isinstance(value, str) or not _DECIMAL.fullmatch(value) or not value.isascii():
            yield refuse(
                path,
                "shape.decimal",
                "यहाँ संख्या लिखें, जैसे 2.5। जो लिखा था वह संख्या के रूप में पढ़ा नहीं गया।",
                "Write a number here, such as 2.5. What was written could not be read as one.",
            )
            return
        if len(value.partition(".")[2]) > self.places:
            yield refuse(
                path,
                "places",
                "दशमलव के बाद अधिकतम {places} अंक लिखें।",
                "Write at most {places} digits after the point.",
                places=str(self.places),
            )
        if not self._within(value):
            yield refuse(
                path,
                "range",
                "{value} इस खाने में नहीं हो सकता — {low} से {high} के बीच लिखें।",
                "{value} cannot stand here; write a number from {low} to {high}.",
                value=value,
                low=self.least or "…",
                high=self.most or "…",
            )

    def _within(self, value: str) -> bool:
        from decimal import Decimal as Exact

        number = Exact(value)
        if self.least is not None and number < Exact(self.least):
            return False
        return self.most is None or number <= Exact(self.most)

    def shown(self, value: Any, lang: str) -> str:
        """The digits with the unit."""
        if not value:
            return ""
        return f"{value} {self.unit.in_language(lang)}" if self.unit else str(value)


@dataclass(frozen=True)
class Money(Decimal):
    """Rupees; stored as text with at most two places (`"1500"`, `"99.50"`)."""

    _: KW_ONLY
    places: int = 2
    least: str | None = "0"

    def shown(self, value: Any, lang: str) -> str:
        """Rupees with Indian grouping: `₹ 12,34,567.50`."""
        return f"₹ {grouped(value)}" if isinstance(value, str) and value else ""


@dataclass(frozen=True)
class Date(Field):
    """A calendar day; stored as `YYYY-MM-DD`. `future` says whether a day to come may stand here."""

    _: KW_ONLY
    future: bool = False

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a day, or one that has not come."""
        day = read(dt.date.fromisoformat, value, 10)
        if day is None or day.year < 1800:
            yield refuse(
                path,
                "shape.date",
                "यह तारीख पढ़ी नहीं गई। कृपया दिन-माह-वर्ष लिखें, जैसे 22-11-2026।",
                "This date could not be read. Please write day-month-year, such as 22-11-2026.",
            )
        elif not self.future and day > now.astimezone(IST).date():
            yield refuse(
                path,
                "future",
                "{day} अभी आई नहीं है। कृपया तारीख जाँचें।",
                "{day} has not come yet. Please check the date.",
                day=day.strftime("%d-%m-%Y"),
            )

    def shown(self, value: Any, lang: str) -> str:
        """`22-11-2026`."""
        day = read(dt.date.fromisoformat, value, 10)
        return day.strftime("%d-%m-%Y") if day else str(value or "")


@dataclass(frozen=True)
class Time(Field):
    """An hour of the day; stored as `HH:MM`."""

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not an hour of the day."""
        if read(dt.time.fromisoformat, value, 5) is None:
            yield refuse(
                path,
                "shape.time",
                "यह समय पढ़ा नहीं गया। कृपया घण्टा:मिनट लिखें, जैसे 10:42।",
                "This time could not be read. Please write hour:minute, such as 10:42.",
            )


@dataclass(frozen=True)
class DateTime(Field):
    """A moment in IST; stored as `YYYY-MM-DDTHH:MM`."""

    _: KW_ONLY
    future: bool = False

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a moment, or one that has not come."""
        moment = read(dt.datetime.fromisoformat, value, 16)
        if moment is None or moment.year < 1800:
            yield refuse(
                path,
                "shape.moment",
                "यह तारीख और समय पढ़ा नहीं गया। कृपया लिखें, जैसे 22-11-2026 10:42।",
                "This date and time could not be read. Please write, such as 22-11-2026 10:42.",
            )
        elif not self.future and moment.replace(tzinfo=IST) > now + dt.timedelta(minutes=1):
            yield refuse(
                path,
                "future",
                "{moment} अभी आया नहीं है। कृपया तारीख और समय जाँचें।",
                "{moment} has not come yet. Please check the date and time.",
                moment=moment.strftime("%d-%m-%Y %H:%M"),
            )

    def shown(self, value: Any, lang: str) -> str:
        """`22-11-2026 10:42`."""
        moment = read(dt.datetime.fromisoformat, value, 16)
        return moment.strftime("%d-%m-%Y %H:%M") if moment else str(value or "")


@dataclass(frozen=True)
class Choice(Field):
    """One code from a list; stored as the code."""

    _: KW_ONLY
    choices: Choices

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a code of the list."""
        if not isinstance(value, str) or self.choices.words_of(value) is None:
            yield _not_on_list(path, value)

    def shown(self, value: Any, lang: str) -> str:
        """What the code means."""
        return _meaning(self.choices, value, lang)


@dataclass(frozen=True)
class MultiChoice(Field):
    """Several codes from a list; stored as a list of codes without repeats."""

    _: KW_ONLY
    choices: Choices

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a list, a repeat, or not codes of the list."""
        if not isinstance(value, list):
            yield _not_on_list(path, value)
            return
        for code in value:
            if not isinstance(code, str) or self.choices.words_of(code) is None:
                yield _not_on_list(path, code)
        if len({str(code) for code in value}) != len(value):
            yield refuse(
                path,
                "repeated",
                "एक ही विकल्प दो बार चुना है। कृपया एक बार रखें।",
                "One choice is there twice. Please keep it once.",
            )

    def shown(self, value: Any, lang: str) -> str:
        """The meanings, with commas."""
        codes = value if isinstance(value, list) else []
        return ", ".join(_meaning(self.choices, code, lang) for code in codes)


def _not_on_list(path: Path, value: Any) -> Problem:
    return refuse(
        path,
        "not_on_list",
        "‘{value}’ इस सूची में नहीं है। कृपया सूची (F4) से चुनें।",
        "‘{value}’ is not on this list. Please choose from the list (F4).",
        value=str(value)[:40].replace("{", "(").replace("}", ")"),
    )


def _meaning(choices: Choices, value: Any, lang: str) -> str:
    if not isinstance(value, str) or not value:
        return ""
    words = choices.words_of(value)
    return words.in_language(lang) if words else value


@dataclass(frozen=True)
class YesNo(Field):
    """Yes, no, or not answered; stored as bool or absent."""

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Neither yes nor no."""
        if not isinstance(value, bool):
            yield refuse(
                path,
                "shape.yes_no",
                "यहाँ हाँ या नहीं चुनें।",
                "Choose yes or no here.",
            )

    def shown(self, value: Any, lang: str) -> str:
        """हाँ or नहीं."""
        if not isinstance(value, bool):
            return ""
        return Words("हाँ" if value else "नहीं", "Yes" if value else "No").in_language(lang)


@dataclass(frozen=True)
class Reference(Field):
    """Another record; stored as `{"record_id", "form", "number", "title"}`, the last three for readers.

    With `answers` the record that it points to shows this one as its own answer to the act that
    is named under `act`, which such a reference may carry besides.
    """

    _: KW_ONLY
    form: str = ""
    answers: bool = False

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a reference to a record of the right form."""
        if (
            not isinstance(value, Mapping)
            or not isinstance(value.get("record_id"), str)
            or (self.form and value.get("form") != self.form)
            or any(not isinstance(inner, str) for inner in value.values())
            or set(value)
            - {"record_id", "form", "number", "title"}
            - ({"act"} if self.answers else set())
        ):
            yield refuse(
                path,
                "shape.reference",
                "यह अभिलेख मिला नहीं। कृपया सूची (F4) से अभिलेख चुनें।",
                "This record was not found. Please choose a record from the list (F4).",
            )

    def shown(self, value: Any, lang: str) -> str:
        """The record's number and title."""
        if not isinstance(value, Mapping):
            return ""
        said = [str(value[key]) for key in ("number", "title") if value.get(key)]
        # A diary entry is known by its hour, which is kept as `2026-11-22T10:42`.
        moments = (read(dt.datetime.fromisoformat, one, 16) for one in said)
        return " · ".join(
            moment.strftime("%d-%m-%Y %H:%M") if moment else one
            for one, moment in zip(said, moments, strict=True)
        )


@dataclass(frozen=True)
class Attachment(Field):
    """A file kept with the record; stored as `{"sha256", "name", "mime", "size", "caption"}`.

    `sides` are the sides of a head that the form asks for (`front`, `left`, `right`).
    """

    _: KW_ONLY
    mimes: tuple[str, ...] = ("image/jpeg", "image/png", "application/pdf")
    most_bytes: int = 10 * 1024 * 1024
    keeps: Keeps = Keeps.ORIGINAL
    sides: tuple[str, ...] = ()

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a kept file, of a kind that is not taken here, or too large."""
        if (
            not isinstance(value, Mapping)
            or not re.fullmatch(r"[0-9a-f]{64}", str(value.get("sha256", "")))
            or not isinstance(value.get("size"), int)
        ):
            yield refuse(
                path,
                "shape.attachment",
                "यह फाइल अभिलेख के साथ रखी नहीं गई। कृपया F8 से दोबारा जोड़ें।",
                "This file was not kept with the record. Please attach it again with F8.",
            )
            return
        if value.get("mime") not in self.mimes:
            yield refuse(
                path,
                "attachment.kind",
                "इस तरह की फाइल यहाँ नहीं ली जाती। JPG, PNG या PDF जोड़ें।",
                "This kind of file is not taken here. Attach a JPG, PNG or PDF.",
            )
        if value["size"] > self.most_bytes:
            yield refuse(
                path,
                "attachment.size",
                "फाइल {most} MB से बड़ी है। कृपया छोटी करके जोड़ें।",
                "The file is larger than {most} MB. Please make it smaller and attach again.",
                most=str(self.most_bytes // (1024 * 1024)),
            )

    def shown(self, value: Any, lang: str) -> str:
        """The caption, else the file's name."""
        if not isinstance(value, Mapping):
            return ""
        return str(value.get("caption") or value.get("name") or "")


@dataclass(frozen=True)
class Group(Field):
    """Fields that belong together (a person, an address); stored as an object.

    `kind` names the shared part (`person`, `address`, …) so that a screen may offer persons
    already known; a one-off group has none. `gist` are the parts that tell one row from
    another at a glance; without it all of them do.
    """

    _: KW_ONLY
    parts: tuple[Field, ...]
    kind: str = ""
    gist: tuple[str, ...] = ()

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not an object; the parts are walked by `check`."""
        if not isinstance(value, Mapping):
            yield _not_group(path)

    def part(self, key: str) -> Field:
        """The part called `key`."""
        return next(part for part in self.parts if part.key == key)

    def shown(self, value: Any, lang: str) -> str:
        """The parts that are filled, with commas."""
        if not isinstance(value, Mapping):
            return ""
        pieces = (part.shown(value.get(part.key), lang) for part in self.parts)
        return ", ".join(piece for piece in pieces if piece)


@dataclass(frozen=True)
class Rows(Field):
    """A repeating group; stored as a list of objects. `most` guards against runaway input."""

    _: KW_ONLY
    row: Group
    most: int = 1000

    def problems(self, value: Any, path: Path, now: dt.datetime) -> Iterator[Problem]:
        """Not a list, or longer than any form can be; the rows are walked by `check`."""
        if not isinstance(value, list):
            yield _not_group(path)
        elif len(value) > self.most:
            yield refuse(
                path,
                "too_many",
                "{given} पंक्तियाँ हैं, अधिकतम {most} हो सकती हैं।",
                "There are {given} rows; at most {most} can be.",
                given=str(len(value)),
                most=str(self.most),
            )

    def shown(self, value: Any, lang: str) -> str:
        """The rows, one a line."""
        rows = value if isinstance(value, list) else []
        return "\n".join(self.row.shown(row, lang) for row in rows)


def _not_group(path: Path) -> Problem:
    return refuse(
        path,
        "shape.group",
        "यह भाग पढ़ा नहीं गया। कृपया इसे खोलकर दोबारा भरें।",
        "This part could not be read. Please open it and fill it again.",
    )
