"""The plain values that go into the store and come out of it; storage knows no form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, TypeAlias

from sync.protocol.canonical import Json

Letter: TypeAlias = Mapping[str, Json]
Sign: TypeAlias = Callable[[bytes], bytes | str]

SyncState = Literal["waiting", "sent", "acknowledged", "parked"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose journal this PC writes: the thana, this device, and how often it was born anew."""

    thana: str
    device: str
    incarnation: int = 1


@dataclass(frozen=True, slots=True)
class Officer:
    """One user account. `sealed_private_key` is the signing key wrapped by the user's password."""

    user_id: str
    login: str
    name_hi: str
    name_en: str
    pno: str
    rank: str
    roles: tuple[str, ...]
    public_key: str
    sealed_private_key: bytes
    active: bool
    created_at: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """The fixed columns of a record. Times are ISO text with offset, dates ISO days."""

    record_id: str
    form: str
    form_version: int
    status: str
    version: int = 1
    number: str | None = None
    series: str | None = None
    period: str | None = None
    serial: int | None = None
    parent_id: str | None = None
    case_id: str | None = None
    sensitive: bool = False
    provisional: bool = False
    title: str = ""
    registered_at: str | None = None
    occurred_on: str | None = None
    created_by: str | None = None
    registered_by: str | None = None
    on_behalf_of: str | None = None

    def to_json(self) -> dict[str, Json]:
        """The envelope as it travels in `Event.body["envelope"]`."""
        return asdict(self)

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Envelope":
        """The envelope of an event's body; keys that this version does not know are left aside."""
        known = {f.name for f in fields(Envelope)}
        return Envelope(**{key: value for key, value in data.items() if key in known})


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One searchable value of a record: what kind, where in the letter, as shown, as folded."""

    kind: str
    path: str
    shown: str
    folded: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as one record names him.

    `paths` are the places in the letter where he stands; `born` is the year, reckoned from the
    age where only that is known; `words` are the folded words that he is found by, in the columns
    name, relative, address and marks (phones, numbers of identity papers, the year).
    """

    person_id: str
    record_id: str
    paths: tuple[str, ...]
    name: str
    relation: str = ""
    relative: str = ""
    born: int | None = None
    gender: str = ""
    phones: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    address: str = ""
    words: tuple[str, str, str, str] = ("", "", "", "")


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A record says at some time that two persons are one (`joined`) or are not."""

    record_id: str
    one: str
    other: str
    joined: bool
    at: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A legal clock of a record; `warn_at` holds the times at which to warn."""

    code: str
    starts_at: str
    due_at: str | None
    warn_at: tuple[str, ...] = ()
    stopped_at: str | None = None


@dataclass(frozen=True, slots=True)
class ClockStop:
    """This version stops a clock of (usually) another record."""

    record_id: str
    code: str
    at: str


@dataclass(frozen=True, slots=True)
class Allocation:
    """One issued number of a legal series."""

    series: str
    period: str
    serial: int
    number: str


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """An issued number as stored: with its record, its event and its place in the series' chain."""

    series: str
    period: str
    serial: int
    number: str
    record_id: str
    event_hash: str
    at: str
    prev_alloc_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What the acting officer wants on the journal; the store adds place, chain and hashes.

    `sign`, where given, receives the event's hash as its 64 hexadecimal digits in ASCII and
    returns the officer's Ed25519 signature: 64 bytes, or their 128 hexadecimal digits. `event_id` is made by the store when left empty.
    """

    record_id: str
    kind: str
    form: str
    form_version: int
    actor: str
    role: str
    stated_at: str
    device_at: str
    body: Mapping[str, Json]
    parents: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    trusted_at: str | None = None
    sign: Sign | None = None
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Projection:
    """What one event makes of its record: computed by the actions, which know the forms.

    `gaps` counts what stood on its deficiency list.
    """

    envelope: Envelope
    letter: Letter
    index_rows: Sequence[IndexRow] = ()
    search_text: str = ""
    clocks: Sequence[Clock] = ()
    stops: Sequence[ClockStop] = ()
    reason: str | None = None
    gaps: int = 0
    name_words: Sequence[tuple[str, str]] = ()
    persons: Sequence[PersonRow] = ()
    links: Sequence[PersonLink] = ()
    files: "Sequence[Attachment]" = ()


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as lists show it: envelope, journal place, sync state; without the letter."""

    envelope: Envelope
    event_hash: str
    thana: str
    device: str
    incarnation: int
    seq: int
    siblings: int
    gaps: int
    sync_state: SyncState

    @property
    def record_id(self) -> str:
        return self.envelope.record_id

    @property
    def number(self) -> str | None:
        return self.envelope.number

    @property
    def title(self) -> str:
        return self.envelope.title


