"""When to try again after a contact: full-jitter back-off that always ends in an attempt."""

from sync.client.ports import (
    BadAnswer,
    NotOurGateway,
    Refused,
    TryLater,
    Unreachable,
)

FIRST = 2.0
"""Seconds: the most that the first wait may be."""
LONGEST = 300.0
LONGEST_ASKED = 3600.0
"""Seconds: a peer that asks for more is not obeyed beyond this."""

_BY_ITSELF = frozenset(
    {Unreachable.kind, NotOurGateway.kind, TryLater.kind, BadAnswer.kind, Refused.kind}
)


def may_retry(error_kind: str) -> bool:
    """Whether the program may try again by itself; after the others a person must act first."""
    return error_kind in _BY_ITSELF


def wait_seconds(
    error_kind: str, tries: int, chance: float, retry_after: float | None = None
) -> float | None:
    """Seconds until the next attempt; None when only a person can go on.

    `tries` counts failures in a row from 1, `chance` is a random number in [0, 1). The ceiling
    doubles from `FIRST` to `LONGEST`, the wait is evenly spread below it so that PCs that lost
    the link together do not return together. A wait that the peer asked for is the least, with
    up to a quarter more. A refusal is not hurried: the full ceiling applies at once.
    """
    if not may_retry(error_kind):
        return None
    if retry_after is not None and retry_after > 0:
        return min(retry_after, LONGEST_ASKED) * (1 + chance / 4)
    if error_kind == Refused.kind:
        return LONGEST * (0.5 + chance / 2)
    ceiling = min(LONGEST, FIRST * 2.0 ** min(max(tries, 1) - 1, 16))
    return max(0.2, chance * ceiling)
