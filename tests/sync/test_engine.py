"""What the engine does with answers that are signed but odd, and with its own limits."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from sync.client.engine import Outcome
from sync.client.memory_remote import MemoryRemote
from sync.client.ports import Halt, Refused, TryLater, Unreachable
from sync.gateway.enrolment import status
from sync.gateway.ingest import signed_receipt
from sync.gateway.store import Store
from sync.protocol.event import Event
from sync.protocol.messages import Identity, SyncReply, SyncRequest
from sync.protocol.wire import MAX_EVENT_BYTES
from tests.sync.samples import THANA, Pc, SteppedClock, answer_of, make_chain, make_pc


@pytest.fixture
def pc(store: Store, clock: SteppedClock) -> Pc:
    return make_pc(store, clock)


def change_replies(
    pc: Pc, store: Store, clock: SteppedClock, change: Callable[[SyncReply], SyncReply]
) -> None:
    """Let every answer pass through `change`, as a gateway with a fault would."""
    answer = answer_of(store, clock)

    def changed(request: bytes) -> bytes:
        return change(SyncReply.from_bytes(answer(request), thana=THANA)).to_bytes()

    pc.over(MemoryRemote(changed))


def write_noise(pc: Pc, amount: int, size: int = 2000) -> None:
    for number in range(amount):
        pc.write(Random(number).randbytes(size // 2).hex())


# --- the sizes ----------------------------------------------------------------------------


def test_a_long_backlog_goes_in_batches_that_grow(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    sizes: list[int] = []
    answer = answer_of(store, clock)

    def watched(request: bytes) -> bytes:
        sizes.append(len(request))
        return answer(request)

    write_noise(pc, 400)
    report = pc.over(MemoryRemote(watched)).engine.sync_once()
    assert (report.outcome, report.sent) == (Outcome.IN_STEP, 400)
    assert sizes[0] < 20_000
    assert max(sizes) > 40_000
    assert max(sizes) < 130_000


def test_cuts_shrink_a_batch_to_one_event(pc: Pc, store: Store, clock: SteppedClock) -> None:
    counts: list[int] = []

    def cut(request: bytes) -> bytes:
        counts.append(len(SyncRequest.from_bytes(request).events))
        raise Unreachable("cut")

    write_noise(pc, 30)
    pc.over(MemoryRemote(cut))
    for _ in range(12):
        assert pc.engine.sync_once().error_kind == "unreachable"
    assert counts[0] > counts[2] > counts[-1] == 1


def test_a_link_that_carries_one_event_at_a_time_still_drains(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    answer = answer_of(store, clock)

    def narrow(request: bytes) -> bytes:
        if len(request) > 2600:
            raise Unreachable("cut")
        return answer(request)

    write_noise(pc, 30)
    pc.over(MemoryRemote(narrow))
    for _ in range(200):
        if pc.engine.sync_once().outcome is Outcome.IN_STEP:
            break
    assert status(store, THANA).feed_size == 30


def test_a_batch_too_large_for_the_way_is_sent_smaller_at_once(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    answer = answer_of(store, clock)

    def capped(request: bytes) -> bytes:
        if len(request) > 6000:
            raise Refused("cap", code="too_large")
        return answer(request)

    write_noise(pc, 60)
    report = pc.over(MemoryRemote(capped)).engine.sync_once()
    assert (report.outcome, report.sent) == (Outcome.IN_STEP, 60)


def test_an_event_too_large_for_the_way_ends_with_a_refusal(pc: Pc) -> None:
    def never(_: bytes) -> bytes:
        raise Refused("cap", code="too_large")

    write_noise(pc, 3)
    report = pc.over(MemoryRemote(never)).engine.sync_once()
    assert (report.error_kind, report.error_code, report.pending) == ("refused", "too_large", 3)


def test_an_event_beyond_the_protocol_stops_with_its_name(pc: Pc, store: Store) -> None:
    pc.write("पहला")
    pc.write("x" * (MAX_EVENT_BYTES + 1))
    report = pc.engine.sync_once()
    assert (report.outcome, report.halt) == (Outcome.HALTED, Halt.OVERSIZE)
    assert (report.acked.seq, report.pending) == (1, 1)
    assert status(store, THANA).feed_size == 1


# --- stopping -----------------------------------------------------------------------------


def test_the_program_may_stop_between_two_batches(pc: Pc, store: Store) -> None:
    write_noise(pc, 200)
    turns = iter([False, False, True])
    report = pc.engine.sync_once(should_stop=lambda: next(turns))
    assert (report.outcome, report.contacts) == (Outcome.PAUSED, 2)
    assert 0 < report.sent == store_size(store) < 200
    assert pc.engine.sync_once().outcome is Outcome.IN_STEP
    assert store_size(store) == 200


def test_a_gateway_may_ask_for_a_pause_between_two_batches(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    change_replies(pc, store, clock, lambda reply: replace(reply, retry_after=30))
    write_noise(pc, 200)
    report = pc.engine.sync_once()
    assert (report.outcome, report.retry_after, report.contacts) == (Outcome.PAUSED, 30.0, 1)


def test_a_busy_gateway_is_left_alone_for_as_long_as_it_asks(pc: Pc) -> None:
    def busy(_: bytes) -> bytes:
        raise TryLater("busy", retry_after=40)

    report = pc.over(MemoryRemote(busy)).engine.sync_once()
    assert (report.error_kind, report.retry_after) == ("try_later", 40)


def store_size(store: Store) -> int:
    return status(store, THANA).feed_size


def test_the_report_gives_the_gateways_time_only_when_it_answered(
    pc: Pc, clock: SteppedClock
) -> None:
    assert pc.engine.sync_once().server_time == clock.now()

    def cut(_: bytes) -> bytes:
        raise Unreachable("cut")

    report = pc.over(MemoryRemote(cut)).engine.sync_once()
    assert report.server_time is None
    assert report.receipt is not None


# --- odd answers --------------------------------------------------------------------------


def test_a_receipt_for_another_chain_is_a_bad_answer(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    def other(reply: SyncReply) -> SyncReply:
        receipt = replace(reply.receipt, identity=Identity(THANA, "pc-9", 1))
        return replace(reply, receipt=signed_receipt(receipt, store))

    change_replies(pc, store, clock, other)
    pc.write()
    assert pc.engine.sync_once().error_kind == "bad_answer"


def test_an_answer_that_never_takes_anything_does_not_run_for_ever(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    answer = answer_of(store, clock)

    def deaf(request: bytes) -> bytes:
        asked = SyncRequest.from_bytes(request)
        return answer(replace(asked, events=(), head_signature=None).to_bytes())

    pc.over(MemoryRemote(deaf))
    pc.write()
    report = pc.engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, "bad_answer")
    assert report.contacts < 4


def test_a_feed_that_promises_more_for_ever_is_left(
    pc: Pc, store: Store, clock: SteppedClock
) -> None:
    change_replies(pc, store, clock, lambda reply: replace(reply, more=True))
    report = pc.engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, "bad_answer")


@pytest.mark.parametrize("left_out", [0, 1])
def test_a_feed_with_a_hole_is_a_bad_answer_and_changes_nothing(
    pc: Pc, store: Store, clock: SteppedClock, left_out: int
) -> None:
    chain = make_chain(3, device="pc-9")
    holed = tuple(event for place, event in enumerate(chain) if place != left_out)
    change_replies(pc, store, clock, lambda reply: replace(reply, events=holed, cursor=3))
    pc.write()
    report = pc.engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, "bad_answer")
    assert len(pc.journal.events()) == 1
    position = pc.journal.load_position("sdc")
    assert position is None or position.cursor == 0


def test_own_events_in_the_feed_are_not_believed(pc: Pc, store: Store, clock: SteppedClock) -> None:
    identity = pc.journal.identity()
    forged = tuple(make_chain(3, device=identity.device))
    change_replies(pc, store, clock, lambda reply: replace(reply, events=forged))
    report = pc.engine.sync_once()
    assert (report.outcome, report.received) == (Outcome.IN_STEP, 0)
    assert pc.journal.events() == {}


def test_an_empty_feed_takes_nothing_away(pc: Pc, store: Store, clock: SteppedClock) -> None:
    other = make_pc(store, clock)
    other.write()
    for each in (other, pc):
        each.engine.sync_once()
    before = pc.journal.events()
    change_replies(
        pc,
        store,
        clock,
        lambda reply: replace(reply, events=(), cursor=0, cursor_hash="0" * 64, verdicts=()),
    )
    pc.engine.sync_once()
    assert pc.journal.events() == before


@pytest.mark.parametrize("given_back", [(), tuple(make_chain(2, device="pc-9"))])
def test_events_given_back_that_do_not_follow_are_a_bad_answer(
    pc: Pc, store: Store, clock: SteppedClock, given_back: tuple[Event, ...]
) -> None:
    old = pc.clone()
    pc.write()
    pc.engine.sync_once()
    change_replies(old, store, clock, lambda reply: replace(reply, taken_back=given_back))
    report = old.engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, "bad_answer")
    assert old.journal.events() == {}


def test_the_position_is_saved_after_each_batch(pc: Pc, store: Store, clock: SteppedClock) -> None:
    acked: list[int] = []
    answer = answer_of(store, clock)

    def watched(request: bytes) -> bytes:
        position = pc.journal.load_position("sdc")
        acked.append(0 if position is None else position.acked.seq)
        return answer(request)

    write_noise(pc, 200)
    pc.over(MemoryRemote(watched)).engine.sync_once()
    assert acked[0] == 0
    assert acked == sorted(set(acked))
