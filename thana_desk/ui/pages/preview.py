"""Paper before it is printed: the pages as they will come out, copies, printer, PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit

from forms.kit.returns import Return
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.paper import PaperPages, PaperView, send
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from thana_desk.actions.wanted import Wanted
    from thana_desk.ui.frame import DeskFrame


_MOST_COPIES = 20


def open_paper(frame: DeskFrame, record_id: str, code: str, name: Words, copy: int = 0) -> None:
    """Make a copy of a record's paper and show it."""
    desk = frame.desk

    def make() -> bytes:
        from thana_desk.actions import papers

        return papers.paper(desk, record_id, code, copy=copy)

    def note() -> None:
        from thana_desk.actions import papers

        papers.note_print(desk, code, copy, record_id=record_id)

    _open(frame, make, name, note)


def open_copy_set(frame: DeskFrame, record_id: str, code: str, name: Words) -> None:
    """Make all copies of a record's paper and show them one after the other."""
    desk = frame.desk

    def make() -> bytes:
        from thana_desk.actions import papers

        return papers.copy_set(desk, record_id, code)

    def note() -> None:
        from thana_desk.actions import papers

        papers.note_set(desk, record_id, code)

    _open(frame, make, name, note)


def open_register_paper(frame: DeskFrame, code: str, first: str, last: str) -> None:
    """Make a register's pages for a period and show them."""
    from thana_desk.ui.pages.registers import known_registers

    desk = frame.desk
    named = next((one.words for one in known_registers() if one.code == code), Words(code, code))

    def make() -> bytes:
        from thana_desk.actions import registers

        return registers.register_paper(desk, code, first, last)

    def note() -> None:
        from thana_desk.actions import papers

        papers.note_print(desk, f"register.{code}.{first}.{last}")

    span = first if first == last else f"{first} – {last}"
    _open(frame, make, Words(f"{named.hi} {span}", f"{named.en} {span}"), note)


def open_return_paper(frame: DeskFrame, wanted: Return, first: str, last: str) -> None:
    """Make a return's letter with its annexures and show it."""
    desk = frame.desk

    def make() -> bytes:
        from thana_desk.actions import returns

        return returns.return_paper(desk, wanted.code, first, last)

    def note() -> None:
        from thana_desk.actions import papers

        papers.note_print(desk, f"return.{wanted.code}.{first}.{last}")

    _open(frame, make, wanted.words, note)


def open_list_paper(frame: DeskFrame, wanted: Wanted, name: Words) -> None:
    """Put a list on paper as it stands and show it."""
    desk = frame.desk

    def make() -> bytes:
        from thana_desk.actions import wanted as lists

        return lists.paper(desk, wanted, name)

    def note() -> None:
        from thana_desk.actions import wanted as lists

        lists.note_print(desk, wanted)

    _open(frame, make, name, note)


def _open(
    frame: DeskFrame, make: Callable[[], bytes], name: Words, note: Callable[[], None]
) -> None:
    frame.say(words("preview.making"))

    def show(pdf: bytes) -> None:
        frame.message.close_it()
        frame.open(PreviewPage(frame, pdf, name, note))

    frame.work.do(make, show, owner=frame)


