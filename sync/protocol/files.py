"""What is said when a file travels: one piece up or down, known by the SHA-256 of the whole."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.protocol.messages import MAJOR, MINOR, Identity, opened
from sync.protocol.times import to_text
from sync.protocol.wire import BadMessage, pack

MAX_FILE_BYTES = 64 * 1024 * 1024
"""The largest file that travels; forms take far less."""
MAX_PIECE_BYTES = 256 * 1024
"""The longest piece of one message."""

STATES = ("partial", "complete", "mismatch", "unknown")


@dataclass(frozen=True, slots=True)
class FileRequest:
    """One step of one file: a piece to keep, a piece to hand out, or only the question how far it is.

    `sha256` and `size` (bytes) name the whole file. `piece` goes up and begins at byte `offset`;
    without one the request asks for up to `want_bytes` from `offset`, 0 for none.
    """

    app: str
    identity: Identity
    sha256: str
    size: int
    offset: int = 0
    piece: bytes | None = None
    want_bytes: int = 0

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "app": self.app,
                "thana": self.identity.thana,
                "device": self.identity.device,
                "incarnation": self.identity.incarnation,
                "sha256": self.sha256,
                "size": self.size,
                "offset": self.offset,
                "piece": None if self.piece is None else _written(self.piece),
                "want_bytes": self.want_bytes,
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "FileRequest":
        """The request in `packed`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "file request")
        request = FileRequest(
            app=fields.text("app", longest=60),
            identity=Identity(
                fields.text("thana", longest=60),
                fields.text("device", longest=60),
                fields.integer("incarnation", least=1, most=10**6),
            ),
            sha256=fields.hash("sha256"),
            size=fields.integer("size", least=1, most=MAX_FILE_BYTES),
            offset=fields.integer("offset"),
            piece=fields.optional("piece", _piece),
            want_bytes=fields.integer("want_bytes", most=MAX_PIECE_BYTES),
        )
        fields.end(newer=newer)
        if request.offset + len(request.piece or b"") > request.size:
            raise BadMessage("file request: the piece reaches beyond the file")
        if request.piece is not None and (not request.piece or request.want_bytes):
            raise BadMessage("file request: a piece goes one way and is not empty")
        return request


@dataclass(frozen=True, slots=True)
class FileReply:
    """How far the peer is with the file, whatever became of the request.

    `state` is `partial` (it durably holds the first `held` bytes), `complete` (all of them, and
    their hash is right), `mismatch` (all came and gave another hash: nothing of them is kept),
    or `unknown` (asked for a file that it does not have). `piece` begins at the asked offset.
    """

    sha256: str
    state: str
    held: int
    server_time: datetime
    piece: bytes | None = None
    retry_after: int | None = None

    def to_bytes(self) -> bytes:
        """The message as it travels."""
        return pack(
            {
                "protocol": f"{MAJOR}.{MINOR}",
                "sha256": self.sha256,
                "state": self.state,
                "held": self.held,
                "server_time": to_text(self.server_time),
                "piece": None if self.piece is None else _written(self.piece),
                "retry_after": self.retry_after,
            }
        )

    @staticmethod
    def from_bytes(packed: bytes) -> "FileReply":
        """The reply in `packed`.

        Raises:
            UnknownProtocol, TooLarge, BadMessage: it cannot be read.
        """
        fields, newer = opened(packed, "file reply")
        reply = FileReply(
            sha256=fields.hash("sha256"),
            state=fields.text("state", longest=20),
            held=fields.integer("held", most=MAX_FILE_BYTES),
            server_time=fields.moment("server_time"),
            piece=fields.optional("piece", _piece),
            retry_after=fields.optional_integer("retry_after", most=24 * 3600),
        )
        fields.end(newer=newer)
        if reply.state not in STATES:
            raise BadMessage("file reply: the state is none of the known ones")
        return reply


def _written(piece: bytes) -> str:
    # Under zstd the six bits of a base64 letter take six bits again: it costs a hundredth.
    return base64.b64encode(piece).decode("ascii")


def _piece(value: Any) -> bytes:
    if not isinstance(value, str) or len(value) > MAX_PIECE_BYTES * 4 // 3 + 4:
        raise BadMessage("a piece is base64 text of at most 256 KiB")
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadMessage("a piece is base64 text") from error
