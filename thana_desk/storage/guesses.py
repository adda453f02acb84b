"""Slows down the guessing of passwords at the screen, whatever is done to the clock or the program.

Counted before each try and kept on disk, so killing the program does not win a try. Only the
system's monotonic time counts as waiting; the wall clock, which anybody can set, never does. After
a restart of the PC the time since then counts, which can only be less than the time that passed.
"""

import hashlib
import json
import math
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from thana_desk.storage.errors import TooManyTries
from thana_desk.storage.files import keep_file

_LONGEST = 900
_STUBBORN_AFTER = 15
_STUBBORN = 1800
_SUSPECT = 10
_MOST_NAMES = 200


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong tries in a row: 1, 2, 4 … 512, 900, then 1800.

    No officer mistypes fifteen times in a row; from there on, half an hour keeps a day's tries
    at 60.
    """
    if failures <= 0:
        return 0
    if failures > _STUBBORN_AFTER:
        return _STUBBORN
    return int(min(2 ** (failures - 1), _LONGEST))


class Guesses:
    """Wrong tries per login, in one small file beside the key slots."""

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._monotonic = monotonic
        self._unsaved: dict[str, Any] | None = None

    def before_try(self, login: str) -> None:
        """Count the coming try as wrong; `right` takes that back.

        Raises:
            TooManyTries: not enough time has passed since the last wrong try.
        """
        tries = self._read()
        name = _name(login)
        failures, left = self._standing(tries, name)
        if left > 0:
            raise TooManyTries(math.ceil(left))
        tries[name] = {
            "failures": failures + 1,
            "left": wait_after(failures + 1),
            "seen": self._monotonic(),
        }
        self._write(tries)

    def right(self, login: str) -> None:
        """The password was right: forget the wrong tries of this login."""
        tries = self._read()
        if tries.pop(_name(login), None) is not None:
            self._write(tries)

    def waiting(self, login: str) -> int:
        """Seconds until the next try of this login is allowed."""
        return math.ceil(self._standing(self._read(), _name(login))[1])

    def _standing(self, tries: dict[str, Any], name: str) -> tuple[int, float]:
        entry = tries.get(name) or tries.get("*")
        if entry is None:
            return 0, 0.0
        return entry["failures"], max(0.0, entry["left"] - (self._monotonic() - entry["seen"]))

    def _read(self) -> dict[str, Any]:
        """The tries, with times of before a restart of the PC carried over to its new count."""
        tries = self._unsaved if self._unsaved is not None else self._read_file()
        now = self._monotonic()
        moved = [entry for entry in tries.values() if entry["seen"] > now]
        for entry in moved:
            entry["left"] = max(0.0, entry["left"] - max(now, 0.0))
            entry["seen"] = now
        if moved:
            self._write(tries)
        return tries

    def _read_file(self) -> dict[str, Any]:
        try:
            tries = json.loads(self._path.read_bytes())
            for entry in tries.values():
                entry["failures"], entry["left"], entry["seen"] = (
                    int(entry["failures"]),
                    float(entry["left"]),
                    float(entry["seen"]),
                )
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            # Our writes cannot tear this file: somebody wrote into it. Everybody waits once.
            left = wait_after(_SUSPECT)
            spoilt = {"*": {"failures": _SUSPECT, "left": left, "seen": self._monotonic()}}
            self._write(spoilt)
            return spoilt
        return dict(tries)

    def _write(self, tries: dict[str, Any]) -> None:
        if len(tries) > _MOST_NAMES:
            fewest = sorted(tries, key=lambda name: tries[name]["failures"])
            for name in fewest[: len(tries) - _MOST_NAMES]:
                del tries[name]
        # A full disk must neither give free guesses nor keep the officer out: count in memory.
        self._unsaved = tries
        with suppress(OSError):
            keep_file(self._path, json.dumps(tries).encode())
            self._unsaved = None


def _name(login: str) -> str:
    return hashlib.sha256(login.encode()).hexdigest()[:24]
