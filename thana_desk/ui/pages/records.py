"""Lists of records: all, the FIRs, drafts, clocks; any number of rows, one search line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit

from forms.kit.words import NO_WORDS, Words
from thana_desk.actions.wanted import EVERYTHING, ORDERS, Wanted, columns_of
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import PAGE, RegisterView, RowsModel, WindowModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.form import open_draft, open_new
from thana_desk.ui.pages.lines import clock_columns, list_columns
from thana_desk.ui.pages.narrow import AskLine, NarrowPanel
from thana_desk.ui.parts import Fitted, Push, Said, Sheet, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.actions.saved_views import View
    from thana_desk.ui.frame import DeskFrame


_CROWDED = 125


class RecordsPage(Page):
    """A list of records, newest first; words, conditions and order narrow it, Enter opens one."""

    def __init__(
        self,
        frame: DeskFrame,
        *,
        form_codes: Sequence[str] = (),
        from_day: str | None = None,
        to_day: str | None = None,
        title: Words | None = None,
        new_form: str = "",
        view: View | None = None,
        wanted: Wanted | None = None,
    ) -> None:
        named = view.name if view is not None else self._named(frame, form_codes)
        super().__init__(frame, title or named)
        self._base = Wanted(forms=tuple(form_codes))
        self.wanted = self._base
        if from_day or to_day:
            today = frame.desk.clock.now().date().isoformat()
            self.wanted = (
                replace(self._base, period="today")
                if from_day == to_day == today
                else replace(
                    self._base, period="span", from_day=from_day or "", to_day=to_day or ""
                )
            )
        self._lost: list[Words] = []
        if wanted is not None:
            self.wanted, self._base = wanted, EVERYTHING
        if view is not None:
            self.wanted, self._base, self._lost = view.wanted, EVERYTHING, list(view.lost)
        self._new_form = new_form if frame.desk.may("draft", new_form) else ""
        layout = self.plain()
        layout.setSpacing(theme.pixels(8))
        actions = [Push(words("wanted.key.narrow"), self._open_panel, key="Ctrl+L")]
        if self._new_form:
            form = frame.desk.forms[self._new_form]
            actions.append(
                Push(words("list.new", form=form.short), self._new, key="Ctrl+N", look="main")
            )
        self.heading(layout, *actions)
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(150)
        self._asker.timeout.connect(self._take_words)
        self.line = QLineEdit(self.wanted.text)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _typed: self._asker.start())
        self.line.installEventFilter(self)
        self.count = Said(look="soft")
        line = row(self.line, self.count)
        line.setStretch(0, 1)
        layout.addLayout(line)
        self.panel = NarrowPanel(frame)
        self.panel.changed.connect(self._take_conditions)
        self.panel.hide()
        layout.addWidget(self.panel)
        self.narrowed = Fitted("soft")
        self.clear_push = Push(words("wanted.clear"), self.clear, key="Ctrl+0", look="plain")
        said = row(self.narrowed, self.clear_push)
        said.setStretch(0, 1)
        layout.addLayout(said)
        self.station = QCheckBox(reading.first(words("views.save_station")))
        self.station.setVisible(frame.desk.may("manage_people"))
        keep = Push(words("views.save"), lambda: self._save(self.name.line.text()), second=False)
        self.name = AskLine(words("views.name"), self._save, self.station, keep)
        self.place = AskLine(words("wanted.export_to"), self._export, latin=True)
        layout.addWidget(self.name)
        layout.addWidget(self.place)
        self._columns = columns_of(self.wanted)
        self.model = WindowModel(list_columns(frame, self._columns), self._fetch)
        self.model.counted.connect(self._counted)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(look="soft", wrap=True, place="below")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view
        self._told_lost = False
        self._retell()
        reading.changed.connect(self._retell)

    def refresh(self) -> None:
        """Read again; the place in the list is kept when one comes back."""
        if self._lost and not self._told_lost:
            self._told_lost = True
            self.frame.say(
                Words(
                    " ".join(one.hi for one in self._lost), " ".join(one.en for one in self._lost)
                )
            )
        self._restart()

    def keys(self) -> list[PageKey]:
        """Find, narrow, order, clear, keep, print."""

        def ctrl(shown: str, code: Qt.Key, key: str, act: Callable[[], object]) -> PageKey:
            return PageKey(shown, code, words(key), act, with_ctrl=True)

        keys = [
            ctrl("Ctrl+F", Qt.Key.Key_F, "list.key.find", self._find),
            ctrl("Ctrl+L", Qt.Key.Key_L, "wanted.key.narrow", self._open_panel),
            ctrl("Ctrl+O", Qt.Key.Key_O, "wanted.key.order", self.next_order),
            ctrl("Ctrl+S", Qt.Key.Key_S, "wanted.key.save", self._ask_name),
            ctrl("Ctrl+M", Qt.Key.Key_M, "wanted.key.views", self._open_views),
            PageKey("F11", Qt.Key.Key_F11, words("wanted.key.print"), self._print),
            ctrl("Ctrl+E", Qt.Key.Key_E, "wanted.key.export", self._ask_place),
        ]
        if self.is_narrowed():
            keys.insert(2, ctrl("Ctrl+0", Qt.Key.Key_0, "wanted.key.clear", self.clear))
        if self.wanted.is_of_drafts:
            keys.insert(
                0, PageKey("Del", Qt.Key.Key_Delete, words("list.key.discard"), self._discard)
            )
        if self._new_form:
            keys.insert(0, ctrl("Ctrl+N", Qt.Key.Key_N, "list.key.new", self._new))
        return keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc and Enter in the conditions or a line above the list go to the list."""
        hand = self.window().focusWidget()
        above = [
            one
            for one in (self.panel, self.name, self.place)
            if not one.isHidden() and hand is not None and one.isAncestorOf(hand)
        ]
        if above and event.key() in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            # At a large text the conditions would leave no room for the list.
            crowded = above[0] is not self.panel or reading.size >= _CROWDED
            if event.key() == Qt.Key.Key_Escape or crowded:
                above[0].hide()
            self._to_list()
            return True
        return super().take_key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the line go to the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.view.setFocus()
            return True
        return False

    def is_narrowed(self) -> bool:
        """Whether the list shows less, or in another order, than it does from the start."""
        return self.wanted != self._base

    def clear(self) -> None:
        """Show everything again."""
        self.wanted = self._base
        self._asker.stop()
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self.panel.hide()
        self._restart()
        self._to_list()

    def next_order(self) -> None:
        """The next order: newest, oldest, by number, by day, by time limit."""
        orders = [one for one in ORDERS if one != "due" or self.wanted.clocks]
        at = orders.index(self.wanted.order) if self.wanted.order in orders else 0
        self.wanted = replace(self.wanted, order=orders[(at + 1) % len(orders)])
        self._restart()

    @staticmethod
    def _named(frame: DeskFrame, codes: Sequence[str]) -> Words:
        form = frame.desk.forms.get(codes[0]) if len(codes) == 1 else None
        return form.short if form else words("places.records")

    def _to_list(self) -> None:
        (self.line if self.view.isHidden() else self.view).setFocus()

    def _restart(self) -> None:
        self.panel.show_wanted(self.wanted)
        columns = columns_of(self.wanted)
        if columns != self._columns:
            self._columns = columns
            self.model.use_columns(list_columns(self.frame, columns))
        self.model.restart()
        if self.frame.page() is self:
            self.frame.show_page_state()

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _new(self) -> None:
        open_new(self.frame, self._new_form)

    def _open_panel(self) -> None:
        self.panel.show_wanted(self.wanted)
        self.panel.read_officers()
        self.panel.show()
        self.panel.form.setFocus()

    def _take_words(self) -> None:
        self.wanted = replace(self.wanted, text=self.line.text().strip())
        self._restart()

    def _take_conditions(self) -> None:
        wanted = self.panel.wanted()
        if wanted is not None and wanted != self.wanted:
            self.wanted = wanted
            self._restart()

    def _fetch(self, offset: int, then: Callable[[Sequence[Any], int], None]) -> None:
        desk, wanted = self.frame.desk, self.wanted

        def read() -> Any:
            from thana_desk.actions import wanted as lists

            found = lists.listing(desk, wanted, limit=PAGE, offset=offset)
            return found, lists.in_words(desk, wanted)

        def take(found: Any) -> None:
            listing, said = found
            if wanted == self.wanted:
                self._say_narrowed(said)
            then(listing.lines, listing.total)

        self.frame.work.do(read, take, owner=self)

    def _say_narrowed(self, said: Words) -> None:
        narrowed = self.is_narrowed() or (bool(said.hi) and self._base == EVERYTHING)
        self.narrowed.setVisible(narrowed)
        self.clear_push.setVisible(narrowed)
        what = said if said.hi else words("wanted.said.nothing")
        self.narrowed.tell(words("wanted.filtered", what=what))

    def _counted(self, total: int) -> None:
        self.count.tell(words("list.count", count=f"{total:,}"))
        had_hand = self.view.hasFocus()
        self.view.setVisible(bool(total))
        self.none.setVisible(not total)
        key = "list.none_yet"
        if self.wanted.text:
            key = "list.none_found"
        elif self.is_narrowed():
            key = "wanted.none_fits"
        self.none.tell(words(key))
        if not total and had_hand:
            self.line.setFocus()

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        if line.draft_id:
            open_draft(self.frame, line.draft_id)
        else:
            self.frame.open(RecordPage(self.frame, line.record_id))

    def _discard(self) -> None:
        """Throw the draft under the hand away, after asking."""
        draft = self.view.chosen()
        if draft is None or not draft.draft_id or not self.view.hasFocus():
            return
        if draft.tells_of_act:
            self.frame.open(DeclinePage(self.frame, draft))
            return
        form = self.frame.desk.forms.get(draft.form_code)
        short, title = form.short if form else NO_WORDS, draft.title or "—"
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import records

            records.discard(desk, draft.draft_id)

        def then() -> None:
            self.frame.work.do(run, lambda _none: self._restart(), owner=self)
            self.view.setFocus()

        what = words("list.discard_ask", form=short, title=title)
        self.frame.ask(what, words("list.discard"), then)

    def _open_views(self) -> None:
        from thana_desk.ui.pages.kept_lists import KeptListsPage

        self.frame.open(KeptListsPage(self.frame))

    def _ask_name(self) -> None:
        self.name.ask()

    def _save(self, name: str) -> None:
        desk, wanted, station = self.frame.desk, self.wanted, self.station.isChecked()

        def run() -> Any:
            from thana_desk.actions import saved_views

            return saved_views.save(desk, name, wanted, station=station)

        def done(view: Any) -> None:
            self.name.hide()
            self._to_list()
            self.frame.say(words("views.saved", name=view.name), "done")

        self.frame.work.do(run, done, owner=self)

    def _print(self) -> None:
        from thana_desk.ui.pages.preview import open_list_paper

        open_list_paper(self.frame, self.wanted, self.title)

    def _ask_place(self) -> None:
        today = self.frame.desk.clock.now().strftime("%Y-%m-%d-%H%M")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.place.ask(str(Path(folder) / f"list-{today}.csv"))

    def _export(self, place: str) -> None:
        desk, wanted, target = self.frame.desk, self.wanted, Path(place.strip())
        name = self.title
        if not target.name or not target.is_absolute():
            self.frame.say(words("wanted.no_place"), "wrong")
            return

        def run() -> None:
            from thana_desk.actions import print_jobs
            from thana_desk.actions.print_orders import LIST, PrintOrder

            print_jobs.hand_out(desk, PrintOrder(LIST, name=name, wanted=wanted.to_json()), target)

        def done(_none: None) -> None:
            self.place.hide()
            self._to_list()
            self.frame.say(words("wanted.exported", file=str(target)), "done")

        self.frame.work.do(run, done, owner=self)

    def _retell(self) -> None:
        hint = words("list.search")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))
        self.station.setText(reading.first(words("views.save_station")))


