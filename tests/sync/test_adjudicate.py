"""Accept first, judge after: what the gateway says about numbers, parents and signatures."""

from collections.abc import Sequence

import pytest

from sync.client.engine import Outcome
from sync.gateway.enrolment import confirm_signer, status
from sync.gateway.store import Store
from sync.protocol.canonical import Json
from sync.protocol.signing import SigningKey
from tests.sync.samples import THANA, Pc, SteppedClock, make_pc


def number(serial: int, series: str = "FIR", period: str = "2026") -> Json:
    """One allocation as a body carries it."""
    return {"series": series, "period": period, "serial": serial, "number": f"{serial}/2026"}


def sync(*pcs: Pc) -> None:
    for pc in pcs:
        assert pc.engine.sync_once().outcome is Outcome.IN_STEP


def open_verdicts(pc: Pc) -> list[tuple[str, str, str]]:
    """What the PC knows to be parked: reason, detail, record."""
    position = pc.journal.load_position("sdc")
    assert position is not None
    return [(v.reason, v.detail, v.record_id) for v in pc.journal.verdicts(position.feed_epoch)]


def write_numbers(pc: Pc, serials: Sequence[int]) -> None:
    for serial in serials:
        pc.write(f"प्रकरण {serial}", allocations=[number(serial)])


@pytest.fixture
def pc(any_store: Store, clock: SteppedClock) -> Pc:
    return make_pc(any_store, clock)


def test_contiguous_numbers_are_in_order(pc: Pc, any_store: Store) -> None:
    write_numbers(pc, [1, 2, 3])
    sync(pc)
    write_numbers(pc, [4, 5])
    sync(pc)
    assert open_verdicts(pc) == []
    (series,) = status(any_store, THANA).series
    assert (series.first, series.last, series.missing) == (1, 5, 0)


def test_a_series_may_begin_where_the_paper_register_ended(pc: Pc) -> None:
    write_numbers(pc, [214, 215])
    sync(pc)
    assert open_verdicts(pc) == []


