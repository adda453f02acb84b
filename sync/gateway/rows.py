"""How an event lies in the gateway's table and comes out again."""

import json
from collections.abc import Sequence
from typing import Any

import zstandard
from sqlalchemy import Connection, RowMapping, Select, select

from sync.gateway.schema import journal
from sync.protocol.canonical import digest, spell
from sync.protocol.event import Event
from sync.protocol.wire import MAX_PLAIN_BYTES

_LEVEL = 3


def to_payload(event: Event) -> bytes:
    """The whole event as canonical JSON under zstd: what is kept for ever, byte for byte.

    `event` came in by `read_run`, which makes it canonical.
    """
    plain = spell(event.to_json())
    return zstandard.ZstdCompressor(level=_LEVEL).compress(plain)


def from_payload(payload: bytes) -> Event:
    """The event that `to_payload` wrote."""
    plain = zstandard.ZstdDecompressor().decompress(payload, max_output_size=MAX_PLAIN_BYTES)
    return Event.from_json(json.loads(plain))


def to_row(event: Event, *, feed_no: int, feed_hash: str, received_at: str) -> dict[str, Any]:
    """The row of a newly accepted event."""
    return {
        "thana": event.thana,
        "device": event.device,
        "incarnation": event.incarnation,
        "seq": event.seq,
        "hash": event.hash,
        "feed_no": feed_no,
        "feed_hash": feed_hash,
        "record_id": event.record_id,
        "event_id": event.event_id,
        "kind": event.kind,
        "form": event.form,
        "form_version": event.form_version,
        "received_at": received_at,
        "payload": to_payload(event),
    }


def feed_hash_after(before: str, event_hash: str) -> str:
    """The feed's own chain: the hash over everything up to and with this event."""
    return digest(f"{before}{event_hash}".encode("ascii"))


def pages(
    connection: Connection, statement: Select[Any], *, max_bytes: int, most: int
) -> tuple[Sequence[RowMapping], bool]:
    """Rows of `statement` up to `max_bytes` of payload and `most` rows, at least one if any.

    Also whether there are more. `statement` selects a `payload` column, in its order.
    """
    found: list[RowMapping] = []
    left = max_bytes
    for row in connection.execute(statement.limit(most + 1)).mappings():
        left -= len(row["payload"])
        if found and (left < 0 or len(found) == most):
            return found, True
        found.append(row)
    return found, False


def hash_at(
    connection: Connection, thana: str, device: str, incarnation: int, seq: int
) -> str | None:
    """The stored hash of one event, None if there is none."""
    return connection.execute(
        select(journal.c.hash).where(
            journal.c.thana == thana,
            journal.c.device == device,
            journal.c.incarnation == incarnation,
            journal.c.seq == seq,
        )
    ).scalar_one_or_none()
