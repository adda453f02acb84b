"""Lists like register pages: columns in two languages, rows by keys, a million rows by windows."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from forms.kit.words import Words
from thana_desk.ui import theme
from thana_desk.ui.reading import reading

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

PAGE = 200
"""Rows fetched at a time by a `WindowModel`."""

_PAGES_KEPT = 40

_NOT_OURS = (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `share` is its part of the width, `tone` the colour of its text."""

    words: Words
    share: int
    value: Callable[[Any], str]
    tone: Callable[[Any], str] | None = None
    bold: bool = False
    hatched: Callable[[Any], bool] | None = None


class RowsModel(QAbstractTableModel):
    """Rows that are all at hand; a row is any value, the columns know how to read it."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Any] = ()) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[Any] = list(rows)
        reading.changed.connect(self._retell)

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def use_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def row_at(self, number: int) -> Any:
        """The row's value, or None where it is not at hand."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says and how it looks."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return reading.digits(column.value(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{reading.both(column.words)}: {column.value(row)}"
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            return QBrush(QColor(column.tone(row) or theme.INK))
        if role == Qt.ItemDataRole.FontRole and column.bold:
            return theme.font(bold=True)
        if role == Qt.ItemDataRole.BackgroundRole and column.hatched and column.hatched(row):
            return QBrush(QColor(theme.YELLOW), Qt.BrushStyle.BDiagPattern)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The column's words; the header paints them itself."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return reading.both(self.columns[section].words)
        return None

    def _retell(self) -> None:
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)


class WindowModel(RowsModel):
    """Rows fetched as they come into sight; the scroll bar is true from the first moment.

    `fetch(offset, then)` must later call `then(rows, total)` for up to `PAGE` rows at `offset`.
    """

    counted = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[int, Callable[[Sequence[Any], int], None]], None],
    ) -> None:
        super().__init__(columns)
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._total = 0
        self._asking = 0

    def restart(self) -> None:
        """Forget what was fetched and begin at the top."""
        self._asking += 1
        self._pages.clear()
        self._asked.clear()
        self._ask(0)

    def row_at(self, number: int) -> Any:
        """The row's value; where it is not at hand it is asked for and None is given."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if 0 <= number < self._total:
                self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows there are, fetched or not."""
        return 0 if parent.isValid() else self._total

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        asking = self._asking

        def take(rows: Sequence[Any], total: int) -> None:
            if asking == self._asking:
                self._take(page, rows, total)

        self._fetch(page * PAGE, take)

    def _take(self, page: int, rows: Sequence[Any], total: int) -> None:
        self._asked.discard(page)
        if total != self._total or page == 0:
            self.beginResetModel()
            self._total = total
            self._pages[page] = rows
            self.endResetModel()
            self.counted.emit(total)
        else:
            self._pages[page] = rows
            first = self.index(page * PAGE, 0)
            last = self.index(page * PAGE + len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(first, last)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)


_MEASURED = 12
"""Rows whose words are measured for the widths: as many as are seen at once."""

_CELL_EDGES = 34
"""Padding and line of a cell, in pixels at 100 %."""

_LEAST_ROW = 16
"""The least height of a row, in pixels at any text size."""


