"""Files attached to records: to the data centre and from there onto the thana's other PCs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.client.files import FileRef, Taken
from sync.gateway.serve import GatewayThread
from tests.picture_files import make_picture
from thana_desk.actions import demo, records, syncing
from thana_desk.actions.attachments import keep_bytes, kept_bytes
from thana_desk.actions.clock import Clock
from thana_desk.actions.desk import Desk
from thana_desk.actions.projecting import projector
from thana_desk.storage.errors import WorkMisuse
from thana_desk.storage.file_shelf import StoreShelf, spoiled_files, waiting_files

FORM, FIELD = "miss_cattle", "photo"
NOW = "2026-11-25T10:00:00+05:30"


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayThread]:
    with GatewayThread(f"sqlite:///{tmp_path / 'gateway.db'}") as running:
        yield running


@pytest.fixture
def other_pc(tmp_path: Path, moving_clock: Clock) -> Iterator[Desk]:
    """The same thana's second PC."""
    demo.make_home(tmp_path / "other", clock=moving_clock)
    desk = demo.sign_in(tmp_path / "other", "moharir", clock=moving_clock)
    yield desk
    desk.close()


def join(gateway: GatewayThread, *desks: Desk) -> None:
    for desk in desks:
        syncing.enrol(desk, gateway.url, demo.new_code(gateway.store, desk.thana.code))


def with_picture(desk: Desk, colour: str = "red") -> dict[str, Any]:
    """A registered record with a picture; what the field stores of it."""
    form = desk.forms[FORM]
    (field,) = [part for part in form.fields() if part.key == FIELD]
    stored = keep_bytes(desk, "चित्र.png", make_picture("PNG", (640, 480), colour), field)
    letter = {**form.sample(desk.clock.now()), FIELD: stored}
    records.register(desk, FORM, letter)
    return stored


def test_a_picture_comes_to_the_other_pc_after_its_record(
    moharir: Desk, other_pc: Desk, gateway: GatewayThread
) -> None:
    join(gateway, moharir, other_pc)
    stored = with_picture(moharir)
    assert syncing.status(moharir).files_up == 0, "the record goes first"
    up = syncing.sync_once(moharir)
    assert (up.done, up.files_sent, up.files_waiting) == (True, 1, 0)
    assert "फाइलें" in up.words.hi
    down = syncing.sync_once(other_pc)
    assert (down.done, down.files_received, down.files_waiting) == (True, 1, 0)
    assert kept_bytes(moharir, stored)
    assert kept_bytes(other_pc, stored) == kept_bytes(moharir, stored)
    again = syncing.sync_once(moharir)
    assert (again.files_sent, again.files_waiting) == (0, 0)


def test_a_record_is_there_before_its_picture_and_says_so(
    moharir: Desk, other_pc: Desk, gateway: GatewayThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(gateway, moharir, other_pc)
    stored = with_picture(moharir)
    monkeypatch.setattr(syncing, "_FILES_SECONDS", -1.0)
    outcome = syncing.sync_once(moharir)
    assert (outcome.done, outcome.files_sent, outcome.files_waiting) == (True, 0, 1)
    assert syncing.status(moharir).files_up == 1
    assert syncing.sync_once(other_pc).files_waiting == 1
    assert syncing.status(other_pc).files_down == 1
    assert kept_bytes(other_pc, stored) is None
    monkeypatch.undo()
    syncing.sync_once(moharir)
    syncing.sync_once(other_pc)
    assert kept_bytes(other_pc, stored) is not None


def test_the_same_picture_in_two_records_travels_once(
    moharir: Desk, gateway: GatewayThread
) -> None:
    join(gateway, moharir)
    assert with_picture(moharir) == with_picture(moharir)
    assert syncing.sync_once(moharir).files_sent == 1


def test_a_damaged_picture_is_told_and_not_sent(moharir: Desk, gateway: GatewayThread) -> None:
    join(gateway, moharir)
    stored = with_picture(moharir)
    with moharir.store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE attachment SET data = zeroblob(size) WHERE sha256 = ?", (stored["sha256"],)
        )
    outcome = syncing.sync_once(moharir)
    assert (outcome.files_sent, outcome.files_waiting) == (0, 0)
    assert syncing.status(moharir).files_spoiled == 1
    assert spoiled_files(moharir.store) == (stored["sha256"],)


def test_files_are_found_again_from_the_journal_alone(
    moharir: Desk, gateway: GatewayThread
) -> None:
    join(gateway, moharir)
    with_picture(moharir)
    before = waiting_files(moharir.store)
    moharir.store.rebuild(projector(moharir.forms))
    assert waiting_files(moharir.store) == before
    assert syncing.sync_once(moharir).files_sent == 1


def test_the_shelf_takes_pieces_in_order_and_only_the_right_file(moharir: Desk) -> None:
    stored = with_picture(moharir)
    data = kept_bytes(moharir, stored) or b""
    shelf = StoreShelf(moharir.store, lambda: NOW)
    ref = FileRef(stored["sha256"], len(data))
    with moharir.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM attachment")
    assert list(shelf.to_fetch()) == [ref]
    assert shelf.take(ref, 0, data[:100]) is Taken.PARTIAL
    assert shelf.held(ref.sha256) == 100
    with pytest.raises(WorkMisuse):
        shelf.take(ref, 0, data[:100])
    with pytest.raises(WorkMisuse):
        shelf.take(ref, 100, data)
    wrong = bytes(len(data) - 100)
    assert shelf.take(ref, 100, wrong) is Taken.MISMATCH
    assert shelf.held(ref.sha256) == 0
    assert shelf.take(ref, 0, data) is Taken.COMPLETE
    assert kept_bytes(moharir, stored) == data
    assert hashlib.sha256(shelf.read(ref.sha256, 0, len(data))).hexdigest() == ref.sha256
    assert list(shelf.to_fetch()) == []
