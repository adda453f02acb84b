"""One case from the diary to the appeal, each step by the role that owns it, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sync.gateway.serve import GatewayThread
from tests.clock import FixedClock
from tests.thana_desk.ui.frame.case_walk import CaseWalk
from tests.thana_desk.ui.frame.clerk import Clerk
from tests.thana_desk.ui.frame.seat import MORNING, Seat
from thana_desk.actions import demo, syncing, verifying
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import typing_of_program


@pytest.fixture
def walk(
    home: Path,
    make_seat: Callable[..., Seat],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> CaseWalk:
    """A clerk before the login of a fresh sample thana, Hindi typing on, and a photo on the disk."""
    clock = FixedClock(MORNING)
    seat = make_seat(home, clock=clock)
    reading.choose(lang=request.config.getoption("walk_lang"))
    typing_of_program().choose(hindi=True, code="inscript")
    photo = tmp_path / "photo.jpg"
    image = QImage(320, 400, QImage.Format.Format_RGB32)
    image.fill(0xFF8899AA)
    image.save(str(photo))
    clerk = Clerk(seat)
    wanted = request.config.getoption("walk_pictures")
    if wanted:
        clerk.picture = _pictures(Path(wanted), clerk)
    return CaseWalk(clerk, clock, photo)


def _pictures(folder: Path, clerk: Clerk) -> Callable[[str], None]:
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[str] = []

    def take(name: str) -> None:
        clerk.seat.settle()
        step = clerk.steps[-1] if clerk.steps else None
        where = (step.form or step.name) if step else "start"
        taken.append(name)
        shown = QApplication.activeModalWidget() or clerk.seat.window
        shown.grab().save(str(folder / f"{len(taken):03d}-{where}-{name}.png"))

    return take


def test_one_case_is_walked_from_the_diary_to_the_appeal_by_keys_alone(
    walk: CaseWalk, tmp_path: Path
) -> None:
    walk.moharir()
    walk.sho()
    walk.io()
    walk.operator()
    walk.remand()
    walk.charge_sheet()
    walk.court()
    desk = walk.clerk.seat.frame.desk
    pending = syncing.status(desk).pending
    with GatewayThread(f"sqlite:///{(tmp_path / 'gateway.db').as_posix()}") as gateway:
        walk.sync(gateway.url, demo.new_code(gateway.store, desk.thana.code))
        kept = demo.entries_at(gateway.store, desk.thana.code)
    assert kept >= pending
    desk = walk.clerk.seat.frame.desk
    assert syncing.status(desk).pending == 0
    assert verifying.verify(desk).ok
