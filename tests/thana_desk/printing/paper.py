"""What the paper tests share: a setup, and two independent readers of PDF text."""

import re
import shutil
import subprocess
import zlib

import pypdfium2
import pytest

from thana_desk.printing.blocks import PageSetup

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)


def make_setup(**changes: object) -> PageSetup:
    """A setup with plainly fictional values."""
    values: dict[str, object] = {
        "title": "परीक्षण प्रपत्र",
        "thana": "नमूनापुर",
        "district": "उदाहरण",
        "printed_at": "2026-11-22T10:42:00+05:30",
    }
    return PageSetup(**{**values, **changes})  # type: ignore[arg-type]  # checked by the dataclass's users


def folded(text: str) -> str:
    """`text` with every stretch of white space as one space."""
    return re.sub(r"\s+", " ", text.replace("\ufffe", "")).strip()


def read_by_pdfium(pdf: bytes) -> str:
    """The text of all pages as PDFium gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
        return "\n".join(pages)
    finally:
        document.close()


def read_by_poppler(pdf: bytes) -> str:
    """The text of all pages as poppler gives it, in drawing order."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def pages_by_pdfium(pdf: bytes) -> list[str]:
    """The text of each page as PDFium gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def pages_by_poppler(pdf: bytes) -> list[str]:
    """The text of each page as poppler gives it, in drawing order."""
    return read_by_poppler(pdf).split("\f")[:-1]


def body_of(text: str) -> str:
    """The folded text without the page's foot, which stands first in each page's drawing."""
    kept = []
    for line in text.splitlines():
        if "पृष्ठ" in line or "मुद्रण:" in line:
            continue
        kept.append(line)
    return folded("\n".join(kept))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def pages_text(pdf: bytes) -> list[str]:
    """The folded text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [folded(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def opened_streams(pdf: bytes) -> bytes:
    """The file with every deflated stream opened, to look for what must not be in it."""
    out = [re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)]
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            out.append(zlib.decompressobj().decompress(match[1]))
        except zlib.error:
            out.append(match[1])
    return b"\n".join(out)
