"""The window itself: the entry, the desk and the lock, one of them at a time."""

from __future__ import annotations

import contextlib
import importlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.reading import reading
from thana_desk.ui.work import Work

if TYPE_CHECKING:
    from thana_desk.actions.clock import Clock
    from thana_desk.actions.desk import Desk
    from thana_desk.ui.frame import DeskFrame
    from thana_desk.ui.pages.lock import LockPage

WIDTH, HEIGHT = 1366, 768
"""The screen of the thana's PC; nothing of the window needs more."""

_PRELOADED = (
    "thana_desk.actions.homes",
    "thana_desk.actions.records",
    "thana_desk.actions.home",
    "thana_desk.actions.diary",
    "thana_desk.actions.syncing",
    "thana_desk.actions.keeping",
    "thana_desk.actions.searching",
    "thana_desk.ui.frame",
    "thana_desk.ui.pages.today",
    "thana_desk.storage.database",
)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIZE_KEYS = {
    (Qt.Key.Key_Plus, _CONTROL): lambda: reading.larger(1),
    (Qt.Key.Key_Equal, _CONTROL): lambda: reading.larger(1),  # the same key, Shift forgotten
    (Qt.Key.Key_Minus, _CONTROL): lambda: reading.larger(-1),
    (Qt.Key.Key_Underscore, _CONTROL): lambda: reading.larger(-1),
    (Qt.Key.Key_0, _CONTROL): reading.usual_size,
}
"""What these keys do on every page that has no other use for them."""

_STIRS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)


