"""The label of a field: official number, Hindi in full, English smaller, whether it is needed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from forms.kit.fields import Field, Need
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.measure import (
    SMALL,
    advance,
    draw_wrapped,
    gap,
    line_height,
    text_height,
)
from thana_desk.ui.reading import reading


class FieldLabel(QLabel):
    """A label in both languages; `need` is said by a word, not by a star."""

    def __init__(self, asked: Field, parent: QWidget, *, heading: bool = False) -> None:
        super().__init__(parent)
        self.asked = asked
        self.need = Need.OPTIONAL
        self.heading = heading
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.retell()

    def retell(self) -> None:
        """The words in the language order of the reader, for screen readers too."""
        self.first = reading.first(self.asked.words)
        self.second = reading.second(self.asked.words)
        self.need_word = (
            ""
            if self.need is Need.OPTIONAL
            else reading.first(words(f"form.need.{self.need.value}"))
        )
        self.setText(self.full_name())

    def show_need(self, need: Need) -> bool:
        """Show another need; True where it changed."""
        if need is self.need:
            return False
        self.need = need
        self.retell()
        self.update()
        return True

    def full_name(self) -> str:
        """Everything the label says, in one line."""
        pieces = (self.asked.item, self.first, self.second, self.need_word)
        return " · ".join(piece for piece in pieces if piece)

    def height_for(self, width: int, item_width: int) -> int:
        """The height needed at `width`."""
        room = width - item_width
        if self._fits_one_line(room):
            return max(line_height(), text_height(self.first, room, bold=self.heading))
        below = text_height(self._below(), room, SMALL)
        return text_height(self.first, room, bold=self.heading) + below

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, first language, then the second and the need beside or below."""
        painter = QPainter(self)
        item_width = self.item_width
        if self.asked.item:
            painter.setPen(QColor(theme.INK_SOFT))
            item = QRect(0, 0, item_width, line_height())
            draw_wrapped(painter, item, self.asked.item, SMALL, centred=True)
        width = self.width() - item_width
        painter.setPen(QColor(theme.INK))
        high = text_height(self.first, width, bold=self.heading)
        room = QRect(item_width, 0, width, high)
        draw_wrapped(painter, room, self.first, bold=self.heading, centred=True)
        if self._fits_one_line(width):
            taken = advance(self.first, bold=self.heading) + gap()
            self._paint_below(painter, QRect(item_width + taken, 0, width - taken, high), True)
        else:
            self._paint_below(painter, QRect(item_width, high, width, self.height() - high), False)

    item_width = 0
    """The width of the column for official numbers, set by the sheet."""

    def _below(self) -> str:
        return " · ".join(piece for piece in (self.second, self.need_word) if piece)

    def _fits_one_line(self, width: int) -> bool:
        taken = advance(self.first, bold=self.heading) + gap()
        return taken + advance(self._below(), SMALL) <= width

    def _paint_below(self, painter: QPainter, room: QRect, centred: bool) -> None:
        painter.setPen(QColor(theme.INK_SOFT))
        must = self.need is Need.MUST
        if not must or advance(self._below(), SMALL) > room.width():
            draw_wrapped(painter, room, self._below(), SMALL, centred=centred)
            return
        # The word stands out in navy, so it is drawn apart from the second language.
        lead = f"{self.second} · " if self.second else ""
        draw_wrapped(painter, room, lead, SMALL, centred=centred)
        painter.setPen(QColor(theme.NAVY))
        room = room.adjusted(advance(lead, SMALL), 0, 0, 0)
        draw_wrapped(painter, room, self.need_word, SMALL, centred=centred)
