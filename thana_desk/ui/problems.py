"""How problems are shown: beside their field, and together in a list that F7 steps through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forms.kit.letter import Path
from forms.kit.problem import Problem, Weight
from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.measure import (
    SMALL,
    draw_wrapped,
    face,
    field_height,
    gap,
    line_height,
    metrics,
    text_height,
)
from thana_desk.ui.reading import reading

_Index = QModelIndex | QPersistentModelIndex
_NOTE = 0.9
"""Share of the body size for the words of a note."""

_COLOURS = {
    Weight.REFUSE: theme.RED,
    Weight.APPROVAL: theme.RED,
    Weight.REASON: theme.RED,
    Weight.GAP: theme.INK_SOFT,
}
_ORDER = (Weight.REFUSE, Weight.APPROVAL, Weight.REASON, Weight.GAP)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as the screen shows it; `settled` where its reason has been written.

    `place` names the field for the list (`अभियुक्त 2 › आयु`).
    """

    problem: Problem
    settled: bool = False
    place: Words = NO_WORDS

    @property
    def path(self) -> Path:
        """The field it stands beside."""
        return self.problem.path

    @property
    def stops(self) -> bool:
        """Whether the record cannot be signed off like this."""
        return self.problem.weight is not Weight.GAP and not self.settled


def weight_word(weight: Weight, *, settled: bool = False) -> str:
    """The short word that goes with the shape of a weight."""
    kind = "reason_given" if settled else str(weight)
    return reading.first(words(f"form.weight.{kind}"))


def draw_shape(painter: QPainter, weight: Weight, room: QRect, *, settled: bool = False) -> None:
    """The shape of a weight: filled square, filled diamond, triangle, or hollow ring.

    A settled reason is a tick.
    """
    colour = QColor(theme.INK_SOFT if settled else _COLOURS[weight])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour)
    left, right, top, bottom = room.left(), room.right(), room.top(), room.bottom()
    middle = room.center()
    if settled:
        painter.drawPolyline(
            [QPoint(left, middle.y()), QPoint(middle.x() - 1, bottom), QPoint(right, top)]
        )
    elif weight is Weight.REFUSE:
        painter.drawRect(room.adjusted(1, 1, -1, -1))
    elif weight is Weight.APPROVAL:
        painter.drawPolygon(
            QPolygon(
                [
                    QPoint(middle.x(), top),
                    QPoint(right, middle.y()),
                    QPoint(middle.x(), bottom),
                    QPoint(left, middle.y()),
                ]
            )
        )
    elif weight is Weight.REASON:
        painter.drawPolygon(
            QPolygon([QPoint(middle.x(), top), QPoint(right, bottom), QPoint(left, bottom)])
        )
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(room.adjusted(1, 1, -1, -1))
    painter.restore()


