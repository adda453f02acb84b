"""A person across records: every entry, who else it may be, what officers said, merging and splitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.lines import form_name, numbered
from thana_desk.ui.pages.search import person_words
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


class PersonPage(Page):
    """All that is on record of one person, as far as this role may see it."""

    def __init__(self, frame: DeskFrame, person_id: str) -> None:
        super().__init__(frame, words("persons.page"))
        self.person_id = person_id
        self._page: Any = None
        layout = self.plain()
        self.head = self.heading(layout)
        self.hidden = Said(NO_WORDS, "soft")
        layout.addWidget(self.hidden)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(reading.first(words("persons.reason_hint")))
        self.reason.setAccessibleName(reading.both(words("persons.reason")))
        self.entries = self._list(
            "persons.entries",
            [
                Column(words("persons.role"), 20, lambda one: self._role(one)),
                Column(words("search.field.name"), 26, person_words, bold=True),
                Column(words("persons.address"), 22, lambda one: one.address),
                *self._where(),
            ],
        )
        self.possible = self._list(
            "persons.possible",
            [
                Column(
                    words("search.field.name"), 28, lambda one: person_words(one.hit), bold=True
                ),
                Column(
                    words("search.why"),
                    40,
                    lambda one: ", ".join(dict.fromkeys(reading.first(w.field) for w in one.why)),
                ),
                *self._where(lambda one: one.hit.line),
            ],
        )
        self.trail = self._list(
            "persons.trail",
            [
                Column(
                    words("persons.said"),
                    18,
                    lambda one: reading.first(
                        words("persons.merged" if one.joined else "persons.split")
                    ),
                    bold=True,
                ),
                Column(words("persons.reason"), 40, lambda one: one.reason),
                Column(words("persons.officer"), 22, lambda one: reading.first(one.officer)),
                Column(words("list.at"), 12, lambda one: when.day(one.at)),
                Column(
                    words("persons.stands"),
                    8,
                    lambda one: reading.first(words("persons.yes")) if one.stands else "",
                ),
            ],
        )
        for title, view, share in (
            ("persons.entries", self.entries, 3),
            ("persons.possible", self.possible, 2),
            ("persons.trail", self.trail, 2),
        ):
            layout.addWidget(Said(words(title), "head"))
            layout.addWidget(view, share)
        self.merge_push = Push(words("persons.merge"), self.merge, key="Ctrl+M", look="main")
        self.split_push = Push(words("persons.split_off"), self.split, key="Ctrl+U")
        line = row(Said(words("persons.reason")), self.reason, self.merge_push, self.split_push)
        line.setStretch(1, 1)
        layout.addLayout(line)
        self.stand_on = self.entries
        self.refresh()

    def keys(self) -> list[PageKey]:
        """Merge with the marked one below; split off the marked entry."""
        return [
            PageKey("Ctrl+M", Qt.Key.Key_M, words("persons.merge"), self.merge, with_ctrl=True),
            PageKey("Ctrl+U", Qt.Key.Key_U, words("persons.split_off"), self.split, with_ctrl=True),
        ]

    def refresh(self) -> None:
        """Read the person again."""
        desk, person_id = self.frame.desk, self.person_id

        def read() -> Any:
            from thana_desk.actions import identity

            return identity.person(desk, person_id)

        self.frame.work.do(read, self._show, owner=self)

    def merge(self) -> None:
        """The marked one of those that may be the same is this person."""
        other = self._marked(self.possible)
        if other is None:
            self.frame.say(words("persons.mark_possible"), "wrong")
            return
        desk, one, reason = self.frame.desk, self.person_id, self.reason.text().strip()
        two = other.hit.person_id

        def act() -> Any:
            from thana_desk.actions import identity

            return identity.merge(desk, one, two, reason)

        self._say_it(act, "persons.merged_now")

    def split(self) -> None:
        """The marked entry is not this person."""
        entry = self._marked(self.entries)
        if entry is None or self._page is None or len(self._page.entries) < 2:
            self.frame.say(words("persons.mark_entry"), "wrong")
            return
        desk, one, reason = self.frame.desk, entry.person_id, self.reason.text().strip()

        def act() -> Any:
            from thana_desk.actions import identity

            return identity.split(desk, one, reason)

        self._say_it(act, "persons.split_now")

    def _say_it(self, act: Any, done_key: str) -> None:
        if not self.reason.text().strip():
            self.frame.say(words("persons.reason_blank"), "wrong")
            self.reason.setFocus()
            return

        def done(_registered: Any) -> None:
            self.reason.clear()
            self.frame.say(words(done_key), "done")
            self.refresh()

        self.frame.work.do(act, done, owner=self)

    def _show(self, page: Any) -> None:
        self._page = page
        first = page.entries[0]
        name = person_words(first)
        self.head.tell(Words(name, name))
        self.hidden.tell(
            words("persons.hidden", count=str(page.hidden)) if page.hidden else NO_WORDS
        )
        self.hidden.setVisible(bool(page.hidden))
        for view, rows in (
            (self.entries, page.entries),
            (self.possible, page.possible),
            (self.trail, page.statements),
        ):
            model = view.model()
            assert isinstance(model, RowsModel)
            model.show(rows)
            if rows:
                view.selectRow(0)
        self.merge_push.setEnabled(bool(page.possible))
        self.split_push.setEnabled(len(page.entries) > 1)

    def _list(self, title: str, columns: list[Column]) -> RegisterView:
        view = RegisterView(RowsModel(columns), words(title))
        view.opened.connect(self._open)
        return view

    def _where(self, line: Any = lambda one: one.line) -> list[Column]:
        return [
            Column(words("list.form"), 12, lambda one: form_name(self.frame, line(one).form_code)),
            Column(words("list.number"), 10, lambda one: numbered(line(one))),
            Column(words("list.at"), 10, lambda one: when.day(line(one).registered_at)),
        ]

    def _role(self, one: Any) -> str:
        return reading.first(self._page.roles[one.person_id]) if self._page else ""

    def _marked(self, view: RegisterView) -> Any:
        model = view.model()
        assert isinstance(model, RowsModel)
        return model.row_at(view.currentIndex().row())

    def _open(self, one: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        record_id = getattr(one, "record_id", "") or getattr(one, "hit", one).line.record_id
        self.frame.open(RecordPage(self.frame, record_id))
