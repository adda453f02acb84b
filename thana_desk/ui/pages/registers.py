"""The bound books and returns: choose one and a period, look at its pages, print or keep them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.register import Register
from forms.kit.returns import Return
from thana_desk.actions.registers import register_list
from thana_desk.actions.returns import return_list
from thana_desk.texts import words
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame


def known_registers() -> list[Register]:
    """Every register of the program."""
    from thana_desk.actions.registers import on_the_shelves

    return on_the_shelves()


def read_day(typed: str, today: dt.date) -> dt.date | None:
    """A day as the desk types it: `22112026`, `22-11-26`, `22/11`, `+1`, `-1`, `आज`, `कल`."""
    text = typed.strip()
    if text in ("", "आज", "today"):
        return today
    if text in ("कल", "yesterday"):
        return today - dt.timedelta(days=1)
    if text[0] in "+-" and text[1:].isdigit():
        return today + dt.timedelta(days=int(text))
    digits = text.replace("/", "-").replace(".", "-")
    if digits.isdigit() and len(digits) in (6, 8):
        digits = f"{digits[:2]}-{digits[2:4]}-{digits[4:]}"
    parts = digits.split("-")
    if len(parts) == 2:
        parts.append(str(today.year))
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    day, month, year = (int(part) for part in parts)
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


class RegistersPage(Page):
    """The list of registers with the period beside it; Enter shows the pages."""

    def __init__(self, frame: DeskFrame, code: str = "") -> None:
        super().__init__(frame, words("places.registers"))
        layout = self.plain()
        show = Push(words("registers.show"), self._show, key="F11", look="main")
        self.heading(layout, show)
        layout.addWidget(Said(words("registers.hint"), "soft", wrap=True))
        today = frame.desk.clock.now().date().strftime("%d-%m-%Y")
        self.first, self.last = QLineEdit(today), QLineEdit(today)
        pieces: list[Said | QLineEdit | Push | None] = []
        for name, line in (("from", self.first), ("to", self.last)):
            label = Said(words(f"registers.{name}"))
            label.setBuddy(line)
            line.setAccessibleName(reading.both(words(f"registers.{name}")))
            line.setFixedWidth(140 * reading.size // 100)
            line.returnPressed.connect(self._show)
            pieces += [label, line]
        for name in ("today", "month", "year"):
            pieces.append(Push(words(f"registers.{name}"), self._filler(name), second=False))
        layout.addLayout(row(*pieces, None))
        self.finder = QLineEdit()
        self.finder.setAccessibleName(reading.both(words("registers.find")))
        self.finder.setPlaceholderText(reading.first(words("registers.find")))
        self.finder.textChanged.connect(lambda _text: self._narrow())
        self.finder.returnPressed.connect(self._show)
        layout.addWidget(self.finder)
        columns = [
            Column(words("registers.shelf"), 12, _shelf),
            Column(words("registers.number"), 8, _number, bold=True),
            Column(words("registers.name"), 44, lambda one: reading.first(one.words)),
            Column(words("forms.other_name"), 36, lambda one: reading.second(one.words)),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda _one: self._show())
        self._readable: list[Register | Return] = [
            *register_list(frame.desk),
            *return_list(frame.desk),
        ]
        self.model.show(self._readable)
        for number, one in enumerate(self._readable):
            if one.code == code:
                self.view.setCurrentIndex(self.model.index(number, 0))
        layout.addWidget(self.view, 1)
        self.place = QLineEdit()
        keep_latin(self.place)
        self.place.setAccessibleName(reading.both(words("registers.place")))
        self.place.returnPressed.connect(self._keep)
        self._place_label = Said(words("registers.place"), place="alone")
        place_line = row(self._place_label, self.place)
        place_line.setStretch(1, 1)
        layout.addLayout(place_line)
        self._place_label.hide()
        self.place.hide()
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Show the pages, keep the lines as a table, look for a register."""
        return [
            PageKey("F11", Qt.Key.Key_F11, words("registers.show"), self._show),
            PageKey("F7", Qt.Key.Key_F7, words("registers.find"), self.finder.setFocus),
            PageKey(
                "Ctrl+S", Qt.Key.Key_S, words("registers.table"), self._ask_place, with_ctrl=True
            ),
        ]

    def _narrow(self) -> None:
        """Show the registers in whose names, number or code every typed word occurs."""
        from thana_desk.hindi.fold import fold

        wanted = fold(self.finder.text()).split()
        self.model.show(
            [
                one
                for one in self._readable
                if all(
                    word in fold(f"{one.words.hi} {one.words.en} {_number(one)} {one.code}")
                    for word in wanted
                )
            ]
        )
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _ask_place(self) -> None:
        register = self.view.chosen()
        if not isinstance(register, Register):
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.place.setText(str(Path(folder) / f"{register.code}.xlsx"))
        for part in (self._place_label, self.place):
            part.show()
        self.place.setFocus()
        self.place.selectAll()

    def _keep(self) -> None:
        register, days = self.view.chosen(), self._days()
        if not isinstance(register, Register) or days is None:
            return
        target = Path(self.place.text().strip()).expanduser()
        desk = self.frame.desk

        def run() -> int:
            from thana_desk.actions import print_jobs
            from thana_desk.actions.print_orders import REGISTER, PrintOrder

            first, last = days[0].isoformat(), days[1].isoformat()
            order = PrintOrder(REGISTER, register.code, register.words, first=first, last=last)
            return print_jobs.hand_out(desk, order, target).sent

        def done(lines: int) -> None:
            for part in (self._place_label, self.place):
                part.hide()
            self.view.setFocus()
            self.frame.say(words("registers.kept", count=str(lines), path=str(target)), "done")

        self.frame.work.do(run, done, owner=self)

    def _filler(self, name: str) -> Callable[[], None]:
        def fill() -> None:
            today = self.frame.desk.clock.now().date()
            first = {
                "today": today,
                "month": today.replace(day=1),
                "year": today.replace(month=1, day=1),
            }[name]
            self.first.setText(first.strftime("%d-%m-%Y"))
            self.last.setText(today.strftime("%d-%m-%Y"))
            self.view.setFocus()

        return fill

    def _show(self) -> None:
        from thana_desk.ui.pages.preview import open_register_paper
        from thana_desk.ui.pages.returns import ReturnPage

        register, days = self.view.chosen(), self._days()
        if register is not None and days is not None:
            first, last = (day.isoformat() for day in days)
            if isinstance(register, Return):
                self.frame.open(ReturnPage(self.frame, register, first, last))
            else:
                open_register_paper(self.frame, register.code, first, last)

    def _days(self) -> tuple[dt.date, dt.date] | None:
        """The period written; None where it cannot be read, and that is said."""
        today = self.frame.desk.clock.now().date()
        first, last = (read_day(line.text(), today) for line in (self.first, self.last))
        if first is not None and last is not None and first <= last:
            return first, last
        self.frame.say(words("registers.bad_days"), "wrong")
        (self.last if first is not None else self.first).setFocus()
        return None


def _shelf(one: Register | Return) -> str:
    return reading.first(words("returns.shelf") if isinstance(one, Return) else one.shelf.value)


def _number(one: Register | Return) -> str:
    return "" if isinstance(one, Return) else one.number
