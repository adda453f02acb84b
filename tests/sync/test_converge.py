"""The engine against the real ingest: normal days, lost answers, restored and cloned disks."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import delete, update

from sync.client.engine import Outcome
from sync.client.memory_remote import Fault, MemoryRemote
from sync.client.ports import Halt
from sync.gateway.enrolment import declare_restored, revoke, status
from sync.gateway.schema import journal, metadata
from sync.gateway.store import Store
from sync.protocol.event import Event
from sync.protocol.signing import SigningKey
from tests.sync.samples import THANA, Pc, SteppedClock, answer_of, make_pc


def settle(*pcs: Pc) -> None:
    """Sync until nobody has anything left."""
    for _ in range(2):
        for pc in pcs:
            assert pc.engine.sync_once().outcome is Outcome.IN_STEP


def held(store: Store) -> int:
    """How many events the gateway has of the sample thana."""
    return status(store, THANA).feed_size


def test_two_pcs_of_one_thana_converge(any_store: Store, clock: SteppedClock) -> None:
    one, two = make_pc(any_store, clock), make_pc(any_store, clock)
    for number in range(30):
        one.write(f"पहला {number}")
        two.write(f"दूसरा {number}")
    settle(one, two)
    assert one.journal.events() == two.journal.events()
    assert len(one.journal.events()) == 60
    assert held(any_store) == 60


def test_thanas_do_not_see_each_other(any_store: Store, clock: SteppedClock) -> None:
    here, there = make_pc(any_store, clock), make_pc(any_store, clock, thana="UP-OTHER")
    here.write()
    settle(here, there)
    assert there.journal.events() == {}


def test_an_idle_contact_sends_and_reads_nothing(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    pc.write()
    settle(pc)
    report = pc.engine.sync_once()
    assert (report.sent, report.received, report.contacts) == (0, 0, 1)
    assert report.bytes_up < 400


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("place", range(4))
def test_a_fault_at_any_contact_loses_and_doubles_nothing(
    store: Store, clock: SteppedClock, fault: Fault, place: int
) -> None:
    plan: list[Fault | None] = [None] * place + [fault]
    one, two = make_pc(store, clock, faults=plan), make_pc(store, clock)
    for number in range(120):
        one.write(f"{number} " + Random(number).randbytes(1000).hex())
    for _ in range(12):
        if one.engine.sync_once().outcome is Outcome.IN_STEP:
            break
    assert isinstance(one.remote, MemoryRemote)
    assert one.remote.faults == []
    settle(one, two)
    assert held(store) == 120
    assert two.journal.events() == one.journal.events()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.CUT_BEFORE, "unreachable"),
        (Fault.CUT_AFTER, "unreachable"),
        (Fault.GARBAGE, "bad_answer"),
        (Fault.TRUNCATED, "bad_answer"),
    ],
)
def test_a_fault_is_reported_by_name(
    store: Store, clock: SteppedClock, fault: Fault, kind: str
) -> None:
    pc = make_pc(store, clock, faults=[fault])
    pc.write()
    report = pc.engine.sync_once()
    assert (report.outcome, report.error_kind, report.pending) == (Outcome.INTERRUPTED, kind, 1)


def test_a_lost_answer_costs_no_second_sending(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock, faults=[Fault.CUT_AFTER])
    pc.write()
    pc.engine.sync_once()
    again = pc.engine.sync_once()
    assert (again.sent, again.pending, held(store)) == (1, 0, 1)


def test_the_receipt_is_signed_by_the_gateway(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    event = pc.write()
    report = pc.engine.sync_once()
    assert report.receipt is not None
    assert report.receipt.head.hash == event.hash
    assert report.receipt.is_from(store.key.public)
    forged = replace(report.receipt, feed_size=2)
    assert not forged.is_from(store.key.public)


def test_a_receipt_by_another_gateway_is_not_believed(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    pc.gateway_public = SigningKey.generate().public
    pc.over(pc.remote)
    pc.write()
    report = pc.engine.sync_once()
    assert (report.error_kind, report.pending) == ("not_our_gateway", 1)


def test_a_batch_whose_head_the_device_did_not_sign_is_refused(
    any_store: Store, clock: SteppedClock
) -> None:
    pc = make_pc(any_store, clock)
    pc.key = SigningKey.generate()
    pc.over(pc.remote)
    pc.write()
    report = pc.engine.sync_once()
    assert (report.error_kind, report.error_code) == ("refused", "signature")
    assert held(any_store) == 0


def test_a_revoked_device_is_refused(any_store: Store, clock: SteppedClock) -> None:
    pc = make_pc(any_store, clock)
    pc.write()
    revoke(any_store, THANA, pc.journal.identity().device, clock.now())
    report = pc.engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, "revoked")
    assert held(any_store) == 0


# --- restored and cloned ------------------------------------------------------------------


def backup(store: Store) -> Callable[[], None]:
    """Remember the store's state; the result puts it back, as a restored backup would."""
    with store.transaction() as connection:
        rows = {
            table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
            for table in metadata.sorted_tables
        }

    def restore() -> None:
        with store.transaction() as connection:
            for what in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER event_no_{what}")
            for table in metadata.sorted_tables:
                connection.execute(delete(table))
                if rows[table.name]:
                    connection.execute(table.insert(), rows[table.name])

    return restore


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("new", [1, 30], ids=["feed shorter", "feed longer than before"])
def test_a_restored_gateway_gets_everything_again(
    store: Store, clock: SteppedClock, declared: bool, new: int
) -> None:
    one, two = make_pc(store, clock), make_pc(store, clock)
    one.write("पहले")
    two.write("पहले")
    settle(one, two)
    restore = backup(store)
    for number in range(5):
        one.write(f"बाद में {number}")
        two.write(f"बाद में {number}")
    settle(one, two)
    epoch = status(store, THANA).feed_epoch
    restore()
    if declared:
        declare_restored(store)
    third = make_pc(store, clock)
    for number in range(new):
        third.write(f"नया {number}")
    third.engine.sync_once()
    report = one.engine.sync_once()
    assert report.gateway_went_back
    settle(one, two, third)
    assert held(store) == 12 + new
    assert one.journal.events() == two.journal.events() == third.journal.events()
    assert status(store, THANA).feed_epoch != epoch


