"""A sample thana to act in: made once, copied for every test."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from thana_desk.actions import demo
from thana_desk.actions.desk import Desk

IST = timezone(timedelta(hours=5, minutes=30))


class MovingClock:
    """A clock that tests set; it starts on an ordinary Monday morning."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 10, 42, tzinfo=IST)

    def now(self) -> datetime:
        """The moment set."""
        return self.moment

    def forward(self, **by: float) -> None:
        """Move the clock, also backwards."""
        self.moment += timedelta(**by)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("sample") / "home"
    demo.make_home(home, clock=MovingClock())
    return home


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "thana"
    shutil.copytree(sample_home, copy)
    return copy


@pytest.fixture
def moving_clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def at_desk(home: Path, moving_clock: MovingClock) -> Iterator[Callable[[str], Desk]]:
    """Signs an officer of the sample thana in, by role."""
    opened: list[Desk] = []

    def sign_in(role: str) -> Desk:
        desk = demo.sign_in(home, role, clock=moving_clock)
        opened.append(desk)
        return desk

    yield sign_in
    for desk in opened:
        desk.close()


@pytest.fixture
def moharir(at_desk: Callable[[str], Desk]) -> Desk:
    return at_desk("moharir")


@pytest.fixture
def sho(at_desk: Callable[[str], Desk]) -> Desk:
    return at_desk("sho")
