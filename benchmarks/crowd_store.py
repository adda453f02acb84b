"""A store filled with a crowd, made for one run or kept for the next: a million persons take minutes."""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowd import Crowd
from benchmarks.places import ROOT, scratch
from thana_desk.actions import demo
from thana_desk.actions.desk import Desk

_FILLED_BY = (
    "benchmarks/crowd.py",
    "thana_desk/actions/homes.py",
    "thana_desk/actions/person_index.py",
    "thana_desk/actions/projecting.py",
    "thana_desk/hindi/fold.py",
    "thana_desk/hindi/names.py",
    "thana_desk/storage/person_rows.py",
    "thana_desk/storage/schema.py",
)
"""What the rows of a filled store depend on: where one of these has changed, it is filled anew."""


@contextmanager
def filled(crowd: Crowd, keep: Path | None) -> Iterator[tuple[Desk, int, float]]:
    """The station writer's desk in a store that holds the crowd, its records, the seconds it took.

    The folder `keep` outlives the run; without it the store is gone afterwards.
    """
    if keep is None:
        with scratch() as folder, _opened(crowd, folder) as opened:
            yield opened
    else:
        folder = keep / f"crowd-{crowd.persons}-{_fingerprint()}"
        folder.mkdir(parents=True, exist_ok=True)
        with _opened(crowd, folder) as opened:
            yield opened


@contextmanager
def _opened(crowd: Crowd, folder: Path) -> Iterator[tuple[Desk, int, float]]:
    home, done = folder / "home", folder / "filled.json"
    if home.exists() and not done.exists():
        raise SystemExit(f"{folder.name}: its filling was broken off; remove it and begin again")
    demo.make_home(home)
    desk = demo.sign_in(home, "moharir")
    try:
        if not done.exists():
            began = time.perf_counter()
            records = crowd.fill(desk.store)
            desk.store.checkpoint()
            took = time.perf_counter() - began
            done.write_text(json.dumps({"records": records, "seconds": took}))
        said = json.loads(done.read_text())
        yield desk, said["records"], said["seconds"]
    finally:
        desk.close()


def _fingerprint() -> str:
    """Twelve letters for all that decides what a filled store holds."""
    found = hashlib.sha256()
    for name in _FILLED_BY:
        found.update((ROOT / name).read_bytes())
    return found.hexdigest()[:12]