def test_a_restored_gateway_gives_its_verdicts_again(store: Store, clock: SteppedClock) -> None:
    one, two = make_pc(store, clock), make_pc(store, clock)
    settle(one, two)
    restore = backup(store)
    one.write("अपठनीय", allocations="?")
    settle(one, two)
    restore()
    declare_restored(store)
    settle(one, two)
    position = two.journal.load_position("sdc")
    assert position is not None
    assert position.feed_epoch == status(store, THANA).feed_epoch
    found = two.journal.verdicts(position.feed_epoch)
    assert [verdict.reason for verdict in found] == ["allocations_unreadable"]


def test_a_gateway_restored_between_idle_contacts_raises_no_alarm(
    store: Store, clock: SteppedClock
) -> None:
    pc = make_pc(store, clock)
    pc.write()
    settle(pc)
    restore = backup(store)
    for _ in range(5):
        settle(pc)
    restore()
    settle(pc, pc)
    assert status(store, THANA).devices[0].alarm is None


def test_a_pc_restored_from_an_old_backup_gets_its_events_back_and_stops(
    any_store: Store, clock: SteppedClock
) -> None:
    pc, other = make_pc(any_store, clock), make_pc(any_store, clock)
    pc.write("पहले")
    settle(pc)
    old = pc.clone()
    for number in range(40):
        pc.write(f"बाद में {number}")
    settle(pc)
    report = old.engine.sync_once()
    assert (report.outcome, report.halt) == (Outcome.HALTED, Halt.RESTORED)
    assert report.taken_back == 40
    assert old.journal.events() == pc.journal.events()
    again = old.engine.sync_once()
    assert (again.halt, again.contacts) == (Halt.RESTORED, 0)

    old.journal.open_incarnation()
    old.write("नई शुरुआत")
    settle(old, other)
    assert old.journal.events() == other.journal.events()
    assert held(any_store) == 42


