"""The conditions of a list above it: each a small field, all of them worked by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from forms.kit.words import Words
from thana_desk.actions.wanted import (
    COLUMNS,
    ME,
    ORDERS,
    PERIODS,
    STATES,
    Wanted,
    charge_in,
    columns_of,
)
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.pages.registers import read_day
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_CHOSEN = tuple(one for one in COLUMNS if one not in ("number", "title"))
_REST = 150
"""Milliseconds that typing rests before the list is asked again."""


class NarrowPanel(QFrame):
    """Form, period, state, section, officer, order; `changed` says that the list is another.

    What cannot be understood is said below the fields and leaves the list as it was.
    """

    changed = Signal()

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__()
        self._frame = frame
        self._shown = Wanted()
        self._filling = False
        self.setObjectName("sheet")
        self.form, self.period, self.state = _combo(16), _combo(10), _combo(12)
        self.officer, self.order, self.sensitive = _combo(12), _combo(10), _combo(8)
        self.first, self.last, self.section = QLineEdit(), QLineEdit(), QLineEdit()
        self.wrong = Said(look="wrong", wrap=True)
        self.wrong.hide()
        grid = QGridLayout(self)
        edge = theme.pixels(8)
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setHorizontalSpacing(theme.pixels(12))
        grid.setVerticalSpacing(theme.pixels(2))
        self._labels: dict[str, Said] = {}
        self._fields: list[tuple[str, QWidget]] = [
            ("form", self.form),
            ("period", self.period),
            ("from", self.first),
            ("to", self.last),
            ("state", self.state),
            ("section", self.section),
            ("officer", self.officer),
            ("order", self.order),
            ("sensitive", self.sensitive),
        ]
        across = 5 if reading.size < 125 else 3
        for number, (name, editor) in enumerate(self._fields):
            label = Said(words(f"wanted.ask.{name}"))
            label.setBuddy(editor)
            editor.setAccessibleName(reading.both(words(f"wanted.ask.{name}")))
            self._labels[name] = label
            down, right = divmod(number, across)
            grid.addWidget(label, 2 * down, right)
            grid.addWidget(editor, 2 * down + 1, right)
        for right in range(across):
            grid.setColumnStretch(right, 1)
        below = 2 * ((len(self._fields) + across - 1) // across)
        boxes = QHBoxLayout()
        boxes.setSpacing(theme.pixels(16))
        boxes.addWidget(Said(words("wanted.ask.columns")))
        self.columns = {name: QCheckBox() for name in _CHOSEN}
        for box in self.columns.values():
            box.toggled.connect(lambda _on: self._touched())
            boxes.addWidget(box)
        boxes.addStretch(1)
        grid.addLayout(boxes, below, 0, 1, across)
        grid.addWidget(self.wrong, below + 1, 0, 1, across)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._tell)
        for combo in (self.form, self.period, self.state, self.officer, self.order, self.sensitive):
            combo.currentIndexChanged.connect(lambda _at: self._touched())
        for line in (self.first, self.last, self.section):
            line.textEdited.connect(lambda _typed: self._rest.start())
        self._officers: list[Any] = []
        self._fill()
        reading.changed.connect(self._retell)
        self._retell()

    def read_officers(self) -> None:
        """Offer the officers of the station."""
        desk = self._frame.desk

        def read() -> Any:
            from thana_desk.actions import people

            return people.officers(desk)

        def take(officers: Any) -> None:
            self._officers = list(officers)
            self._fill()

        self._frame.work.do(read, take, owner=self, refused=lambda error: None)

    def show_wanted(self, wanted: Wanted) -> None:
        """Let the fields say what the list shows."""
        self._shown = wanted
        self._fill()

    def wanted(self) -> Wanted | None:
        """What the fields ask for; None where one of them cannot be understood (it is said)."""
        today = self._frame.desk.clock.now().date()
        period = str(self.period.currentData() or "")
        days = ["", ""]
        for at, line in enumerate((self.first, self.last) if period == "span" else ()):
            if line.text().strip():
                day = read_day(line.text(), today)
                if day is None:
                    self._refuse(words("wanted.bad_day"))
                    return None
                days[at] = day.isoformat()
        if all(days) and days[1] < days[0]:
            self._refuse(words("wanted.bad_span"))
            return None
        section = self.section.text().strip()
        if section:
            from thana_desk.actions.errors import Refused

            try:
                charge_in(section)
            except Refused as refused:
                self._refuse(refused.words)
                return None
        self.wrong.hide()
        clocks = self._shown.clocks
        return replace(
            self._shown,
            forms=tuple(self.form.currentData() or ()),
            period=period,
            from_day=days[0],
            to_day=days[1],
            state=str(self.state.currentData() or ""),
            section=section,
            officer=str(self.officer.currentData() or ""),
            order=self.order.currentData() or ("due" if clocks else "newest"),
            sensitive=bool(self.sensitive.currentData()),
            columns=self._columns(),
        )

    def _columns(self) -> tuple[str, ...]:
        """The chosen columns; blank while they are the ones that the list showed of itself."""
        chosen = [name for name, box in self.columns.items() if box.isChecked()]
        columns = tuple(one for one in COLUMNS if one in (*chosen, "number", "title"))
        usual = columns_of(replace(self._shown, columns=()))
        as_shown = columns == columns_of(self._shown)
        return () if columns == usual or (as_shown and not self._shown.columns) else columns

    def _refuse(self, why: Words) -> None:
        self.wrong.tell(why)
        self.wrong.show()

    def _touched(self) -> None:
        if not self._filling:
            self._show_days()
            self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        self.changed.emit()

    def _show_days(self) -> None:
        spans = self.period.currentData() == "span"
        for name, line in (("from", self.first), ("to", self.last)):
            line.setEnabled(spans)
            self._labels[name].setEnabled(spans)

    def _fill(self) -> None:
        from thana_desk.actions.wanted import may_sift_sensitive

        self._filling = True
        desk, shown = self._frame.desk, self._shown
        forms: list[tuple[Words, Any]] = [(words("list.every_form"), ())]
        if len(shown.forms) > 1:
            names = ", ".join(reading.first(desk.forms[one].short) for one in shown.forms)
            forms.append((words("wanted.several", names=names), shown.forms))
        readable = [form for code, form in desk.forms.items() if desk.may("read", code)]
        forms += [(form.short, (form.code,)) for form in readable]
        _offer(self.form, forms, shown.forms)
        periods = [(words("wanted.period.all"), "")]
        periods += [(words(f"wanted.period.{one}"), one) for one in PERIODS]
        _offer(self.period, periods, shown.period)
        states = [(words("wanted.state.all"), "")]
        states += [(words(f"wanted.state.{one}"), one) for one in STATES]
        _offer(self.state, states, shown.state)
        officers = [(words("wanted.every_officer"), ""), (words("wanted.me"), ME)]
        officers += [(one.name, one.user_id) for one in self._officers]
        _offer(self.officer, officers, shown.officer)
        orders = [one for one in ORDERS if one != "due" or shown.clocks]
        _offer(self.order, [(words(f"wanted.order.{one}"), one) for one in orders], shown.order)
        kinds = [(words("wanted.ask.sensitive_all"), False)]
        kinds += [(words("wanted.said.sensitive"), True)]
        _offer(self.sensitive, kinds, shown.sensitive)
        showing = columns_of(shown)
        for name, box in self.columns.items():
            box.setText(reading.first(words(f"wanted.column.{name}")))
            box.setChecked(name in showing)
            box.setVisible(name != "due" or bool(shown.clocks))
        allowed = may_sift_sensitive(desk)
        self.sensitive.setVisible(allowed)
        self._labels["sensitive"].setVisible(allowed)
        for line, text in (
            (self.first, when.day(shown.from_day)),
            (self.last, when.day(shown.to_day)),
            (self.section, shown.section),
        ):
            if not line.hasFocus():
                line.setText(text)
        self._show_days()
        self._filling = False

    def _retell(self) -> None:
        self.section.setPlaceholderText(reading.first(words("wanted.ask.section_hint")))
        if not self._filling:
            self._fill()


class _Choice(QComboBox):
    """A choice that leaves the keys of the page to the page: Qt would search for their letters."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _combo(letters: int) -> QComboBox:
    combo = _Choice()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    combo.setMaxVisibleItems(20)
    return combo


def _offer(combo: QComboBox, choices: list[tuple[Words, Any]], chosen: Any) -> None:
    """Offer these choices in the reader's language, the chosen one standing."""
    combo.clear()
    at = 0
    for number, (name, value) in enumerate(choices):
        combo.addItem(reading.first(name), value)
        if value == chosen:
            at = number
    combo.setCurrentIndex(at)


class AskLine(QFrame):
    """One line to type something into, shown when it is asked for; Enter takes it."""

    def __init__(
        self, asked: Words, take: Callable[[str], object], *more: QWidget, latin: bool = False
    ) -> None:
        super().__init__()
        from thana_desk.ui.typing import keep_latin

        self.line = QLineEdit()
        if latin:
            keep_latin(self.line)
        self.line.setAccessibleName(reading.both(asked))
        self.line.returnPressed.connect(lambda: take(self.line.text()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.pixels(8))
        layout.addWidget(Said(asked, place="alone"))
        layout.addWidget(self.line, 1)
        for one in more:
            layout.addWidget(one)
        self.hide()

    def ask(self, text: str = "") -> None:
        """Show the line with this text and put the hand in it."""
        self.line.setText(text)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
