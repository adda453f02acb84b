"""A shelf of files in memory: for trying the file lane without a store."""

import hashlib
from collections.abc import Sequence

from sync.client.files import FileRef, Taken


class MemoryShelf:
    """A `FileShelf`; `files` are here, `named` are those that records name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.named: dict[str, int] = {}
        self.at_peer: set[str] = set()
        self.bad: set[str] = set()
        self.parts: dict[str, bytes] = {}

    def add(self, data: bytes) -> str:
        """Attach a file to a record written here; its name."""
        name = hashlib.sha256(data).hexdigest()
        self.files[name] = data
        self.named[name] = len(data)
        return name

    def to_send(self) -> Sequence[FileRef]:
        return [
            FileRef(name, size)
            for name, size in self._by_size()
            if name in self.files and name not in self.at_peer | self.bad
        ]

    def waiting(self) -> tuple[int, int]:
        return len(self.to_send()), len(self.to_fetch())

    def read(self, sha256: str, offset: int, length: int) -> bytes:
        return self.files[sha256][offset : offset + length]

    def confirmed(self, sha256: str) -> None:
        self.at_peer.add(sha256)

    def spoiled(self, sha256: str) -> None:
        self.bad.add(sha256)

    def to_fetch(self) -> Sequence[FileRef]:
        return [FileRef(name, size) for name, size in self._by_size() if name not in self.files]

    def held(self, sha256: str) -> int:
        return len(self.parts.get(sha256, b""))

    def take(self, ref: FileRef, offset: int, piece: bytes) -> Taken:
        before = self.parts.get(ref.sha256, b"")
        assert offset == len(before)
        data = before + piece
        if len(data) < ref.size:
            self.parts[ref.sha256] = data
            return Taken.PARTIAL
        self.parts.pop(ref.sha256, None)
        if hashlib.sha256(data).hexdigest() != ref.sha256:
            return Taken.MISMATCH
        self.files[ref.sha256] = data
        self.at_peer.add(ref.sha256)
        return Taken.COMPLETE

    def _by_size(self) -> list[tuple[str, int]]:
        return sorted(self.named.items(), key=lambda item: (item[1], item[0]))
