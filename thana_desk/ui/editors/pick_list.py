"""The list that opens under a field: options in both languages, moved through from the field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forms.kit.words import Words
from thana_desk.ui import theme
from thana_desk.ui.editors.measure import SMALL, advance, face, gap, line_height, metrics
from thana_desk.ui.reading import reading

_Index = QModelIndex | QPersistentModelIndex
MOST_LINES = 9
"""Lines shown at once; the rest scrolls."""


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the list: what is stored, what it means, the code people know it by."""

    stored: Any
    words: Words
    code: str = ""
    ticked: bool | None = None


class _Options(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.options: Sequence[Option] = ()

    def put(self, options: Sequence[Option]) -> None:
        self.beginResetModel()
        self.options = options
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            option = self.options[index.row()]
            tick = "" if option.ticked is None else "✓ " if option.ticked else "– "
            return f"{tick}{option.code} {reading.both(option.words)}".strip()
        return None


class _OptionLine(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(10, line_height() + gap())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, _Options):
            return
        offered = model.options[index.row()]
        room: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(room, QColor(theme.NAVY))
        room = room.adjusted(gap(), 0, -gap(), 0)
        soft = QColor(theme.KHAKI_SOFT if chosen else theme.INK_SOFT)
        ink = QColor(theme.WHITE if chosen else theme.INK)
        if offered.ticked is not None:
            room = _put(painter, room, "☑" if offered.ticked else "☐", 1.0, ink)
        if offered.code:
            room = _put(painter, room, offered.code, SMALL, soft)
        room = _put(painter, room, reading.first(offered.words), 1.0, ink)
        _put(painter, room, reading.second(offered.words), SMALL, soft)
        painter.restore()


def _put(painter: QPainter, room: QRect, text: str, share: float, colour: QColor) -> QRect:
    """Draw `text` at the left of `room` and return what is left of it."""
    if not text or room.width() < 8:
        return room
    fits = metrics(share).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(face(share))
    painter.setPen(colour)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), fits)
    return room.adjusted(advance(fits, share) + gap(), 0, 0, 0)


class PickList(QListView):
    """The one list of a window; it never takes the keyboard from the field below which it lies."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._options = _Options()
        self._line: QLineEdit | None = None
        self._picked: Callable[[Option], None] | None = None
        self.setModel(self._options)
        self.setItemDelegate(_OptionLine(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.hide()

    def offer(
        self,
        line: QLineEdit,
        options: Sequence[Option],
        picked: Callable[[Option], None],
        *,
        at: int = -1,
    ) -> None:
        """Show `options` under `line`, with the option number `at` marked (-1 for none)."""
        self._line, self._picked = line, picked
        self._options.put(options)
        if not options:
            self.close_list()
            return
        self._lie_under(line)
        self.show()
        self.raise_()
        if at >= 0:
            self.setCurrentIndex(self._options.index(at))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def is_open_for(self, line: QLineEdit) -> bool:
        """Whether the list lies open under `line`."""
        return self._line is line and not self.isHidden()

    def close_list(self) -> None:
        """Put the list away."""
        self._line = self._picked = None
        self.hide()

    def marked(self) -> Option | None:
        """The option that Enter would take."""
        index = self.currentIndex()
        return self._options.options[index.row()] if index.isValid() else None

    def take_marked(self) -> bool:
        """Take the marked option; False where none is marked."""
        option, picked = self.marked(), self._picked
        if option is None or picked is None:
            return False
        self.close_list()
        picked(option)
        return True

    def moved_by(self, event: QKeyEvent) -> bool:
        """Whether `event` moved through the list or closed it."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_LINES - 1,
            Qt.Key.Key_PageUp: 1 - MOST_LINES,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        if key not in steps:
            return False
        index = self.currentIndex()
        row = index.row() + steps[key] if index.isValid() else 0 if steps[key] > 0 else -1
        self.setCurrentIndex(self._options.index(min(max(row, 0), self._options.rowCount() - 1)))
        return True

    def _clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.take_marked()

    def _lie_under(self, line: QLineEdit) -> None:
        window = self._window
        lines = min(len(self._options.options), MOST_LINES)
        wanted = lines * (line_height() + gap()) + 2 * self.frameWidth()
        corner = line.mapTo(window, QPoint(0, line.height()))
        above = line.mapTo(window, QPoint(0, 0)).y()
        below = window.height() - corner.y()
        if wanted <= below or below >= above:
            top, height = corner.y(), min(wanted, below)
        else:
            height = min(wanted, above)
            top = above - height
        # The second language may be cut at the right edge, the first may not.
        needed = min(self._widest(first_only=True), window.width() - gap(2))
        left = max(min(corner.x(), window.width() - needed - gap()), 0)
        width = max(min(self._widest(), window.width() - left - gap()), min(line.width(), needed))
        self.setGeometry(left, top, width, max(height, line_height() + gap()))

    def _widest(self, *, first_only: bool = False) -> int:
        options = self._options.options[:200]
        widest = 0
        for option in options:
            wide = advance(reading.first(option.words)) + advance(option.code, SMALL)
            if not first_only:
                wide += advance(reading.second(option.words), SMALL)
            widest = max(widest, wide)
        ticks = gap(3) if options and options[0].ticked is not None else 0
        line = self._line.width() if self._line is not None else 0
        return max(widest + gap(6) + ticks, line)


def pick_list_of(widget: QWidget) -> PickList:
    """The list of the window that `widget` stands in; made when first asked for."""
    window = widget.window()
    found = getattr(window, "pick_list", None)
    if not isinstance(found, PickList):
        found = window.pick_list = PickList(window)  # type: ignore[attr-defined]  # kept by the window
    return found


def open_list_of(line: QLineEdit) -> PickList | None:
    """The pick list if it lies open under `line`."""
    found = getattr(line.window(), "pick_list", None)
    return found if isinstance(found, PickList) and found.is_open_for(line) else None
