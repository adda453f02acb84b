"""Prints beside the window: pages made, sent and kept with their progress, stopped by Esc."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from thana_desk.actions.errors import Refused
from thana_desk.texts import words
from thana_desk.ui import press
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from forms.kit.words import Words
    from thana_desk.actions.print_jobs import Press
    from thana_desk.actions.print_orders import PrintOrder, Ticket
    from thana_desk.ui.frame import DeskFrame

_EVERY = 0.2
"""Seconds between two tellings of the progress: a fast printer would flicker."""


class PrintCentre(QObject):
    """The one place of a window from where paper leaves; one job runs at a time."""

    waiting_changed = Signal()
    _went_on = Signal(int)

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._halt: threading.Event | None = None
        self._told_at = 0.0
        self.press: Press = press.press
        self.printers: Callable[[], list[press.Printer]] = press.printers
        self._went_on.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made or sent."""
        return self._halt is not None

    def stop(self) -> bool:
        """Let the running job end after the page it is at; False where none runs."""
        if self._halt is None:
            return False
        self._halt.set()
        self._frame.say(words("prints.stopping"))
        return True

    def make(
        self,
        job: Callable[[Callable[[int], None]], Any],
        then: Callable[[Any], None],
        owner: QObject | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Make pages: `job` gets what it tells its pages to."""
        from thana_desk.actions.print_orders import Cancelled

        if not self._begin(words("preview.making")):
            return
        watch = self._watch(self._halt)

        def run() -> Any:
            try:
                return job(watch)
            except Cancelled:
                return None

        def done(made: Any) -> None:
            self._halt = None
            there = owner is None or shiboken6.isValid(owner)
            if made is None:
                self._frame.say(words("prints.making_stopped"))
                if stopped is not None and there:
                    stopped()
                return
            self._frame.message.close_it()
            if there:
                then(made)

        self._do(run, done)

    def print_out(self, order: PrintOrder, ticket: Ticket, then: Callable[[], object]) -> None:
        """Keep the order, print it or write its file; what cannot be done now waits."""
        desk = self._frame.desk

        def put() -> str:
            from thana_desk.actions import print_jobs

            return print_jobs.put(desk, order, ticket)

        self._run(put, ticket, then)

    def again(self, job_id: str, ticket: Ticket) -> None:
        """Print a waiting one."""
        self._run(lambda: job_id, ticket, lambda: None)

    def take_up(self) -> None:
        """After a sign-in: say what still waits to be printed."""
        desk = self._frame.desk

        def read() -> int:
            from thana_desk.actions import print_jobs

            print_jobs.take_up(desk)
            return len(print_jobs.waiting(desk))

        def told(count: int) -> None:
            if count:
                said = words("prints.wait", count=str(count))
                self._frame.say(said, "told", ((words("places.waiting"), self._to_waiting),))

        self._frame.work.do(read, told, owner=self, refused=lambda error: None)

    def _run(self, put: Callable[[], str], ticket: Ticket, then: Callable[[], object]) -> None:
        from thana_desk.actions.print_jobs import PressStopped
        from thana_desk.actions.print_orders import Cancelled

        if not self._begin(words("prints.sending")):
            return
        desk, door, watch = self._frame.desk, self.press, self._watch(self._halt)

        def run() -> tuple[int, str, Words | None]:
            from thana_desk.actions import print_jobs

            job_id = put()
            try:
                went = print_jobs.run(desk, job_id, door, watch)
            except Cancelled:
                return 0, "cancelled", None
            except PressStopped as stopped:
                return 0, stopped.problem, None
            except Refused as refused:
                return 0, "refused", refused.words
            return went.sent, "", None

        def done(found: tuple[int, str, Words | None]) -> None:
            sent, problem, why = found
            self._halt = None
            self.waiting_changed.emit()
            if problem:
                said = why or words(f"prints.problem.{problem}")
                waits = words("prints.kept_waiting", why=said)
                self._frame.say(waits, "wrong", ((words("places.waiting"), self._to_waiting),))
                return
            if ticket.target:
                self._frame.say(words("preview.kept", path=ticket.target), "done")
            else:
                said = words("preview.sent", count=str(sent), copies=str(ticket.count))
                self._frame.say(said, "done")
            then()

        self._do(run, done)

    def _begin(self, said: Words) -> bool:
        if self._halt is not None:
            self._frame.say(words("prints.runs_already"), "wrong")
            return False
        self._halt = threading.Event()
        self._frame.say(said)
        return True

    def _do(self, run: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def refused(error: Any) -> None:
            self._halt = None
            self._frame.refused(error)

        def whole() -> Any:
            try:
                return run()
            except Refused:
                raise
            except BaseException:
                self._halt = None
                raise

        self._frame.work.do(whole, done, owner=self, refused=refused, lane=Lane.PRINTS)

    def _watch(self, halt: threading.Event | None) -> Callable[[int], None]:
        from thana_desk.actions.print_orders import Cancelled

        def watch(count: int) -> None:
            if halt is not None and halt.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - self._told_at >= _EVERY:
                self._told_at = now
                self._went_on.emit(count)

        return watch

    def _tell(self, count: int) -> None:
        """Pages made count below nothing, pages sent above it."""
        halt = self._halt
        # Whoever went to another page is not called back to this one by its progress.
        if halt is None or halt.is_set() or self._frame.message.isHidden():
            return
        key = "prints.made" if count < 0 else "prints.gone_out"
        self._frame.say(words(key, count=str(abs(count))))

    def _to_waiting(self) -> None:
        self._frame.open_place("waiting")
