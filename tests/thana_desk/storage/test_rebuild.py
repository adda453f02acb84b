"""The projections are what replay makes of the journal, whatever was done and in which order."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol.event import GENESIS, Event
from tests.thana_desk.storage.samples import AT, DEK, project, register, sample_draft
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import Store, create_store
from thana_desk.storage.rows import Identity, SyncPosition

WORDS = ("राम", "श्याम", "सीता", "नमूना", "गाँव")

acts = st.lists(
    st.fixed_dictionaries(
        {
            "record": st.integers(0, 4),
            "word": st.sampled_from(WORDS),
            "clock": st.sampled_from([None, "a", "b"]),
            "ended": st.sampled_from([None, None, "2026-11-30", "2026-12-01"]),
            "stops": st.sampled_from([None, ("r0", "a"), ("r1", "b"), ("r9", "a")]),
            "on": st.sampled_from(["pc-1", "pc-2"]),
        }
    ),
    max_size=14,
)


def everything(store: Store) -> dict[str, list[Any]]:
    raw = open_keyed(store.path, DEK)
    tables = {
        name: raw.execute(f"SELECT * FROM {name} ORDER BY {order}").fetchall()
        for name, order in (
            ("record", "place"),
            ("record_letter", "place"),
            ("index_row", "record_id, line"),
            ("clock", "record_id, code"),
            ("record_version", "record_id, version, event_hash"),
            ("allocation", "series, period, serial"),
        )
    }
    for word in WORDS:
        tables[word] = raw.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (f'"{word}"',)
        ).fetchall()
    raw.close()
    return tables


def do(store: Store, act: dict[str, Any], newest: dict[str, Event]) -> None:
    record_id = f"r{act['record']}"
    clocks = []
    if act["clock"]:
        clock = {"code": act["clock"], "starts_at": AT, "due_at": "2027-01-01", "warn_at": []}
        clocks.append({**clock, "stopped_at": act["ended"]})
    stops = []
    if act["stops"]:
        stops.append({"record_id": act["stops"][0], "code": act["stops"][1], "at": "2026-12-09"})
    with store.work() as work:
        newest[record_id] = register(
            work,
            record_id,
            letter={"name": act["word"]},
            follows=newest.get(record_id),
            clocks=clocks,
            stops=stops,
        )


@contextmanager
def fresh(folder: Path, device: str = "pc-1") -> Iterator[Store]:
    with create_store(folder / f"{device}.db", DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", device))
        yield store


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(done=acts)
def test_rebuild_equals_the_projections(
    tmp_path_factory: pytest.TempPathFactory, done: list[dict[str, Any]]
) -> None:
    with fresh(tmp_path_factory.mktemp("rebuild")) as store:
        newest: dict[str, Event] = {}
        for act in done:
            do(store, act, newest)
        before = everything(store)
        assert store.verify() == []
        assert store.rebuild(project) == len(done)
        assert everything(store) == before
        assert store.verify() == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(done=acts, data=st.data())
def test_two_pcs_agree_whatever_arrives_first(
    tmp_path_factory: pytest.TempPathFactory, done: list[dict[str, Any]], data: st.DataObject
) -> None:
    """Both correct the same records without seeing each other, then exchange in batches."""
    folder = tmp_path_factory.mktemp("agree")
    with fresh(folder, "pc-1") as one, fresh(folder, "pc-2") as other:
        first: dict[str, Event] = {}
        for number in range(5):
            do(
                one,
                {"record": number, "word": "राम", "clock": None, "ended": None, "stops": None},
                first,
            )
        exchange(one, other, 100)
        newest = {"pc-1": dict(first), "pc-2": dict(first)}
        for act in done:
            device = act["on"]
            do(one if device == "pc-1" else other, act, newest[device])
        size = data.draw(st.integers(1, 6))
        exchange(one, other, size)
        exchange(other, one, size)
        assert shown(one) == shown(other)
        for store in (one, other):
            assert store.verify() == []
            before = everything(store)
            store.rebuild(project)
            assert everything(store) == before


def shown(store: Store) -> list[Any]:
    rows = store.page(limit=100).rows
    return sorted((row.record_id, row.event_hash, row.siblings) for row in rows) + [
        (row.record_id, row.clock) for row in store.clocks(stopped=True)
    ]


def exchange(source: Store, target: Store, size: int) -> None:
    """Carry what `source` wrote to `target` by the feed, in batches."""
    own = source.identity()
    assert own is not None
    have = target.heads().get((own.device, own.incarnation), (0, GENESIS))[0]
    while batch := source.events(have, limit=size):
        target.apply_feed(batch, [], position(have), project)
        have = batch[-1].seq


def position(cursor: int = 0) -> SyncPosition:
    return SyncPosition("sdc", 1, 0, GENESIS, "epoch", cursor, GENESIS, 0, "")


def test_rebuild_undoes_a_forged_projection(store: Store) -> None:
    with store.work() as work:
        register(work, "r1", letter={"name": "राम"})
    before = everything(store)
    raw = open_keyed(store.path, DEK)
    raw.execute("UPDATE record SET title = 'x'")
    raw.execute("UPDATE record_letter SET letter = '{}'")
    raw.execute("DELETE FROM index_row")
    raw.close()
    assert store.verify() != []
    store.rebuild(project)
    assert everything(store) == before


def test_rebuild_leaves_drafts_and_reports_progress(store: Store) -> None:
    store.put_draft(sample_draft())
    with store.work() as work:
        register(work, "r1")
    told: list[int] = []
    store.rebuild(project, progress=told.append)
    assert told == [1]
    assert store.draft("d1") == sample_draft()


def test_rebuild_that_fails_changes_nothing(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
        register(work, "r2")
    before = everything(store)

    def stumble(event: Event) -> Any:
        if event.record_id == "r2":
            raise RuntimeError
        return project(event)

    with pytest.raises(RuntimeError):
        store.rebuild(stumble)
    assert everything(store) == before