class MainWindow(QMainWindow):
    """Holds the home: draws the entry at once, the desk after the password, the lock over it.

    `clock` is the time of every desk that is signed in to here; without one, the PC's.
    """

    def __init__(self, home: Path, *, clock: Clock | None = None) -> None:
        super().__init__()
        self.home = home
        self._clock = clock
        self.work = Work(self)
        self.frame: DeskFrame | None = None
        self._lock: LockPage | None = None
        self._stirred = time.monotonic()
        self._drawn = False
        self._hand: QWidget | None = None
        self._size = reading.size
        self.cover = QStackedWidget()
        self.setCentralWidget(self.cover)
        self.setMinimumSize(1024, 600)
        self.resize(WIDTH, HEIGHT)
        self._idle = QTimer(self)
        self._idle.setInterval(5_000)
        self._idle.timeout.connect(self.lock_if_idle)
        self._idle.start()
        reading.changed.connect(self._dress)
        self._title()
        self.show_entry()

    # entry

    def show_entry(self, login: str = "") -> None:
        """The login, the first start, or word of a home that cannot be opened."""
        from thana_desk.actions import homes

        state = homes.home_state(self.home)
        if state is homes.HomeState.NEW:
            from thana_desk.ui.pages.first_start import FirstStartPage

            first = FirstStartPage(self.home, self.work)
            first.finished.connect(self.show_entry)
            self._cover(first)
        elif state is homes.HomeState.READY:
            from thana_desk.ui.pages.login import LoginPage

            thana, district = homes.place(self.home)
            entry = LoginPage(
                self.home,
                list(homes.logins(self.home)),
                self.work,
                words("frame.thana", thana=thana, district=district),
                demo=homes.is_demo(self.home),
                clock=self._clock,
            )
            entry.signed_in.connect(self.take_desk)
            self._cover(entry)
            if login:
                entry.choose(login)
        else:
            from thana_desk.ui.pages.damaged import DamagedPage

            self._cover(DamagedPage(self.home))

    def entry_page(self) -> Any:
        """The entry page that is shown: the login, the first start or word of damage."""
        return self.cover.currentWidget()

    def take_desk(self, desk: Desk) -> None:
        """Put this officer's desk into the window."""
        from thana_desk.ui.frame import DeskFrame

        frame = DeskFrame(desk, self.work)
        frame.lock_wanted.connect(self.lock)
        frame.role_wanted.connect(self._take_role)
        frame.leave_wanted.connect(self.leave_desk)
        self.frame = frame
        self._cover(frame)
        self._stirred = time.monotonic()
        frame.go("today")
        frame.refresh_status()

    def leave_desk(self) -> None:
        """Close the desk and show who can sign in."""
        frame = self.frame
        if frame is None:
            return
        frame.keep_typing()
        desk = frame.desk
        self.frame = None
        self.show_entry(desk.session.login)
        self.work.do(desk.close, lambda _none: None)

    # lock

    def lock(self) -> None:
        """Cover the desk; what was typed is kept and stays as it is."""
        from thana_desk.ui.pages.lock import LockPage

        frame = self.frame
        if frame is None or self.is_locked():
            return
        frame.keep_typing()
        self._hand = self.focusWidget()
        if self._lock is None:
            thana = frame.desk.thana
            self._lock = LockPage(
                self.work,
                words("frame.thana", thana=thana.name, district=thana.district),
                demo=frame.desk.demo,
            )
            self._lock.unlocked.connect(self._unlock)
            self._lock.other_wanted.connect(self.leave_desk)
            self.cover.addWidget(self._lock)
        desk = frame.desk

        def confirm(typed: str) -> bool:
            from thana_desk.actions import people

            return bool(people.confirm_password(desk, typed))

        self._lock.lock(desk.session.name, confirm)
        self.cover.setCurrentWidget(self._lock)
        self._lock.take_focus()

    def is_locked(self) -> bool:
        """Whether the lock covers the desk."""
        return self._lock is not None and self.cover.currentWidget() is self._lock

    def lock_if_idle(self, now: float | None = None) -> None:
        """Lock when nobody has touched keys or mouse for the reader's minutes."""
        still = (time.monotonic() if now is None else now) - self._stirred
        if self.frame is not None and still >= reading.lock_minutes * 60:
            self.lock()

    def _unlock(self) -> None:
        if self.frame is not None:
            self._stirred = time.monotonic()
            self.cover.setCurrentWidget(self.frame)
            hand = self._hand
            if hand is not None and shiboken6.isValid(hand) and self.frame.isAncestorOf(hand):
                hand.setFocus()
            else:
                self.frame.page().take_focus()

    # the window's own matters

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or movement shows that somebody is there."""
        if event.type() in _STIRS:
            self._stirred = time.monotonic()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Once drawn, load what the desk will need while the password is typed."""
        super().showEvent(event)
        if not self._drawn:
            self._drawn = True
            # Keys and mouse reach the system's window before any widget. A filter over the whole
            # application would see every event of every object, and cost a third of the start.
            handle = self.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
            QTimer.singleShot(50, self._preload)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with +, − and 0 changes the size of all text, also before anybody signed in."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        act = _SIZE_KEYS.get((Qt.Key(event.key()), held))
        if act is not None:
            act()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, then close the store."""
        if self.frame is not None:
            self.frame.keep_typing()
            desk = self.frame.desk
            self.work.do(desk.close, lambda _none: None)
            self.frame = None
        self.work.stop()
        super().closeEvent(event)

    def come_to_front(self) -> None:
        """Show the window before all others: somebody started the program again."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _preload(self) -> None:
        def load() -> None:
            for module in _PRELOADED:
                with contextlib.suppress(ImportError):
                    importlib.import_module(module)

        self.work.do(load, lambda _none: None)

    def _take_role(self, role: str) -> None:
        from thana_desk.ui.frame import BY_ORDER

        frame = self.frame
        if frame is None:
            return
        frame.keep_typing()
        if not role.startswith(BY_ORDER):
            frame.use_desk(frame.desk.in_role(role))
            return
        desk, order_id = frame.desk, role.removeprefix(BY_ORDER)

        def take_up() -> Desk:
            from thana_desk.actions import delegating

            return delegating.take_up(desk, order_id)

        self.work.do(take_up, frame.use_desk, owner=frame)

    def _cover(self, widget: QWidget) -> None:
        while (old := self.cover.widget(0)) is not None:
            self.cover.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lock = None
        self.cover.addWidget(widget)
        self.cover.setCurrentWidget(widget)
        take: Any = getattr(widget, "take_focus", None)
        if take is not None:
            take()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app)
        self._title()
        entry = self.cover.currentWidget()
        if self._size != reading.size and isinstance(entry, self._entries()):
            self.show_entry()
        self._size = reading.size

    def _entries(self) -> tuple[type[QWidget], ...]:
        """The entry pages that were ever imported and can be drawn anew without losing anything."""
        login = sys.modules.get("thana_desk.ui.pages.login")
        return (login.LoginPage,) if login is not None else ()

    def _title(self) -> None:
        self.setWindowTitle(reading.both(words("frame.window")))
