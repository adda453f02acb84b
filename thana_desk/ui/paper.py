"""Pages of a PDF as pictures, for the screen and for the printer."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from thana_desk.pdf_pages import PdfPages
from thana_desk.ui import theme

_POINTS = 72
_GAP = 16
_KEPT = 6


class Sheets(Protocol):
    """What can be shown page by page. Sizes are in points, pictures in any resolution."""

    def __len__(self) -> int:
        """How many pages."""
        ...

    def size(self, number: int) -> QSizeF:
        """Width and height of a page in points."""
        ...

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """One page as a picture."""
        ...


class PaperPages:
    """The pages of one PDF."""

    def __init__(self, pdf: bytes) -> None:
        self._pages = PdfPages(pdf)
        self._sizes = [QSizeF(*size) for size in self._pages.sizes()]

    def __len__(self) -> int:
        return len(self._pages)

    def size(self, number: int) -> QSizeF:
        """Width and height of a page in points."""
        return self._sizes[number]

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """One page as a picture."""
        pixels, width, height, stride = self._pages.pixels(number, dots_per_inch)
        return QImage(pixels, width, height, stride, QImage.Format.Format_BGR888).copy()


class PictureSheet:
    """A photograph or scan as one page."""

    def __init__(self, jpeg: bytes) -> None:
        self._picture = QImage.fromData(jpeg)

    def __len__(self) -> int:
        return 1

    def size(self, number: int) -> QSizeF:
        """As large as its pixels."""
        return QSizeF(self._picture.size())

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """The picture, smoothly made larger or smaller."""
        return self._picture.scaledToWidth(
            max(round(self._picture.width() * dots_per_inch / _POINTS), 1),
            Qt.TransformationMode.SmoothTransformation,
        )


class PaperView(QAbstractScrollArea):
    """Pages one below the other; only those in sight are drawn, a few are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._pages: Sheets | None = None
        self._whole_page = False
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = 1.0
        self._tops: list[int] = []
        self._whole = QSize()

    def show_pages(self, pages: Sheets, *, whole_page: bool = False) -> None:
        """Show these pages from the first; with `whole_page` each fits into the view."""
        self._pages = pages
        self._whole_page = whole_page
        self._zoom = 1.0
        self._pictures.clear()
        self._lay()
        self.verticalScrollBar().setValue(0)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by `steps`."""
        self._zoom = min(max(self._zoom * 1.2**steps, 0.4), 3.0)
        self._pictures.clear()
        self._lay()

    def page_in_sight(self) -> int:
        """The number (from 0) of the page at the top of the view."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(sum(start <= top for start in self._tops) - 1, 0)

    def go_to_page(self, number: int) -> None:
        """Show this page (from 0)."""
        if 0 <= number < len(self._tops):
            self.verticalScrollBar().setValue(self._tops[number] - _GAP // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, arrows scroll, plus and minus zoom."""
        key, bar = event.key(), self.verticalScrollBar()
        if key == Qt.Key.Key_PageDown:
            self.go_to_page(min(self.page_in_sight() + 1, len(self._tops) - 1))
        elif key == Qt.Key.Key_PageUp:
            self.go_to_page(max(self.page_in_sight() - 1, 0))
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (60 if key == Qt.Key.Key_Down else -60))
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.text() in ("+", "="):
            self.zoom(1)
        elif event.text() == "-":
            self.zoom(-1)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._pictures.clear()
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what came into sight."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight on the desk's ground."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.KHAKI_SOFT))
        if self._pages is None:
            return
        down = self.verticalScrollBar().value()
        across = self.horizontalScrollBar().value()
        height = self.viewport().height()
        for number, top in enumerate(self._tops):
            size = self._shown_size(number)
            if top - down > height:
                break
            if top + size.height() < down:
                continue
            left = max((self.viewport().width() - size.width()) // 2, 0) - across
            place = QRect(left, top - down, size.width(), size.height())
            painter.drawImage(place, self._picture(number, size))
            painter.setPen(QColor(theme.KHAKI_LINE))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _shown_size(self, number: int) -> QSize:
        assert self._pages is not None
        size = self._pages.size(number)
        width: float = min(self.viewport().width() - 2 * _GAP, 900)
        if self._whole_page:
            high = max(self.viewport().height() - 2 * _GAP, 100)
            width = min(width, high * size.width() / max(size.height(), 1))
        width *= self._zoom
        return QSize(round(width), round(width * size.height() / max(size.width(), 1)))

    def _picture(self, number: int, size: QSize) -> QImage:
        assert self._pages is not None
        key = (number, size.width())
        picture = self._pictures.get(key)
        if picture is None:
            inches = self._pages.size(number).width() / _POINTS
            ratio = self.devicePixelRatioF()
            picture = self._pages.picture(number, size.width() * ratio / max(inches, 0.1))
            self._pictures[key] = picture
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        return picture

    def _lay(self) -> None:
        self._tops = []
        down, widest = _GAP, 0
        for number in range(len(self._pages) if self._pages is not None else 0):
            size = self._shown_size(number)
            self._tops.append(down)
            down += size.height() + _GAP
            widest = max(widest, size.width() + 2 * _GAP)
        view = self.viewport()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(down - view.height(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(widest - view.width(), 0))
        view.update()
