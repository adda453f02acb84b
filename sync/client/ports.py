"""What the sync engine needs from the world: a journal, a remote, a signer, a clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from sync.protocol.event import GENESIS, Event
from sync.protocol.messages import ORIGIN, Head, Identity, Receipt, Verdict
from sync.protocol.signing import Signer

__all__ = [
    "BadAnswer",
    "Clock",
    "Halt",
    "Journal",
    "NotOurGateway",
    "Parked",
    "Position",
    "Refused",
    "Remote",
    "RemoteError",
    "Revoked",
    "Signer",
    "TryLater",
    "Unreachable",
]


class Halt(StrEnum):
    """Why a chain may not sync until a person has acted; the events stay where they are."""

    RESTORED = "restored"
    """This PC came back from an old backup. Its missing events are back in the journal; the
    store must open a new incarnation before it registers anything."""
    FORKED = "forked"
    """The gateway holds another event under one of this chain's sequences: a cloned disk, or a
    restored one that went on writing."""
    COPIED = "copied"
    """Two PCs contact the gateway with this identity."""
    SUPERSEDED = "superseded"
    """A later incarnation of this device is already writing."""
    BROKEN = "broken"
    """The local chain does not hold together, or not with what the gateway countersigned."""
    OVERSIZE = "oversize"
    """The next event is longer than the gateway takes."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far this chain and one peer have got; saved after each step, never ahead of the data.

    `incarnation` is the chain it belongs to: with a new one only the feed's part carries over.
    `acked` is what the peer durably holds; `receipt` its signed word for it, `proof`
    an earlier one to show to a peer that went back. The feed was read up to `cursor` (its hash
    `cursor_hash`) in `feed_epoch`, its verdicts up to `verdicts_read`.
    `token` is to be shown at the next contact. `halt` stands until a person has acted.
    `last_contact` is the peer's time at the last answer.
    """

    peer: str
    incarnation: int
    acked: Head = ORIGIN
    feed_epoch: str = ""
    cursor: int = 0
    cursor_hash: str = GENESIS
    verdicts_read: int = 0
    token: str = ""
    receipt: Receipt | None = None
    proof: Receipt | None = None
    halt: Halt | None = None
    last_contact: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    """A feed event that is stored but cannot be shown yet, and what it waits for."""

    event_hash: str
    record_id: str
    reason: str


class Journal(Protocol):
    """The local store as sync sees it. Each method is one transaction."""

    def identity(self) -> Identity:
        """The chain that this PC writes now."""
        ...

    def head(self) -> Head:
        """The last event of that chain."""
        ...

    def hash_at(self, seq: int) -> str | None:
        """The hash of that chain's event `seq`; `GENESIS` for 0; None where there is none."""
        ...

    def own_events_after(self, seq: int, max_bytes: int) -> Sequence[Event]:
        """That chain's events after `seq`, in order, up to `max_bytes` of canonical JSON.

        At least one event when there is any, however long; empty when there is none.
        """
        ...

    def take_back(self, events: Sequence[Event]) -> None:
        """Append this chain's own events, which the peer still has and this store lost.

        They follow directly on `head()`; those already here are skipped.
        """
        ...

    def apply_feed(
        self, events: Sequence[Event], verdicts: Sequence[Verdict], position: Position
    ) -> Sequence[Parked]:
        """Store other chains' events and the peer's verdicts together with `position`.

        One transaction: all of it or nothing. An event that is already here (same hash) is
        skipped, so that a repeat changes nothing. Verdicts are kept by
        `(position.feed_epoch, number)`, a repeat replaces; those of an earlier epoch no longer
        hold. Returns the events stored without their parents being here.

        Raises:
            BrokenChain: an event does not follow on its chain here, or is of another thana;
                nothing was stored.
        """
        ...

    def load_position(self, peer: str) -> Position | None:
        """The last saved position with `peer`; None before the first contact."""
        ...

    def save_position(self, position: Position) -> None:
        """Keep `position`, replacing the earlier one with the same peer."""
        ...

    def signer_keys(self, actors: Sequence[str]) -> Mapping[str, str]:
        """The public signing keys (64 hex digits) of those `actors` who have one here."""
        ...


class Remote(Protocol):
    """The way to one peer."""

    def sync(self, request: bytes) -> bytes:
        """Carry one request there and the answer back.

        Raises:
            RemoteError: one of its kinds below; nothing is known about what became of the
                request then.
        """
        ...


class Clock(Protocol):
    """The time, as far as this PC knows it."""

    def now(self) -> datetime:
        """The wall clock, aware. It may be wrong by years."""
        ...

    def monotonic(self) -> float:
        """Seconds since some start; never runs back."""
        ...


class RemoteError(Exception):
    """No usable answer from the peer. `kind` is a stable code for reports and texts.

    `code` is the peer's own word for a refusal, `retry_after` the seconds it asks for.
    """

    kind = "remote"

    def __init__(self, detail: str, *, code: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code
        self.retry_after = retry_after


class Unreachable(RemoteError):
    """The link is cut, too slow or not there."""

    kind = "unreachable"


class NotOurGateway(RemoteError):
    """Something answered that cannot prove to be the gateway: a login page, another server."""

    kind = "not_our_gateway"


class Refused(RemoteError):
    """The gateway understood and said no; `code` says why."""

    kind = "refused"


class TryLater(RemoteError):
    """The gateway, or what stands before it, is busy or out of order."""

    kind = "try_later"


class BadAnswer(RemoteError):
    """The gateway's answer cannot be read or contradicts itself."""

    kind = "bad_answer"


class Revoked(RemoteError):
    """The gateway says that this device was withdrawn."""

    kind = "revoked"
