"""Starts of the program and of the floor, turn by turn: how soon a window, how heavy."""

import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.places import ROOT, scratch
from benchmarks.report import Measured, compare
from benchmarks.screen import (
    Start,
    other_qt_programs,
    own_environment,
    own_screen,
    python,
    watch,
)
from thana_desk.actions import demo

FLOOR = python(str(ROOT / "benchmarks" / "floor_window.py"))


def cold_start(runs: int) -> Measured:
    """Seconds from exec to the first drawn window (the login of an existing home)."""
    with scratch() as folder:
        home = _existing_home(folder)
        try:
            ours, floor = _watched(folder, home, runs)
        except FileNotFoundError:
            return _told("cold_start", folder, home, runs)
    return compare(
        "cold_start",
        [start.drawn for start in ours],
        [start.drawn for start in floor],
        unit="s",
        goal=1.4,
        seen="own Xvfb, from outside",
    )


def memory(runs: int) -> Measured:
    """Megabytes (PSS, children included) when the first window is drawn.

    Pages shared with other programs count for a part only, so the ratio holds on a machine where
    no other Qt program runs; `other_qt_programs` tells.
    """
    others = other_qt_programs()
    with scratch() as folder:
        ours, floor = _watched(folder, _existing_home(folder), runs)
    settled = compare(
        "settled",
        [start.pss_settled / 1024 for start in ours],
        [start.pss_settled / 1024 for start in floor],
        unit="MB",
        goal=1.25,
    )
    return compare(
        "memory",
        [start.pss / 1024 for start in ours],
        [start.pss / 1024 for start in floor],
        unit="MB",
        goal=1.25,
        other_qt_programs=others,
        ratio_0_3_s_later=round(settled.ratio, 3),
    )


def ours_command(home: Path) -> list[str]:
    """The program's window over `home`, as a user starts it."""
    return python("-m", "thana_desk", "--home", str(home))


def _existing_home(folder: Path) -> Path:
    home = folder / "home"
    demo.make_home(home)
    return home


def _watched(folder: Path, home: Path, runs: int) -> tuple[list[Start], list[Start]]:
    ours: list[Start] = []
    floor: list[Start] = []
    environment = own_environment(HOME=str(folder))
    with own_screen(folder) as screen:
        for turn in range(runs + 1):
            a = watch(screen, ours_command(home), environment)
            b = watch(screen, FLOOR, environment)
            if turn:  # the first turn only fills the caches
                ours.append(a)
                floor.append(b)
    return ours, floor


def _told(name: str, folder: Path, home: Path, runs: int) -> Measured:
    """Without Xvfb: both programs draw into memory and tell the time of their first paint."""
    ours: list[float] = []
    floor: list[float] = []
    for turn in range(runs + 1):
        a = _first_paint(ours_command(home), folder)
        b = _first_paint(FLOOR, folder)
        if turn:
            ours.append(a)
            floor.append(b)
    return compare(name, ours, floor, unit="s", goal=1.4, seen="offscreen, told by the program")


def _first_paint(command: list[str], folder: Path) -> float:
    file = folder / "first_paint"
    file.unlink(missing_ok=True)
    environment: Mapping[str, str] = own_environment(
        HOME=str(folder), QT_QPA_PLATFORM="offscreen", THANA_DESK_FIRST_PAINT=str(file)
    )
    began = time.monotonic_ns()
    subprocess.run(
        command,
        env=environment,
        check=True,
        timeout=60,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return (int(file.read_text(encoding="ascii")) - began) / 1e9
