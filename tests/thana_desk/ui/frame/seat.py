"""A window over the sample thana, worked by keys alone."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.clock import FixedClock
from thana_desk.actions import demo
from thana_desk.actions.desk import Desk
from thana_desk.ui.frame import DeskFrame
from thana_desk.ui.main_window import MainWindow

MORNING = datetime(2026, 11, 23, 10, 42, tzinfo=timezone(timedelta(hours=5, minutes=30)))


class Seat:
    """The chair before the window: keys are pressed where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def frame(self) -> DeskFrame:
        """The desk of whoever signed in."""
        assert self.window.frame is not None
        return self.window.frame

    @property
    def front(self) -> Any:
        """The page in front."""
        return self.frame.page()

    def settle(self) -> None:
        """Wait for everything that works beside the window."""
        assert self.window.work.settle(30)
        QApplication.processEvents()

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys one after the other, as fingers do: each after the last has been served."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self._focused(), key, held)
            self.settle()

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        for sign in text:  # QTest.keyClicks takes Latin letters only
            typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(self._focused(), typed)

    def sign_in(self, role: str, password: str = demo.PASSWORD) -> None:
        """Walk to the role's line, type the password, Enter."""
        for _row in range(8):
            chosen = self.window.entry_page().list.chosen()
            if chosen.login == role:
                break
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)
        self.type(password)
        self.press(Qt.Key.Key_Return)

    def page(self) -> str:
        """The kind of page in front."""
        return type(self.frame.page()).__name__

    def _focused(self) -> QWidget:
        return self.window.focusWidget() or self.window


def desk_in(home: Path, role: str) -> Desk:
    """The role's desk on the morning of the tests."""
    return demo.sign_in(home, role, clock=FixedClock(MORNING))
