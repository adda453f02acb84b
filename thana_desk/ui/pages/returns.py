"""A return on the screen: each figure, the records behind it, and giving it otherwise with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from forms.kit.returns import Return
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.lines import form_name, numbered, titled
from thana_desk.ui.parts import Asked, Push, Said, Sheet
from thana_desk.ui.reading import reading
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


@dataclass(frozen=True, slots=True)
class _Shown:
    """One figure as a line: what is counted, under which heading."""

    what: Words
    heading: Words
    figure: Any


class ReturnPage(Page):
    """The figures; Enter shows the records behind one, F6 gives it otherwise, F11 shows the paper."""

    def __init__(self, frame: DeskFrame, wanted: Return, first: str, last: str) -> None:
        super().__init__(frame, wanted.words)
        self._wanted, self._first, self._last = wanted, first, last
        layout = self.plain()
        self.heading(layout, Push(words("returns.paper"), self._show_paper, key="F11", look="main"))
        layout.addWidget(Said(words("returns.hint"), "soft", wrap=True))
        self.model = RowsModel(
            [
                Column(words("returns.what"), 44, lambda one: reading.first(one.what), bold=True),
                Column(words("returns.heading"), 22, lambda one: reading.first(one.heading)),
                Column(words("returns.counted"), 12, lambda one: str(one.figure.counted)),
                Column(words("returns.given"), 12, _given, bold=True),
                Column(words("returns.why"), 30, _why),
            ]
        )
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        layout.addWidget(self.view, 1)
        self.given, self.reason = QLineEdit(), QLineEdit()
        self.given.setValidator(QIntValidator(0, 9_999_999, self))
        self.given.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._change)
        asked = Asked()
        asked.add(words("returns.given"), self.given)
        asked.add(words("returns.reason"), self.reason, words("returns.reason_hint"))
        self.sheet = Sheet(words("returns.otherwise"))
        self.sheet.add(asked)
        layout.addWidget(self.sheet)
        self.sheet.hide()
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """The paper, and giving a figure otherwise."""
        return [
            PageKey("F11", Qt.Key.Key_F11, words("returns.paper"), self._show_paper),
            PageKey("F6", Qt.Key.Key_F6, words("returns.otherwise"), self._ask),
        ]

    def refresh(self) -> None:
        """Count again."""
        desk, code, days = self.frame.desk, self._wanted.code, (self._first, self._last)

        def read() -> Any:
            from thana_desk.actions import returns

            return returns.figures(desk, code, *days)

        self.frame.work.do(read, self._take, owner=self, lane=Lane.LINK)

    def _take(self, counted: Any) -> None:
        at = self.view.currentIndex().row()
        self.model.show(
            [
                _Shown(row.words, heading, figure)
                for row, found in zip(self._wanted.rows, counted, strict=True)
                for heading, figure in zip(self._wanted.columns, found, strict=True)
            ]
        )
        self.view.setCurrentIndex(self.model.index(max(at, 0), 0))

    def _open(self, shown: _Shown) -> None:
        if shown.figure.records:
            said = Words(f"{shown.what.hi} · {shown.heading.hi}", f"{shown.what.en}")
            self.frame.open(BehindPage(self.frame, said, shown.figure.records))
        else:
            self.frame.say(words("returns.nothing_behind"))

    def _ask(self) -> None:
        shown = self.view.chosen()
        if shown is None:
            return
        self.given.setText(str(shown.figure.given))
        self.reason.clear()
        self.sheet.show()
        self.given.setFocus()
        self.given.selectAll()

    def _change(self) -> None:
        shown = self.view.chosen()
        if shown is None or not self.given.text():
            return
        desk, code, days = self.frame.desk, self._wanted.code, (self._first, self._last)
        key, given, reason = shown.figure.key, int(self.given.text()), self.reason.text().strip()
        if not reason:
            self.frame.say(words("returns.no_reason"), "wrong")
            return

        def run() -> Any:
            from thana_desk.actions import returns

            return returns.change_figure(desk, code, *days, key, given, reason)

        def done(_made: Any) -> None:
            self.sheet.hide()
            self.view.setFocus()
            self.refresh()

        self.frame.work.do(run, done, owner=self)

    def _show_paper(self) -> None:
        from thana_desk.ui.pages.preview import open_return_paper

        open_return_paper(self.frame, self._wanted, self._first, self._last)


class BehindPage(Page):
    """The records behind a figure; Enter opens one."""

    def __init__(self, frame: DeskFrame, title: Words, record_ids: tuple[str, ...]) -> None:
        super().__init__(frame, title)
        self._ids = record_ids
        layout = self.plain()
        self.heading(layout)
        self.model = RowsModel(
            [
                Column(words("list.form"), 24, lambda one: form_name(frame, one.form_code)),
                Column(words("list.number"), 16, numbered, bold=True),
                Column(words("list.at"), 14, lambda one: when.short(one.registered_at)),
                Column(words("list.title"), 46, titled),
            ]
        )
        self.view = RegisterView(self.model, title)
        self.view.opened.connect(self._open)
        layout.addWidget(self.view, 1)
        self.stand_on = self.view

    def refresh(self) -> None:
        """Read the records."""
        desk, ids = self.frame.desk, self._ids

        def read() -> Any:
            from thana_desk.actions import records

            return records.lines_of(desk, ids)

        self.frame.work.do(read, self.model.show, owner=self)

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, line.record_id))


def _given(one: _Shown) -> str:
    return f"{one.figure.given}{' *' if one.figure.change else ''}"


def _why(one: _Shown) -> str:
    change = one.figure.change
    return f"{change.reason} · {reading.first(change.by)}" if change else ""
