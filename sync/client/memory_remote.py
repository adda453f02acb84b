"""A remote in the same process that carries real bytes, and loses them where it is told to."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from sync.client.ports import Unreachable


class Fault(StrEnum):
    """What happens to one contact."""

    CUT_BEFORE = "cut_before"
    """The request never arrives."""
    CUT_AFTER = "cut_after"
    """The request is answered, the answer never arrives."""
    GARBAGE = "garbage"
    """Something else than the answer arrives."""
    TRUNCATED = "truncated"
    """Half of the answer arrives."""
    TWICE = "twice"
    """The request arrives two times; the second answer is heard."""


class MemoryRemote:
    """Hands each request to `answer`, the gateway's own code, through a list of planned faults.

    `answer` may raise a `RemoteError`, as the real way would. `faults` are used up one a
    contact, None for a clean one; after the last all are clean.
    """

    def __init__(
        self, answer: Callable[[bytes], bytes], faults: Sequence[Fault | None] = ()
    ) -> None:
        self._answer = answer
        self.faults: list[Fault | None] = list(faults)
        self.contacts = 0

    def sync(self, request: bytes) -> bytes:
        """The answer to `request`, or what the planned fault makes of it."""
        self.contacts += 1
        fault = self.faults.pop(0) if self.faults else None
        if fault is Fault.CUT_BEFORE:
            raise Unreachable("cut before the request arrived")
        answer = self._answer(request)
        match fault:
            case Fault.CUT_AFTER:
                raise Unreachable("cut before the answer arrived")
            case Fault.GARBAGE:
                return b"<!DOCTYPE html><title>Login</title>"
            case Fault.TRUNCATED:
                return answer[: len(answer) // 2]
            case Fault.TWICE:
                return self._answer(request)
            case _:
                return answer
