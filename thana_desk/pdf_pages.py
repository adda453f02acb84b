"""Pages of a PDF as pixels: the only place that opens one."""

import threading
from typing import Any

_POINTS = 72

_turn = threading.RLock()
"""PDFium is not made for two threads at once: a page shown waits for a file being checked."""


class BadPdf(Exception):
    """A PDF that cannot be shown: broken, locked with a password, or without a page."""


class PdfPages:
    """The pages of one PDF. Sizes are in points.

    Raises:
        BadPdf.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with _turn:
            try:
                self._document: Any = pypdfium2.PdfDocument(pdf)
                self._count = len(self._document)
            except pypdfium2.PdfiumError as error:
                raise BadPdf from error
        if not self._count:
            raise BadPdf

    def __len__(self) -> int:
        return self._count

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with _turn:
            width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def pixels(self, number: int, dots_per_inch: float) -> tuple[bytes, int, int, int]:
        """One page as blue, green, red; with its width, height and bytes a row."""
        import pypdfium2

        with _turn:
            try:
                page = self._document[number]
            except pypdfium2.PdfiumError as error:
                raise BadPdf from error
            bitmap = page.render(scale=dots_per_inch / _POINTS, rev_byteorder=False)
            made = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
            bitmap.close()
            page.close()
        return made

    def close(self) -> None:
        """Give the memory back."""
        with _turn:
            self._document.close()
