"""The desk of one signed-in officer: the frame of screens.md with one page at a time inside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.bars import Foot, Message, SideColumn, StatusLine, StatusPart, TopLine, Trail
from thana_desk.ui.goto import GoTo
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.places import PLACES, desk_of
from thana_desk.ui.print_centre import PrintCentre
from thana_desk.ui.reading import reading, size_like
from thana_desk.ui.typing import TypingLabel, typing_of_program
from thana_desk.ui.work import Lane, Work

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk

_STATUS_EVERY = 60_000
_LINK_EVERY = 300_000


BY_ORDER = "order:"
"""Stands before an order's id where a role is asked for that the order gives."""


class DeskFrame(QWidget):
    """Everything around the page, and the trail of pages; pages reach the desk through it."""

    lock_wanted = Signal()
    role_wanted = Signal(str)
    leave_wanted = Signal()

    def __init__(self, desk: Desk, work: Work) -> None:
        super().__init__()
        self.desk = desk
        self.work = work
        self._trail: list[Page] = []
        self._root = "today"
        self._saved_at = ""
        self._status: Any = None
        self._backup: Any = None
        self._link_busy = False
        self._layout: tuple[str, bool] | None = None
        self._own_size: int | None = None  # not known before the store was asked
        self.begun_corrections: dict[str, tuple[dict[str, Any], str]] = {}

        self.typing = typing_of_program()
        self.top = TopLine(self.go_to, self._person_menu, TypingLabel(self.typing))
        self.side = SideColumn()
        self.trail = Trail()
        self.message = Message()
        self.pages = QStackedWidget()
        self.foot = Foot()
        self.status = StatusLine()
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.trail, self.message):
            middle.addWidget(part)
        middle.addWidget(self.pages, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top, 0, 0, 1, 2)
        grid.addWidget(self.side, 1, 0)
        grid.addLayout(middle, 1, 1)
        grid.addWidget(self.foot, 2, 0, 1, 2)
        grid.addWidget(self.status, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.box = GoTo(self)
        self.prints = PrintCentre(self)

        self.side.chosen.connect(self.go)
        self.status.opened.connect(self.open_place)
        self.trail.stepped.connect(self._step_to)
        work.refused.connect(self.refused)
        work.broke.connect(self._broke)
        reading.changed.connect(self._retell)
        self.typing.changed.connect(self._keep_layout)
        self.typing.forgotten.connect(self._forget_word)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.top.tick)
        self._minute.start(5_000)
        self._status_timer = QTimer(self)
        self._status_timer.timeout.connect(self.refresh_status)
        self._status_timer.timeout.connect(self._keep_words)
        self._status_timer.start(_STATUS_EVERY)
        self._link_timer = QTimer(self)
        self._link_timer.timeout.connect(self._watch_link)
        self._link_timer.start(_LINK_EVERY)
        self._name_desk()
        self._take_up_typing()
        self.prints.take_up()

    # going

    def go(self, place: str) -> None:
        """Begin a new trail at this place of the desk."""
        self._leave_top()
        self._root = place
        self._drop(0)
        self._push(PLACES[place].make(self))

    def open_place(self, place: str) -> None:
        """Open a place on top of what is open; one that is open already is gone back to."""
        if self._trail and type(self._trail[-1]).__name__ == PLACES[place].kind:
            self._trail[-1].refresh()
            return
        self.open(PLACES[place].make(self))

    def open(self, page: Page) -> None:
        """Put a page on the trail."""
        self._leave_top()
        self._push(page)

    def replace(self, page: Page) -> None:
        """Put a page in the place of the last one: a form that became a record."""
        self._leave_top()
        self._drop(len(self._trail) - 1)
        self._push(page)

    def replace_two(self, page: Page) -> None:
        """Put a page in the place of the last two: a form and the page that was opened from it."""
        self._leave_top()
        self._drop(max(len(self._trail) - 2, 0))
        self._push(page)

    def back(self) -> None:
        """One step back along the trail; at its beginning, to today."""
        if not self.message.isHidden():
            if self.prints.stop():
                return
            self.message.close_it()
            self.page().take_focus()
            return
        if len(self._trail) > 1:
            self._step_to(len(self._trail) - 2)
        elif self._root != "today":
            self.go("today")

    def page(self) -> Page:
        """The page in front."""
        return self._trail[-1]

    def go_to(self) -> None:
        """Open the Go-to box."""
        self.box.open_box()

    # saying

    def say(
        self,
        what: Words,
        tone: str = "told",
        answers: Sequence[tuple[Words, Callable[[], object]]] = (),
    ) -> None:
        """Tell something above the page; `tone` is `told`, `done` or `wrong`."""
        self.message.say(what, tone, answers)

    def ask(self, what: Words, yes: Words, then: Callable[[], object]) -> None:
        """Confirm what cannot be undone; `what` names the thing, Enter means no."""
        self.message.say(
            what,
            "wrong",
            ((yes, then), (words("frame.no"), self.page().take_focus)),
            ask=True,
        )

    def refused(self, error: Any) -> None:
        """Say why an action was not done."""
        self.say(error.words, "wrong")

    def saved(self, at: str) -> None:
        """The hour of the last save, for the status line."""
        self._saved_at = at
        self._show_status()

    def _broke(self) -> None:
        self.say(words("frame.broke"), "wrong")

    # the state of things

    def refresh_status(self) -> None:
        """Read link, pending and backup again."""
        desk = self.desk

        def read() -> tuple[Any, Any]:
            from thana_desk.actions import keeping, syncing

            return syncing.status(desk), keeping.last_backup(desk)

        self.work.do(read, self._take_status, owner=self, refused=lambda error: None)

    def use_desk(self, desk: Desk) -> None:
        """Go on with the same officer in another role."""
        self.desk = desk
        self._name_desk()
        self.go("today")

    def _take_up_typing(self) -> None:
        """Read and type as this officer did last, and offer the words typed here before."""
        desk = self.desk

        def read() -> tuple[Any, dict[str, int], int | None]:
            from thana_desk.actions import eyes, typing_words

            size = eyes.text_size(desk)
            return typing_words.choice(desk), typing_words.learned(desk), size

        def took(found: tuple[Any, dict[str, int], int | None]) -> None:
            chosen, learned, size = found
            self._own_size = size_like(size) if size is not None else reading.size
            if self._own_size != reading.size:
                reading.choose(size=self._own_size)
            self.typing.use_words(learned)
            if chosen is not None:
                self._layout = (chosen.layout, chosen.hindi)
                self.typing.choose(code=chosen.layout, hindi=chosen.hindi)

        self.work.do(read, took, owner=self, refused=lambda error: None)

    def _keep_layout(self) -> None:
        """Remember the layout for this officer."""
        desk, now = self.desk, (self.typing.layout.code, self.typing.is_hindi)
        # A desk that was left may live on for a moment; what is chosen then is another's choice.
        if now == self._layout or not self.isVisible():
            return
        self._layout = now

        def keep() -> None:
            from thana_desk.actions import typing_words

            typing_words.choose(desk, typing_words.TypingChoice(*now))

        self.work.do(keep, lambda _none: None, owner=self, refused=lambda error: None)

    def _keep_size(self) -> None:
        """Remember the text size for this officer."""
        desk, size = self.desk, reading.size
        if self._own_size in (None, size) or not self.isVisible():
            return
        self._own_size = size

        def keep() -> None:
            from thana_desk.actions import eyes

            eyes.keep_text_size(desk, size)

        self.work.do(keep, lambda _none: None, owner=self, refused=lambda error: None)

    def _keep_words(self) -> None:
        """Keep the words typed since the last time."""
        desk, typed = self.desk, self.typing.take_typed_words()
        if not typed:
            return

        def keep() -> None:
            from thana_desk.actions import typing_words

            typing_words.learn(desk, typed)

        self.work.do(keep, lambda _none: None, owner=self, refused=lambda error: None)

    def _forget_word(self, word: str) -> None:
        desk = self.desk

        def forget() -> None:
            from thana_desk.actions import typing_words

            typing_words.forget(desk, word)

        self.work.do(forget, lambda _none: None, owner=self, refused=lambda error: None)

    def keep_typing(self) -> None:
        """Keep what is being typed, without going anywhere: before a lock or the end."""
        self._keep_words()
        if self._trail:
            self.page().leave()

    def sync_now(self, then: Callable[[Any], None] | None = None) -> None:
        """Send and fetch once; says what came of it."""
        if self._link_busy:
            return
        self._link_busy = True
        desk = self.desk

        def run() -> Any:
            from thana_desk.actions import syncing

            return syncing.sync_once(desk)

        def done(report: Any) -> None:
            self._link_busy = False
            self.refresh_status()
            if then is not None:
                then(report)

        def refused(error: Any) -> None:
            self._link_busy = False
            self.refresh_status()
            if then is not None:
                self.refused(error)

        self.work.do(run, done, owner=self, refused=refused, lane=Lane.LINK)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no widget took: the page's own first, then those of every screen."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        if self._trail and self.page().take_key(event):
            return True
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        for key in self._frame_keys():
            if key.code == event.key() and key.with_ctrl == ctrl:
                key.act()
                return True
        if event.text().isdigit() and not ctrl:
            place = self.side.key_at(int(event.text()))
            if place is not None:
                self.go(place)
                return True
        return False

    def new_diary_entry(self) -> None:
        """The types of diary entry, from anywhere."""
        from thana_desk.ui.pages.diary import NewEntryPage

        if not isinstance(self.page(), NewEntryPage):
            self.open(NewEntryPage(self))

    def _frame_keys(self) -> list[PageKey]:
        def named(shown: str, code: Qt.Key, key: str, act: Callable[[], object]) -> PageKey:
            return PageKey(
                shown, code, words(f"frame.key.{key}"), act, with_ctrl=shown.startswith("Ctrl")
            )

        keys = [named("Esc", Qt.Key.Key_Escape, "back", self.back)]
        if self.desk.may("register", "gd"):
            keys.append(named("Ctrl+G", Qt.Key.Key_G, "new_gd", self.new_diary_entry))
        return [
            *keys,
            named("F2", Qt.Key.Key_F2, "go_to", self.go_to),
            named("F3", Qt.Key.Key_F3, "search", lambda: self.open_place("search")),
            named("F1", Qt.Key.Key_F1, "help", lambda: self.open_place("help")),
            named("F12", Qt.Key.Key_F12, "lock", self.lock_wanted.emit),
        ]

    # inside

    def _push(self, page: Page) -> None:
        self._trail.append(page)
        self.pages.addWidget(page)
        self._front()

    def _step_to(self, number: int) -> None:
        self._leave_top()
        self._drop(number + 1)
        self._front()

    def _drop(self, keep: int) -> None:
        for page in self._trail[keep:]:
            self.pages.removeWidget(page)
            page.hide()
            page.deleteLater()
        del self._trail[keep:]

    def _leave_top(self) -> None:
        self.message.hide()
        if self._trail:
            page = self.page()
            hand = self.window().focusWidget()
            page.hand = hand if hand is not None and page.isAncestorOf(hand) else None
            page.leave()

    def _front(self) -> None:
        page = self.page()
        self.pages.setCurrentWidget(page)
        page.refresh()
        hand = page.hand
        if hand is not None and shiboken6.isValid(hand):
            hand.setFocus()
        else:
            page.take_focus()
        self.show_page_state()

    def show_page_state(self) -> None:
        """Show title and keys of the page again, after they changed."""
        if not self._trail:
            return
        self.trail.show_steps([page.title for page in self._trail])
        self.foot.setVisible(not self.page().has_own_foot)
        if not self.page().has_own_foot:
            self.foot.show_keys([*self.page().keys(), *self._frame_keys()])
        self.side.mark(self._root)

    def _name_desk(self) -> None:
        thana = self.desk.thana
        self.top.thana.tell(words("frame.thana", thana=thana.name, district=thana.district))
        self.top.sample.setVisible(self.desk.demo)
        who = self.desk.session
        role = words(f"roles.{who.role}")
        if who.acting is not None:
            until = when.moment(who.acting.until)
            role = words("frame.acting", role=role, name=who.acting.name, until=until)
        named = Words(f"{who.name.hi} · {role.hi} ▾", f"{who.name.en} · {role.en} ▾")
        short = Words(f"{role.hi} ▾", f"{role.en} ▾")
        self.top.person.tell(named if reading.size < 150 else short)
        self.side.show_places([(place.key, place.words) for place in desk_of(who.role)])

    def _person_menu(self) -> None:
        desk = self.desk

        def read() -> Any:
            from thana_desk.actions import delegating

            return delegating.orders(desk)

        self.work.do(read, self._show_person_menu, owner=self)

    def _show_person_menu(self, orders: Any) -> None:
        menu = QMenu(self)
        who = self.desk.session
        for order in orders:
            if who.acting is not None and who.acting.order_id == order.order_id:
                continue
            name = words(
                "frame.act_by_order",
                role=order.role_words,
                name=order.for_name,
                until=when.moment(f"{order.until}:00+05:30"),
            )
            act = menu.addAction(reading.first(name))
            act.triggered.connect(
                lambda _=False, wanted=f"{BY_ORDER}{order.order_id}": self.role_wanted.emit(wanted)
            )
        for role in who.roles:
            if role != who.role or who.acting is not None:
                name = words("frame.act_as")
                act = menu.addAction(
                    f"{reading.first(name)} {reading.first(words(f'roles.{role}'))}"
                )
                act.triggered.connect(lambda _=False, role=role: self.role_wanted.emit(role))
        for key, then in (
            ("settings", lambda: self.open_place("settings")),
            ("lock", self.lock_wanted.emit),
            ("leave", self.leave_wanted.emit),
        ):
            act = menu.addAction(reading.both(words(f"frame.person.{key}")))
            act.triggered.connect(lambda _=False, then=then: then())
        corner = self.top.person.mapToGlobal(QPoint(0, self.top.person.height()))
        menu.popup(corner)

    def _take_status(self, read: tuple[Any, Any]) -> None:
        self._status, self._backup = read
        self._show_status()

    def _show_status(self) -> None:
        if self._status is not None:
            self.status.show_parts(status_parts(self._status, self._backup, self._saved_at))

    def _watch_link(self) -> None:
        if self._status is not None and self._status.enrolled:
            self.sync_now()

    def _retell(self) -> None:
        self._keep_size()
        self.top.tick()
        self._name_desk()
        self.show_page_state()
        self._show_status()
        if self._trail and not self.page().has_own_foot:
            self.page().refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the Go-to box in its place."""
        super().resizeEvent(event)
        self.box.settle()

    def changeEvent(self, event: QEvent) -> None:
        """Nothing of the frame hangs on the system's own language."""
        super().changeEvent(event)


