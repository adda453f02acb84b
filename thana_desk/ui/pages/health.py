"""The health of the records: compare a paper, read the chain through, make a copy on another disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.fields import Attachment
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.typing import keep_latin
from thana_desk.ui.work import Lane

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


class HealthPage(Page):
    """Three sheets: a paper's code, the check, the copy; each says what came of it and what to do."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.health"))
        layout = self.scrolled()
        self.heading(layout)
        self.paper_code = QLineEdit()
        keep_latin(self.paper_code)
        self.paper_code.returnPressed.connect(self._compare)
        self.compared = Said(wrap=True, place="below")
        self.record_push = Push(words("health.open_record"), self._open_record, second=False)
        self.record_push.hide()
        self._record_id = ""
        paper = Sheet(words("health.paper"))
        asked_code = Asked()
        asked_code.add(words("health.paper_code"), self.paper_code, words("health.paper_hint"))
        paper.add(asked_code)
        paper.add(self.compared)
        self.show_push = Push(words("health.show_paper"), self._show_paper, key="F8")
        self.show_push.setEnabled(frame.desk.may("verify"))
        paper.body.addLayout(row(self.show_push, self.record_push, None))
        layout.addWidget(paper)

        self.check_push = Push(words("health.check"), self._check, key="F7", look="main")
        self.check_push.setEnabled(frame.desk.may("verify"))
        self.found = Said(words("health.check_said"), wrap=True, place="below")
        self.head = Said(look="small", wrap=True)
        check = Sheet(words("health.chain"))
        check.add(self.found)
        check.add(self.head)
        check.body.addLayout(row(self.check_push, None))
        layout.addWidget(check)

        self.folder = QLineEdit(str(Path.home()))
        self.last = Said(wrap=True, place="below")
        self.copy_push = Push(words("health.copy"), self._copy, key="F10")
        copy = Sheet(words("health.backup"))
        copy.add(self.last)
        asked = Asked()
        asked.add(words("health.folder"), self.folder, words("health.folder_hint"))
        copy.add(asked)
        copy.body.addLayout(row(self.copy_push, None))
        layout.addWidget(copy)

        self.spelling = Said(wrap=True, place="below")
        spelling = Sheet(words("health.spelling"))
        spelling.add(self.spelling)
        layout.addWidget(spelling)
        layout.addStretch(1)
        self.stand_on = self.paper_code

    def keys(self) -> list[PageKey]:
        """Show a paper, check, copy."""
        return [
            PageKey("F8", Qt.Key.Key_F8, words("health.show_paper"), self._show_paper),
            PageKey("F7", Qt.Key.Key_F7, words("health.check"), self._check),
            PageKey("F10", Qt.Key.Key_F10, words("health.copy"), self._copy),
        ]

    def refresh(self) -> None:
        """Read the age of the last copy."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import keeping

            return keeping.last_backup(desk)

        self.frame.work.do(read, self._take_backup, owner=self)
        self._tell_spelling()

    def _tell_spelling(self) -> None:
        from thana_desk.actions import spelling

        there = spelling.is_there()
        mark = theme.MARKS["done" if there else "told"]
        said = words("health.spelling_on") if there else words("health.spelling_off")
        self.spelling.tell(Words(f"{mark} {said.hi}", said.en))

    def _take_backup(self, at: str | None) -> None:
        span = when.age(at)
        if span is None:
            self.last.look("wrong")
            said = words("health.never")
            mark = theme.MARKS["late"]
        else:
            self.last.look("")
            said = words("health.last", at=when.moment(at), span=span)
            mark = theme.MARKS["done"]
        self.last.tell(Words(f"{mark} {said.hi}", said.en))

    def _compare(self) -> None:
        desk = self.frame.desk
        code = self.paper_code.text()
        self.record_push.hide()

        def run() -> Any:
            from thana_desk.actions import comparing

            return comparing.compare(desk, code)

        self.frame.work.do(run, self._say_compared, owner=self, refused=self._not_compared)

    def _say_compared(self, found: Any) -> None:
        mark = theme.MARKS["done" if found.holds else "wrong"]
        self.compared.look("done" if found.holds else "wrong")
        self.compared.tell(Words(f"{mark} {found.words.hi}", found.words.en))
        self._record_id = found.line.record_id if found.line else ""
        self.record_push.setVisible(bool(self._record_id))
        if self._record_id:
            self.record_push.setFocus()
        else:
            self.paper_code.selectAll()

    def _not_compared(self, error: Any) -> None:
        self.compared.look("wrong")
        self.compared.tell(error.words)
        self.paper_code.selectAll()

    def _show_paper(self) -> None:
        """Read the code of a paper shown to the camera, or of every page of a picture or PDF."""
        if not self.show_push.isEnabled():
            return
        from thana_desk.ui.capture import take_photograph
        from thana_desk.ui.file_box import CAMERA, DISK, ask_where
        from thana_desk.ui.files import ask_file

        asked = Attachment("paper", words("health.paper"))
        where = ask_where(self.frame, asked)
        scan: Path | bytes
        if where == CAMERA:
            taken = take_photograph(self.frame, asked)
            if taken is None:
                return
            scan = taken.jpeg()
        else:
            name = ask_file(self.frame, asked) if where == DISK else where
            if not name:
                return
            scan = Path(name)
        self.read_paper(scan)

    def read_paper(self, scan: Path | bytes) -> None:
        """Compare every paper in a file, or in the picture that the camera took."""
        desk = self.frame.desk
        self.show_push.setEnabled(False)
        self.record_push.hide()
        self.compared.look("")
        self.compared.tell(words("health.reading"))

        def run() -> Any:
            from thana_desk.actions import paper_scans

            return paper_scans.compare_scan(desk, scan)

        def refused(error: Any) -> None:
            self.show_push.setEnabled(True)
            self._not_compared(error)

        self.frame.work.do(run, self._say_scanned, owner=self, refused=refused, lane=Lane.DEVICES)

    def _say_scanned(self, pages: Any) -> None:
        self.show_push.setEnabled(True)
        codes = [one for page in pages for one in page.found]
        if len(pages) == 1 and len(codes) == 1:
            self._say_compared(codes[0])
            return
        good = bool(codes) and all(one.holds for one in codes)
        self._record_id = ""
        self.compared.look("done" if good else "wrong")
        self.compared.tell(_pages_said(pages))
        self.show_push.setFocus()

    def _open_record(self) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, self._record_id))

    def _check(self) -> None:
        if not self.check_push.isEnabled():
            return
        desk = self.frame.desk
        self.check_push.setEnabled(False)
        self.found.look("")
        self.found.tell(words("health.checking"))

        def run() -> Any:
            from thana_desk.actions import verifying

            return verifying.verify(desk)

        self.frame.work.do(
            run, self._checked, owner=self, refused=self._not_checked, lane=Lane.LINK
        )

    def _not_checked(self, error: Any) -> None:
        self.check_push.setEnabled(True)
        self.found.tell(words("health.check_said"))
        self.frame.refused(error)

    def _checked(self, outcome: Any) -> None:
        self.check_push.setEnabled(True)
        self.check_push.setFocus()
        head = outcome.head[:16]
        if outcome.ok:
            self.found.look("done")
            said = words("health.sound", count=f"{outcome.events:,}")
            mark = theme.MARKS["done"]
        else:
            self.found.look("wrong")
            said = words("health.unsound", count=str(len(outcome.findings)))
            mark = theme.MARKS["wrong"]
            lines = [one.words for one in outcome.findings[:8]]
            said = Words(
                "\n".join([said.hi, *(f"— {one.hi}" for one in lines)]),
                "\n".join([said.en, *(f"— {one.en}" for one in lines)]),
            )
        self.found.tell(Words(f"{mark} {said.hi}", said.en))
        self.head.tell(
            words("health.head", head=" ".join(head[at : at + 4] for at in (0, 4, 8, 12)))
        )

    def _copy(self) -> None:
        typed = self.folder.text().strip()
        folder = Path(typed).expanduser()
        if not typed or not folder.is_dir():
            self.frame.say(words("health.no_folder", folder=typed or "—"), "wrong")
            self.folder.setFocus()
            return
        desk = self.frame.desk
        self.copy_push.setEnabled(False)
        self.frame.say(words("health.copying"))

        def run() -> Any:
            from thana_desk.actions import keeping

            return keeping.backup(desk, folder)

        def done(made: Any) -> None:
            self.copy_push.setEnabled(True)
            self.frame.say(words("health.copied", path=str(made.path)), "done")
            self.frame.refresh_status()
            self.refresh()

        def refused(error: Any) -> None:
            self.copy_push.setEnabled(True)
            self.frame.refused(error)

        self.frame.work.do(run, done, owner=self, refused=refused, lane=Lane.LINK)


def _pages_said(pages: Any) -> Words:
    """A line for each code on the pages of a scan, and one for the pages without."""
    if not any(page.found for page in pages):
        return words("health.no_code")
    lines = [
        words(
            "health.page_said",
            mark=theme.MARKS["done" if one.holds else "wrong"],
            page=str(page.number),
            said=one.words,
        )
        for page in pages
        for one in page.found
    ]
    without = ", ".join(str(page.number) for page in pages if not page.found)
    if without:
        lines.append(words("health.pages_without", pages=without))
    return Words("\n".join(one.hi for one in lines), "\n".join(one.en for one in lines))
