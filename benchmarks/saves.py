"""What it costs to keep a record for good: the store's own save, and a registration with its rules."""

import json
import sqlite3
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.documents import Document, fir
from benchmarks.places import scratch
from benchmarks.report import Measured, compare, percentile
from thana_desk.actions import demo, diary, records
from thana_desk.storage.database import create_store
from thana_desk.storage.identifiers import new_id
from thana_desk.storage.rows import Allocation, Clock, Envelope, Identity, IndexRow, NewEvent
from thana_desk.storage.work import Work

TAIL_GOAL = 5.0
_COLUMNS = ("number", "station", "status", "registered_at", "complainant")
_WARM_UP = 20


def save(runs: int) -> Measured:
    """Milliseconds of one durable save: signed event, number, record, index, search, one commit.

    The floor inserts the same document and five indexed columns into plain SQLite, WAL and
    synchronous=FULL. `p999_over_p50` is the slow tail of ours, to be at most `tail_goal`.
    """
    with scratch() as folder, _FloorStore(folder / "floor.db") as floor:
        ours = _StoreSaves(folder / "desk.db")
        try:
            return _side_by_side("save", ours.save, floor.save, runs, goal=2.2)
        finally:
            ours.close()


def register(runs: int) -> Measured:
    """Milliseconds to register an FIR as the moharir does: rules, GD entry, numbers, clocks, save.

    The floor is that of `save`, with the same letter. An FIR brings a GD entry with it, so two
    records come into being; no goal was ever set from outside, ours is to stay within 10.
    """
    with scratch() as folder, _FloorStore(folder / "floor.db") as floor:
        demo.make_home(folder / "home")
        desk = demo.sign_in(folder / "home", "moharir")
        try:
            diary.open_day(desk)
            letter = desk.forms["iif_1"].sample(desk.clock.now())

            def ours(document: Document) -> None:
                records.register(desk, "iif_1", letter)

            def bare(document: Document) -> None:
                floor.keep(document, letter)

            return _side_by_side("register", ours, bare, runs, goal=10)
        finally:
            desk.close()


def _side_by_side(
    name: str,
    ours: Callable[[Document], None],
    floor: Callable[[Document], None],
    runs: int,
    *,
    goal: float,
) -> Measured:
    """Save by save in turn, after a few that nobody counts."""
    ours_ms: list[float] = []
    floor_ms: list[float] = []
    for serial in range(1, _WARM_UP + runs + 1):
        document = fir(serial)
        a, b = _timed(ours, document), _timed(floor, document)
        if serial > _WARM_UP:
            ours_ms.append(a)
            floor_ms.append(b)
    ours_tail, floor_tail = percentile(ours_ms, 0.999), percentile(floor_ms, 0.999)
    return compare(
        name,
        ours_ms,
        floor_ms,
        unit="ms",
        goal=goal,
        p999=round(ours_tail, 3),
        floor_p999=round(floor_tail, 3),
        p999_over_p50=round(ours_tail / percentile(ours_ms, 0.5), 2),
        tail_goal=TAIL_GOAL,
    )


def _timed(act: Callable[[Document], None], document: Document) -> float:
    began = time.perf_counter()
    act(document)
    return (time.perf_counter() - began) * 1000


class _FloorStore:
    """The least that keeps a document durably and lets it be found again."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> "_FloorStore":
        run = self._connection.execute
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run(f"CREATE TABLE fir (id INTEGER PRIMARY KEY, {', '.join(_COLUMNS)}, document)")
        for column in _COLUMNS:
            run(f"CREATE INDEX by_{column} ON fir ({column})")
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def save(self, document: Document) -> None:
        self.keep(document, document)

    def keep(self, columns: Document, document: Mapping[str, Any]) -> None:
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        run(
            "INSERT INTO fir VALUES (NULL, ?, ?, ?, ?, ?, ?)",
            (*(columns[key] for key in _COLUMNS), json.dumps(document, ensure_ascii=False)),
        )
        run("COMMIT")


class _StoreSaves:
    """Registrations into the encrypted store, prepared as the actions prepare them."""

    def __init__(self, path: Path) -> None:
        self._sign = Ed25519PrivateKey.generate().sign
        self._store = create_store(path, bytes(range(32)))
        self._store.set_identity(Identity(thana="00000", device=new_id()))
        self._actor = new_id()

    def close(self) -> None:
        self._store.close()

    def save(self, document: Document) -> None:
        now = datetime.now(timezone(timedelta(hours=5, minutes=30)))
        at, period = now.isoformat(timespec="seconds"), str(now.year)
        record_id = new_id()

        def act(work: Work) -> None:
            serial = work.next_serial("fir", period)
            allocation = Allocation("fir", period, serial, f"{serial:04d}/{period}")
            envelope = Envelope(
                record_id=record_id,
                form="iif_1",
                form_version=1,
                status="registered",
                number=allocation.number,
                series="fir",
                period=period,
                serial=serial,
                title=str(document["complainant"]),
                registered_at=at,
                created_by=self._actor,
                registered_by=self._actor,
            )
            clock = Clock("charge_sheet", at, (now + timedelta(days=60)).isoformat())
            event = work.append(
                NewEvent(
                    record_id=record_id,
                    kind="registered",
                    form="iif_1",
                    form_version=1,
                    actor=self._actor,
                    role="moharir",
                    stated_at=at,
                    device_at=at,
                    body={
                        "envelope": envelope.to_json(),
                        "letter": document,
                        "allocations": [
                            {
                                "series": "fir",
                                "period": period,
                                "serial": serial,
                                "number": allocation.number,
                            }
                        ],
                        "clocks": [{"code": clock.code, "starts_at": at, "due_at": clock.due_at}],
                    },
                    sign=self._sign,
                )
            )
            work.allocate(allocation, event)
            index_rows = [
                IndexRow("name", key, str(document[key]), str(document[key]).casefold())
                for key in ("complainant", "father", "phone", "vehicle", "village")
            ]
            search_text = " ".join(row.folded for row in index_rows)
            work.put_record(envelope, document, index_rows, search_text, [clock], event)

        self._store.save(act)