def fitted(shares: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Widths with the sum of `shares`, which stay as they are while every column has its words.

    Else each column gets what its words want and what is left over goes by the shares; where
    there is not enough, the columns with the longest words are cut first, so that a number or a time
    stands whole.
    """
    if all(want <= share for share, want in zip(shares, wanted, strict=True)):
        return list(shares)
    room = sum(shares)
    left = room - sum(wanted)
    if left >= 0:
        widths = [
            want + left * share // max(room, 1) for share, want in zip(shares, wanted, strict=True)
        ]
    else:
        widths, left = [0] * len(wanted), room
        by_want = sorted(range(len(wanted)), key=lambda at: wanted[at])
        for done, place in enumerate(by_want):
            remaining = len(wanted) - done
            # A little more than the even part, at the cost of the longest words, cut anyway.
            most = left * 21 // (20 * remaining) if remaining > 1 else left
            widths[place] = min(wanted[place], most)
            left -= widths[place]
    widths[-1] += room - sum(widths)
    return widths


def _advance(text: str, *, bold: bool) -> int:
    return QFontMetrics(theme.font(bold=bold)).horizontalAdvance(text)


class RegisterView(QTableView):
    """A list by keys: up and down, Enter opens; digits stay with the left column."""

    opened = Signal(object)

    def __init__(self, model: RowsModel, name: Words) -> None:
        super().__init__()
        self._rows = model
        self.setHorizontalHeader(_TwoWordHeader(self, model))
        self.setModel(model)
        self._name = name
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setAlternatingRowColors(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        # Once only and small: Qt walks every row when the least height changes, and a list may
        # have a million of them.
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._stand_on_first)
        model.modelReset.connect(self._share_out)
        reading.changed.connect(self._retell)
        self._retell()

    def chosen(self) -> Any:
        """The row the hand is on, or None."""
        return (
            self._rows.row_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        )

    def fit(self, most_rows: int) -> None:
        """Be as tall as the rows, at most `most_rows`, without an own scroll bar for few rows."""
        rows = max(min(self._rows.rowCount(), most_rows), 1)
        height = rows * self.verticalHeader().defaultSectionSize() + 4
        header = self.horizontalHeader()
        if not header.isHidden():
            height += header.sizeHint().height()
        self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; digits and letters with no meaning here go up to the frame."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            last = self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif event.text().isdigit() or event.key() in _NOT_OURS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_out()

    def wrap(self) -> None:
        """Let rows be as high as their words: for short lists that are read, not gone through."""
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _share_out(self) -> None:
        room = self.viewport().width()
        whole = sum(column.share for column in self._rows.columns)
        shares = [room * column.share // whole for column in self._rows.columns]
        shares[-1:] = [room - sum(shares[:-1])]
        wanted = shares if self.wordWrap() else self._wanted_widths()
        for number, width in enumerate(fitted(shares, wanted)):
            self.setColumnWidth(number, width)

    def _wanted_widths(self) -> list[int]:
        """What each column needs for its heading and the words of its first rows."""
        seen = range(min(self._rows.rowCount(), _MEASURED))
        rows = [row for number in seen if (row := self._rows.row_at(number)) is not None]
        return [
            max(
                _advance(reading.first(column.words), bold=True),
                *(_advance(reading.digits(column.value(row)), bold=column.bold) for row in rows),
                0,
            )
            + theme.pixels(_CELL_EDGES)
            for column in self._rows.columns
        ]

    def _open(self) -> None:
        row = self.chosen()
        if row is not None:
            self.opened.emit(row)

    def _stand_on_first(self) -> None:
        if self._rows.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def _retell(self) -> None:
        self.setAccessibleName(reading.both(self._name))
        self.verticalHeader().setDefaultSectionSize(theme.pixels(34))
        self.horizontalHeader().updateGeometry()


class _TwoWordHeader(QHeaderView):
    """A header that writes the first language and, smaller below it, the other."""

    def __init__(self, parent: QWidget, model: RowsModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), theme.pixels(46))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The two lines on the chrome's ground."""
        painter.save()
        painter.fillRect(rect, QColor(theme.KHAKI_SOFT))
        painter.setPen(QColor(theme.LINE))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(theme.KHAKI_LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = self._rows.columns[section].words
        inner = rect.adjusted(theme.pixels(8), 0, -theme.pixels(4), 0)
        for text, share, colour, down in (
            (reading.first(words), 1.0, theme.INK, 20),
            (reading.second(words), theme.beside(0.94), theme.INK_FAINT, 38),
        ):
            font = theme.font(share, bold=down == 20)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QPoint(inner.left(), rect.top() + theme.pixels(down)), fitted)
        painter.restore()