class AllRecordsPage(RecordsPage):
    """The place of all records: it begins with the list that the officer chose as usual."""

    def __init__(self, frame: DeskFrame) -> None:
        from thana_desk.actions import saved_views

        view = saved_views.usual(frame.desk)
        super().__init__(frame, view=view, title=None if view else words("places.records"))


class FirPage(RecordsPage):
    """The first information reports."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, form_codes=("iif_1",), title=words("places.fir"), new_form="iif_1")


class DeclinePage(Page):
    """Why an entry that an act left is not taken into the diary; the list of what is missing shows it."""

    def __init__(self, frame: DeskFrame, draft: Any) -> None:
        super().__init__(frame, words("list.decline"))
        self._draft = draft
        layout = self.scrolled()
        self.heading(layout)
        sheet = Sheet()
        sheet.add(Said(Words(draft.title, draft.title), "soft", wrap=True))
        self.reason = QLineEdit()
        label = Said(words("list.decline_reason"), wrap=True)
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(reading.both(words("list.decline_reason")))
        sheet.add(label)
        sheet.add(self.reason)
        push = Push(words("list.discard"), self._discard, key="F10", look="main")
        sheet.body.addLayout(row(None, push))
        layout.addWidget(sheet)
        layout.addStretch(1)
        self.stand_on = self.reason

    def keys(self) -> list[PageKey]:
        """Discard with the reason."""
        return [PageKey("F10", Qt.Key.Key_F10, words("list.discard"), self._discard)]

    def _discard(self) -> None:
        desk, draft_id, reason = self.frame.desk, self._draft.draft_id, self.reason.text().strip()
        if not reason:
            self.frame.say(words("actions.reason_missing"), "wrong")
            self.reason.setFocus()
            return

        def run() -> None:
            from thana_desk.actions import records

            records.discard(desk, draft_id, reason)

        def done(_none: Any) -> None:
            self.frame.message.close_it()  # what was wrong before is put right
            self.frame.back()
            self.frame.say(words("list.declined"), "done")

        self.frame.work.do(run, done, owner=self)


class ClocksPage(Page):
    """Every running statutory clock, the nearest first."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("today.due"))
        layout = self.plain()
        self.heading(layout)
        self.model = RowsModel(clock_columns())
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(words("today.nothing_due"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.stand_on = self.view

    def refresh(self) -> None:
        """Read again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import home

            return home.home(desk).due

        self.frame.work.do(read, self._take, owner=self)

    def _take(self, due: Any) -> None:
        self.model.show(due)
        self.view.setVisible(bool(due))
        self.none.setVisible(not due)

    def _open(self, clock: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        draft_id = getattr(clock, "draft_id", "")
        if draft_id and not clock.record_id:
            from thana_desk.ui.pages.form import open_draft

            open_draft(self.frame, draft_id)
            return
        self.frame.open(RecordPage(self.frame, clock.record_id))
