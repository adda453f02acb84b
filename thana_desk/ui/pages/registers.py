"""The bound books: choose one and a period, look at its pages, print or keep them as PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.register import Register
from thana_desk.actions.registers import register_list
from thana_desk.texts import words
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame


def known_registers() -> list[Register]:
    """Every register of the program."""
    from forms.registers import all_registers

    return list(all_registers().values())


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
        columns = [
            Column(words("registers.number"), 12, lambda one: one.number or "—", bold=True),
            Column(words("registers.name"), 50, lambda one: reading.first(one.words)),
            Column(words("forms.other_name"), 38, lambda one: reading.second(one.words)),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda _one: self._show())
        readable = register_list(frame.desk)
        self.model.show(readable)
        for number, one in enumerate(readable):
            if one.code == code:
                self.view.setCurrentIndex(self.model.index(number, 0))
        layout.addWidget(self.view, 1)
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Show the pages."""
        return [PageKey("F11", Qt.Key.Key_F11, words("registers.show"), self._show)]

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

        register = self.view.chosen()
        today = self.frame.desk.clock.now().date()
        first, last = (read_day(line.text(), today) for line in (self.first, self.last))
        if first is None or last is None or first > last:
            self.frame.say(words("registers.bad_days"), "wrong")
            (self.last if first is not None else self.first).setFocus()
        elif register is not None:
            open_register_paper(self.frame, register.code, first.isoformat(), last.isoformat())
