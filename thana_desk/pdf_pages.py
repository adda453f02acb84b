"""Pages of a PDF as pixels: the only place that opens one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_POINTS = 72

_turn = threading.RLock()
"""PDFium is not made for two threads at once: a page shown waits for a file being checked."""


class BadPdf(Exception):
    """A PDF that cannot be shown: broken, locked with a password, or without a page."""


class PdfPages:
    """The pages of one PDF. Sizes are in points.

    The document is open only while it is read: one left open until the program ends is closed
    after its library, which the library then complains of.

    Raises:
        BadPdf.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        with self._opened() as document:
            self._count = len(document)
        if not self._count:
            raise BadPdf

    def __len__(self) -> int:
        return self._count

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with self._opened() as document:
            width, height = document.get_page_size(number)
        return float(width), float(height)

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of every page, read in one go."""
        with self._opened() as document:
            found = [document.get_page_size(number) for number in range(self._count)]
        return [(float(width), float(height)) for width, height in found]

    def pixels(self, number: int, dots_per_inch: float) -> tuple[bytes, int, int, int]:
        """One page as blue, green, red; with its width, height and bytes a row."""
        with self._opened() as document:
            page = document[number]
            bitmap = page.render(scale=dots_per_inch / _POINTS, rev_byteorder=False)
            made = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
            bitmap.close()
            page.close()
        return made

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        import pypdfium2

        with _turn:
            try:
                document = pypdfium2.PdfDocument(self._pdf)
                try:
                    yield document
                finally:
                    document.close()
            except pypdfium2.PdfiumError as error:
                raise BadPdf from error


def only_pages(pdf: bytes, numbers: list[int]) -> bytes:
    """A PDF of these pages (from 0) alone.

    Raises:
        BadPdf.
    """
    import io

    import pypdfium2

    out = io.BytesIO()
    with _turn:
        try:
            source, made = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
            try:
                made.import_pages(source, numbers)
                made.save(out)
            finally:
                made.close()
                source.close()
        except pypdfium2.PdfiumError as error:
            raise BadPdf from error
    return out.getvalue()
