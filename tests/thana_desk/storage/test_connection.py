"""Every connection carries the settings of the house, and nobody can talk it out of them."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tests.thana_desk.storage.samples import DEK
from thana_desk.storage.connection import OLDEST_SQLITE, check_engine, open_keyed, pragmas
from thana_desk.storage.database import Store
from thana_desk.storage.errors import UnsafeEngine, WrongKey


def test_settings_read_back_as_set(store: Store) -> None:
    connection = open_keyed(store.path, DEK)
    assert pragmas(connection) == {
        "busy_timeout": "5000",
        "journal_mode": "wal",
        "synchronous": "3",
        "wal_autocheckpoint": "200",
        "journal_size_limit": "4194304",
        "checkpoint_fullfsync": "1",
        "fullfsync": "1",
        "foreign_keys": "1",
        "recursive_triggers": "1",
        "trusted_schema": "0",
        "cell_size_check": "1",
        "mmap_size": "0",
        "secure_delete": "1",
        "temp_store": "2",
    }
    connection.close()


def test_settings_hold_on_the_stores_own_connections(store: Store) -> None:
    with store.reading() as one, store.reading() as other:
        for connection in (one, other):
            for name, wanted in (("synchronous", 3), ("recursive_triggers", 1)):
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == wanted


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA hexrekey = '00'",
        "PRAGMA writable_schema = ON",
        "PRAGMA writable_schema",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = OFF",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA trusted_schema = ON",
        "PRAGMA cipher_plaintext_header_size = 32",
        "PRAGMA cipher_memory_security = OFF",
        "SELECT load_extension('x')",
        "DROP TRIGGER event_no_update",
        "DROP TABLE event",
        "ALTER TABLE event RENAME TO other",
        "CREATE TABLE other (x)",
        "CREATE TEMP TRIGGER t BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END",
    ],
)
def test_doorkeeper_denies(store: Store, statement: str) -> None:
    connection = open_keyed(store.path, DEK)
    with pytest.raises(sqlcipher.DatabaseError, match=r"not authorized|prohibited"):
        connection.execute(statement)
    assert pragmas(connection)["recursive_triggers"] == "1"
    connection.close()


@pytest.mark.parametrize(
    ("sqlite", "cipher"),
    [((3, 51, 2), "4.19.0"), ((3, 40, 1), "4.5.0"), ((3, 53, 4), "3.4.1"), ((3, 53, 4), "")],
)
def test_engine_that_may_lose_records_is_refused(sqlite: tuple[int, ...], cipher: str) -> None:
    with pytest.raises(UnsafeEngine) as caught:
        check_engine(sqlite, cipher)
    assert caught.value.code == "unsafe_engine"


def test_present_engine_is_safe() -> None:
    check_engine(sqlcipher.sqlite_version_info, "4.19.0 community")
    check_engine(OLDEST_SQLITE, "4.0.0")


def test_short_key_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        open_keyed(tmp_path / "s.db", b"short", create=True)
    assert list(tmp_path.iterdir()) == []


def test_connection_does_not_make_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher.DatabaseError):
        open_keyed(tmp_path / "s.db", DEK)
    assert list(tmp_path.iterdir()) == []
