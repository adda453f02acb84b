"""Paper before it is printed: the pages as they will come out, how they are set, printer, file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from forms.kit.returns import Return
from forms.kit.words import Words
from thana_desk.actions.errors import Refused
from thana_desk.actions.print_layout import MARGINS, SHEETS, SIZES, TURNS, Layout
from thana_desk.actions.print_orders import (
    LIST,
    MOST_COPIES,
    RECORD,
    REGISTER,
    RETURN,
    PrintOrder,
    Ticket,
    can_be_table,
    pages_of,
    with_layout,
)
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.paper import PaperPages, PaperView
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thana_desk.actions.print_choices import PrinterChoice
    from thana_desk.actions.wanted import Wanted
    from thana_desk.ui.frame import DeskFrame


def open_paper(frame: DeskFrame, record_id: str, code: str, name: Words, copy: int = 0) -> None:
    """Make a copy of a record's paper and show it."""
    open_order(frame, PrintOrder(RECORD, code, name, record_id=record_id, copies=(copy,)))


def open_copy_set(frame: DeskFrame, record_id: str, code: str, name: Words) -> None:
    """Make all copies of a record's paper and show them one after the other."""
    open_order(frame, PrintOrder(RECORD, code, name, record_id=record_id))


def open_register_paper(frame: DeskFrame, code: str, first: str, last: str) -> None:
    """Make a register's pages for a period and show them."""
    from thana_desk.ui.pages.registers import known_registers

    named = next((one.words for one in known_registers() if one.code == code), Words(code, code))
    open_order(frame, PrintOrder(REGISTER, code, named, first=first, last=last))


def open_return_paper(frame: DeskFrame, wanted: Return, first: str, last: str) -> None:
    """Make a return's letter with its annexures and show it."""
    open_order(frame, PrintOrder(RETURN, wanted.code, wanted.words, first=first, last=last))


def open_list_paper(frame: DeskFrame, wanted: Wanted, name: Words) -> None:
    """Put a list on paper as it stands and show it."""
    open_order(frame, PrintOrder(LIST, name=name, wanted=wanted.to_json()))


_Made = tuple[PrintOrder, "PrinterChoice", bool, bytes]


def open_order(frame: DeskFrame, order: PrintOrder) -> None:
    """Make what is ordered, set as this officer likes it at the printer used last; show it."""
    desk = frame.desk
    there = frame.prints.printers()
    usual = next((one.name for one in there if one.usual), there[0].name if there else "")

    def make(watch: object) -> _Made:
        from thana_desk.actions import print_choices, print_orders

        names = {one.name for one in there} or {""}
        kept = [one for one in print_choices.choices(desk) if one.printer in names]
        chosen = kept[0] if kept else print_choices.PrinterChoice(usual)
        laid = with_layout(order, chosen.layout)
        pdf = print_orders.make(desk, laid, watch)  # type: ignore[arg-type]  # counts pages
        return laid, chosen, print_orders.may_turn(desk, order), pdf

    frame.prints.make(make, lambda made: frame.open(PreviewPage(frame, *made)))


