"""The lane for files: after the records, piece by piece, resumed at the byte where it was cut."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sync.client.ports import BadAnswer, Clock, Refused, RemoteError, Unreachable
from sync.protocol.files import MAX_PIECE_BYTES, FileReply, FileRequest
from sync.protocol.messages import Identity
from sync.protocol.wire import BadMessage

FLOOR = 1024
"""Bytes: the shortest piece that a bad link is asked to carry."""
_FIRST = 32 * 1024
_QUICK = 2.0
"""Seconds within which a piece counts as quick."""
_SLOW = 4.0


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file by the SHA-256 of its content, and its size in bytes."""

    sha256: str
    size: int


class Taken(StrEnum):
    """What became of a piece that was handed to the shelf."""

    PARTIAL = "partial"
    COMPLETE = "complete"
    MISMATCH = "mismatch"
    """All bytes came and are not the file of that name; nothing of them was kept."""


class FileShelf(Protocol):
    """The local files as this lane sees them. Each method is one transaction."""

    def to_send(self) -> Sequence[FileRef]:
        """Files of acknowledged records that are here and not known to be at the peer, small first.

        As many as one run may well carry; `waiting` counts all.
        """
        ...

    def waiting(self) -> tuple[int, int]:
        """How many files are left to send and to fetch, all told."""
        ...

    def read(self, sha256: str, offset: int, length: int) -> bytes:
        """Up to `length` bytes of a file that is here, from `offset`."""
        ...

    def confirmed(self, sha256: str) -> None:
        """The peer durably holds the whole file."""
        ...

    def spoiled(self, sha256: str) -> None:
        """The bytes here do not give the hash: a person must look; nothing is sent or deleted."""
        ...

    def to_fetch(self) -> Sequence[FileRef]:
        """Files that records here name and that are not here, small first; bounded like `to_send`."""
        ...

    def held(self, sha256: str) -> int:
        """How many bytes of a file that is being fetched are here already."""
        ...

    def take(self, ref: FileRef, offset: int, piece: bytes) -> Taken:
        """Keep a piece that begins where `held` ends; the last one makes the file whole."""
        ...


class FileWay(Protocol):
    """The way to one peer for files."""

    def file(self, request: bytes) -> bytes:
        """Carry one request there and the answer back.

        Raises:
            RemoteError: as for `Remote.sync`.
        """
        ...


@dataclass(slots=True)
class FileReport:
    """What one `exchange` did and how it ended.

    `sent` and `received` count whole files, `waiting_up` and `waiting_down` those left.
    `stopped` is "" when nothing is left to do now, else `asked` (told to stop), `budget` (this
    exchange may carry no more), or the kind of the `RemoteError` that ended it.
    """

    sent: int = 0
    received: int = 0
    spoiled: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    waiting_up: int = 0
    waiting_down: int = 0
    stopped: str = ""
    error_code: str = ""
    retry_after: float | None = None


