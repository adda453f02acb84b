"""Open the window: the first picture before anything heavy is loaded, one window for one home."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from thana_desk.ui import theme
from thana_desk.ui.main_window import MainWindow
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from thana_desk.actions.desk import Desk

_READING = "window.ini"
_LOCK = "window.lock"


def application() -> QApplication:
    """The one application of this process, in the desk's dress."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Thana Desk")
        app.setDesktopFileName("thana-desk")
    theme.apply(app)
    return app


def run_window(home: Path) -> int:
    """Show the window for `home` until it is closed; the exit code.

    A second start for the same home raises the first window and ends with 0.
    """
    home.mkdir(parents=True, exist_ok=True)
    reading.load(home / _READING)
    app = application()
    lock = QLockFile(str(home / _LOCK))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if raise_other(home):
            return 0
        # The first program died without a word: its lock names a process that is gone.
        lock.removeStaleLockFile()
        if not lock.tryLock(1000):
            return 1
    window = MainWindow(home)
    window.show()
    # The door for a second start opens after the first picture: its library is not needed before.
    QTimer.singleShot(200, window, lambda: listen(home, window))
    try:
        return app.exec()
    finally:
        lock.unlock()


def _door(home: Path) -> str:
    """The name under which the window of this home can be called, the same for every spelling."""
    import hashlib

    person = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    named = f"{home.resolve()}|{person}".encode()
    return f"thana-desk-{hashlib.sha256(named).hexdigest()[:24]}"


def raise_other(home: Path) -> bool:
    """Call the window that is open for `home` to the front; False where none answers."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_door(home))
    if not socket.waitForConnected(1500):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(1500)
    socket.disconnectFromServer()
    return True


def listen(home: Path, window: MainWindow) -> "QLocalServer | None":
    """Wait for a second start to call `window`; None where the system gives no such door."""
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(window)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(_door(home)):
        QLocalServer.removeServer(_door(home))
        if not server.listen(_door(home)):
            return None

    def called() -> None:
        while (caller := server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
        window.come_to_front()

    server.newConnection.connect(called)
    return server


def render_screens(out: Path, home: Path, sign_in: "Callable[[str], Desk]") -> list[Path]:
    """Draw every screen of every role into `out` as PNG files, 1366×768, and give their paths.

    `sign_in` opens the desk of a role. Hindi first and English first at 100 %, Hindi at 150 %.
    Run it where `QT_QPA_PLATFORM` is `offscreen`.
    """
    from thana_desk.ui.gallery import draw_all

    return draw_all(out, home, sign_in)
