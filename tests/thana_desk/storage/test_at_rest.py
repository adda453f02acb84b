"""Nothing readable leaves the store: not in the file, not in its logs, not in an error."""

import logging
from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import AT, DEK, register, sample_draft, sample_officer
from thana_desk.storage.database import Store
from thana_desk.storage.errors import AlreadyStored, StorageError, WorkMisuse
from thana_desk.storage.rows import LogEntry

CANARY = "CanaryDevi"
CANARY_HI = "कैनरीदेवी"


def fill(store: Store) -> None:
    letter = {"name": f"{CANARY_HI} {CANARY}", "text": CANARY * 50}
    store.put_officer(sample_officer(login=CANARY, name_hi=CANARY_HI))
    store.put_draft(sample_draft(letter=letter, note=CANARY))
    store.put_attachment(f"{CANARY}.jpg", "image/jpeg", CANARY.encode() * 500)
    with store.work() as work:
        event = register(work, "r1", letter=letter, title=CANARY_HI)
        work.log_access(LogEntry(AT, CANARY, "sho", "open", "r1", event.hash, {"why": CANARY}))
        work.remember_request("q", {"name": CANARY_HI})
    store.search([CANARY.lower()])


def scan(folder: Path) -> list[str]:
    found = []
    needles = [
        text.encode(encoding)
        for text in (CANARY, CANARY.lower(), CANARY_HI)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        found += [path.name for needle in needles if needle in data]
    return found


def test_scan_finds_a_canary(tmp_path: Path) -> None:
    (tmp_path / "clear").write_text(CANARY_HI, "utf-16-le")
    assert scan(tmp_path) == ["clear"]


def test_no_readable_text_in_any_file(store: Store, tmp_path: Path) -> None:
    fill(store)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"pc-1.db", "pc-1.db-wal", "pc-1.db-shm"} <= names
    assert (tmp_path / "pc-1.db-wal").stat().st_size > 10_000
    assert scan(tmp_path) == []
    store.backup(tmp_path / "copy.db")
    store.close()
    assert scan(tmp_path) == []
    assert not (tmp_path / "pc-1.db").read_bytes().startswith(b"SQLite format 3")


def test_key_is_in_no_file(store: Store, tmp_path: Path) -> None:
    fill(store)
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert DEK not in data
        assert DEK.hex().encode() not in data


def test_no_error_names_anybody(
    store: Store, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    fill(store)
    said: list[str] = []
    with pytest.raises(AlreadyStored) as caught:
        store.put_officer(sample_officer(user_id="user-9", login=CANARY, name_hi=CANARY_HI))
    error: BaseException | None = caught.value
    while error is not None:
        said.append(repr(error) + str(error))
        error = error.__cause__
    with pytest.raises(StorageError) as worse:
        store.put_draft(sample_draft(draft_id=None, letter={"name": CANARY}))
    said.append(repr(worse.value.__cause__))
    assert isinstance(worse.value, WorkMisuse)
    shown = "".join(said) + caplog.text + "".join(capfd.readouterr()) + repr(store)
    assert CANARY not in shown
    assert CANARY_HI not in shown
    assert DEK.hex() not in shown + repr(store._engine) + str(store._engine.url)
