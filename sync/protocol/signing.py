"""Who vouches for what: Ed25519 keys of devices, users and gateways, and signed HTTP messages."""

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature as InvalidKeySignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    InvalidSignature,
    algorithms,
)

from sync.protocol.canonical import canonical
from sync.protocol.event import Event

WINDOW = timedelta(seconds=120)
"""How far the time in a request's signature may be from the gateway's clock."""

_TAG = "thana-desk"
_NONCE = re.compile(r';nonce="([0-9A-Za-z]{16,64})"')
_REQUEST_PARTS = ("@method", "@authority", "@path", "content-type", "content-digest")
_REPLY_PARTS = ("@status", "content-type", "content-digest")


class BadSignature(ValueError):
    """A signature that is missing, malformed, or not by the key it names."""


class StaleSignature(BadSignature):
    """A good signature whose time is too far from the reader's clock."""


class Signer(Protocol):
    """Something that signs as one device; the private key may live in hardware."""

    @property
    def public(self) -> str:
        """The Ed25519 public key, 64 hexadecimal digits."""
        ...

    def sign(self, data: bytes) -> str:
        """The Ed25519 signature over `data`, 128 hexadecimal digits."""
        ...


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 private key held in memory; a `Signer`."""

    seed: bytes = field(repr=False)

    @staticmethod
    def generate() -> "SigningKey":
        """A new key from the system's random source."""
        return SigningKey(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> str:
        return self._private().public_key().public_bytes_raw().hex()

    def sign(self, data: bytes) -> str:
        return self._private().sign(data).hex()

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def device_name(public: str) -> str:
    """The name that a device with this public key (64 hex digits) has in every chain.

    It follows from the key alone, so that what a PC wrote before its enrolment is already
    written under the name that the gateway will know it by.
    """
    return f"pc-{hashlib.sha256(bytes.fromhex(public)).hexdigest()[:24]}"


def is_signed(public: str, signature: str, data: bytes) -> bool:
    """Whether `signature` (hex) over `data` is by the key `public` (hex); False for garbage."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), data)
    except (ValueError, InvalidKeySignature):
        return False
    return True


def is_public_key(public: str) -> bool:
    """Whether `public` is 64 hexadecimal digits that name an Ed25519 key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    except ValueError:
        return False
    return len(public) == 64 and public == public.lower()


# --- events and heads ---------------------------------------------------------------------


def head_statement(thana: str, device: str, incarnation: int, seq: int, head: str) -> bytes:
    """What a device signs over the last event of a batch; the chain covers the ones before."""
    return canonical(["thana-desk head", thana, device, incarnation, seq, head])


def event_statement(event: Event) -> bytes:
    """What the acting user signs: the event's hash, as its 64 hexadecimal digits in ASCII."""
    return event.hash.encode("ascii")


def sign_event(event: Event, user: Signer) -> Event:
    """`event` (already sealed) with the acting user's signature."""
    return replace(event, signature=user.sign(event_statement(event)))


def is_event_signed(event: Event, public: str) -> bool:
    """Whether `event` carries a signature by the user key `public` over its own content."""
    if event.signature is None or event.computed_hash() != event.hash:
        return False
    return is_signed(public, event.signature, event_statement(event))


# --- enrolment: both sides prove that they know the code, neither says it -----------------


def code_key(secret: str) -> bytes:
    """The key that an enrolment code's secret part gives."""
    return hashlib.sha256(b"thana-desk enrol\0" + secret.encode("ascii")).digest()


def prove(key: bytes, what: str, *parts: str) -> str:
    """A proof (hex) that its maker knows `key`, over `parts`, good only for `what`."""
    return hmac.new(key, canonical([what, *parts]), hashlib.sha256).hexdigest()


def is_proof(proof: str, key: bytes, what: str, *parts: str) -> bool:
    """Whether `proof` is what `prove` gives."""
    return hmac.compare_digest(proof.encode(), prove(key, what, *parts).encode())


# --- HTTP messages (RFC 9421) -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SignedBy:
    """What a verified request says about itself."""

    key_id: str
    nonce: str
    expires: datetime


def sign_request(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    key_id: str,
    signer: Signer,
    nonce: str,
    now: datetime,
) -> dict[str, str]:
    """`headers` with the three that RFC 9421 and RFC 9530 add; `url` is the absolute address."""
    message = _Request(method, url, dict(headers))
    _signed(
        message,
        _REQUEST_PARTS,
        body=body,
        key_id=key_id,
        signer=signer,
        nonce=nonce,
        created=now,
        expires=now + WINDOW,
    )
    return message.headers


def verify_request(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    public_key_of: Callable[[str], str | None],
    now: datetime,
) -> SignedBy:
    """Who signed this request.

    Raises:
        StaleSignature: signed well, but its time is more than `WINDOW` from `now`.
        BadSignature: anything else: no signature, another key, a changed body or address.
    """
    found = _verified(
        _Request(method, url, dict(headers)), _REQUEST_PARTS, body, _Keys(public_key_of)
    )
    created, expires = found.get("created"), found.get("expires")
    nonce, key_id = found.get("nonce"), found.get("keyid")
    if not isinstance(created, int) or not isinstance(expires, int):
        raise BadSignature("a request's signature carries created and expires")
    if not isinstance(key_id, str) or not isinstance(nonce, str) or not 16 <= len(nonce) <= 64:
        raise BadSignature("a request's signature carries a key id and a nonce")
    here, window = int(now.timestamp()), int(WINDOW.total_seconds())
    if expires - created > window:
        raise BadSignature("a request's signature may be good for 120 seconds at most")
    if created > here + window or expires < here:
        raise StaleSignature(f"signed {created - here:+d} seconds from this clock")
    return SignedBy(key_id, nonce, datetime.fromtimestamp(expires, UTC))


def sign_reply(
    *, status: int, headers: Mapping[str, str], body: bytes, signer: Signer, nonce: str
) -> dict[str, str]:
    """`headers` with the gateway's signature, bound by `nonce` to the request it answers."""
    message = _Reply(status, dict(headers))
    _signed(message, _REPLY_PARTS, body=body, key_id="gateway", signer=signer, nonce=nonce)
    return message.headers


def verify_reply(
    *, status: int, headers: Mapping[str, str], body: bytes, public: str, nonce: str
) -> None:
    """Check that the gateway whose key is `public` answered the request with this `nonce`.

    Raises:
        BadSignature: it did not.
    """
    found = _verified(_Reply(status, dict(headers)), _REPLY_PARTS, body, _Keys(lambda _: public))
    if found.get("nonce") != nonce:
        raise BadSignature("an answer to another request")


def claimed_nonce(headers: Mapping[str, str]) -> str:
    """The nonce that a request's signature names, checked or not; empty when it names none."""
    found = _NONCE.search(headers.get("signature-input", ""))
    return found.group(1) if found else ""


@dataclass(slots=True)
class _Request:
    method: str
    url: str
    headers: dict[str, str]


@dataclass(slots=True)
class _Reply:
    status_code: int
    headers: dict[str, str]


class _Keys(HTTPSignatureKeyResolver):
    def __init__(self, public_key_of: Callable[[str], str | None]) -> None:
        self._public_key_of = public_key_of

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        public = self._public_key_of(key_id)
        return None if public is None else Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))


