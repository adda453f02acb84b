"""The store behind the sync engine: the same promises as the engine's own journal in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from sync.client.ports import Halt, Journal, Position
from sync.protocol.canonical import canonical
from sync.protocol.event import GENESIS, BrokenChain
from sync.protocol.messages import Head, Identity, Receipt, Verdict
from sync.protocol.signing import SigningKey, is_event_signed
from sync.protocol.times import IST
from tests.thana_desk.storage.samples import AT, project, register, sample_officer
from thana_desk.storage.database import Store
from thana_desk.storage.rows import NewEvent
from thana_desk.storage.sync_store import StoreJournal

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=IST)


@pytest.fixture
def journal(store: Store) -> Journal:
    return StoreJournal(store, project)


def sample_position(**changes: object) -> Position:
    receipt = Receipt(
        Identity("UP-SAMPLE", "pc-1", 1), Head(1, "a" * 64), "e", 1, "b" * 64, NOW, "00" * 64
    )
    start = Position("sdc", 1, feed_epoch="e", receipt=receipt, last_contact=NOW)
    return replace(start, **changes)


def test_identity_and_head_of_the_chain(store: Store, journal: Journal) -> None:
    assert journal.identity() == Identity("UP-SAMPLE", "pc-1", 1)
    assert journal.head() == Head(0, GENESIS)
    with store.work() as work:
        event = register(work, "r1")
    assert journal.head() == Head(1, event.hash)
    assert journal.hash_at(1) == event.hash
    assert journal.hash_at(0) == GENESIS
    assert journal.hash_at(2) is None


def test_own_events_come_within_the_bytes_asked_for(store: Store, journal: Journal) -> None:
    with store.work() as work:
        for number in range(150):
            register(work, f"r{number}", letter={"text": "क" * number})
    every = journal.own_events_after(0, 10**9)
    assert [event.seq for event in every] == list(range(1, 151))
    sizes = [len(canonical(event.to_json())) for event in every]
    for start in (0, 60, 149):
        for bound in (0, sizes[start], sizes[start] + 1, 30_000, 10**6):
            got = journal.own_events_after(start, bound)
            fits = 0
            while start + fits < 150 and sum(sizes[start : start + fits + 1]) <= bound:
                fits += 1
            assert len(got) == max(1, fits)
    assert journal.own_events_after(150, 1000) == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"receipt": None, "last_contact": None},
        {"halt": Halt.FORKED, "token": "t", "cursor": 7, "cursor_hash": "c" * 64},
        {"verdicts_read": 3},
    ],
)
def test_position_comes_back_as_saved(journal: Journal, changes: dict[str, object]) -> None:
    assert journal.load_position("sdc") is None
    position = sample_position(**changes)
    position = replace(position, proof=position.receipt)
    journal.save_position(position)
    assert journal.load_position("sdc") == position
    assert journal.load_position("hub") is None


def test_feed_and_position_are_kept_together(
    store: Store, journal: Journal, make_store: Callable[..., Store]
) -> None:
    other = make_store("pc-2")
    with other.work() as work:
        register(work, "r1")
        register(work, "r2")
    events = other.events()
    with pytest.raises(BrokenChain):
        journal.apply_feed([events[1]], [], sample_position(cursor=1))
    assert journal.load_position("sdc") is None
    verdict = Verdict(1, None, "pc-2", 1, 1, events[0].hash, "r1", "number_gap", "", NOW)
    assert journal.apply_feed(events, [verdict], sample_position(cursor=2)) == []
    position = journal.load_position("sdc")
    assert position is not None
    assert position.cursor == 2
    assert [row.reason for row in store.verdicts("e")] == ["number_gap"]


def test_own_chain_is_refused_from_the_feed_and_taken_back_in_order(
    store: Store, journal: Journal, make_store: Callable[..., Store]
) -> None:
    with store.work() as work:
        register(work, "r1")
        register(work, "r2")
    restored = StoreJournal(make_store("pc-1", name="restored"), project)
    with pytest.raises(BrokenChain):
        restored.apply_feed(store.events(), [], sample_position())
    with pytest.raises(BrokenChain):
        restored.take_back(store.events(1))
    restored.take_back(store.events())
    assert restored.head() == journal.head()


def test_signature_made_by_the_store_is_the_one_sync_checks(store: Store, journal: Journal) -> None:
    key = SigningKey.generate()
    store.put_officer(sample_officer(public_key=key.public))
    with store.work() as work:
        event = work.append(
            NewEvent("r", "note", "gd", 1, "user-1", "sho", AT, AT, {"letter": {}}, sign=key.sign)
        )
    assert is_event_signed(event, key.public)
    assert is_event_signed(store.events()[0], key.public)
    assert journal.signer_keys(["user-1", "nobody"]) == {"user-1": key.public}
