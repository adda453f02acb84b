"""Lists of records: all, the FIRs, drafts, clocks; any number of rows, one search line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import PAGE, Column, RegisterView, RowsModel, WindowModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.form import open_draft, open_new
from thana_desk.ui.pages.lines import clock_columns, form_name, line_columns
from thana_desk.ui.parts import Push, Said, Sheet, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


class RecordsPage(Page):
    """Registered records, newest first; typing in the line narrows them, Enter opens one."""

    def __init__(
        self,
        frame: DeskFrame,
        *,
        form_codes: Sequence[str] = (),
        from_day: str | None = None,
        to_day: str | None = None,
        title: Words | None = None,
        new_form: str = "",
    ) -> None:
        super().__init__(frame, title or self._named(frame, form_codes))
        self._codes = tuple(form_codes)
        self._from, self._to = from_day, to_day
        self._new_form = new_form if frame.desk.may("draft", new_form) else ""
        self._shown_once = False
        layout = self.plain()
        actions = []
        if self._new_form:
            form = frame.desk.forms[self._new_form]
            actions.append(
                Push(words("list.new", form=form.short), self._new, key="Ctrl+N", look="main")
            )
        self.heading(layout, *actions)
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(150)
        self._asker.timeout.connect(self._restart)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _typed: self._asker.start())
        self.line.installEventFilter(self)
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.setMinimumContentsLength(18)
        self.count = Said(look="soft")
        line = row(self.line, self.kind, self.count)
        line.setStretch(0, 1)
        layout.addLayout(line)
        if from_day or to_day:
            span = words("list.span", first=when.day(from_day), last=when.day(to_day))
            whole = Push(words("list.all_days"), self._all_days, look="plain")
            self._span = [Said(span, "soft"), whole]
            layout.addLayout(row(*self._span, None))
        self.model = WindowModel(line_columns(frame, with_form=len(self._codes) != 1), self._fetch)
        self.model.counted.connect(self._counted)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(look="soft", wrap=True, place="below")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view
        self._fill_kinds()
        self.kind.setVisible(not self._codes)
        self.kind.currentIndexChanged.connect(lambda _at: self._restart())
        self._retell()
        reading.changed.connect(self._retell)

    def refresh(self) -> None:
        """Read again; the place in the list is kept when one comes back."""
        if not self._shown_once:
            self._shown_once = True
            self._restart()
        else:
            self.model.restart()

    def keys(self) -> list[PageKey]:
        """Search within, new, print."""
        keys = [PageKey("Ctrl+F", Qt.Key.Key_F, words("list.key.find"), self._find, with_ctrl=True)]
        if self._new_form:
            keys.insert(
                0, PageKey("Ctrl+N", Qt.Key.Key_N, words("list.key.new"), self._new, with_ctrl=True)
            )
        return keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the line go to the list; letters in the list go to the line."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.view.setFocus()
            return True
        return False

    @staticmethod
    def _named(frame: DeskFrame, codes: Sequence[str]) -> Words:
        form = frame.desk.forms.get(codes[0]) if len(codes) == 1 else None
        return form.short if form else words("places.records")

    def _restart(self) -> None:
        self.model.restart()

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _new(self) -> None:
        open_new(self.frame, self._new_form)

    def _all_days(self) -> None:
        self._from = self._to = None
        for part in self._span:
            part.hide()
        self._restart()
        self.view.setFocus()

    def _fill_kinds(self) -> None:
        self.kind.addItem(reading.first(words("list.every_form")), "")
        for code, form in self.frame.desk.forms.items():
            if self.frame.desk.may("read", code):
                self.kind.addItem(reading.both(form.short), code)

    def _fetch(self, offset: int, then: Callable[[Sequence[Any], int], None]) -> None:
        desk, text = self.frame.desk, self.line.text().strip()
        chosen = self.kind.currentData()
        codes = self._codes or ((str(chosen),) if chosen else None)
        first, last = self._from, self._to

        def read() -> Any:
            from thana_desk.actions import records

            return records.listing(
                desk, codes, text=text, from_day=first, to_day=last, limit=PAGE, offset=offset
            )

        self.frame.work.do(read, lambda found: then(found.lines, found.total), owner=self)

    def _counted(self, total: int) -> None:
        self.count.tell(words("list.count", count=f"{total:,}"))
        self.view.setVisible(bool(total))
        self.none.setVisible(not total)
        typed = bool(self.line.text().strip())
        self.none.tell(words("list.none_found") if typed else words("list.none_yet"))
        if not total and self.view.hasFocus():
            self.line.setFocus()

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, line.record_id))

    def _retell(self) -> None:
        hint = words("list.search")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))
        self.kind.setAccessibleName(reading.both(words("list.every_form")))


class FirPage(RecordsPage):
    """The first information reports."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, form_codes=("iif_1",), title=words("places.fir"), new_form="iif_1")


class DraftsPage(Page):
    """Drafts of everybody whose drafts the role may take over: begun, or waiting for approval."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("list.drafts"))
        layout = self.plain()
        self.heading(layout)
        columns = [
            Column(words("list.form"), 20, lambda one: form_name(frame, one.form_code), bold=True),
            Column(words("list.title"), 40, lambda one: one.title or "—"),
            Column(words("list.writer"), 20, lambda one: reading.first(one.owner_name)),
            Column(words("list.typed_at"), 16, lambda one: when.short(one.updated_at)),
            Column(words("list.state"), 20, _draft_state, _draft_tone),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda draft: open_draft(frame, draft.draft_id))
        self.none = Said(words("today.no_drafts"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Throw a draft away."""
        return [PageKey("Del", Qt.Key.Key_Delete, words("list.key.discard"), self._discard)]

    def refresh(self) -> None:
        """Read again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import records

            return records.drafts(desk, mine=False)

        self.frame.work.do(read, self._take, owner=self)

    def _take(self, drafts: Any) -> None:
        self.model.show(drafts)
        self.view.setVisible(bool(drafts))
        self.none.setVisible(not drafts)

    def _discard(self) -> None:
        draft = self.view.chosen()
        if draft is None:
            return
        if draft.tells_of_act:
            self.frame.open(DeclinePage(self.frame, draft))
            return
        form = self.frame.desk.forms.get(draft.form_code)
        what = words(
            "list.discard_ask", form=form.short if form else NO_WORDS, title=draft.title or "—"
        )
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import records

            records.discard(desk, draft.draft_id)

        def then() -> None:
            self.frame.work.do(run, lambda _none: self.refresh(), owner=self)
            self.view.setFocus()

        self.frame.ask(what, words("list.discard"), then)


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


def _draft_state(draft: Any) -> str:
    key = "list.for_approval" if draft.note == "approval" else "list.being_written"
    mark = theme.MARKS["late" if draft.note == "approval" else "waiting"]
    return f"{mark} {reading.first(words(key))}"


def _draft_tone(draft: Any) -> str:
    return theme.NAVY if draft.note == "approval" else theme.INK
