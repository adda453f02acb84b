"""The way to the store's connections: reading, writing one at a time, and naming what went wrong."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from thana_desk.storage.ballast import Ballast
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.errors import (
    BUSY,
    CORRUPT,
    FULL,
    IOERR,
    LOCKED,
    NOTADB,
    DiskFull,
    StorageError,
    StoreBusy,
    WorkMisuse,
    named,
    primary_code,
)

logger = logging.getLogger(__name__)

_RUINED = frozenset({IOERR, FULL, CORRUPT, NOTADB})
"""After these the connection is not used again: its file handle may lie about what was written."""


def keyed_engine(path: Path, dek: bytes) -> Engine:
    """An engine whose every connection is keyed and locked down; the key is in no URL."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: open_keyed(path, dek),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


class Door:
    """Holds the engine of one open store; all parts of the store go through `reading` and `writing`."""

    def __init__(self, path: Path, dek: bytes, *, patience: float, ballast: Ballast) -> None:
        self.path = path
        self._dek = dek
        self._engine = keyed_engine(path, dek)
        self._patience = patience
        self._ballast = ballast
        self._turn = threading.Lock()
        self._writer: int | None = None
        self._here = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read transaction: all reads inside see one moment of the store.

        A read inside a read of the same thread is part of it: a question of many steps is asked
        of one moment, and opens one transaction.
        """
        outer: Connection | None = getattr(self._here, "reading", None)
        if outer is not None:
            yield outer
            return
        try:
            with self._engine.connect() as connection, connection.begin():
                self._here.reading = connection
                try:
                    yield connection
                finally:
                    self._here.reading = None
        except DBAPIError as error:
            self._retire(error)
            raise self._named(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only write transaction of this program: BEGIN IMMEDIATE … COMMIT, or nothing.

        Raises:
            WorkMisuse: this thread is inside a write transaction already.
            StoreBusy: another program held the store longer than the patience.
            DiskFull, DiskFailed, StoreDamaged: rolled back; the connection is not used again.
        """
        me = threading.get_ident()
        if self._writer == me:
            raise WorkMisuse("a write inside a write")
        if not self._turn.acquire(timeout=self._patience):
            raise StoreBusy("another part of this program is writing")
        self._writer = me
        try:
            with self._engine.connect() as connection:
                connection = connection.execution_options(writes=True)
                try:
                    transaction = self._begin_patiently(connection)
                    try:
                        yield connection
                        transaction.commit()
                    except BaseException:
                        with suppress(DBAPIError):
                            transaction.rollback()
                        raise
                except DBAPIError as error:
                    if primary_code(error.orig or error) in _RUINED:
                        connection.invalidate()
                    raise
        except DBAPIError as error:
            self._retire(error)
            raise self._named(error) from error
        finally:
            self._writer = None
            self._turn.release()

    def _begin_patiently(self, connection: Connection) -> Any:
        until = time.monotonic() + self._patience
        while True:
            try:
                return connection.begin()
            except DBAPIError as error:
                if primary_code(error.orig or error) not in (BUSY, LOCKED):
                    raise
                if time.monotonic() >= until:
                    raise
                time.sleep(0.02)

    def _retire(self, error: DBAPIError) -> None:
        """Give up every idle connection after a disk error, so that the next use opens afresh."""
        if primary_code(error.orig or error) in _RUINED:
            self._engine.dispose()

    def _named(self, error: DBAPIError) -> StorageError:
        what = named(error.orig or error)
        if isinstance(what, DiskFull):
            what = DiskFull("the disk is full", retry_may_help=self._ballast.drop())
        logger.warning("the store refused", extra={"code": what.code})
        return what
