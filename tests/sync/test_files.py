"""Files travel after the records: piece by piece, whole by their hash, resumed where they were cut."""

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from sync.client.files import FileEngine, FileRef, Taken
from sync.client.memory_shelf import MemoryShelf
from sync.client.ports import Revoked, TryLater, Unreachable
from sync.gateway.enrolment import revoke
from sync.gateway.files import answer_file
from sync.gateway.refuse import Refuse
from sync.gateway.serve import GatewayThread
from sync.gateway.store import Store
from sync.protocol.files import MAX_FILE_BYTES, MAX_PIECE_BYTES, FileReply, FileRequest
from sync.protocol.wire import BadMessage, pack, unpack
from tests.sync.samples import Pc, SteppedClock, make_pc


def content(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass
class Way:
    """The gateway's own code behind a link that fails when it is told to."""

    store: Store
    clock: SteppedClock
    lose: Callable[[int], str] = lambda contact: ""
    contacts: int = 0
    seconds: float = 0.0

    def file(self, request: bytes) -> bytes:
        self.contacts += 1
        fault = self.lose(self.contacts)
        self.clock.advance(self.seconds)
        if fault == "before":
            raise Unreachable("cut")
        try:
            answer = answer_file(
                self.store, FileRequest.from_bytes(request), None, self.clock.now()
            )
        except Refuse as refused:
            raise (Revoked if refused.code == "revoked" else TryLater)(refused.code) from refused
        if fault == "after":
            raise Unreachable("cut")
        return answer.to_bytes()


@dataclass
class Desk:
    """One PC with files."""

    pc: Pc
    shelf: MemoryShelf
    way: Way
    engine: FileEngine


@pytest.fixture
def desk_of(clock: SteppedClock) -> Callable[[Store], Desk]:
    def make(store: Store) -> Desk:
        pc, shelf, way = make_pc(store, clock), MemoryShelf(), Way(store, clock)
        return Desk(
            pc,
            shelf,
            way,
            FileEngine(shelf=shelf, way=way, clock=clock, identity=pc.journal.identity()),
        )

    return make


def test_a_file_of_one_pc_comes_to_the_other(
    any_store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    one, two = desk_of(any_store), desk_of(any_store)
    for size in (1, 1000, 32 * 1024, 700_001):
        data = content(size, size)
        two.shelf.named[one.shelf.add(data)] = size
    assert two.engine.exchange().received == 0
    sent = one.engine.exchange()
    assert (sent.sent, sent.waiting_up, sent.stopped) == (4, 0, "")
    got = two.engine.exchange()
    assert (got.received, got.waiting_down, got.stopped) == (4, 0, "")
    assert two.shelf.files == one.shelf.files
    assert one.engine.exchange().bytes_up == 0


def test_a_piece_costs_little_more_than_its_bytes(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(1_000_000))
    assert desk.engine.exchange().bytes_up < 1_020_000


def test_a_link_that_carries_one_contact_at_a_time_still_brings_a_file_over(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(60_000))
    desk.way.lose = lambda contact: "before" if contact % 2 == 0 else ""
    runs = 0
    while desk.shelf.to_send():
        desk.engine.exchange()
        runs += 1
        assert runs < 100


def test_a_link_that_dies_at_every_second_contact_still_carries_a_file_once(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    data = content(100_000)
    desk.shelf.add(data)
    desk.way.lose = lambda contact: ("", "before", "", "after")[contact % 4]
    runs = 0
    while desk.shelf.to_send():
        desk.engine.exchange()
        runs += 1
        assert runs < 200
    with store.transaction() as connection:
        pieces = connection.execute(text("SELECT data FROM file_piece ORDER BY start")).scalars()
        assert b"".join(bytes(piece) for piece in pieces) == data


@settings(max_examples=40, deadline=None)
@given(
    faults=st.lists(st.sampled_from(["", "before", "after"]), max_size=40),
    size=st.integers(1, 200_000),
)
def test_whatever_is_lost_every_file_is_there_once_and_right(faults: list[str], size: int) -> None:
    clock = SteppedClock()
    store = Store("sqlite://", now=clock.now())
    pc, shelf = make_pc(store, clock), MemoryShelf()
    way = Way(
        store, clock, lose=lambda contact: faults[contact - 1] if contact <= len(faults) else ""
    )
    engine = FileEngine(shelf=shelf, way=way, clock=clock, identity=pc.journal.identity())
    name = shelf.add(content(size))
    for _ in range(len(faults) + 2):
        engine.exchange()
    other = MemoryShelf()
    other.named[name] = size
    FileEngine(
        shelf=other, way=Way(store, clock), clock=clock, identity=pc.journal.identity()
    ).exchange()
    assert other.files == shelf.files
    store.close()


def test_two_pcs_that_send_one_file_at_once_make_one_file(
    any_store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    one, two = desk_of(any_store), desk_of(any_store)
    data = content(200_000)
    for desk in (one, two):
        desk.shelf.add(data)
    one.way.lose = lambda contact: "before" if contact > 3 else ""
    one.engine.exchange()
    assert two.engine.exchange().sent == 1
    one.way.lose = lambda contact: ""
    assert one.engine.exchange().sent == 1
    assert two.way.contacts < 12


def test_bytes_that_are_not_the_file_are_kept_nowhere(
    any_store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(any_store)
    name = desk.shelf.add(content(50_000))
    desk.shelf.files[name] = content(50_000, 2)
    report = desk.engine.exchange()
    assert (report.sent, report.spoiled) == (0, 1)
    assert desk.shelf.bad == {name}
    with any_store.transaction() as connection:
        assert connection.execute(text("SELECT count(*) FROM file_piece")).scalar_one() == 0
    assert desk.engine.exchange().bytes_up == 0


def test_a_wrong_beginning_at_the_gateway_gives_way_to_the_right_file(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    data = content(100_000)
    name = desk.shelf.add(data)
    poison = FileRequest("test", desk.pc.journal.identity(), name, len(data), 0, b"x" * 1000)
    answer_file(store, poison, None, desk.pc.clock.now())
    report = desk.engine.exchange()
    assert (report.sent, report.spoiled, report.stopped) == (1, 0, "")


def test_a_complete_file_cannot_be_changed(
    any_store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(any_store)
    desk.shelf.add(content(2000))
    desk.engine.exchange()
    for statement in (
        "UPDATE file SET held = 0",
        "DELETE FROM file",
        "UPDATE file_piece SET start = 1",
        "DELETE FROM file_piece",
    ):
        with pytest.raises(SQLAlchemyError), any_store.transaction() as connection:
            connection.execute(text(statement))


def test_a_withdrawn_pc_sends_and_fetches_nothing(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(10))
    identity = desk.pc.journal.identity()
    revoke(store, identity.thana, identity.device, desk.pc.clock.now())
    assert desk.engine.exchange().stopped == "revoked"


def test_another_thana_does_not_get_the_file(store: Store, clock: SteppedClock) -> None:
    ours, theirs = make_pc(store, clock), make_pc(store, clock, thana="UP-OTHER")
    data = content(100)
    put = FileRequest("test", ours.journal.identity(), name_of(data), 100, 0, data)
    assert answer_file(store, put, None, clock.now()).state == "complete"
    ask = FileRequest("test", theirs.journal.identity(), name_of(data), 100, want_bytes=100)
    assert answer_file(store, ask, None, clock.now()).state == "unknown"


def test_a_pc_cannot_begin_files_without_end(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    begun = [
        FileRequest("test", pc.journal.identity(), name_of(str(number).encode()), 10, 0, b"x")
        for number in range(501)
    ]
    for request in begun[:-1]:
        answer_file(store, request, None, clock.now())
    with pytest.raises(Refuse, match="too_many_files"):
        answer_file(store, begun[-1], None, clock.now())


def test_records_go_first_and_a_budget_holds(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(500_000))
    assert desk.engine.exchange(should_stop=lambda: True).bytes_up == 0
    report = desk.engine.exchange(budget=100_000)
    assert report.stopped == "budget"
    assert 100_000 <= report.bytes_up + report.bytes_down < 100_000 + MAX_PIECE_BYTES * 1.1
    assert desk.engine.exchange().sent == 1


def test_a_slow_link_gets_short_pieces(store: Store, desk_of: Callable[[Store], Desk]) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(200_000))
    desk.way.seconds = 5.0
    assert desk.engine.exchange().sent == 1
    assert desk.way.contacts > 50


def test_an_answer_about_something_else_is_no_answer(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    desk.shelf.add(content(10))

    class Liar:
        def __init__(self, reply: FileReply | bytes) -> None:
            self.reply = reply

        def file(self, request: bytes) -> bytes:
            return self.reply if isinstance(self.reply, bytes) else self.reply.to_bytes()

    good = FileReply(name_of(content(10)), "complete", 10, datetime.now().astimezone())
    for lie in (
        replace(good, sha256="0" * 64),
        replace(good, held=11),
        replace(good, piece=b"x"),
        replace(good, state="partial", held=0),
        b"<html>",
    ):
        engine = FileEngine(
            shelf=desk.shelf,
            way=Liar(lie),
            clock=desk.pc.clock,
            identity=desk.pc.journal.identity(),
        )
        assert engine.exchange().stopped == "bad_answer"
    assert desk.shelf.to_send()


def test_a_record_that_names_a_wrong_size_delays_no_file_behind_it(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    one, two = desk_of(store), desk_of(store)
    small, large = one.shelf.add(content(100)), one.shelf.add(content(5000, 2))
    assert one.engine.exchange().sent == 2
    two.shelf.named = {small: 101, large: 5000}
    report = two.engine.exchange()
    assert (report.received, report.stopped) == (1, "bad_answer")
    assert set(two.shelf.files) == {large}


def test_a_fetched_file_with_a_wrong_byte_is_fetched_again_and_then_left(
    store: Store, desk_of: Callable[[Store], Desk]
) -> None:
    desk = desk_of(store)
    right = content(10)
    desk.shelf.named[name_of(right)] = 10

    class Spoiler:
        asked = 0

        def file(self, request: bytes) -> bytes:
            self.asked += 1
            return FileReply(
                name_of(right), "complete", 10, desk.pc.clock.now(), b"0123456789"
            ).to_bytes()

    spoiler = Spoiler()
    FileEngine(
        shelf=desk.shelf,
        way=spoiler,
        clock=desk.pc.clock,
        identity=desk.pc.journal.identity(),
    ).exchange()
    assert spoiler.asked == 2
    assert desk.shelf.files == {}
    assert desk.shelf.held(name_of(right)) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"size": 0},
        {"size": MAX_FILE_BYTES + 1},
        {"offset": 11},
        {"piece": "no base64!"},
        {"piece": ""},
        {"piece": 7},
        {"want_bytes": MAX_PIECE_BYTES + 1},
        {"want_bytes": 5},
        {"sha256": "x"},
        {"more": 1},
    ],
)
def test_a_malformed_request_is_refused_by_name(
    change: dict[str, object], store: Store, clock: SteppedClock
) -> None:
    good = FileRequest(
        "test", make_pc(store, clock).journal.identity(), "0" * 64, 10, 0, b"0123456789"
    ).to_bytes()
    assert FileRequest.from_bytes(good).to_bytes() == good
    with pytest.raises(BadMessage):
        FileRequest.from_bytes(pack({**unpack(good), **change}))  # type: ignore[dict-item]  # wrong on purpose


def test_files_travel_over_http_with_a_clock_that_is_a_day_off(
    gateway: GatewayThread, join: Callable[..., Pc]
) -> None:
    pc = join(gateway)
    pc.clock.wrong_by = timedelta(days=1)  # type: ignore[attr-defined]  # the wall clock of the fixture
    shelf = MemoryShelf()
    name = shelf.add(content(100_000))
    engine = FileEngine(
        shelf=shelf,
        way=pc.remote,
        clock=pc.clock,
        identity=pc.journal.identity(),  # type: ignore[arg-type]  # an HttpRemote
    )
    report = engine.exchange()
    assert (report.sent, report.stopped) == (1, "")
    other = MemoryShelf()
    other.named[name] = 100_000
    fetched = FileEngine(
        shelf=other,
        way=pc.remote,
        clock=pc.clock,
        identity=pc.journal.identity(),  # type: ignore[arg-type]  # an HttpRemote
    ).exchange()
    assert fetched.received == 1
    assert other.files == shelf.files
    assert 'files_total{state="complete"}' in gateway_metrics(gateway)


def gateway_metrics(gateway: GatewayThread) -> str:
    import requests

    return requests.get(gateway.url + "/v1/metrics", timeout=5).text


def test_shelves_agree_on_what_taking_means() -> None:
    shelf, data = MemoryShelf(), content(100)
    ref = FileRef(name_of(data), 100)
    shelf.named[ref.sha256] = 100
    assert shelf.take(ref, 0, data[:40]) is Taken.PARTIAL
    assert shelf.take(ref, 40, data[40:]) is Taken.COMPLETE
    assert shelf.files[ref.sha256] == data
