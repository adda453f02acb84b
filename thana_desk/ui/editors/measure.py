"""Fonts and lengths of the form screen at the reader's text size, measured once a size."""

import functools

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from thana_desk.ui import theme
from thana_desk.ui.reading import reading

SMALL = 0.8
"""Share of the body size for the second language, echoes and keys."""


def face(share: float = 1.0, *, bold: bool = False) -> QFont:
    """The desk's font at `share` of the body size."""
    return _faces(share, bold, reading.size)[0]


def metrics(share: float = 1.0, *, bold: bool = False) -> QFontMetrics:
    """How wide and high text in `face(share)` is."""
    return _faces(share, bold, reading.size)[1]


@functools.cache
def _faces(share: float, bold: bool, size: int) -> tuple[QFont, QFontMetrics]:
    font = theme.font(share, bold=bold)
    return font, QFontMetrics(font)


def line_height(share: float = 1.0) -> int:
    """The height of one line with room for the signs above and below the letters, in pixels."""
    return _line_height(share, reading.size)


@functools.cache
def _line_height(share: float, size: int) -> int:
    return max(metrics(share).height(), round(metrics(share).ascent() * 1.5))


def em() -> int:
    """The width that one letter is given where widths are counted in letters, in pixels."""
    return theme.pixels(11)


def draw_wrapped(
    painter: QPainter,
    room: QRect,
    text: str,
    share: float = 1.0,
    *,
    bold: bool = False,
    centred: bool = False,
) -> None:
    """Draw `text` as `text_height` measured it, at the top of `room` or in its middle."""
    font, known = _faces(share, bold, reading.size)
    painter.setFont(font)
    if advance(text, share, bold=bold) <= room.width() and "\n" not in text:
        # One line needs no layout: several times cheaper.
        over = room.height() - known.height() if centred else 0
        painter.drawText(room.left(), room.top() + over // 2 + known.ascent(), text)
        return
    flags = wrapping(text, room.width(), share, bold=bold)
    painter.drawText(room, flags | _MIDDLE if centred else flags, _parted(text))


def _parted(text: str) -> str:
    """`text` with places to break after strokes, as in शिकायतकर्ता/सूचनाकर्ता."""
    return text.replace("/", "/\u200b")


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


def gap(steps: float = 1.0) -> int:
    """`steps` of the grid, in pixels at the reader's text size."""
    return _gap(steps, reading.size)


@functools.cache
def _gap(steps: float, size: int) -> int:
    return theme.pixels(theme.GRID * steps)


def advance(text: str, share: float = 1.0, *, bold: bool = False) -> int:
    """How wide `text` is on one line, in pixels."""
    return _advance(text, share, bold, reading.size)


@functools.lru_cache(maxsize=8192)
def _advance(text: str, share: float, bold: bool, size: int) -> int:
    return metrics(share, bold=bold).horizontalAdvance(text)


def field_height() -> int:
    """The height of a field for one line."""
    return _field_height(reading.size)


@functools.cache
def _field_height(size: int) -> int:
    return max(theme.pixels(38), metrics().height() + gap(1.5))


def text_height(text: str, width: int, share: float = 1.0, *, bold: bool = False) -> int:
    """The height that `text` takes when it is wrapped to `width` pixels; 0 for no text."""
    if not text:
        return 0
    return _wrapped_height(text, max(width, 40), share, bold, reading.size)


@functools.lru_cache(maxsize=4096)
def _wrapped_height(text: str, width: int, share: float, bold: bool, size: int) -> int:
    if "\n" not in text and advance(text, share, bold=bold) <= width:
        return line_of(text, share, bold=bold)
    flags = wrapping(text, width, share, bold=bold)
    room = QRect(0, 0, width, 100_000)
    taken = metrics(share, bold=bold).boundingRect(room, flags, _parted(text))
    return max(taken.height(), line_height(share))


def line_of(text: str, share: float, *, bold: bool) -> int:
    """The height of `text` on one line: another script may bring a higher font."""
    return max(metrics(share, bold=bold).boundingRect(text).height(), line_height(share))


def wrapping(text: str, width: int, share: float = 1.0, *, bold: bool = False) -> int:
    """The flags to draw `text` with: between words, inside a word only where it is wider."""
    return _wrapping(text, width, share, bold, reading.size)


@functools.lru_cache(maxsize=4096)
def _wrapping(text: str, width: int, share: float, bold: bool, size: int) -> int:
    longest = max(_parted(text).replace("\u200b", " ").split(), key=len, default="")
    fits = advance(longest, share, bold=bold) <= width
    return _BETWEEN_WORDS if fits else _ANYWHERE


_BETWEEN_WORDS = int(Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)
