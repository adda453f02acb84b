"""The first thing drawn: who is at the desk, and the password."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from forms.kit.words import Words
from thana_desk.texts import all_keys, words
from thana_desk.ui import theme
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.reading import reading
from thana_desk.ui.work import Work

_SHORT_WAIT = 2
"""Seconds that are waited through without a word."""


def password_line() -> QLineEdit:
    """A line that shows dots."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(200)
    return line


class LoginPage(QWidget):
    """Choose a name by the arrow keys, type the password, Enter.

    `signed_in` carries the desk. Nothing heavy is imported here: the store's libraries load
    while the password is typed.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        home: Path,
        people: list[Any],
        work: Work,
        title: Words,
        *,
        demo: bool = False,
        clock: Any = None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._home = home
        self._clock = clock
        self._work = work
        self._wait = 0
        self.password = password_line()
        self.list = PeopleList(people, 9 if reading.size < reading.LARGEST else 4)
        self.list.opened.connect(lambda _one: self.password.setFocus())
        self.password.returnPressed.connect(self._sign_in)
        self.push = Push(words("login.sign_in"), self._sign_in, key="Enter", look="main")
        self.said = Said(place="below", wrap=True)
        self.said.setMinimumHeight(theme.pixels(48))
        self._roles = QWidget()
        self._roles.hide()
        self._counter = QTimer(self)
        self._counter.setInterval(1000)
        self._counter.timeout.connect(self._count_down)

        name = Said(words("frame.window"), "title")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sheet = Sheet(words("login.who"))
        sheet.add(self.list)
        asked = Asked(170)
        asked.add(words("login.password"), self.password)
        sheet.add(asked)
        self._buttons = row(None, self.push)
        sheet.add(self.said)
        sheet.body.addLayout(self._buttons)
        sheet.add(self._roles)
        sheet.setFixedWidth(theme.pixels(760))
        outer = QVBoxLayout(self)
        outer.addWidget(LoginHead(title, demo=demo))
        outer.addStretch(2)
        outer.addWidget(name)
        name.setVisible(reading.size < 150)
        outer.addSpacing(theme.pixels(8))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(sheet)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)
        outer.setContentsMargins(0, 0, 0, theme.pixels(16))
        self.take_focus()

    def take_focus(self) -> None:
        """With one person the hand is in the password, else in the list."""
        (self.list if len(self.list.people) > 1 else self.password).setFocus()

    def choose(self, login: str) -> None:
        """Stand on this person."""
        for number, person in enumerate(self.list.people):
            if person.login == login:
                self.list.stand_on(number)
                self.password.setFocus()

    def _sign_in(self) -> None:
        person = self.list.chosen()
        if person is None or self._wait or not self.push.isEnabled():
            return
        if not self.password.text():
            self._say(words("login.type_password"), "")
            self.password.setFocus()
            return
        home, password, clock = self._home, self.password.text(), self._clock
        self._busy(True)
        self._say(words("login.opening"), "")

        def run() -> Any:
            from thana_desk.actions import homes

            return homes.sign_in(home, person.login, password, clock=clock)

        self._work.do(run, self._take, owner=self, refused=self._refused)

    def _take(self, desk: Any) -> None:
        self.password.clear()
        self._busy(False)
        self._say(Words("", ""), "")
        if len(desk.session.roles) == 1:
            self.signed_in.emit(desk)
        else:
            self._offer_roles(desk)

    def _refused(self, error: Any) -> None:
        seconds = int(getattr(error, "seconds", 0))
        if 0 < seconds <= _SHORT_WAIT:
            # Nobody needs to read about a wait that is over before it is read.
            QTimer.singleShot(seconds * 1000, self, self._sign_in_again)
            return
        self._busy(False)
        self.password.clear()
        if seconds:
            self._wait = seconds
            self._counter.start()
            self._show_wait()
        else:
            self._say(error.words, "wrong")
        self.password.setFocus()

    def _sign_in_again(self) -> None:
        self._busy(False)
        self._sign_in()

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._wait = 0
            self._counter.stop()
            self._say(words("login.again"), "")
            self._busy(False)
            self.password.setFocus()
        else:
            self._show_wait()

    def _show_wait(self) -> None:
        self._busy(True)
        self._say(words("login.wait", seconds=str(self._wait)), "wrong")

    def _busy(self, busy: bool) -> None:
        self.push.setEnabled(not busy)
        self.password.setEnabled(not busy)

    def _say(self, what: Words, look: str) -> None:
        mark = f"{theme.MARKS['wrong']} " if look == "wrong" else ""
        self.said.look(look)
        self.said.tell(Words(mark + what.hi, mark + what.en) if what.hi else what)

    def _offer_roles(self, desk: Any) -> None:
        self._busy(True)
        if self._roles.layout() is None:
            layout = QVBoxLayout(self._roles)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(Said(words("login.which_role"), "head"))
            pushes = [
                Push(
                    words(f"roles.{role}"), self._chooser(desk, role), look="main" if not n else ""
                )
                for n, role in enumerate(desk.session.roles)
            ]
            layout.addLayout(row(*pushes, None))
            self._roles.show()
            pushes[0].setFocus()

    def _chooser(self, desk: Any, role: str) -> Callable[[], None]:
        def choose() -> None:
            self.signed_in.emit(desk.in_role(role))

        return choose


class PeopleList(QWidget):
    """The officers by name, rank and role; drawn by itself, for a table costs half the start."""

    opened = Signal(object)

    def __init__(self, people: list[Any], rows: int) -> None:
        super().__init__()
        self.people = people
        self._rows = min(max(len(people), 1), rows)
        self._at = 0
        self._top = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retell()
        reading.changed.connect(self._retell)

    def chosen(self) -> Any:
        """The officer the hand is on, or None."""
        return self.people[self._at] if self.people else None

    def stand_on(self, number: int) -> None:
        """Move the hand to this line and bring it into sight."""
        self._at = min(max(number, 0), max(len(self.people) - 1, 0))
        self._top = min(self._top, self._at)
        self._top = max(self._top, self._at - self._rows + 1)
        self._retell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End move, Enter goes on to the password."""
        steps = {
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.people),
            Qt.Key.Key_PageUp: self._at - self._rows,
            Qt.Key.Key_PageDown: self._at + self._rows,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.chosen())
        elif event.key() in steps:
            self.stand_on(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the line."""
        self.stand_on(self._top + int(event.position().y()) // self._line())
        self.setFocus()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the hand."""
        self.stand_on(self._at + (-1 if event.angleDelta().y() > 0 else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in sight, ruled like a register."""
        painter = QPainter(self)
        line = self._line()
        shown = self.people[self._top : self._top + self._rows]
        for number, person in enumerate(shown):
            room = QRect(0, number * line, self.width(), line)
            here = self._top + number == self._at
            painter.fillRect(room, QColor(theme.NAVY_SOFT if here else theme.PAPER))
            left = 0
            for text, share, bold in (
                (reading.first(person.name), 46, True),
                (rank_words(person.rank), 24, False),
                (_roles_of(person), 30, False),
            ):
                width = self.width() * share // 100
                font = theme.font(bold=bold)
                painter.setFont(font)
                painter.setPen(QColor(theme.INK))
                cell = QRect(left + theme.pixels(12), room.top(), width - theme.pixels(20), line)
                fitted = QFontMetrics(font).elidedText(
                    text, Qt.TextElideMode.ElideRight, cell.width()
                )
                painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, fitted)
                left += width
            painter.setPen(QColor(theme.LINE))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        more = len(self.people) - self._rows
        if more > 0:
            height = self.height() * self._rows // len(self.people)
            top = (self.height() - height) * self._top // more
            bar = QRect(self.width() - 8, top, 6, height)
            painter.fillRect(bar, QColor(theme.KHAKI_LINE))
        painter.setPen(QPen(QColor(theme.NAVY if self.hasFocus() else theme.LINE), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the hand is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the hand has left."""
        super().focusOutEvent(event)
        self.update()

    def _line(self) -> int:
        return theme.pixels(36)

    def _retell(self) -> None:
        self.setFixedHeight(self._rows * self._line())
        person = self.chosen()
        name = reading.both(words("login.who"))
        if person is not None:
            name = f"{name} {reading.first(person.name)}, {rank_words(person.rank)}"
        self.setAccessibleName(name)
        self.update()


def rank_words(rank: str) -> str:
    """A rank in the reader's language; text that is no known code as it stands."""
    key = f"ranks.{rank}"
    return reading.first(words(key)) if key in all_keys("ranks") else rank


def _roles_of(person: Any) -> str:
    return ", ".join(reading.first(words(f"roles.{role}")) for role in person.roles)


class LoginHead(QWidget):
    """The strip above the entry pages: the program's name, language order and text size."""

    def __init__(self, title: Words, *, demo: bool = False) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.pixels(42))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            theme.pixels(16), theme.pixels(6), theme.pixels(12), theme.pixels(6)
        )
        layout.addWidget(Said(title, "head", place="alone"))
        layout.addStretch(1)
        if demo:
            sample = Said(words("frame.sample"))
            sample.setObjectName("sample")
            layout.addWidget(sample)
        for key, act in (
            ("flip", reading.flip),
            ("smaller", lambda: reading.larger(-1)),
            ("larger", lambda: reading.larger(1)),
        ):
            layout.addWidget(Push(words(f"frame.{key}"), act, look="plain", second=False))
