"""The case file as a page, and what is missing over all cases; each line opens what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.files import open_files
from thana_desk.ui.pages.form import open_begun, open_new
from thana_desk.ui.pages.lines import form_name, numbered, titled
from thana_desk.ui.parts import Push, Said, Sheet
from thana_desk.ui.reading import reading
from thana_desk.ui.thumbs import ThumbStrip

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_STEP = "   "
"""How far a paper stands in under the one it follows."""


class CasePage(Page):
    """Every paper of a case under the one it follows; above them what is missing, and whose turn."""

    def __init__(self, frame: DeskFrame, record_id: str) -> None:
        super().__init__(frame, words("places.case"))
        self._id = self.about_record = record_id
        layout = self.plain()
        self.heading(layout)
        self.missing_model = RowsModel(missing_columns(frame, with_record=False))
        self.missing = RegisterView(self.missing_model, words("case.missing"))
        self.missing.horizontalHeader().hide()
        self.missing.opened.connect(self._mend)
        self.sheet = Sheet(words("case.missing"))
        self.sheet.add(self.missing)
        self.whole = Said(words("case.nothing_missing"), "soft", wrap=True, place="below")
        self.model = RowsModel(
            [
                Column(
                    words("list.form"),
                    34,
                    lambda one: f"{_STEP * one.depth}{form_name(frame, one.line.form_code)}",
                    bold=True,
                ),
                Column(words("list.number"), 16, lambda one: numbered(one.line)),
                Column(words("list.at"), 14, lambda one: when.short(one.line.registered_at)),
                Column(words("list.title"), 36, lambda one: titled(one.line)),
            ]
        )
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda one: self._open(one.line))
        layout.addWidget(self.sheet)
        layout.addWidget(self.whole)
        layout.addWidget(self.view, 1)
        self._files: list[Any] = []
        self.strip = ThumbStrip(words("files.heading"))
        self.strip.opened.connect(self._look)
        layout.addWidget(self.strip)
        self.sheet.hide()
        self.whole.hide()
        self.strip.hide()
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """The files of the case, where there are any."""
        if not self._files:
            return []
        return [PageKey("F8", Qt.Key.Key_F8, words("files.open"), self._look)]

    def refresh(self) -> None:
        """Read the case again."""
        desk, record_id = self.frame.desk, self._id

        def read() -> Any:
            from thana_desk.actions import cases

            return cases.case(desk, record_id)

        def find() -> Any:
            from thana_desk.actions import record_files

            return record_files.case_files(desk, record_id)

        self.frame.work.do(read, self._take, owner=self)
        # The list stands at once; small pictures of large files may take a moment more.
        self.frame.work.do(find, self._take_files, owner=self)

    def _take_files(self, files: Any) -> None:
        self._files = files
        self.strip.put(files)
        self.strip.setVisible(bool(files))
        self.frame.show_page_state()

    def _take(self, case: Any) -> None:
        self.model.show(case.lines)
        self.missing_model.show(case.missing)
        self.missing.fit(4)
        self.sheet.setVisible(bool(case.missing))
        self.whole.setVisible(not case.missing)

    def _look(self, place: int = 0) -> None:
        open_files(self.frame, self._files, place)

    def _open(self, line: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, line.record_id))

    def _mend(self, one: Any) -> None:
        mend(self.frame, one)


class QualityPage(Page):
    """What is missing or late in the station's records, worst first; Enter goes and mends it."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.quality"))
        self._mine = frame.desk.session.role not in ("sho", "operator")
        layout = self.plain()
        self.count = Said(look="soft")
        self.whose = Push(words("case.everybody"), self._all_or_mine, key="F5")
        self.heading(layout, self.count, self.whose)
        self.model = RowsModel(missing_columns(frame, with_record=True))
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda one: mend(self.frame, one))
        self.none = Said(words("case.nothing_missing"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Everybody's or one's own."""
        return [PageKey("F5", Qt.Key.Key_F5, self._other(), self._all_or_mine)]

    def refresh(self) -> None:
        """Look again."""
        desk = self.frame.desk
        role = desk.session.role if self._mine else ""

        def read() -> Any:
            from thana_desk.actions import cases

            return cases.shortcomings(desk, role=role)

        self.frame.work.do(read, self._take, owner=self)

    def _take(self, found: Any) -> None:
        self.model.show(found)
        self.count.tell(words("list.count", count=f"{len(found):,}"))
        self.whose.tell(self._other())
        self.stand_on = self.view if found else self.whose
        if self.view.hasFocus() and not found:
            self.whose.setFocus()  # before the list goes: a hidden list gives the hand away
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)

    def _all_or_mine(self) -> None:
        self._mine = not self._mine
        self.refresh()
        self.frame.show_page_state()

    def _other(self) -> Words:
        return words("case.everybody") if self._mine else words("case.mine")


def missing_columns(frame: DeskFrame, *, with_record: bool) -> list[Column]:
    """What is missing, since when, whose turn it is."""
    columns = [
        Column(words("case.since"), 16, _since, lambda one: theme.RED, bold=True),
        Column(words("case.what"), 44, lambda one: reading.first(one.words)),
        Column(words("case.turn"), 14, lambda one: reading.first(words(f"roles.{one.role}"))),
    ]
    if with_record:
        record = Column(
            words("list.record"),
            26,
            lambda one: f"{form_name(frame, one.line.form_code)} {one.line.number}",
        )
        columns.insert(1, record)
    return columns


def mend(frame: DeskFrame, one: Any) -> None:
    """Go where a shortcoming is put right: a new paper under the record, or the record itself."""
    from thana_desk.ui.pages.record import RecordPage

    form = frame.desk.forms.get(one.form_code)
    if one.act and frame.desk.may("register", one.form_code):
        _write_entry(frame, one)
    elif form is not None and not one.act and frame.desk.may("draft", form.code):
        open_new(frame, form.code, parent_id=one.line.record_id)
    else:
        frame.open(RecordPage(frame, one.line.record_id))


def _write_entry(frame: DeskFrame, one: Any) -> None:
    desk = frame.desk

    def run() -> Any:
        from thana_desk.actions import diary

        return diary.begin_entry(desk, one.line.record_id, one.act)

    open_begun(frame, run)


def _since(one: Any) -> str:
    late = words("case.days_late", days=str(one.days_late))
    return f"{theme.MARKS['late']} {reading.first(late)}"
