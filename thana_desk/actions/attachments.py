"""Files kept with records: taken in by what they are, not by what they are called."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forms.kit.fields import Attachment
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
)


def keep_file(desk: Desk, path: Path, asked: Attachment) -> dict[str, Any]:
    """Take a file into the encrypted store; the answer is what the field stores.

    Raises:
        Refused: the file cannot be read, is of a kind not taken here, or is too large.
    """
    try:
        if path.stat().st_size > asked.most_bytes:
            most = str(asked.most_bytes // (1024 * 1024))
            raise Refused(words("actions.file.large", most=most))
        data = path.read_bytes()
    except OSError as error:
        raise Refused(words("actions.file.unread")) from error
    mime = kind_of(data)
    if mime not in asked.mimes:
        raise Refused(words("actions.file.kind"))
    with with_store_errors():
        kept = desk.store.put_attachment(path.name[:200], mime, data)
    return {"sha256": kept.sha256, "name": kept.name, "mime": kept.mime, "size": kept.size}


def kind_of(data: bytes) -> str:
    """The media type by the first bytes; empty text for anything not taken."""
    return next((mime for begin, mime in _BEGINNINGS if data.startswith(begin)), "")


def kept_bytes(desk: Desk, stored: Mapping[str, Any]) -> bytes | None:
    """The bytes of a kept file; None where they are not on this PC."""
    with with_store_errors():
        return desk.store.attachment_data(str(stored.get("sha256", "")))
