"""A register of a thousand pages beside the least that writes its words, and beside reportlab's own tables."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.print_floor import FloorFont, print_floor, words_of
from benchmarks.report import Measured, compare
from forms.kit.register import Column, Entry, Register
from forms.kit.words import Words

if TYPE_CHECKING:
    from thana_desk.printing.shaping import Shaper

_NAMES = ("रमेश कुमार", "श्रीकृष्ण प्रसाद", "क्षमा देवी", "मोहम्मद आरिफ", "ज्ञानेन्द्र सिंह")
_PLACES = ("ग्राम नमूनापुर", "मोहल्ला उदाहरणगंज", "कस्बा नमूनाबाद", "चौराहा प्रतापगढ़")
_WORDS = ("चोरी", "मारपीट", "मोटर साइकिल", "ट्रैक्टर ट्राली", "बरामद", "दर्ज", "विवेचना", "प्रचलित")
PEER_SHARE = 20
"""The peer prints one page in so many: it takes minutes for the whole book."""
ROWS_A_PAGE = 25


def lines_of(pages: int) -> Iterator[Entry]:
    """Fictional lines, about `ROWS_A_PAGE` of them a page, no two alike."""
    for serial in range(1, pages * ROWS_A_PAGE + 1):
        yield Entry(
            f"{serial:05d}/2026",
            "2026-11-22T10:42:00+05:30",
            {
                "name": _NAMES[serial % len(_NAMES)],
                "place": _PLACES[serial % len(_PLACES)],
                "what": " ".join(_WORDS[(serial * step) % len(_WORDS)] for step in (1, 3)),
                "value": str(serial * 37 % 90_000),
            },
            f"उ0नि0 नमूना {serial % 40}",
            "",
        )


def _answer(key: str, hi: str, width: int) -> Column:
    return Column(Words(hi, key), lambda entry: str(entry.letter.get(key) or ""), width)


BOOK = Register(
    "bench",
    Words("मापन रजिस्टर", "Register for measuring"),
    "gd",
    (
        Column(Words("क्रमांक", "No."), lambda entry: entry.number, 14),
        Column(Words("दिनांक", "Date"), lambda entry: entry.registered_at[:10], 14),
        _answer("name", "नाम", 22),
        _answer("place", "स्थान", 24),
        _answer("what", "विवरण", 26),
        _answer("value", "मूल्य", 10),
        Column(Words("अधिकारी", "Officer"), lambda entry: entry.officer, 20),
        Column(Words("टिप्पणी", "Remark"), None, 14),
    ),
    landscape=True,
)


def print_book(pages: int, shaper: "Shaper | None" = None) -> bytes:
    """The register as the program prints it; with its usual shaper, or with this one."""
    from thana_desk.printing.blocks import PageSetup
    from thana_desk.printing.document import render
    from thana_desk.printing.layouts.register import register_blocks

    setup = PageSetup(
        "मापन रजिस्टर",
        "नमूनापुर",
        "उदाहरण",
        "2026-11-22T10:42:00+05:30",
        landscape=True,
        text_size=9.0,
    )
    return render(register_blocks(BOOK, lines_of(pages), "2026"), setup, shaper=shaper)


def peer_book(pages: int) -> bytes:
    """The same lines by reportlab's table of shaped paragraphs, as its manual shows one."""
    import io

    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from thana_desk.printing.fonts import PaperFonts, candidates

    pair = next(one for one in candidates() if one.exists())
    pdfmetrics.registerFont(TTFont("Bench", str(PaperFonts(pair).regular.path)))
    style = ParagraphStyle("cell", fontName="Bench", fontSize=9, leading=12.8, shaping=1)
    rows: list[list[Any]] = [[Paragraph(column.words.hi, style) for column in BOOK.columns]]
    for entry in lines_of(pages):
        rows.append([Paragraph(column.said(entry), style) for column in BOOK.columns])
    out = io.BytesIO()
    table = Table(rows, colWidths=[column.width * 5.2 for column in BOOK.columns], repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.4, "black")])
    SimpleDocTemplate(out, pagesize=landscape(A4)).build([table])
    return out.getvalue()


def print_register(
    runs: int, pages: int = 1000, peers: Path | None = None, keep: Path | None = None
) -> Measured:
    """Milliseconds of a whole book, turn by turn with the floor; memory in a process of its own.

    `peers`: a Python that holds other libraries, which then print the same book; what they
    printed stays in `keep`.
    """
    import pypdfium2

    from thana_desk.printing.fonts import PaperFonts, candidates

    pair = next(one for one in candidates() if one.exists())
    pdf = print_book(pages)
    words = [(word, False) for word in words_of(pdf)]
    document = pypdfium2.PdfDocument(pdf)
    printed = len(document)
    document.close()
    ours, floor = [], []
    for _run in range(runs):
        start = time.perf_counter()
        print_book(pages)
        ours.append((time.perf_counter() - start) * 1000)
        fonts = PaperFonts(pair)
        start = time.perf_counter()
        print_floor(words, FloorFont("R", fonts.regular), FloorFont("B", fonts.bold))
        floor.append((time.perf_counter() - start) * 1000)
    share = max(pages // PEER_SHARE, 1)
    start = time.perf_counter()
    peer = peer_book(share)
    peer_ms = (time.perf_counter() - start) * 1000 * pages / share
    middle = sorted(ours)[len(ours) // 2]
    more: dict[str, Any] = {}
    if peers:
        from benchmarks.book_peers import beside

        more["peers"] = beside(peers, pages, keep)
    return compare(
        "print_register",
        ours,
        floor,
        unit="ms",
        goal=1.8,
        pages=printed,
        pages_a_second=round(printed / middle * 1000),
        kb_a_page=round(len(pdf) / printed / 1024, 1),
        peak_mb=_peak_mb(pages),
        peer_reportlab_table_ratio=round(peer_ms / (sum(floor) / len(floor)), 1),
        peer_kb_a_page=round(len(peer) / share / 1024, 1),
        **more,
    )


def _peak_mb(pages: int) -> int:
    """The most memory that printing the book takes, in a process that does nothing else."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "benchmarks.books", str(pages)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


if __name__ == "__main__":
    print_book(int(sys.argv[1]))
    # Not ru_maxrss: a child begins with that of the program that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