class PreviewPage(Page):
    """The pages large, the few choices above them; F11 prints, Ctrl+S keeps a PDF."""

    def __init__(
        self, frame: DeskFrame, pdf: bytes, name: Words, note: Callable[[], None] | None = None
    ) -> None:
        super().__init__(frame, Words(f"{words('preview.title').hi}: {name.hi}", name.en))
        self._pdf = pdf
        self._name = name
        self._note = note
        self._pages = PaperPages(pdf)
        layout = self.plain()
        layout.setContentsMargins(
            theme.pixels(16), theme.pixels(8), theme.pixels(16), theme.pixels(8)
        )
        layout.setSpacing(theme.pixels(8))
        self.copies = QLineEdit("1")
        self.copies.setValidator(QIntValidator(1, _MOST_COPIES, self))
        self.copies.setAccessibleName(reading.both(words("preview.copies")))
        self.copies.setFixedWidth(theme.pixels(56))
        self.printer = QComboBox()
        self.printer.setAccessibleName(reading.both(words("preview.printer")))
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.printer.setMinimumContentsLength(18)
        self.print_push = Push(words("preview.print"), self._print, key="F11", look="main")
        self.save_push = Push(words("preview.save"), self._ask_place, key="Ctrl+S")
        self.where = Said(look="soft")
        layout.addLayout(
            row(
                self.where,
                None,
                Said(words("preview.copies"), place="alone"),
                self.copies,
                self.printer,
                self.save_push,
                self.print_push,
            )
        )
        self.place = QLineEdit()
        keep_latin(self.place)
        self.place.setAccessibleName(reading.both(words("preview.place")))
        self.place.returnPressed.connect(self._save)
        self._place_label = Said(words("preview.place"), place="alone")
        self.keep_push = Push(words("preview.keep"), self._save, key="Enter", second=False)
        line = row(self._place_label, self.place, self.keep_push)
        line.setStretch(1, 1)
        layout.addLayout(line)
        self._show_place(False)
        self.view = PaperView()
        self.view.setAccessibleName(reading.both(self.title))
        layout.addWidget(self.view, 1)
        self.view.show_pages(self._pages)
        self.view.verticalScrollBar().valueChanged.connect(lambda _at: self._count())
        self.stand_on = self.view
        self._find_printers()
        self._count()

    def keys(self) -> list[PageKey]:
        """Print, keep, turn."""
        return [
            PageKey("F11", Qt.Key.Key_F11, words("preview.print"), self._print),
            PageKey("Ctrl+S", Qt.Key.Key_S, words("preview.save"), self._ask_place, with_ctrl=True),
            PageKey("+", Qt.Key.Key_Plus, words("preview.larger"), lambda: self.view.zoom(1)),
            PageKey("-", Qt.Key.Key_Minus, words("preview.smaller"), lambda: self.view.zoom(-1)),
        ]

    def view_pages(self) -> PaperPages:
        """The pages that are shown."""
        return self._pages

    def _count(self) -> None:
        self.where.tell(
            words(
                "preview.page",
                number=str(self.view.page_in_sight() + 1),
                count=str(len(self._pages)),
            )
        )

    def _find_printers(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        for name in QPrinterInfo.availablePrinterNames():
            self.printer.addItem(name, name)
        usual = self.printer.findData(QPrinterInfo.defaultPrinterName())
        if usual >= 0:
            self.printer.setCurrentIndex(usual)
        if not self.printer.count():
            self.printer.addItem(reading.first(words("preview.no_printer")), "")
            self.printer.setEnabled(False)

    def _print(self) -> None:
        name = self.printer.currentData()
        if not name:
            self.frame.say(words("preview.no_printer_said"), "wrong")
            return
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        printer = QPrinter(QPrinterInfo.printerInfo(str(name)), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name.en)
        copies = int(self.copies.text() or 1)
        printer.setCopyCount(copies)
        sent = send(self._pages, printer)
        if sent:
            said = words("preview.sent", count=str(sent), copies=str(copies))
            self.frame.say(said, "done")
            self._log()
        else:
            self.frame.say(words("preview.not_sent"), "wrong")

    def _log(self) -> None:
        """Paper has left the program: the print log says so, and the next one is a reprint."""
        if self._note is not None:
            self.frame.work.do(self._note, lambda _none: None, owner=self)

    def _ask_place(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        plain = re.sub(r"[^\w.-]+", "_", self._name.hi).strip("_")
        if not self.place.text():
            self.place.setText(str(Path(folder) / f"{plain}.pdf"))
        self._show_place(True)
        self.place.setFocus()
        self.place.selectAll()

    def _show_place(self, shown: bool) -> None:
        for part in (self._place_label, self.place, self.keep_push):
            part.setVisible(shown)

    def _save(self) -> None:
        target = Path(self.place.text().strip()).expanduser()
        pdf = self._pdf

        def run() -> bool:
            from thana_desk.actions.errors import PaperProblem
            from thana_desk.actions.papers import write_whole

            try:
                write_whole(target, pdf)
            except PaperProblem:
                return False
            return True

        def done(kept: bool) -> None:
            if kept:
                self._log()
                self._show_place(False)
                self.view.setFocus()
                self.frame.say(words("preview.kept", path=str(target)), "done")
            else:
                self.frame.say(words("preview.not_kept", path=str(target)), "wrong")
                self.place.setFocus()

        self.frame.work.do(run, done, owner=self)
