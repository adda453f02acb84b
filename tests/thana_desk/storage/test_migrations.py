"""A store is the same whether it was made at once or brought up to date step by step."""

from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import DEK, register
from thana_desk.storage import schema
from thana_desk.storage.connection import open_keyed
from thana_desk.storage.database import create_store, open_store
from thana_desk.storage.errors import StoreNotUpgraded
from thana_desk.storage.migrations import upgrade as upgrading
from thana_desk.storage.migrations.upgrade import run_revisions, upgrade
from thana_desk.storage.rows import Identity


def description(path: Path) -> list[tuple[object, ...]]:
    raw = open_keyed(path, DEK)
    found = raw.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    ).fetchall()
    found += raw.execute("SELECT 'user_version', * FROM pragma_user_version").fetchall()
    found += raw.execute("SELECT * FROM alembic_version").fetchall()
    raw.close()
    return [tuple("".join(str(part).split()) for part in row) for row in found]


def test_both_ways_give_the_identical_schema(tmp_path: Path) -> None:
    create_store(tmp_path / "at_once.db", DEK, ballast=0).close()
    run_revisions(tmp_path / "stepwise.db", DEK, create=True)
    assert description(tmp_path / "at_once.db") == description(tmp_path / "stepwise.db")
    with open_store(tmp_path / "stepwise.db", DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
        with store.work() as work:
            register(work, "r1")
        assert store.verify() == []


def test_version_number_is_the_number_of_revisions() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(upgrading.__file__).parent))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == schema.HEAD_REVISION
    assert len(list(scripts.walk_revisions())) == schema.SCHEMA_VERSION


def test_ordinary_opening_does_not_load_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys, pathlib\n"
        "from thana_desk.storage.database import create_store, open_store\n"
        f"path = pathlib.Path({str(tmp_path / 's.db')!r})\n"
        "create_store(path, bytes(32), ballast=0).close()\n"
        "open_store(path, bytes(32), ballast=0).close()\n"
        "heavy = {'alembic', 'sqlalchemy.orm', 'keyring', 'argon2', 'cryptography', 'requests'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("[]\n", "", 0)


def older(path: Path) -> None:
    """A store whose version number is one less, as if the last revision were still to come."""
    with create_store(path, DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
        with store.work() as work:
            register(work, "r1")


FILES = ("record_file", "file_way", "file_piece")


def back_to_first(path: Path) -> None:
    """Take the later revisions back: a store as the first program wrote it."""
    raw = open_keyed(path, DEK, schema=True)
    for name in ("search_word", "name_word", "person", "person_link", "person_search", *FILES):
        raw.execute(f"DROP TABLE {name}")
    for name in (
        "gaps",
        "occurred",
        "officer",
        "provisional",
        "sensitive",
        "written",
        "under",
        "serial",
    ):
        raw.execute(f"DROP INDEX record_{name}")
    for name in ("saved_view", "print_job", "print_choice"):
        raw.execute(f"DROP TABLE {name}")
    for name in ("at", "actor"):
        raw.execute(f"DROP INDEX print_log_{name}")
    raw.execute("ALTER TABLE record DROP COLUMN gaps")
    raw.execute(
        "CREATE INDEX record_serial ON record (series, period, serial) WHERE series IS NOT NULL"
    )
    raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def test_a_store_of_the_first_program_opens_with_its_records(tmp_path: Path) -> None:
    older(tmp_path / "s.db")
    now = description(tmp_path / "s.db")
    back_to_first(tmp_path / "s.db")
    assert description(tmp_path / "s.db") != now
    with open_store(tmp_path / "s.db", DEK, ballast=0) as store:
        assert [row.gaps for row in store.page().rows] == [0]
        assert store.views("") == ()
        assert store.verify() == []
    assert description(tmp_path / "s.db") == now


def test_upgrade_keeps_a_copy_and_the_records(tmp_path: Path) -> None:
    older(tmp_path / "s.db")
    kept = upgrade(tmp_path / "s.db", DEK)
    assert kept.exists()
    for path in (tmp_path / "s.db", kept):
        with open_store(path, DEK, ballast=0) as store:
            assert store.page().total == 1
            assert store.verify() == []


def test_upgrade_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(tmp_path / "s.db")
    before = description(tmp_path / "s.db")
    raw = open_keyed(tmp_path / "s.db", DEK, schema=True)
    raw.execute("DELETE FROM alembic_version")  # so that revision 0001 meets its own tables
    raw.close()
    with pytest.raises(StoreNotUpgraded):
        upgrade(tmp_path / "s.db", DEK)
    raw = open_keyed(tmp_path / "s.db", DEK, schema=True)
    raw.execute(f"INSERT INTO alembic_version VALUES ('{schema.HEAD_REVISION}')")
    raw.close()
    assert description(tmp_path / "s.db") == before
