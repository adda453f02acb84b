"""What is offered for the letters before the caret, under it; it never takes the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.announce import announce
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import TextField, caret_box

_EDGE = 6


class CandidateList(QWidget):
    """Lies over the window of one field; `row` is the marked one, or -1.

    `keys` are told below: without them those of words, which digits take.
    """

    def __init__(
        self, field: TextField, taken: Callable[[int], None], keys: Words | None = None
    ) -> None:
        super().__init__(field.window())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._window = field.window()
        self._taken = taken
        self._told_keys = keys
        self.offered: tuple[str, ...] = ()
        self.row = -1
        self.hide()

    def offer(self, field: TextField, offered: Sequence[str]) -> None:
        """Show these words at the caret of `field`, or go away where there are none."""
        self.offered, self.row = tuple(offered), -1
        if not self.offered:
            self.hide()
            return
        self._retell()
        self.resize(self.sizeHint())
        self._lie_at(caret_box(field))
        self.show()
        self.raise_()
        self.update()

    def step(self, by: int) -> None:
        """Mark the next word or the one before; beyond the ends none."""
        self.row = (self.row + 1 + by) % (len(self.offered) + 1) - 1
        self._retell()
        self.update()

    def sizeHint(self) -> QSize:
        """All words and a line of keys."""
        wide = max(QFontMetrics(theme.font()).horizontalAdvance(one) for one in self.offered)
        keys = QFontMetrics(theme.font(0.7)).horizontalAdvance(self.keys_told())
        width = max(wide + self._inset() + theme.pixels(20), keys + theme.pixels(20))
        return QSize(width, self._line() * len(self.offered) + theme.pixels(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the word."""
        row = int(event.position().y() - 2) // self._line()
        if 0 <= row < len(self.offered):
            self._taken(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One in each line, a word behind its digit; the marked one dark."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.NAVY))
        painter.setBrush(QColor(theme.PAPER))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, word in enumerate(self.offered):
            line = QRect(2, 2 + row * self._line(), self.width() - 4, self._line())
            marked = row == self.row
            if marked:
                painter.fillRect(line, QColor(theme.NAVY))
            if self._told_keys is None:
                painter.setFont(theme.font(0.8))
                painter.setPen(QColor(theme.WHITE if marked else theme.INK_FAINT))
                painter.drawText(line.adjusted(8, 0, 0, 0), int(middle), str(row + 1))
            painter.setFont(theme.font())
            painter.setPen(QColor(theme.WHITE if marked else theme.INK))
            painter.drawText(line.adjusted(self._inset(), 0, 0, 0), int(middle), word)
        painter.setFont(theme.font(0.7))
        painter.setPen(QColor(theme.INK_SOFT))
        foot = QRect(8, self.height() - theme.pixels(22), self.width() - 8, theme.pixels(20))
        painter.drawText(foot, int(middle), self.keys_told())

    def _retell(self) -> None:
        told = list(self.offered)
        if self._told_keys is None:
            told = [f"{row + 1} {word}" for row, word in enumerate(told)]
        said = self.offered[self.row] if self.row >= 0 else ", ".join(told)
        self.setAccessibleName(said)
        announce(self._window, said)

    def keys_told(self) -> str:
        """The keys that take one, in the language that stands first."""
        return reading.first(self._told_keys or words("form.typing.candidate_keys"))

    def _inset(self) -> int:
        return theme.pixels(26) if self._told_keys is None else 8

    def _line(self) -> int:
        return QFontMetrics(theme.font()).height() + theme.pixels(4)

    def _lie_at(self, caret: QRect) -> None:
        """Under the caret, above it where there is no room; never over the edge of the window."""
        room = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        top = caret.bottom() + _EDGE
        if (
            top + self.height() > room.bottom()
            and caret.top() - _EDGE - self.height() >= room.top()
        ):
            top = caret.top() - _EDGE - self.height()
        left = max(room.left(), min(caret.left(), room.right() - self.width()))
        self.move(left, max(room.top(), min(top, room.bottom() - self.height())))
