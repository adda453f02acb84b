"""Sample homes and windows over them, for the tests of the frame."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from tests.clock import FixedClock
from tests.thana_desk.ui.frame.seat import MORNING, Seat
from thana_desk.actions import demo, diary, records
from thana_desk.ui import theme
from thana_desk.ui.main_window import HEIGHT, WIDTH, MainWindow
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import typing_of_program


@pytest.fixture(scope="session")
def sample_thana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample home in which nothing was written yet."""
    home = tmp_path_factory.mktemp("window") / "home"
    demo.make_home(home, clock=FixedClock(MORNING))
    return home


@pytest.fixture(scope="session")
def worked_thana(sample_thana: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample home after a morning's work: diary open, entries, an FIR, a draft."""
    home = tmp_path_factory.mktemp("worked") / "home"
    shutil.copytree(sample_thana, home)
    desk = demo.sign_in(home, "moharir", clock=FixedClock(MORNING))
    diary.open_day(desk)
    now = desk.clock.now()
    for _entry in range(4):
        records.register(desk, "gd", desk.forms["gd"].sample(now))
    records.register(desk, "iif_1", desk.forms["iif_1"].sample(now))
    records.begin(desk, "iif_1", letter=desk.forms["iif_1"].sample(now))
    desk.close()
    return home


@pytest.fixture
def make_seat(qapp: QApplication) -> Iterator[Callable[..., Seat]]:
    """Open windows on homes; they are closed and the reader's choices undone at the end."""
    opened: list[MainWindow] = []
    # The hands of these tests type letters as they stand; Hindi typing has tests of its own.
    typing_of_program().choose(hindi=False)

    def make(home: Path, *, clock: FixedClock | None = None) -> Seat:
        theme.apply(qapp)
        window = MainWindow(home, clock=clock)
        opened.append(window)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.activateWindow()
        seat = Seat(window)
        seat.settle()
        return seat

    yield make
    for window in opened:
        window.close()
        shiboken6.delete(window)
    reading.load(None)
    reading.choose(lang="hi", size=100, numerals="latin", lock_minutes=5)
    theme.apply(qapp)


@pytest.fixture
def home(sample_thana: Path, tmp_path: Path) -> Path:
    """An own copy of the fresh sample home."""
    copy = tmp_path / "thana"
    shutil.copytree(sample_thana, copy)
    return copy


@pytest.fixture
def worked_home(worked_thana: Path, tmp_path: Path) -> Path:
    """An own copy of the home with a morning's work."""
    copy = tmp_path / "thana"
    shutil.copytree(worked_thana, copy)
    return copy
