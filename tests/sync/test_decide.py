"""The decision table: what follows from both heads, the position and the reply."""

from dataclasses import replace
from typing import Any

import pytest

from sync.client.batch import CEILING, FLOOR, BatchSize
from sync.client.decide import (
    Acknowledge,
    Action,
    GoOn,
    Mine,
    ReadFeed,
    Rewind,
    Stop,
    TakeBack,
    decide,
    moved,
)
from sync.client.ports import Halt, Position
from sync.client.retry import LONGEST, LONGEST_ASKED, may_retry, wait_seconds
from sync.client.watch import Link, Way
from sync.protocol.event import GENESIS
from sync.protocol.messages import Head, Identity, Receipt, SyncReply
from tests.sync.samples import NOON


def hash_of(seq: int) -> str:
    """The sample chain's hash at `seq`."""
    return GENESIS if seq == 0 else f"{seq:064x}"


OTHER = "f" * 64


def make_mine(head: int, *, theirs: int, acked: int) -> Mine:
    return Mine(
        head=Head(head, hash_of(head)),
        at_theirs=hash_of(theirs) if theirs <= head else None,
        at_acked=hash_of(acked) if acked <= head else None,
    )


def make_reply(seq: int, head: str | None = None, **changes: Any) -> SyncReply:
    receipt = Receipt(
        identity=Identity("UP-SAMPLE", "pc-1", 1),
        head=Head(seq, head or hash_of(seq)),
        feed_epoch=changes.pop("feed_epoch", "e1"),
        feed_size=9,
        feed_hash="a" * 64,
        server_time=NOON,
    )
    return SyncReply(**{"standing": "ok", "receipt": receipt, "token": "t", "cursor": 9, **changes})


def make_position(acked: int, **changes: Any) -> Position:
    return Position("sdc", 1, **{"acked": Head(acked, hash_of(acked)), **changes})


READ = ReadFeed()
TABLE: list[tuple[str, int, int, SyncReply, tuple[Action, ...]]] = [
    ("nothing to do", 3, 3, make_reply(3), (READ,)),
    ("nothing at all", 0, 0, make_reply(0), (READ,)),
    ("more to send", 5, 3, make_reply(3), (READ, GoOn())),
    ("all was taken", 5, 3, make_reply(5), (Acknowledge(Head(5, hash_of(5))), READ)),
    (
        "part was taken",
        5,
        3,
        make_reply(4),
        (Acknowledge(Head(4, hash_of(4))), READ, GoOn()),
    ),
    ("the answer was lost", 5, 3, make_reply(5), (Acknowledge(Head(5, hash_of(5))), READ)),
    ("more to read", 3, 3, make_reply(3, more=True), (READ, GoOn())),
    (
        "gateway restored",
        5,
        4,
        make_reply(2, feed_epoch="e2"),
        (Rewind(Head(2, hash_of(2))), READ, GoOn()),
    ),
    ("gateway empty", 5, 5, make_reply(0), (Rewind(Head(0, GENESIS)), READ, GoOn())),
    (
        "this PC restored",
        3,
        3,
        make_reply(7, hash_at_yours=hash_of(3)),
        (TakeBack(3), Stop(Halt.RESTORED)),
    ),
    (
        "this PC empty",
        0,
        0,
        make_reply(7, hash_at_yours=GENESIS),
        (TakeBack(0), Stop(Halt.RESTORED)),
    ),
    ("clone, theirs is longer", 3, 3, make_reply(7, hash_at_yours=OTHER), (Stop(Halt.FORKED),)),
    ("clone, same length", 4, 3, make_reply(4, OTHER), (Stop(Halt.FORKED),)),
    ("clone, ours is longer", 6, 3, make_reply(4, OTHER), (Stop(Halt.FORKED),)),
    ("the gateway put it aside", 6, 3, make_reply(3, standing="fork"), (Stop(Halt.FORKED),)),
    ("token already spent", 3, 3, make_reply(3, standing="copied"), (Stop(Halt.COPIED),)),
    (
        "a later incarnation writes",
        3,
        3,
        make_reply(3, standing="superseded"),
        (Stop(Halt.SUPERSEDED),),
    ),
]


@pytest.mark.parametrize(("name", "head", "acked", "reply", "actions"), TABLE)
def test_each_case_has_its_actions(
    name: str, head: int, acked: int, reply: SyncReply, actions: tuple[Action, ...]
) -> None:
    mine = make_mine(head, theirs=reply.receipt.head.seq, acked=acked)
    assert decide(mine, make_position(acked), reply) == actions, name


def test_a_chain_that_no_longer_holds_what_was_acknowledged_is_broken() -> None:
    mine = replace(make_mine(5, theirs=3, acked=3), at_acked=OTHER)
    assert decide(mine, make_position(3), make_reply(3)) == (Stop(Halt.BROKEN),)