def test_a_gap_is_flagged_and_cleared_when_the_number_arrives(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    write_numbers(pc, [1, 2, 4])
    sync(pc)
    assert [(reason, detail) for reason, detail, _ in open_verdicts(pc)] == [
        ("number_gap", "FIR 2026 3")
    ]
    late = make_pc(any_store, clock)
    write_numbers(late, [3])
    sync(late, pc)
    assert open_verdicts(pc) == []
    assert status(any_store, THANA).parked == {}


@pytest.mark.parametrize("order", [[1, 3, 5, 2, 4], [5, 3, 1, 2, 4], [3, 5, 4, 1, 2]])
def test_numbers_in_any_order_end_without_complaint(
    pc: Pc, any_store: Store, order: list[int]
) -> None:
    for serial in order:
        write_numbers(pc, [serial])
        sync(pc)
    assert open_verdicts(pc) == []
    assert status(any_store, THANA).series[0].missing == 0


def test_a_lower_number_that_comes_late_shows_the_gap_above_it(pc: Pc) -> None:
    write_numbers(pc, [5])
    sync(pc)
    assert open_verdicts(pc) == []
    write_numbers(pc, [3])
    sync(pc)
    assert [(reason, detail) for reason, detail, _ in open_verdicts(pc)] == [
        ("number_gap", "FIR 2026 4")
    ]


def test_one_number_on_two_records_flags_both_and_refuses_none(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    other = make_pc(any_store, clock)
    first = pc.write("एक", allocations=[number(1)])
    second = other.write("दो", allocations=[number(1)])
    sync(pc, other, pc)
    flagged = {record for reason, _, record in open_verdicts(pc) if reason == "number_duplicate"}
    assert flagged == {first.record_id, second.record_id}
    assert second.hash in pc.journal.events()
    assert len(open_verdicts(pc)) == 2


def test_a_new_version_keeps_its_number_without_complaint(pc: Pc) -> None:
    first = pc.write("एक", record=7, allocations=[number(1)])
    pc.write("एक, सुधारा", record=7, parents=[first.hash], allocations=[number(1)])
    sync(pc)
    assert open_verdicts(pc) == []


@pytest.mark.parametrize(
    "allocations",
    [
        "1",
        [1],
        [{"series": "FIR", "period": "2026", "serial": "1"}],
        [{"series": "FIR", "period": "2026", "serial": 0}],
        [{"series": "FIR", "period": 2026, "serial": 1}],
        [{"series": "FIR", "serial": 1}],
        [{"series": "F\x1f", "period": "2026", "serial": 1}],
        [number(1)] * 51,
    ],
)
def test_unreadable_numbers_are_parked_and_block_nothing(pc: Pc, allocations: Json) -> None:
    pc.write("अपठनीय", allocations=allocations)
    write_numbers(pc, [1, 2])
    sync(pc)
    assert [reason for reason, _, _ in open_verdicts(pc)] == ["allocations_unreadable"]


def test_an_unknown_parent_is_parked_until_it_comes(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    other = make_pc(any_store, clock)
    parent = other.write("मूल", record=5)
    pc.write("संशोधन", record=5, parents=[parent.hash])
    report = pc.engine.sync_once()
    assert [verdict.reason for verdict in report.verdicts] == ["parent_unknown"]
    sync(other, pc)
    assert open_verdicts(pc) == []
    assert open_verdicts(other) == []


def test_a_feed_event_without_its_parent_is_reported_as_parked_here(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    other = make_pc(any_store, clock)
    orphan = pc.write("संशोधन", parents=["e" * 64])
    sync(pc)
    report = other.engine.sync_once()
    assert [parked.event_hash for parked in report.parked] == [orphan.hash]


def test_a_poison_event_delays_nothing_behind_it(pc: Pc, any_store: Store) -> None:
    pc.write("ख़राब", parents=["e" * 64], allocations="?")
    for serial in range(1, 101):
        pc.write(f"{serial}", allocations=[number(serial)])
    sync(pc)
    assert status(any_store, THANA).feed_size == 101
    assert {reason for reason, _, _ in open_verdicts(pc)} == {
        "parent_unknown",
        "allocations_unreadable",
    }


def test_verdicts_reach_every_pc_of_the_thana(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    other = make_pc(any_store, clock)
    write_numbers(pc, [1, 3])
    sync(pc, other)
    assert open_verdicts(other) == open_verdicts(pc) != []


def test_more_verdicts_than_fit_one_answer_all_arrive(pc: Pc) -> None:
    for _ in range(450):
        pc.write("ख़राब", allocations="?")
    sync(pc)
    assert len(open_verdicts(pc)) == 450


# --- users' signatures --------------------------------------------------------------------


def test_the_gateway_asks_for_a_users_key_once_and_is_content(pc: Pc, any_store: Store) -> None:
    user = SigningKey.generate()
    pc.write("हस्ताक्षरित", user=user)
    sync(pc)
    assert open_verdicts(pc) == []
    pc.write("हस्ताक्षरित", user=user)
    assert pc.engine.sync_once().contacts == 1
    assert status(any_store, THANA).parked == {}


def test_a_signature_by_another_key_is_parked(pc: Pc, any_store: Store) -> None:
    pc.write("असली", user=SigningKey.generate())
    sync(pc)
    known = dict(pc.journal.signer_keys(["moharir"]))
    pc.write("नक़ली", user=SigningKey.generate())
    pc.journal._signers.update(known)
    sync(pc)
    assert [reason for reason, _, _ in open_verdicts(pc)] == ["signature_wrong"]
    assert status(any_store, THANA).feed_size == 2


def test_a_users_second_key_waits_for_a_person(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    pc.write("पहली कुंजी", user=SigningKey.generate())
    sync(pc)
    new = SigningKey.generate()
    pc.write("नई कुंजी", user=new)
    sync(pc)
    assert [reason for reason, _, _ in open_verdicts(pc)] == ["signer_unconfirmed"]
    device = pc.journal.identity().device
    confirm_signer(any_store, THANA, device, "moharir", new.public, clock.now())
    sync(pc)
    assert open_verdicts(pc) == []


def test_a_key_that_never_came_cannot_be_confirmed(
    pc: Pc, any_store: Store, clock: SteppedClock
) -> None:
    with pytest.raises(LookupError):
        confirm_signer(any_store, THANA, "pc", "moharir", "a" * 64, clock.now())