class ProblemNote(QWidget):
    """One problem beside its field; one that asks for a reason has the line to write it."""

    def __init__(
        self,
        finding: Finding,
        reason: str,
        reason_written: Callable[[str, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.line: QLineEdit | None = None
        self._written = reason_written
        if finding.problem.weight is Weight.REASON:
            self.line = QLineEdit(reason, self)
            self.line.setPlaceholderText(reading.first(words("form.reason.hint")))
            self.line.setAccessibleName(reading.both(words("form.reason.name")))
            self.line.setAccessibleDescription(reading.first(finding.problem.words))
            self.line.textEdited.connect(self._typed)
        self.setAccessibleName(f"{self._word()}: {reading.first(finding.problem.words)}")

    def show_finding(self, finding: Finding) -> None:
        """Show the same problem in another state or with other words."""
        if finding != self.finding:
            self.finding = finding
            self.setAccessibleName(f"{self._word()}: {reading.first(finding.problem.words)}")
            self.update()

    def height_for(self, width: int) -> int:
        """The height of the words and the line for the reason."""
        words_height = text_height(self._text(), width - self._left(), _NOTE)
        return words_height + gap(0.5) + (field_height() + gap(0.5) if self.line else 0)

    def arrange(self) -> None:
        """Place the line for the reason under the words."""
        if self.line is not None:
            top = text_height(self._text(), self.width() - self._left(), _NOTE) + gap(0.5)
            self.line.setGeometry(
                self._left(), top, min(self.width() - self._left(), gap(70)), field_height()
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, word, words."""
        painter = QPainter(self)
        problem = self.finding.problem
        side = theme.pixels(11)
        top = max((line_height(_NOTE) - side) // 2, 0)
        settled = self.finding.settled
        draw_shape(painter, problem.weight, QRect(2, top, side, side), settled=settled)
        loud = problem.weight is not Weight.GAP and not settled
        painter.setPen(QColor(theme.RED if loud else theme.INK_SOFT))
        room = QRect(self._left(), 0, self.width() - self._left(), self.height())
        draw_wrapped(painter, room, self._text(), _NOTE)

    def _text(self) -> str:
        return f"{self._word()} — {reading.first(self.finding.problem.words)}"

    def _word(self) -> str:
        return weight_word(self.finding.problem.weight, settled=self.finding.settled)

    def _left(self) -> int:
        return theme.pixels(11) + gap()

    def _typed(self, text: str) -> None:
        self._written(self.finding.problem.code, text)


class _Findings(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.findings: Sequence[Finding] = ()

    def put(self, findings: Sequence[Finding]) -> None:
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.findings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            finding = self.findings[index.row()]
            word = weight_word(finding.problem.weight, settled=finding.settled)
            place = reading.first(finding.place)
            said = reading.first(finding.problem.words)
            return " — ".join(piece for piece in (word, place, said) if piece)
        return None


class _FindingLine(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 600
        text = str(index.data())
        return QSize(10, text_height(text, width - _line_left() - gap(), _NOTE) + gap())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, _Findings):
            return
        finding = model.findings[index.row()]
        room: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(theme.NAVY_SOFT))
            painter.fillRect(QRect(room.left(), room.top(), 4, room.height()), QColor(theme.NAVY))
        side = theme.pixels(11)
        top = room.top() + gap(0.5) + max((line_height(_NOTE) - side) // 2, 0)
        draw_shape(
            painter,
            finding.problem.weight,
            QRect(room.left() + gap(1.5), top, side, side),
            settled=finding.settled,
        )
        painter.setPen(QColor(theme.RED if finding.stops else theme.INK))
        words_room = room.adjusted(_line_left(), gap(0.5), -gap(), 0)
        draw_wrapped(painter, words_room, str(index.data()), _NOTE)
        painter.restore()


def _line_left() -> int:
    return gap(1.5) + theme.pixels(11) + gap()


class ProblemList(QWidget):
    """All problems of the record: what stops it first, then the deficiency list."""

    chosen = Signal(object)  # the Finding to go to
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Findings()
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_FindingLine(self.view))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setAccessibleName(reading.both(words("form.problems")))
        self.view.clicked.connect(self._chosen)
        self.setFocusProxy(self.view)

    def put(self, findings: Sequence[Finding]) -> None:
        """Show these, weightiest first."""
        ordered = sorted(findings, key=lambda f: (_ORDER.index(f.problem.weight), f.settled))
        if ordered != list(self._model.findings):
            self._model.put(ordered)
        self.update()

    def mark(self, finding: Finding | None) -> None:
        """Mark the line of `finding`."""
        for row, one in enumerate(self._model.findings):
            if one == finding:
                self.view.setCurrentIndex(self._model.index(row))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field, Esc closes the list."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen(self.view.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Some five lines."""
        return QSize(400, gap(1) + line_height() + 5 * (line_height(_NOTE) + gap()))

    def resizeEvent(self, event: Any) -> None:
        """The heading, then the list."""
        top = line_height() + gap()
        self.view.setGeometry(0, top, self.width(), max(self.height() - top, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heading with the counts and the key that closes."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.KHAKI_SOFT))
        painter.setPen(QColor(theme.INK))
        painter.setFont(face(bold=True))
        room = QRect(gap(1.5), 0, self.width() - gap(3), line_height() + gap())
        centre = int(Qt.AlignmentFlag.AlignVCenter)
        title = reading.first(words("form.problems"))
        painter.drawText(room, centre, title)
        painter.setFont(face(SMALL))
        painter.setPen(QColor(theme.INK_SOFT))
        room.adjust(metrics(bold=True).horizontalAdvance(title) + gap(1.5), 0, 0, 0)
        painter.drawText(room, centre, self._counts())
        painter.drawText(
            room,
            centre | int(Qt.AlignmentFlag.AlignRight),
            reading.first(words("form.problems.keys")),
        )

    def _counts(self) -> str:
        stopping = sum(1 for finding in self._model.findings if finding.stops)
        gaps = sum(1 for f in self._model.findings if f.problem.weight is Weight.GAP)
        return reading.first(words("form.problems.counts", stop=f"{stopping}", gaps=f"{gaps}"))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.findings[index.row()])
