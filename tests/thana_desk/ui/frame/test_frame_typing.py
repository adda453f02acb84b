"""What the desk remembers of an officer's typing, and a record's text in Kruti Dev."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import typing_words
from thana_desk.actions.typing_words import TypingChoice
from thana_desk.hindi.legacy import to_unicode


def test_the_layout_is_remembered_and_taken_up_again(
    make_seat: Callable[[Path], Seat], home: Path
) -> None:
    seat = make_seat(home)
    seat.sign_in("moharir")
    typing = seat.frame.typing
    typing.choose(code="remington-gail", hindi=True)
    seat.settle()
    seat.window.leave_desk()
    seat.settle()
    typing.choose(code="inscript", hindi=False)
    seat.sign_in("moharir")
    seat.settle()
    assert (typing.layout.code, typing.is_hindi) == ("remington-gail", True)
    typing.choose(code="inscript", hindi=False)


def test_words_typed_are_kept_when_the_desk_is_left(
    make_seat: Callable[[Path], Seat], home: Path
) -> None:
    seat = make_seat(home)
    seat.sign_in("moharir")
    typing = seat.frame.typing
    typing.choose(code="inscript", hindi=True)
    seat.press(Qt.Key.Key_F3)
    seat.type("jec ")  # राम
    typing.choose(hindi=False)
    seat.window.leave_desk()
    seat.settle()
    desk = desk_in(home, "moharir")
    try:
        assert typing_words.learned(desk) == {"राम": 1}
        assert typing_words.choice(desk) == TypingChoice("inscript", hindi=False)
    finally:
        desk.close()


def test_a_record_is_copied_in_kruti_dev(
    make_seat: Callable[[Path], Seat], worked_home: Path
) -> None:
    from thana_desk.ui.pages.record import RecordPage

    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    fir = seat.frame.desk.store.page("iif_1", limit=1).rows[0].record_id
    seat.frame.open(RecordPage(seat.frame, fir))
    seat.settle()
    seat.press(Qt.Key.Key_K, ctrl=True)
    copied = QApplication.clipboard().text()
    letter = seat.front._view.letter
    beginning = " ".join(str(letter["contents"]).split()[:4])
    assert beginning in to_unicode(copied)
    assert not seat.frame.message.isHidden()
