"""What the walk of a case found: keys, lists and questions that stood in a clerk's way."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from tests.clock import FixedClock
from tests.thana_desk.ui.frame.seat import MORNING, Seat, desk_in
from thana_desk.actions import cases, demo, records
from thana_desk.ui.pages.record import RecordPage
from thana_desk.ui.typing import typing_of_program

K = Qt.Key


def open_fir(seat: Seat, home: Path, role: str) -> str:
    """The role's desk with the only FIR in front; its id."""
    desk = desk_in(home, role)
    seat.window.take_desk(desk)
    seat.settle()
    fir = records.listing(desk, ("iif_1",)).lines[0].record_id
    seat.frame.open(RecordPage(seat.frame, fir))
    seat.settle()
    return str(fir)


def test_a_paper_begun_from_a_case_belongs_to_it_without_a_question(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    fir = open_fir(seat, worked_home, "io")
    seat.press(K.Key_F2)
    seat.type("iif_2")
    seat.press(K.Key_Return)
    assert seat.page() == "FormPage"
    assert seat.front._draft.parent_id == fir


def test_a_form_just_opened_calls_no_blank_wrong(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    open_fir(seat, worked_home, "io")
    seat.press(K.Key_F2)
    seat.type("iif_3")
    seat.press(K.Key_Return)
    assert not any(place.notes for place in seat.front.view.page.sheet.places)
    seat.press(K.Key_Return)
    assert any(place.notes for place in seat.front.view.page.sheet.places)


def test_a_paper_that_follows_another_asks_for_it_and_may_be_told_that_it_stands_alone(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "pairokar"))
    seat.settle()
    asked: list[str] = []

    def answer(key: Qt.Key, *, ctrl: bool = False) -> None:
        def press() -> None:
            seat.settle()
            asked.append(type(seat.window.focusWidget().parent()).__name__)
            seat.press(key, ctrl=ctrl)

        QTimer.singleShot(0, press)
        seat.press(K.Key_Return)

    for key, ctrl, page in (
        (K.Key_Escape, False, "TodayPage"),
        (K.Key_Return, True, "FormPage"),
        (K.Key_Return, False, "FormPage"),
    ):
        seat.press(K.Key_F2)
        seat.type("court_no")
        answer(key, ctrl=ctrl)
        assert seat.page() == page
        if ctrl:
            assert seat.front._draft.parent_id is None
            seat.press(K.Key_Escape)
    assert asked == ["_RecordBox"] * 3
    assert seat.front._draft.parent_id


def test_a_page_key_is_not_taken_by_the_typing_where_nothing_is_typed(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.press(K.Key_7)
    before = typing_of_program().words()
    seat.press(K.Key_F9)
    assert typing_of_program().words() == before


def test_the_number_of_a_case_finds_the_case_before_its_papers(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    desk = desk_in(worked_home, "io")
    fir = records.listing(desk, ("iif_1",)).lines[0]
    now = desk.clock.now()
    for _paper in range(7):
        records.register(desk, "iif_2", desk.forms["iif_2"].sample(now), parent_id=fir.record_id)
    seat = make_seat(worked_home)
    seat.window.take_desk(desk)
    seat.settle()
    seat.press(K.Key_F2)
    seat.type(fir.number)
    seat.frame.box.ask_now()
    seat.settle()
    seat.press(K.Key_Return)
    assert seat.front._view.record_id == fir.record_id


def test_the_diary_keeps_the_hand_in_its_list_after_it_is_opened(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(home)
    seat.window.take_desk(desk_in(home, "moharir"))
    seat.settle()
    seat.press(K.Key_2, K.Key_Return)
    assert seat.window.focusWidget() is seat.front.view


def test_the_photo_of_an_arrest_is_seen(worked_home: Path) -> None:
    desk = demo.sign_in(worked_home, "io", clock=FixedClock(MORNING + timedelta(days=1)))
    fir = records.listing(desk, ("iif_1",)).lines[0].record_id
    letter = desk.forms["iif_3"].sample(desk.clock.now())
    arrest = records.register(desk, "iif_3", letter, parent_id=fir).record_id
    missing = cases.case(desk, arrest).missing
    assert "photo_missing" not in {one.code for one in missing}
