"""The editor for a repeating group: one line a row, the open row's fields under its line."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forms.kit.fields import Attachment, Field, Rows
from forms.kit.letter import Path, is_blank
from forms.kit.problem import Weight
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Editor, Holder, enter_field, in_short, kind_editor
from thana_desk.ui.editors.groups import GroupEditor
from thana_desk.ui.editors.measure import SMALL, advance, face, gap, line_height, metrics
from thana_desk.ui.problems import Finding, draw_shape
from thana_desk.ui.reading import reading

_WEIGHTS = (Weight.REFUSE, Weight.APPROVAL, Weight.REASON, Weight.GAP)


class RowLines(QWidget):
    """Lines of a register, one a row: only what is seen is drawn, so their number costs nothing."""

    moved = Signal(int)  # by so many rows
    opened = Signal(int)  # the row with this number
    closed = Signal()

    def __init__(self, editor: "RowsEditor", parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.first, self.end = 0, 0
        self.is_last = True

    def show_rows(self, first: int, end: int, *, is_last: bool) -> None:
        """The rows `first` up to, not including, `end`; the last lines carry the keys below."""
        self.first, self.end, self.is_last = first, end, is_last
        self.update()

    def height_needed(self) -> int:
        """One line a row, one for the keys."""
        foot = row_height() if self.is_last else 0
        return (self.end - self.first) * row_height() + foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move, Enter, Space and Right open, Left closes."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -10,
            Qt.Key.Key_PageDown: 10,
            Qt.Key.Key_Home: -self.editor.count(),
            Qt.Key.Key_End: self.editor.count(),
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.editor.count():
            event.ignore()
        elif key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.opened.emit(self.editor.current)
        elif key == Qt.Key.Key_Left:
            self.closed.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the row, or adds one."""
        row = self.first + int(event.position().y()) // row_height()
        if row < self.end:
            self.opened.emit(row)
        elif self.is_last:
            self.editor.add_row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone on."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines inside what is to be drawn, ruled like a register."""
        painter = QPainter(self)
        high, seen = row_height(), event.rect()
        first = self.first + max(seen.top() // high, 0)
        end = min(self.end, self.first + seen.bottom() // high + 1)
        for row in range(first, end):
            self._paint_row(painter, row, QRect(0, (row - self.first) * high, self.width(), high))
        if self.is_last:
            foot = QRect(gap(1.5), (self.end - self.first) * high, self.width() - gap(3), high)
            painter.setFont(face(SMALL))
            painter.setPen(QColor(theme.INK_SOFT))
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter), self.editor.foot())
            if self.end == 0 and self.hasFocus():
                painter.fillRect(QRect(0, 0, 4, high), QColor(theme.NAVY))

    def _paint_row(self, painter: QPainter, row: int, room: QRect) -> None:
        editor = self.editor
        is_current = row == editor.current
        painter.fillRect(room, QColor(theme.PAPER))
        if is_current and (self.hasFocus() or editor.is_open):
            painter.fillRect(room, QColor(theme.NAVY_SOFT))
            painter.fillRect(QRect(0, room.top(), 4, room.height()), QColor(theme.NAVY))
        painter.setPen(QColor(theme.LINE))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        centred = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(face(SMALL))
        painter.setPen(QColor(theme.INK_SOFT))
        number_width = max(advance(f"{editor.count()}.", SMALL), gap(3))
        number = QRect(gap(), room.top(), number_width, room.height())
        painter.drawText(number, centred | int(Qt.AlignmentFlag.AlignRight), f"{row + 1}.")
        weight = editor.weights.get(row)
        if weight is not None:
            side = theme.pixels(11)
            top = room.center().y() - side // 2
            draw_shape(painter, weight, QRect(number.right() + gap(), top, side, side))
        left = number.right() + gap(3.5)
        text = editor.summary(row)
        blank = not text
        painter.setFont(face())
        painter.setPen(QColor(theme.INK_SOFT if blank else theme.INK))
        text = text or reading.first(words("form.rows.blank"))
        width = room.right() - left - gap()
        fits = metrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, room.top(), width, room.height()), centred, fits)


def row_height() -> int:
    """The height of one line of rows."""
    return line_height() + gap()