class FileEngine:
    """Moves files between one shelf and one peer; between two runs it keeps only how long
    a piece may be and where the peer was."""

    def __init__(
        self,
        *,
        shelf: FileShelf,
        way: FileWay,
        clock: Clock,
        identity: Identity,
        app: str = "thana-desk",
    ) -> None:
        self._shelf = shelf
        self._way = way
        self._clock = clock
        self._identity = identity
        self._app = app
        self._length = _FIRST
        self._reached: dict[str, int] = {}

    def exchange(
        self, *, should_stop: Callable[[], bool] = lambda: False, budget: int | None = None
    ) -> FileReport:
        """Send and fetch until nothing is left, the link fails, or it is told to stop.

        `should_stop` is asked before every piece: records go first, so the caller says so when
        one was written. `budget` is the most bytes on the wire, both ways together. Never raises
        for what the network or the peer does; errors of the shelf itself pass through.
        """
        report = FileReport()
        try:
            for move, refs in (
                (self._send, self._shelf.to_send()),
                (self._fetch, self._shelf.to_fetch()),
            ):
                for ref in refs:
                    try:
                        move(ref, report, should_stop, budget)
                    except BadAnswer as error:
                        # Of this file alone, such as one whose record names a wrong size: it
                        # delays nobody behind it.
                        report.stopped = error.kind
        except _Stopped as stopped:
            report.stopped = stopped.why
        except RemoteError as error:
            report.stopped = error.kind
            report.error_code = error.code
            report.retry_after = error.retry_after
        report.waiting_up, report.waiting_down = self._shelf.waiting()
        return report

    # --- up -------------------------------------------------------------------------------

    def _send(
        self, ref: FileRef, report: FileReport, should_stop: Callable[[], bool], budget: int | None
    ) -> None:
        tries = 0
        offset = self._reached.get(ref.sha256, 0)
        # A short file is sent as soon as it is asked for. Where the peer was is remembered, so
        # that a link which carries one contact at a time does not spend them all on asking.
        asks = ref.sha256 not in self._reached and ref.size > self._length
        while True:
            _go_on(report, should_stop, budget)
            piece = None if asks else self._shelf.read(ref.sha256, offset, self._length)
            if piece == b"":
                self._spoil(ref, report)
                return
            reply = self._ask(ref, report, offset=0 if asks else offset, piece=piece)
            asks = False
            match reply.state:
                case "complete":
                    self._shelf.confirmed(ref.sha256)
                    self._reached.pop(ref.sha256, None)
                    report.sent += 1
                    return
                case "mismatch":
                    if tries or not self._is_sound(ref):
                        self._spoil(ref, report)
                        return
                    # The peer held a beginning that was not of this file and has dropped it.
                    tries, offset = 1, 0
                case "unknown":
                    offset = 0
                case _:
                    if piece is not None and reply.held == offset:
                        raise BadAnswer("a piece was not taken")
                    offset = reply.held
            self._reached[ref.sha256] = offset

    def _spoil(self, ref: FileRef, report: FileReport) -> None:
        self._shelf.spoiled(ref.sha256)
        report.spoiled += 1

    def _is_sound(self, ref: FileRef) -> bool:
        made, offset = hashlib.sha256(), 0
        while data := self._shelf.read(ref.sha256, offset, MAX_PIECE_BYTES):
            made.update(data)
            offset += len(data)
        return made.hexdigest() == ref.sha256 and offset == ref.size

    # --- down -----------------------------------------------------------------------------

    def _fetch(
        self, ref: FileRef, report: FileReport, should_stop: Callable[[], bool], budget: int | None
    ) -> None:
        tries = 0
        while True:
            _go_on(report, should_stop, budget)
            offset = self._shelf.held(ref.sha256)
            reply = self._ask(ref, report, offset=offset, want=self._length)
            if reply.state != "complete":
                return  # not there yet: another PC still has to send it
            if not reply.piece:
                raise BadAnswer("a piece was asked for and none came")
            match self._shelf.take(ref, offset, reply.piece):
                case Taken.COMPLETE:
                    report.received += 1
                    return
                case Taken.MISMATCH:
                    if tries:
                        return
                    tries = 1
                case Taken.PARTIAL:
                    pass

    # --- one step -------------------------------------------------------------------------

    def _ask(
        self,
        ref: FileRef,
        report: FileReport,
        *,
        offset: int,
        piece: bytes | None = None,
        want: int = 0,
    ) -> FileReply:
        request = FileRequest(
            self._app, self._identity, ref.sha256, ref.size, offset, piece, want
        ).to_bytes()
        started = self._clock.monotonic()
        try:
            answer = self._way.file(request)
        except Unreachable:
            self._length = max(FLOOR, self._length // 2)
            raise
        except Refused as error:
            if error.code == "too_large":
                self._length = max(FLOOR, self._length // 2)
            raise
        report.bytes_up += len(request)
        report.bytes_down += len(answer)
        try:
            reply = FileReply.from_bytes(answer)
        except BadMessage as error:
            raise BadAnswer(str(error)) from error
        if reply.sha256 != ref.sha256 or reply.held > ref.size:
            raise BadAnswer("an answer about another file")
        if len(reply.piece or b"") > want:
            raise BadAnswer("more came than was asked for")
        elapsed = self._clock.monotonic() - started
        if elapsed > _SLOW:
            self._length = max(FLOOR, self._length // 2)
        elif elapsed <= _QUICK and (piece is not None or want):
            self._length = min(MAX_PIECE_BYTES, self._length * 2)
        return reply


class _Stopped(Exception):
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _go_on(report: FileReport, should_stop: Callable[[], bool], budget: int | None) -> None:
    if should_stop():
        raise _Stopped("asked")
    if budget is not None and report.bytes_up + report.bytes_down >= budget:
        raise _Stopped("budget")
