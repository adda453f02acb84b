"""A screen of our own whose pixels can be read from outside, and the eye that watches it."""

import mmap
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.places import ROOT

WIDTH, HEIGHT = 1366, 768
DRAWN_SHADES = 4
"""An empty window shows one colour beside the black screen; letters bring in many shades."""
LOOK_EVERY = 0.004
SETTLED_AFTER = 0.3
PATIENCE = 60.0
# Every 29th pixel: rows are no multiple of it, so the samples move across from row to row.
SAMPLED = 29


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program: seconds to the first drawn window, kilobytes (PSS) then and later."""

    drawn: float
    pss: int
    pss_settled: int


class Screen:
    """A virtual X screen. Its picture lies in a file that this process maps."""

    def __init__(self, display: str, picture: Path) -> None:
        self.display = display
        with picture.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # X window dump: a header of big-endian words (its own size first, the number of colour
        # map entries as the 20th), the colour map with 12 bytes an entry, then the pixels.
        head = struct.unpack(">25I", self._map[:100])
        self._start = head[0] + 12 * head[19]

    def shades(self) -> int:
        """How many different colours the sampled pixels have; 1 is an empty screen."""
        with memoryview(self._map) as whole, whole[self._start :] as rest:
            usable = len(rest) - len(rest) % 4
            with rest[:usable].cast("I") as pixels, pixels[::SAMPLED] as sample:
                return len(set(sample.tolist()))

    def close(self) -> None:
        self._map.close()


@contextmanager
def own_screen(folder: Path) -> Iterator[Screen]:
    """An Xvfb for this run only, on a display number that it finds itself.

    Raises:
        FileNotFoundError: Xvfb is not installed.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise FileNotFoundError("Xvfb is not installed (package xvfb)")
    answer, told = os.pipe()
    server = subprocess.Popen(
        [
            *(program, "-displayfd", str(told), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
            *("-fbdir", str(folder), "-nolisten", "tcp", "-noreset", "-nocursor"),
        ],
        pass_fds=(told,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    try:
        with os.fdopen(answer) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        screen = Screen(f":{number}", folder / "Xvfb_screen0")
        try:
            yield screen
        finally:
            screen.close()
    finally:
        server.terminate()
        server.wait()


def watch(screen: Screen, command: Sequence[str], environment: Mapping[str, str]) -> Start:
    """Start a program, wait until its window is drawn, weigh it, and end it.

    Raises:
        RuntimeError: nothing was drawn within a minute, or the program ended before.
    """
    _wait_until_empty(screen)
    process, began = _launch(command, environment, screen)
    try:
        while screen.shades() < DRAWN_SHADES:
            if process.poll() is not None:
                raise RuntimeError(f"ended before its window was drawn: {' '.join(command)}")
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError(f"drew nothing: {' '.join(command)}")
            time.sleep(LOOK_EVERY)
        drawn = time.perf_counter() - began
        pss = _weigh(process.pid)
        time.sleep(SETTLED_AFTER)
        return Start(drawn, pss, _weigh(process.pid))
    finally:
        end(process)


def own_environment(**more: str) -> dict[str, str]:
    """The environment in which both the program and the floor start: a user's, not a developer's."""
    ours = ("QT_", "XDG_", "PYTHON", "THANA_DESK")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    kept.pop("WAYLAND_DISPLAY", None)
    kept.pop("DISPLAY", None)
    return kept | {"LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "NO_AT_BRIDGE": "1"} | more


def python(*arguments: str) -> list[str]:
    """A command of the same interpreter, blind to the current folder."""
    return [sys.executable, "-P", *arguments]


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a program that we started, with all that it started itself."""
    family = [process.pid]
    with suppress(psutil.Error):
        family += [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
    process.terminate()
    try:
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid in family[1:]:
        with suppress(psutil.Error):
            psutil.Process(pid).kill()


def other_qt_programs() -> int:
    """How many programs hold Qt's libraries now: pages they share make both sides lighter."""
    found = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):
            found += "libQt6Core" in maps.read_text(encoding="utf-8", errors="replace")
    return found


def _launch(
    command: Sequence[str], environment: Mapping[str, str], screen: Screen
) -> tuple["subprocess.Popen[bytes]", float]:
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=dict(environment) | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return process, began


def _wait_until_empty(screen: Screen) -> None:
    limit = time.perf_counter() + PATIENCE
    while screen.shades() > 1:
        if time.perf_counter() > limit:
            raise RuntimeError("the window before is still on the screen")
        time.sleep(LOOK_EVERY)
    time.sleep(SETTLED_AFTER)


def _weigh(pid: int) -> int:
    total = 0
    for member in (pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))):
        rollup = Path(f"/proc/{member}/smaps_rollup").read_text(encoding="ascii")
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return total
