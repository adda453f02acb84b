"""A return: figures that a senior office asks for, counted from the records and proved by them."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from forms.kit.register import Entry
from forms.kit.words import NO_WORDS, Words


class Span(StrEnum):
    """The period that a return is usually made for."""

    DAY = "day"
    FORTNIGHT = "fortnight"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: how many records of a form within the period fit `counts`.

    `key` is stable and unique in its return; a figure that an officer changes is known by it.
    """

    key: str
    form: str
    counts: Callable[[Entry], bool] = lambda entry: True
    _: KW_ONLY
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A line of the table: what is counted, and its figures from left to right."""

    words: Words
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Return:
    """A table of figures with its covering letter, and the registers that go along as annexures.

    `to` is the office that asked, in Hindi; `basis` the section or order that asks for it.
    """

    code: str
    words: Words
    to: tuple[str, ...]
    columns: tuple[Words, ...]
    rows: tuple[ReturnRow, ...]
    _: KW_ONLY
    span: Span = Span.FORTNIGHT
    annexures: tuple[str, ...] = ()
    basis: Words = NO_WORDS
    totals: bool = True
