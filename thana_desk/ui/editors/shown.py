"""Answers that are only read: written by the program, registered, or masked."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from forms.kit.fields import Field
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Editor, Holder, shown
from thana_desk.ui.editors.measure import draw_wrapped, field_height, gap, line_height, text_height
from thana_desk.ui.reading import reading


class Written(QLabel):
    """Text on paper, without a box: it can be visited and copied, not changed."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.soft = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; a line under it where the keyboard is."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.INK_SOFT if self.soft else theme.INK))
        top = max((field_height() - line_height()) // 2, 0)
        draw_wrapped(painter, self.rect().adjusted(0, top, 0, 0), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.NAVY), 2))
            painter.drawLine(0, self.height() - 2, self.width(), self.height() - 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone on."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size."""
        super().changeEvent(event)
        self.update()


class ShownEditor(Editor):
    """An answer as people read it."""

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self._value: Any = None
        self.written = Written(self.sheet_widget)
        self.widget = self.written
        self.owns([self.written])

    def value(self) -> Any:
        """The answer as it was given."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self._value = value
        self.refresh()

    def text(self) -> str:
        """What stands on the screen."""
        text = shown(self.asked, self._value, self.near)
        if text or not self.asked.fixed or self.near.read_only:
            return text or "—"
        return reading.first(words("form.fixed"))

    def refresh(self) -> None:
        """The language may have changed."""
        self.written.soft = self._value is None
        self.written.setText(self.text())
        self.written.update()

    def height_for(self, width: int) -> int:
        """All lines of the text."""
        return max(field_height(), text_height(self.text(), width) + gap())


class MaskedEditor(ShownEditor):
    """An answer that this reader may not see; it is never put into a widget."""

    def text(self) -> str:
        """That it is sealed."""
        return f"■■■  {reading.both(words('form.masked'))}"

    def refresh(self) -> None:
        """The language may have changed."""
        super().refresh()
        self.written.soft = True
