"""The form itself: sections of fields, rules, versions, and what registering one brings about."""

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum

from forms.kit.condition import Condition
from forms.kit.fields import Field, Group, Rows
from forms.kit.letter import Letter
from forms.kit.paper import PaperFacts, PaperText
from forms.kit.problem import Problem
from forms.kit.words import NO_WORDS, Words


@dataclass(frozen=True)
class Section:
    """A page of the form: what stands together on the screen and under one heading on paper."""

    key: str
    words: Words
    fields: tuple[Field, ...]
    _: KW_ONLY
    shown_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class DiaryState:
    """How a diary day stands: opened, how many entries, the last one a closing."""

    opened: bool = False
    entries: int = 0
    ends_closed: bool = False


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One registered record of a case, in its current version."""

    record_id: str
    form: str
    number: str
    registered_at: str
    letter: Letter
    parent_id: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What is registered already in the case that a record belongs to, oldest first.

    `parent` is the record that the one in question stands under; None where it stands alone.
    The record in question itself is not among them.
    """

    records: tuple[CaseRecord, ...] = ()
    parent: CaseRecord | None = None

    def of(self, form: str) -> list[CaseRecord]:
        """The records of one form."""
        return [one for one in self.records if one.form == form]

    def first(self, form: str) -> CaseRecord | None:
        """The first record of a form: the FIR of the case, its charge sheet."""
        return next((one for one in self.records if one.form == form), None)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another registered record that holds an answer.

    Of one that is sealed to the acting role, or that it may not read, nothing but that it is
    there (`sealed`): no number, no answers.
    """

    record_id: str = ""
    form: str = ""
    number: str = ""
    letter: Letter = field(default_factory=dict)
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the program knows at the moment of checking or registering.

    `now` is aware, in IST. `role` is the acting role (`moharir`, …). `numbers` are the legal
    numbers taken in the running registration, by form code (`{"iif_1": "0059/2026"}`).
    `diary` looks up, when asked, how the running diary day stands; `case` what is registered
    in the case already (nothing, for a record that stands alone or where nothing is known).
    `count` tells how many records of a form (its code) were registered from one day to another
    (ISO, both counted). `elsewhere` finds other records of a form by an indexed answer of theirs
    (form, key of the field, dotted through groups and rows: `items.imei`, and the value);
    `is_there` tells whether a record is registered here, by its id. `officer` is the one who acts: `name`, `rank`, `pno`.
    """

    now: dt.datetime
    role: str = ""
    diary: Callable[[], "DiaryState"] = lambda: DiaryState()
    case: Callable[[], CaseFile] = lambda: CaseFile()
    count: Callable[[str, str, str], int] = lambda form, first, last: 0
    elsewhere: Callable[[str, str, str], Sequence[Elsewhere]] = lambda form, key, value: ()
    is_there: Callable[[str], bool] = lambda record_id: True
    officer: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    thana: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across fields: `find` yields what is wrong; `code` is what its problems carry."""

    code: str
    find: Callable[[Letter, Facts], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The series a record takes its number from while `when` holds; the first that holds counts.

    `base` is the key of the number that a supplementary paper carries on with its own letter.
    """

    series: str
    when: Condition | None = None
    base: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """Another record that is registered in the same transaction, before this one.

    `letter` writes its answers; a reference to it is kept in this record under the key `link` (of
    the row where `rows` is set; '' where the letter holds no place for it). Where the
    acting role may not register the other form, it is left as a draft for the role that may, in
    the same transaction, and the link stays blank until that role has registered it.

    It is due when `when` first holds: at the first registration, and with `later` also in a
    later version. With `rows` each row of that repeating group for which `when` holds is an act
    of its own, told from the others by its answers under `by`; `letter` then sees the record
    with this row alone. `act` names the act among those of the form, where `link` does not.
    """

    form: str
    link: str
    letter: Callable[[Letter, Facts], Letter]
    when: Condition | None = None
    _: KW_ONLY
    later: bool = False
    rows: str = ""
    by: tuple[str, ...] = ()
    act: str = ""


@dataclass(frozen=True, slots=True)
class ClockStart:
    """A statutory clock that starts at the time under `at` (a key), or at registration.

    It stops when the answer under `done` is yes, a day or a time. `variant` names another limit
    of the clock (`90_days`); `when` says for which answers.
    """

    clock: str
    at: str = ""
    done: str = ""
    when: Condition | Callable[[Letter], bool] | None = None
    variant: str = ""


@dataclass(frozen=True, slots=True)
class ClockEnd:
    """A running clock of another record of the case that this record's duty stops.

    It stops at the time under `at` once that is filled; without `at`, at registration.
    """

    clock: str
    at: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A place on paper where somebody signs; `named` is the key of the person it is for.

    Of rows each has a place, and blank ones follow until there are `least`. `thumb` leaves a box
    for a thumb impression. Without an answer under `named` the place stands without a name.
    """

    words: Words
    named: str = ""
    least: int = 1
    thumb: bool = False
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A print that a registered record offers: `layout` names it, `copies` say for whom each is.

    A letter or slip says its words itself, by `text`. What the law hides is covered on the copies
    whose places stand in `masked`, whoever prints them: they go to where others read them too.
    `signers` sign beside the writer and the officer in charge, who sign every paper.
    `gathers` says that it prints the records under this one as well. It is offered while `when`
    holds of the record's answers: nobody looks for a person who was found.
    """

    code: str
    words: Words
    layout: str
    copies: tuple[Words, ...] = ()
    signers: tuple[Signer, ...] = ()
    text: Callable[[Letter, PaperFacts], PaperText] | None = None
    masked: tuple[int, ...] = ()
    gathers: bool = False
    when: Callable[[Letter], bool] | None = None


