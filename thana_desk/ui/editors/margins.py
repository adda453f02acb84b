"""What stands around the open section: the head, the sections, the help, the keys."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forms.kit.fields import Field
from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.measure import (
    SMALL,
    advance,
    draw_wrapped,
    face,
    gap,
    line_height,
    metrics,
    text_height,
)
from thana_desk.ui.reading import reading

_Index = QModelIndex | QPersistentModelIndex
_CENTRED = int(Qt.AlignmentFlag.AlignVCenter)


class FormHead(QWidget):
    """One line: what this is, in which state it is, when it was saved."""

    def __init__(self) -> None:
        super().__init__()
        self.number = NO_WORDS
        self.title = NO_WORDS
        self.state: Sequence[tuple[str, bool]] = ()

    def show_state(self, state: Sequence[tuple[str, bool]]) -> None:
        """The pieces of the state, each with whether it is about something wrong."""
        if state != self.state:
            self.state = state
            self.setAccessibleName(self._said())
            self.update()
            self.updateGeometry()

    def text(self) -> str:
        """The state in one line."""
        return " · ".join(piece for piece, _wrong in self.state)

    def sizeHint(self) -> QSize:
        """One line, or two where title and state do not fit side by side."""
        lines = 1 if self._fits(max(self.width(), 300)) else 2
        return QSize(300, lines * line_height() + gap(1.5))

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """The lines may fit side by side now."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, title, state."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.KHAKI_SOFT))
        painter.setPen(QColor(theme.KHAKI_LINE))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        one_line = self._fits(self.width())
        high = self.height() if one_line else line_height() + gap(1)
        room = QRect(gap(2), 0, self.width() - gap(4), high)
        left = room.left()
        for text, share, bold, colour in self._titles():
            painter.setFont(face(share, bold=bold))
            painter.setPen(QColor(colour))
            fits = metrics(share, bold=bold).elidedText(
                text, Qt.TextElideMode.ElideRight, room.right() - left
            )
            painter.drawText(QRect(left, 0, room.right() - left, high), _CENTRED, fits)
            left += advance(fits, share, bold=bold) + gap(1.5)
        if not one_line:
            room = QRect(gap(2), high - gap(0.5), self.width() - gap(4), self.height() - high)
        right = room.right()
        for text, wrong in reversed(list(self.state)):
            text = text if right == room.right() else f"{text}  ·  "
            wide = advance(text, SMALL * 1.1)
            painter.setFont(face(SMALL * 1.1))
            painter.setPen(QColor(theme.RED if wrong else theme.INK_SOFT))
            painter.drawText(
                QRect(max(right - wide, 0), room.top(), wide + 2, room.height()), _CENTRED, text
            )
            right -= wide

    def _titles(self) -> list[tuple[str, float, bool, str]]:
        pieces = [
            (reading.first(self.number), 1.0, False, theme.INK),
            (reading.first(self.title), 1.0, True, theme.INK),
            (reading.second(self.title), SMALL, False, theme.INK_SOFT),
        ]
        return [piece for piece in pieces if piece[0]]

    def _fits(self, width: int) -> bool:
        taken = sum(
            advance(text, share, bold=bold) + gap(1.5)
            for text, share, bold, _colour in self._titles()
        )
        state = advance("  ·  ".join(t for t, _w in self.state), SMALL * 1.1)
        return taken + state + gap(6) <= width

    def _said(self) -> str:
        return " · ".join([reading.both(self.number), reading.both(self.title), self.text()])


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section in the list: its state is `done`, `wrong`, `begun` or `untouched`."""

    number: str
    words: Words
    state: str
    gaps: int
    is_here: bool

    @property
    def mark(self) -> str:
        """The sign before the number."""
        if self.state == "wrong":
            return "!"
        if self.is_here:
            return "•"
        return "✓" if self.state == "done" else ""

    def said(self) -> str:
        """Everything in one line, for screen readers."""
        state = words(f"form.section.{self.state}")
        pieces = [f"{self.number} {reading.both(self.words)}".strip(), reading.first(state)]
        if self.is_here:
            pieces.insert(1, reading.first(words("form.section.here")))
        if self.gaps:
            pieces.append(reading.first(words("form.section.gaps", count=f"{self.gaps}")))
        return ", ".join(pieces)


_LINE = Qt.ItemDataRole.UserRole


class _SectionDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 200
        line = index.data(_LINE)
        return QSize(10, self._height(line, width - _mark_width(line) - gap(0.5) - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_LINE)
        if not isinstance(line, SectionLine):
            return
        room: QRect = option.rect
        painter.save()
        if line.is_here:
            painter.fillRect(room, QColor(theme.NAVY_SOFT))
            painter.fillRect(QRect(room.left(), room.top(), 4, room.height()), QColor(theme.NAVY))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(theme.KHAKI_SOFT))
        wrong = line.state == "wrong"
        painter.setFont(face(bold=True))
        painter.setPen(QColor(theme.RED if wrong else theme.NAVY))
        top = room.top() + gap(0.75)
        mark = QRect(room.left() + gap(1), top, gap(2), line_height())
        painter.drawText(mark, _CENTRED | int(Qt.AlignmentFlag.AlignHCenter), line.mark)
        painter.setPen(QColor(theme.INK_SOFT))
        number = QRect(mark.right() + 1, top, gap(2.5), line_height())
        draw_wrapped(painter, number, line.number, SMALL, centred=True)
        left = room.left() + _mark_width(line)
        width = room.right() - left - gap(0.5)
        first = reading.first(line.words)
        high = text_height(first, width, bold=line.is_here)
        painter.setPen(QColor(theme.INK))
        first_room = QRect(left, top, width, high)
        draw_wrapped(painter, first_room, first, bold=line.is_here, centred=True)
        painter.setPen(QColor(theme.INK_SOFT))
        below = QRect(left, top + high, width, room.bottom() - top - high)
        draw_wrapped(painter, below, self._below(line), SMALL)
        painter.restore()

    def _height(self, line: SectionLine, width: int) -> int:
        first = text_height(reading.first(line.words), width, bold=line.is_here)
        return first + text_height(self._below(line), width, SMALL) + gap(1.5)

    @staticmethod
    def _below(line: SectionLine) -> str:
        gaps = reading.first(words("form.section.gaps", count=f"{line.gaps}")) if line.gaps else ""
        return " · ".join(piece for piece in (reading.second(line.words), gaps) if piece)


def _mark_width(line: SectionLine) -> int:
    return gap(1) + gap(2) + (gap(2.5) if line.number else gap(0.5))


class SectionList(QListWidget):
    """The sections with their states; a click opens one, F6 goes through them."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setItemDelegate(_SectionDelegate(self))
        self.setAccessibleName(reading.both(words("form.sections")))
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def put(self, lines: Sequence[SectionLine]) -> None:
        """Show these sections."""
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for row, line in enumerate(lines):
            item = self.item(row)
            if item is None:
                item = QListWidgetItem()
                self.addItem(item)
            if item.data(_LINE) != line:
                item.setData(_LINE, line)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line.said())
                if line.is_here and self.isVisible():
                    self.scrollToItem(item)

    def lines(self) -> list[SectionLine]:
        """What is shown."""
        return [self.item(row).data(_LINE) for row in range(self.count())]

    def resizeEvent(self, event: Any) -> None:
        """Lines wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class HelpStrip(QWidget):
    """Help for the field where the keyboard is: what, why, on which basis."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def tell(self, asked: Field | None, law: Words) -> None:
        """Show the help of a field."""
        if asked is None:
            return
        help_ = reading.first(asked.help) if asked.help else reading.first(words("form.help.none"))
        second = reading.second(asked.help) if asked.help else ""
        pieces = [f"{reading.both(asked.words)}", help_, second]
        source = asked.source or reading.first(law)
        if source:
            pieces.append(reading.first(words("form.help.source", source=source)))
        self._text = "\n".join(piece for piece in pieces if piece)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is said."""
        return self._text

    def sizeHint(self) -> QSize:
        """All lines."""
        width = max(self.width() - gap(4), 400)
        return QSize(300, text_height(self._text, width, 0.9) + gap(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words on a strip of their own."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.NAVY_SOFT))
        painter.fillRect(QRect(0, 0, 4, self.height()), QColor(theme.NAVY))
        painter.setPen(QColor(theme.INK))
        draw_wrapped(painter, self.rect().adjusted(gap(2), gap(), -gap(2), 0), self._text, 0.9)


@dataclass(frozen=True, slots=True)
class KeyCap:
    """One key in the foot: `F10`, what it does, and the key event it stands for."""

    label: str
    words: Words
    key: Qt.Key
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    is_main: bool = False


class KeyBar(QWidget):
    """The keys of the screen; a click does what the key does."""

    pressed = Signal(object)  # the KeyCap

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[KeyCap] = ()
        self._rooms: list[tuple[QRect, KeyCap]] = []
        self._placed: tuple[object, ...] = ()
        self._lines = 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_keys(self, keys: Sequence[KeyCap]) -> None:
        """The keys that do something now."""
        if keys != self._keys:
            self._keys = keys
            said = ", ".join(f"{cap.label} {reading.first(cap.words)}" for cap in keys)
            self.setAccessibleName(said)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As many lines as the keys need."""
        lines = self._place(max(self.width(), 300))
        return QSize(300, lines * (line_height(SMALL) + gap(0.5)) + gap(0.5))

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """The keys wrap anew."""
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is the key."""
        spot = event.position().toPoint()
        for room, cap in self._rooms:
            if room.contains(spot):
                self.pressed.emit(cap)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Key names bold, what they do beside them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.KHAKI_SOFT))
        painter.setPen(QColor(theme.LINE))
        painter.drawLine(0, 0, self.width(), 0)
        self._place(self.width())
        for room, cap in self._rooms:
            ink = QColor(theme.NAVY)
            if cap.is_main:
                painter.fillRect(room.adjusted(-gap(0.75), 1, gap(0.75), -1), ink)
                ink = QColor(theme.WHITE)
            painter.setPen(ink)
            draw_wrapped(painter, room, cap.label, SMALL, bold=True, centred=True)
            left = advance(cap.label, SMALL, bold=True) + gap(0.5)
            painter.setPen(ink if cap.is_main else QColor(theme.INK))
            does = room.adjusted(left, 0, 4, 0)
            draw_wrapped(painter, does, reading.first(cap.words), SMALL, centred=True)

    def _place(self, width: int) -> int:
        for_this = (self._keys, width, reading.size, reading.lang)
        if for_this == self._placed:
            return self._lines
        self._placed = for_this
        self._rooms = []
        high = line_height(SMALL) + gap(0.5)
        left, line = gap(2), 0
        for cap in self._keys:
            wide = (
                advance(cap.label, SMALL, bold=True)
                + gap(0.5)
                + advance(reading.first(cap.words), SMALL)
            )
            if left > gap(2) and left + wide > width - gap(2):
                left, line = gap(2), line + 1
            self._rooms.append((QRect(left, gap(0.25) + line * high, wide, high), cap))
            left += wide + gap(2.5)
        self._lines = line + 1
        return self._lines


@functools.cache
def key_caps(*, read_only: bool, in_rows: bool) -> Sequence[KeyCap]:
    """The keys that do something now."""
    key = Qt.Key
    control = Qt.KeyboardModifier.ControlModifier
    caps = [
        KeyCap("Enter", words("form.key.next"), key.Key_Return),
        KeyCap("F1", words("form.key.help"), key.Key_F1),
        KeyCap("F4", words("form.key.list"), key.Key_F4),
        KeyCap("F6", words("form.key.section"), key.Key_F6),
        KeyCap("F7", words("form.key.problem"), key.Key_F7),
        KeyCap("F8", words("form.key.attach"), key.Key_F8),
        KeyCap("F9", words("form.key.layout"), key.Key_F9),
    ]
    if read_only:
        caps = [cap for cap in caps if cap.label in ("Enter", "F1", "F6")]
    elif in_rows:
        caps.append(KeyCap("Ctrl+N", words("form.key.row"), key.Key_N, control))
    if not read_only:
        caps.append(KeyCap("F10", words("form.sign_off"), key.Key_F10, is_main=True))
    caps.append(KeyCap("F11", words("form.print"), key.Key_F11))
    caps.append(KeyCap("Esc", words("form.key.back"), key.Key_Escape))
    return caps
