"""One section of the form as a page: its heading and its sheet."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from forms.kit.form import Section
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Surroundings
from thana_desk.ui.editors.measure import (
    SMALL,
    advance,
    draw_wrapped,
    face,
    gap,
    line_height,
    text_height,
)
from thana_desk.ui.editors.sheet import Sheet, item_width
from thana_desk.ui.reading import reading

_HEAD = 1.16


class SectionPage(QWidget):
    """The section that is open; it is built when it is opened and dropped when it is left."""

    def __init__(
        self,
        section: Section,
        number: str,
        near: Surroundings,
        changed: Callable[[str], None],
        arranger: Callable[[], None],
        stepper: Callable[[Callable[[], None]], None],
        scroller: Callable[[QWidget, QRect], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self.number = number
        near.item_width = item_width(section.fields)
        self.sheet = Sheet(section.fields, near, None, changed, parent=self)
        self.sheet.arranger = arranger
        self.sheet.stepper = stepper
        self.sheet.scroller = scroller
        self.setAccessibleName(reading.both(section.words))

    def arrange(self, width: int) -> int:
        """Place the heading and the sheet; return the height used."""
        side = gap(3)
        top = self._head_height(width - 2 * side) + gap(2.5)
        high = self.sheet.arrange(width - 2 * side)
        self.sheet.setGeometry(side, top, width - 2 * side, high)
        return top + high + gap(3)

    def keep_in_sight(self, widget: QWidget, pages: QScrollArea) -> None:
        """Scroll so that the whole of a field is seen, with something of what follows.

        Qt's own way keeps only the line with the cursor in sight, not the picture under it.
        """
        room = pages.viewport().height()
        if self.isAncestorOf(widget) and widget.height() < room:
            middle = widget.mapTo(self, widget.rect().center()).y()
            pages.ensureVisible(0, middle, 0, min(widget.height() // 2 + gap(8), room // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number and the words of the section."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.GROUND))
        side = gap(3)
        width = self.width() - 2 * side
        first = f"{self.number}  {reading.first(self.section.words)}".strip()
        high = text_height(first, width, _HEAD, bold=True)
        painter.setPen(QColor(theme.NAVY))
        draw_wrapped(painter, QRect(side, gap(1.5), width, high), first, _HEAD, bold=True)
        painter.setFont(face(SMALL))
        painter.setPen(QColor(theme.INK_SOFT))
        second = reading.second(self.section.words)
        if self._beside(width):
            left = side + advance(first, _HEAD, bold=True) + gap(1.5)
            room = QRect(left, gap(1.5), width - left + side, high)
            draw_wrapped(painter, room, second, SMALL, centred=True)
        else:
            room = QRect(side, gap(1.5) + high, width, line_height(SMALL) * 3)
            draw_wrapped(painter, room, second, SMALL)
        painter.setPen(QColor(theme.KHAKI_LINE))
        line = self._head_height(width) + gap(1.5)
        painter.drawLine(side, line, side + width, line)

    def _beside(self, width: int) -> bool:
        first = f"{self.number}  {reading.first(self.section.words)}".strip()
        taken = advance(first, _HEAD, bold=True) + gap(1.5)
        second = advance(reading.second(self.section.words), SMALL)
        return taken + second <= width

    def _head_height(self, width: int) -> int:
        first = f"{self.number}  {reading.first(self.section.words)}".strip()
        high = text_height(first, width, _HEAD, bold=True)
        if not self._beside(width):
            high += text_height(reading.second(self.section.words), width, SMALL)
        return high + gap(0.5)
