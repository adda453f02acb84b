"""Work beside the window: the only threads of the program; every result returns to the window's own."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal

if TYPE_CHECKING:
    import queue

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Whose turn it is: jobs of one lane run one after the other, lanes beside each other."""

    STORE = "store"  # reads and saves; never waits for a network
    LINK = "link"  # sync, which may wait long for an answer
    PRINTS = "prints"  # pages made and sent, which may be many and slow
    DEVICES = "devices"  # the camera and the scanner's folder, which may not answer at all


@dataclass(frozen=True, slots=True)
class _Outcome:
    owner: QObject | None
    then: Callable[[Any], None]
    refused: Callable[[Any], None] | None
    value: Any
    error: BaseException | None


class Work(QObject):
    """Runs jobs off the window's thread.

    `do` hands a job over; `then` gets its value on the window's thread. An error of the kind
    `actions.errors.Refused` goes to `refused`, or where that is missing to the signal of the
    same name; any other error is logged by its kind (never its text, which may hold names) and
    announced by `broke`. Nothing is delivered to an owner that has been deleted meanwhile.
    """

    refused = Signal(object)
    broke = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[Lane, queue.SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: dict[Lane, threading.Thread] = {}
        self._open = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        job: Callable[[], _T],
        then: Callable[[_T], None],
        *,
        owner: QObject | None = None,
        refused: Callable[[Any], None] | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        """Run `job` on `lane` and give its value to `then`."""
        self._open += 1
        if lane not in self._threads:
            self._start(lane)

        def run() -> None:
            try:
                outcome = _Outcome(owner, then, refused, job(), None)
            except Exception as error:
                outcome = _Outcome(owner, then, refused, None, error)
            if shiboken6.isValid(self):
                self._finished.emit(outcome)

        self._jobs[lane].put(run)

    def is_idle(self) -> bool:
        """Whether nothing is running, waiting or undelivered."""
        return self._open == 0

    def settle(self, seconds: float = 30.0) -> bool:
        """Serve the window's events until everything handed over is done; False after `seconds`."""
        end = time.monotonic() + seconds
        while not self.is_idle():
            if time.monotonic() > end:
                return False
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.001)
        QCoreApplication.processEvents()
        return True

    def stop(self, seconds: float = 5.0) -> None:
        """Let every lane finish the job it is at and end; what waits behind it is still done."""
        for lane, jobs in self._jobs.items():
            jobs.put(None)
            self._threads[lane].join(seconds)
        self._jobs.clear()
        self._threads.clear()

    def _start(self, lane: Lane) -> None:
        import queue  # not before the first picture

        jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()

        def serve() -> None:
            while (job := jobs.get()) is not None:
                job()

        thread = threading.Thread(target=serve, name=f"thana-desk-{lane}", daemon=True)
        self._jobs[lane] = jobs
        self._threads[lane] = thread
        thread.start()

    def _deliver(self, outcome: _Outcome) -> None:
        self._open -= 1
        if outcome.owner is not None and not shiboken6.isValid(outcome.owner):
            return
        if outcome.error is None:
            outcome.then(outcome.value)
            return
        from thana_desk.actions.errors import Refused

        if isinstance(outcome.error, Refused):
            if outcome.refused is not None:
                outcome.refused(outcome.error)
            else:
                self.refused.emit(outcome.error)
        else:
            _log.error("a job beside the window failed: %s", _whereabouts(outcome.error))
            self.broke.emit()


def _whereabouts(error: BaseException) -> str:
    """The kind of error and the place in the program, without its text."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return type(error).__name__
    return f"{type(error).__name__} at {place.tb_frame.f_code.co_qualname}:{place.tb_lineno}"
