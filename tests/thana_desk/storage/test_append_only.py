"""The journal and the legal rows only grow, whatever statement is tried."""

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tests.thana_desk.storage.samples import AT, DEK, register
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import Store
from thana_desk.storage.rows import LogEntry

TABLES = ("event", "allocation", "record_version", "series_floor", "print_log", "access_log")


@pytest.fixture
def kept(store: Store) -> Store:
    with store.work() as work:
        register(work, "r1")
        work.raise_series("gd", "2026", 5, at=AT, actor="user-1", reason="नमूना")
        work.log_access(LogEntry(AT, "user-1", "sho", "open", "r1"))
        work.log_print(LogEntry(AT, "user-1", "sho", "copy", "r1"))
    return store


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_neither_changed_nor_removed_nor_replaced(kept: Store, table: str) -> None:
    raw = open_keyed(kept.path, DEK)
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    last = names[-1]
    marks = ", ".join("?" for _ in names)
    attempts = (
        (f"UPDATE {table} SET {last} = {last}", ()),
        (f"DELETE FROM {table}", ()),
        (f"INSERT OR REPLACE INTO {table} VALUES ({marks})", before[0]),
        (f"REPLACE INTO {table} VALUES ({marks})", before[0]),
        (f"UPDATE OR REPLACE {table} SET {last} = {last}", ()),
        (f"UPDATE OR IGNORE {table} SET {last} = {last}", ()),
    )
    for statement, values in attempts:
        with pytest.raises(sqlcipher.IntegrityError, match="only grows"):
            raw.execute(statement, values)
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before
    raw.close()


def test_replace_by_another_unique_key_is_refused_too(kept: Store) -> None:
    raw = open_keyed(kept.path, DEK)
    row = list(raw.execute("SELECT * FROM event").fetchone())
    names = [info[1] for info in raw.execute("PRAGMA table_info(event)")]
    row[names.index("place")], row[names.index("seq")] = 99, 99
    marks = ", ".join("?" for _ in names)
    with pytest.raises(sqlcipher.IntegrityError, match="only grows"):
        raw.execute(f"INSERT OR REPLACE INTO event VALUES ({marks})", row)
    assert raw.execute("SELECT count(*) FROM event").fetchone() == (1,)
    raw.close()


def test_without_recursive_triggers_replace_would_walk_through(kept: Store) -> None:
    """The reason for the setting, and the proof that the test above can fail."""
    raw = sqlcipher.connect(str(kept.path), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{DEK.hex()}'\"")
    row = raw.execute("SELECT * FROM access_log").fetchone()
    marks = ", ".join("?" for _ in row)
    raw.execute("BEGIN")
    raw.execute(f"INSERT OR REPLACE INTO access_log VALUES ({marks})", row)
    raw.execute("ROLLBACK")
    raw.close()
