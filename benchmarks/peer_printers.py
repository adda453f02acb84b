"""Prints one register with one other library, in a Python that holds it and nothing of ours, and says what it took.

Called as `python peer_printers.py NAME BOOK.json OUT.pdf`; it prints one line of JSON.
The libraries are imported by name: none of them is a dependency of the program's own environment.
"""

import html
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module, metadata
from pathlib import Path
from typing import NamedTuple

PAGE = (842.0, 595.0)
MARGIN = 30.0
SIZE, LEADING, ROW = 9.0, 10.0, 19.0


class Book(NamedTuple):
    """What is to be printed: `widths` in points over the whole width, `rows` in order."""

    title: str
    family: str
    font: str
    head: list[str]
    widths: list[float]
    rows: list[list[str]]
    lines: int

    def pages(self) -> Iterator[list[list[str]]]:
        """The rows of each page, the heads first."""
        for start in range(0, len(self.rows), self.lines):
            yield [self.head, *self.rows[start : start + self.lines]]


Printer = Callable[[Book, Path], None]


def fpdf2(book: Book, out: Path) -> None:
    """Cells of shaped text at their places."""
    pdf = import_module("fpdf").FPDF(orientation="L", unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_font("Bench", "", book.font)
    pdf.set_text_shaping(True)
    pdf.set_line_width(0.4)
    for rows in book.pages():
        pdf.add_page()
        pdf.set_font("Bench", "", SIZE)
        pdf.set_xy(MARGIN, 12)
        pdf.cell(300, LEADING, book.title)
        top = MARGIN
        for row in rows:
            left = MARGIN
            for width, text in zip(book.widths, row, strict=True):
                pdf.rect(left, top, width, ROW)
                pdf.set_xy(left, top)
                pdf.multi_cell(width, LEADING, text)
                left += width
            top += ROW
    pdf.output(str(out))


def weasyprint(book: Book, out: Path) -> None:
    """A table of HTML for each page."""
    import_module("weasyprint").HTML(string=_html(book), base_url="/").write_pdf(str(out))


def typst(book: Book, out: Path) -> None:
    """A table of Typst for each page."""
    columns = ", ".join(f"{width}pt" for width in book.widths)
    width, height = PAGE
    text = [
        f"#set page(width: {width}pt, height: {height}pt, margin: {MARGIN}pt, header: {_quoted(book.title)})\n"
        f'#set text(font: "{book.family}", size: {SIZE}pt, lang: "hi")\n#set par(leading: 2pt)\n'
        f"#let T(..c) = table(columns: ({columns}), rows: {ROW}pt, inset: 2pt, stroke: 0.4pt, ..c)\n"
    ]
    for serial, rows in enumerate(book.pages()):
        cells = ",".join(_quoted(cell) for row in rows for cell in row)
        text.append(("#pagebreak()\n" if serial else "") + f"#T({cells})\n")
    source = out.with_suffix(".typ")
    source.write_text("".join(text), encoding="utf-8")
    import_module("typst").compile(
        str(source), output=str(out), font_paths=[str(Path(book.font).parent)]
    )


def qt_painter(book: Book, out: Path) -> None:
    """Text drawn into rectangles by Qt's painter."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gui, core = import_module("PySide6.QtGui"), import_module("PySide6.QtCore")
    _application = gui.QGuiApplication([])
    gui.QFontDatabase.addApplicationFont(book.font)
    font = gui.QFont(book.family)
    font.setPixelSize(int(SIZE))
    writer = gui.QPdfWriter(str(out))
    writer.setPageSize(gui.QPageSize(core.QSizeF(PAGE[1], PAGE[0]), gui.QPageSize.Unit.Point))
    writer.setPageOrientation(gui.QPageLayout.Orientation.Landscape)
    writer.setResolution(1200)
    writer.setPageMargins(core.QMarginsF(0, 0, 0, 0))
    painter = gui.QPainter(writer)
    painter.scale(1200 / 72, 1200 / 72)
    painter.setFont(font)
    pen = gui.QPen(core.Qt.GlobalColor.black)
    pen.setWidthF(0.4)
    painter.setPen(pen)
    flags = int(core.Qt.TextFlag.TextWordWrap | core.Qt.AlignmentFlag.AlignVCenter)
    for serial, rows in enumerate(book.pages()):
        if serial:
            writer.newPage()
        painter.drawText(core.QRectF(MARGIN, 8, 300, 20), flags, book.title)
        top = MARGIN
        for row in rows:
            left = MARGIN
            for width, text in zip(book.widths, row, strict=True):
                painter.drawRect(core.QRectF(left, top, width, ROW))
                painter.drawText(core.QRectF(left + 2, top, width - 4, ROW), flags, text)
                left += width
            top += ROW
    painter.end()


def borb(book: Book, out: Path) -> None:
    """A table of paragraphs for each page."""
    pdf = import_module("borb.pdf")
    font = pdf.TrueTypeFont.from_file(Path(book.font))
    document = pdf.Document()
    for rows in book.pages():
        page = pdf.Page(width_in_points=int(PAGE[0]), height_in_points=int(PAGE[1]))
        document.append_page(page)
        table = pdf.FixedColumnWidthTable(
            number_of_columns=len(book.head),
            number_of_rows=len(rows),
            column_widths=[int(width) for width in book.widths],
        )
        for row in rows:
            for cell in row:
                table.append_layout_element(pdf.Paragraph(cell or " ", font=font, font_size=SIZE))
        layout = pdf.SingleColumnLayout(page)
        layout.append_layout_element(table)
    pdf.PDF.write(what=document, where_to=str(out))


PRINTERS: dict[str, tuple[Printer, str, str]] = {
    "typst": (typst, "typst", "typst"),
    "qt_painter": (qt_painter, "PySide6-Essentials", "PySide6.QtGui"),
    "fpdf2": (fpdf2, "fpdf2", "fpdf"),
    "weasyprint": (weasyprint, "weasyprint", "weasyprint"),
    "borb": (borb, "borb", "borb.pdf"),
}
"""Name, what prints, the package whose version is told, the module loaded before the clock starts."""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _html(book: Book) -> str:
    style = (
        f"@font-face{{font-family:Bench;src:url(file://{book.font})}}"
        f"@page{{size:{PAGE[0]}pt {PAGE[1]}pt;margin:{MARGIN}pt}}body{{margin:0}}"
        "table{border-collapse:collapse;table-layout:fixed;width:782pt;page-break-after:always;"
        f"font:{SIZE}pt/{LEADING}pt Bench,'{book.family}'}}"
        f"td{{border:.4pt solid #000;height:{ROW - 1}pt;padding:0 2pt}}"
    )
    columns = "".join(f'<col style="width:{width}pt">' for width in book.widths)
    tables = (
        f"<table><colgroup>{columns}</colgroup>"
        + "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
            for row in rows
        )
        + "</table>"
        for rows in book.pages()
    )
    return (
        f"<!doctype html><html lang=hi><meta charset=utf-8><style>{style}</style>{''.join(tables)}"
    )


def peak_mb() -> int:
    """The most memory that this process has held (Linux)."""
    # Not ru_maxrss: a child begins with that of the program that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def main(arguments: list[str]) -> None:
    """Print; the clock leaves out reading the rows and loading the library, not opening the font."""
    name, source, out = arguments
    book = Book(**json.loads(Path(source).read_text(encoding="utf-8")))
    printer, package, module = PRINTERS[name]
    import_module(module)
    before = peak_mb()
    start = time.perf_counter()
    printer(book, Path(out))
    seconds = time.perf_counter() - start
    told = {
        "version": metadata.version(package),
        "seconds": seconds,
        "before_mb": before,
        "peak_mb": peak_mb(),
    }
    print(json.dumps(told), flush=True)
    # Qt's application object may outlive its module on the way out.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
