"""Files kept with records: taken in by what they are, not by what they are called."""

import stat
import threading
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forms.kit.fields import Attachment, Keeps
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"

_BEGINNINGS = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))

_NAMES = {JPEG: "JPG", PNG: "PNG", PDF: "PDF"}

_MOST_BROUGHT = 30 * 1024 * 1024
"""The largest photograph that is opened to be made small: more than any phone takes."""

_SMALL = 240
"""Pixels of the longer edge of a picture in a list."""

_smalls: OrderedDict[str, bytes | None] = OrderedDict()
"""Small pictures by the hash of their file: a form asks for the same one at every look."""

_SMALLS_KEPT = 200
_turn = threading.Lock()


def keep_file(desk: Desk, path: Path, asked: Attachment) -> dict[str, Any]:
    """Take a file into the encrypted store; the answer is what the field stores.

    Raises:
        Refused: the file cannot be read, is broken, of a kind not taken here, or too large.
    """
    most = most_brought(asked)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Refused(words("actions.file.unread"))
        if about.st_size > most:
            raise _too_large(most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(words("actions.file.unread")) from error
    return keep_bytes(desk, path.name, data, asked)


def keep_bytes(
    desk: Desk, name: str, data: bytes, asked: Attachment, caption: str = ""
) -> dict[str, Any]:
    """Take the bytes of a file or of a photograph just taken, as `keep_file` does."""
    if len(data) > most_brought(asked):
        raise _too_large(most_brought(asked))
    mime = kind_of(data)
    if mime not in asked.mimes:
        kinds = ", ".join(_NAMES[one] for one in asked.mimes if one in _NAMES)
        raise Refused(words("actions.file.kind", kinds=kinds))
    if mime == PDF:
        _check_pdf(data)
    else:
        name, mime, data = _picture(name, mime, data, asked)
    if len(data) > asked.most_bytes:
        raise _too_large(asked.most_bytes)
    with with_store_errors():
        kept = desk.store.put_attachment(name[:200], mime, data)
    _remembered(kept.sha256, small_of(data))
    # The same bytes are kept once; the name is the one under which this record got them.
    stored = {"sha256": kept.sha256, "name": name[:200], "mime": mime, "size": kept.size}
    return {**stored, "caption": caption} if caption else stored


def most_brought(asked: Attachment) -> int:
    """The most bytes that a file brought for this field may have."""
    return _MOST_BROUGHT if asked.keeps is Keeps.LIKENESS else asked.most_bytes


def kind_of(data: bytes) -> str:
    """The media type by the first bytes; empty text for anything not taken."""
    return next((mime for begin, mime in _BEGINNINGS if data.startswith(begin)), "")


def kept_bytes(desk: Desk, stored: Mapping[str, Any]) -> bytes | None:
    """The bytes of a kept file; None where they are not on this PC."""
    with with_store_errors():
        return desk.store.attachment_data(str(stored.get("sha256", "")))


def small_picture(desk: Desk, stored: Mapping[str, Any]) -> bytes | None:
    """A kept file as a small JPEG (a PDF by its first page); None where there is none to show."""
    sha256 = str(stored.get("sha256", ""))
    with _turn:
        if sha256 in _smalls:
            _smalls.move_to_end(sha256)
            return _smalls[sha256]
    data = kept_bytes(desk, stored)
    return _remembered(sha256, small_of(data)) if data else None


def _remembered(sha256: str, small: bytes | None) -> bytes | None:
    with _turn:
        _smalls[sha256] = small
        while len(_smalls) > _SMALLS_KEPT:
            _smalls.popitem(last=False)
    return small


def small_of(data: bytes) -> bytes | None:
    """The bytes of a picture or PDF as a small JPEG; None where they cannot be read."""
    return _made(data, _SMALL, 36)


def large_of(data: bytes) -> bytes | None:
    """A picture as a JPEG to look at closely; None where it cannot be read."""
    return _made(data, 3000, 72)


def _made(data: bytes, edge: int, dots_per_inch: int) -> bytes | None:
    from thana_desk import pdf_pages, pictures

    try:
        if kind_of(data) == PDF:
            pages = pdf_pages.PdfPages(data)
            # A page may say it is a kilometre wide; it is drawn no larger than is shown.
            widest = max(*pages.size(0), 1.0)
            pixels = pages.pixels(0, min(dots_per_inch, edge * 72 / widest))
            return pictures.of_pixels(*pixels, edge)
        return pictures.upright(data, edge)[0]
    except (pictures.BadPicture, pdf_pages.BadPdf):
        return None


def _check_pdf(data: bytes) -> None:
    from thana_desk.pdf_pages import BadPdf, PdfPages

    try:
        PdfPages(data)
    except BadPdf as error:
        raise Refused(words("actions.file.bad_pdf")) from error


def _picture(name: str, mime: str, data: bytes, asked: Attachment) -> tuple[str, str, bytes]:
    from thana_desk import pictures

    try:
        if asked.keeps is Keeps.ORIGINAL:
            pictures.check(data)
            return name, mime, data
        return f"{Path(name).stem}.jpg", JPEG, pictures.likeness(data)
    except pictures.BadPicture as error:
        raise Refused(words(f"actions.file.{error.why}")) from error


def _too_large(most: int) -> Refused:
    return Refused(words("actions.file.large", most=str(most // (1024 * 1024))))
