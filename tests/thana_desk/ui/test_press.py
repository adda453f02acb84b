"""Pages sent to a printer, here one that prints into a file: sheets, copies, ink, and a stop in between."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from thana_desk.actions.print_jobs import PressStopped
from thana_desk.actions.print_orders import Cancelled, Ticket
from thana_desk.pdf_pages import PdfPages
from thana_desk.printing.blocks import PageSetup, Paragraph
from thana_desk.printing.document import render_set
from thana_desk.ui.paper import PaperPages
from thana_desk.ui.press import press, send, set_up

pytestmark = pytest.mark.usefixtures("qapp")


def paper() -> bytes:
    """Three pages: A4 upright, A4 across, Legal."""
    usual = PageSetup(
        title="नमूना", thana="नमूनागंज", district="नमूनाबाद", printed_at="2026-11-23T10:42:00+05:30"
    )
    wide, legal = replace(usual, landscape=True), replace(usual, paper="LEGAL")
    return render_set([([Paragraph("एक पंक्ति")], one) for one in (usual, wide, legal)])


def file_printer(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def sizes(target: Path) -> list[tuple[int, int]]:
    return [(round(wide), round(high)) for wide, high in PdfPages(target.read_bytes()).sizes()]


def test_each_page_comes_on_its_own_sheet_and_only_the_wanted_ones(
    qapp: QApplication, tmp_path: Path
) -> None:
    target, told = tmp_path / "out.pdf", list[int]()
    send(PaperPages(paper()), [0, 1, 2], file_printer(target), Ticket("x"), told.append)
    assert sizes(target) == [(595, 842), (842, 595), (612, 1008)]
    assert told == [1, 2, 3]
    only = tmp_path / "only.pdf"
    send(PaperPages(paper()), [1], file_printer(only), Ticket("x"), told.append)
    assert sizes(only) == [(842, 595)]


def test_copies_come_as_whole_sets_from_a_printer_that_makes_none(tmp_path: Path) -> None:
    target, ticket = tmp_path / "out.pdf", Ticket("x", count=2)
    printer = file_printer(target)
    assert not printer.supportsMultipleCopies()
    set_up(printer, ticket, QPrinterInfo())
    send(PaperPages(paper()), [0, 1], printer, ticket, lambda _sent: None)
    assert sizes(target) == [(595, 842), (842, 595)] * 2


def test_the_name_of_the_job_tells_nothing(tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "out.pdf")
    set_up(printer, Ticket("x", grey=True), QPrinterInfo())
    assert printer.docName() == "Thana Desk"
    assert printer.colorMode() == QPrinter.ColorMode.GrayScale


def test_a_stop_in_between_lets_no_page_more_go_out(tmp_path: Path) -> None:
    def enough(sent: int) -> None:
        if sent == 2:
            raise Cancelled

    target = tmp_path / "out.pdf"
    with pytest.raises(Cancelled):
        send(PaperPages(paper()), [0, 1, 2], file_printer(target), Ticket("x"), enough)
    assert sizes(target) == [(595, 842), (842, 595)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_to_be_gone(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("x")
    printer = file_printer(tmp_path / "blocked" / "out.pdf")
    with pytest.raises(PressStopped) as stopped:
        send(PaperPages(paper()), [0], printer, Ticket("x"), lambda _sent: None)
    assert stopped.value.problem == "gone"


def test_a_printer_that_is_not_there_is_said_so() -> None:
    with pytest.raises(PressStopped) as stopped:
        press(paper(), Ticket("no such printer"), [0], lambda _sent: None)
    assert stopped.value.problem == "no_printer"