class RowsPane(QWidget):
    """The lines up to the open row, its fields, and the lines after it."""

    def __init__(self, editor: "RowsEditor", parent: QWidget | None) -> None:
        super().__init__(parent)
        self.above = RowLines(editor, self)
        self.above.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.below = RowLines(editor, self)
        self.below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.detail: GroupEditor | None = None
        self.below.hide()

    def arrange(self, width: int) -> int:
        """Place the three and return the height used."""
        high = self.above.height_needed()
        self.above.setGeometry(0, 0, width, high)
        if self.detail is not None and not self.detail.block.isHidden():
            top = high + gap()
            needed = self.detail.height_for(width)
            self.detail.block.setGeometry(0, top, width, needed)
            high = top + needed
        if not self.below.isHidden():
            needed = self.below.height_needed()
            self.below.setGeometry(0, high, width, needed)
            high += needed
        return high


@kind_editor.register(Rows)
class RowsEditor(Editor):
    """Rows in lines; one may be open, and only that one has widgets."""

    wide = True
    asked: Rows

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self.rows: list[Any] = []
        self.current = 0
        self.is_open = False
        self.weights: dict[int, Weight] = {}
        self._unread: list[dict[Path, str]] = []
        self._given: Any = None
        self._touched = False
        self._findings: Sequence[tuple[Path, Finding]] = ()
        self.pane = RowsPane(self, self.sheet_widget)
        for lines in (self.pane.above, self.pane.below):
            lines.moved.connect(self.move_by)
            lines.opened.connect(self._opened)
            lines.closed.connect(self.close_row)
        self.widget = self.pane
        self.owns([self.pane])
        self._show_lines()

    # -- the answer

    def value(self) -> Any:
        """The rows, trailing blank ones left out; None where all are blank."""
        if not self._touched:
            return self._given
        kept = list(self.rows)
        while kept and is_blank(kept[-1]):
            kept.pop()
        return kept or None

    def set_value(self, value: Any) -> None:
        """Show rows, none of them open."""
        self._given, self._touched = value, False
        self.rows = list(value) if isinstance(value, list) else []
        self._unread = [{} for _row in self.rows]
        self.current = min(self.current, max(len(self.rows) - 1, 0))
        self.echo = "" if value is None or isinstance(value, list) else str(value)
        self.alarmed = bool(self.echo)
        self.close_row()

    def unread(self) -> dict[Path, str]:
        """What could not be read, by row."""
        return {
            (number, *path): text
            for number, texts in enumerate(self._unread)
            for path, text in texts.items()
        }

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Show again what could not be read; a row that held only such typing comes back."""
        for path, text in texts.items():
            if path and isinstance(path[0], int) and 0 <= path[0] < self.asked.most:
                while len(self.rows) <= path[0]:
                    self.rows.append({})
                    self._unread.append({})
                self._unread[path[0]][path[1:]] = text
        self._show_lines()

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def summary(self, row: int) -> str:
        """A row in one line."""
        text = in_short(self.asked.row, self.rows[row], self.near)
        return " ".join(text.split())

    def foot(self) -> str:
        """The words under the last row: the keys, or that nothing is there."""
        if self.near.read_only:
            return "" if self.rows else reading.first(words("form.rows.none"))
        kind = "form.rows.keys" if self.rows else "form.rows.first"
        return reading.first(words(kind))

    # -- opening, adding, removing

    def open_row(self, row: int) -> None:
        """Show the fields of a row under its line."""
        if not 0 <= row < len(self.rows):
            return
        self.current, self.is_open = row, True
        detail = self._detail()
        for editor in detail.sheet.editors():
            editor.visited = False
        answers = self.rows[row] if isinstance(self.rows[row], Mapping) else {}
        detail.sheet.put(answers, self._unread[row])
        detail.block.show()
        self._show_lines()
        self._share_findings()

    def close_row(self) -> None:
        """Fold the open row away."""
        self.is_open = False
        if self.pane.detail is not None:
            self.pane.detail.block.hide()
        self._show_lines()

    def move_by(self, step: int) -> None:
        """Go up or down in the lines; what was open is folded away."""
        self.current = min(max(self.current + step, 0), max(len(self.rows) - 1, 0))
        self.close_row()
        self.pane.above.setFocus()

    def add_row(self) -> None:
        """A new row at the end, open, the keyboard in its first field."""
        if self.near.read_only or len(self.rows) >= self.asked.most:
            return
        if not (self.rows and is_blank(self.rows[-1]) and not self._unread[-1]):
            self.rows.append({})
            self._unread.append({})
        self.open_row(len(self.rows) - 1)
        self.focus_first()

    def remove_row(self) -> None:
        """Take the current row out; it can be taken back."""
        if self.near.read_only or not self.rows:
            return
        self.holder.step(self._remove)
        self.pane.above.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard into the first field of the open row."""
        stops = self.pane.detail.stops() if self.pane.detail is not None and self.is_open else []
        if stops:
            enter_field(stops[0])

    # -- as an editor

    def stops(self) -> list[QWidget]:
        """The lines, then the open row's fields."""
        inner = self.pane.detail.stops() if self.pane.detail is not None and self.is_open else []
        return [self.pane.above, *inner]

    def height_for(self, width: int) -> int:
        """The lines and the open row."""
        return self.pane.arrange(width)

    def editor_at(self, path: Path) -> Editor:
        """The editor inside a row, which is opened."""
        if path and isinstance(path[0], int) and path[0] < len(self.rows):
            if not self.is_open or self.current != path[0]:
                self.open_row(path[0])
            return self._detail().editor_at(path[1:])
        return self

    def attach(self) -> bool:
        """Ask for a file for the open row, else for a new one."""
        if not any(isinstance(part, Attachment) for part in self.asked.row.parts):
            return False
        if self.is_open and self._detail().sheet.attach():
            return True
        self.add_row()
        return self.is_open and self._detail().sheet.attach()

    def show_problems(self, findings: Sequence[tuple[Path, Finding]]) -> list[Finding]:
        """A shape at the line of every row with a problem; words in the open row."""
        self._findings = [pair for pair in findings if pair[0]]
        self.weights = {}
        for path, finding in self._findings:
            if isinstance(path[0], int) and not finding.settled:
                before = self.weights.get(path[0], Weight.GAP)
                self.weights[path[0]] = min(before, finding.problem.weight, key=_WEIGHTS.index)
        self._share_findings()
        self.pane.above.update()
        self.pane.below.update()
        return [finding for path, finding in findings if not path]

    def was_visited(self) -> bool:
        """Whether the clerk has been here or in a row."""
        return self.visited or self._touched

    def refresh(self) -> None:
        """The open row looks at its conditions again."""
        if self.is_open and self.pane.detail is not None:
            self.pane.detail.refresh()

    def retell(self) -> None:
        """The open row and the lines speak again."""
        if self.pane.detail is not None:
            self.pane.detail.retell()
        self._show_lines()

    def name_for_reader(self, name: str, description: str) -> None:
        """The lines are named, with the row they stand at."""
        self._name, self._description = name, description
        self._say()

    _name = ""
    _description = ""

    def _say(self) -> None:
        lines = self.pane.above
        lines.setAccessibleName(self._name)
        said = [self._description]
        if self.rows:
            at = words("form.rows.at", row=f"{self.current + 1}", rows=f"{len(self.rows)}")
            said += [reading.first(at), self.summary(self.current)]
        else:
            said.append(self.foot())
        lines.setAccessibleDescription(" · ".join(piece for piece in said if piece))

    def _opened(self, row: int) -> None:
        self.open_row(row)
        self.focus_first()

    def _remove(self) -> None:
        self._touched = True
        del self.rows[self.current]
        del self._unread[self.current]
        self.current = min(self.current, max(len(self.rows) - 1, 0))
        self.close_row()
        self.edited()

    def _detail(self) -> GroupEditor:
        if self.pane.detail is None:
            self.pane.detail = OpenRow(self)
        return self.pane.detail

    def row_edited(self) -> None:
        """Take the open row's answers over."""
        detail = self.pane.detail
        if detail is None or not self.is_open:
            return
        self._touched = True
        self.rows[self.current] = detail.sheet.answers
        self._unread[self.current] = detail.sheet.unread()
        self.pane.above.update()
        self.edited()

    def _share_findings(self) -> None:
        if self.pane.detail is not None and self.is_open:
            mine = [(path[1:], f) for path, f in self._findings if path[0] == self.current]
            self.pane.detail.sheet.show_problems(mine)

    def _show_lines(self) -> None:
        count = len(self.rows)
        if self.is_open:
            self.pane.above.show_rows(0, self.current + 1, is_last=False)
            self.pane.below.show_rows(self.current + 1, count, is_last=True)
        else:
            self.pane.above.show_rows(0, count, is_last=True)
        self.pane.below.setVisible(self.is_open)
        self._say()
        self.holder.arrange_soon()


class OpenRow(GroupEditor):
    """The fields of the open row."""

    def __init__(self, rows: RowsEditor) -> None:
        super().__init__(rows.asked.row, rows.holder, colour=theme.NAVY, parent=rows.pane)
        self._rows = rows

    def edited(self) -> None:
        """The row, not the group, is what the holder knows."""
        self._rows.row_edited()


def rows_around(widget: QWidget | None) -> RowsEditor | None:
    """The innermost repeating group that `widget` stands in, or None."""
    while widget is not None:
        editor = getattr(widget, "editor", None)
        if isinstance(editor, RowsEditor):
            return editor
        widget = widget.parentWidget()
    return None