def status_parts(status: Any, backup: str | None, saved_at: str) -> list[StatusPart]:
    """The parts of the status line for this state of things."""
    at = when.now()
    parts: list[StatusPart] = []
    if not status.enrolled:
        parts.append(StatusPart("○", words("status.not_enrolled"), "sync"))
    elif status.link == "open":
        parts.append(StatusPart("●", words("status.link_open"), "sync", "done"))
    elif status.link == "closed":
        span = when.age(status.since, at)
        said = words("status.link_closed_since", span=span) if span else words("status.link_closed")
        parts.append(StatusPart("○", said, "sync"))
    else:
        parts.append(StatusPart("○", words("status.link_unknown"), "sync"))
    parts.append(StatusPart("", words("status.pending", count=str(status.pending)), "sync"))
    if status.parked:
        parked = words("status.parked", count=str(status.parked))
        parts.append(StatusPart(theme.MARKS["wrong"], parked, "sync", "wrong"))
    if status.last_receipt_at:
        receipt = words("status.receipt", at=when.short(status.last_receipt_at, at.date()))
        parts.append(StatusPart(theme.MARKS["done"], receipt, "sync", "done"))
    parts.append(_backup_part(backup, at))
    seat = status.number_seat
    parts.append(
        StatusPart(
            "",
            words("status.seat", seat=seat),
            "health",
        )
    )
    if saved_at:
        found = when.parsed(saved_at)
        shown = found.strftime("%H:%M:%S") if found else saved_at
        parts.append(StatusPart("", words("status.saved", at=shown), "today"))
    return parts


_BACKUP_OLD = dt.timedelta(hours=24)


def _backup_part(backup: str | None, at: dt.datetime) -> StatusPart:
    span = when.age(backup, at)
    if span is None:
        return StatusPart(theme.MARKS["late"], words("status.no_backup"), "health", "wrong")
    taken = when.parsed(backup)
    old = taken is not None and at - taken > _BACKUP_OLD
    said = Words(words("status.backup", span=span.hi).hi, words("status.backup", span=span.en).en)
    if old:
        return StatusPart(theme.MARKS["late"], said, "health", "wrong")
    return StatusPart("", said, "health")
