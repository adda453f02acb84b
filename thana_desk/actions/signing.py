"""An officer's signing key, which only the officer's own password opens."""

import os
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key pair: the public half as 64 hex digits, the private half sealed by the password."""

    public: str
    sealed: bytes


def new_signing_key(password: str, *, cost: tuple[int, int, int]) -> SigningKey:
    """A fresh Ed25519 key sealed with Argon2id at `cost` = (passes, KiB, lanes)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    return SigningKey(
        private.public_key().public_bytes_raw().hex(),
        sealed(private.private_bytes_raw(), password, cost=cost),
    )


def sealed(secret: bytes, password: str, *, cost: tuple[int, int, int]) -> bytes:
    """`secret` under AES-GCM with a key from the password; the cost travels with it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    head = b"".join(part.to_bytes(4, "big") for part in cost) + salt
    return head + nonce + AESGCM(_stretched(password, salt, cost)).encrypt(nonce, secret, head)


def opened(box: bytes, password: str) -> bytes | None:
    """What `sealed` closed in; None where the password is another one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head, nonce, closed = box[:28], box[28:40], box[40:]
    cost = (
        int.from_bytes(head[0:4], "big"),
        int.from_bytes(head[4:8], "big"),
        int.from_bytes(head[8:12], "big"),
    )
    try:
        return AESGCM(_stretched(password, head[12:28], cost)).decrypt(nonce, closed, head)
    except InvalidTag:
        return None


def signer(private: bytes) -> Callable[[bytes], bytes]:
    """A function that signs with this private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign


def _stretched(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    import unicodedata

    from argon2.low_level import Type, hash_secret_raw

    passes, kib, lanes = cost
    typed = unicodedata.normalize("NFC", password).encode("utf-8")
    return hash_secret_raw(typed, salt, passes, kib, lanes, 32, Type.ID)
