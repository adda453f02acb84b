"""Real stores, the real engine and the real gateway: two desks agree, a restored one comes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sync.client.engine import Outcome, SyncEngine
from sync.client.memory_remote import Fault, MemoryRemote
from sync.client.ports import Halt
from sync.gateway.enrolment import create_enrol_code, enrol
from sync.gateway.store import Store as Gateway
from sync.protocol.signing import SigningKey
from tests.sync.samples import NOON, THANA, SteppedClock, answer_of, make_enrol_request
from tests.thana_desk.storage.samples import DEK, project, register, sample_officer
from thana_desk.storage.database import Store, create_store, open_store
from thana_desk.storage.rows import Identity
from thana_desk.storage.sync_store import StoreJournal


@dataclass
class Desk:
    """An enrolled PC with a real store."""

    store: Store
    key: SigningKey
    gateway_public: str
    gateway: Gateway
    faults: Sequence[Fault | None] = ()

    def engine(self) -> SyncEngine:
        clock = SteppedClock()
        return SyncEngine(
            journal=StoreJournal(self.store, project),
            remote=MemoryRemote(answer_of(self.gateway, clock), self.faults),
            signer=self.key,
            clock=clock,
            gateway_public=self.gateway_public,
        )

    def sync(self) -> Outcome:
        return self.engine().sync_once().outcome


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    made = Gateway("sqlite://", now=NOON)
    yield made
    made.close()


def make_desk(folder: Path, gateway: Gateway, name: str) -> Desk:
    key = SigningKey.generate()
    reply = enrol(gateway, make_enrol_request(create_enrol_code(gateway, THANA, NOON), key), NOON)
    store = create_store(folder / f"{name}.db", DEK, ballast=0)
    store.set_identity(Identity(reply.thana, reply.device, 1))
    store.put_officer(sample_officer(public_key=key.public))
    return Desk(store, key, reply.gateway_public, gateway)


@pytest.fixture
def desks(tmp_path: Path, gateway: Gateway) -> Iterator[tuple[Desk, Desk]]:
    both = make_desk(tmp_path, gateway, "one"), make_desk(tmp_path, gateway, "other")
    yield both
    for desk in both:
        desk.store.close()


def settle(*desks: Desk) -> None:
    for _ in range(2):
        for desk in desks:
            assert desk.sync() is Outcome.IN_STEP


def shown(store: Store) -> list[Any]:
    return sorted(
        (row.record_id, row.event_hash, row.number, row.siblings)
        for row in store.page(limit=500).rows
    )


@pytest.mark.parametrize("fault", [None, *Fault])
def test_two_desks_agree_through_faults(desks: tuple[Desk, Desk], fault: Fault | None) -> None:
    one, other = desks
    with one.store.work() as work:
        first = register(work, "case")
        for number in range(25):
            register(work, f"fir-{number}", letter={"text": "काल्पनिक " * number})
    settle(one, other)
    with other.store.work() as work:
        register(work, "case", letter={"name": "वहाँ सुधारा"}, follows=first)
        register(work, "note", form="note", series=None)
    with one.store.work() as work:
        register(work, "case", letter={"name": "यहाँ सुधारा"}, follows=first)
    one.faults = [fault, None, fault]
    for _ in range(6):
        one.sync()
    one.faults = ()
    settle(one, other)
    assert shown(one.store) == shown(other.store)
    assert len(shown(one.store)) == 27
    case = one.store.record("case")
    assert case is not None
    assert case.row.siblings == 1
    for desk in desks:
        assert desk.store.verify() == []
        assert desk.store.outbox(("waiting", "sent")) == ()
        assert desk.store.outbox_counts()["acknowledged"] > 0


def test_desk_restored_from_a_backup_gets_its_own_entries_back(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    one, other = desks
    with one.store.work() as work:
        register(work, "r1")
    settle(one, other)
    one.store.backup(tmp_path / "backup.db")
    with one.store.work() as work:
        register(work, "r2")
        register(work, "r3")
    settle(one, other)
    before = shown(one.store)
    one.store.close()
    one.store = open_store(tmp_path / "backup.db", DEK, ballast=0)
    report = one.engine().sync_once()
    assert (report.outcome, report.halt, report.taken_back) == (Outcome.HALTED, Halt.RESTORED, 2)
    assert shown(one.store) == before
    assert [row.serial for row in one.store.allocations("fir", "2026")] == [1, 2, 3]
    own = one.store.identity()
    assert own is not None
    one.store.set_identity(Identity(own.thana, own.device, own.incarnation + 1))
    with one.store.work() as work:
        event = register(work, "r4")
    assert event.body["envelope"]["serial"] == 4
    settle(one, other)
    assert shown(one.store) == shown(other.store)
    assert one.store.verify() == other.store.verify() == []


def test_verdict_of_the_gateway_is_shown_beside_the_entry(desks: tuple[Desk, Desk]) -> None:
    one, other = desks
    for desk in desks:
        with desk.store.work() as work:
            register(work, f"fir-{desk is one}")
    settle(one, other)
    parked = [*one.store.outbox(("parked",)), *other.store.outbox(("parked",))]
    assert {row.reason for row in parked} == {"number_duplicate"}
    assert [len(desk.store.clashes()) for desk in desks] == [1, 1]
    assert [len(desk.store.series_rows("fir", "2026")) for desk in desks] == [2, 2]
    assert one.store.verify() == other.store.verify() == []
