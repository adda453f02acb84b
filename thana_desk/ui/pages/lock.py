"""The lock over the whole desk: the same officer unlocks, another one takes the seat."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.pages.login import LoginHead, password_line
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.work import Work


class LockPage(QWidget):
    """Shows nothing of the work; drafts stay where they were."""

    unlocked = Signal()
    other_wanted = Signal()

    def __init__(self, work: Work, title: Words, *, demo: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self._work = work
        self._confirm: Callable[[str], bool] = lambda _typed: False
        self.name = Said(look="head")
        self.password = password_line()
        self.password.returnPressed.connect(self._unlock)
        self.said = Said(words("lock.kept"), "soft", place="below", wrap=True)
        self.push = Push(words("lock.unlock"), self._unlock, key="Enter", look="main")
        other = Push(words("lock.other"), self.other_wanted.emit, key="F12")
        sheet = Sheet(words("lock.title"))
        sheet.add(self.name)
        asked = Asked(170)
        asked.add(words("login.password"), self.password)
        sheet.add(asked)
        sheet.body.addLayout(row(other, None, self.push))
        sheet.add(self.said)
        sheet.setFixedWidth(theme.pixels(760))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(LoginHead(title, demo=demo))
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(sheet)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)

    def lock(self, name: Words, confirm: Callable[[str], bool]) -> None:
        """Close the desk of this officer; `confirm` says whether a password is his."""
        self._confirm = confirm
        self.name.tell(name)
        self.password.clear()
        self.said.look("soft")
        self.said.tell(words("lock.kept"))
        self.push.setEnabled(True)
        self.password.setFocus()

    def take_focus(self) -> None:
        """The hand is in the password."""
        self.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F12 again: another officer."""
        if event.key() == Qt.Key.Key_F12:
            self.other_wanted.emit()
        else:
            event.ignore()

    def _unlock(self) -> None:
        if not self.push.isEnabled():
            return
        typed, confirm = self.password.text(), self._confirm
        if not typed:
            return
        self.push.setEnabled(False)

        def take(right: bool) -> None:
            self.push.setEnabled(True)
            self.password.clear()
            if right:
                self.name.tell(NO_WORDS)
                self.unlocked.emit()
            else:
                self._say(words("lock.wrong"))

        def refused(error: Any) -> None:
            self.push.setEnabled(True)
            self.password.clear()
            self._say(error.words)

        self._work.do(lambda: confirm(typed), take, owner=self, refused=refused)

    def _say(self, what: Words) -> None:
        mark = theme.MARKS["wrong"]
        self.said.look("wrong")
        self.said.tell(Words(f"{mark} {what.hi}", f"{mark} {what.en}"))
        self.password.setFocus()
