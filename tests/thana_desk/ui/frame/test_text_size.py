"""Ctrl with +, − and 0 changes the size of all text, everywhere, and each officer finds his own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import eyes
from thana_desk.ui.lists import RegisterView, fitted
from thana_desk.ui.main_window import WIDTH
from thana_desk.ui.pages.form import open_new
from thana_desk.ui.parts import SidePush
from thana_desk.ui.reading import SIZES, Reading, reading

MakeSeat = Callable[[Path], Seat]


def test_the_keys_work_before_anybody_signed_in(make_seat: MakeSeat, home: Path) -> None:
    seat = make_seat(home)
    seat.press(Qt.Key.Key_Plus, ctrl=True)
    assert reading.size == 115
    seat.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, ctrl=True)
    assert reading.size == 150
    seat.press(Qt.Key.Key_Minus, ctrl=True)
    assert reading.size == 130
    seat.press(Qt.Key.Key_0, ctrl=True)
    assert reading.size == 100


def test_the_keys_work_under_the_lock_and_in_lists(make_seat: MakeSeat, worked_home: Path) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    seat.press(Qt.Key.Key_F12)
    seat.press(Qt.Key.Key_Plus, ctrl=True)
    assert reading.size == 115
    seat.window._unlock()
    seat.frame.go("records")
    seat.settle()
    seat.press(Qt.Key.Key_Equal, ctrl=True)
    assert reading.size == 130
    seat.press(Qt.Key.Key_0, ctrl=True)
    assert reading.size == 100


def test_a_field_takes_no_sign_from_the_keys_and_keeps_the_hand(
    make_seat: MakeSeat, home: Path
) -> None:
    seat = make_seat(home)
    seat.sign_in("moharir")
    open_new(seat.frame, "iif_1")
    seat.settle()
    line = next(
        one for one in seat.front.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()
    )
    line.setFocus()
    before = line.text()
    for hindi in (False, True):
        seat.frame.typing.choose(hindi=hindi)
        seat.press(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Plus, ctrl=True)
        assert line.text() == before
        assert seat.window.focusWidget() is line
    seat.frame.typing.choose(hindi=False)
    seat.front.view.go_to(("contents",))
    prose = seat.window.focusWidget()
    assert isinstance(prose, QTextEdit)
    seat.press(Qt.Key.Key_0, ctrl=True)
    assert (prose.toPlainText(), reading.size) == ("", 100)


def test_each_officer_finds_the_size_he_chose(make_seat: MakeSeat, home: Path) -> None:
    seat = make_seat(home)

    def sit_down(role: str) -> None:
        if seat.window.frame is not None:
            seat.window.leave_desk()
            seat.settle()
        seat.window.take_desk(desk_in(home, role))
        seat.settle()

    sit_down("moharir")
    seat.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, ctrl=True)
    sit_down("io")
    assert reading.size == 130  # he never chose: as this PC was last read
    seat.press(Qt.Key.Key_0, ctrl=True)
    sit_down("moharir")
    assert reading.size == 130
    sit_down("io")
    assert reading.size == 100


def test_a_size_that_was_kept_is_read_back_and_nonsense_is_none(home: Path) -> None:
    desk = desk_in(home, "sho")
    try:
        assert eyes.text_size(desk) is None
        eyes.keep_text_size(desk, 130)
        assert eyes.text_size(desk) == 130
        desk.store.set_meta(f"text_size:{desk.session.user_id}", "groß")
        assert eyes.text_size(desk) is None
    finally:
        desk.close()


@pytest.mark.parametrize(
    ("kept", "taken"), [("125", 130), ("100", 100), ("200", 150), ("", 100), ("big", 100)]
)
def test_a_size_of_an_older_program_becomes_the_nearest_on_offer(
    kept: str, taken: int, tmp_path: Path
) -> None:
    file = tmp_path / "window.ini"
    QSettings(str(file), QSettings.Format.IniFormat).setValue("size", kept)
    reader = Reading()
    reader.load(file)
    assert reader.size == taken
    assert taken in SIZES


@pytest.mark.parametrize("size", SIZES)
def test_a_form_under_work_follows_the_size_and_stays_within_the_screen(
    size: int, make_seat: MakeSeat, home: Path
) -> None:
    seat = make_seat(home)
    seat.sign_in("moharir")
    open_new(seat.frame, "iif_1")
    seat.settle()
    small = seat.front.view.page.sheet.places[0].label.height()
    reading.choose(size=size)
    seat.settle()
    assert seat.window.minimumSizeHint().width() <= WIDTH
    assert seat.window.minimumSizeHint().height() <= 768
    high = seat.front.view.page.sheet.places[0].label.height()
    assert high > small if size > 115 else high >= small


def test_numbers_and_times_stand_whole_at_the_largest_text(
    make_seat: MakeSeat, worked_home: Path
) -> None:
    reading.choose(size=150)
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "sho"))
    for place, columns in (("records", (0, 1, 2)), ("people", (1, 2, 3, 4, 5))):
        seat.frame.go(place)
        seat.settle()
        view = seat.front.findChild(RegisterView)
        for column in columns:
            needed = view.sizeHintForIndex(view.model().index(0, column)).width()
            assert view.columnWidth(column) >= needed, (place, column)


def test_no_place_of_the_left_column_is_cut_at_the_largest_text(
    make_seat: MakeSeat, worked_home: Path
) -> None:
    reading.choose(size=150)
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "sho"))
    seat.settle()
    side = seat.frame.side
    for push in side._pushes.values():
        assert push.height() >= push.sizeHint().height()
        assert side.rect().contains(push.geometry())


def test_the_left_column_is_drawn_once_while_the_size_changes(
    make_seat: MakeSeat, worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    reading.choose(size=150)
    seat.settle()
    side = seat.frame.side
    seen = [push for push in side.findChildren(SidePush) if not push.isHidden()]
    assert len(seen) == len(side._pushes)


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(0, 3000)), min_size=1, max_size=9))
def test_widths_always_fill_the_list_and_a_short_column_is_whole(
    columns: list[tuple[int, int]],
) -> None:
    shares, wanted = [one[0] for one in columns], [one[1] for one in columns]
    widths = fitted(shares, wanted)
    assert sum(widths) == sum(shares)
    assert min(widths) >= 0
    least = min(range(len(wanted)), key=lambda at: wanted[at])
    assert widths[least] >= min(wanted[least], sum(shares) // len(shares))
