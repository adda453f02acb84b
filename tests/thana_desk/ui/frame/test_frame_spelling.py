"""Unknown words in the window: underlined after a pause, put right or added by Ctrl+."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.thana_desk.ui.frame.seat import Seat
from thana_desk.actions import spelling
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.editors.spell_marks import SpellMarks
from thana_desk.ui.pages.form import open_new
from thana_desk.ui.pages.health import HealthPage

Key = Qt.Key
TEXT = "अभियुक्त के विरुद्ध मुकदमाा दर्ज किया गया"


def marks_of(seat: Seat, text: str = TEXT) -> tuple[Prose, SpellMarks]:
    """The long text of a diary entry that holds `text`, its words read, and its marks."""
    seat.sign_in("moharir")
    open_new(seat.frame, "gd", letter={"gd_type": "RAV"})
    seat.settle()
    seat.front.view.go_to(("brief",))
    seat.settle()
    field = QApplication.focusWidget()
    assert isinstance(field, Prose)
    assert field.spell is not None
    field.clear()
    field.insertPlainText(text)
    return field, field.spell


def underlined(marks: SpellMarks) -> list[str]:
    return [one.selectedText() for one in marks.marked()]


def test_an_unknown_word_is_underlined_without_changing_the_text(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    field, marks = marks_of(make_seat(worked_home))
    assert underlined(marks) == ["मुकदमाा"]
    assert field.extraSelections() == []  # the key itself waits for nothing
    QTest.qWait(600)
    assert [one.cursor.selectedText() for one in field.extraSelections()] == ["मुकदमाा"]
    assert field.toPlainText() == TEXT


def test_the_word_being_written_is_not_questioned_yet(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    field, marks = marks_of(make_seat(worked_home), "मुकदमाा")
    assert underlined(marks) == []
    field.insertPlainText(" ")
    assert underlined(marks) == ["मुकदमाा"]


def test_enter_takes_a_suggestion_and_one_step_takes_it_back(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    field, marks = marks_of(seat)
    seat.press(Key.Key_Period, ctrl=True)
    assert marks.candidate_list is not None
    assert marks.candidate_list.accessibleName() == "मुकदमा"
    seat.press(Key.Key_Return)
    assert field.toPlainText() == TEXT.replace("मुकदमाा", "मुकदमा")
    assert underlined(marks) == []
    field.undo()
    assert field.toPlainText() == TEXT


def test_escape_leaves_the_word_and_the_page(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    field, marks = marks_of(seat)
    seat.press(Key.Key_Period, ctrl=True)
    seat.press(Key.Key_Escape)
    assert marks.candidate_list is None
    assert (seat.page(), field.toPlainText()) == ("FormPage", TEXT)


def test_enter_alone_never_adds_a_word_and_the_last_line_does(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    field, marks = marks_of(seat, "ग्राम चिरैयाकोट में")
    seat.press(Key.Key_Period, ctrl=True)
    seat.press(Key.Key_Return)
    assert underlined(marks) == []  # the caret stands behind it
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert underlined(marks) == ["चिरैयाकोट"]
    seat.press(Key.Key_Period, ctrl=True)
    seat.press(Key.Key_Up)
    seat.press(Key.Key_Return)
    seat.settle()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert underlined(marks) == []
    assert field.toPlainText() == "ग्राम चिरैयाकोट में"
    assert spelling.trusted(seat.frame.desk) == {"चिरैयाकोट"}


def test_where_all_is_known_the_key_says_so_and_changes_nothing(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    field, marks = marks_of(seat, "मुकदमा दर्ज किया गया")
    seat.press(Key.Key_Period, ctrl=True)
    assert marks.candidate_list is not None
    assert marks.candidate_list.offered == ("कोई अपरिचित शब्द नहीं",)
    seat.press(Key.Key_Return)
    assert field.toPlainText() == "मुकदमा दर्ज किया गया"


def test_health_says_whether_spelling_is_checked(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("sho")
    seat.frame.open(HealthPage(seat.frame))
    seat.settle()
    assert "Ctrl+." in seat.front.spelling.text()