class _Verifier(HTTPMessageVerifier):
    """The library's verifier without its own clock: time is judged by the caller's."""

    require_created = False

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Left to `verify_request`, which knows the gateway's clock."""


def _signed(
    message: _Request | _Reply,
    parts: tuple[str, ...],
    *,
    body: bytes,
    key_id: str,
    signer: Signer,
    nonce: str,
    created: datetime | None = None,
    expires: datetime | None = None,
) -> None:
    library = HTTPMessageSigner(signature_algorithm=algorithms.ED25519)
    prepared = library.prepare(
        message,
        key_id=key_id,
        created=created,
        expires=expires,
        nonce=nonce,
        label=_TAG,
        tag=_TAG,
        covered_component_ids=[part for part in parts if part != "content-digest"],
        body=body,
    )
    signature = bytes.fromhex(signer.sign(prepared.signature_base))
    library.apply(message, prepared, signature)


def _verified(
    message: _Request | _Reply, parts: tuple[str, ...], body: bytes, keys: _Keys
) -> Mapping[str, Any]:
    library = _Verifier(signature_algorithm=algorithms.ED25519, key_resolver=keys)
    try:
        found = library.verify(
            message, max_age=None, expect_tag=_TAG, require_components=parts, body=body
        )
    except (InvalidSignature, HTTPMessageSignaturesException, ValueError) as error:
        raise BadSignature(f"not signed as it should be: {type(error).__name__}") from error
    if len(found) != 1:
        raise BadSignature("exactly one signature is expected")
    parameters: Mapping[str, Any] = found[0].parameters
    return parameters
