"""The floors of the window: one line to write in and a table of constants, measured when asked.

    python -m benchmarks.floors [dressed]

Each line on standard input is `open` or `key` for the line to write in, `table`, `page` or
`jump SHARE` (0 to 1) for the table of constants; the answer is the milliseconds until it was painted, by
the wall and by the processor. `dressed` wears the program's style sheet. The floors run beside the
program in a process of their own, because changing the style sheet there would make the program
dress itself anew.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from benchmarks.screen import own_environment, python

WIDTH, HEIGHT = 1366, 768
ROWS = 100_000
ROW_HEIGHT = 34
_CELLS = (
    "प्रपत्र",
    "0001/2026",
    "22-11 10:42",
    "नमूना कुमार बनाम अज्ञात",
    "हे0का0 नमूना राम",
    "○ भेजना शेष",
)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Took(NamedTuple):
    """Milliseconds by the clock on the wall, and of the processor, all threads together.

    Where other programs run as well, what takes long is interrupted more often than what is
    short; the processor's share tells the two apart.
    """

    wall: float
    cpu: float


def timed(act: Callable[[], object], then: Callable[[], object]) -> Took:
    """How long `act` takes, and serving the window with `then` until all is painted."""
    began, began_cpu = time.perf_counter(), time.process_time()
    act()
    then()
    return Took((time.perf_counter() - began) * 1000, (time.process_time() - began_cpu) * 1000)


class Floor:
    """The windows of another process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def open(self) -> Took:
        """From nothing to a painted window."""
        return self._asked("open")

    def key(self) -> Took:
        """From a key to its letter painted."""
        return self._asked("key")

    def table(self) -> Took:
        """From nothing to a painted table of constants."""
        return self._asked("table")

    def page(self) -> Took:
        """A page further down in the table."""
        return self._asked("page")

    def jump(self, share: float) -> Took:
        """To a row in the table, by its share of all."""
        return self._asked(f"jump {share}")

    def _asked(self, what: str) -> Took:
        asks, tells = self._process.stdin, self._process.stdout
        if asks is None or tells is None:
            raise RuntimeError("the floor has no pipes")
        asks.write(f"{what}\n")
        asks.flush()
        wall, cpu = tells.readline().split()
        return Took(float(wall), float(cpu))


@contextmanager
def floor(*, dressed: bool) -> Iterator[Floor]:
    """Another process that measures the floor on demand, with the program's dress or without."""
    command = python("-m", "benchmarks.floors", *(["dressed"] if dressed else []))
    with subprocess.Popen(
        command,
        env=own_environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Floor(process)
        finally:
            process.terminate()


def drain() -> None:
    """Serve the window until nothing is left to do, painting and clearing away included."""
    dispatcher = QApplication.eventDispatcher()
    busy = True
    while busy:
        busy = dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Constants(QAbstractTableModel):
    """What a table costs through Python when every cell says the same."""

    def rowCount(self, _parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's own name
        return ROWS

    def columnCount(self, _parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's own name
        return len(_CELLS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return _CELLS[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def _table() -> QTableView:
    table = QTableView()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.setModel(_Constants(table))
    table.resize(WIDTH, HEIGHT)
    return table


def _make() -> QWidget:
    window = QWidget()
    layout = QFormLayout(window)
    layout.addRow("शिकायतकर्ता का नाम", QLineEdit())
    window.resize(WIDTH, HEIGHT)
    return window


def _opened(make: Callable[[], QWidget]) -> Took:
    """Show a new window, and close it again."""
    opened: list[QWidget] = []

    def show() -> None:
        opened.append(make())
        opened[0].show()

    took = timed(show, drain)
    opened[0].close()
    opened[0].deleteLater()
    drain()
    return took


def _key(line: QLineEdit) -> Took:
    took = timed(lambda: QTest.keyClick(line, Qt.Key.Key_X), drain)
    line.clear()
    drain()
    return took


def scroll_to(table: QTableView, share: float) -> None:
    """Move the scroll bar to a share of its whole way."""
    bar = table.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


def page_down(table: QTableView) -> None:
    """Move the scroll bar by a page."""
    bar = table.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())


def main() -> int:
    """Answer until the pipe is closed."""
    app = QApplication(sys.argv[:1])
    if "dressed" in sys.argv[1:]:
        from thana_desk.ui import theme

        theme.apply(app)
    written, table = _make(), _table()
    for window in (table, written):
        window.show()
    line = written.findChild(QLineEdit)
    if line is None:
        return 1
    line.setFocus()
    drain()
    for asked in sys.stdin:
        what, _, share = asked.strip().partition(" ")
        if what == "open":
            took = _opened(_make)
        elif what == "key":
            took = _key(line)
        elif what == "table":
            took = _opened(_table)
        elif what == "page":
            scroll_to(table, 0)
            drain()
            took = timed(lambda: page_down(table), drain)
        else:
            took = timed(partial(scroll_to, table, float(share)), drain)
        print(*took, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
