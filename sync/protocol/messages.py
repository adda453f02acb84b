"""What is said in one enrolment and in one sync contact, as values with strict parsing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sync.protocol.canonical import Json, canonical
from sync.protocol.event import GENESIS, Event
from sync.protocol.runs import read_run, runs_of, write_run
from sync.protocol.signing import is_signed
from sync.protocol.times import to_text
from sync.protocol.wire import (
    MAX_EVENTS,
    BadMessage,
    Fields,
    pack,
    unpack,
)

MAJOR = 1
MINOR = 0
MAX_VERDICTS = 200
MAX_SIGNERS = 100


class UnknownProtocol(BadMessage):
    """A message of another major version of this protocol."""


# --- parts --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a chain: its sequence and hash; `(0, GENESIS)` before the first."""

    seq: int = 0
    hash: str = GENESIS


ORIGIN = Head()
"""The head of a chain before its first event."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes one chain: `(thana, device, incarnation)`."""

    thana: str
    device: str
    incarnation: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """The gateway's signed word that it durably holds a chain up to `head`.

    `feed_size` and `feed_hash` are the state of the thana's feed at that moment. `signature` is
    the gateway's Ed25519 signature over `statement()`.
    """

    identity: Identity
    head: Head
    feed_epoch: str
    feed_size: int
    feed_hash: str
    server_time: datetime
    signature: str = ""

    def statement(self) -> bytes:
        """The bytes that the gateway signs."""
        return canonical(["thana-desk receipt", *self._parts()])

    def is_from(self, gateway_public: str) -> bool:
        """Whether the gateway with this public key signed it."""
        return is_signed(gateway_public, self.signature, self.statement())

    def to_json(self) -> list[Json]:
        """The list that `from_json` reads."""
        return [*self._parts(), self.signature]

    def _parts(self) -> list[Json]:
        return [
            self.identity.thana,
            self.identity.device,
            self.identity.incarnation,
            self.head.seq,
            self.head.hash,
            self.feed_epoch,
            self.feed_size,
            self.feed_hash,
            to_text(self.server_time),
        ]

    @staticmethod
    def from_json(value: object) -> "Receipt":
        """The receipt that `to_json` wrote.

        Raises:
            BadMessage: it is none.
        """
        names = (
            "thana", "device", "incarnation", "seq", "hash",
            "feed_epoch", "feed_size", "feed_hash", "server_time", "signature",
        )  # fmt: skip
        if not isinstance(value, list) or len(value) != len(names):
            raise BadMessage("a receipt has ten parts")
        fields = Fields(dict(zip(names, value, strict=True)), "receipt")
        return Receipt(
            identity=Identity(
                fields.text("thana"), fields.text("device"), fields.integer("incarnation", least=1)
            ),
            head=Head(fields.integer("seq"), fields.hash("hash")),
            feed_epoch=fields.text("feed_epoch", longest=40),
            feed_size=fields.integer("feed_size"),
            feed_hash=fields.hash("feed_hash"),
            server_time=fields.moment("server_time"),
            signature=fields.signature("signature"),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing the gateway has to say about one stored event; numbered per thana from 1.

    `reason` is a code (see `REASONS`), `detail` names what it is about (a number, a hash).
    `clears` is the `number` of an earlier verdict that no longer holds; None for a new one.
    """

    number: int
    clears: int | None
    device: str
    incarnation: int
    seq: int
    event_hash: str
    record_id: str
    reason: str
    detail: str
    at: datetime

    def to_json(self) -> list[Json]:
        """The list that `from_json` reads."""
        return [
            self.number, self.clears, self.device, self.incarnation, self.seq,
            self.event_hash, self.record_id, self.reason, self.detail, to_text(self.at),
        ]  # fmt: skip

    @staticmethod
    def from_json(value: object) -> "Verdict":
        """The verdict that `to_json` wrote.

        Raises:
            BadMessage: it is none.
        """
        names = (
            "number", "clears", "device", "incarnation", "seq",
            "event_hash", "record_id", "reason", "detail", "at",
        )  # fmt: skip
        if not isinstance(value, list) or len(value) != len(names):
            raise BadMessage("a verdict has ten parts")
        fields = Fields(dict(zip(names, value, strict=True)), "verdict")
        return Verdict(
            number=fields.integer("number", least=1),
            clears=fields.optional_integer("clears", least=1),
            device=fields.text("device"),
            incarnation=fields.integer("incarnation", least=1),
            seq=fields.integer("seq", least=1),
            event_hash=fields.hash("event_hash"),
            record_id=fields.text("record_id"),
            reason=fields.text("reason", longest=60),
            detail=fields.text("detail", longest=1000),
            at=fields.moment("at"),
        )


REASONS = (
    "parent_unknown",
    "number_gap",
    "number_duplicate",
    "allocations_unreadable",
    "signer_unknown",
    "signer_unconfirmed",
    "signature_wrong",
    "cleared",
)
"""The reason codes of this version; a reader shows an unknown one as it stands."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the gateway takes in one message."""

    batch_bytes: int = 64 * 1024
    events: int = MAX_EVENTS


DEFAULT_LIMITS = Limits()


# --- one contact --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """One push and pull.

    `head` is what this chain holds here, `acked` what this side believes the gateway holds.
    `events` follow directly on `acked` and `head_signature` is the device's signature over the
    last of them. `feed_epoch`, `cursor`, `cursor_hash` say how far the thana's feed was read,
    `want_bytes` about how much more of it to send (as kept, packed one by one);
    `verdicts_read` how far its verdicts. `token` is from the previous reply (two PCs with one
    identity give themselves away by it). `take_back_after` asks for this chain's own events
    after that sequence, `proof` is an earlier receipt shown to a gateway that forgot it, and
    `signers` are user keys the gateway asked for.
    """

    app: str
    identity: Identity
    head: Head
    acked: Head
    feed_epoch: str = ""
    cursor: int = 0
    cursor_hash: str = GENESIS
    verdicts_read: int = 0
    want_bytes: int = 32 * 1024
    token: str = ""
    events: tuple[Event, ...] = ()
    head_signature: str | None = None
    take_back_after: int | None = None
    proof: Receipt | None = None
    signers: Mapping[str, str] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "app": self.app,
                "thana": self.identity.thana,
                "device": self.identity.device,
                "incarnation": self.identity.incarnation,
                "head_seq": self.head.seq,
                "head_hash": self.head.hash,
                "acked_seq": self.acked.seq,
                "acked_hash": self.acked.hash,
                "feed_epoch": self.feed_epoch,
                "cursor": self.cursor,
                "cursor_hash": self.cursor_hash,
                "verdicts_read": self.verdicts_read,
                "want_bytes": self.want_bytes,
                "token": self.token,
                "run": write_run(self.events) if self.events else None,
                "head_signature": self.head_signature,
                "take_back_after": self.take_back_after,
                "proof": None if self.proof is None else self.proof.to_json(),
                "signers": dict(self.signers),
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "SyncRequest":
        """The request in `packed`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "request")
        identity = Identity(
            fields.text("thana", longest=60),
            fields.text("device", longest=60),
            fields.integer("incarnation", least=1, most=10**6),
        )
        request = SyncRequest(
            app=fields.text("app", longest=60),
            identity=identity,
            head=Head(fields.integer("head_seq"), fields.hash("head_hash")),
            acked=Head(fields.integer("acked_seq"), fields.hash("acked_hash")),
            feed_epoch=fields.text("feed_epoch", longest=40),
            cursor=fields.integer("cursor"),
            cursor_hash=fields.hash("cursor_hash"),
            verdicts_read=fields.integer("verdicts_read"),
            want_bytes=fields.integer("want_bytes"),
            token=fields.text("token", longest=64),
            events=fields.optional("run", lambda run: read_run(run, thana=identity.thana)) or (),
            head_signature=fields.optional_signature("head_signature"),
            take_back_after=fields.optional_integer("take_back_after"),
            proof=fields.optional("proof", Receipt.from_json),
            signers=_texts(fields.take("signers"), "signers"),
        )
        fields.end(newer=newer)
        if request.events and not _is_own(request.events[0], identity):
            raise BadMessage("request.run is not of the chain that sends it")
        return request


