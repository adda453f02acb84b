"""The print log: who printed or kept what, when, on which printer; narrowed by officer, kind, day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from thana_desk.actions.print_log import KINDS, sees_all
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import PAGE, Column, RegisterView, WindowModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Said, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thana_desk.actions.print_log import PrintLine
    from thana_desk.ui.frame import DeskFrame

_MONTH = dt.timedelta(days=30)


class PrintLogPage(Page):
    """The lines of the log, newest first, of the last month unless other days are typed."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.prints"))
        layout = self.plain()
        self.total = Said(look="soft")
        self.heading(layout, self.total)
        self._all = sees_all(frame.desk)
        hint = "prints.log_hint" if self._all else "prints.own_hint"
        layout.addWidget(Said(words(hint), "soft", wrap=True))
        self.officer = _combo("prints.officer_asked", 20)
        self.officer.addItem(reading.first(words("prints.all_officers")), "")
        self.officer.setVisible(self._all)
        self.kind = _combo("prints.kind_asked", 14)
        self.kind.addItem(reading.first(words("prints.all_kinds")), "")
        for kind in KINDS:
            self.kind.addItem(reading.first(words(f"prints.kind.{kind}")), kind)
        today = frame.desk.clock.now().date()
        self.first, self.last = (_day_line(one) for one in (today - _MONTH, today))
        self.first.setAccessibleName(reading.both(words("registers.from")))
        self.last.setAccessibleName(reading.both(words("registers.to")))
        layout.addLayout(
            row(
                self.officer,
                self.kind,
                Said(words("registers.from"), place="alone"),
                self.first,
                Said(words("registers.to"), place="alone"),
                self.last,
                None,
            )
        )
        self.wrong = Said(words("prints.bad_day"), "wrong")
        self.wrong.hide()
        layout.addWidget(self.wrong)
        columns = [
            Column(words("prints.at"), 14, lambda one: _at(one.at)),
            Column(words("prints.officer"), 16, lambda one: reading.first(one.officer)),
            Column(words("prints.what"), 25, _what, bold=True),
            Column(words("prints.copy"), 12, lambda one: reading.first(one.copy)),
            Column(words("prints.amount"), 9, _amount),
            Column(words("prints.where"), 15, _where),
            Column(words("prints.state"), 11, _state, _state_tone),
        ]
        self.model = WindowModel(columns, self._fetch)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        layout.addWidget(self.view, 1)
        self.none = Said(words("prints.no_lines"), "soft")
        self.none.hide()
        layout.addWidget(self.none, 1)
        self.stand_on = self.view
        for combo in (self.officer, self.kind):
            combo.currentIndexChanged.connect(lambda _at: self.refresh())
        for line in (self.first, self.last):
            line.returnPressed.connect(self._narrowed)
        self._name_officers()

    def keys(self) -> list[PageKey]:
        """Put the hand where the log is narrowed."""
        return [PageKey("F7", Qt.Key.Key_F7, words("prints.narrow"), self._narrow)]

    def refresh(self) -> None:
        """Read the log again."""
        bad = self._days() is None
        self.wrong.setVisible(bad)
        if not bad:
            self.model.restart()

    def _narrow(self) -> None:
        (self.officer if self._all else self.kind).setFocus()

    def _narrowed(self) -> None:
        self.refresh()
        if self._days() is not None:
            self.view.setFocus()

    def _days(self) -> tuple[str, str] | None:
        from thana_desk.ui.pages.registers import read_day

        today = self.frame.desk.clock.now().date()
        first, last = read_day(self.first.text(), today), read_day(self.last.text(), today)
        if first is None or last is None:
            return None
        return first.isoformat(), last.isoformat()

    def _fetch(self, offset: int, take: Callable[[Sequence[PrintLine], int], None]) -> None:
        days = self._days()
        if days is None:
            return
        desk = self.frame.desk
        officer, kind = str(self.officer.currentData()), str(self.kind.currentData())

        def read() -> Any:
            from thana_desk.actions import print_log

            return print_log.lines(
                desk,
                officer=officer,
                kind=kind,
                first=days[0],
                last=days[1],
                limit=PAGE,
                offset=offset,
            )

        def took(found: Any) -> None:
            take(found.lines, found.total)
            self.total.tell(words("prints.total", count=f"{found.total:,}"))
            self.view.setVisible(found.total > 0)
            self.none.setVisible(found.total == 0)

        self.frame.work.do(read, took, owner=self)

    def _name_officers(self) -> None:
        if not self._all:
            return
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import print_log

            return print_log.officers(desk)

        def took(found: Any) -> None:
            for user_id, name in found:
                self.officer.addItem(reading.first(name), user_id)

        self.frame.work.do(read, took, owner=self)

    def _open(self, line: Any) -> None:
        if line.record_id:
            from thana_desk.ui.pages.record import RecordPage

            self.frame.open(RecordPage(self.frame, line.record_id))


def _combo(name: str, width: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(reading.both(words(name)))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(width)
    return made


def _day_line(day: dt.date) -> QLineEdit:
    line = QLineEdit(day.strftime("%d-%m-%Y"))
    keep_latin(line)
    line.setFixedWidth(130 * reading.size // 100)
    return line


def _at(at: str) -> str:
    found = when.parsed(at)
    return found.strftime("%d-%m-%Y %H:%M") if found else at


def _what(line: PrintLine) -> str:
    # The number first: a narrow column cuts the end off.
    return f"{line.number} {reading.first(line.paper)}".strip()


def _amount(line: PrintLine) -> str:
    return f"{line.count} × {line.sent}"


def _where(line: PrintLine) -> str:
    return line.printer or line.to.upper()


def _state(line: PrintLine) -> str:
    if line.reprint and line.state == "whole":
        return reading.first(words("prints.reprint", count=str(line.reprint)))
    return reading.first(words(f"prints.state.{line.state}"))


def _state_tone(line: PrintLine) -> str:
    return theme.INK_SOFT if line.state == "whole" and not line.reprint else theme.INK
