"""The keys of a layout as a small window that is clicked or only looked at."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from forms.kit.words import Words
from thana_desk.hindi.layouts.layout import KeyFace, Layout
from thana_desk.hindi.text import ZWJ, ZWNJ
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.reading import reading

_SIDE = 54


class KeyMap(QWidget):
    """The keys of a layout as a small window that never takes the keyboard.

    Shown, it goes away when another field is entered; pinned, it stays on top.
    """

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pinned = False
        self._layout: Layout | None = None
        self._rows: tuple[tuple[KeyFace, ...], ...] = ()

    def show_layout(self, layout: Layout) -> None:
        """Draw this layout."""
        if layout is not self._layout:
            self._layout = layout
            self._rows = layout.map()
            self.resize(self.sizeHint())
        self._entitle()
        self.update()

    def next_state(self) -> None:
        """Hidden, shown, pinned, hidden."""
        if self.isHidden():
            self.pinned = False
            self._lie_low()
            self.show()
        elif not self.pinned:
            self.pinned = True
        else:
            self.hide()
        self._entitle()
        self.update()

    def _lie_low(self) -> None:
        """At the foot of the window that is worked in, clear of most fields."""
        window = QApplication.activeWindow()
        if window is not None:
            room = window.frameGeometry()
            self.resize(self.sizeHint())
            self.move(room.right() - self.width() - 8, room.bottom() - self.height() - 32)

    def field_changed(self) -> None:
        """Another field has the keyboard: go away unless pinned."""
        if not self.pinned:
            self.hide()

    def sizeHint(self) -> QSize:
        """All keys and a line of words."""
        widest = max((len(row) for row in self._rows), default=13)
        side = theme.pixels(_SIDE)
        return QSize(widest * side + 3 * side // 2, len(self._rows) * side + theme.pixels(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click types the key."""
        spot = event.position().toPoint()
        for room, face in self._keys():
            if room.contains(spot):
                upper = spot.y() < room.center().y()
                shifted = face.key.upper() if face.key.isalpha() else face.key
                self.typed.emit(shifted if upper and face.shifted else face.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The keys: what they give alone below, with Shift above, with AltGr and in English small."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.KHAKI_SOFT))
        body, small = theme.font(), theme.font(0.7)
        for room, face in self._keys():
            painter.setPen(QColor(theme.KHAKI_LINE))
            painter.setBrush(QColor(theme.PAPER))
            painter.drawRect(room)
            inner = room.adjusted(4, 1, -4, -1)
            painter.setFont(small)
            painter.setPen(QColor(theme.INK_FAINT))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), face.key)
            third = _third_level(face)
            if third:
                painter.setPen(QColor(theme.NAVY))
                lower = inner.adjusted(0, 0, 0, -4)
                painter.drawText(lower, int(Qt.AlignmentFlag.AlignBottom), third)
            right = Qt.AlignmentFlag.AlignRight
            painter.setFont(body)
            painter.setPen(QColor(theme.INK_SOFT))
            upper = inner.adjusted(0, 4, 0, 0)  # marks above stand higher than letters
            painter.drawText(upper, int(right | Qt.AlignmentFlag.AlignTop), face.shifted)
            painter.setPen(QColor(theme.INK))
            painter.drawText(inner, int(right | Qt.AlignmentFlag.AlignBottom), face.plain)
        painter.setFont(small)
        painter.setPen(QColor(theme.INK_SOFT))
        foot = self.rect().adjusted(8, 0, -8, -4)
        parts = (words("form.typing.keys"), words("form.typing.altgr"))
        text = " · ".join(reading.first(part) for part in parts)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom), text)

    def _keys(self) -> list[tuple[QRect, KeyFace]]:
        side = theme.pixels(_SIDE)
        keys = []
        for number, row in enumerate(self._rows):
            left = theme.pixels(8) + number * side // 2
            top = theme.pixels(4) + number * side
            for place, face in enumerate(row):
                corner = QPoint(left + place * side, top)
                keys.append((QRect(corner, QSize(side - 3, side - 3)), face))
        return keys

    def _entitle(self) -> None:
        if self._layout is None:
            return
        name = Words(*self._layout.name)
        title = reading.first(words("form.typing.map", layout=reading.first(name)))
        pinned = f" · {reading.first(words('form.typing.pin'))}" if self.pinned else ""
        self.setWindowTitle(f"{title}{pinned}")
        self.setAccessibleName(self.windowTitle())


def _third_level(face: KeyFace) -> str:
    """What AltGr adds, without the signs that stay as on the key; joiners by their names."""
    names = {ZWJ: "ZWJ", ZWNJ: "ZWNJ"}
    added = [
        names.get(typed, typed)
        for typed in (face.altgr, face.altgr_shifted)
        if typed and not typed.isascii()
    ]
    return " ".join(added)
