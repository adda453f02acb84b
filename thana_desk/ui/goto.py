"""The Go-to box: type a few letters of a form, a number, a person, a register or a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.parts import Said
from thana_desk.ui.places import PLACES
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_SHOWN = 12
_RECORDS = 6
_ASKED = 40


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that can be gone to."""

    words: Words
    kind: Words
    go: Callable[[], object]
    also: str = ""
    is_list: bool = False


def folded(text: str) -> str:
    """Text as the box compares it: small letters, NFC, no nukta, dots or joiners."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return "".join(sign for sign in plain if sign not in "़‌‍.-_·")


def fitting(goals: list[Goal], typed: str) -> list[Goal]:
    """The goals whose every typed word begins (better) or stands somewhere in them.

    A kept list stands first where nothing is typed; typed words mean a form or a page rather.
    """
    parts = folded(typed).split()
    found: list[tuple[int, bool, int, Goal]] = []
    for place, goal in enumerate(goals):
        text = folded(f"{goal.words.hi} {goal.words.en} {goal.also}")
        starts = text.split()
        if all(part in text for part in parts):
            missed = sum(not any(word.startswith(part) for word in starts) for part in parts)
            found.append((missed, bool(parts) and goal.is_list, place, goal))
    return [found_goal for *_rank, found_goal in sorted(found, key=lambda one: one[:3])]


class GoTo(QFrame):
    """A box over the page with a line to type in and what fits below it."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.setObjectName("goto")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._goals: list[Goal] = []
        self._records: list[Goal] = []
        self._line = QLineEdit()
        self._line.setAccessibleName(reading.both(words("goto.hint")))
        self._line.textChanged.connect(self._typed)
        self._line.installEventFilter(self)
        columns = (
            Column(words("goto.what"), 7, _name),
            Column(words("goto.kind"), 3, lambda goal: reading.both(goal.kind), _soft),
        )
        self._model = RowsModel(columns)
        self._list = RegisterView(self._model, words("goto.list"))
        self._list.horizontalHeader().hide()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.opened.connect(self._go)
        self._list.clicked.connect(lambda _index: self._go(self._list.chosen()))
        self._none = Said(words("goto.nothing"), "soft", wrap=True)
        layout = QVBoxLayout(self)
        edge = theme.pixels(8)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.pixels(4))
        for part in (self._line, self._list, self._none):
            layout.addWidget(part)
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(120)
        self._asker.timeout.connect(self._ask_records)
        self.hide()

    def open_box(self) -> None:
        """Show the box, empty, with everything that can be gone to."""
        self._goals = self._gather()
        self._records = []
        self._ask_views()
        self._line.setPlaceholderText(reading.first(words("goto.hint")))
        self._line.setAccessibleName(reading.both(words("goto.hint")))
        self._line.clear()
        self._show()
        self.settle()
        self.show()
        self.raise_()
        self._line.setFocus()

    def ask_now(self) -> None:
        """Look for records without waiting for the typing to rest."""
        self._asker.stop()
        self._ask_records()

    def close_box(self) -> None:
        """Hide the box and give the focus back to the page."""
        self.hide()
        self._frame.page().take_focus()

    def settle(self) -> None:
        """Stand in the middle below the top line."""
        room = self._frame.width()
        width = min(theme.pixels(720), room - theme.pixels(64))
        self.adjustSize()
        self.setGeometry((room - width) // 2, theme.pixels(48), width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down, Enter and Esc of the line belong to the box."""
        if watched is self._line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._take_key(event)
        elif watched is self._line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            self.close_box()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self._list.chosen())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self._list.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(row, 0))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _typed(self) -> None:
        self._records = []
        self._show()
        if self._line.text().strip():
            self._asker.start()

    def _show(self) -> None:
        found = [*fitting(self._goals, self._line.text()), *self._records][: self._most()]
        self._model.show(found)
        self._list.fit(self._most())
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        self.settle()

    def _most(self) -> int:
        """As many rows as stand above the foot."""
        room = self._frame.height() - theme.pixels(190)
        return min(max(room // theme.pixels(34), 4), _SHOWN)

    def _go(self, goal: Goal | None) -> None:
        if goal is not None:
            self.close_box()
            goal.go()

    def _gather(self) -> list[Goal]:
        frame = self._frame
        page, form, register = words("goto.page"), words("goto.form"), words("goto.register")
        goals = [Goal(one.form_words, form, one.open_it, one.code) for one in _form_goals(frame)]
        goals.extend(
            Goal(place.words, page, _opener(frame, place.key), place.key)
            for place in PLACES.values()
        )
        goals.extend(
            Goal(name, register, _register_opener(frame, code), f"{code} {number}")
            for code, name, number in _registers()
        )
        return goals

    def _ask_views(self) -> None:
        """The officer's lists stand before the forms; they lie in the store."""
        desk, frame = self._frame.desk, self._frame

        def read() -> Any:
            from thana_desk.actions import saved_views

            return saved_views.views(desk)

        def take(views: Any) -> None:
            from thana_desk.ui.pages.kept_lists import opener

            kind = words("goto.view")
            found = [Goal(one.name, kind, opener(frame, one), is_list=True) for one in views]
            self._goals = [*found, *self._goals]
            if self.isVisible():
                self._show()

        frame.work.do(read, take, owner=self, refused=lambda error: None)

    def _ask_records(self) -> None:
        typed = self._line.text().strip()
        desk = self._frame.desk

        def read() -> Any:
            from thana_desk.actions import searching

            # The papers of a case all carry its number: the case itself may be far down.
            return searching.search(desk, typed, limit=_ASKED)

        def take(hits: Any) -> None:
            if self._line.text().strip() == typed and self.isVisible():
                # A number alone means that of a case: what other papers stand under comes first.
                first = sorted(hits, key=lambda hit: -_followers(self._frame, hit.line, typed))
                self._records = [_record_goal(self._frame, hit) for hit in first[:_RECORDS]]
                self._show()

        self._frame.work.do(read, take, owner=self, refused=lambda error: None)


@dataclass(frozen=True, slots=True)
class _FormGoal:
    form_words: Words
    code: str
    open_it: Callable[[], object]


def _form_goals(frame: DeskFrame) -> list[_FormGoal]:
    from thana_desk.actions import records
    from thana_desk.ui.pages.form import open_new

    def opener(code: str) -> Callable[[], None]:
        def open_it() -> None:
            open_new(frame, code)

        return open_it

    return [
        _FormGoal(form.title, f"{form.code} {form.short.hi} {form.short.en}", opener(form.code))
        for form in records.allowed_forms(frame.desk)
    ]


def _registers() -> list[tuple[str, Words, str]]:
    from thana_desk.ui.pages.registers import known_registers

    return [(one.code, one.words, one.number) for one in known_registers()]


def _opener(frame: DeskFrame, place: str) -> Callable[[], None]:
    def open_it() -> None:
        frame.open_place(place)

    return open_it


def _register_opener(frame: DeskFrame, code: str) -> Callable[[], None]:
    def open_it() -> None:
        from thana_desk.ui.pages.registers import RegistersPage

        frame.open(RegistersPage(frame, code))

    return open_it


def _followers(frame: DeskFrame, line: Any, typed: str) -> int:
    """How many forms usually stand under this record, if `typed` is its number."""
    if line.number != typed:
        return 0
    return sum(form.parent == line.form_code for form in frame.desk.forms.values())


def _record_goal(frame: DeskFrame, hit: Any) -> Goal:
    line = hit.line

    def open_it() -> None:
        from thana_desk.ui.pages.record import RecordPage

        frame.open(RecordPage(frame, line.record_id))

    name = f"{line.number} · {line.title}" if line.number else line.title
    form = frame.desk.forms.get(line.form_code)
    return Goal(Words(name, name), form.short if form else NO_WORDS, open_it)


def _name(goal: Goal) -> str:
    return reading.both(goal.words)


def _soft(_goal: Goal) -> str:
    return theme.INK_SOFT
