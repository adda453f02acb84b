"""The general diary of a day: opened, written, remarked on, closed; and a new entry by its type."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.goto import Goal, fitting
from thana_desk.ui.lists import PAGE, Column, RegisterView, RowsModel, WindowModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.form import open_new
from thana_desk.ui.pages.lines import line_columns
from thana_desk.ui.parts import Push, Said, Sheet, row
from thana_desk.ui.phrase_book import PhraseBook
from thana_desk.ui.reading import reading
from thana_desk.ui.spell_check import SpellCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thana_desk.ui.frame import DeskFrame


class DiaryPage(Page):
    """One diary day: how it stands, its entries, and what can be done with it now."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.diary"))
        self._day = frame.desk.clock.now().date()
        self._state: Any = None
        self._to_list = False
        layout = self.plain()
        self.open_push = Push(words("diary.open_day"), self._open_day, look="main")
        self.new_push = Push(
            words("diary.new_entry"), frame.new_diary_entry, key="Ctrl+G", look="main"
        )
        self.close_push = Push(words("diary.close_day"), self._ask_close)
        self.print_push = Push(words("diary.print"), self._print, key="F11")
        self.heading(layout, self.open_push, self.new_push, self.close_push, self.print_push)
        self.before = Push(
            words("diary.before"), lambda: self._turn(-1), look="plain", second=False
        )
        self.after = Push(words("diary.after"), lambda: self._turn(1), look="plain", second=False)
        self.date = Said(look="head")
        self.said = Said(look="soft")
        if reading.size < 125:
            layout.addLayout(row(self.before, self.date, self.after, 16, self.said, None))
        else:
            layout.addLayout(row(self.before, self.date, self.after, None))
            layout.addWidget(self.said)
        self.out = Said(look="soft", wrap=True)
        layout.addWidget(self.out)
        self.model = WindowModel(line_columns(frame, with_form=False), self._fetch)
        self.model.counted.connect(self._counted)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(look="soft", wrap=True, place="below")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.stand_on = self.view

    def refresh(self) -> None:
        """Read the day again."""
        desk, day = self.frame.desk, self._day.isoformat()

        def read() -> Any:
            from thana_desk.actions import diary

            return diary.day(desk, day)

        self.frame.work.do(read, self._take, owner=self)
        self.model.restart()

    def keys(self) -> list[PageKey]:
        """Turn the day, print, remark."""
        keys = [
            PageKey("←", Qt.Key.Key_Left, words("diary.before"), lambda: self._turn(-1)),
            PageKey("→", Qt.Key.Key_Right, words("diary.after"), lambda: self._turn(1)),
            PageKey("F11", Qt.Key.Key_F11, words("diary.print"), self._print),
        ]
        if self.frame.desk.may("register", "gd_rmk"):
            keys.append(PageKey("F8", Qt.Key.Key_F8, words("diary.remark"), self._remark))
        return keys

    def _is_today(self) -> bool:
        return self._day == self.frame.desk.clock.now().date()

    def _turn(self, days: int) -> None:
        day = self._day + dt.timedelta(days=days)
        if day <= self.frame.desk.clock.now().date():
            self._day = day
            self.refresh()

    def _take(self, state: Any) -> None:
        self._state = state
        noon = dt.datetime.combine(self._day, dt.time(12))
        self.date.tell(when.long_day(noon))
        if not state.opened:
            said = words("diary.not_open" if self._is_today() else "diary.was_not_open")
        elif state.closed:
            said = words("diary.is_closed", count=str(state.entries))
        else:
            said = words("diary.is_open", count=str(state.entries), number=state.last_number)
        mark = theme.MARKS["done" if state.opened else "waiting"]
        self.said.tell(Words(f"{mark} {said.hi}", f"{mark} {said.en}"))
        out = state.open_departures
        self.out.setVisible(bool(out))
        if out:
            numbers = ", ".join(line.number for line in out[:12])
            self.out.tell(words("diary.out", count=str(len(out)), numbers=numbers))
        may = self.frame.desk.may("register", "gd") and self._is_today()
        self.open_push.setVisible(may and not state.opened)
        self.new_push.setVisible(may and state.opened and not state.closed)
        self.close_push.setVisible(may and state.opened and not state.closed)
        self.after.setEnabled(not self._is_today())
        self._show_none()

    def _fetch(self, offset: int, then: Callable[[Sequence[Any], int], None]) -> None:
        desk, day = self.frame.desk, self._day.isoformat()

        def read() -> Any:
            from thana_desk.actions import records

            return records.listing(
                desk, ("gd",), from_day=day, to_day=day, limit=PAGE, offset=offset
            )

        self.frame.work.do(read, lambda found: then(found.lines, found.total), owner=self)

    def _counted(self, total: int) -> None:
        self.view.setVisible(bool(total))
        self.none.setVisible(not total)
        self._show_none()
        if self._to_list and total:
            self._to_list = False
            self.view.setFocus()  # a list takes the hand only once it is seen

    def _show_none(self) -> None:
        if self.model.rowCount() or self._state is None:
            return
        fresh = self._is_today() and not self._state.opened
        self.none.tell(words("diary.begin" if fresh else "diary.empty"))
        if fresh and not self.open_push.isHidden():
            self.stand_on = self.open_push
            if self.frame.message.isHidden():
                self.open_push.setFocus()

    def _open_day(self) -> None:
        desk = self.frame.desk

        def run() -> Any:
            from thana_desk.actions import diary

            return diary.open_day(desk)

        self._registered(run, "diary.opened")

    def _ask_close(self) -> None:
        count = str(self._state.entries) if self._state else "0"
        what = words("diary.close_ask", day=self._day.strftime("%d-%m-%Y"), count=count)
        self.frame.ask(what, words("diary.close_day"), self._close_day)

    def _close_day(self) -> None:
        desk = self.frame.desk

        def run() -> Any:
            from thana_desk.actions import diary

            return diary.close_day(desk)

        self._registered(run, "diary.closed")

    def _registered(self, run: Callable[[], Any], key: str) -> None:
        def done(registered: Any) -> None:
            self.stand_on = self.view
            self.frame.say(words(key, number=registered.number or "—"), "done")
            self.frame.refresh_status()
            self._to_list = True
            self.refresh()
            self.view.setFocus()

        self.frame.work.do(run, done, owner=self)

    def _remark(self) -> None:
        line = self.view.chosen()
        if line is not None:
            self.frame.open(RemarkPage(self.frame, line))

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, line.record_id))

    def _print(self) -> None:
        from thana_desk.ui.pages.preview import open_register_paper

        day = self._day.isoformat()
        open_register_paper(self.frame, "gd", day, day)


