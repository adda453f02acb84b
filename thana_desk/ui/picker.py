"""Choose a record for a form's field: a box over the page, typed into, Enter takes, Esc leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout

from forms.kit.fields import Reference
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.pages.lines import form_name, numbered, titled
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_SHOWN = 10


def pick_record(frame: DeskFrame, asked: Reference) -> dict[str, Any] | None:
    """The record that was chosen, in the shape a reference is stored in; None for none."""
    chosen = pick(frame, asked.words, (asked.form,) if asked.form else ())
    if chosen is None:
        return None
    return {
        "record_id": chosen.record_id,
        "form": chosen.form_code,
        "number": chosen.number or "",
        "title": chosen.title,
    }


ALONE = object()
"""The answer of `pick` for a paper that is to stand under no record."""


def pick(frame: DeskFrame, title: Words, codes: Sequence[str], *, may_alone: bool = False) -> Any:
    """The line of the record that was chosen among those of the forms `codes`; None for none.

    Where the paper `may_alone`, Ctrl+Enter answers `ALONE`.
    """
    before = QApplication.focusWidget()
    box = _RecordBox(frame, title, codes, may_alone=may_alone)
    loop = QEventLoop(box)
    box.finished = loop.quit
    box.open_box()
    loop.exec()
    chosen = box.chosen
    box.hide()
    box.deleteLater()
    if before is not None:
        before.setFocus()
    return chosen


class _RecordBox(QFrame):
    def __init__(
        self, frame: DeskFrame, title: Words, codes: Sequence[str], *, may_alone: bool = False
    ) -> None:
        super().__init__(frame)
        self._may_alone = may_alone
        self.setObjectName("goto")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame = frame
        self._codes = tuple(codes) or None
        self.chosen: Any = None
        self.finished: Any = lambda: None
        self._line = QLineEdit()
        hint = words("goto.record_hint")
        self._line.setPlaceholderText(reading.both(hint))
        self._line.setAccessibleName(reading.both(hint))
        self._line.installEventFilter(self)
        columns = [
            Column(words("list.form"), 16, lambda one: form_name(frame, one.form_code)),
            Column(words("list.number"), 16, numbered, bold=True),
            Column(words("list.at"), 16, lambda one: when.short(one.registered_at)),
            Column(words("list.title"), 52, titled),
        ]
        self._model = RowsModel(columns)
        self._list = RegisterView(self._model, words("goto.record_list"))
        self._list.horizontalHeader().hide()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.opened.connect(self._take)
        self._list.clicked.connect(lambda _index: self._take(self._list.chosen()))
        self._none = Said(words("list.none_found"), "soft", wrap=True)
        layout = QVBoxLayout(self)
        edge = theme.pixels(8)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(Said(title, "head"))
        for part in (self._line, self._list, self._none):
            layout.addWidget(part)
        if may_alone:
            layout.addWidget(Said(words("goto.record_alone"), "soft", wrap=True))
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(120)
        self._asker.timeout.connect(self._ask)
        self._line.textChanged.connect(lambda _typed: self._asker.start())

    def open_box(self) -> None:
        """Show the newest records that may be chosen."""
        self._show([])
        self._ask()
        self.show()
        self.raise_()
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line; leaving the line leaves the box."""
        if watched is not self._line:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self.finished)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.finished()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._may_alone:
                self._take(ALONE)
                return True
            self._take(self._list.chosen())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            at = self._list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= at < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(at, 0))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _ask(self) -> None:
        desk, text, codes = self._frame.desk, self._line.text().strip(), self._codes

        def read() -> Any:
            from thana_desk.actions import records

            return records.listing(desk, codes, text=text, limit=_SHOWN).lines

        self._frame.work.do(read, self._show, owner=self)

    def _show(self, lines: Any) -> None:
        self._model.show(lines)
        self._list.fit(_SHOWN)
        self._list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        width = min(theme.pixels(860), self._frame.width() - theme.pixels(64))
        self.adjustSize()
        left = (self._frame.width() - width) // 2
        self.setGeometry(left, theme.pixels(88), width, self.sizeHint().height())

    def _take(self, line: Any) -> None:
        if line is not None:
            self.chosen = line
            self.finished()