@dataclass(frozen=True, slots=True)
class SyncReply:
    """The gateway's answer: its own head is the acknowledgement, whatever became of the push.

    `standing` is what the gateway thinks of this chain: `ok`, `fork` (the same sequence came
    with another content; the first is kept, the second put aside), `copied` (two PCs use one
    identity), `superseded` (a later incarnation of this device is already writing).
    `hash_at_yours` is the gateway's hash at the client's head when the gateway holds more.
    `events` continue the feed up to `cursor`; `more` says that the feed goes on.
    """

    standing: str
    receipt: Receipt
    token: str
    hash_at_yours: str | None = None
    events: tuple[Event, ...] = ()
    cursor: int = 0
    cursor_hash: str = GENESIS
    more: bool = False
    taken_back: tuple[Event, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    verdicts_read: int = 0
    wanted_signers: tuple[str, ...] = ()
    retry_after: int | None = None
    limits: Limits = DEFAULT_LIMITS

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "standing": self.standing,
                "receipt": self.receipt.to_json(),
                "token": self.token,
                "hash_at_yours": self.hash_at_yours,
                "runs": [write_run(run) for run in runs_of(self.events)],
                "cursor": self.cursor,
                "cursor_hash": self.cursor_hash,
                "more": self.more,
                "taken_back": write_run(self.taken_back) if self.taken_back else None,
                "verdicts": [verdict.to_json() for verdict in self.verdicts],
                "verdicts_read": self.verdicts_read,
                "wanted_signers": list(self.wanted_signers),
                "retry_after": self.retry_after,
                "limits": {"batch_bytes": self.limits.batch_bytes, "events": self.limits.events},
            },
            is_settled=True,
        )

    @staticmethod
    def from_bytes(packed: bytes, *, thana: str) -> "SyncReply":
        """The reply in `packed`; all its events are of `thana`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "reply")
        runs = [read_run(run, thana=thana) for run in fields.items("runs", most=MAX_EVENTS)]
        reply = SyncReply(
            standing=fields.text("standing", longest=20),
            receipt=Receipt.from_json(fields.take("receipt")),
            token=fields.text("token", longest=64),
            hash_at_yours=fields.optional_hash("hash_at_yours"),
            events=tuple(event for run in runs for event in run),
            cursor=fields.integer("cursor"),
            cursor_hash=fields.hash("cursor_hash"),
            more=fields.truth("more"),
            taken_back=fields.optional("taken_back", lambda run: read_run(run, thana=thana)) or (),
            verdicts=tuple(
                Verdict.from_json(item) for item in fields.items("verdicts", most=MAX_VERDICTS)
            ),
            verdicts_read=fields.integer("verdicts_read"),
            wanted_signers=tuple(
                _text(item, "wanted_signers")
                for item in fields.items("wanted_signers", most=MAX_SIGNERS)
            ),
            retry_after=fields.optional_integer("retry_after", most=24 * 3600),
            limits=_limits(fields.take("limits")),
        )
        fields.end(newer=newer)
        if reply.standing not in STANDINGS:
            raise BadMessage("reply.standing is none of the known ones")
        if reply.receipt.identity.thana != thana:
            raise BadMessage("reply.receipt is of another thana")
        return reply


STANDINGS = ("ok", "fork", "copied", "superseded")


# --- enrolment ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """A PC asks to become a device of the thana that its code belongs to.

    `code_id` names the code, `proof` shows that the asker knows the rest of it (see
    `signing.prove`); the code itself never travels. `label` is what the thana calls the PC.
    """

    app: str
    code_id: str
    device_public: str
    label: str
    nonce: str
    proof: str

    def proven(self) -> tuple[str, ...]:
        """What the proof covers."""
        return (self.code_id, self.device_public, self.label, self.nonce)

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "app": self.app,
                "code_id": self.code_id,
                "device_public": self.device_public,
                "label": self.label,
                "nonce": self.nonce,
                "proof": self.proof,
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "EnrolRequest":
        """The request in `packed`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "enrolment")
        request = EnrolRequest(
            app=fields.text("app", longest=60),
            code_id=fields.text("code_id", longest=20),
            device_public=fields.hash("device_public"),
            label=fields.text("label", longest=100),
            nonce=fields.text("nonce", longest=64),
            proof=fields.hash("proof"),
        )
        fields.end(newer=newer)
        return request


