"""Take a photograph: the live picture with a guide over it, Space or Enter takes, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from forms.kit.fields import Attachment, Keeps
from thana_desk.camera import Camera, CameraProblem, Frame, sources, upright_middle
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_PAUSE_MS = 40
"""Between two pictures: enough for the eye, and an old PC has time for everything else."""


@dataclass(frozen=True)
class Taken:
    """The picture that was kept, and the side of the head it shows (empty where none is asked)."""

    frame: Frame
    side: str
    portrait: bool

    def jpeg(self) -> bytes:
        """As a file."""
        return self.frame.jpeg(portrait=self.portrait)

    def caption(self) -> str:
        """What stands with the record, which is in Hindi."""
        return words(f"capture.side.{self.side}").hi if self.side else ""


def take_photograph(frame: DeskFrame, asked: Attachment) -> Taken | None:
    """Open the window over the page and wait; None where nothing was taken."""
    before = QApplication.focusWidget()
    box = CaptureBox(frame, asked)
    loop = QEventLoop(box)
    box.finished = loop.quit
    box.open_box()
    loop.exec()
    taken = box.taken
    box.hide()
    box.deleteLater()
    if before is not None:
        before.setFocus()
    return taken


class _Eye:
    """The camera as the jobs beside the window hold it; never touched on the window's thread."""

    def __init__(self) -> None:
        self._camera: Camera | None = None
        self.is_shut = False

    def look(self) -> Frame | CameraProblem | None:
        """The next picture, or why there is none; None once the window is closed."""
        if self.is_shut:
            return None
        try:
            if self._camera is None:
                self._camera = Camera(sources())
            return self._camera.frame()
        except CameraProblem as problem:
            self.close()
            return problem

    def close(self) -> None:
        """Give the camera back."""
        if self._camera is not None:
            self._camera.close()
        self._camera = None


