"""Every way in which opening, making or saving can fail, shown on a real file."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import DEK, register, sample_draft
from thana_desk.storage import ballast
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import Store, create_store, mark_path, open_store
from thana_desk.storage.errors import (
    DiskFailed,
    DiskFull,
    StorageError,
    StoreBusy,
    StoreDamaged,
    StoreExists,
    StoreFromNewerVersion,
    StoreMissing,
    WrongKey,
)
from thana_desk.storage.rows import Identity

PAGE = 4096


def filled(path: Path, records: int = 30) -> None:
    with create_store(path, DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
        with store.work() as work:
            for number in range(records):
                register(work, f"r{number}", letter={"text": f"नमूना {number} " * 60})


def reopened(path: Path) -> Store:
    return open_store(path, DEK, ballast=0)


def test_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as caught:
        reopened(tmp_path / "s.db")
    assert caught.value.code == "store_missing"
    assert list(tmp_path.iterdir()) == []


def test_existing_store_is_never_replaced(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    before = (tmp_path / "s.db").read_bytes()
    with pytest.raises(StoreExists):
        create_store(tmp_path / "s.db", DEK, ballast=0)
    assert (tmp_path / "s.db").read_bytes() == before


@pytest.mark.parametrize("left", ["s.db.made", "s.db-wal", "s.db-shm"])
def test_no_new_store_where_one_was(tmp_path: Path, left: str) -> None:
    (tmp_path / left).write_bytes(b"left behind")
    with pytest.raises(StoreExists):
        create_store(tmp_path / "s.db", DEK, ballast=0)


def test_lost_store_is_missing_and_not_made_again(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    (tmp_path / "s.db").unlink()
    with pytest.raises(StoreMissing):
        reopened(tmp_path / "s.db")
    with pytest.raises(StoreExists):
        create_store(tmp_path / "s.db", DEK, ballast=0)


def test_leftovers_of_a_killed_creation_do_not_hinder(tmp_path: Path) -> None:
    (tmp_path / "s.db.new").write_bytes(b"half a store")
    (tmp_path / "s.db.new-wal").write_bytes(b"half a log")
    filled(tmp_path / "s.db")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["s.db", "s.db.made"]


def test_wrong_key_is_named_and_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    before = (tmp_path / "s.db").read_bytes()
    with pytest.raises(WrongKey) as caught:
        open_store(tmp_path / "s.db", bytes(32), ballast=0)
    assert caught.value.code == "wrong_key"
    assert (tmp_path / "s.db").read_bytes() == before
    reopened(tmp_path / "s.db").close()


def test_mark_is_made_again_when_lost(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    mark_path(tmp_path / "s.db").unlink()
    reopened(tmp_path / "s.db").close()
    assert mark_path(tmp_path / "s.db").exists()


def flip(path: Path, at: int, bit: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def test_every_flipped_page_is_noticed_at_opening(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    size = (tmp_path / "s.db").stat().st_size
    whole = (tmp_path / "s.db").read_bytes()
    for page in range(size // PAGE):
        (tmp_path / "s.db").write_bytes(whole)
        flip(tmp_path / "s.db", page * PAGE + (page * 37) % PAGE, page % 8)
        with pytest.raises(StoreDamaged) as caught:
            reopened(tmp_path / "s.db").close()
        assert caught.value.code == "store_damaged"
    (tmp_path / "s.db").write_bytes(whole)
    reopened(tmp_path / "s.db").close()


def test_damaged_first_page_is_damage_and_not_a_wrong_key(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    for at in (3, 700):
        flip(tmp_path / "s.db", at)
        with pytest.raises(StoreDamaged):
            reopened(tmp_path / "s.db")
        with pytest.raises(WrongKey):
            open_store(tmp_path / "s.db", bytes(32), ballast=0)
        flip(tmp_path / "s.db", at)


@pytest.mark.parametrize("kept", [0, 1, 100, PAGE - 1, PAGE, PAGE * 3, PAGE * 7 + 5, -PAGE])
def test_truncated_store_is_damaged(tmp_path: Path, kept: int) -> None:
    filled(tmp_path / "s.db")
    size = (tmp_path / "s.db").stat().st_size
    os.truncate(tmp_path / "s.db", kept if kept >= 0 else size + kept)
    with pytest.raises(StoreDamaged):
        reopened(tmp_path / "s.db")


def test_zeroed_sector_is_damaged(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    with (tmp_path / "s.db").open("r+b") as file:
        file.seek(PAGE * 5 + 512)
        file.write(bytes(512))
    with pytest.raises(StoreDamaged):
        reopened(tmp_path / "s.db")


def test_foreign_file_is_damage_not_a_store(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"%PDF-1.7 not a store" * 500)
    with pytest.raises(WrongKey):
        reopened(tmp_path / "s.db")


def test_store_of_a_newer_program_is_left_untouched(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    raw = open_keyed(tmp_path / "s.db", DEK, schema=True)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = (tmp_path / "s.db").read_bytes()
    with pytest.raises(StoreFromNewerVersion) as caught:
        reopened(tmp_path / "s.db")
    assert caught.value.code == "store_newer"
    assert (tmp_path / "s.db").read_bytes() == before


def test_damage_met_while_working_is_named(tmp_path: Path) -> None:
    filled(tmp_path / "s.db", 200)
    with reopened(tmp_path / "s.db") as store:
        for page in range(3, (tmp_path / "s.db").stat().st_size // PAGE):
            flip(tmp_path / "s.db", page * PAGE + 99)
        store._engine.dispose()
        with pytest.raises(StoreDamaged):
            [store.letter(f"r{number}") for number in range(200)]


def test_edited_entry_is_noticed_at_opening(tmp_path: Path) -> None:
    filled(tmp_path / "s.db")
    raw = open_keyed(tmp_path / "s.db", DEK, schema=True)
    raw.execute("DROP TRIGGER event_no_update")
    raw.execute("UPDATE event SET actor = 'somebody' WHERE seq = 20")
    raw.close()
    with pytest.raises(StoreDamaged):
        reopened(tmp_path / "s.db")


@pytest.fixture
def make_small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts file systems in memory of a given number of kilobytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk takes root on Linux")
    mounted: list[Path] = []

    def make(kilobytes: int) -> Path:
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)],
            check=False,
            capture_output=True,
        )
        if done.returncode:
            pytest.skip("this system does not let root mount")
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_until_full(store: Store) -> int:
    kept = 0
    while True:
        try:
            with store.work() as work:
                register(work, f"r{kept}", letter={"text": os.urandom(1500).hex()})
            kept += 1
        except DiskFull:
            return kept


def test_full_disk_keeps_what_was_saved_and_nothing_of_the_rest(
    make_small_disk: Callable[[int], Path],
) -> None:
    folder = make_small_disk(3000)
    store = create_store(folder / "s.db", DEK, ballast=0)
    store.set_identity(Identity("UP-SAMPLE", "pc-1"))
    kept = fill_until_full(store)
    assert kept > 5
    assert store.head()[0] == kept
    store.close()
    with reopened(folder / "s.db") as again:
        assert again.head()[0] == kept
        assert again.page().total == kept
        assert again.verify() == []


def test_ballast_lets_the_entry_being_written_in(
    make_small_disk: Callable[[int], Path],
) -> None:
    folder = make_small_disk(8000)
    with create_store(folder / "s.db", DEK, ballast=1_000_000) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
        held = folder / "s.db.ballast"
        assert held.stat().st_size == 1_000_000
        (folder / "other").write_bytes(bytes(_free(folder) - 200_000))
        saved = 0
        while held.exists():
            number = saved
            store.save(
                lambda work, n=number: register(work, f"r{n}", letter={"t": os.urandom(900).hex()})
            )
            saved += 1
        assert store.head()[0] == saved
        store.put_draft(sample_draft())
        assert store.verify() == []


def test_full_disk_at_creation_leaves_nothing(make_small_disk: Callable[[int], Path]) -> None:
    for kilobytes in (16, 64, 120):
        folder = make_small_disk(kilobytes)
        with pytest.raises((DiskFull, DiskFailed)):
            create_store(folder / "s.db", DEK, ballast=0)
        assert list(folder.iterdir()) == []


def _free(folder: Path) -> int:
    import shutil

    return shutil.disk_usage(folder).free


LIMITED = """
import pathlib, resource, signal, sys
from tests.thana_desk.storage.samples import DEK, register
from thana_desk.storage.database import create_store
from thana_desk.storage.errors import DiskFailed, DiskFull
from thana_desk.storage.rows import Identity

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = create_store(pathlib.Path(sys.argv[1]), DEK, ballast=0)
store.set_identity(Identity("UP-SAMPLE", "pc-1"))
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
saved = refused = 0
for turn in range(60):
    limited = turn % 3 != 0
    if limited:
        log = store.path.with_name(store.path.name + "-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (log + 4096 * (turn % 7) + turn * 13, hard))
    try:
        with store.work() as work:
            register(work, f"r{turn}", letter={"text": "x" * 3000})
        saved += 1
    except (DiskFailed, DiskFull):
        refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.head()[0] == saved == store.page().total, turn
assert refused > 5 and saved >= 20, (refused, saved)
assert store.verify() == []
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is POSIX")
def test_refused_write_loses_nothing_and_work_goes_on_in_the_same_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "s.db")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with reopened(tmp_path / "s.db") as store:
        assert store.verify() == []