@dataclass(frozen=True, slots=True)
class EnrolReply:
    """The gateway's answer: who the PC now is, and the key that will sign its receipts.

    `proof` shows that the gateway knows the code too, so that no other server can pose as it.
    """

    thana: str
    device: str
    gateway_public: str
    server_time: datetime
    proof: str = ""

    def proven(self, nonce: str) -> tuple[str, ...]:
        """What the proof covers; `nonce` is the request's."""
        return (self.thana, self.device, self.gateway_public, to_text(self.server_time), nonce)

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "thana": self.thana,
                "device": self.device,
                "gateway_public": self.gateway_public,
                "server_time": to_text(self.server_time),
                "proof": self.proof,
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "EnrolReply":
        """The reply in `packed`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "enrolment reply")
        reply = EnrolReply(
            thana=fields.text("thana", longest=60),
            device=fields.text("device", longest=60),
            gateway_public=fields.hash("gateway_public"),
            server_time=fields.moment("server_time"),
            proof=fields.hash("proof"),
        )
        fields.end(newer=newer)
        return reply


# --- refusals -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the gateway did not answer a request; goes with an HTTP error status.

    Codes: `bad_message`, `protocol`, `too_large`, `signature`, `clock`, `replay`,
    `unknown_device`, `revoked`, `code`, `busy`. `server_time` lets a PC whose clock is wrong
    sign again with the right time.
    """

    code: str
    server_time: datetime
    retry_after: int | None = None

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "refused": self.code,
                "server_time": to_text(self.server_time),
                "retry_after": self.retry_after,
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "Refusal":
        """The refusal in `packed`, whatever its major version.

        Raises:
            BadMessage: it is none.
        """
        fields = Fields(unpack(packed), "refusal")
        return Refusal(
            code=fields.text("refused", longest=40),
            server_time=fields.moment("server_time"),
            retry_after=fields.optional_integer("retry_after", most=24 * 3600),
        )