def _combo(name: Words, values: Sequence[tuple[str, Words]], width: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(reading.both(name))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(width)
    for value, said in values:
        made.addItem(reading.first(said), value)
    return made


class PreviewPage(Page):
    """The pages large, the choices above them; F11 prints, Ctrl+S keeps a file, Ctrl+P chooses."""

    def __init__(
        self, frame: DeskFrame, order: PrintOrder, chosen: PrinterChoice, turns: bool, pdf: bytes
    ) -> None:
        name = _name_of(order)
        super().__init__(frame, Words(f"{words('preview.title').hi}: {name.hi}", name.en))
        self._order = order
        self._name = name
        self._pages = PaperPages(pdf)
        layout = self.plain()
        layout.setContentsMargins(
            theme.pixels(16), theme.pixels(8), theme.pixels(16), theme.pixels(8)
        )
        layout.setSpacing(theme.pixels(8))
        self.copies = QLineEdit("1")
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self))
        self.copies.setAccessibleName(reading.both(words("preview.copies")))
        self.copies.setFixedWidth(theme.pixels(56))
        self.only = QLineEdit()
        keep_latin(self.only)
        self.only.setAccessibleName(reading.both(words("preview.only")))
        self.only.setPlaceholderText(reading.first(words("preview.all_pages")))
        self.only.setFixedWidth(theme.pixels(110))
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
                Said(words("preview.only"), place="alone"),
                self.only,
                self.printer,
                self.save_push,
                self.print_push,
            )
        )
        self.text_size = _combo(
            words("preview.size"), [(one, words(f"preview.size.{one}")) for one in SIZES], 12
        )
        self.margins = _combo(
            words("preview.margins"),
            [(one, words(f"preview.margins.{one}")) for one in MARGINS],
            14,
        )
        self.sheet = _combo(
            words("preview.sheet"),
            [(one, words(f"preview.sheet.{one.lower() or 'own'}")) for one in SHEETS],
            10,
        )
        self.turn = _combo(
            words("preview.turn"),
            [(one, words(f"preview.turn.{one or 'own'}")) for one in TURNS],
            10,
        )
        self.turn.setVisible(turns)
        self.both_sides = QCheckBox(reading.first(words("preview.both_sides")))
        self.grey = QCheckBox(reading.first(words("preview.grey")))
        layout.addLayout(
            row(
                Said(words("preview.options"), "soft", place="alone"),
                self.text_size,
                self.margins,
                self.sheet,
                self.turn,
                self.both_sides,
                self.grey,
                None,
            )
        )
        self.wrong = Said(look="wrong", wrap=True)
        self.wrong.hide()
        layout.addWidget(self.wrong)
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
        self._find_printers(chosen.printer)
        self._show_choice(chosen)
        self._listen()
        self._count()

    def keys(self) -> list[PageKey]:
        """Print, keep, choose, turn."""
        return [
            PageKey("F11", Qt.Key.Key_F11, words("preview.print"), self._print),
            PageKey("Ctrl+S", Qt.Key.Key_S, words("preview.save"), self._ask_place, with_ctrl=True),
            PageKey("Ctrl+P", Qt.Key.Key_P, words("preview.options"), self._choose, with_ctrl=True),
            PageKey(
                "Ctrl+T", Qt.Key.Key_T, words("preview.next_size"), self._next_size, with_ctrl=True
            ),
            PageKey(
                "Ctrl+M",
                Qt.Key.Key_M,
                words("preview.next_margins"),
                self._next_margins,
                with_ctrl=True,
            ),
            PageKey("+", Qt.Key.Key_Plus, words("preview.larger"), lambda: self.view.zoom(1)),
            PageKey("-", Qt.Key.Key_Minus, words("preview.smaller"), lambda: self.view.zoom(-1)),
        ]

    def view_pages(self) -> PaperPages:
        """The pages that are shown."""
        return self._pages

    def _listen(self) -> None:
        for one in (self.text_size, self.margins, self.sheet, self.turn):
            one.currentIndexChanged.connect(lambda _at: self._set_again())
        for box in (self.both_sides, self.grey):
            box.toggled.connect(lambda _on: self._keep_choice())
        self.printer.currentIndexChanged.connect(lambda _at: self._other_printer())
        for line in (self.copies, self.only):
            line.textChanged.connect(lambda _text: self._look())
            line.returnPressed.connect(self._print)

    def _count(self) -> None:
        self.where.tell(
            words(
                "preview.page",
                number=str(self.view.page_in_sight() + 1),
                count=str(len(self._pages)),
            )
        )

    def _find_printers(self, chosen: str) -> None:
        there = self.frame.prints.printers()
        for one in there:
            self.printer.addItem(one.name, one.name)
        at = self.printer.findData(chosen)
        if at >= 0:
            self.printer.setCurrentIndex(at)
        if not there:
            self.printer.addItem(reading.first(words("preview.no_printer")), "")
            self.printer.setEnabled(False)
        self._two_sided = {one.name for one in there if one.both_sides}

    def _show_choice(self, chosen: PrinterChoice) -> None:
        """Put the choices of a printer into the fields; a turn is the paper's own matter."""
        laid = chosen.layout
        for combo, value in ((self.text_size, laid.size), (self.margins, laid.margins)):
            combo.setCurrentIndex(combo.findData(value))
        self.sheet.setCurrentIndex(self.sheet.findData(laid.sheet))
        self.both_sides.setChecked(chosen.both_sides)
        self.both_sides.setEnabled(self._printer() in self._two_sided)
        self.grey.setChecked(chosen.grey)

    def _printer(self) -> str:
        return str(self.printer.currentData() or "")

    def _layout_chosen(self) -> Layout:
        return Layout(
            sheet=str(self.sheet.currentData()),
            turn=str(self.turn.currentData()),
            size=str(self.text_size.currentData()),
            margins=str(self.margins.currentData()),
        )

    def _chosen(self) -> PrinterChoice:
        from thana_desk.actions.print_choices import PrinterChoice

        return PrinterChoice(
            self._printer(),
            self._layout_chosen(),
            self.both_sides.isChecked(),
            self.grey.isChecked(),
        )

    def _keep_choice(self) -> None:
        desk, chosen = self.frame.desk, self._chosen()

        def keep() -> None:
            from thana_desk.actions import print_choices

            print_choices.keep(desk, chosen)

        self.frame.work.do(keep, lambda _none: None, owner=self)

    def _other_printer(self) -> None:
        desk, name = self.frame.desk, self._printer()

        def read() -> PrinterChoice:
            from thana_desk.actions import print_choices

            return print_choices.choice(desk, name)

        def took(chosen: PrinterChoice) -> None:
            if self._printer() == name:
                self._show_choice(chosen)
                self._keep_choice()

        self.frame.work.do(read, took, owner=self)

    def _set_again(self) -> None:
        """Make the pages anew as they are chosen now, and stay at the same place in them."""
        if self.frame.prints.is_busy:
            return
        self._keep_choice()
        desk, order = self.frame.desk, with_layout(self._order, self._layout_chosen())

        def make(watch: object) -> bytes:
            from thana_desk.actions import print_orders

            return print_orders.make(desk, order, watch)  # type: ignore[arg-type]  # counts pages

        def show(pdf: bytes) -> None:
            share = self.view.page_in_sight() / max(len(self._pages), 1)
            self._order, self._pages = order, PaperPages(pdf)
            self.view.show_pages(self._pages)
            self.view.go_to_page(round(share * len(self._pages)))
            self._count()
            self._look()
            # Whoever chose faster than the pages were made gets the last choice.
            if self._layout_chosen() != order.layout:
                self._set_again()

        self.frame.prints.make(make, show, self, self._show_layout)

    def _show_layout(self) -> None:
        """Let the fields say how the pages in sight are set."""
        laid = self._order.layout
        for combo, value in (
            (self.text_size, laid.size),
            (self.margins, laid.margins),
            (self.sheet, laid.sheet),
            (self.turn, laid.turn),
        ):
            combo.blockSignals(True)
            combo.setCurrentIndex(combo.findData(value))
            combo.blockSignals(False)
        self._keep_choice()

    def _choose(self) -> None:
        self.copies.setFocus()
        self.copies.selectAll()

    def _next_size(self) -> None:
        self.text_size.setCurrentIndex((self.text_size.currentIndex() + 1) % self.text_size.count())

    def _next_margins(self) -> None:
        self.margins.setCurrentIndex((self.margins.currentIndex() + 1) % self.margins.count())

    def _look(self) -> bool:
        """Say beside the fields what is wrong with them."""
        said: Words | None = None
        if not 1 <= int(self.copies.text() or 0) <= MOST_COPIES:
            said = words("prints.bad_count", most=str(MOST_COPIES))
        try:
            pages_of(self.only.text(), len(self._pages))
        except Refused as error:
            said = error.words
        if said is not None:
            self.wrong.look("wrong")
            self.wrong.tell(said)
        self.wrong.setVisible(said is not None)
        return said is None

    def _ticket(self) -> Ticket:
        return Ticket(
            printer=self._printer(),
            count=int(self.copies.text() or 1),
            pages=self.only.text().strip(),
            both_sides=self.both_sides.isChecked() and self.both_sides.isEnabled(),
            grey=self.grey.isChecked(),
        )

    def _print(self) -> None:
        if not self._look():
            self._choose()
            return
        self.frame.prints.print_out(self._order, self._ticket(), self._stand)

    def _stand(self) -> None:
        """Back to the pages, where this page is still there."""
        if self.frame.page() is self:
            self._show_place(False)
            self.view.setFocus()
            if self._layout_chosen() != self._order.layout:
                self._set_again()

    def _ask_place(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # Not `\w`, which leaves out the signs of vowels.
        plain = re.sub(r"[\s/\\:*?\"<>|]+", "_", self._name.hi).strip("_")
        if not self.place.text():
            self.place.setText(str(Path(folder) / f"{plain}.pdf"))
        self._show_place(True)
        if can_be_table(self._order):
            self.wrong.look("soft")
            self.wrong.tell(words("preview.kinds"))
            self.wrong.show()
        self.place.setFocus()
        self.place.selectAll()

    def _show_place(self, shown: bool) -> None:
        for part in (self._place_label, self.place, self.keep_push):
            part.setVisible(shown)
        self.wrong.hide()

    def _save(self) -> None:
        if not self._look():
            return
        target = str(Path(self.place.text().strip()).expanduser())
        ticket = replace(self._ticket(), printer="", target=target, count=1)
        self.frame.prints.print_out(self._order, ticket, self._stand)


def _name_of(order: PrintOrder) -> Words:
    """What the paper is called, with its period."""
    if not order.first:
        return order.name
    span = order.first if order.first == order.last else f"{order.first} – {order.last}"
    return Words(f"{order.name.hi} {span}", f"{order.name.en} {span}")
