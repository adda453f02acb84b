"""The role's own desk: what is due, what is mine, what waits, what was written last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.form import open_draft, open_new
from thana_desk.ui.pages.kept_lists import opener
from thana_desk.ui.pages.lines import clock_columns, line_columns
from thana_desk.ui.parts import Push, Said, Sheet, Tile, row
from thana_desk.ui.places import PLACES
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_ORDER = {
    "moharir": (("diary", "waiting", "entries"), ("views", "drafts", "due", "next", "print")),
    "io": (("waiting", "due", "drafts"), ("views", "next", "diary")),
    "operator": (("waiting", "drafts", "due"), ("views", "next", "care")),
    "pairokar": (("waiting", "due", "drafts"), ("views", "next", "print")),
    "sho": (("waiting", "due", "drafts"), ("views", "diary", "next", "care")),
}
"""Which sheets stand left and right on each role's desk, from the top."""

_NEXT_MOST = 6
"""Forms that a desk offers to begin; all others are one key away."""

_ROWS = 6

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


class TodayPage(Page):
    """The first page of every role; each sheet opens what it shows."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.today"))
        self._home: Any = None
        self._layout = self.scrolled()
        self._holder: QWidget | None = None
        self._tiles_made: list[Tile] = []
        self.page_keys = []

    def refresh(self) -> None:
        """Read the desk again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import home

            return home.home(desk)

        self.frame.work.do(read, self._take, owner=self)

    def take_focus(self) -> None:
        """The hand stands in the first sheet."""
        if self.stand_on is not None:
            super().take_focus()
        else:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setFocus()

    def keys(self) -> list[PageKey]:
        """New forms by one key, and the counts by their places: Ctrl+1 is the first."""
        keys = []
        if self.frame.desk.may("register", "iif_1"):
            keys.append(
                PageKey(
                    "Ctrl+N",
                    Qt.Key.Key_N,
                    words("today.key.new_fir"),
                    lambda: open_new(self.frame, "iif_1"),
                    with_ctrl=True,
                )
            )
        if self._tiles_made:
            last = len(self._tiles_made)
            shown, opened = f"Ctrl+1 … {last}", words("today.key.count")
            keys.append(PageKey(shown, _DIGITS[0], opened, self._tiles_made[0].click, True))
        return keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Ctrl and a digit open the count in that place."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _DIGITS:
            at = _DIGITS.index(Qt.Key(event.key()))
            if at < len(self._tiles_made):
                self._tiles_made[at].click()
                return True
        return super().take_key(event)

    def _take(self, home: Any) -> None:
        self._home = home
        had_focus = self.stand_on is None or self.stand_on.hasFocus() or self.hasFocus()
        self.stand_on = None
        if self._holder is not None:
            self._layout.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        inside = QVBoxLayout(self._holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.pixels(12))
        self._head(inside)
        self._tiles(inside)
        self._sheets(inside)
        inside.addStretch(1)
        self._layout.addWidget(self._holder)
        if self.frame.page() is self:
            self.frame.show_page_state()
        if had_focus and self.frame.page() is self and self.frame.message.isHidden():
            self.take_focus()

    def _head(self, inside: QVBoxLayout) -> None:
        role = self.frame.desk.session.role
        inside.addLayout(
            row(
                Said(words(f"today.desk.{role}"), "title"),
                None,
                Said(when.long_day(self.frame.desk.clock.now()), "soft"),
            )
        )

    def _tiles(self, inside: QVBoxLayout) -> None:
        tiles = [
            Tile(count.words, str(count.value), self._opener(count.opens))
            for count in self._home.counts[:4]
        ]
        tiles.append(
            Tile(
                words("today.outbox"),
                str(self._home.outbox),
                lambda: self.frame.open_place("sync"),
            )
        )
        self._tiles_made = tiles
        grid = QGridLayout()
        grid.setSpacing(theme.pixels(8))
        across = 5 if reading.size < 125 else 3
        for number, tile in enumerate(tiles):
            grid.addWidget(tile, number // across, number % across)
        for place in range(min(across, len(tiles))):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)

    def _sheets(self, inside: QVBoxLayout) -> None:
        left, right = _ORDER.get(self.frame.desk.session.role, _ORDER["moharir"])
        grid = QGridLayout()
        grid.setSpacing(theme.pixels(12))
        wide = reading.size < 130
        for number, names in enumerate((left, right)):
            stack = QVBoxLayout()
            stack.setSpacing(theme.pixels(12))
            for name in names:
                stack.addWidget(self._sheet(name))
            stack.addStretch(1)
            grid.addLayout(stack, 0 if wide else number, number if wide else 0)
        if wide:
            grid.setColumnStretch(0, 11)
            grid.setColumnStretch(1, 9)
        inside.addLayout(grid)

    def _sheet(self, name: str) -> Sheet:
        makers: dict[str, Callable[[], Sheet]] = {
            "diary": self._diary,
            "entries": self._entries,
            "drafts": self._drafts,
            "due": self._due,
            "waiting": self._waiting,
            "views": self._views,
            "next": self._next,
            "print": self._print,
            "care": self._care,
        }
        return makers[name]()

    def _diary(self) -> Sheet:
        day = self._home.diary
        may = self.frame.desk.may("register", "gd")
        if not day.opened:
            said, push = (
                words("today.diary_closed"),
                Push(words("diary.open_day"), self._open_diary, look="main"),
            )
        elif day.closed:
            said, push = (
                words("today.diary_done", count=str(day.entries)),
                Push(words("today.to_diary"), self._open_diary),
            )
        else:
            said = words("today.diary_open", count=str(day.entries), number=day.last_number or "—")
            push = Push(
                words("diary.new_entry"), self.frame.new_diary_entry, key="Ctrl+G", look="main"
            )
        if not may:
            push = Push(words("today.to_diary"), self._open_diary)
        sheet = Sheet(words("today.diary"), action=push)
        sheet.add(Said(said, wrap=True, place="below"))
        if day.open_departures:
            out = words("today.departures", count=str(len(day.open_departures)))
            sheet.add(Said(out, "soft", wrap=True))
        self._first(push)
        return sheet

    def _open_diary(self) -> None:
        self.frame.open_place("diary")

    def _entries(self) -> Sheet:
        sheet = Sheet(words("today.entries"))
        columns = line_columns(self.frame, with_form=False, narrow=True)
        return self._rows(
            sheet,
            columns,
            self._home.last_entries,
            words("today.entries"),
            words("today.no_entries"),
            self._open_record,
            10,
        )

    def _drafts(self) -> Sheet:
        columns = [
            Column(words("list.form"), 24, lambda one: self._short(one.form_code), bold=True),
            Column(words("list.title"), 48, lambda one: one.title or "—"),
            Column(words("list.typed_at"), 28, lambda one: when.short(one.updated_at)),
        ]
        return self._rows(
            Sheet(words("today.drafts")),
            columns,
            self._home.drafts,
            words("today.drafts"),
            words("today.no_drafts"),
            lambda draft: open_draft(self.frame, draft.draft_id),
        )

    def _due(self) -> Sheet:
        return self._rows(
            Sheet(words("today.due")),
            clock_columns(narrow=True),
            self._home.due,
            words("today.due"),
            words("today.nothing_due"),
            self._open_record,
        )

    def _waiting(self) -> Sheet:
        columns = [
            Column(words("today.count"), 10, lambda one: str(one.count), _turn_tone, bold=True),
            Column(words("today.waiting"), 42, lambda one: reading.first(one.words)),
            Column(words("today.from_whom"), 38, lambda one: reading.first(one.who)),
            Column(words("today.turn"), 16, _turn_of, _turn_tone),
        ]
        return self._rows(
            Sheet(words("today.waiting")),
            columns,
            self._home.waiting,
            words("today.waiting"),
            words("today.nothing_waits"),
            lambda waiting: self._opener(waiting.opens, waiting.words)(),
        )

    def _views(self) -> Sheet:
        columns = [
            Column(
                words("today.count"),
                14,
                lambda one: f"{one.count:,}",
                lambda one: theme.NAVY if one.count else theme.INK_FAINT,
                bold=True,
            ),
            Column(words("today.views"), 86, lambda one: reading.first(one.view.name)),
        ]
        every = Push(words("today.all_views"), lambda: self.frame.open_place("lists"), second=False)
        return self._rows(
            Sheet(words("today.views"), action=every),
            columns,
            self._home.views,
            words("today.views"),
            words("today.no_views"),
            lambda one: opener(self.frame, one.view)(),
        )

    def _next(self) -> Sheet:
        sheet = Sheet(words("today.next"))
        forms = self._home.next_forms
        if not forms:
            sheet.add(Said(words("today.nothing_next"), "soft", wrap=True, place="below"))
        for form in forms[:_NEXT_MOST]:
            sheet.body.addLayout(row(Push(form.short, self._new(form.code)), None))
        to_forms = Push(words("today.to_forms"), lambda: self.frame.open_place("forms"))
        sheet.body.addLayout(row(to_forms, None))
        return sheet

    def _print(self) -> Sheet:
        sheet = Sheet(words("today.print"))
        sheet.add(Said(words("today.print_said"), "soft", wrap=True, place="below"))
        push = Push(words("today.to_registers"), lambda: self.frame.open_place("registers"))
        sheet.body.addLayout(row(push, None))
        return sheet

    def _care(self) -> Sheet:
        sheet = Sheet(words("today.care"))
        sheet.add(Said(words("today.care_said"), "soft", wrap=True, place="below"))
        push = Push(PLACES["health"].words, lambda: self.frame.open_place("health"))
        sheet.body.addLayout(row(push, None))
        return sheet

    def _rows(
        self,
        sheet: Sheet,
        columns: list[Column],
        rows: list[Any],
        name: Words,
        none: Words,
        opened: Callable[[Any], None],
        most: int = _ROWS,
    ) -> Sheet:
        if not rows:
            sheet.add(Said(none, "soft", wrap=True, place="below"))
            return sheet
        model = RowsModel(columns)
        view = RegisterView(model, name)
        view.horizontalHeader().hide()
        model.show(rows)
        view.fit(most)
        view.opened.connect(opened)
        sheet.add(view)
        self._first(view)
        return sheet

    def _first(self, widget: QWidget) -> None:
        if self.stand_on is None:
            self.stand_on = widget

    def _short(self, code: str) -> str:
        form = self.frame.desk.forms.get(code)
        return reading.first(form.short) if form else code

    def _new(self, code: str) -> Callable[[], None]:
        def make() -> None:
            open_new(self.frame, code)

        return make

    def _open_record(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        draft_id = getattr(line, "draft_id", "")
        if draft_id and not line.record_id:
            from thana_desk.ui.pages.form import open_draft

            open_draft(self.frame, draft_id)
            return
        self.frame.open(RecordPage(self.frame, line.record_id))

    def _opener(self, opens: Any, name: Words | None = None) -> Callable[[], None]:
        def go() -> None:
            from thana_desk.ui.pages.record import RecordPage
            from thana_desk.ui.pages.records import ClocksPage, RecordsPage

            if opens.page == "clocks":
                self.frame.open(ClocksPage(self.frame))
            elif opens.page == "record":
                self.frame.open(RecordPage(self.frame, opens.record_id))
            elif opens.page == "wanted":
                self.frame.open(RecordsPage(self.frame, wanted=opens.wanted, title=name))
            elif opens.page == "sync":
                self.frame.open_place("sync")
            else:
                self.frame.open(
                    RecordsPage(
                        self.frame,
                        form_codes=opens.form_codes,
                        from_day=opens.from_day,
                        to_day=opens.to_day,
                    )
                )

        return go


def _turn_of(waiting: Any) -> str:
    return reading.first(words("today.my_turn" if waiting.mine else "today.their_turn"))


def _turn_tone(waiting: Any) -> str:
    return theme.NAVY if waiting.mine else theme.INK_SOFT
