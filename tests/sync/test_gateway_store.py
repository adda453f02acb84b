"""The gateway's store and its administrator: schema, append-only events, codes, revocation."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, inspect, update
from sqlalchemy.exc import DatabaseError

from sync.client.engine import Outcome
from sync.gateway.enrolment import create_enrol_code, enrol, public_of, revoke, status
from sync.gateway.refuse import Refuse
from sync.gateway.schema import NewerStore, gateway, journal, metadata
from sync.gateway.store import Store
from sync.protocol.messages import EnrolRequest
from sync.protocol.signing import SigningKey, device_name, is_proof
from tests.sync.samples import THANA, SteppedClock, make_enrol_request, make_pc


def test_a_store_opens_again_with_the_same_key(any_store_url: str, clock: SteppedClock) -> None:
    first = Store(any_store_url, now=clock.now())
    public = first.key.public
    first.close()
    again = Store(any_store_url, now=clock.now())
    assert again.key.public == public
    again.close()


def test_a_newer_store_is_left_alone(any_store_url: str, clock: SteppedClock) -> None:
    made = Store(any_store_url, now=clock.now())
    with made.transaction() as connection:
        connection.execute(update(gateway).values(version=99))
    made.close()
    with pytest.raises(NewerStore, match="99"):
        Store(any_store_url, now=clock.now())


def test_a_key_from_outside_is_not_kept_in_the_store(
    any_store_url: str, clock: SteppedClock
) -> None:
    key = SigningKey.generate()
    made = Store(any_store_url, now=clock.now(), key=key)
    with made.transaction() as connection:
        assert connection.execute(gateway.select()).one().seed is None
    made.close()
    with pytest.raises(ValueError, match="key from outside"):
        Store(any_store_url, now=clock.now())


def test_every_key_begins_with_the_thana(store: Store) -> None:
    for table in metadata.sorted_tables:
        if table is not gateway:
            assert next(iter(table.primary_key.columns)).name == "thana", table.name


def test_sqlite_waits_for_the_disk(tmp_path: object, clock: SteppedClock) -> None:
    made = Store(f"sqlite:///{tmp_path}/g.db", now=clock.now())
    with made.transaction() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "recursive_triggers")
        }
    made.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1}


@pytest.mark.parametrize("change", ["update", "delete", "replace"])
def test_events_are_only_ever_added(any_store: Store, clock: SteppedClock, change: str) -> None:
    pc = make_pc(any_store, clock)
    pc.write()
    pc.engine.sync_once()
    with any_store.transaction() as connection:
        row = connection.execute(journal.select()).mappings().one()
    replace = insert(journal).prefix_with("OR REPLACE", dialect="sqlite")
    statement = {
        "update": update(journal).values(kind="changed"),
        "delete": delete(journal),
        "replace": replace.values({**row, "kind": "changed"}),
    }[change]
    with pytest.raises(DatabaseError), any_store.transaction() as connection:
        connection.execute(statement)
    assert status(any_store, THANA).feed_size == 1


def test_events_lie_in_partitions_on_postgresql(postgres_url: str, clock: SteppedClock) -> None:
    made = Store(postgres_url, now=clock.now())
    with made.transaction() as connection:
        tables = inspect(connection).get_table_names()
        with pytest.raises(DatabaseError, match="only ever added"):
            connection.exec_driver_sql("TRUNCATE event")
    made.close()
    assert len([name for name in tables if name.startswith("event_")]) == 16


def test_two_gateways_may_start_on_one_database_at_once(
    postgres_url: str, clock: SteppedClock
) -> None:
    made: list[Store] = []
    starts = [
        threading.Thread(target=lambda: made.append(Store(postgres_url, now=clock.now())))
        for _ in range(4)
    ]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len({store.key.public for store in made}) == 1
    assert len(made) == 4
    for store in made:
        store.close()


def test_the_feed_has_no_gaps_when_many_devices_write_at_once(
    any_store: Store, clock: SteppedClock
) -> None:
    pcs = [make_pc(any_store, clock) for _ in range(6)]
    for pc in pcs:
        for number in range(25):
            pc.write(f"{number}")
    outcomes: list[Outcome] = []
    threads = [
        threading.Thread(target=lambda pc=pc: outcomes.append(pc.engine.sync_once().outcome))
        for pc in pcs
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [Outcome.IN_STEP] * 6
    with any_store.transaction() as connection:
        numbers = sorted(connection.execute(journal.select()).scalars("feed_no"))
    assert numbers == list(range(1, 151))
    for pc in pcs:
        pc.engine.sync_once()
    assert len({frozenset(pc.journal.events()) for pc in pcs}) == 1


# --- enrolment ----------------------------------------------------------------------------


def ask(store: Store, clock: SteppedClock, code: str, key: SigningKey) -> str:
    return enrol(store, make_enrol_request(code, key), clock.now()).device


def test_a_code_makes_one_device_of_its_thana(any_store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(any_store, THANA, clock.now())
    key = SigningKey.generate()
    device = ask(any_store, clock, code, key)
    assert public_of(any_store, THANA, device) == key.public
    assert public_of(any_store, "UP-OTHER", device) is None
    assert status(any_store, THANA).devices[0].label == "नमूना पीसी"


def test_the_same_pc_gets_the_same_answer_again(any_store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(any_store, THANA, clock.now())
    key = SigningKey.generate()
    assert ask(any_store, clock, code, key) == ask(any_store, clock, code, key)
    assert len(status(any_store, THANA).devices) == 1


def test_a_device_is_named_by_its_key(any_store: Store, clock: SteppedClock) -> None:
    key = SigningKey.generate()
    names = {
        ask(any_store, clock, create_enrol_code(any_store, THANA, clock.now()), key)
        for _ in range(2)
    }
    assert names == {device_name(key.public)}
    assert len(status(any_store, THANA).devices) == 1


def test_a_withdrawn_pc_does_not_come_back_by_a_fresh_code(
    any_store: Store, clock: SteppedClock
) -> None:
    key = SigningKey.generate()
    name = ask(any_store, clock, create_enrol_code(any_store, THANA, clock.now()), key)
    revoke(any_store, THANA, name, clock.now())
    with pytest.raises(Refuse, match="revoked"):
        ask(any_store, clock, create_enrol_code(any_store, THANA, clock.now()), key)


def test_a_used_code_is_refused_to_another_pc(any_store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(any_store, THANA, clock.now())
    ask(any_store, clock, code, SigningKey.generate())
    with pytest.raises(Refuse, match="code"):
        ask(any_store, clock, code, SigningKey.generate())


def test_a_code_is_dead_after_a_day(store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(store, THANA, clock.now())
    clock.jump(timedelta(hours=24, seconds=1))
    with pytest.raises(Refuse, match="code"):
        ask(store, clock, code, SigningKey.generate())


def test_a_wrong_secret_is_refused_and_kills_the_code_in_the_end(
    store: Store, clock: SteppedClock
) -> None:
    code = create_enrol_code(store, THANA, clock.now())
    guess = code[:-1] + ("1" if code[-1] != "1" else "2")
    for _ in range(20):
        with pytest.raises(Refuse, match="code"):
            ask(store, clock, guess, SigningKey.generate())
    with pytest.raises(Refuse, match="code"):
        ask(store, clock, code, SigningKey.generate())


def test_the_code_itself_never_travels(store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(store, THANA, clock.now()).replace("-", "")
    request = make_enrol_request(code, SigningKey.generate())
    assert code[4:].encode() not in request.to_bytes()
    assert request.code_id == code[:4]
    reply = enrol(store, request, clock.now())
    assert not is_proof(reply.proof, b"other", "enrol reply", *reply.proven(request.nonce))


def test_a_key_that_is_none_is_refused(store: Store, clock: SteppedClock) -> None:
    code = create_enrol_code(store, THANA, clock.now())
    with pytest.raises(Refuse):
        enrol(store, EnrolRequest("t", code[:4], "a" * 64, "x", "n" * 32, "b" * 64), clock.now())


def test_an_unknown_device_cannot_be_revoked(store: Store, clock: SteppedClock) -> None:
    with pytest.raises(LookupError):
        revoke(store, THANA, "nobody", clock.now())


def test_the_status_of_an_unknown_thana_is_empty(store: Store) -> None:
    found = status(store, "UP-NOBODY")
    assert (found.devices, found.feed_size, found.parked, found.series) == ((), 0, {}, ())


def test_the_status_tells_heads_and_contacts(store: Store, clock: SteppedClock) -> None:
    pc = make_pc(store, clock)
    event = pc.write()
    pc.engine.sync_once()
    (device,) = status(store, THANA).devices
    assert device.last_contact is not None
    assert device.chains[0].head_hash == event.hash
    assert (device.status, device.alarm) == ("active", None)
