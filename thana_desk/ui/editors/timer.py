"""A timer that runs once each time it is started."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, wait: int, act: Callable[[], object]) -> QTimer:
    """A timer of `wait` milliseconds that calls `act`; starting it again begins anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(act)
    return timer
