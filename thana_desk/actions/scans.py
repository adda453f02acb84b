"""The folder into which the scanner of this PC writes: its newest files, ready to be attached."""

import os
from dataclasses import dataclass
from pathlib import Path

from forms.kit.fields import Attachment
from thana_desk.actions.attachments import kind_of, most_brought, small_of
from thana_desk.actions.desk import Desk

MINUTES = 30
"""How long a scan counts as new: whoever scans attaches at once."""

_MOST_SHOWN = 5
_MOST_LOOKED_AT = 5_000


@dataclass(frozen=True, slots=True)
class Scan:
    """A file of the scanner; `minutes` ago, with a small picture of its first page."""

    path: Path
    minutes: int
    size: int
    small: bytes | None


def latest_scans(desk: Desk, folder: Path, asked: Attachment) -> list[Scan]:
    """The newest files in `folder` that this field takes, newest first; none where it cannot be read.

    A file that is being written still does not open and is left out.
    """
    now = desk.clock.now().timestamp()
    found: list[tuple[float, Path, int]] = []
    try:
        with os.scandir(folder) as entries:
            for _number, entry in zip(range(_MOST_LOOKED_AT), entries, strict=False):
                about = entry.stat()
                age = now - about.st_mtime
                if entry.is_file() and -60 < age <= MINUTES * 60 and about.st_size:
                    found.append((about.st_mtime, Path(entry.path), about.st_size))
    except OSError:
        return []
    scans: list[Scan] = []
    for at, path, size in sorted(found, reverse=True):
        small = _small(path, size, asked)
        if small is not None:
            scans.append(Scan(path, max(int(now - at) // 60, 0), size, small))
        if len(scans) == _MOST_SHOWN:
            break
    return scans


def _small(path: Path, size: int, asked: Attachment) -> bytes | None:
    if size > most_brought(asked):
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return small_of(data) if kind_of(data) in asked.mimes else None
