"""Files that are there whole or not at all: written beside, flushed, then moved into place."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def keep_file(path: Path, data: bytes) -> None:
    """Replace the content of `path` by `data`, so that a power cut leaves the old or the new."""
    fresh = path.with_name(path.name + ".tmp")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        forget(fresh)
        raise
    settle_folder(path.parent)


def settle_new(fresh: Path, path: Path) -> None:
    """Move a finished file to a place that must be free.

    Raises:
        FileExistsError: the place is taken.
    """
    settle_file(fresh)
    if sys.platform == "win32":
        fresh.rename(path)  # refuses an existing target by itself on Windows
    else:
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, such as exFAT
            if path.exists():
                raise FileExistsError(path) from None
            fresh.rename(path)
        else:
            fresh.unlink()
    settle_folder(path.parent)


def settle_file(path: Path) -> None:
    """Make the content of a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Make a folder's list of names durable, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def forget(*paths: Path) -> None:
    """Remove files that may or may not be there."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
