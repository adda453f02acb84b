"""Events to rows and back: the body packed with zstd, lists as canonical JSON."""

import json
from collections.abc import Mapping
from typing import Any

import zstandard
from sqlalchemy import RowMapping

from sync.protocol.canonical import Json, canonical
from sync.protocol.event import Event

LARGEST_BODY = 64 * 2**20
"""No event body unpacks to more bytes than this; a row that claims to is damaged or hostile."""


def pack(data: bytes) -> bytes:
    """Compressed bytes, as `unpack` reads them."""
    return zstandard.compress(data, 3)


def unpack(data: bytes) -> bytes:
    """What `pack` packed.

    Raises:
        ValueError: not packed bytes, or more than `LARGEST_BODY` of them.
    """
    try:
        if not 0 <= zstandard.frame_content_size(data) <= LARGEST_BODY:
            raise ValueError("a body of unbelievable size")
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        raise ValueError("not a packed body") from error


def json_text(value: Json) -> str:
    """Canonical JSON as text, for TEXT columns."""
    return canonical(value).decode("utf-8")


def event_values(event: Event, *, body: bytes | None = None) -> dict[str, Any]:
    """The columns of an event's row, apart from its place; `body` is its canonical body, if at hand."""
    return {
        "thana": event.thana,
        "device": event.device,
        "incarnation": event.incarnation,
        "seq": event.seq,
        "event_id": event.event_id,
        "record_id": event.record_id,
        "kind": event.kind,
        "form": event.form,
        "form_version": event.form_version,
        "parents": json_text(list(event.parents)),
        "actor": event.actor,
        "role": event.role,
        "on_behalf_of": event.on_behalf_of,
        "stated_at": event.stated_at,
        "device_at": event.device_at,
        "trusted_at": event.trusted_at,
        "body": pack(canonical(event.body) if body is None else body),
        "prev_hash": event.prev_hash,
        "hash": event.hash,
        "signature": event.signature,
    }


def event_of(row: Mapping[str, Any] | RowMapping) -> Event:
    """The event of a row of the `event` table.

    Raises:
        ValueError: the row does not hold an event (damaged or tampered with).
    """
    values = {str(name): value for name, value in row.items() if name != "place"}
    values["parents"] = json.loads(values["parents"])
    values["body"] = json.loads(unpack(values["body"]))
    return Event.from_json(values)


def json_value(text: str | None) -> Json:
    """The value of stored canonical JSON; None for None."""
    value: Json = None if text is None else json.loads(text)
    return value