@dataclass(frozen=True, slots=True)
class Record:
    """A whole current record: its row and its letter."""

    row: RecordRow
    letter: Letter

    @property
    def envelope(self) -> Envelope:
        return self.row.envelope

    @property
    def event_hash(self) -> str:
        return self.row.event_hash


@dataclass(frozen=True, slots=True)
class Page:
    """A window of a list and the length of the whole list."""

    rows: tuple[RecordRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One entry of a record's history."""

    record_id: str
    version: int
    event_hash: str
    at: str
    actor: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record and those of its index rows that carry a searched term."""

    record_id: str
    form: str
    title: str
    number: str | None
    status: str
    sensitive: bool
    registered_at: str | None
    matched: tuple[IndexRow, ...]
    row: RecordRow


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock with the record that it runs for."""

    record_id: str
    clock: Clock
    form: str
    title: str
    number: str | None
    case_id: str | None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody's unfinished writing: changes freely, is never on the journal."""

    draft_id: str
    form: str
    form_version: int
    owner: str
    letter: Letter
    created_at: str
    updated_at: str
    parent_id: str | None = None
    reasons: Mapping[str, Json] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A list kept under a name; `wanted` says which, `owner` is empty for the whole station."""

    view_id: str
    owner: str
    name: str
    wanted: Mapping[str, Json]
    made_by: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Something to be printed that is not done yet: `wanted` says what and how, never the pages.

    `state` is `printing` or `waiting`, `problem` why it waits, `sent` how many pages went out.
    """

    job_id: str
    owner: str
    state: str
    problem: str
    wanted: Mapping[str, Json]
    sent: int
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to records, known by the SHA-256 of its bytes."""

    sha256: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who printed or looked at what, in which role and for which stated purpose."""

    at: str
    actor: str
    role: str
    act: str
    record_id: str | None = None
    event_hash: str | None = None
    detail: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One own event on its way to the data centre."""

    seq: int
    event_id: str
    record_id: str
    kind: str
    form: str
    device_at: str
    state: SyncState
    reason: str | None
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class SyncMark:
    """What is known of the way of one event to the data centre."""

    state: SyncState
    reason: str | None
    acked_at: str | None


@dataclass(frozen=True, slots=True)
class SyncPosition:
    """How far the exchange with one peer has come; `receipt` and `proof` as the peer sent them.

    `halt` is the code of what a person must see to before the exchange goes on.
    """

    peer: str
    incarnation: int
    acked_seq: int
    acked_hash: str
    feed_epoch: str
    cursor: int
    cursor_hash: str
    verdicts_read: int
    token: str
    receipt: Json = None
    proof: Json = None
    halt: str | None = None
    last_contact: str | None = None


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One thing that the data centre said about one event, in its own numbering."""

    feed_epoch: str
    number: int
    clears: int | None
    device: str
    incarnation: int
    seq: int
    event_hash: str
    record_id: str
    reason: str
    detail: str
    at: str


@dataclass(frozen=True, slots=True)
class Parked:
    """A received event that is kept but cannot be shown yet, and what it waits for."""

    event_hash: str
    record_id: str
    reason: str
    since: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A number that two records carry; both stand until the officer in charge decides."""

    series: str
    period: str
    serial: int
    number: str
    record_id: str
    event_hash: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that verification found wrong.

    `code` is stable; `place` says where (device/incarnation/seq, record id, series/period/serial);
    `text` is for the technician's report.
    """

    code: str
    place: str
    text: str
