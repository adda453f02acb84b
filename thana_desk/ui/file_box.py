"""Where a file comes from: the camera, the scanner's newest files, or the disk; chosen with keys."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from forms.kit.fields import Attachment, Keeps
from forms.kit.words import NO_WORDS, Words
from thana_desk import camera
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

CAMERA, DISK = "camera", "disk"
_ICON = 56


@dataclass(frozen=True)
class _Line:
    chosen: str | Path
    words: Words
    small: bytes | None = None


def camera_offered(asked: Attachment) -> bool:
    """Whether this field takes photographs and this PC may have a camera."""
    return (
        "image/jpeg" in asked.mimes
        and bool(camera.sources())
        and importlib.util.find_spec("cv2") is not None
    )


def ask_where(frame: DeskFrame, asked: Attachment) -> str | Path | None:
    """`CAMERA`, `DISK` or the path of a scan; None for none. Asks nothing where only one is there."""
    if not camera_offered(asked) and not reading.scan_folder:
        return DISK
    before = QApplication.focusWidget()
    box = FileBox(frame, asked)
    loop = QEventLoop(box)
    box.finished = loop.quit
    box.open_box()
    loop.exec()
    chosen = box.chosen
    box.hide()
    box.deleteLater()
    if before is not None:
        before.setFocus()
    return chosen


class FileBox(QFrame):
    """A short list over the page; a digit or Enter takes, Esc leaves."""

    def __init__(self, frame: DeskFrame, asked: Attachment) -> None:
        super().__init__(frame)
        self.setObjectName("goto")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.finished: Callable[[], None] = lambda: None
        self.chosen: str | Path | None = None
        self._frame = frame
        self._asked = asked
        self._lines: list[_Line] = []
        self.list = _Lines(self)
        self.list.setIconSize(QSize(theme.pixels(_ICON), theme.pixels(_ICON)))
        self.list.setAccessibleName(reading.both(asked.words))
        self.list.itemActivated.connect(lambda item: self.take(self.list.row(item)))
        self.scans = Said(look="soft", wrap=True, place="below")
        layout = QVBoxLayout(self)
        edge = theme.pixels(12)
        layout.setContentsMargins(edge, theme.pixels(8), edge, theme.pixels(8))
        layout.setSpacing(theme.pixels(6))
        layout.addWidget(Said(words("files.where", what=asked.words), "head"))
        layout.addWidget(self.list)
        layout.addWidget(self.scans)
        layout.addWidget(Said(words("files.where_keys"), "soft", place="below"))

    def open_box(self) -> None:
        """Show what is there at once; scans appear as soon as the folder has answered."""
        self._put([], read=False)
        self.show()
        self.raise_()
        self.list.setFocus()
        if reading.scan_folder:
            desk, asked, folder = self._frame.desk, self._asked, Path(reading.scan_folder)

            def read() -> Any:
                from thana_desk.actions.scans import latest_scans

                return latest_scans(desk, folder, asked) if folder.is_dir() else None

            self._frame.work.do(read, self._scanned, owner=self, lane=Lane.DEVICES)

    def take(self, row: int) -> None:
        """Choose this line."""
        if 0 <= row < len(self._lines):
            self.chosen = self._lines[row].chosen
            self.finished()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone with whatever hid the window."""
        super().hideEvent(event)
        self.finished()

    def _scanned(self, scans: Any) -> None:
        lines = [
            _Line(
                one.path,
                words("files.scan", name=one.path.name, minutes=str(one.minutes)),
                one.small,
            )
            for one in scans or ()
        ]
        self._put(lines, read=True, missing=scans is None)

    def _put(self, scans: list[_Line], *, read: bool, missing: bool = False) -> None:
        taken = [_Line(CAMERA, words("files.camera"))] if camera_offered(self._asked) else []
        disk = [_Line(DISK, words("files.disk"))]
        # A face is photographed, a paper scanned: the likelier way stands under the first Enter.
        first_camera = self._asked.keeps is Keeps.LIKENESS
        here = self._lines[self.list.currentRow()] if self._lines else None
        self._lines = [*taken, *scans, *disk] if first_camera else [*scans, *disk, *taken]
        self.list.clear()
        for number, line in enumerate(self._lines, 1):
            # A scan is known by its name; two languages would leave no room for it.
            said = reading.first if isinstance(line.chosen, Path) else reading.both
            item = QListWidgetItem(_icon(line), f"{number}  {said(line.words)}")
            item.setSizeHint(QSize(10, theme.pixels(_ICON + 8)))
            self.list.addItem(item)
        # Whoever has begun to walk stays where he was; a new scan is what he came for.
        at = self._lines.index(here) if here in self._lines and not scans else 0
        self.list.setCurrentRow(at)
        self.list.setFixedHeight(len(self._lines) * theme.pixels(_ICON + 8) + 4)
        about = NO_WORDS
        if not reading.scan_folder:
            about = words("files.no_folder")
        elif missing:
            about = words("files.folder_gone", folder=reading.scan_folder)
        elif read and not scans:
            about = words("files.no_scan")
        elif not read:
            about = words("files.looking")
        self.scans.tell(about)
        self.scans.setVisible(bool(about.hi))
        wide = min(theme.pixels(720), self._frame.width() - theme.pixels(64))
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move((self._frame.width() - wide) // 2, theme.pixels(96))


class _Lines(QListWidget):
    """Arrows walk, a digit takes; every other key ends here."""

    def __init__(self, box: FileBox) -> None:
        super().__init__(box)
        self._box = box
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the box."""
        key = Qt.Key(event.key())
        digit = event.text()
        if key == Qt.Key.Key_Escape:
            self._box.finished()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._box.take(self.currentRow())
        elif digit.isdecimal() and len(digit) == 1:
            self._box.take(int(digit) - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays here."""
        return True


def picture_icon(small: bytes | None, sign: str, side: int) -> QIcon:
    """A small picture, or a sign on paper where there is none, in a square of `side` pixels."""
    ground = QPixmap(side, side)
    ground.fill(QColor(0, 0, 0, 0))
    painter = QPainter(ground)
    picture = QPixmap()
    if small and picture.loadFromData(small):
        fitted = picture.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap((side - fitted.width()) // 2, (side - fitted.height()) // 2, fitted)
    else:
        inset = side // 10
        room = ground.rect().adjusted(inset, inset, -inset, -inset)
        painter.fillRect(room, QColor(theme.KHAKI_SOFT))
        painter.setPen(QColor(theme.INK_SOFT))
        painter.drawRect(room.adjusted(0, 0, -1, -1))
        face: QFont = theme.font(0.9)
        painter.setFont(face)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    icon = QIcon(ground)
    # Chosen, Qt would tint the picture; a face is to be seen as it is.
    icon.addPixmap(ground, QIcon.Mode.Selected)
    return icon


def _icon(line: _Line) -> QIcon:
    signs = {CAMERA: "◉", DISK: "…"}
    sign = signs.get(line.chosen, "") if isinstance(line.chosen, str) else "PDF"
    return picture_icon(line.small, sign, theme.pixels(_ICON))
