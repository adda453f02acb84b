"""New identifiers: UUIDv7, so that ids made later sort later."""

import secrets
import time
import uuid


def new_id() -> str:
    """A UUIDv7 (RFC 9562 §5.7) as text: 48 bits of Unix milliseconds, then 74 random bits."""
    stamp = time.time_ns() // 1_000_000 & (1 << 48) - 1
    random = secrets.randbits(74)
    value = stamp << 80 | 7 << 76 | (random >> 62) << 64 | 2 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
