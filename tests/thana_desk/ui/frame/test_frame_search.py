"""The search page and the page of a person, worked by keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import diary, records
from thana_desk.actions.desk import Desk

Key = Qt.Key


def fir(desk: Desk, **informant: Any) -> str:
    letter = desk.forms["iif_1"].sample(desk.clock.now())
    letter["informant"] |= {"dob": None, "birth_year": None, "age_years": 35, **informant}
    return records.register(desk, "iif_1", letter).record_id


@pytest.fixture
def peopled_home(home: Path) -> Path:
    """A home with three FIRs of one Mohan Lal, and one of somebody else."""
    desk = desk_in(home, "moharir")
    diary.open_day(desk)
    for _ in range(3):
        fir(desk, name="मोहन लाल", relative_name="श्याम लाल")
    fir(desk, name="राम कुमार", relative_name="गोपाल दास")
    desk.close()
    return home


def searched(seat: Seat, text: str) -> Any:
    seat.press(Key.Key_F3)
    seat.type(text)
    page: Any = seat.front
    while page._asker.isActive():  # the page asks when the typing rests
        QTest.qWait(20)
    seat.settle()
    return page


def test_groups_are_shown_with_reasons_and_chosen_by_a_key(
    peopled_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(peopled_home)
    seat.sign_in("moharir")
    page = searched(seat, "Mohan Lal")
    rows = [page.model.row_at(n) for n in range(page.model.rowCount())]
    assert [row.group for row in rows[:3]] == ["persons"] * 3
    assert any("मोहन लाल" in row.why and "सुनने में वही" in row.why for row in rows)
    seat.press(Key.Key_E, ctrl=True)
    assert page.group == "records"
    seat.press(Key.Key_E, ctrl=True)
    assert page.group == "persons"
    assert page.model.rowCount() == 3
    seat.press(Key.Key_E, ctrl=True)
    assert page.group == "all"


def test_a_section_leads_to_its_records(
    peopled_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(peopled_home)
    seat.sign_in("moharir")
    page = searched(seat, "379 IPC")
    rows = [page.model.row_at(n) for n in range(page.model.rowCount())]
    assert [row.title.split(" · ")[0] for row in rows if row.group == "sections"] == [
        "IPC 379",
        "BNS 303(2)",
    ]


def test_a_person_is_opened_merged_and_split_by_keys(
    peopled_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(peopled_home)
    seat.sign_in("moharir")
    searched(seat, "मोहन लाल")
    seat.press(Key.Key_Down, Key.Key_Return)
    assert seat.page() == "PersonPage"
    page = seat.front
    assert page.entries.model().rowCount() == 1
    assert page.possible.model().rowCount() == 2
    seat.press(Key.Key_M, ctrl=True)  # without grounds the hand goes to where they are written
    seat.type("वही पिता, वही मोबाइल")
    seat.press(Key.Key_M, ctrl=True)
    assert page.entries.model().rowCount() == 2
    assert page.trail.model().rowCount() == 1
    assert page.reason.text() == ""
    seat.press(Key.Key_U, ctrl=True)
    seat.type("भूल से")
    seat.press(Key.Key_U, ctrl=True)
    assert page.entries.model().rowCount() == 1
    assert page.trail.model().rowCount() == 2


def test_a_pasted_page_and_odd_signs_leave_the_page_at_work(
    peopled_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(peopled_home)
    seat.sign_in("moharir")
    page = searched(seat, "")
    for text in ("राम " * 25_000, "\U0001f600", 'NEAR("', "ि्ं"):
        page.line.setText(text)
        QTest.qWait(200)
        seat.settle()
        assert seat.front is page
