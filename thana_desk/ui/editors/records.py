"""Editors that ask somewhere else: for another record (F4) or for a file (F8)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from forms.kit.fields import Attachment, Field, Reference
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Editor, Holder, kind_editor, shown
from thana_desk.ui.editors.measure import SMALL, advance, em, face, field_height, gap
from thana_desk.ui.reading import reading


class AskingLine(QLineEdit):
    """A read-only line that says what was chosen and which key chooses."""

    asked = Signal()
    cleared = Signal()
    looked = Signal()

    def __init__(self, key: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.key = key
        self.picture: QPixmap | None = None
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Down asks; Delete makes it blank; Ctrl+O looks at what was chosen."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_O and held == Qt.KeyboardModifier.ControlModifier:
            self.looked.emit()
        elif held:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Down):
            self.asked.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click asks."""
        self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, its key at the right end, a small picture below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(face(SMALL))
        painter.setPen(QColor(theme.INK_SOFT))
        line = QRect(0, 0, self.width() - gap(), field_height())
        painter.drawText(
            line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.key
        )
        if self.picture is not None:
            painter.drawPixmap(gap(), field_height(), self.picture)


class AskingEditor(Editor):
    """What records and files share."""

    key = ""
    hint = ""

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self._value: Any = None
        self.line = AskingLine("" if self.near.read_only else self.key, self.sheet_widget)
        self.line.setTextMargins(0, 0, self.key_room(), 0)
        self.line.setPlaceholderText(reading.first(words(self.hint)))
        self.line.asked.connect(self.ask)
        self.line.cleared.connect(self._cleared)
        self.widget = self.line
        self.owns([self.line])

    def ask(self) -> bool:
        """Ask, and take what is brought back."""
        brought = None if self.near.read_only else self.bring()
        if brought is not None:
            self.holder.step(lambda: self._take(brought))
        return True

    def key_room(self) -> int:
        """What is written ends before the key at the right."""
        return advance(self.line.key, SMALL) + gap() if self.line.key else 0

    def bring(self) -> dict[str, Any] | None:
        """What the asking brought, in its stored shape."""
        raise NotImplementedError

    def value(self) -> Any:
        """The answer, or None."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self._value = value
        self.line.setText(
            "" if value is None else shown(self.asked, value, self.near) or str(value)
        )
        self.line.setCursorPosition(0)
        self.said()

    def said(self) -> None:
        """Called after the answer changed."""

    def height_for(self, width: int) -> int:
        """One line."""
        return field_height()

    def width_hint(self) -> int:
        """Room for a number and a title."""
        return em() * 40

    def refresh(self) -> None:
        """The language may have changed."""
        self.line.setPlaceholderText(reading.first(words(self.hint)))

    def _take(self, value: Any) -> None:
        self.set_value(value)
        self.edited()

    def _cleared(self) -> None:
        if self._value is not None and not self.near.read_only:
            self.holder.step(lambda: self._take(None))


@kind_editor.register(Reference)
class ReferenceEditor(AskingEditor):
    """Another record, chosen with F4."""

    asked: Reference
    key = "F4"
    hint = "form.reference.hint"

    def bring(self) -> dict[str, Any] | None:
        """The record that was picked."""
        return self.near.pick_record(self.asked)

    def open_list(self) -> bool:
        """Pick a record."""
        return self.ask()


@kind_editor.register(Attachment)
class AttachmentEditor(AskingEditor):
    """A file kept with the record, chosen with F8; pictures are shown small."""

    asked: Attachment
    key = "F8"
    hint = "form.attachment.hint"

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self.line.looked.connect(self._look)

    def bring(self) -> dict[str, Any] | None:
        """The file that was kept."""
        return self.near.attach(self.asked)

    def attach(self) -> bool:
        """Choose a file."""
        return self.ask()

    def said(self) -> None:
        """The size beside the name, the picture below it."""
        value = self._value
        look = f"{reading.first(words('files.look'))} · {self.key}"
        self.line.key = self.key if value is None else look
        self.line.picture = None
        self.echo = ""
        if isinstance(value, Mapping):
            size = value.get("size")
            self.echo = _size(size) if isinstance(size, int) else ""
            bytes_ = self.near.thumbnail(value)
            picture = QPixmap()
            if bytes_ and picture.loadFromData(bytes_):
                self.line.picture = picture.scaled(
                    theme.pixels(240),
                    theme.pixels(96),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
        below = theme.pixels(104) if self.line.picture is not None else 0
        self.line.setTextMargins(0, 0, self.key_room(), below)
        self.holder.arrange_soon()

    def height_for(self, width: int) -> int:
        """One line, and the picture."""
        return field_height() + (theme.pixels(104) if self.line.picture is not None else 0)

    def _look(self) -> None:
        if isinstance(self._value, Mapping):
            self.near.look(self._value, self.asked.words)


def _size(count: int) -> str:
    if count >= 1024 * 1024:
        tenths = count * 10 // (1024 * 1024)
        return f"{tenths // 10}.{tenths % 10} MB"
    return f"{max(count // 1024, 1)} KB"
