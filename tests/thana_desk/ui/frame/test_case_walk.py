"""One case from the diary to the appeal, each step by the role that owns it, by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sync.gateway.serve import GatewayThread
from tests.clock import FixedClock
from tests.thana_desk.ui.frame.case_walk import CaseWalk
from tests.thana_desk.ui.frame.clerk import Clerk, Step
from tests.thana_desk.ui.frame.seat import MORNING, Seat
from thana_desk.actions import cases, demo, homes, syncing, verifying
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
    walk: CaseWalk, tmp_path: Path, root: Path
) -> None:
    walk.moharir()
    walk.sho()
    walk.io()
    walk.operator()
    walk.remand()
    walk.charge_sheet()
    walk.court()
    record_id = walk.clerk.seat.front.about_record
    walk.entries()
    desk = walk.clerk.seat.frame.desk
    case = cases.case(desk, record_id)
    assert [one.line.form_code for one in case.lines] == [
        "iif_1", "iif_2", "cd", "iif_4", "iif_3", "remand",
        "iif_5", "court_no", "trial", "iif_6", "iif_7",
    ]  # fmt: skip
    assert case.missing == []
    pending = syncing.status(desk).pending
    with GatewayThread(f"sqlite:///{(tmp_path / 'gateway.db').as_posix()}") as gateway:
        walk.sync(gateway.url, demo.new_code(gateway.store, desk.thana.code))
        kept = demo.entries_at(gateway.store, desk.thana.code)
    desk = walk.clerk.seat.frame.desk
    assert kept == pending > len(case.lines)
    assert syncing.status(desk).pending == 0
    assert verifying.verify(desk).ok
    assert {step.role for step in walk.clerk.steps} == set(homes.ROLES)
    measured = table(walk.clerk.steps)
    told = (root / "docs" / "walk.md").read_text(encoding="utf-8")
    grown = [line for line in measured if not _in_table(line, told)]
    assert not grown, "more keys than in docs/walk.md; measured:\n" + "\n".join(measured)


def table(steps: list[Step]) -> list[str]:
    """The steps as lines of the table in docs/walk.md."""
    return [
        f"| {step.name} | {step.role} | {step.form or '—'} | {step.keys} | {step.typed} "
        f"| {step.known} |"
        for step in steps
    ]


def _in_table(line: str, told: str) -> bool:
    """Whether the table has this step with as many keys, or up to a tenth (at least 3) fewer."""
    *named, keys, _typed, _known = [cell.strip() for cell in line.strip("| ").split("|")]
    for other in told.splitlines():
        cells = [cell.strip() for cell in other.strip("| ").split("|")]
        if cells[:3] == named and len(cells) == 6:
            least = int(cells[3])
            if int(keys) <= least + max(3, least // 10):
                return True
    return False
