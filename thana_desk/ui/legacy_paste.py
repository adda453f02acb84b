"""Pasted text of an old font and what it reads as, side by side, before any of it is taken."""

import re
import weakref
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPlainTextEdit, QWidget

from thana_desk.hindi import legacy
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.parts import Push, row
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import TextField, insert_text

_SAMPLE = 4_000
"""Code points that tell whether a text is of an old font; enough for that, and read at once."""

_STRETCH = 3_000
_PIECES = re.compile(rf"(?s).{{1,{_STRETCH}}}(?:\s|$)|.{{1,{_STRETCH}}}")


def looks_legacy(text: str) -> bool:
    """Whether the beginning of `text` is surely of an old font."""
    return legacy.recognise(text[:_SAMPLE]).is_legacy


class LegacyPaste(QDialog):
    """Enter takes the reading, Ctrl+Enter the text as it is, Esc nothing.

    The words of a long text are read in stretches, between which the window answers keys; the
    whole is put together at the end, since a word is weighed by those beside it.
    """

    def __init__(self, text: str, take: Callable[[str], None], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._original = text
        self._take = take
        self._ahead = _PIECES.findall(text)
        self.setWindowTitle(reading.first(words("form.legacy.title")))
        self.setMinimumWidth(theme.pixels(900))
        said = QLabel(reading.both(words("form.legacy.said")))
        said.setWordWrap(True)
        self.before, self.after = QPlainTextEdit(), QPlainTextEdit()
        grid = QGridLayout(self)
        grid.addWidget(said, 0, 0, 1, 2)
        for column, (key, field) in enumerate(
            (("form.legacy.original", self.before), ("form.legacy.reading", self.after))
        ):
            name = words(key)
            grid.addWidget(QLabel(reading.first(name)), 1, column)
            field.setReadOnly(True)
            field.setTabChangesFocus(True)
            field.setAccessibleName(reading.both(name))
            grid.addWidget(field, 2, column)
        self.before.setPlainText(text)
        self.accept_push = Push(words("form.legacy.accept"), self._accept, key="Enter", look="main")
        keep = Push(words("form.legacy.keep"), self._keep, key="Ctrl+Enter")
        leave = Push(words("form.legacy.leave"), self.reject, key="Esc")
        for push in (self.accept_push, keep, leave):
            push.setAutoDefault(False)
        grid.addLayout(row(None, leave, keep, self.accept_push), 3, 0, 1, 2)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)
        self._timer.start(0)
        self._read_on()
        self.accept_push.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+Enter; the rest as in every dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
            else:
                self._accept()
            return
        super().keyPressEvent(event)

    def _read_on(self) -> None:
        if len(self._ahead) > 1:
            beginning = legacy.to_unicode(self._ahead.pop(0))
            if not self.after.toPlainText():
                self.after.setPlainText(beginning)
            return
        self._timer.stop()
        self.after.setPlainText(legacy.to_unicode(self._original))

    def _accept(self) -> None:
        self._finish(legacy.to_unicode(self._original))

    def _keep(self) -> None:
        self._finish(self._original)

    def _finish(self, text: str) -> None:
        self._timer.stop()
        self.accept()
        self._take(text)


def open_over(field: TextField, text: str) -> None:
    """Show `text` and its reading; what is taken goes into `field`, if that is still there."""
    waiting = weakref.ref(field)

    def take(taken: str) -> None:
        back = waiting()
        if back is not None and shiboken6.isValid(back):
            insert_text(back, taken)
            back.setFocus()

    sheet = LegacyPaste(text, take, field.window())
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
