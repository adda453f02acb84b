"""Reading the whole store against itself: what was changed, removed, swapped or forged shows here."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from sync.protocol.canonical import NotCanonical, canonical
from sync.protocol.event import GENESIS, Event
from thana_desk.storage import schema
from thana_desk.storage.event_rows import event_of
from thana_desk.storage.lines import Version, standing
from thana_desk.storage.projection import ENVELOPE_COLUMNS
from thana_desk.storage.rows import Finding
from thana_desk.storage.work import allocation_hash, log_hash

_CHUNK = 200


@dataclass(slots=True)
class _Journal:
    """What the pass over the journal remembers, so that the rows beside it can be compared."""

    versions: dict[str, dict[str, Version]] = field(default_factory=dict)
    record_of: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[str, str, int], list[tuple[str, str, str]]] = field(default_factory=dict)
    heads: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)


def findings(connection: Connection, keys: Mapping[str, str]) -> Iterator[Finding]:
    """Everything that does not fit, in one read transaction.

    `keys` are the public signing keys (64 hex digits) by user id; signatures of others cannot be
    judged here.
    """
    journal = _Journal()
    yield from _check_journal(connection, journal, keys)
    yield from _check_receipts(connection, journal)
    yield from _check_numbers(connection, journal)
    yield from _check_history(connection, journal)
    yield from _check_records(connection, journal)
    for table in (schema.print_log, schema.access_log):
        yield from _check_log(connection, table)


def _check_journal(
    connection: Connection, journal: _Journal, keys: Mapping[str, str]
) -> Iterator[Finding]:
    for row in _all_rows(connection, schema.event):
        chain = (row["device"], row["incarnation"])
        where = f"{row['device']}/{row['incarnation']}/{row['seq']}"
        seq, head = journal.heads.get(chain, (0, GENESIS))
        if row["seq"] != seq + 1:
            yield Finding("event_missing", where, f"after entry {seq} comes entry {row['seq']}")
        elif row["prev_hash"] != head:
            yield Finding("chain_broken", where, "the entry does not follow from the one before")
        journal.heads[chain] = (row["seq"], row["hash"])
        try:
            event = event_of(row)
        except ValueError:
            yield Finding("event_unreadable", where, "the entry cannot be read")
            continue
        if event.computed_hash() != event.hash:
            yield Finding("event_changed", where, "the entry was changed after it was sealed")
        elif event.signature is not None and event.actor in keys:
            yield from _check_signature(event, keys[event.actor], where)
        _remember(journal, event)


def _remember(journal: _Journal, event: Event) -> None:
    at = event.trusted_at or event.device_at
    family = journal.versions.setdefault(event.record_id, {})
    family[event.hash] = Version(event.hash, event.parents, at)
    journal.record_of[event.hash] = event.record_id
    listed = event.body.get("allocations")
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("serial"), int):
            place = (str(item.get("series")), str(item.get("period")), item["serial"])
            carrier = (event.hash, event.record_id, str(item.get("number")))
            journal.numbers.setdefault(place, []).append(carrier)


def _check_signature(event: Event, public: str, where: str) -> Iterator[Finding]:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(event.signature or ""), event.hash.encode("ascii"))
    except (InvalidSignature, ValueError):
        yield Finding("signature_wrong", where, "the signature is not the acting officer's")


def _check_receipts(connection: Connection, journal: _Journal) -> Iterator[Finding]:
    """What the data centre has acknowledged must still be here: a cut-off tail shows by it."""
    meta = {row.key: row.value for row in connection.execute(select(schema.meta))}
    for row in connection.execute(select(schema.sync_pos)):
        if row.acked_seq == 0 or "device" not in meta:
            continue
        query = select(schema.event.c.hash).where(
            schema.event.c.device == meta["device"],
            schema.event.c.incarnation == row.incarnation,
            schema.event.c.seq == row.acked_seq,
        )
        if connection.execute(query).scalar() != row.acked_hash:
            where = f"{meta['device']}/{row.incarnation}/{row.acked_seq}"
            yield Finding(
                "journal_shortened", where, f"{row.peer} has acknowledged another entry, or more"
            )


def check_remembered(
    connection: Connection, device: str, remembered: tuple[int, int, str]
) -> Iterator[Finding]:
    """Compare with a head kept outside the store (key store, paper): `(incarnation, seq, hash)`."""
    incarnation, seq, head = remembered
    query = select(schema.event.c.hash).where(
        schema.event.c.device == device,
        schema.event.c.incarnation == incarnation,
        schema.event.c.seq == seq,
    )
    if seq and connection.execute(query).scalar() != head:
        where = f"{device}/{incarnation}/{seq}"
        yield Finding("journal_shortened", where, "the head remembered outside is not here")


def _check_numbers(connection: Connection, journal: _Journal) -> Iterator[Finding]:
    table, floors = schema.allocation, schema.series_floor
    known: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    query = select(table).order_by(table.c.series, table.c.period, table.c.turn)
    for row in connection.execute(query).mappings():
        known.setdefault((row["series"], row["period"]), []).append(dict(row))
    passed: dict[tuple[str, str], set[int]] = {}
    for floor in connection.execute(select(floors)):
        covered = passed.setdefault((floor.series, floor.period), set())
        covered.update(range(floor.after_serial + 1, floor.last_used + 1))
    clash = schema.clash
    clashing = {
        (row.series, row.period, row.serial, row.event_hash)
        for row in connection.execute(select(clash))
    }
    held: set[tuple[str, str, int, str]] = set()
    for (series, period), rows in known.items():
        yield from _check_series(journal, rows, f"{series}/{period}")
        serials = {row["serial"] for row in rows}
        held.update((series, period, row["serial"], row["event_hash"]) for row in rows)
        missing = set(range(1, max(serials) + 1)) - serials - passed.get((series, period), set())
        for serial in sorted(missing):
            yield Finding("serial_missing", f"{series}/{period}/{serial}", "nobody has this number")
    for (series, period, serial), carriers in journal.numbers.items():
        for event_hash, _, _ in carriers:
            if (series, period, serial, event_hash) not in held | clashing:
                where = f"{series}/{period}/{serial}"
                yield Finding("allocation_missing", where, "an entry's number has no row")


def _check_series(
    journal: _Journal, rows: list[Mapping[str, Any]], where: str
) -> Iterator[Finding]:
    turn, head = 0, GENESIS
    for row in rows:
        place = f"{where}/{row['serial']}"
        if row["turn"] != turn + 1 or row["prev_alloc_hash"] != head:
            yield Finding("allocation_chain", place, "the row does not follow from the one before")
        if allocation_hash(row) != row["hash"]:
            yield Finding("allocation_changed", place, "the row was changed after it was written")
        turn, head = row["turn"], row["hash"]
        carriers = journal.numbers.get((row["series"], row["period"], row["serial"]), [])
        if (row["event_hash"], row["record_id"], row["number"]) not in carriers:
            yield Finding("allocation_alone", place, "no entry of the journal carries this number")


def _check_history(connection: Connection, journal: _Journal) -> Iterator[Finding]:
    table = schema.record_version
    history: set[str] = set()
    for row in connection.execute(select(table)):
        history.add(row.event_hash)
        if journal.record_of.get(row.event_hash) != row.record_id:
            yield Finding("version_alone", row.record_id, f"version {row.version} has no entry")
    parked = set(connection.execute(select(schema.inbox_parked.c.event_hash)).scalars())
    for event_hash, record_id in journal.record_of.items():
        if event_hash in history or event_hash in parked:
            continue
        if _has_record(connection, record_id):
            yield Finding("version_missing", record_id, "an entry is not in the record's history")


def _has_record(connection: Connection, record_id: str) -> bool:
    query = select(schema.record.c.place).where(schema.record.c.record_id == record_id)
    return connection.execute(query).first() is not None


def _check_records(connection: Connection, journal: _Journal) -> Iterator[Finding]:
    shown = set(connection.execute(select(schema.record_version.c.event_hash)).scalars())
    met: set[str] = set()
    for row in _all_rows(connection, schema.record):
        record_id = row["record_id"]
        met.add(record_id)
        family = journal.versions.get(record_id, {})
        visible = [version for name, version in family.items() if name in shown]
        if row["event_hash"] not in family or not visible:
            yield Finding("record_alone", record_id, "the record has no entry in the journal")
            continue
        stands = standing(visible)
        if (row["event_hash"], row["siblings"]) != (stands.current, stands.siblings):
            yield Finding(
                "record_outdated", record_id, "the record does not show its newest version"
            )
        yield from _check_contents(connection, row)
    for record_id in {journal.record_of[name] for name in shown if name in journal.record_of} - met:
        yield Finding("record_missing", record_id, "the journal has this record, the lists do not")


def _check_contents(connection: Connection, row: Mapping[str, Any]) -> Iterator[Finding]:
    kept = schema.record_letter
    text = connection.execute(select(kept.c.letter).where(kept.c.place == row["place"])).scalar()
    query = select(schema.event).where(schema.event.c.hash == row["event_hash"])
    found = connection.execute(query).mappings().first()
    try:
        if found is None:
            return
        event = event_of(found)
        letter = canonical(json.loads(text or "null"))
        stated = canonical(event.body.get("letter"))
    except (ValueError, NotCanonical):
        yield Finding("record_unreadable", row["record_id"], "record or entry cannot be read")
        return
    if letter != stated:
        yield Finding("letter_changed", row["record_id"], "the letter is not the one registered")
    said = event.body.get("envelope")
    envelope = said if isinstance(said, dict) else {}
    wrong = [
        name
        for name in ENVELOPE_COLUMNS
        if name in envelope and row[name] != _as_column(envelope[name])
    ]
    place = (event.record_id, event.thana, event.device, event.incarnation, event.seq)
    if place != (row["record_id"], row["thana"], row["device"], row["incarnation"], row["seq"]):
        wrong.append("place")
    if wrong:
        text = "changed since registration: " + ", ".join(wrong)
        yield Finding("envelope_changed", row["record_id"], text)


def _as_column(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def _check_log(connection: Connection, table: Table) -> Iterator[Finding]:
    head = GENESIS
    for row in _all_rows(connection, table):
        where = f"{table.name}/{row['place']}"
        if row["prev_hash"] != head:
            yield Finding("log_chain", where, "the line does not follow from the one before")
        if log_hash(row) != row["hash"]:
            yield Finding("log_changed", where, "the line was changed after it was written")
        head = row["hash"]


def _all_rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    place = -(2**63)
    while True:
        query = select(table).where(table.c.place > place).order_by(table.c.place).limit(_CHUNK)
        rows = connection.execute(query).mappings().all()
        for row in rows:
            yield dict(row)
        if len(rows) < _CHUNK:
            return
        place = rows[-1]["place"]