# --- reading ------------------------------------------------------------------------------


def opened(packed: bytes, where: str) -> tuple[Fields, bool]:
    """The fields of a message of this protocol, and whether its sender speaks a newer minor one.

    Raises:
        UnknownProtocol, TooLarge, BadMessage: it cannot be read.
    """
    fields = Fields(unpack(packed), where)
    version = fields.text("protocol", longest=20)
    major, dot, minor = version.partition(".")
    if not (dot and major.isdecimal() and minor.isdecimal() and version.isascii()):
        raise BadMessage(f"{where}.protocol must be two numbers, as in 1.0")
    if int(major) != MAJOR:
        raise UnknownProtocol(f"protocol {int(major)}, this side speaks {MAJOR}")
    return fields, int(minor) > MINOR


def _is_own(event: Event, identity: Identity) -> bool:
    return (event.device, event.incarnation) == (identity.device, identity.incarnation)


def _limits(value: Any) -> Limits:
    fields = Fields(value, "limits")
    return Limits(
        batch_bytes=fields.integer("batch_bytes", least=1024),
        events=fields.integer("events", least=1),
    )


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise BadMessage(f"{where} must hold short text")
    return value


def _texts(value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MAX_SIGNERS:
        raise BadMessage(f"{where} must be an object of at most {MAX_SIGNERS}")
    return {_text(key, where): _text(inner, where) for key, inner in value.items()}
