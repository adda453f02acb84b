"""Old-font text that the mouse brings into a field asks as a paste by key does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.test_candidates_and_paste import (
    FIELDS,
    LEGACY,
    READING,
    make_field,
    open_sheet,
    text,
)
from thana_desk.ui import mouse_paste
from thana_desk.ui.editors.lines import PickingLine
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.text_field import TextField
from thana_desk.ui.typing import HindiTyping, start_typing


@pytest.fixture
def typing(qapp: QApplication) -> Iterator[HindiTyping]:
    running = start_typing(qapp)
    yield running
    running.stop()


def under_mouse(field: TextField) -> QWidget:
    return field if isinstance(field, QLineEdit) else field.viewport()


def menu_paste(field: TextField, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    spot = QPoint(4, 4)
    reason = QContextMenuEvent.Reason.Mouse
    over = under_mouse(field)
    QApplication.sendEvent(over, QContextMenuEvent(reason, spot, over.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = [one for one in menu.actions() if one.objectName() == "edit-paste"]
    assert len(shown) == 1
    assert isinstance(shown[0], QAction)
    shown[0].trigger()
    menu.close()


def drop(field: TextField, brought: str) -> QDropEvent:
    data = QMimeData()
    data.setText(brought)
    action, held = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        under_mouse(field), QDragEnterEvent(QPoint(4, 4), action, data, left, held)
    )
    event = QDropEvent(QPointF(4, 4), action, data, left, held)
    QApplication.sendEvent(under_mouse(field), event)
    return event


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("typing")
def test_a_paste_from_the_menu_asks(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    menu_paste(field, LEGACY)
    sheet = open_sheet(field)
    assert sheet is not None
    assert text(field) == ""
    QTest.keyClick(sheet.accept_push, Qt.Key.Key_Return)
    assert text(field) == READING


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("typing")
def test_another_text_from_the_menu_goes_in_at_once(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    menu_paste(field, READING)
    assert open_sheet(field) is None
    assert text(field) == READING


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("typing")
def test_a_drop_from_another_program_asks(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    drop(field, LEGACY)
    sheet = open_sheet(field)
    assert sheet is not None
    assert text(field) == ""
    QTest.keyClick(sheet.accept_push, Qt.Key.Key_Return)
    assert text(field) == READING


@pytest.mark.parametrize("kind", [PickingLine, Prose])
@pytest.mark.usefixtures("typing")
def test_a_drop_on_a_field_of_a_form_asks_wherever_the_keyboard_is(
    qtbot: QtBot, kind: type[PickingLine] | type[Prose]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field: TextField = kind(window)
    other = QLineEdit(window)
    window.show()
    other.setFocus()
    drop(field, LEGACY)
    assert open_sheet(field) is not None
    assert text(field) == ""


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
@pytest.mark.usefixtures("typing")
def test_the_middle_button_asks_where_the_desk_has_a_selection(
    qtbot: QtBot, kind: type[TextField], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Board:
        """The clipboard of a desk where what is marked can be pasted; here there is none."""

        @staticmethod
        def supportsSelection() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def text(_mode: object = None) -> str:
            return LEGACY

    class Desk:
        clipboard = Board

    field = make_field(qtbot, kind)
    monkeypatch.setattr(mouse_paste, "QApplication", Desk)
    over = under_mouse(field)
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        QPointF(4, 4),
        QPointF(over.mapToGlobal(QPoint(4, 4))),
        Qt.MouseButton.MiddleButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(over, release)
    assert open_sheet(field) is not None
    assert text(field) == ""


@pytest.mark.usefixtures("typing")
def test_a_field_that_is_only_read_keeps_its_own_menu(qtbot: QtBot) -> None:
    field = make_field(qtbot, QPlainTextEdit)
    field.setReadOnly(True)
    drop(field, LEGACY)
    assert open_sheet(field) is None
    assert text(field) == ""
