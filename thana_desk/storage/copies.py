"""Encrypted copies of a store, made page by page while work goes on, and proven before they count."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from thana_desk.storage.checks import check_file, check_newest, check_seals
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.errors import StoreDamaged, named, named_os
from thana_desk.storage.files import forget, settle_file, settle_folder

_STEP = 500


def copy_store(path: Path, target: Path, dek: bytes) -> int:
    """Copy the store at `path` to `target` under the same key; returns its number of events.

    The copy is one moment of the store, however much is written meanwhile. It appears under its
    name only once it has been verified, and an older file of that name is replaced then.

    Raises:
        StoreDamaged: the copy is not sound; nothing was kept.
        StorageError: source or target cannot be used.
    """
    fresh = target.with_name(target.name + ".new")
    remove_store_file(fresh)
    try:
        source = open_keyed(path, dek)
        try:
            copy = open_keyed(fresh, dek, create=True)
            try:
                # Held open, the read keeps one moment of the source for all steps of the copy.
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM meta").fetchone()
                # The copying itself would turn a damaged page into a sound page of zeros.
                check_seals(source)
                copy.set_authorizer(None)
                source.backup(copy, pages=_STEP, sleep=0.002)
                copy.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                copy.close()
        finally:
            source.close()
        events = verify_copy(fresh, dek)
        settle_file(fresh)
        fresh.replace(target)
        settle_folder(target.parent)
        return events
    except sqlcipher.DatabaseError as error:
        raise named(error) from error
    except OSError as error:
        raise named_os(error) from error
    finally:
        remove_store_file(fresh)


def verify_copy(path: Path, dek: bytes) -> int:
    """Read a copy through from the first page to the last; returns its number of events.

    Raises:
        StoreDamaged: a page, an index, a row or the chain is not as it was written.
        WrongKey: the copy has another key.
    """
    connection = open_keyed(path, dek)
    try:
        check_file(connection)
        check_newest(connection)
        events = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlcipher.DatabaseError as error:
        raise StoreDamaged("the copy cannot be read") from error
    finally:
        connection.close()
    return events


def remove_store_file(path: Path) -> None:
    """Remove a copy together with its log files."""
    forget(path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))
