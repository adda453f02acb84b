"""A file that only holds room: given up when the disk is full, so that the entry being written fits."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

PRODUCTION_BALLAST = 64 * 2**20
"""Bytes set aside beside the store."""


class Ballast:
    """`size` bytes of disk held back at `path`; a size of 0 holds nothing."""

    def __init__(self, path: Path, size: int) -> None:
        self._path = path
        self._size = size

    def take(self) -> None:
        """Set the room aside unless it already is, or the disk has too little left for that."""
        if self._size <= 0 or self._held() >= self._size:
            return
        with suppress(OSError):
            if shutil.disk_usage(self._path.parent).free < 4 * self._size:
                return
            self._fill()

    def drop(self) -> bool:
        """Give the room up; tells whether there was any."""
        held = self._held()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return held > 0

    def _held(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def _fill(self) -> None:
        with self._path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size)
                return
            block = bytes(2**20)
            for _ in range(0, self._size, len(block)):
                file.write(block[: self._size - file.tell()])