class CaptureBox(QFrame):
    """Live, then the picture that was taken: Enter keeps it, R takes another."""

    def __init__(self, frame: DeskFrame, asked: Attachment) -> None:
        super().__init__(frame)
        self.setObjectName("goto")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.finished: Callable[[], None] = lambda: None
        self.taken: Taken | None = None
        self.trouble = ""
        self._frame = frame
        self._eye = _Eye()
        self._last: Frame | None = None
        self._still = False
        self._looking = False
        self._sides = asked.sides if asked.keeps is Keeps.LIKENESS else ()
        self._side = self._sides[0] if self._sides else ""
        self.picture = LivePicture(portrait=asked.keeps is Keeps.LIKENESS)
        self.picture.side = self._side
        self.said = Said(wrap=True, place="below")
        self.keys = Said(look="soft", place="below")
        title = words("capture.title", what=asked.words)
        self.setAccessibleName(reading.both(title))
        layout = QVBoxLayout(self)
        edge = theme.pixels(12)
        layout.setContentsMargins(edge, theme.pixels(8), edge, theme.pixels(8))
        layout.setSpacing(theme.pixels(6))
        layout.addWidget(Said(title, "head"))
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.keys)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    @property
    def is_live(self) -> bool:
        """Whether a picture has come that may be taken."""
        return self._last is not None and not self._still and not self.trouble

    @property
    def is_still(self) -> bool:
        """Whether a picture was taken and waits to be kept."""
        return self._still

    def open_box(self) -> None:
        """Over the page, the camera opening beside the window."""
        room = self._frame.rect()
        wide = min(theme.pixels(860), room.width() - theme.pixels(48))
        high = min(theme.pixels(660), room.height() - theme.pixels(32))
        self.setGeometry(
            (room.width() - wide) // 2, max((room.height() - high) // 2, 0), wide, high
        )
        self._tell()
        self.show()
        self.raise_()
        self.setFocus()
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key ends here: nothing behind the window may act on it."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            return  # a finger left on Enter takes and keeps no picture unseen
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key == Qt.Key.Key_R or event.text() in ("ृ", "र"):
            self._again()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_or_keep()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and len(self._sides) > 1:
            self._turn(1 if key == Qt.Key.Key_Right else -1)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stays here."""
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """The camera is given back, also where the lock came over the window."""
        super().hideEvent(event)
        self._pause.stop()
        eye = self._eye
        if not eye.is_shut:
            eye.is_shut = True
            self._frame.work.do(eye.close, lambda _none: None, lane=Lane.DEVICES)
        self.finished()

    def _look(self) -> None:
        if not self._looking and not self._eye.is_shut:
            self._looking = True
            self._frame.work.do(self._eye.look, self._seen, owner=self, lane=Lane.DEVICES)

    def _seen(self, found: Frame | CameraProblem | None) -> None:
        self._looking = False
        if found is None or self._still:
            return
        if isinstance(found, CameraProblem):
            self._last = None
            self.trouble = found.code
            self.picture.show_frame(None)
        else:
            self._last = found
            self.trouble = "black" if found.is_black else ""
            self.picture.show_frame(found)
            self._pause.start()
        self._tell()

    def _take_or_keep(self) -> None:
        if self._still and self._last is not None:
            self.taken = Taken(self._last, self._side, self.picture.portrait)
            self.finished()
        elif self.is_live:
            self._still = True
            self._pause.stop()
            self._tell()

    def _again(self) -> None:
        self._still = False
        self._last = None
        self.trouble = ""
        self._tell()
        self._look()

    def _leave(self) -> None:
        self.taken = None
        self.finished()

    def _turn(self, step: int) -> None:
        place = (self._sides.index(self._side) + step) % len(self._sides)
        self._side = self.picture.side = self._sides[place]
        self.picture.update()
        self._tell()

    def _tell(self) -> None:
        self.picture.with_guide = not self._still
        self.picture.update()
        if self.trouble:
            said, look = words(f"capture.trouble.{self.trouble}"), "wrong"
        elif self._last is None:
            said, look = words("capture.opening"), ""
        elif self._still:
            said, look = words("capture.taken"), ""
        elif self._side:
            side = words(f"capture.side.{self._side}")
            said, look = words("capture.guide", side=side), ""
        else:
            said, look = words("capture.live"), ""
        self.said.look(look)
        self.said.tell(said)
        if self._still:
            keys = words("capture.keys.taken")
        elif self.is_live:
            many = len(self._sides) > 1
            keys = words("capture.keys.sides" if many else "capture.keys.live")
        else:
            keys = words("capture.keys.trouble" if self.trouble else "capture.keys.opening")
        self.keys.tell(keys)
        self.setAccessibleDescription(f"{reading.both(said)} {reading.both(keys)}")


class LivePicture(QWidget):
    """The camera's picture; where a likeness is wanted, what will be cut away is dimmed."""

    def __init__(self, *, portrait: bool) -> None:
        super().__init__()
        self.portrait = portrait
        self.side = ""
        self.with_guide = True
        self._image = QImage()

    def show_frame(self, frame: Frame | None) -> None:
        """Show this picture; None for none."""
        if frame is None:
            self._image = QImage()
        else:
            self._image = QImage(
                frame.pixels,
                frame.width,
                frame.height,
                frame.width * 3,
                QImage.Format.Format_BGR888,
            ).copy()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on dark ground, the guide over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.INK))
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(place, self._image)
        if not self.portrait:
            return
        left, wide = upright_middle(self._image.width(), self._image.height())
        scale = place.width() / max(self._image.width(), 1)
        kept = QRectF(place.left() + left * scale, place.top(), wide * scale, place.height())
        shade = QColor(theme.INK)
        shade.setAlpha(150)
        painter.fillRect(QRectF(place.left(), place.top(), left * scale, place.height()), shade)
        right = kept.right()
        painter.fillRect(
            QRectF(right, place.top(), place.right() + 1 - right, kept.height()), shade
        )
        if not self.with_guide:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(theme.INK), 4.0), (QColor(theme.YELLOW), 2.0)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine))
            painter.drawPath(guide(kept, self.side))


def guide(room: QRectF, side: str) -> QPainterPath:
    """Head and shoulders in `room`; seen from the side, the nose says to which."""
    wide, high = room.width(), room.height()
    middle = room.center().x()

    def at(across: float, down: float) -> QPointF:
        return QPointF(middle + across * wide, room.top() + down * high)

    path = QPainterPath()
    head = QRectF(at(-0.21, 0.14), at(0.21, 0.62))
    path.addEllipse(head)
    if side in ("left", "right"):
        # The left side of a face is seen when the person looks to the left of the picture.
        towards = -1.0 if side == "left" else 1.0
        path.moveTo(at(0.205 * towards, 0.34))
        path.lineTo(at(0.275 * towards, 0.43))
        path.lineTo(at(0.20 * towards, 0.45))
        shoulder = 0.27
    else:
        shoulder = 0.44
    path.moveTo(at(-shoulder, 1.0))
    path.cubicTo(at(-shoulder, 0.76), at(-0.12, 0.76), at(-0.10, 0.62))
    path.moveTo(at(shoulder, 1.0))
    path.cubicTo(at(shoulder, 0.76), at(0.12, 0.76), at(0.10, 0.62))
    return path
