"""The eye of the start measurements: it counts a drawn window, not an empty one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.floor_window import __file__ as floor_window
from benchmarks.screen import Screen, own_environment, own_screen, python, watch

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed"),
]

EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(900, 600)
window.show()
QTimer.singleShot(300, app.quit)
app.exec()
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with own_screen(tmp_path) as one:
        yield one


def test_a_drawn_window_is_seen_and_weighed_again_and_again(screen: Screen, tmp_path: Path) -> None:
    for _ in range(2):
        start = watch(screen, python(floor_window), own_environment(HOME=str(tmp_path)))
        assert start.drawn > 0
        assert start.pss > 1000


def test_an_empty_window_is_not_a_drawn_one(screen: Screen, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended before its window was drawn"):
        watch(screen, python("-c", EMPTY_WINDOW), own_environment(HOME=str(tmp_path)))


def test_a_program_that_does_not_start_is_told_from_a_slow_one(
    screen: Screen, tmp_path: Path
) -> None:
    with pytest.raises(RuntimeError, match="ended before its window was drawn"):
        watch(screen, python("-c", "raise SystemExit(3)"), own_environment(HOME=str(tmp_path)))