def test_ballast_leaves_a_nearly_full_disk_alone(tmp_path: Path) -> None:
    held = ballast.Ballast(tmp_path / "b", 2**60)
    held.take()
    assert not (tmp_path / "b").exists()
    assert held.drop() is False


def test_store_held_by_another_program_is_busy(tmp_path: Path) -> None:
    filled(tmp_path / "s.db", 1)
    other = open_keyed(tmp_path / "s.db", DEK)
    store = open_store(tmp_path / "s.db", DEK, ballast=0, patience=0.1)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy) as caught:
        store.put_draft(sample_draft())
    assert caught.value.code == "store_busy"
    assert store.record("r0") is not None
    other.execute("ROLLBACK")
    other.close()
    store.put_draft(sample_draft())
    store.close()


def test_write_waits_for_another_threads_turn(store: Store) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with store.work() as work:
            register(work, "a")
            inside.set()
            go_on.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    assert inside.wait(20)
    threading.Timer(0.2, go_on.set).start()
    with store.work() as work:
        event = register(work, "b")
    thread.join()
    assert event.seq == 2


def test_every_named_error_has_its_own_code() -> None:
    from thana_desk.storage import errors

    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, StorageError)
        and kind is not errors.NoSuchLogin
    ]
    codes = [kind.code for kind in kinds]
    assert len(set(codes)) == len(codes) > 20
    assert errors.NoSuchLogin.code == errors.WrongPassword.code
