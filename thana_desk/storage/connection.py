"""One keyed SQLCipher connection: opened, settings applied, every setting read back, then locked down."""

from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from thana_desk.storage.errors import (
    CORRUPT,
    IOERR,
    NOTADB,
    StoreDamaged,
    UnsafeEngine,
    WrongKey,
    primary_code,
)

OLDEST_SQLITE = (3, 51, 3)
"""The first version without the WAL-reset fault (3.7.0 to 3.51.2 can corrupt a WAL store)."""

BUSY_MS = 5000

_DETACH = 25
_OK: Final[int] = 0
_DENY: Final[int] = 1

# Name, what is set, what must be read back.
_PINNED: Final[tuple[tuple[str, str, str], ...]] = (
    ("busy_timeout", str(BUSY_MS), str(BUSY_MS)),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "EXTRA", "3"),
    ("wal_autocheckpoint", "200", "200"),
    ("journal_size_limit", "4194304", "4194304"),
    ("checkpoint_fullfsync", "ON", "1"),
    ("fullfsync", "ON", "1"),
    ("foreign_keys", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("secure_delete", "ON", "1"),
    ("temp_store", "MEMORY", "2"),
)

# Never again once a connection stands: changing the key, the file's form, or a pinned setting.
_DENIED_PRAGMAS = frozenset(
    {
        "key",
        "hexkey",
        "textkey",
        "rekey",
        "hexrekey",
        "textrekey",
        "writable_schema",
        "schema_version",
        "ignore_check_constraints",
        "legacy_alter_table",
    }
)
_PINNED_NAMES = frozenset(name for name, _, _ in _PINNED)
_CIPHER_READS = frozenset(
    {"cipher_integrity_check", "cipher_version", "cipher_provider_version", "cipher_status"}
)
_SCHEMA_ACTS = frozenset(
    {
        sqlcipher.SQLITE_CREATE_INDEX,
        sqlcipher.SQLITE_CREATE_TABLE,
        sqlcipher.SQLITE_CREATE_TRIGGER,
        sqlcipher.SQLITE_CREATE_VIEW,
        sqlcipher.SQLITE_CREATE_VTABLE,
        sqlcipher.SQLITE_CREATE_TEMP_TABLE,
        sqlcipher.SQLITE_CREATE_TEMP_TRIGGER,
        sqlcipher.SQLITE_CREATE_TEMP_VIEW,
        sqlcipher.SQLITE_CREATE_TEMP_INDEX,
        sqlcipher.SQLITE_DROP_INDEX,
        sqlcipher.SQLITE_DROP_TABLE,
        sqlcipher.SQLITE_DROP_TRIGGER,
        sqlcipher.SQLITE_DROP_VIEW,
        sqlcipher.SQLITE_DROP_VTABLE,
        sqlcipher.SQLITE_DROP_TEMP_TABLE,
        sqlcipher.SQLITE_DROP_TEMP_TRIGGER,
        sqlcipher.SQLITE_DROP_TEMP_VIEW,
        sqlcipher.SQLITE_DROP_TEMP_INDEX,
        sqlcipher.SQLITE_ALTER_TABLE,
    }
)


def check_engine(sqlite_version: tuple[int, ...], cipher_version: str) -> None:
    """Refuse an engine that may lose or expose records.

    Raises:
        UnsafeEngine: SQLite older than 3.51.3, or not SQLCipher 4.
    """
    if sqlite_version < OLDEST_SQLITE:
        raise UnsafeEngine(f"SQLite {sqlite_version} has the WAL-reset fault")
    if cipher_version.split(".", 1)[0] != "4":
        raise UnsafeEngine(f"SQLCipher 4 is needed, not {cipher_version or 'none'}")


def open_keyed(path: Path, dek: bytes, *, create: bool = False, schema: bool = False) -> Any:
    """A raw connection to the store at `path`, with the settings of the house, locked down.

    `create` lets the file come into being; `schema` leaves CREATE, DROP and ALTER allowed, for
    creation and migration only.

    Raises:
        WrongKey: the first page does not open with `dek` (or the first page is damaged).
        StoreDamaged: the file is unreadable in another way.
        UnsafeEngine: engine too old or a setting did not take.
    """
    if len(dek) != 32:
        raise WrongKey("a key has 32 bytes")
    mode = "rwc" if create else "rw"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _settle(connection, dek)
        connection.set_authorizer(_doorkeeper(schema=schema))
    except sqlcipher.DatabaseError as error:
        connection.close()
        code = primary_code(error)
        if code == NOTADB:
            raise WrongKey("the key does not open this file") from None
        if code in (CORRUPT, IOERR):
            raise StoreDamaged("the file cannot be read") from None
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def pragmas(connection: Any) -> dict[str, str]:
    """The pinned settings as they stand on this connection."""
    return {
        name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]).lower()
        for name, _, _ in _PINNED
    }


def _settle(connection: Any, dek: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{dek.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = ON")
    row = connection.execute("PRAGMA cipher_version").fetchone()
    check_engine(sqlcipher.sqlite_version_info, row[0] if row else "")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, value, _ in _PINNED:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    found = pragmas(connection)
    for name, _, wanted in _PINNED:
        if found[name] != wanted:
            raise UnsafeEngine(f"setting {name} stayed at {found[name]}")
    if str(connection.execute("PRAGMA cipher_memory_security").fetchone()[0]) != "1":
        raise UnsafeEngine("setting cipher_memory_security did not take")


def _doorkeeper(*, schema: bool) -> Any:
    def allow(act: int, first: str | None, second: str | None, *_: object) -> int:
        if act in (sqlcipher.SQLITE_ATTACH, _DETACH):
            return _DENY
        if act == sqlcipher.SQLITE_FUNCTION and (second or "").lower() == "load_extension":
            return _DENY
        if act == sqlcipher.SQLITE_PRAGMA:
            return _pragma_answer((first or "").lower(), second)
        if act in _SCHEMA_ACTS and not schema:
            return _DENY
        return _OK

    return allow


def _pragma_answer(name: str, value: str | None) -> int:
    denied = (
        name in _DENIED_PRAGMAS
        or (name.startswith("cipher") and name not in _CIPHER_READS)
        or (name in _PINNED_NAMES and value is not None)
    )
    return _DENY if denied else _OK
