"""Plainly fictional records, officers and drafts for the tests of the storage room."""

from typing import Any

from sync.protocol.event import Event
from thana_desk.storage.rows import (
    Allocation,
    Clock,
    ClockStop,
    Draft,
    Envelope,
    IndexRow,
    NewEvent,
    Officer,
    Projection,
)
from thana_desk.storage.work import Work

DEK = bytes(range(32))
AT = "2026-11-22T11:00:00+05:30"
YEAR = "2026"


def project(event: Event) -> Projection:
    """What the actions would make of a sample event: everything stands in its body."""
    body = event.body
    envelope = Envelope.from_json(body["envelope"])
    letter = body["letter"]
    assert isinstance(letter, dict)
    clocks = [Clock(**{**c, "warn_at": tuple(c["warn_at"])}) for c in body.get("clocks", [])]
    stops = [ClockStop(**s) for s in body.get("stops", [])]
    words = " ".join(str(value) for value in letter.values()).lower()
    rows = [
        IndexRow("text", path, str(value), str(value).lower()) for path, value in letter.items()
    ]
    return Projection(envelope, letter, rows, words, clocks, stops, letter.get("reason"))


def register(
    work: Work,
    record_id: str,
    *,
    form: str = "iif_1",
    series: str | None = "fir",
    letter: dict[str, str] | None = None,
    follows: Event | None = None,
    clocks: list[dict[str, Any]] | None = None,
    stops: list[dict[str, str]] | None = None,
    **columns: Any,
) -> Event:
    """Register a sample record, or its next version when it `follows` an event."""
    before = Envelope.from_json(follows.body["envelope"]) if follows else None
    allocations: list[dict[str, Any]] = []
    values: dict[str, Any] = {}
    if before is not None:
        values = {**before.to_json(), "version": before.version + 1}
    elif series is not None:
        serial = work.next_serial(series, YEAR)
        number = f"{serial:04d}/{YEAR}"
        values = {"series": series, "period": YEAR, "serial": serial, "number": number}
        allocations = [dict(values)]
    values |= {"record_id": record_id, "form": form, "form_version": 1, "status": "registered"}
    values |= {"registered_at": AT, "title": f"नमूना {record_id}", **columns}
    envelope = Envelope(**values)
    body = {
        "envelope": envelope.to_json(),
        "letter": letter or {"name": f"नमूना नाम {record_id}", "text": "काल्पनिक"},
        "allocations": allocations,
        "clocks": clocks or [],
        "stops": stops or [],
    }
    event = work.append(
        NewEvent(
            record_id=record_id,
            kind="registered" if follows is None else "corrected",
            form=form,
            form_version=1,
            actor="user-1",
            role="sho",
            stated_at=AT,
            device_at=AT,
            body=body,
            parents=(follows.hash,) if follows else (),
        )
    )
    for row in allocations:
        work.allocate(Allocation(**row), event)
    made = project(event)
    work.put_record(
        made.envelope,
        made.letter,
        made.index_rows,
        made.search_text,
        made.clocks,
        event,
        reason=made.reason,
        stops=made.stops,
    )
    return event


def sample_officer(**changes: object) -> Officer:
    values: dict[str, Any] = {
        "user_id": "user-1",
        "login": "moharir",
        "name_hi": "नमूना मोहर्रिर",
        "name_en": "Sample Moharir",
        "pno": "000000001",
        "rank": "HC",
        "roles": ("moharir", "operator"),
        "public_key": "ab" * 32,
        "sealed_private_key": b"\x00\x01",
        "active": True,
        "created_at": AT,
    }
    return Officer(**{**values, **changes})


def sample_draft(draft_id: str = "d1", **changes: object) -> Draft:
    values: dict[str, Any] = {
        "draft_id": draft_id,
        "form": "iif_1",
        "form_version": 1,
        "owner": "user-1",
        "letter": {"name": "अधूरा नमूना"},
        "created_at": AT,
        "updated_at": AT,
    }
    return Draft(**{**values, **changes})
