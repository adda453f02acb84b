"""The journal's one kind of entry: a complete new version of one record, chained to the last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sync.protocol.canonical import Json, canonical, digest, spell

GENESIS = "0" * 64
"""The `prev_hash` of a device incarnation's first event."""


class BrokenChain(ValueError):
    """Events that do not follow from one another; the text says at which sequence and why."""


@dataclass(frozen=True, slots=True)
class Event:
    """One immutable entry of the journal.

    `(thana, device, incarnation, seq)` is its identity: one device incarnation writes one chain,
    `seq` counts from 1 without gaps. `parents` are hashes of the versions this one follows:
    none = created, one = edited, two = reconciled. Times are ISO 8601 text with offset;
    `stated_at` is what the officer says, `device_at` the PC's clock, `trusted_at` the last
    server time carried forward (None before the first contact). `body` is the version itself
    (envelope, letter, allocations): sync hands it on and never looks inside.
    `signature` is the acting user's Ed25519 signature over `hash` (128 hex digits), on sealed
    versions; None otherwise.
    """

    thana: str
    device: str
    incarnation: int
    seq: int
    event_id: str
    record_id: str
    kind: str
    form: str
    form_version: int
    parents: tuple[str, ...]
    actor: str
    role: str
    on_behalf_of: str | None
    stated_at: str
    device_at: str
    trusted_at: str | None
    body: Mapping[str, Json]
    prev_hash: str
    hash: str = ""
    signature: str | None = None

    def header(self) -> dict[str, Json]:
        """All that the hash covers, with the body by its own hash."""
        return {**self._fields(), "body_hash": digest(canonical(self.body))}

    def _fields(self) -> dict[str, Json]:
        return {
            "thana": self.thana,
            "device": self.device,
            "incarnation": self.incarnation,
            "seq": self.seq,
            "event_id": self.event_id,
            "record_id": self.record_id,
            "kind": self.kind,
            "form": self.form,
            "form_version": self.form_version,
            "parents": list(self.parents),
            "actor": self.actor,
            "role": self.role,
            "on_behalf_of": self.on_behalf_of,
            "stated_at": self.stated_at,
            "device_at": self.device_at,
            "trusted_at": self.trusted_at,
            "prev_hash": self.prev_hash,
        }

    def computed_hash(self, *, is_settled: bool = False) -> str:
        """The hash that this event's content gives, whatever `hash` says.

        `is_settled` says that every text is known to be canonical already, as in a message that
        was just read; it spares spelling each letter a second time.
        """
        if not is_settled:
            return digest(canonical(self.header()))
        return digest(spell({**self._fields(), "body_hash": digest(spell(self.body))}))

    def sealed(self, *, is_settled: bool = False) -> "Event":
        """The same event with `hash` filled in; `is_settled` as for `computed_hash`."""
        return replace(self, hash=self.computed_hash(is_settled=is_settled))

    def to_json(self) -> dict[str, Json]:
        """All fields as canonical-JSON values; `from_json` is the way back."""
        return {
            **self._fields(),
            "body": self.body,
            "hash": self.hash,
            "signature": self.signature,
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Event":
        """The event that `to_json` wrote.

        Raises:
            BrokenChain: a field is missing, unknown or of the wrong type.
        """
        if not isinstance(data.get("parents"), list | tuple):
            # Text would pass as a sequence of one-letter hashes.
            raise BrokenChain("not an event: parents must be a list")
        try:
            event = Event(**{**data, "parents": tuple(data["parents"])})
        except (KeyError, TypeError) as error:
            raise BrokenChain(f"not an event: {error}") from error
        for name, kind in _TYPES.items():
            value = getattr(event, name)
            if not isinstance(value, kind) or isinstance(value, bool):
                raise BrokenChain(f"not an event: {name} is {type(value).__name__}")
        if not all(isinstance(parent, str) for parent in event.parents):
            raise BrokenChain("not an event: parents must be text")
        return event


_OPTIONAL_TEXT = (str, type(None))
_TYPES: dict[str, type | tuple[type, ...]] = {
    "thana": str,
    "device": str,
    "incarnation": int,
    "seq": int,
    "event_id": str,
    "record_id": str,
    "kind": str,
    "form": str,
    "form_version": int,
    "actor": str,
    "role": str,
    "on_behalf_of": _OPTIONAL_TEXT,
    "stated_at": str,
    "device_at": str,
    "trusted_at": _OPTIONAL_TEXT,
    "body": Mapping,
    "prev_hash": str,
    "hash": str,
    "signature": _OPTIONAL_TEXT,
}


def check_chain(events: Iterable[Event], *, seq: int = 0, head: str = GENESIS) -> tuple[int, str]:
    """Follow `events` from the place `(seq, head)` and return the new `(seq, head)`.

    Raises:
        BrokenChain: a gap, a wrong `prev_hash`, or content that does not give its hash.
    """
    for event in events:
        if event.seq != seq + 1:
            raise BrokenChain(f"after entry {seq} comes entry {event.seq}")
        if event.prev_hash != head:
            raise BrokenChain(f"entry {event.seq} does not follow from entry {seq}")
        if event.computed_hash() != event.hash:
            raise BrokenChain(f"entry {event.seq} was changed after it was sealed")
        seq, head = event.seq, event.hash
    return seq, head
