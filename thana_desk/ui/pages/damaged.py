"""A home that cannot be opened: what that means and what to do, before anybody has signed in."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.pages.login import LoginHead
from thana_desk.ui.parts import Said, Sheet


class DamagedPage(QWidget):
    """Says that nothing was deleted, and whom to call."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        sheet = Sheet(words("damaged.title"))
        sheet.add(Said(words("damaged.said"), wrap=True, place="below"))
        sheet.add(Said(words("damaged.do"), wrap=True, place="below"))
        sheet.add(Said(words("damaged.folder", folder=str(home)), "small", wrap=True))
        sheet.setFixedWidth(theme.pixels(760))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(LoginHead(words("frame.window")))
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(sheet)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)
