"""Making and opening the encrypted store, and the `Store` that the actions work with."""

import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher

from thana_desk.storage import schema
from thana_desk.storage.ballast import PRODUCTION_BALLAST, Ballast
from thana_desk.storage.checks import check_newest, check_quickly
from thana_desk.storage.connection import BUSY_MS, open_keyed
from thana_desk.storage.desk_rows import DeskRows
from thana_desk.storage.door import Door
from thana_desk.storage.errors import (
    DiskFull,
    StorageError,
    StoreDamaged,
    StoreExists,
    StoreFromNewerVersion,
    StoreMissing,
    WrongKey,
    named,
    named_os,
)
from thana_desk.storage.feed import Feed
from thana_desk.storage.files import forget, keep_file, settle_new
from thana_desk.storage.journal import JournalReads
from thana_desk.storage.person_reads import PersonReads
from thana_desk.storage.print_rows import PrintRows
from thana_desk.storage.records import RecordReads
from thana_desk.storage.upkeep import Upkeep
from thana_desk.storage.work import Work

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds to wait for another program's transaction before saying that the store is busy."""


class Store(RecordReads, PersonReads, JournalReads, DeskRows, PrintRows, Feed, Upkeep, Door):
    """One open store. All methods may be called from any thread; writes take turns."""

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One write transaction: committed when the block ends, undone when it raises.

        Raises:
            WorkMisuse: nested, or the work left the store in a state it must not be in.
            StoreBusy, DiskFull, DiskFailed, StoreDamaged: nothing of the work was kept.
        """
        with self.writing() as connection:
            work = Work(connection)
            try:
                yield work
                work.finish()
            finally:
                work.close()

    def save(self, act: Callable[[Work], T]) -> T:
        """Run `act` in one transaction; when the disk is full, give up the ballast and try once more.

        `act` may therefore run twice and must change nothing outside its `Work`.
        """
        try:
            with self.work() as work:
                return act(work)
        except DiskFull as error:
            if not error.retry_may_help:
                raise
        with self.work() as work:
            return act(work)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let all connections go."""
        with suppress(StorageError):
            self.checkpoint()
        self._engine.dispose()

    def checkpoint(self) -> bool:
        """Fold the write-ahead log into the store's file; False when a reader was in the way.

        For idle moments, before locking the screen, and at the end; does not wait for anybody.
        """
        connection = self._engine.raw_connection()
        driver: Any = connection.driver_connection
        try:
            driver.set_busy_timeout(0)
            row = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            driver.set_busy_timeout(BUSY_MS // 1000)
            return bool(row[0] == 0)
        except sqlcipher.DatabaseError as error:
            connection.invalidate()
            raise named(error) from error
        finally:
            connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_store(
    path: Path,
    dek: bytes,
    *,
    ballast: int = PRODUCTION_BALLAST,
    patience: float = PATIENCE,
) -> Store:
    """Make a new, empty, encrypted store at `path` and open it.

    It is made beside its place and moved there when complete, so a creation that fails leaves
    nothing. A small mark stays behind for ever: where a store once was, none is made again,
    because an empty store in the place of a lost one would hide the loss.

    Raises:
        StoreExists: a store is or was here.
        DiskFull, DiskFailed, UnsafeEngine: nothing was made.
    """
    mark = mark_path(path)
    if any(place.exists() for place in (path, mark, *_beside(path))):
        raise StoreExists(f"there is or was a store at {path.name}")
    fresh = path.with_name(path.name + ".new")
    forget(fresh, *_beside(fresh))
    try:
        _fill_new(fresh, dek)
        settle_new(fresh, path)
        keep_file(mark, _mark_bytes(dek))
    except FileExistsError:
        raise StoreExists(f"there is a store at {path.name}") from None
    except sqlcipher.DatabaseError as error:
        raise named(error) from error
    except OSError as error:
        raise named_os(error) from error
    finally:
        forget(fresh, *_beside(fresh))
    return open_store(path, dek, ballast=ballast, patience=patience)


def open_store(
    path: Path,
    dek: bytes,
    *,
    ballast: int = PRODUCTION_BALLAST,
    patience: float = PATIENCE,
) -> Store:
    """Open the store at `path`, bring its schema up to date, check it, and return it.

    Raises:
        StoreMissing: no file. WrongKey: another key. StoreDamaged: file or chain damaged.
        StoreFromNewerVersion: left untouched. UnsafeEngine: the engine is not safe to use.
    """
    if not path.exists():
        raise StoreMissing(f"no store at {path.name}")
    if path.stat().st_size == 0:
        raise StoreDamaged("the store's file is empty")
    mark = mark_path(path)
    _look_inside(path, dek, mark)
    if not mark.exists():
        with suppress(OSError):
            keep_file(mark, _mark_bytes(dek))
    held = Ballast(path.with_name(path.name + ".ballast"), ballast)
    held.take()
    return Store(path, dek, patience=patience, ballast=held)


def mark_path(path: Path) -> Path:
    """The file that says that a store was made here; it also tells damage from a wrong key."""
    return path.with_name(path.name + ".made")


def _fill_new(path: Path, dek: bytes) -> None:
    connection = open_keyed(path, dek, create=True, schema=True)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema.statements():
            connection.execute(statement)
        connection.execute(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.execute("INSERT INTO alembic_version VALUES (?)", (schema.HEAD_REVISION,))
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def _look_inside(path: Path, dek: bytes, mark: Path) -> None:
    """Key, version, migration, damage: everything that must be right before work begins."""
    try:
        connection = open_keyed(path, dek)
    except WrongKey:
        if _mark_fits(mark, dek):
            raise StoreDamaged("the key is right, the first page is not") from None
        raise
    except sqlcipher.DatabaseError as error:
        raise named(error) from error
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.SCHEMA_VERSION:
            raise StoreFromNewerVersion(
                f"schema {version}, this program knows {schema.SCHEMA_VERSION}"
            )
        if version == 0:
            raise StoreDamaged("the file holds no store")
        check_quickly(connection, path.stat().st_size)
        check_newest(connection)
    except sqlcipher.DatabaseError as error:
        raise named(error) from error
    finally:
        connection.close()
    if version < schema.SCHEMA_VERSION:
        from thana_desk.storage.migrations.upgrade import upgrade

        upgrade(path, dek)


def _mark_bytes(dek: bytes) -> bytes:
    check = hmac.digest(dek, b"thana-desk store mark", "sha256").hex()
    return json.dumps({"check": check}).encode()


def _mark_fits(mark: Path, dek: bytes) -> bool:
    try:
        return hmac.compare_digest(mark.read_bytes(), _mark_bytes(dek))
    except OSError:
        return False


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
