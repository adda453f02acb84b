"""Papers brought as a scan, a photograph or a PDF: their codes are read and compared with the journal."""

from dataclasses import dataclass
from pathlib import Path

from thana_desk.actions.attachments import kind_of
from thana_desk.actions.comparing import Comparison, PaperState, compare
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.texts import words

MOST_BYTES = 60_000_000
"""A hundred scanned pages; a larger file is brought in parts."""
MOST_PAGES = 200

_EDGE = 5_000
"""Longer edge in pixels at which a picture is looked at: A4 at 400 dots an inch."""
_DOTS = 300
_MARK = "THANA-DESK:"


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page, counted from 1, with what came of each code of ours on it; none where none was read."""

    number: int
    found: tuple[Comparison, ...]


def compare_scan(desk: Desk, scan: Path | bytes) -> list[ScannedPage]:
    """Compare every paper in a PDF, JPEG or PNG; the bytes say which it is, never the name.

    Takes up to two seconds a page on an old PC: never call it on the window's thread.

    Raises:
        NotAllowed; Refused: no such file, another kind of file, broken, or too large.
    """
    desk.require("verify")
    data = _read(scan) if isinstance(scan, Path) else scan
    return [
        ScannedPage(number, tuple(_compared(desk, code) for code in codes))
        for number, codes in enumerate(codes_of(data), 1)
    ]


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(words("actions.scan.too_large"))
        return path.read_bytes()
    except OSError as error:
        raise Refused(words("actions.scan.no_file")) from error


def _compared(desk: Desk, code: str) -> Comparison:
    """What came of a code; one that only looks like ours is unknown, and the next is read all the same."""
    try:
        return compare(desk, code)
    except Refused:
        return Comparison(PaperState.UNKNOWN, words("actions.compare.unknown"))


def codes_of(data: bytes) -> list[list[str]]:
    """The codes of our papers on each page of a file, as their QR codes say them.

    Raises:
        Refused: another kind of file, broken, or too many pages.
    """
    from thana_desk.pdf_pages import BadPdf, PdfPages
    from thana_desk.pictures import BadPicture, pixels_of

    kind = kind_of(data)
    if kind == "application/pdf":
        try:
            pages = PdfPages(data)
            if len(pages) > MOST_PAGES:
                raise Refused(words("actions.scan.too_large"))
            sizes = enumerate(pages.sizes())
            return [_ours(*pages.pixels(number, _dots(size))) for number, size in sizes]
        except BadPdf as error:
            raise Refused(words("actions.scan.broken")) from error
    if kind in ("image/jpeg", "image/png"):
        try:
            return [_ours(*pixels_of(data, _EDGE))]
        except BadPicture as error:
            raise Refused(words("actions.scan.broken")) from error
    raise Refused(words("actions.scan.other_kind"))


def _dots(size: tuple[float, float]) -> float:
    """Dots an inch at which a page is looked at: a sheet of any size stays within `_EDGE`."""
    return min(_DOTS, _EDGE * 72 / max(*size, 1.0))


def _ours(pixels: bytes, width: int, height: int, stride: int) -> list[str]:
    from thana_desk.qr_codes import codes_in

    return [code for code in codes_in(pixels, width, height, stride) if code.startswith(_MARK)]
