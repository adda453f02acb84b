"""Registers, returns and papers by keys alone: found by typing, shown, kept as tables, changed, compared."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from benchmarks.books import BOOK, lines_of
from tests.thana_desk.printing.paper import make_setup
from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import papers, records
from thana_desk.printing.document import render
from thana_desk.printing.form_paper import short_hash
from thana_desk.printing.layouts.register import register_blocks
from thana_desk.ui.pages.preview import open_register_paper

K = Qt.Key


def at_registers(home: Path, make_seat: Callable[[Path], Seat]) -> Seat:
    seat = make_seat(home)
    seat.window.take_desk(desk_in(home, "moharir"))
    seat.settle()
    seat.press(K.Key_6)
    assert seat.page() == "RegistersPage"
    return seat


def test_typing_narrows_the_registers_and_enter_shows_the_first(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = at_registers(worked_home, make_seat)
    whole = seat.front.model.rowCount()
    seat.press(K.Key_F7)
    seat.type("बरामद नहीं")
    seat.settle()
    assert seat.front.model.rowCount() == 0
    for _sign in range(20):
        seat.press(K.Key_Backspace)
    seat.type("मालखाना")
    seat.settle()
    assert 0 < seat.front.model.rowCount() < whole
    assert seat.front.view.chosen().code == "malkhana"
    seat.press(K.Key_Return)
    assert seat.page() == "PreviewPage"


def test_a_register_is_kept_as_a_table(
    worked_home: Path, make_seat: Callable[[Path], Seat], tmp_path: Path
) -> None:
    seat = at_registers(worked_home, make_seat)
    seat.press(K.Key_S, ctrl=True)
    seat.front.place.setText(str(tmp_path / "book.xlsx"))
    seat.press(K.Key_Return)
    assert (tmp_path / "book.xlsx").read_bytes()[:2] == b"PK"
    assert seat.front.place.isHidden()


def test_a_figure_leads_to_its_records_and_is_given_otherwise_with_a_reason(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = at_registers(worked_home, make_seat)
    seat.press(K.Key_F7)
    seat.type("दैनिक अपराध")
    seat.settle()
    seat.press(K.Key_Return)
    assert seat.page() == "ReturnPage"
    counted = seat.front.view.chosen().figure.counted
    assert counted
    seat.press(K.Key_Return)
    assert seat.page() == "BehindPage"
    assert seat.front.model.rowCount() == counted
    seat.press(K.Key_Return)
    assert seat.page() == "RecordPage"
    seat.press(K.Key_Escape, K.Key_Escape)
    assert seat.page() == "ReturnPage"
    seat.press(K.Key_F6)
    seat.type("9")
    seat.press(K.Key_Return, K.Key_Return)
    assert seat.front.view.chosen().figure.change is None
    seat.type("एक कागज पर है")
    seat.press(K.Key_Return)
    figure = seat.front.view.chosen().figure
    assert (figure.counted, figure.given) == (counted, 9)
    assert figure.change.reason == "एक कागज पर है"
    seat.press(K.Key_F11)
    assert seat.page() == "PreviewPage"


def test_a_papers_code_is_compared_and_leads_to_its_record(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    desk = desk_in(worked_home, "moharir")
    line = records.listing(desk, ["iif_1"]).lines[0]
    record = desk.store.record(line.record_id)
    assert record is not None
    assert papers.paper(desk, line.record_id)
    seat.window.take_desk(desk)
    seat.settle()
    seat.frame.go("health")
    seat.settle()
    seat.type("0000000000000000")
    seat.press(K.Key_Return)
    assert not seat.front.record_push.isVisible()
    seat.front.paper_code.selectAll()
    seat.type(short_hash(record.event_hash))
    seat.press(K.Key_Return)
    assert seat.front.record_push.isVisible()
    seat.press(K.Key_Space)
    assert seat.page() == "RecordPage"


def test_all_copies_of_a_paper_come_by_one_push(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    from thana_desk.ui.pages.preview import open_copy_set

    seat = make_seat(worked_home)
    desk = desk_in(worked_home, "moharir")
    seat.window.take_desk(desk)
    seat.settle()
    form = desk.forms["iif_1"]
    line = records.listing(desk, ["iif_1"]).lines[0]
    open_copy_set(seat.frame, line.record_id, "form", form.title)
    seat.settle()
    assert seat.page() == "PreviewPage"
    assert len(seat.front.view_pages()) >= len(form.papers[0].copies)


def test_the_window_is_served_while_a_register_of_a_thousand_pages_is_printed(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = at_registers(worked_home, make_seat)
    seat.press(K.Key_F7)
    setup = make_setup(landscape=True, running_head=False)
    made: list[bytes] = []
    seat.frame.work.do(
        lambda: render(register_blocks(BOOK, lines_of(1000), "2026"), setup), made.append
    )
    served = 0
    while not made and served < 500:
        before = seat.window.focusWidget().text()
        seat.type("क")
        QApplication.processEvents()
        served += seat.window.focusWidget().text() == before + "क" and not made
    # Printing takes a second where a key takes milliseconds, on slow machines alike.
    assert served > 20
    assert seat.frame.work.settle(60)
    assert made[0].count(b"/Type/Page/") >= 1000


def test_pages_are_made_beside_the_window(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = at_registers(worked_home, make_seat)
    open_register_paper(seat.frame, "gd", "2026-11-23", "2026-11-23")
    assert not seat.frame.work.is_idle()
    assert seat.page() == "RegistersPage"
    seat.settle()
    assert seat.page() == "PreviewPage"
