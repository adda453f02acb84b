"""The floor of a start: the smallest honest Qt program, one window with one line of Hindi.

With THANA_DESK_FIRST_PAINT=<file> it keeps the same contract as the program: when the first
paint is complete it writes the monotonic clock (nanoseconds) there and ends.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class FloorWindow(QMainWindow):
    """Tells once when it has been painted."""

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, tell)


def tell() -> None:
    """Keep the contract of THANA_DESK_FIRST_PAINT, if somebody asked."""
    file = os.environ.get("THANA_DESK_FIRST_PAINT")
    if file:
        Path(file).write_text(str(time.monotonic_ns()), encoding="ascii")
        QApplication.quit()


def main() -> int:
    app = QApplication(sys.argv)
    window = FloorWindow()
    window.resize(900, 600)
    window.setCentralWidget(QLabel("प्रथम सूचना रिपोर्ट — First Information Report"))
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
