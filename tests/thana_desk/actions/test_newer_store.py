"""A store that a newer program wrote is told apart and not touched."""

from pathlib import Path

import pytest

from thana_desk.actions import demo, homes
from thana_desk.actions.errors import StoreProblem
from thana_desk.paths import Home
from thana_desk.storage.connection import open_keyed


def test_a_newer_store_is_refused_in_words_and_left_as_it_is(home: Path) -> None:
    store = Home(home).store
    dek = homes.key_slots(home).unlock("sho", demo.PASSWORD)
    raw = open_keyed(store, dek, schema=True)
    raw.execute("PRAGMA user_version = 999")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    before = store.read_bytes()
    with pytest.raises(StoreProblem) as told:
        demo.sign_in(home, "sho")
    assert told.value.code == "store_newer"
    assert "अद्यतन" in told.value.words.hi
    assert store.read_bytes() == before