def test_a_truncated_journal_is_seen_as_restored_not_as_broken() -> None:
    mine = make_mine(2, theirs=5, acked=5)
    reply = make_reply(5, hash_at_yours=hash_of(2))
    assert decide(mine, make_position(5), reply) == (TakeBack(2), Stop(Halt.RESTORED))


def test_the_cursor_moves_only_by_reading() -> None:
    position = make_position(3)
    reply = make_reply(5)
    acknowledged = moved(position, Acknowledge(Head(5, hash_of(5))), reply)
    assert (acknowledged.acked.seq, acknowledged.cursor, acknowledged.token) == (5, 0, "")
    read = moved(acknowledged, READ, reply)
    assert (read.cursor, read.token, read.receipt) == (9, "t", reply.receipt)
    assert moved(position, GoOn(), reply) == position
    assert moved(position, Stop(Halt.FORKED), reply).halt is Halt.FORKED


def test_the_last_receipt_is_shown_until_the_gateway_opens_a_new_epoch() -> None:
    before = make_reply(5).receipt
    position = make_position(5, receipt=before, cursor=9, feed_epoch="e1")
    rewound = moved(position, Rewind(Head(2, hash_of(2))), make_reply(2))
    assert rewound.proof == before
    still = moved(rewound, READ, make_reply(2, cursor=0))
    assert still.proof == before
    assert moved(still, READ, make_reply(2, feed_epoch="e2")).proof is None


def test_a_feed_that_went_back_is_shown_the_last_receipt_too() -> None:
    before = make_reply(5).receipt
    position = make_position(5, receipt=before, cursor=9, feed_epoch="e1")
    assert moved(position, READ, make_reply(5, cursor=4)).proof == before


# --- batch size ---------------------------------------------------------------------------


def test_a_batch_grows_on_a_quick_link_up_to_its_ceiling() -> None:
    batch = BatchSize()
    for _ in range(10):
        batch = batch.after_answer(0.1)
    assert batch.wire_bytes == CEILING
    assert BatchSize().after_answer(0.1, ceiling=10_000).wire_bytes == 10_000


def test_a_batch_shrinks_on_a_slow_link_to_the_floor_and_by_cuts_to_one_event() -> None:
    batch = BatchSize(CEILING)
    for _ in range(10):
        batch = batch.after_answer(9.0)
    assert batch.wire_bytes == FLOOR
    for _ in range(10):
        batch = batch.after_cut()
    assert (batch.wire_bytes, batch.plain_bytes) == (0, 1)
    assert batch.after_answer(0.1).wire_bytes == FLOOR


def test_a_batch_learns_how_well_it_packs() -> None:
    batch = BatchSize()
    for _ in range(20):
        batch = batch.seen(plain=8000, packed=1000)
    assert 7.9 < batch.ratio <= 8.0
    assert batch.seen(plain=0, packed=0) == batch


# --- retry --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["unreachable", "try_later", "not_our_gateway", "bad_answer"])
def test_the_wait_grows_to_five_minutes_and_always_ends(kind: str) -> None:
    ceilings = [wait_seconds(kind, tries, 0.999999) for tries in range(1, 40)]
    assert [round(wait or 0) for wait in ceilings[:4]] == [2, 4, 8, 16]
    assert max(wait or 0 for wait in ceilings) <= LONGEST
    assert all(0 < (wait_seconds(kind, tries, 0.0) or 0) < 1 for tries in range(1, 40))


def test_a_wait_that_the_gateway_asks_for_is_the_least() -> None:
    assert wait_seconds("try_later", 1, 0.0, 40) == 40
    assert wait_seconds("try_later", 1, 0.8, 40) == pytest.approx(48)
    assert wait_seconds("try_later", 1, 0.0, 10**9) == LONGEST_ASKED


def test_a_withdrawn_device_does_not_try_by_itself() -> None:
    assert not may_retry("revoked")
    assert wait_seconds("revoked", 1, 0.5) is None
    assert (wait_seconds("refused", 1, 0.0) or 0) >= LONGEST / 2


# --- link ---------------------------------------------------------------------------------


def test_the_way_is_open_or_closed_since_the_first_such_contact() -> None:
    link = Link()
    assert link.way is Way.UNKNOWN
    link = link.after("", 10).after("", 20)
    assert (link.way, link.since, link.last_open, link.failures) == (Way.OPEN, 10, 20, 0)
    link = link.after("unreachable", 30).after("not_our_gateway", 40)
    assert (link.way, link.since, link.last_open, link.failures) == (Way.CLOSED, 30, 20, 2)
    assert link.error_kind == "not_our_gateway"
    link = link.after("", 50)
    assert (link.way, link.since, link.failures) == (Way.OPEN, 50, 0)


def test_a_gateway_that_refuses_is_reachable_all_the_same() -> None:
    link = Link().after("refused", 5)
    assert (link.way, link.failures) == (Way.OPEN, 1)
