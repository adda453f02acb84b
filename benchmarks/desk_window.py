"""The program's own window over a sample home, drawn in memory, with an officer at the desk."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

# Before anything imports Qt: nothing is to appear on a screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shiboken6
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.floors import drain
from forms.kit.form import Form
from thana_desk.actions import demo
from thana_desk.ui.frame import DeskFrame
from thana_desk.ui.main_window import HEIGHT, WIDTH, MainWindow
from thana_desk.ui.reading import reading
from thana_desk.ui.start import application
from thana_desk.ui.typing import typing_of_program


@contextmanager
def desk_window(
    home: Path, role: str, more_forms: Mapping[str, Form] | None = None
) -> Iterator[DeskFrame]:
    """The desk of `role`, dressed and shown at 1366×768; `more_forms` stand in it by their code."""
    reading.load(None)
    application()
    typing_of_program().choose(hindi=False)
    desk = demo.sign_in(home, role)
    if more_forms:
        desk = replace(desk, forms={**desk.forms, **more_forms})
    window = MainWindow(home)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    window.take_desk(desk)
    frame = window.frame
    if frame is None:
        raise RuntimeError("the window took no desk")
    settle(frame)
    try:
        yield frame
    finally:
        window.close()
        shiboken6.delete(window)


def settle(frame: DeskFrame) -> None:
    """Serve the window until the store has answered and everything is painted."""
    drain()
    dispatcher = QApplication.eventDispatcher()
    while not frame.work.is_idle():
        dispatcher.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        drain()