class NewEntryPage(Page):
    """The types of diary entry: type a few letters, Enter begins the entry."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("diary.new_entry"))
        layout = self.plain()
        self.heading(layout)
        self.line = QLineEdit()
        self.line.textChanged.connect(lambda _typed: self._show())
        self.line.installEventFilter(self)
        layout.addWidget(self.line)
        columns = [
            Column(words("diary.kind"), 60, lambda goal: reading.first(goal.words), bold=True),
            Column(words("forms.other_name"), 40, lambda goal: reading.second(goal.words)),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda goal: goal.go())
        layout.addWidget(self.view, 1)
        self.stand_on = self.line
        kinds = frame.desk.forms["gd"].field_at("gd_type")
        options: Any = getattr(kinds, "choices").options()  # noqa: B009 - any kind of choice will do
        self._goals = [
            Goal(name, NO_WORDS, self._beginner(code), code)
            for code, name in options.items()
            if code not in ("OPEN", "CLOSE")
        ]
        self._retell()
        reading.changed.connect(self._retell)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the list, Enter takes the type at the top."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                goal = self.view.chosen()
                if goal is not None:
                    goal.go()
                return True
        return False

    def _beginner(self, code: str) -> Callable[[], None]:
        def begin() -> None:
            open_new(self.frame, "gd", letter={"gd_type": code}, instead=True)

        return begin

    def _show(self) -> None:
        self.model.show(fitting(self._goals, self.line.text()))

    def _retell(self) -> None:
        hint = words("diary.kind_hint")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))


class RemarkPage(Page):
    """The officer in charge's remark on one entry; the entry itself stays as it is."""

    def __init__(self, frame: DeskFrame, line: Any) -> None:
        super().__init__(frame, words("diary.remark_on", number=line.number or "—"))
        self._line = line
        layout = self.scrolled()
        self.heading(layout)
        sheet = Sheet()
        sheet.add(Said(Words(line.title, line.title), "soft", wrap=True))
        self.text = Prose(None)
        self.text.put("")
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.text.setFixedHeight(theme.pixels(130))
        self._phrases = PhraseBook(frame, self, "gd_rmk", line.record_id)
        self.text.offer_phrases(lambda typed: self._phrases.find(typed, {}))
        self.text.check_spelling(SpellCheck(frame, self, dict))
        self.direction = QLineEdit()
        for name, editor in (("remark_text", self.text), ("direction", self.direction)):
            label = Said(words(f"diary.{name}"))
            label.setBuddy(editor)
            editor.setAccessibleName(reading.both(words(f"diary.{name}")))
            sheet.add(label)
            sheet.add(editor)
        push = Push(words("diary.remark_register"), self._register, key="F10", look="main")
        sheet.body.addLayout(row(None, push))
        layout.addWidget(sheet)
        layout.addStretch(1)
        self.stand_on = self.text

    def refresh(self) -> None:
        """The phrase book may have been written in meanwhile."""
        self._phrases.read_again({})

    def keys(self) -> list[PageKey]:
        """Register the remark."""
        return [PageKey("F10", Qt.Key.Key_F10, words("diary.remark_register"), self._register)]

    def _register(self) -> None:
        desk, entry = self.frame.desk, self._line.record_id
        text, direction = self.text.toPlainText().strip(), self.direction.text().strip()
        if not text:
            self.frame.say(words("diary.remark_blank"), "wrong")
            self.text.setFocus()
            return

        def run() -> Any:
            from thana_desk.actions import diary

            return diary.remark(desk, entry, text, direction)

        def done(_registered: Any) -> None:
            self.frame.back()
            self.frame.say(words("diary.remarked", number=self._line.number or "—"), "done")

        def refused(error: Any) -> None:
            # A remark has no form screen that could show what is wrong beside its field.
            self.frame.say(error.problems[0].words if error.problems else error.words, "wrong")
            self.text.setFocus()

        self.frame.work.do(run, done, owner=self, refused=refused)