def test_a_lost_disk_with_an_empty_journal_gets_everything_back(
    store: Store, clock: SteppedClock
) -> None:
    pc = make_pc(store, clock)
    empty = pc.clone()
    for number in range(3):
        pc.write(f"{number}")
    settle(pc)
    assert empty.engine.sync_once().halt is Halt.RESTORED
    assert empty.journal.events() == pc.journal.events()


def test_a_cloned_disk_is_found_when_both_write(any_store: Store, clock: SteppedClock) -> None:
    pc = make_pc(any_store, clock)
    pc.write("पहले")
    settle(pc)
    twin = pc.clone()
    pc.write("असली")
    kept = twin.write("नक़ल")
    settle(pc)
    report = twin.engine.sync_once()
    assert (report.outcome, report.halt) == (Outcome.HALTED, Halt.FORKED)
    settle(pc)
    found = status(any_store, THANA).devices[0]
    assert found.alarm == "fork"
    assert found.chains[0].quarantined == 1
    assert kept.hash in twin.journal.events()
    assert held(any_store) == 2


def test_a_longer_clone_is_found_too(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    twin = pc.clone()
    pc.write("असली")
    for number in range(3):
        twin.write(f"नक़ल {number}")
    settle(pc)
    assert twin.engine.sync_once().halt is Halt.FORKED
    assert status(store, THANA).devices[0].chains[0].quarantined == 3


def test_a_cloned_disk_that_only_reads_is_found_by_its_token(
    store: Store, clock: SteppedClock
) -> None:
    pc = make_pc(store, clock)
    pc.write()
    settle(pc)
    twin = pc.clone()
    settle(pc, pc)
    assert twin.engine.sync_once().halt is Halt.COPIED
    assert status(store, THANA).devices[0].alarm == "copied"


def test_two_lost_answers_are_no_clone(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock, faults=[None, Fault.CUT_AFTER, Fault.CUT_AFTER, Fault.TWICE])
    for _ in range(6):
        pc.write()
        report = pc.engine.sync_once()
    assert report.outcome is Outcome.IN_STEP
    assert status(store, THANA).devices[0].alarm is None


def test_the_old_disk_of_a_restored_pc_is_told_that_it_was_replaced(
    store: Store, clock: SteppedClock
) -> None:
    pc = make_pc(store, clock)
    pc.write()
    settle(pc)
    restored = pc.clone()
    restored.journal.open_incarnation()
    restored.write()
    settle(restored)
    late = pc.write("पुराने पीसी पर")
    assert pc.engine.sync_once().halt is Halt.SUPERSEDED
    settle(restored)
    assert late.hash in restored.journal.events()


def test_a_changed_local_chain_is_never_sent(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    pc.write("मूल")
    changed = pc.write("मूल")
    pc.journal.take_back([])
    chain = pc.journal._chains[changed.device, 1]
    chain[2] = replace(changed, body={"letter": {"विवरण": "बदला"}})
    report = pc.engine.sync_once()
    assert (report.halt, held(store)) == (Halt.BROKEN, 0)


def test_a_rewritten_acknowledged_past_is_found(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    first = pc.write("मूल")
    settle(pc)
    other: Event = replace(first, body={"letter": {"विवरण": "बदला"}}).sealed()
    pc.journal._chains[first.device, 1][1] = other
    assert pc.engine.sync_once().halt is Halt.BROKEN


def test_a_lost_alarm_does_not_stop_the_first_chain(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    twin = pc.clone()
    pc.write("असली")
    twin.write("नक़ल")
    settle(pc)
    twin.over(MemoryRemote(answer_of(store, clock), [Fault.CUT_AFTER])).engine.sync_once()
    pc.write("आगे")
    settle(pc)
    assert held(store) == 2


def test_unknown_thana_in_update_touches_nothing(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    pc.write()
    settle(pc)
    with pytest.raises(Exception, match="only ever added"), store.transaction() as connection:
        connection.execute(update(journal).values(kind="changed"))
