"""Whoever changes the store behind the program's back is found, with the place."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol.signing import SigningKey
from tests.thana_desk.storage.samples import AT, DEK, YEAR, register, sample_officer
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import Store
from thana_desk.storage.event_rows import event_of, event_values, pack, unpack
from thana_desk.storage.rows import LogEntry, NewEvent, SyncPosition
from thana_desk.storage.schema import APPEND_ONLY


@pytest.fixture
def kept(store: Store) -> Store:
    clock: dict[str, Any] = {"code": "a", "starts_at": AT, "due_at": "2027", "warn_at": []}
    with store.work() as work:
        first = register(work, "r1", letter={"name": "पहला"}, clocks=[clock])
        register(work, "g1", form="gd", series="gd")
        work.log_access(LogEntry(AT, "user-1", "sho", "open", "r1"))
        work.log_access(LogEntry(AT, "user-2", "sho", "open", "r1"))
    with store.work() as work:
        register(work, "r1", letter={"name": "दूसरा", "reason": "वर्तनी"}, follows=first)
        register(work, "r2")
        register(work, "r3", sensitive=True)
        work.raise_series("ncr", YEAR, 40, at=AT, actor="user-1", reason="पंजी")
        register(work, "n1", series="ncr")
    return store


def forger(store: Store) -> Any:
    """A connection of somebody who has the key and takes the triggers away."""
    raw = open_keyed(store.path, DEK, schema=True)
    for table in APPEND_ONLY:
        raw.execute(f"DROP TRIGGER {table.name}_no_update")
        raw.execute(f"DROP TRIGGER {table.name}_no_delete")
    return raw


def found(store: Store) -> set[str]:
    return {finding.code for finding in store.verify()}


def test_untouched_store_has_no_findings(kept: Store) -> None:
    assert kept.verify() == []


def edit_body(raw: Any, seq: int, change: Callable[[dict[str, Any]], None]) -> None:
    body = json.loads(
        unpack(raw.execute("SELECT body FROM event WHERE seq=?", (seq,)).fetchone()[0])
    )
    change(body)
    raw.execute("UPDATE event SET body = ? WHERE seq = ?", (pack(json.dumps(body).encode()), seq))


def test_edited_body_is_found(kept: Store) -> None:
    raw = forger(kept)
    edit_body(raw, 2, lambda body: body["letter"].update(name="बदला हुआ"))
    raw.close()
    findings = kept.verify()
    assert ("event_changed", "pc-1/1/2") in {(f.code, f.place) for f in findings}


def test_unreadable_body_is_found(kept: Store) -> None:
    raw = forger(kept)
    raw.execute("UPDATE event SET body = x'00' WHERE seq = 2")
    raw.close()
    assert "event_unreadable" in found(kept)


def test_deleted_entry_is_found(kept: Store) -> None:
    raw = forger(kept)
    raw.execute("DELETE FROM event WHERE seq = 4")
    raw.close()
    assert {"event_missing", "record_alone", "version_alone", "allocation_alone"} <= found(kept)


def test_deleted_newest_entry_is_found_by_what_speaks_of_it(kept: Store) -> None:
    raw = forger(kept)
    raw.execute("DELETE FROM event WHERE seq = 6")
    raw.close()
    assert {"record_alone", "version_alone", "allocation_alone"} <= found(kept)


def cut_tail(store: Store) -> None:
    """Remove the newest entry with all that speaks of it: the perfect crime inside the store."""
    raw = forger(store)
    row = raw.execute("SELECT hash, record_id FROM event WHERE seq = 6").fetchone()
    raw.execute("DELETE FROM event WHERE seq = 6")
    raw.execute("DELETE FROM record WHERE record_id = ?", (row[1],))
    raw.execute("DELETE FROM allocation WHERE event_hash = ?", (row[0],))
    raw.execute("DELETE FROM record_version WHERE event_hash = ?", (row[0],))
    raw.close()


def test_cleanly_cut_tail_is_found_by_the_head_kept_outside(kept: Store) -> None:
    seq, head = kept.head()
    assert kept.verify(remembered=(1, seq, head)) == []
    cut_tail(kept)
    assert kept.verify() == []
    assert {f.code for f in kept.verify(remembered=(1, seq, head))} == {"journal_shortened"}


def test_cleanly_cut_tail_is_found_by_the_data_centres_receipt(kept: Store) -> None:
    seq, head = kept.head()
    kept.put_sync_position(SyncPosition("sdc", 1, seq, head, "e", 0, "0" * 64, 0, ""))
    assert kept.verify() == []
    cut_tail(kept)
    assert "journal_shortened" in found(kept)


def test_swapped_entries_are_found(kept: Store) -> None:
    raw = forger(kept)
    for old, new in ((4, 904), (5, 4), (904, 5)):
        raw.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))
    raw.close()
    assert {"event_missing", "event_changed"} <= found(kept)


def test_swapped_bodies_are_found(kept: Store) -> None:
    raw = forger(kept)
    one, other = (
        raw.execute("SELECT body FROM event WHERE seq=?", (seq,)).fetchone()[0] for seq in (4, 5)
    )
    raw.execute("UPDATE event SET body = ? WHERE seq = 4", (other,))
    raw.execute("UPDATE event SET body = ? WHERE seq = 5", (one,))
    raw.close()
    assert "event_changed" in found(kept)


def test_resealed_entry_breaks_the_chain_after_it(kept: Store) -> None:
    raw = forger(kept)
    cursor = raw.execute("SELECT * FROM event WHERE seq = 2")
    names = [column[0] for column in cursor.description]
    event = event_of(dict(zip(names, cursor.fetchone(), strict=True)))
    forged = type(event)(
        **{**{n: getattr(event, n) for n in event.__dataclass_fields__}, "actor": "x"}
    )
    values = event_values(forged.sealed())
    raw.execute("UPDATE event SET actor = 'x', hash = ? WHERE seq = 2", (values["hash"],))
    raw.close()
    assert "chain_broken" in found(kept)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ('UPDATE record_letter SET letter = \'{"name":"x"}\' WHERE place = 1', "letter_changed"),
        ("UPDATE record_letter SET letter = 'garbage' WHERE place = 1", "record_unreadable"),
        ("DELETE FROM record_letter WHERE place = 1", "letter_changed"),
        ("UPDATE record SET number = '0009/2026' WHERE record_id = 'r1'", "envelope_changed"),
        ("UPDATE record SET sensitive = 0 WHERE record_id = 'r3'", "envelope_changed"),
        ("UPDATE record SET status = 'closed' WHERE record_id = 'r2'", "envelope_changed"),
        ("UPDATE record SET seq = 1 WHERE record_id = 'r2'", "envelope_changed"),
        ("UPDATE record SET siblings = 1 WHERE record_id = 'r2'", "record_outdated"),
        ("DELETE FROM record WHERE record_id = 'r2'", "record_missing"),
        ("UPDATE allocation SET number = '0007/2026' WHERE serial = 2", "allocation_changed"),
        ("UPDATE allocation SET record_id = 'r9' WHERE serial = 2", "allocation_changed"),
        ("DELETE FROM allocation WHERE series = 'fir' AND serial = 2", "allocation_chain"),
        ("DELETE FROM allocation WHERE series = 'fir' AND serial = 2", "serial_missing"),
        ("DELETE FROM allocation WHERE series = 'fir' AND serial = 2", "allocation_missing"),
        ("DELETE FROM series_floor", "serial_missing"),
        ("UPDATE record_version SET record_id = 'r9' WHERE record_id = 'r2'", "version_alone"),
        ("DELETE FROM record_version WHERE version = 2", "version_missing"),
        ("UPDATE access_log SET actor = 'nobody' WHERE place = 1", "log_changed"),
        ("DELETE FROM access_log WHERE place = 1", "log_chain"),
    ],
)
def test_forged_row_is_found(kept: Store, statement: str, code: str) -> None:
    raw = forger(kept)
    assert raw.execute(statement).rowcount > 0
    raw.close()
    assert code in found(kept)


def test_projection_put_back_to_an_older_version_is_found(kept: Store) -> None:
    raw = forger(kept)
    old = kept.versions("r1")[0]
    raw.execute(
        "UPDATE record SET event_hash = ?, seq = ?, version = 1 WHERE record_id = 'r1'",
        (old.hash, old.seq),
    )
    letter = json.dumps(dict(old.body["letter"]), ensure_ascii=False)
    raw.execute("UPDATE record_letter SET letter = ? WHERE place = 1", (letter,))
    raw.close()
    assert "record_outdated" in found(kept)


def test_forged_signature_is_found(store: Store) -> None:
    key, other = SigningKey.generate(), SigningKey.generate()
    store.put_officer(sample_officer(public_key=key.public))
    body = {"letter": {}}
    for signer in (key, other):
        with store.work() as work:
            work.append(
                NewEvent("r", "note", "gd", 1, "user-1", "sho", AT, AT, body, sign=signer.sign)
            )
    assert [(f.code, f.place) for f in store.verify()] == [("signature_wrong", "pc-1/1/2")]


@settings(max_examples=30, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_single_change_to_the_journal_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    from thana_desk.storage.database import create_store
    from thana_desk.storage.rows import Identity

    folder = tmp_path_factory.mktemp("change")
    with create_store(folder / "s.db", DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
        with store.work() as work:
            first = register(work, "r1")
            register(work, "r2")
            register(work, "r1", follows=first)
        raw = forger(store)
        cursor = raw.execute("SELECT * FROM event ORDER BY seq")
        names = [column[0] for column in cursor.description if column[0] != "place"]
        name = data.draw(st.sampled_from(names))
        seq = data.draw(st.integers(1, 3))
        old = raw.execute(f"SELECT {name} FROM event WHERE seq = ?", (seq,)).fetchone()[0]
        if isinstance(old, int):
            new: Any = old + data.draw(st.integers(1, 10**6))
        elif isinstance(old, bytes):
            at = data.draw(st.integers(0, len(old) - 1))
            new = old[:at] + bytes([old[at] ^ data.draw(st.integers(1, 255))]) + old[at + 1 :]
        else:
            new = (old or "") + data.draw(st.text("0a[]क ", min_size=1, max_size=3))
        try:
            raw.execute(f"UPDATE event SET {name} = ? WHERE seq = ?", (new, seq))
        except sqlcipher.IntegrityError:
            return
        finally:
            raw.close()
        if name == "signature":  # nobody signed, so there is no key to judge a signature by
            return
        if name == "parents" and json_equal(new, old):
            return
        if name == "body" and same_body(new, old):
            return
        assert store.verify() != []


def json_equal(new: str, old: str) -> bool:
    try:
        return bool(json.loads(new) == json.loads(old))
    except ValueError:
        return False


def same_body(new: bytes, old: bytes) -> bool:
    try:
        return unpack(new) == unpack(old)
    except ValueError:
        return False
