"""The door to the printers of the PC: which there are, and pages sent to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from thana_desk.actions.print_jobs import PressStopped
from thana_desk.ui.paper import PaperPages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from thana_desk.actions.print_orders import Ticket, Watch

_PRINT_DPI = 300
_LEGAL_FROM = 900
"""Points: a sheet longer than A4 by so much is Legal."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this PC; `usual` is the one that the system prints on."""

    name: str
    usual: bool = False
    both_sides: bool = False


def printers() -> list[Printer]:
    """The printers of this PC."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    return [
        Printer(
            one.printerName(),
            one.printerName() == usual,
            any(mode != QPrinter.DuplexMode.DuplexNone for mode in one.supportedDuplexModes()),
        )
        for one in QPrinterInfo.availablePrinters()
    ]


def press(pdf: bytes, ticket: Ticket, numbers: Sequence[int], watch: Watch) -> None:
    """Send these pages to the ticket's printer; may be called from any thread.

    Raises:
        PressStopped; whatever `watch` raises, after the printer was told to stop.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(ticket.printer)
    if found.isNull():
        raise PressStopped("no_printer")
    if found.state() == QPrinter.PrinterState.Error:
        raise PressStopped("paused")
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    set_up(printer, ticket, found)
    send(PaperPages(pdf), numbers, printer, ticket, watch)


def set_up(printer: QPrinter, ticket: Ticket, found: QPrinterInfo) -> None:
    """Copies, sides and ink as the ticket says, as far as the printer can."""
    from PySide6.QtPrintSupport import QPrinter

    # The spooler shows a job's name to everybody: it must not name a person.
    printer.setDocName("Thana Desk")
    if printer.supportsMultipleCopies():
        printer.setCopyCount(ticket.count)
    if ticket.both_sides and found.supportedDuplexModes():
        printer.setDuplex(QPrinter.DuplexMode.DuplexAuto)
    if ticket.grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)


def send(
    pages: PaperPages, numbers: Sequence[int], printer: QPrinter, ticket: Ticket, watch: Watch
) -> None:
    """Draw the pages onto the printer, in as many copies as it does not make by itself.

    Raises:
        PressStopped: it took no page, or no more; whatever `watch` raises.
    """
    from PySide6.QtPrintSupport import QPrinter

    painter = QPainter()
    times = 1 if printer.supportsMultipleCopies() else ticket.count
    sent = 0
    try:
        for number in list(numbers) * times:
            _turn(printer, pages, number)
            if sent == 0:
                if not painter.begin(printer):
                    raise PressStopped("gone")
            elif not printer.newPage():
                raise PressStopped("gone")
            picture = pages.picture(number, _PRINT_DPI)
            if ticket.grey:
                picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            room = printer.pageLayout().fullRectPixels(printer.resolution())
            fitted = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(QPoint(0, 0), fitted), picture)
            sent += 1
            watch(sent)
    except BaseException:
        # Windows then prints nothing; CUPS gets the pages drawn so far, and the log says so.
        printer.abort()
        raise
    finally:
        ended = painter.end() if painter.isActive() else sent > 0
    if not ended or printer.printerState() == QPrinter.PrinterState.Error:
        raise PressStopped("gone")


def _turn(printer: QPrinter, pages: PaperPages, number: int) -> None:
    """The sheet of this page; a printer without it fits the page onto the one it has."""
    size = pages.size(number)
    wide = size.width() > size.height()
    legal = max(size.width(), size.height()) > _LEGAL_FROM
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Legal if legal else QPageSize.PageSizeId.A4))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
