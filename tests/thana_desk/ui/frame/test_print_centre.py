"""The print centre by keys: choices kept, pages counted, Esc stops, what waits is offered again, the log."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.thana_desk.printing.paper import pages_text
from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import print_log, print_orders
from thana_desk.actions.desk import Desk
from thana_desk.actions.print_jobs import PressStopped
from thana_desk.actions.print_orders import PrintOrder, Ticket, Watch
from thana_desk.ui.press import Printer

K = Qt.Key


class Tray:
    """Two printers that keep what they are sent; `problem` stops them at the first page."""

    def __init__(self) -> None:
        self.problem = ""
        self.sent: list[tuple[bytes, Ticket, list[int]]] = []
        self.hold: threading.Event | None = None
        self.begun = threading.Event()

    def printers(self) -> list[Printer]:
        return [Printer("HP", usual=True, both_sides=True), Printer("Canon")]

    def press(self, pdf: bytes, ticket: Ticket, numbers: Sequence[int], watch: Watch) -> None:
        if self.problem:
            raise PressStopped(self.problem)
        self.begun.set()
        if self.hold is not None:
            assert self.hold.wait(20)
        for count, _number in enumerate(numbers, 1):
            watch(count)
        self.sent.append((pdf, ticket, list(numbers)))


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Tray:
    tray = Tray()
    monkeypatch.setattr("thana_desk.ui.press.printers", tray.printers)
    monkeypatch.setattr("thana_desk.ui.press.press", tray.press)
    return tray


@pytest.fixture
def seat(worked_home: Path, make_seat: Callable[[Path], Seat], tray: Tray) -> Seat:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    return seat


def at_fir(seat: Seat) -> None:
    seat.frame.go("fir")
    seat.settle()
    seat.press(K.Key_Return, K.Key_F11)
    assert seat.page() == "PreviewPage"


def said(seat: Seat) -> str:
    assert not seat.frame.message.isHidden()
    return seat.frame.message.said_words().en


def test_copies_and_pages_are_typed_and_sent(seat: Seat, tray: Tray) -> None:
    at_fir(seat)
    seat.press(K.Key_P, ctrl=True)
    seat.type("3")
    seat.press(K.Key_Tab)
    seat.type("2-")
    seat.press(K.Key_F11)
    (pdf, ticket, pages) = tray.sent[0]
    assert (ticket.printer, ticket.count) == ("HP", 3)
    assert pages == list(range(1, len(pages_text(pdf))))


def test_pages_that_are_none_are_said_beside_the_fields_and_stay_typed(
    seat: Seat, tray: Tray
) -> None:
    at_fir(seat)
    seat.front.only.setFocus()
    seat.type("x-2")
    seat.press(K.Key_F11)
    assert tray.sent == []
    assert "x-2" in seat.front.wrong.words.en
    assert seat.front.wrong.isVisible()
    assert seat.front.only.text() == "x-2"


def test_text_size_and_margins_by_keys_change_the_pages_and_are_remembered(
    seat: Seat, tray: Tray
) -> None:
    at_fir(seat)
    usual = len(seat.front.view_pages())
    seat.press(K.Key_T, K.Key_T, ctrl=True)
    seat.press(K.Key_M, ctrl=True)
    large = len(seat.front.view_pages())
    assert large > usual
    seat.press(K.Key_F11)
    assert len(pages_text(tray.sent[0][0])) == large
    at_fir(seat)
    assert len(seat.front.view_pages()) >= large
    assert seat.front.text_size.currentData() == "very_large"
    assert seat.front.margins.currentData() == "binding"


def test_another_printer_brings_its_own_choices(seat: Seat, tray: Tray) -> None:
    at_fir(seat)
    seat.press(K.Key_T, ctrl=True)
    assert seat.front.both_sides.isEnabled()
    seat.front.printer.setCurrentIndex(seat.front.printer.findData("Canon"))
    seat.settle()
    assert seat.front.text_size.currentData() == "normal"
    assert not seat.front.both_sides.isEnabled()
    seat.front.printer.setCurrentIndex(seat.front.printer.findData("HP"))
    seat.settle()
    assert seat.front.text_size.currentData() == "large"
    seat.press(K.Key_F11)
    assert tray.sent[0][1].printer == "HP"


def test_esc_stops_a_print_and_the_job_waits(seat: Seat, tray: Tray) -> None:
    at_fir(seat)
    tray.hold = threading.Event()
    seat.front.print_push.click()
    assert tray.begun.wait(20)
    QTest.keyClick(seat.front.view, K.Key_Escape)
    tray.hold.set()
    seat.settle()
    assert tray.sent == []
    assert "stopped" in said(seat)
    assert seat.page() == "PreviewPage"
    seat.frame.open_place("waiting")
    seat.settle()
    assert seat.front.model.rowCount() == 1
    tray.hold = None
    seat.press(K.Key_Return)
    assert len(tray.sent) == 1
    assert seat.front.model.rowCount() == 0


def test_esc_while_the_pages_are_set_anew_leaves_them_as_they_were(
    seat: Seat, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_fir(seat)
    begun, hold, make = threading.Event(), threading.Event(), print_orders.make

    def slow(desk: Desk, order: PrintOrder, watch: Watch | None = None) -> bytes:
        begun.set()
        assert hold.wait(20)
        return make(desk, order, watch)

    monkeypatch.setattr(print_orders, "make", slow)
    QTest.keyClick(seat.front.view, K.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert begun.wait(20)
    QTest.keyClick(seat.front.view, K.Key_Escape)
    hold.set()
    seat.settle()
    assert seat.page() == "PreviewPage"
    assert seat.front.text_size.currentData() == "normal"


def test_esc_means_back_once_nothing_is_printed(seat: Seat, tray: Tray) -> None:
    at_fir(seat)
    assert not seat.frame.prints.stop()
    seat.press(K.Key_Escape)
    assert seat.page() == "RecordPage"


def test_what_the_printer_refused_is_offered_after_the_next_sign_in_and_goes_to_another(
    worked_home: Path, make_seat: Callable[[Path], Seat], seat: Seat, tray: Tray
) -> None:
    at_fir(seat)
    tray.problem = "gone"
    seat.press(K.Key_F11)
    assert "did not take all pages" in said(seat)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    assert "Prints that wait: 1" in said(seat)
    tray.problem = ""
    seat.frame.open_place("waiting")
    seat.settle()
    seat.front.printer.setCurrentIndex(seat.front.printer.findData("Canon"))
    seat.press(K.Key_F11)
    assert tray.sent[0][1].printer == "Canon"


def test_a_waiting_print_is_thrown_away_only_after_a_question(seat: Seat, tray: Tray) -> None:
    at_fir(seat)
    tray.problem = "paused"
    seat.press(K.Key_F11)
    seat.frame.open_place("waiting")
    seat.settle()
    seat.press(K.Key_Delete, K.Key_Return)
    assert seat.front.model.rowCount() == 1, "Enter alone means no"
    seat.press(K.Key_Delete, K.Key_Left, K.Key_Return)
    assert seat.front.model.rowCount() == 0


def test_a_list_is_kept_as_pdf_or_table_from_the_same_place(
    seat: Seat, tray: Tray, tmp_path: Path
) -> None:
    seat.frame.go("fir")
    seat.settle()
    seat.press(K.Key_F11)
    assert seat.page() == "PreviewPage"
    for name, start in (("a.pdf", b"%PDF"), ("a.xlsx", b"PK"), ("a.csv", b"\xef\xbb\xbf")):
        seat.press(K.Key_S, ctrl=True)
        seat.front.place.setText(str(tmp_path / name))
        seat.press(K.Key_Return)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert [one.to for one in print_log.lines(seat.frame.desk).lines] == ["csv", "xlsx", "pdf"]


def test_the_log_shows_who_printed_what_and_opens_the_record(
    worked_home: Path, make_seat: Callable[[Path], Seat], seat: Seat, tray: Tray
) -> None:
    for _time in range(2):
        at_fir(seat)
        seat.press(K.Key_F11)
    seat.window.take_desk(desk_in(worked_home, "sho"))
    seat.settle()
    seat.frame.open_place("prints")
    seat.settle()
    page = seat.front
    assert page.model.rowCount() == 2
    assert page.officer.count() > 5
    assert (page.model.row_at(0).reprint, page.model.row_at(1).reprint) == (1, 0)
    page.kind.setCurrentIndex(page.kind.findData("list"))
    seat.settle()
    assert page.model.rowCount() == 0
    page.kind.setCurrentIndex(0)
    page.first.setText("99-99-2026")
    page.first.setFocus()
    seat.press(K.Key_Return)
    assert page.wrong.isVisible()
    page.first.setText("23-11-2026")
    page.first.setFocus()
    seat.press(K.Key_Return)
    assert page.model.rowCount() == 2
    seat.press(K.Key_Return)
    assert seat.page() == "RecordPage"
