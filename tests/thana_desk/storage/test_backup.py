"""A copy is one moment of the store, is proven before it counts, and opens with the same key."""

import threading
from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import DEK, register, sample_draft
from thana_desk.storage import copies
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import Store, open_store
from thana_desk.storage.errors import DiskFailed, StorageError, StoreDamaged, WrongKey
from thana_desk.storage.rows import Attachment


def test_copy_opens_with_the_same_key_and_holds_everything(store: Store, tmp_path: Path) -> None:
    file: Attachment = store.put_attachment("नमूना.pdf", "application/pdf", bytes(300_000))
    store.put_draft(sample_draft())
    with store.work() as work:
        for number in range(20):
            register(work, f"r{number}")
    made = store.backup(tmp_path / "copy.db")
    assert made.events == 20
    assert made.size == (tmp_path / "copy.db").stat().st_size
    assert len(made.sha256) == 64
    with pytest.raises(WrongKey):
        open_keyed(tmp_path / "copy.db", bytes(32))
    with open_store(tmp_path / "copy.db", DEK, ballast=0) as copy:
        assert copy.verify() == []
        assert copy.head() == store.head()
        assert copy.draft("d1") == store.draft("d1")
        assert copy.attachment_data(file.sha256) == bytes(300_000)
    assert not any(path.name.startswith("copy.db.new") for path in tmp_path.iterdir())


def test_copy_is_one_moment_while_work_goes_on(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put_attachment("a", "b", bytes(3_000_000))
    with store.work() as work:
        register(work, "first")
    monkeypatch.setattr(copies, "_STEP", 20)
    done = threading.Event()

    def go_on() -> None:
        number = 0
        while not done.is_set():
            with store.work() as work:
                register(work, f"r{number}")
            number += 1

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        made = store.backup(tmp_path / "copy.db")
    finally:
        done.set()
        thread.join()
    assert store.head()[0] > made.events
    with open_store(tmp_path / "copy.db", DEK, ballast=0) as copy:
        assert copy.head()[0] == made.events == copy.page().total
        assert copy.verify() == []


def test_newer_copy_replaces_the_older_one(store: Store, tmp_path: Path) -> None:
    first = store.backup(tmp_path / "copy.db")
    with store.work() as work:
        register(work, "r1")
    second = store.backup(tmp_path / "copy.db")
    assert (first.events, second.events) == (0, 1)


def test_failed_copy_leaves_the_older_one(store: Store, tmp_path: Path) -> None:
    store.put_attachment("a", "b", bytes(500_000))
    store.backup(tmp_path / "copy.db")
    older = (tmp_path / "copy.db").read_bytes()
    store.checkpoint()
    with store.path.open("r+b") as file:
        file.seek(store.path.stat().st_size - 2000)
        file.write(b"damage")
    with pytest.raises(StoreDamaged):
        store.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == older
    assert not any(".new" in path.name for path in tmp_path.iterdir())


def test_copying_alone_would_hide_the_damage(store: Store, tmp_path: Path) -> None:
    """Why the source's seals are checked first: SQLite copies a broken page as zeros."""
    store.put_attachment("a", "b", bytes([7]) * 500_000)
    store.close()
    with store.path.open("r+b") as file:
        file.seek(store.path.stat().st_size - 2000)
        file.write(b"damage")
    source = open_keyed(store.path, DEK)
    target = open_keyed(tmp_path / "naive.db", DEK, create=True)
    target.set_authorizer(None)
    source.backup(target)
    assert target.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert target.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    target.close()
    source.close()


def test_copy_to_nowhere_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        store.backup(tmp_path / "missing" / "copy.db")
    assert isinstance(caught.value, DiskFailed)


def test_damaged_copy_is_noticed(store: Store, tmp_path: Path) -> None:
    with store.work() as work:
        register(work, "r1")
    store.backup(tmp_path / "copy.db")
    with (tmp_path / "copy.db").open("r+b") as file:
        file.seek(4096 * 3 + 10)
        file.write(b"\xff\x00\xff")
    with pytest.raises(StoreDamaged):
        copies.verify_copy(tmp_path / "copy.db", DEK)


def test_checkpoint_folds_the_log_into_the_file(store: Store) -> None:
    with store.work() as work:
        register(work, "r1")
    log = store.path.with_name(store.path.name + "-wal")
    assert log.stat().st_size > 0
    assert store.checkpoint() is True
    assert log.stat().st_size == 0
    with store.reading() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM record").all()
        with store.work() as work:
            register(work, "r2")
        assert store.checkpoint() is False
    store.close()
    assert not log.exists()
