"""What the actions show of drafts and records: plain values, already masked for the role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.kit.form import Paper
from forms.kit.letter import Letter
from forms.kit.problem import Problem
from forms.kit.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """Unfinished writing. `letter` may hold anything that was typed, right or wrong."""

    draft_id: str
    form_code: str
    letter: Letter
    reasons: dict[str, str]
    updated_at: str
    owner: str
    owner_name: Words
    parent_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft as lists show it. `tells_of_act`: an entry that an act left for the diary."""

    draft_id: str
    form_code: str
    title: str
    owner_name: Words
    updated_at: str
    note: str
    owner: str = ""
    tells_of_act: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A record as lists show it; `title` is covered where the role may not see it.

    `gaps` counts its deficiency list, `due` is the nearest of the clocks that the list asks for.
    A draft has a `draft_id` and no `record_id`; its `status` is its note, `tells_of_act` says
    that it is an entry which another role's act left.
    """

    record_id: str
    form_code: str
    number: str
    title: str
    registered_at: str
    status: str
    sync_state: str
    provisional: bool
    sensitive: bool
    officer: Words
    gaps: int = 0
    draft_id: str = ""
    tells_of_act: bool = False
    due: "ClockLine | None" = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A window of a list, and the length of the whole list."""

    lines: list[Line]
    total: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was found: the field, what stands there, and how it fits.

    `kind` is `exact` (whole words), `prefix` (their beginning), `sound` (a name that sounds the
    same), `near` (one that resembles it), `slip` (one letter differs), `related` (the same offence
    in the other code) or `text` (somewhere in the text).
    """

    field: Words
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record and why it was found; `rank` counts from 1, the best first."""

    line: Line
    why: list[str]
    rank: int = 0
    kind: str = "exact"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person as one record names him, with that record. `age` is what he is this year."""

    person_id: str
    name: str
    relation: Words
    relative: str
    age: int | None
    address: str
    phones: tuple[str, ...]
    line: Line
    likeness: float = 1.0
    kind: str = "exact"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueHit:
    """A phone or a vehicle in a record."""

    text: str
    field: Words
    line: Line
    kind: str


@dataclass(frozen=True, slots=True)
class SectionHit:
    """A section of the law and in how many records it stands; counting ends at `most`.

    `related`: the same offence in the other code, not what was asked for itself.
    """

    act: str
    section: str
    words: Words
    count: int
    related: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All that one question finds, each kind best first."""

    records: list[Hit]
    persons: list[PersonHit]
    vehicles: list[ValueHit]
    phones: list[ValueHit]
    sections: list[SectionHit]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a record."""

    version: int
    at: str
    actor_name: Words
    role: str
    reason: str
    event_hash: str


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A statutory clock of a record. `late` = due and not stopped.

    A clock may run before there is a record (electronic information that waits for its
    signature): then `draft_id` says which draft, and `record_id` is empty.
    """

    code: str
    words: Words
    due_at: str | None
    late: bool
    stopped_at: str | None
    record_id: str = ""
    number: str = ""
    title: str = ""
    draft_id: str = ""


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the newest version stands on its way to the data centre."""

    state: str
    reason: Words


@dataclass(frozen=True)
class RecordView:
    """A registered record, as the role may see it."""

    record_id: str
    form_code: str
    form_version: int
    number: str
    title: str
    status: str
    version: int
    letter: Letter
    registered_at: str
    registered_by: Words
    role: str
    on_behalf_of: Words | None
    parent: Line | None
    children: list[Line]
    versions: list[VersionLine]
    gaps: list[Problem]
    clocks: list[ClockLine]
    papers: tuple[Paper, ...]
    sync: SyncState
    sensitive: bool
    event_hash: str
    masked: bool
    provisional: bool = False
    entries: list[Line] = field(default_factory=list)
    extra: Mapping[str, Any] = field(default_factory=dict)
