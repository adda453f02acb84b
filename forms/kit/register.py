"""A bound register of the thana: columns over the records of forms, told as data."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from forms.kit.fields import Field, Group
from forms.kit.form import CaseRecord, Form
from forms.kit.letter import Letter
from forms.kit.words import NO_WORDS, Words


class Shelf(Enum):
    """Where a book stands, in the order in which a list offers them."""

    DAILY = Words("दैनिक", "Daily")
    CRIME = Words("अपराध", "Crime")
    INVESTIGATION = Words("विवेचना", "Investigation")
    COURT = Words("न्यायालय", "Court")
    PROPERTY = Words("माल", "Property")
    PERSONS = Words("व्यक्ति", "Persons")
    WATCH = Words("निगरानी", "Watch")
    PUBLIC = Words("जनता", "Public")
    OFFICE = Words("कार्यालय", "Office")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register: a registered record in its current version.

    `form` reads the answers; `row` is the part of the record that this line is about, where a
    register writes a line for each (`Register.lines`); `kept` are the columns that the desk wrote
    by hand, by their key, `serial` counts the lines of one print. `papers` looks up, when asked, the case's other records of a form.
    """

    number: str
    registered_at: str
    letter: Letter
    officer: str
    event_hash: str
    remarks: Sequence[str] = ()
    linked: str = ""
    _: KW_ONLY
    record_id: str = ""
    serial: int = 0
    form: Form | None = None
    row: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    papers: Callable[[str], Sequence[CaseRecord]] = lambda form: ()

    def said(self, key: str) -> str:
        """The answer at a dotted key as a Hindi reader reads it; '' where there is none."""
        if self.form is None:
            return ""
        first, *steps = key.split(".")
        part: Field | None = next((one for one in self.form.fields() if one.key == first), None)
        value: Any = self.letter.get(first)
        for step in steps:
            inside = part.parts if isinstance(part, Group) else ()
            part = next((one for one in inside if one.key == step), None)
            value = value.get(step) if isinstance(value, Mapping) else None
        if part is None or value is None or value == "":
            return ""
        return part.shown(value, "hi")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a register: `value` reads it from an entry, `width` is its share of the page.

    Without `value` it is written by hand: on the paper with a pen, or, where it has a key `kept`,
    in the program, which prints it ever after. `total` gives what is added up below the column.
    """

    words: Words
    value: Callable[[Entry], str] | None
    width: int
    narrative: bool = False
    kept: str = ""
    total: Callable[[Entry], Decimal] | None = None

    def said(self, entry: Entry) -> str:
        """What stands in this column for an entry."""
        if self.value is not None:
            return self.value(entry)
        return entry.kept.get(self.kept, "") if self.kept else ""


@dataclass(frozen=True)
class Register:
    """A bound book of the thana as columns over the records of a form.

    `also` are other forms whose records stand in the same book. `number` is what the desk calls
    the book by; a `chief` book leads its shelf. `keep` leaves out what belongs elsewhere; `lines` writes several lines for one
    record; `order` sorts other than by registration, `heading` then stands above each new group.
    A `standing` book (licences, history sheets) holds all that was registered up to the last day,
    not only within the period. `basis` says what orders the book to be kept, `signed_by` who signs.
    """

    code: str
    words: Words
    form: str
    columns: tuple[Column, ...]
    _: KW_ONLY
    shelf: Shelf = Shelf.OFFICE
    chief: bool = False
    series: str = ""
    landscape: bool = False
    legal: bool = False
    also: tuple[str, ...] = ()
    number: str = ""
    basis: Words = NO_WORDS
    standing: bool = False
    keep: Callable[[Entry], bool] | None = None
    lines: Callable[[Entry], Iterable[Mapping[str, Any]]] | None = None
    order: Callable[[Entry], Any] | None = None
    heading: Callable[[Entry], str] | None = None
    closing: Callable[[Sequence[Entry]], Words] | None = None
    signed_by: tuple[Words, ...] = (
        Words("हे0मो0 / लेखक", "Head moharrir, writer"),
        Words("थाना प्रभारी", "Officer in charge"),
    )
