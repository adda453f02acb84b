"""Events of other PCs come in whole, once, in any order of batches, and never block the queue."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sync.protocol.event import GENESIS, Event
from tests.thana_desk.storage.samples import AT, YEAR, project, register
from thana_desk.storage.database import Store
from thana_desk.storage.errors import ForeignEvent, RecordMoved
from thana_desk.storage.lines import Version, standing
from thana_desk.storage.rows import Identity, Projection, SyncPosition, VerdictRow


def position(**changes: Any) -> SyncPosition:
    start = SyncPosition("sdc", 1, 0, GENESIS, "epoch", 0, GENESIS, 0, "")
    return replace(start, **changes)


@pytest.fixture
def other(make_store: Callable[..., Store]) -> Store:
    return make_store("pc-2")


def carry(source: Store, target: Store) -> None:
    target.apply_feed(source.events(), [], position(), project)


def test_other_pcs_record_arrives_with_number_index_and_search(store: Store, other: Store) -> None:
    with other.work() as work:
        event = register(work, "r1", letter={"name": "दूरस्थ"})
    parked = store.apply_feed([event], [], position(last_contact=AT), project)
    assert parked == ()
    record = store.record("r1")
    assert record is not None
    assert record.letter == {"name": "दूरस्थ"}
    assert record.row.device == "pc-2"
    assert record.row.sync_state == "acknowledged"
    assert [row.record_id for row in store.allocations("fir", YEAR)] == ["r1"]
    assert store.search(["दूर"])[0].record_id == "r1"
    assert store.head() == (0, GENESIS)
    assert store.heads() == {("pc-2", 1): (1, event.hash)}
    assert store.sync_position("sdc") == position(last_contact=AT)
    assert store.verify() == []


def test_repeated_batch_changes_nothing(store: Store, other: Store) -> None:
    with other.work() as work:
        register(work, "r1")
        register(work, "r2")
    carry(other, store)
    carry(other, store)
    assert store.page().total == 2
    assert store.verify() == []


def test_next_number_follows_the_numbers_of_other_pcs(store: Store, other: Store) -> None:
    with other.work() as work:
        register(work, "r1")
    carry(other, store)
    with store.work() as work:
        event = register(work, "r2")
    assert event.body["envelope"]["serial"] == 2
    assert store.verify() == []


def test_number_given_twice_stands_twice_and_is_reported(store: Store, other: Store) -> None:
    for desk, record_id in ((store, "here"), (other, "there")):
        with desk.work() as work:
            register(work, record_id)
    carry(other, store)
    assert [row.number for row in store.series_rows("fir", YEAR)] == ["0001/2026", "0001/2026"]
    clash = store.clashes()[0]
    assert (clash.series, clash.serial, clash.record_id) == ("fir", 1, "there")
    assert store.verify() == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda event: replace(event, thana="UP-OTHER").sealed(),
        lambda event: replace(event, device="pc-1").sealed(),
        lambda event: replace(event, seq=5).sealed(),
        lambda event: replace(event, prev_hash="1" * 64).sealed(),
        lambda event: replace(event, actor="somebody"),
        lambda event: replace(event, form_version=2**80).sealed(),
    ],
)
def test_event_that_does_not_belong_is_refused_with_its_batch(
    store: Store, other: Store, spoil: Callable[[Event], Event]
) -> None:
    with other.work() as work:
        register(work, "r1")
        register(work, "r2")
    good, bad = other.events()
    with pytest.raises(ForeignEvent):
        store.apply_feed([good, spoil(bad)], [], position(cursor=9), project)
    assert store.page().total == 0
    assert store.heads() == {}
    assert store.sync_position("sdc") is None


def test_fork_of_a_known_chain_is_refused(store: Store, other: Store) -> None:
    with other.work() as work:
        register(work, "r1")
    carry(other, store)
    forged = replace(other.events()[0], actor="somebody").sealed()
    with pytest.raises(ForeignEvent):
        store.apply_feed([forged], [], position(), project)


def test_correction_waits_for_its_parent(
    store: Store, other: Store, make_store: Callable[..., Store]
) -> None:
    third = make_store("pc-3")
    with other.work() as work:
        first = register(work, "r1", letter={"name": "पहला"})
    carry(other, third)
    with third.work() as work:
        second = register(work, "r1", letter={"name": "दूसरा"}, follows=first)
    parked = store.apply_feed([second], [], position(last_contact=AT), project)
    assert [(row.event_hash, row.reason) for row in parked] == [(second.hash, "parent_unknown")]
    assert store.record("r1") is None
    assert store.verify() == []
    assert store.apply_feed([first], [], position(last_contact=AT), project) == ()
    assert store.parked() == ()
    assert store.letter("r1") == {"name": "दूसरा"}
    assert {event.hash for event in store.versions("r1")} == {first.hash, second.hash}
    assert store.verify() == []


def test_form_of_a_newer_program_is_kept_and_shown_after_the_update(
    store: Store, other: Store
) -> None:
    with other.work() as work:
        register(work, "r1")
    parked = store.apply_feed(other.events(), [], position(), lambda event: None)
    assert [row.reason for row in parked] == ["form_unknown"]
    assert store.record("r1") is None
    assert store.verify() == []
    assert store.retry_parked(project) == ()
    assert store.record("r1") is not None
    assert store.verify() == []


def spoiled(change: Callable[[Projection], Projection]) -> Callable[[Event], Projection]:
    return lambda event: change(project(event))


@pytest.mark.parametrize(
    "change",
    [
        lambda made: replace(made, letter={"other": "x"}),
        lambda made: replace(made, envelope=replace(made.envelope, record_id="r9")),
        lambda made: replace(made, envelope=replace(made.envelope, title=["x"])),
        lambda made: replace(made, envelope=replace(made.envelope, serial=2**70)),
        lambda made: replace(made, envelope=replace(made.envelope, status=None)),
        lambda made: {}["missing"],
    ],
)
def test_unreadable_body_is_parked_and_does_not_stop_the_next(
    store: Store, other: Store, change: Callable[[Projection], Projection]
) -> None:
    with other.work() as work:
        register(work, "r1")
        register(work, "r2")

    def partly(event: Event) -> Projection:
        return spoiled(change)(event) if event.record_id == "r1" else project(event)

    parked = store.apply_feed(other.events(), [], position(), partly)
    assert [(row.record_id, row.reason) for row in parked] == [("r1", "body_unreadable")]
    assert store.record("r2") is not None


def corrected_on_both(store: Store, other: Store) -> tuple[Event, Event, Event]:
    with store.work() as work:
        first = register(work, "r1", letter={"name": "पहला"})
    carry(store, other)
    with store.work() as work:
        mine = register(work, "r1", letter={"name": "यहाँ"}, follows=first)
    with other.work() as work:
        theirs = register(work, "r1", letter={"name": "वहाँ"}, follows=first)
    return first, mine, theirs


def test_two_corrections_of_one_version_stand_side_by_side(store: Store, other: Store) -> None:
    _, mine, theirs = corrected_on_both(store, other)
    carry(other, store)
    other.apply_feed([mine], [], position(), project)
    here, there = store.record("r1"), other.record("r1")
    assert here is not None
    assert there is not None
    assert here.event_hash == there.event_hash
    assert here.row.siblings == there.row.siblings == 1
    assert {event.hash for event in store.versions("r1")} >= {mine.hash, theirs.hash}
    assert store.verify() == other.verify() == []


def test_version_with_both_parents_reconciles(store: Store, other: Store) -> None:
    corrected_on_both(store, other)
    carry(other, store)
    current = store.record("r1")
    assert current is not None
    heads = [event for event in store.versions("r1") if event.parents]
    stale = next(event for event in heads if event.hash != current.event_hash)
    with pytest.raises(RecordMoved), store.work() as work:
        register(work, "r1", follows=stale)
    follows = next(event for event in heads if event.hash == current.event_hash)
    with store.work() as work:
        # The sample maker gives one parent; the second is added as the actions would.
        made = register_with_parents(work, follows, (current.event_hash, stale.hash))
    after = store.record("r1")
    assert after is not None
    assert after.event_hash == made.hash
    assert after.row.siblings == 0
    assert store.verify() == []


def register_with_parents(work: Any, follows: Event, parents: tuple[str, ...]) -> Event:
    from thana_desk.storage.rows import NewEvent

    body = dict(follows.body)
    event = work.append(
        NewEvent("r1", "reconciled", "iif_1", 1, "user-1", "sho", AT, AT, body, parents)
    )
    made = project(event)
    work.put_record(made.envelope, made.letter, made.index_rows, made.search_text, [], event)
    return event


def test_lost_own_events_are_taken_back(store: Store, make_store: Callable[..., Store]) -> None:
    with store.work() as work:
        register(work, "r1")
        register(work, "r2")
    restored = make_store("pc-1", name="restored")
    restored.take_back(store.events(), project)
    assert restored.head() == store.head()
    assert restored.page().total == 2
    restored.take_back(store.events(), project)
    with pytest.raises(ForeignEvent):
        restored.take_back([replace(store.events()[0], device="pc-9").sealed()], project)
    assert restored.verify() == []
    restored.set_identity(Identity("UP-SAMPLE", "pc-1", 2))
    with restored.work() as work:
        event = register(work, "r3")
    assert (event.incarnation, event.seq, event.prev_hash) == (2, 1, GENESIS)
    assert event.body["envelope"]["serial"] == 3
    assert restored.verify() == []


def states(store: Store) -> list[str]:
    every = ("waiting", "sent", "acknowledged", "parked")
    return [row.state for row in store.outbox(every)]


def test_outbox_follows_receipts_back_and_forth(store: Store) -> None:
    with store.work() as work:
        for number in range(4):
            register(work, f"r{number}")
    assert states(store) == ["waiting"] * 4
    head = store.hash_at(3) or ""
    store.put_sync_position(position(acked_seq=3, acked_hash=head, last_contact=AT))
    assert states(store) == ["acknowledged"] * 3 + ["waiting"]
    assert [row.record_id for row in store.outbox()] == ["r3"]
    assert store.outbox()[0].number == "0004/2026"
    assert store.outbox_counts() == {"waiting": 1, "sent": 0, "acknowledged": 3, "parked": 0}
    mark = store.sync_mark(head)
    assert mark is not None
    assert (mark.state, mark.acked_at) == ("acknowledged", AT)
    store.put_sync_position(position(acked_seq=1, acked_hash=store.hash_at(1) or ""))
    assert states(store) == ["acknowledged"] + ["waiting"] * 3
    record = store.record("r0")
    assert record is not None
    assert record.row.sync_state == "acknowledged"


def test_entries_on_a_pen_drive_are_sent_until_the_receipt_comes(store: Store) -> None:
    with store.work() as work:
        for number in range(4):
            register(work, f"r{number}")
    store.put_sync_position(position(acked_seq=1, acked_hash=store.hash_at(1) or ""))
    store.mark_sent(0, 3, way="courier")
    assert states(store) == ["acknowledged", "sent", "sent", "waiting"]
    assert [row.reason for row in store.outbox()] == ["courier", "courier", None]
    assert store.outbox_counts() == {"waiting": 1, "sent": 2, "acknowledged": 1, "parked": 0}
    store.put_sync_position(
        position(acked_seq=3, acked_hash=store.hash_at(3) or "", last_contact=AT)
    )
    assert states(store) == ["acknowledged"] * 3 + ["waiting"]
    assert store.outbox_counts() == {"waiting": 1, "sent": 0, "acknowledged": 3, "parked": 0}


def test_new_incarnation_has_an_outbox_of_its_own(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
    store.put_sync_position(position(acked_seq=1, acked_hash=store.head()[1]))
    store.set_identity(Identity("UP-SAMPLE", "pc-1", 2))
    with store.work() as work:
        register(work, "r2")
    assert states(store) == ["waiting"]
    store.put_sync_position(position(acked_seq=1, acked_hash="x"))
    assert states(store) == ["waiting"]


def verdict(
    number: int, seq: int, clears: int | None = None, reason: str = "number_gap"
) -> VerdictRow:
    return VerdictRow("epoch", number, clears, "pc-1", 1, seq, "", "", reason, "", AT)


def test_verdict_parks_an_own_event_until_it_is_cleared(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
        register(work, "r2")
    here = position(acked_seq=2, acked_hash=store.head()[1], last_contact=AT)
    store.apply_feed([], [verdict(1, 2)], here, project)
    assert states(store) == ["acknowledged", "parked"]
    assert store.outbox()[0].reason == "number_gap"
    assert [row.number for row in store.verdicts("epoch")] == [1]
    store.apply_feed([], [verdict(1, 2)], here, project)
    assert store.outbox_counts()["parked"] == 1
    store.apply_feed([], [verdict(2, 2, clears=1, reason="cleared")], here, project)
    assert states(store) == ["acknowledged", "acknowledged"]
    assert store.verdicts("epoch") == ()


def test_verdicts_of_an_earlier_epoch_no_longer_hold(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
    here = position(acked_seq=1, acked_hash=store.head()[1], last_contact=AT)
    store.apply_feed([], [verdict(1, 1)], here, project)
    store.apply_feed([], [], replace(here, feed_epoch="newer"), project)
    assert states(store) == ["acknowledged"]


def test_current_version_is_the_earliest_line_in_any_order() -> None:
    root = Version("r", (), "2026-01-01T10:00:00+05:30")
    early = Version("a", ("r",), "2026-01-02T10:00:00+05:30")
    late = Version("b", ("r",), "2026-01-02T05:00:00+00:00")
    on_late = Version("c", ("b",), "2026-01-02T10:00:00+05:30")
    both = Version("d", ("c", "a"), "2026-01-03T10:00:00+05:30")
    for versions in ([root, early, late, on_late], [on_late, late, early, root]):
        assert (standing(versions).current, standing(versions).siblings) == ("a", 1)
    assert standing([both, late, root, on_late, early]).current == "d"
    assert standing([both, late, root, on_late, early]).siblings == 0
    assert standing([Version("x", (), "no time"), early]).current == "a"
