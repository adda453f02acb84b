"""A strip of small pictures of kept files; arrows walk along it, Enter opens one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from forms.kit.words import Words
from thana_desk.ui import theme
from thana_desk.ui.file_box import picture_icon
from thana_desk.ui.reading import reading


def _side() -> int:
    """Pixels of a picture: larger words leave less room, and a face is known at any text size."""
    return 96 if reading.size == 100 else 72


class ThumbStrip(QListWidget):
    """Kept files side by side, each with what it shows under it."""

    opened = Signal(int)  # the place of the file

    def __init__(self, title: Words) -> None:
        super().__init__()
        self.setObjectName("thumbs")
        self.setAccessibleName(reading.both(title))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = _side()
        words_high = theme.pixels(30)
        self.setIconSize(QSize(self._side, self._side))
        self.setGridSize(QSize(theme.pixels(120), self._side + words_high))
        self.setFixedHeight(self._side + words_high + 24)
        self.itemActivated.connect(lambda item: self.opened.emit(self.row(item)))

    def put(self, files: list[Any]) -> None:
        """Show these files (`KeptFile`)."""
        self.clear()
        for one in files:
            is_pdf = one.stored.get("mime") == "application/pdf"
            sign = "■■■" if one.sealed else "PDF" if is_pdf else "—"
            item = QListWidgetItem(
                picture_icon(one.small, sign, self._side), reading.first(one.words)
            )
            item.setToolTip(reading.both(one.words))
            self.addItem(item)
        if files:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Esc and F-keys belong to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentRow() >= 0:
                self.opened.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
