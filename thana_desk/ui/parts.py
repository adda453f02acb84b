"""The small parts every page is made of: words in two languages, buttons, sheets, asked fields."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forms.kit.words import NO_WORDS, Words
from thana_desk.ui import theme
from thana_desk.ui.reading import reading

_Box = TypeVar("_Box", bound=QBoxLayout)
_EDGES = {"": (12, 4), "plain": (8, 2), "side": (8, 6), "status": (6, 0), "tile": (8, 8)}
_SHARES = {"title": 1.5, "head": 1.16, "huge": 2.0}


def escaped(text: str) -> str:
    """Text that a rich label shows as it is; line breaks stay breaks."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\n", "<br>")


class Said(QLabel):
    """A phrase: the reader's first language, the other smaller and lighter beside or below it.

    `place` is `beside`, `below` or `alone` (only the first language is shown; the other stays
    in the tool tip).
    """

    def __init__(
        self,
        words: Words = NO_WORDS,
        look: str = "",
        *,
        place: str = "beside",
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.words = words
        self._place = place
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(wrap)
        if look:
            self.setProperty("look", look)
        self.retell()
        reading.changed.connect(self.retell)

    def tell(self, words: Words) -> None:
        """Say something else."""
        self.words = words
        self.retell()

    def look(self, look: str) -> None:
        """Wear another look of the stylesheet."""
        if self.property("look") != look:
            self.setProperty("look", look)
            repolish(self)

    def retell(self) -> None:
        """Say the same again in the reader's language order and size."""
        first, second = reading.first(self.words), reading.second(self.words)
        text = escaped(first)
        if second and self._place != "alone":
            share = _SHARES.get(str(self.property("look") or ""), 1.0)
            size = theme.points(theme.beside(share))
            gap = "<br>" if self._place == "below" else "&nbsp; "
            text += (
                f"{gap}<span style='font-size:{size}pt; font-weight:normal; "
                f"color:{theme.INK_FAINT}'>"
                f"{escaped(second)}</span>"
            )
        if self.wordWrap():
            text = f"<div style='line-height:125%'>{text}</div>"
        self.setText(text)
        self.setAccessibleName(reading.both(self.words))
        if self._place == "alone":
            self.setToolTip(second)


class Fitted(QLabel):
    """One line in the first language that ends in `…` where it does not fit; whole in the tip."""

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self._words = NO_WORDS
        if look:
            self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        reading.changed.connect(self._fit)

    def tell(self, words: Words) -> None:
        """Say this."""
        self._words = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole = reading.first(self._words)
        self.setText(
            self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        )
        self.setToolTip(reading.both(self._words))
        self.setAccessibleName(reading.both(self._words))


class Push(QPushButton):
    """A button in both languages with its key, if it has one: `हस्ताक्षर करें  Sign off  F10`."""

    def __init__(
        self,
        words: Words,
        on: Callable[[], object] | None = None,
        *,
        key: str = "",
        look: str = "",
        second: bool = True,
    ) -> None:
        super().__init__()
        self.words = words
        self.key = key
        self._second = second
        self.setProperty("look", look)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if on is not None:
            self.clicked.connect(lambda _checked=False: on())
        self.retell()
        reading.changed.connect(self.retell)

    def tell(self, words: Words) -> None:
        """Name the button anew."""
        self.words = words
        self.retell()

    def retell(self) -> None:
        """The same name in the reader's language order and size."""
        name = reading.both(self.words)
        self.setAccessibleName(f"{name} · {self.key}" if self.key else name)
        if not self._second or reading.size == reading.LARGEST:
            self.setToolTip(reading.second(self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words, the padding and the frame."""
        across, down = self._edges()
        words = self._words_size()
        return QSize(words.width() + 2 * across, max(words.height(), theme.pixels(24)) + 2 * down)

    def minimumSizeHint(self) -> QSize:
        """A button is never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet's frame (the button has no text of its own), then the words."""
        super().paintEvent(event)
        across, down = self._edges()
        painter = QPainter(self)
        self._draw_words(painter, self.rect().adjusted(across, down, -across, -down))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _edges(self) -> tuple[int, int]:
        """Frame and padding at the sides and above, as the stylesheet draws this look.

        Asking the style would load all its enumerations, a tenth of the whole start.
        """
        across, down = _EDGES.get(str(self.property("look") or ""), _EDGES[""])
        return theme.pixels(across) + 1, theme.pixels(down) + 1

    def _pieces(self) -> list[tuple[str, float, QColor]]:
        ink, soft = self._inks()
        pieces = [(reading.first(self.words), 1.0, ink)]
        # At the largest text two languages on one button would push the screen's edge.
        both = self._second and reading.size < reading.LARGEST
        second = reading.second(self.words) if both else ""
        if second:
            pieces.append((second, theme.beside(), soft))
        if self.key:
            pieces.append((self.key, 0.8, soft))
        return pieces

    def _inks(self) -> tuple[QColor, QColor]:
        if not self.isEnabled():
            return QColor(theme.INK_FAINT), QColor(theme.INK_FAINT)
        if self.property("look") == "main":
            return QColor(theme.WHITE), QColor(theme.KHAKI_SOFT)
        return QColor(theme.INK), QColor(theme.INK_SOFT)

    def _words_size(self) -> QSize:
        width = 0
        for text, share, _colour in self._pieces():
            width += QFontMetrics(theme.font(share)).horizontalAdvance(text) + theme.pixels(10)
        return QSize(width - theme.pixels(10) + 2, _line())

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        width = self._words_size().width()
        left = room.left() + max((room.width() - width) // 2, 0)
        base = _base_line(room, 1.0)
        for text, share, colour in self._pieces():
            font = theme.font(share)
            painter.setFont(font)
            painter.setPen(colour)
            fitted = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, max(room.right() + 2 - left, 0)
            )
            painter.drawText(QPoint(left, base), fitted)
            left += QFontMetrics(font).horizontalAdvance(text) + theme.pixels(10)


class SidePush(Push):
    """A place in the left column: its number, the name, the other language below."""

    def __init__(self, words: Words, number: str, on: Callable[[], object]) -> None:
        super().__init__(words, on, key=number, look="side")
        self._short = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def be_short(self, short: bool) -> None:
        """Show the first language alone; the other stays in the tool tip."""
        if short != self._short:
            self._short = short
            self.setToolTip(reading.second(self.words) if short else "")
            self.updateGeometry()
            self.update()

    def full_height(self) -> int:
        """The height with both languages."""
        return _line() + theme.pixels(18) + 2 * self._edges()[1]

    def _words_size(self) -> QSize:
        width = max(
            QFontMetrics(theme.font()).horizontalAdvance(reading.first(self.words)),
            QFontMetrics(theme.font(theme.beside())).horizontalAdvance(reading.second(self.words)),
        )
        high = _line() + (0 if self._short else theme.pixels(18))
        return QSize(width + theme.pixels(28), high)

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(theme.font(0.84))
        painter.setPen(QColor(theme.INK_SOFT))
        upper = QRect(room.left(), room.top(), room.width(), _line())
        painter.drawText(QPoint(room.left(), _base_line(upper, 1.0)), self.key)
        left = room.left() + theme.pixels(24)
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(QColor(theme.NAVY if self.isChecked() else theme.INK))
        painter.drawText(QPoint(left, _base_line(upper, 1.0)), reading.first(self.words))
        if self._short:
            return
        lower = QRect(room.left(), upper.bottom() - 1, room.width(), theme.pixels(20))
        painter.setFont(theme.font(theme.beside()))
        painter.setPen(QColor(theme.INK_FAINT))
        painter.drawText(
            QPoint(left, _base_line(lower, theme.beside())), reading.second(self.words)
        )


class Tile(Push):
    """A count that opens its rows: the number large, the words beside it."""

    def __init__(self, words: Words, value: str, on: Callable[[], object]) -> None:
        self.value = value
        super().__init__(words, on, look="tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{value} {reading.both(words)}")

    def _words_size(self) -> QSize:
        number = QFontMetrics(theme.font(1.6)).horizontalAdvance(self.value)
        names = max(
            QFontMetrics(theme.font()).horizontalAdvance(reading.first(self.words)),
            QFontMetrics(theme.font(theme.beside())).horizontalAdvance(reading.second(self.words)),
        )
        return QSize(max(number, theme.pixels(24)) + theme.pixels(12) + names, theme.pixels(46))

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        value = reading.digits(self.value)
        painter.setFont(theme.font(1.6))
        painter.setPen(QColor(theme.NAVY if self.value != "0" else theme.INK_FAINT))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, value)
        number = QFontMetrics(theme.font(1.6)).horizontalAdvance(value)
        left = room.left() + max(number, theme.pixels(24)) + theme.pixels(12)
        half = room.height() // 2
        upper = QRect(left, room.top(), room.right() - left + 1, half + theme.pixels(2))
        lower = QRect(left, room.top() + half, room.right() - left + 1, half)
        for text, share, colour, line in (
            (reading.first(self.words), 1.0, theme.INK, upper),
            (reading.second(self.words), theme.beside(), theme.INK_FAINT, lower),
        ):
            painter.setFont(theme.font(share))
            painter.setPen(QColor(colour))
            fitted = QFontMetrics(theme.font(share)).elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(QPoint(line.left(), _base_line(line, share)), fitted)


class Sheet(QFrame):
    """A framed piece of paper with a heading; what belongs together stands on one."""

    def __init__(self, heading: Words = NO_WORDS, *, action: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(
            theme.pixels(16), theme.pixels(8), theme.pixels(16), theme.pixels(12)
        )
        self.body.setSpacing(theme.pixels(8))
        if heading.hi:
            self.heading = Said(heading, "head")
            line = QHBoxLayout()
            line.addWidget(self.heading)
            line.addStretch(1)
            if action is not None:
                line.addWidget(action)
            self.body.addLayout(line)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what stands there."""
        self.body.addWidget(widget, stretch)


class Asked(QWidget):
    """Fields asked one below the other: the words at the left, the answer at the right."""

    def __init__(self, label_width: int = 260) -> None:
        super().__init__()
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.pixels(16))
        self._grid.setVerticalSpacing(theme.pixels(8))
        self._grid.setColumnMinimumWidth(0, theme.pixels(label_width))
        self._grid.setColumnStretch(1, 1)
        self._count = 0

    def add(self, words: Words, editor: QWidget, hint: Words = NO_WORDS) -> None:
        """Ask for `words` with `editor`; `hint` stands below it."""
        label = Said(words, place="below")
        label.setBuddy(editor)
        editor.setAccessibleName(reading.both(words))
        self._grid.addWidget(label, self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        self._count += 1
        if hint.hi:
            self._grid.addWidget(Said(hint, "small", wrap=True), self._count, 1)
            self._count += 1


def row(*parts: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Parts side by side; None is a stretch, a number a gap in pixels."""
    return _laid(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | int | None, spacing: int = 8) -> QVBoxLayout:
    """Parts below one another; None is a stretch, a number a gap in pixels."""
    return _laid(QVBoxLayout(), parts, spacing)


def repolish(widget: QWidget) -> None:
    """Let the stylesheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _laid(layout: _Box, parts: tuple[QWidget | int | None, ...], spacing: int) -> _Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.pixels(spacing))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(theme.pixels(part))
        else:
            layout.addWidget(part)
    return layout


def _line(share: float = 1.0) -> int:
    """Height of one line: one and a half times the letters, so that no matra is cut."""
    return round(theme.points(share) * 96 / 72 * 1.5)


def _base_line(room: QRect, share: float) -> int:
    metrics = QFontMetrics(theme.font(share))
    return room.center().y() + (metrics.ascent() - metrics.descent()) // 2 + 1
