"""Whether the way to the peer is open, judged only by what really came through it."""

from dataclasses import dataclass
from enum import StrEnum

from sync.client.ports import (
    BadAnswer,
    NotOurGateway,
    Refused,
    Revoked,
    TryLater,
    Unreachable,
)


class Way(StrEnum):
    """The state of the way to a peer."""

    UNKNOWN = "unknown"
    OPEN = "open"
    CLOSED = "closed"


_WAY_OPEN = frozenset({"", Refused.kind, Revoked.kind, BadAnswer.kind})
_WAY_CLOSED = frozenset({Unreachable.kind, NotOurGateway.kind, TryLater.kind})


@dataclass(frozen=True, slots=True)
class Link:
    """The way to one peer: its state, since when, and what failed since it last worked.

    `since` and `last_open` are seconds of the caller's monotonic clock; `last_open` is None
    before the first answer. The operating system is never asked: a VPN can be up and dead.
    """

    way: Way = Way.UNKNOWN
    since: float = 0.0
    failures: int = 0
    error_kind: str = ""
    last_open: float | None = None

    def after(self, error_kind: str, at: float) -> "Link":
        """The state after a contact at `at`; `error_kind` is empty when it went well.

        A gateway that answered, even to refuse, is reachable: the way is open. A login page or
        an unsigned 503 proves nothing about the gateway: the way is closed.
        """
        answered = error_kind in _WAY_OPEN and error_kind not in _WAY_CLOSED
        way = Way.OPEN if answered else Way.CLOSED
        return Link(
            way=way,
            since=self.since if way is self.way else at,
            failures=0 if not error_kind else self.failures + 1,
            error_kind=error_kind,
            last_open=at if answered else self.last_open,
        )
