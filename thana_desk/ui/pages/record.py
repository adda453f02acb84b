"""One registered record: what it says, and beside it clocks, papers, linked records, versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.case import CasePage
from thana_desk.ui.pages.files import open_files
from thana_desk.ui.pages.form import open_correction, open_new
from thana_desk.ui.pages.letter_sheet import LetterSheet, plain_text
from thana_desk.ui.pages.lines import form_name, state_tone, state_words
from thana_desk.ui.parts import Push, Said, Sheet, row
from thana_desk.ui.reading import reading
from thana_desk.ui.thumbs import ThumbStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame

_SIDE = 400
_CHILD_FORMS_SHOWN = 10


class _Reader(QScrollArea):
    """The record's paper: arrows and page keys scroll it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns a page; Esc belongs to the frame."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)


class RecordPage(Page):
    """Read, print, write what follows, or put right with a reason."""

    def __init__(self, frame: DeskFrame, record_id: str) -> None:
        super().__init__(frame, words("places.record"))
        self._id = self.about_record = record_id
        self._view: Any = None
        self._files: list[Any] = []
        outer = QVBoxLayout(self)
        edge = theme.pixels(16)
        outer.setContentsMargins(edge, theme.pixels(12), edge, 0)
        outer.setSpacing(theme.pixels(8))
        self.name = Said(look="title", place="alone")
        self.print_push = Push(words("record.print"), self.print_paper, key="F11", look="main")
        self.correct_push = Push(words("record.correct"), self._correct, key="F10")
        self.correct_push.hide()
        self.print_push.hide()
        outer.addLayout(row(self.name, None, self.correct_push, self.print_push))
        self.about = Said(look="soft", wrap=True, place="alone")
        outer.addWidget(self.about)
        self.reader = _Reader()
        self.side = QScrollArea()
        self.side.setWidgetResizable(True)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setFixedWidth(theme.pixels(_SIDE) if reading.size < 150 else theme.pixels(270))
        both = QHBoxLayout()
        both.setSpacing(theme.pixels(12))
        both.addWidget(self.reader, 1)
        both.addWidget(self.side)
        outer.addLayout(both, 1)
        self.stand_on = self.reader

    def refresh(self) -> None:
        """Read the record again."""
        desk, record_id = self.frame.desk, self._id

        def read() -> Any:
            from thana_desk.actions import records

            return records.record(desk, record_id)

        self.frame.work.do(read, self._take, owner=self)

    def keys(self) -> list[PageKey]:
        """Print, put right."""
        keys = [
            PageKey("F11", Qt.Key.Key_F11, words("record.print"), self.print_paper),
            PageKey("F5", Qt.Key.Key_F5, words("case.open"), self._case),
            PageKey("Ctrl+K", Qt.Key.Key_K, words("record.kruti"), self.copy_in_kruti, True),
        ]
        if self._files:
            keys.append(PageKey("F8", Qt.Key.Key_F8, words("files.open"), self._look))
        if not self.correct_push.isHidden():
            keys.append(PageKey("F10", Qt.Key.Key_F10, words("record.correct"), self._correct))
        return keys

    def _take(self, view: Any) -> None:
        self._view = view
        form = self.frame.desk.forms[view.form_code]
        self.title = Words(
            f"{form.short.hi} {view.number}".strip(), f"{form.short.en} {view.number}".strip()
        )
        self.name.tell(self.title)
        self.about.tell(self._about(view))
        desk = self.frame.desk
        may = (
            desk.may("correct", view.form_code) or desk.may("approve", view.form_code)
        ) and not view.masked
        self.correct_push.setVisible(bool(may))
        self.print_push.setVisible(bool(view.papers))
        ground = QWidget()
        ground.setObjectName("ground")
        paper = QVBoxLayout(ground)
        paper.setContentsMargins(0, 0, theme.pixels(8), edge_below())
        paper.setSpacing(theme.pixels(12))
        for banner in self._banners(view):
            paper.addWidget(banner)
        paper.addWidget(LetterSheet(form, view.letter))
        paper.addStretch(1)
        self.reader.setAccessibleName(reading.both(self.title))
        self.reader.setWidget(ground)
        self.side.setWidget(self._beside(view))
        self.frame.show_page_state()
        desk = self.frame.desk

        def find() -> Any:
            from thana_desk.actions import record_files

            return record_files.files_in(desk, view)

        # The words are read at once; small pictures of large files may take a moment more.
        self.frame.work.do(find, self._take_files, owner=self)

    def _take_files(self, files: Any) -> None:
        if files != self._files:
            self._files = files
            self.side.setWidget(self._beside(self._view))
            self.frame.show_page_state()

    def _about(self, view: Any) -> Words:
        role = words(f"roles.{view.role}")
        return words(
            "record.about",
            at=when.moment(view.registered_at),
            name=view.registered_by,
            role=role,
            version=str(view.version),
        )

    def _banners(self, view: Any) -> list[QWidget]:
        found: list[QWidget] = []
        if view.provisional:
            mark = QLabel(reading.both(words("record.provisional")))
            mark.setObjectName("sample")
            mark.setWordWrap(True)
            found.append(mark)
        if view.masked:
            found.append(Said(words("record.masked"), "soft", wrap=True, place="below"))
        elif view.sensitive:
            found.append(Said(words("record.sensitive"), "wrong", wrap=True, place="below"))
        return found

    def _beside(self, view: Any) -> QWidget:
        ground = QWidget()
        ground.setObjectName("ground")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, theme.pixels(8), edge_below())
        layout.setSpacing(theme.pixels(12))
        layout.addWidget(self._state(view))
        for sheet in (
            self._attached(),
            self._papers(view),
            self._clocks(view),
            self._linked(view),
            self._gaps(view),
            self._versions(view),
        ):
            if sheet is not None:
                layout.addWidget(sheet)
        layout.addStretch(1)
        return ground

    def _state(self, view: Any) -> Sheet:
        sheet = Sheet(words("record.state"))
        said = QLabel(state_words(view.sync.state) or reading.first(words("state.local")))
        said.setStyleSheet(f"color: {state_tone(view.sync.state)}")
        sheet.add(said)
        if view.sync.state == "parked" and view.sync.reason.hi:
            sheet.add(Said(view.sync.reason, "small", wrap=True, place="below"))
        head = view.event_hash[:16]
        groups = " ".join(head[at : at + 4] for at in range(0, 16, 4))
        sheet.add(Said(words("record.hash", hash=groups), "small", place="alone"))
        return sheet

    def _papers(self, view: Any) -> Sheet | None:
        if not view.papers:
            return None
        sheet = Sheet(words("record.papers"))
        for paper in view.papers:
            # Each copy is for somebody and says so: one push a copy, in the paper's order.
            if len(paper.copies) > 1:
                told = words("record.all_copies", paper=paper.words)
                every = Push(told, self._set_printer(paper.code), second=False)
                sheet.body.addLayout(row(every, None))
            for copy, name in enumerate(paper.copies or (paper.words,)):
                push = Push(name, self._printer(paper.code, copy), second=False)
                sheet.body.addLayout(row(push, None))
        return sheet

    def _attached(self) -> Sheet | None:
        if not self._files:
            return None
        sheet = Sheet(words("files.heading"))
        strip = ThumbStrip(words("files.heading"))
        strip.put(self._files)
        strip.opened.connect(self._look)
        sheet.add(strip)
        return sheet

    def _look(self, place: int = 0) -> None:
        open_files(self.frame, self._files, place)

    def _clocks(self, view: Any) -> Sheet | None:
        if not view.clocks:
            return None
        sheet = Sheet(words("record.clocks"))
        if any(clock.late and not clock.stopped_at for clock in view.clocks):
            sheet.setProperty("look", "late")
        for clock in view.clocks:
            stopped = bool(clock.stopped_at)
            said, late = when.due(clock.due_at)
            if stopped:
                said, late = words("list.clock_stopped"), False
            mark = theme.MARKS["done" if stopped else "late" if late else "waiting"]
            sheet.add(Said(clock.words, wrap=True, place="alone"))
            sheet.add(
                Said(
                    Words(f"{mark} {said.hi}", f"{mark} {said.en}"),
                    "wrong" if late else "soft",
                )
            )
        return sheet

    def _linked(self, view: Any) -> Sheet | None:
        lines = [*([view.parent] if view.parent else []), *view.children, *view.entries]
        new = self._followers(view)
        if not lines and not new:
            return None
        sheet = Sheet(words("record.linked"))
        if lines:
            columns = [
                Column(words("list.form"), 40, lambda one: form_name(self.frame, one.form_code)),
                Column(words("list.number"), 30, lambda one: one.number or "—", bold=True),
                Column(words("list.at"), 30, lambda one: when.short(one.registered_at)),
            ]
            model = RowsModel(columns)
            view_of = RegisterView(model, words("record.linked"))
            view_of.horizontalHeader().hide()
            model.show(lines)
            view_of.fit(8)
            view_of.opened.connect(self._open)
            sheet.add(view_of)
        for code in new[:_CHILD_FORMS_SHOWN]:
            short = self.frame.desk.forms[code].short
            push = Push(words("list.new", form=short), self._follower(code), second=False)
            sheet.body.addLayout(row(push, None))
        return sheet

    def _followers(self, view: Any) -> list[str]:
        from thana_desk.actions import records

        return [
            form.code
            for form in records.allowed_forms(self.frame.desk)
            if form.may_stand_under(view.form_code)
        ]

    def _gaps(self, view: Any) -> Sheet | None:
        if not view.gaps:
            return None
        sheet = Sheet(words("record.gaps", count=str(len(view.gaps))))
        for gap in view.gaps[:12]:
            sheet.add(Said(gap.words, "soft", wrap=True, place="alone"))
        return sheet

    def _versions(self, view: Any) -> Sheet | None:
        if len(view.versions) < 2:
            return None
        sheet = Sheet(words("record.versions"))
        for one in reversed(view.versions):
            role = words(f"roles.{one.role}")
            sheet.add(
                Said(
                    words(
                        "record.version",
                        version=str(one.version),
                        at=when.moment(one.at),
                        name=one.actor_name,
                        role=role,
                    ),
                    wrap=True,
                    place="alone",
                )
            )
            if one.reason:
                why = words("record.why", reason=one.reason)
                sheet.add(Said(why, "small", wrap=True, place="alone"))
        return sheet

    def _printer(self, code: str, copy: int = 0) -> Callable[[], None]:
        def show() -> None:
            from thana_desk.ui.pages.preview import open_paper

            open_paper(self.frame, self._id, code, self.title, copy)

        return show

    def _set_printer(self, code: str) -> Callable[[], None]:
        def show() -> None:
            from thana_desk.ui.pages.preview import open_copy_set

            open_copy_set(self.frame, self._id, code, self.title)

        return show

    def print_paper(self) -> None:
        """Show the record's first paper."""
        if self._view is not None and self._view.papers:
            self._printer(self._view.papers[0].code)()

    def copy_in_kruti(self) -> None:
        """Put the record's text, as this role may read it, on the clipboard in Kruti Dev."""
        if self._view is None:
            return
        from thana_desk.hindi.legacy import left_as_they_are, to_krutidev

        form = self.frame.desk.forms[self._view.form_code]
        text = plain_text(form, self._view.letter, "hi")
        QApplication.clipboard().setText(to_krutidev(text))
        kept = left_as_they_are(text)
        told = "record.kruti_copied_but" if kept else "record.kruti_copied"
        self.frame.say(words(told, kept=", ".join(kept[:8])))

    def _correct(self) -> None:
        if self._view is not None and not self.correct_push.isHidden():
            open_correction(self.frame, self._view)

    def _case(self) -> None:
        self.frame.open(CasePage(self.frame, self._id))

    def _follower(self, code: str) -> Callable[[], None]:
        def begin() -> None:
            open_new(self.frame, code, parent_id=self._id)

        return begin

    def _open(self, line: Any) -> None:
        self.frame.open(RecordPage(self.frame, line.record_id))


def edge_below() -> int:
    """Room below the last sheet of a scrolled page."""
    return theme.pixels(16)
