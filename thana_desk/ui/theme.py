"""The look: colours, fonts, text sizes and the one stylesheet of the application."""

import functools
import string

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from thana_desk.ui.reading import reading

GRID = 8
"""All distances are multiples of this many pixels."""

INK = "#1f1d1a"
INK_SOFT = "#5d574d"
INK_FAINT = "#68614f"
GROUND = "#faf6ed"
PAPER = "#fffdf8"
KHAKI = "#d5c9a8"
KHAKI_SOFT = "#ece5d2"
KHAKI_LINE = "#c4b88f"
LINE = "#ddd5c3"
NAVY = "#1f3b6b"
NAVY_DARK = "#162c52"
NAVY_SOFT = "#e3e8f1"
RED = "#9f2226"
RED_SOFT = "#f8e8e5"
GREEN = "#1f6b3b"
GREEN_SOFT = "#e6f0e6"
YELLOW = "#f3d675"
YELLOW_SOFT = "#fbf1cf"
WHITE = "#ffffff"

COLOURS = {
    name.lower(): value
    for name, value in globals().items()
    if name.isupper() and isinstance(value, str) and value.startswith("#")
}
"""Every colour above by its name in small letters, as the stylesheet names them."""

# The Devanagari family leads: with a Latin family first Qt tries to shape Hindi with it and
# complains for every new size.
_FAMILIES = ("Noto Sans Devanagari", "Noto Sans", "Nirmala UI", "Lohit Devanagari", "Mangal")
_BODY_POINTS = 12.0

MARKS = {"wrong": "■", "late": "▲", "done": "✓", "told": "●", "waiting": "○", "sample": "◆"}
"""A shape for each state, so that colour is never the only sign."""


def points(share: float = 1.0) -> float:
    """Point size of text that is `share` of the body text at the reader's size."""
    return round(_BODY_POINTS * share * reading.size / 100, 1)


def beside(share: float = 1.0) -> float:
    """Share of the language that stands second: smaller, but Hindi never below the body text."""
    smaller = share * 0.82
    return smaller if reading.lang == "hi" else max(smaller, 1.0)


def pixels(amount: float) -> int:
    """A length that grows with the text: `amount` pixels at 100 %."""
    return round(amount * reading.size / 100)


def font(share: float = 1.0, *, bold: bool = False) -> QFont:
    """The desk's font at `share` of the body size; carries both scripts."""
    chosen = QFont(list(_families()))
    chosen.setPointSizeF(points(share))
    chosen.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return chosen


def apply(app: QApplication) -> None:
    """Dress the whole application in the reader's text size; nothing where it wears it already.

    Every widget is polished anew by a change, which costs much more than asking.
    """
    wanted = stylesheet()
    if app.styleSheet() == wanted:
        return
    if not app.styleSheet():
        app.setStyle("fusion")
        app.setPalette(_palette())
    app.setFont(font())
    app.setStyleSheet(wanted)


def stylesheet() -> str:
    """The stylesheet at the reader's text size.

    `$name` is a colour, `$text`, `$small`, `$head`, `$title`, `$huge` a point size, `$n8` is
    8 px at 100 %; lines for matras come from the font's own height and the paddings here.
    """
    return string.Template(_source()).substitute(
        COLOURS,
        style=resources.path("style").as_posix(),
        text=f"{points()}pt",
        head=f"{points(1.16)}pt",
        title=f"{points(1.5)}pt",
        huge=f"{points(2.0)}pt",
        **{f"n{n}": f"{pixels(n)}px" for n in (2, 4, 6, 8, 12, 16, 24, 32, 40, 48)},
    )


@functools.cache
def _source() -> str:
    return resources.path("style/desk.qss").read_text(encoding="utf-8")


@functools.cache
def _families() -> tuple[str, ...]:
    known = set(QFontDatabase.families())
    found = tuple(family for family in _FAMILIES if family in known)
    return found or (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)


def _palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, GROUND),
        (role.Base, PAPER),
        (role.AlternateBase, GROUND),
        (role.Text, INK),
        (role.WindowText, INK),
        (role.Button, KHAKI_SOFT),
        (role.ButtonText, INK),
        (role.Highlight, NAVY),
        (role.HighlightedText, WHITE),
        (role.PlaceholderText, INK_FAINT),
        (role.ToolTipBase, PAPER),
        (role.ToolTipText, INK),
        (role.Link, NAVY),
    ):
        palette.setColor(part, QColor(colour))
    return palette