class Correction(StrEnum):
    """How a registered record is put right."""

    VERSION = "version"  # a new version with reason; prints show old and new
    NEW_ENTRY = "new_entry"  # never a new version: a further entry quotes the old one


class Trust(StrEnum):
    """Where the fields of a form come from; shown to the department until it has confirmed them."""

    SOURCED = "sourced"  # the official items, from a document that is named
    INFERRED = "inferred"  # put together from the duty, the law and usual practice
    TO_CONFIRM = "to_confirm"  # even the meaning of the form is not known for certain


@dataclass(frozen=True)
class Form:
    """One form of the thana.

    `code` is the reference's code in lower case with underscores; `duty` the items of the
    role-duties letter it serves (`b-2`); `trust` says where its fields come from; `upgrades[n]` carries a letter from version n-1 to n,
    in place. `line` is what a list shows of a record, `occurred` the key of its date,
    `own_number` the number of a record that brings its own,
    `mark` the key of the code by which a record is found again within its series and period.
    `seal` names who may read what is sealed in a sensitive record (`sensitive.toml`).
    `parent` is the form whose records this one usually stands under, `also_under` others it may;
    `begin` writes what a new draft can take over from its case, `prepare` fills the `fixed` fields
    just before checking. `sample` writes fictional answers that register without a problem at `now`.
    """

    code: str
    version: int
    title: Words
    short: Words
    sections: tuple[Section, ...]
    _: KW_ONLY
    role: str
    duty: tuple[str, ...]
    sample: Callable[[dt.datetime], Letter]
    law: Words = NO_WORDS
    rules: tuple[Rule, ...] = ()
    upgrades: Mapping[int, Callable[[Letter], None]] = field(default_factory=dict)
    numbered: tuple[Numbered, ...] = ()
    trust: Trust = Trust.INFERRED
    parent: str = ""
    also_under: tuple[str, ...] = ()
    parent_must: bool = False
    consequences: tuple[Consequence, ...] = ()
    clocks: tuple[ClockStart, ...] = ()
    ends: tuple[ClockEnd, ...] = ()
    papers: tuple[Paper, ...] = ()
    correction: Correction = Correction.VERSION
    line: Callable[[Letter], str] = lambda letter: ""
    occurred: str = ""
    own_number: Callable[[Letter], str] = lambda letter: ""
    mark: str = ""
    is_sensitive: Callable[[Letter], bool] = lambda letter: False
    seal: str = "victim_identity"
    prepare: Callable[[Letter, Facts], None] = lambda letter, facts: None
    begin: Callable[[Facts], Letter] = lambda facts: {}

    def fields(self) -> Iterator[Field]:
        """All top-level fields in official order."""
        for section in self.sections:
            yield from section.fields

    def field_at(self, key: str) -> Field:
        """The top-level field called `key`."""
        return next(one for one in self.fields() if one.key == key)

    def papers_of(self, letter: Letter) -> tuple[Paper, ...]:
        """The papers that a record with these answers offers."""
        return tuple(one for one in self.papers if one.when is None or one.when(letter))

    def series_for(self, letter: Letter) -> str:
        """The number series for these answers; empty text for a form without numbers."""
        return self.numbered_by(letter).series

    def numbered_by(self, letter: Letter) -> Numbered:
        """Where these answers take their number from; `Numbered("")` where nowhere."""
        for numbered in self.numbered:
            if numbered.when is None or numbered.when.holds((letter,)):
                return numbered
        return Numbered("")

    def may_stand_under(self, form: str) -> bool:
        """Whether a record of `form` can be the parent of a record of this form."""
        return form in self.parents()

    def parents(self) -> tuple[str, ...]:
        """The forms whose records can be the parent of a record of this form."""
        return tuple(one for one in (self.parent, *self.also_under) if one)


def walk(parts: Sequence[Field]) -> Iterator[Field]:
    """Every field below `parts`, groups and rows included."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from walk(part.parts)
        elif isinstance(part, Rows):
            yield from walk(part.row.parts)


def upgraded(form: Form, letter: Letter, version: int) -> Letter:
    """A copy of `letter`, written under `version`, carried forward to the form's version.

    Raises:
        LetterFromNewerForm: the letter was written by a newer form than this.
    """
    if version > form.version:
        raise LetterFromNewerForm(form.code, version, form.version)
    carried: Letter = copy.deepcopy(letter)
    for step in range(version + 1, form.version + 1):
        upgrade = form.upgrades.get(step)
        if upgrade is not None:
            upgrade(carried)
    return carried


class LetterFromNewerForm(ValueError):
    """A letter written under a form version that this program does not know yet."""

    def __init__(self, code: str, version: int, known: int) -> None:
        super().__init__(f"{code} version {version}, known up to {known}")
        self.form_code = code
