"""What every page is: a title on the trail, keys in the foot, something to stand on first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forms.kit.words import Words
from thana_desk.ui import theme
from thana_desk.ui.parts import Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key of a page, as the foot shows it: `shown` is its name, `code` the Qt key."""

    shown: str
    code: Qt.Key
    words: Words
    act: Callable[[], object]
    with_ctrl: bool = False


class Page(QWidget):
    """One thing at a time in the middle of the window.

    A page that `has_own_foot` shows its own keys and needs no strip below it.
    """

    has_own_foot = False

    def __init__(self, frame: DeskFrame, title: Words) -> None:
        # Made where it will stand: a finished page that moves there is dressed once more, and
        # dressing a long form takes longer than building it.
        super().__init__(frame.pages)
        self.setObjectName("page")
        self.frame = frame
        self.title = title
        self.setAccessibleName(reading.both(title))
        self.page_keys: list[PageKey] = []
        self.stand_on: QWidget | None = None
        self.about_record = ""
        """The record that this page is about: what is begun from here belongs to its case."""
        self.about_form = ""
        """The code of the form that is being written on this page."""
        self.hand: QWidget | None = None
        """Where the hand was when another page came to the front."""

    def refresh(self) -> None:
        """Read again what is shown; called whenever the page comes to the front."""

    def leave(self) -> None:
        """Keep what was typed; called before another page comes to the front."""

    def keys(self) -> list[PageKey]:
        """The keys that the foot shows now."""
        return self.page_keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key of this page; False where it is not one."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        for key in self.keys():
            if key.code == event.key() and key.with_ctrl == ctrl:
                key.act()
                return True
        return False

    def take_focus(self) -> None:
        """Put the hand where work begins."""
        target = self.stand_on or self.nextInFocusChain()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def plain(self) -> QVBoxLayout:
        """A layout over the whole page, for pages that are one list."""
        layout = QVBoxLayout(self)
        edge = theme.pixels(16)
        layout.setContentsMargins(edge, theme.pixels(12), edge, theme.pixels(12))
        layout.setSpacing(theme.pixels(12))
        return layout

    def scrolled(self) -> QVBoxLayout:
        """A layout that scrolls, for pages of sheets."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setObjectName("ground")
        layout = QVBoxLayout(ground)
        edge = theme.pixels(16)
        layout.setContentsMargins(edge, theme.pixels(12), edge, edge)
        layout.setSpacing(theme.pixels(12))
        area.setWidget(ground)
        outer.addWidget(area)
        return layout

    def heading(self, layout: QVBoxLayout, *actions: QWidget, words: Words | None = None) -> Said:
        """The page's title with its buttons at the right."""
        said = Said(words or self.title, "title")
        layout.addLayout(row(said, None, *actions))
        return said
