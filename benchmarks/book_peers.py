"""The measured register printed by ours, by the floor and by other libraries, each in a process of its own."""

import json
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from importlib import metadata
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.books import BOOK, PEER_SHARE, ROWS_A_PAGE, lines_of, peer_book, print_book
from benchmarks.peer_printers import MARGIN, PAGE, PRINTERS, peak_mb
from benchmarks.places import scratch
from benchmarks.print_floor import FloorFont, print_floor, words_of
from thana_desk.printing.fonts import PaperFonts, candidates, fallback_candidates
from thana_desk.printing.shaping import Shaper

SHARES = {"typst": 1, "qt_painter": 1, "reportlab": PEER_SHARE, "fpdf2": 10, "weasyprint": 10}
"""A peer prints one page in so many; one that is not named here, one in five hundred."""
_SLOWEST = 500
_PATIENCE = 500
"""Seconds that one peer may take."""


def beside(python: Path, pages: int, keep: Path | None = None) -> dict[str, dict[str, Any]]:
    """What each took, by name: `ratio` is its time a page over the floor's.

    A page is 25 lines of the book, however many sheets a printer makes of them (`printed`).

    `peak_mb` is the most memory of its process, `before_mb` that before its clock started: with
    the library, and with the lines; only ours and reportlab make these one by one. `true_words` is
    the share of the Hindi words of the lines that pdftotext gives back whole; the floor, which
    prints the words in lines of its own, has none. A peer that fails says `failed`.
    """
    with scratch() as work:
        folder = keep or work
        folder.mkdir(parents=True, exist_ok=True)
        own = [sys.executable, "-P", "-m", "benchmarks.book_peers"]
        told = {"thana_desk": _told([*own, "thana_desk"], pages, folder)}
        words = words_of((folder / "thana_desk.pdf").read_bytes())
        (folder / "floor.json").write_text(json.dumps(words), encoding="utf-8")
        told["floor"] = _told([*own, "floor"], pages, folder)
        told["reportlab"] = _told([*own, "reportlab"], max(pages // PEER_SHARE, 1), folder)
        script = str(Path(__file__).with_name("peer_printers.py"))
        for name in PRINTERS:
            some = max(pages // SHARES.get(name, _SLOWEST), 1)
            told[name] = _told([str(python), "-P", script, name], some, folder)
    floor = told["floor"]["seconds"] / told["floor"]["pages"]
    return {name: _summed_up(one, floor) for name, one in told.items()}


def _told(command: list[str], pages: int, folder: Path) -> dict[str, Any]:
    """Let one of them print; what it says, with the pages, the bytes and the true words."""
    name = command[-1]
    source, out = folder / f"{name}.json", folder / f"{name}.pdf"
    out.unlink(missing_ok=True)
    if name != "floor":
        is_ours = command[0] == sys.executable
        source.write_text(json.dumps(pages if is_ours else _book(pages)), encoding="utf-8")
    try:
        done = subprocess.run(
            [*command, str(source), str(out)],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as problem:
        return {"failed": str(getattr(problem, "stderr", None) or problem)[-300:]}
    told: dict[str, Any] = json.loads(done.stdout)
    document = pypdfium2.PdfDocument(str(out))
    told |= {"pages": pages, "printed": len(document), "bytes": out.stat().st_size}
    document.close()
    if name != "floor":
        told["true_words"] = true_words(_hindi_words(pages), _text(out))
    return told


def _summed_up(told: dict[str, Any], floor: float) -> dict[str, Any]:
    if "failed" in told:
        return told
    pages, seconds = told["pages"], told["seconds"]
    return {
        "version": told.get("version", ""),
        "pages": pages,
        "printed": told["printed"],
        "pages_a_second": float(f"{pages / seconds:.3g}"),
        "ratio": float(f"{seconds / pages / floor:.3g}"),
        "before_mb": told["before_mb"],
        "peak_mb": told["peak_mb"],
        "kb_a_page": round(told["bytes"] / pages / 1024, 1),
    } | ({"true_words": round(told["true_words"], 3)} if "true_words" in told else {})


def _book(pages: int) -> dict[str, Any]:
    """The book in the shape that `peer_printers` reads."""
    pair = next(one for one in candidates() if one.exists())
    unit = (PAGE[0] - 2 * MARGIN) / sum(column.width for column in BOOK.columns)
    return {
        "title": BOOK.words.hi,
        "family": pair.name,
        "font": str(pair.regular),
        "head": [column.words.hi for column in BOOK.columns],
        "widths": [round(column.width * unit, 1) for column in BOOK.columns],
        "rows": [[column.said(entry) for column in BOOK.columns] for entry in lines_of(pages)],
        "lines": ROWS_A_PAGE,
    }


def _hindi_words(pages: int) -> list[str]:
    cells = (column.said(entry) for entry in lines_of(pages) for column in BOOK.columns)
    return [word for cell in cells for word in cell.split() if not word.isascii()]


def _text(pdf: Path) -> str:
    done = subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True, timeout=_PATIENCE
    )
    return done.stdout


def true_words(wanted: list[str], text: str) -> float:
    """The share of `wanted` that stands in `text` as whole words, each as often as it is wanted."""
    hoped = Counter(unicodedata.normalize("NFC", word) for word in wanted)
    found = Counter(unicodedata.normalize("NFC", text).split())
    return (hoped & found).total() / hoped.total()


def main(arguments: list[str]) -> None:
    """Print as `peer_printers` does: the floor from its words, the others from a number of pages."""
    name, source, out = arguments
    given = json.loads(Path(source).read_text(encoding="utf-8"))
    pair = next(one for one in candidates() if one.exists())
    if name == "floor":
        words = [(word, False) for word in given]
        before = peak_mb()
        start = time.perf_counter()
        fonts = PaperFonts(pair)
        pdf = print_floor(words, FloorFont("R", fonts.regular), FloorFont("B", fonts.bold))
    else:
        printer = {"thana_desk": print_book, "reportlab": peer_book}[name]
        # Loads the libraries, as the peers' are loaded before their clock starts, but opens the
        # fonts and shapes the words for itself alone: the clock has these again.
        print_book(1, Shaper(PaperFonts(pair, fallback_candidates())))
        before = peak_mb()
        start = time.perf_counter()
        pdf = printer(given)
    Path(out).write_bytes(pdf)
    seconds = time.perf_counter() - start
    told: dict[str, Any] = {"seconds": seconds, "before_mb": before, "peak_mb": peak_mb()}
    if name == "reportlab":
        told["version"] = metadata.version(name)
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
