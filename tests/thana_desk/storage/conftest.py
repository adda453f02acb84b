"""Open stores in a temporary folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.thana_desk.storage.samples import DEK
from thana_desk.storage.database import Store, create_store
from thana_desk.storage.rows import Identity


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Makes stores of sample devices in one temporary folder, and closes them at the end."""
    opened: list[Store] = []

    def make(device: str = "pc-1", thana: str = "UP-SAMPLE", name: str | None = None) -> Store:
        store = create_store(tmp_path / f"{name or device}.db", DEK, ballast=0, patience=5)
        store.set_identity(Identity(thana, device))
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(make_store: Callable[..., Store]) -> Store:
    return make_store()
