"""Prints that were not finished: print one again, on a printer that is there, or throw it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from thana_desk.texts import words
from thana_desk.ui import when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.actions.print_jobs import Waiting
    from thana_desk.ui.frame import DeskFrame


class WaitingPrintsPage(Page):
    """The officer's own waiting prints, oldest first; Enter prints, Del throws away."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.waiting"))
        layout = self.plain()
        self.again_push = Push(words("prints.again"), self._again, key="F11", look="main")
        self.heading(layout, self.again_push)
        layout.addWidget(Said(words("prints.waiting_hint"), "soft", wrap=True))
        self.printer = QComboBox()
        self.printer.setAccessibleName(reading.both(words("preview.printer")))
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.printer.setMinimumContentsLength(22)
        for one in frame.prints.printers():
            self.printer.addItem(one.name, one.name)
            if one.usual:
                self.printer.setCurrentIndex(self.printer.count() - 1)
        if not self.printer.count():
            self.printer.addItem(reading.first(words("preview.no_printer")), "")
            self.printer.setEnabled(False)
        layout.addLayout(row(Said(words("preview.printer"), place="alone"), self.printer, None))
        columns = [
            Column(words("prints.what"), 26, lambda one: reading.first(one.name), bold=True),
            Column(words("prints.where"), 18, _where),
            Column(words("prints.since"), 10, lambda one: when.short(one.at, _today(frame))),
            Column(words("prints.why"), 46, _why),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda _one: self._again())
        self.none = Said(words("prints.none_waiting"), "soft", wrap=True)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view
        frame.prints.waiting_changed.connect(self.refresh)

    def keys(self) -> list[PageKey]:
        """Print again, throw away."""
        return [
            PageKey("F11", Qt.Key.Key_F11, words("prints.again"), self._again),
            PageKey("Del", Qt.Key.Key_Delete, words("prints.drop"), self._ask_drop),
        ]

    def refresh(self) -> None:
        """Read again what waits."""
        desk = self.frame.desk

        def read() -> list[Waiting]:
            from thana_desk.actions import print_jobs

            return print_jobs.waiting(desk)

        self.frame.work.do(read, self._take, owner=self)

    def _take(self, found: list[Waiting]) -> None:
        at = self.view.currentIndex().row()
        self.model.show(found)
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.view.setCurrentIndex(self.model.index(min(max(at, 0), len(found) - 1), 0))

    def _again(self) -> None:
        job: Any = self.view.chosen()
        if job is None:
            return
        desk, printer = self.frame.desk, str(self.printer.currentData() or "")
        if job.ticket.target or not printer:
            self.frame.prints.again(job.job_id, job.ticket)
            return

        def send() -> None:
            from thana_desk.actions import print_jobs

            print_jobs.send_to(desk, job.job_id, printer)

        def done(_none: None) -> None:
            self.frame.prints.again(job.job_id, job.ticket)

        self.frame.work.do(send, done, owner=self)

    def _ask_drop(self) -> None:
        job: Any = self.view.chosen()
        if job is None:
            return
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import print_jobs

            print_jobs.drop(desk, job.job_id)

        def then() -> None:
            self.frame.work.do(run, lambda _none: self.refresh(), owner=self)
            self.view.setFocus()

        self.frame.ask(words("prints.drop_ask", name=job.name), words("prints.drop"), then)


def _today(frame: DeskFrame) -> Any:
    return frame.desk.clock.now().date()


def _where(job: Waiting) -> str:
    return job.ticket.target or job.ticket.printer


def _why(job: Waiting) -> str:
    return reading.first(words(f"prints.problem.{job.problem or 'interrupted'}"))
