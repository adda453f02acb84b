"""Kill a saving desk at random moments, and count what was acknowledged and is not there.

    python -m benchmarks.kill_saves --kills 5000

The bar is 0 lost, 0 torn, 0 damaged. `--broken` saves without waiting for the disk's order
(record and number in two transactions) and must be caught: a campaign that cannot fail is void.
"""

import argparse
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from sync.protocol.canonical import Json
from thana_desk.storage.database import Store, create_store, open_store
from thana_desk.storage.errors import StorageError
from thana_desk.storage.identifiers import new_id
from thana_desk.storage.rows import (
    Allocation,
    Clock,
    Draft,
    Envelope,
    Identity,
    IndexRow,
    NewEvent,
)
from thana_desk.storage.work import Work

DEK = bytes(range(32))
_OPENING = 0.1
_PATIENCE = 60.0


@dataclass(slots=True)
class Tally:
    """What a campaign saw. All of `lost`, `torn` and `damaged` must be 0."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    damaged: int = 0
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.torn or self.damaged)


def save_one(store: Store, *, broken: bool = False) -> int:
    """Register one sample record with number, index, search, clock, draft and answer; its sequence."""
    record_id = new_id()
    at = "2026-11-22T11:00:00+05:30"
    store.put_draft(Draft(record_id, "iif_1", 1, "user-1", {"text": "नमूना"}, at, at))

    def act(work: Work) -> int:
        serial = work.next_serial("fir", "2026")
        number = f"{serial:04d}/2026"
        envelope = Envelope(
            record_id,
            "iif_1",
            1,
            "registered",
            number=number,
            series="fir",
            period="2026",
            serial=serial,
            title="काल्पनिक नमूना",
            registered_at=at,
        )
        letter: dict[str, Json] = {"name": "नमूना नाम", "text": "काल्पनिक कथन " * 40}
        place: dict[str, Json] = {
            "series": "fir",
            "period": "2026",
            "serial": serial,
            "number": number,
        }
        body: dict[str, Json] = {
            "envelope": envelope.to_json(),
            "letter": letter,
            "allocations": [place],
        }
        event = work.append(
            NewEvent(record_id, "registered", "iif_1", 1, "user-1", "sho", at, at, body)
        )
        work.allocate(Allocation("fir", "2026", serial, number), event)
        work.put_record(
            envelope,
            letter,
            [IndexRow("person", "name", "नमूना नाम", "namuna nam")],
            "namuna nam kalpanik",
            [Clock("sample", at, "2027-01-01")],
            event,
        )
        if not broken:
            work.drop_draft(record_id)
        work.remember_request(record_id, {"number": number})
        return event.seq

    seq = store.save(act)
    if broken:
        store.delete_draft(record_id)
    return seq


def campaign(folder: Path, kills: int, *, seed: int = 1, broken: bool = False) -> Tally:
    """Save in a child process, kill it, open the store again and count; `kills` times over.

    A tenth of the kills falls into the opening (recovery of the kill before), the rest at a
    random moment of the saving.
    """
    chance = random.Random(seed)
    path = folder / "killed.db"
    with create_store(path, DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
    tally = Tally()
    began = time.monotonic()
    for turn in range(kills):
        last, acknowledged = _kill_once(path, chance, broken=broken, early=chance.random() < 0.1)
        tally.kills += 1
        tally.acknowledged += acknowledged
        _judge(path, last, tally, thorough=turn % 50 == 49 or turn == kills - 1)
    tally.seconds = round(time.monotonic() - began, 1)
    return tally


def _kill_once(path: Path, chance: random.Random, *, broken: bool, early: bool) -> tuple[int, int]:
    """Start a saver and kill it: the last sequence that it acknowledged (0: none), and how many.

    The moment is counted in saves and not in seconds, so that a slow machine is killed in the
    middle of its work as well: some acknowledgements are awaited, then a part of one save's time.
    """
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        _save_for_ever(path, there, broken=broken)
    os.close(there)
    heard = bytearray()
    wait = _OPENING
    if not early:
        wanted, began = chance.randint(2, 6), 0.0
        while heard.count(b"\n") < wanted and select.select([here], [], [], _PATIENCE)[0]:
            heard += os.read(here, 4096)
            began = began or time.monotonic()
        wait = 1.5 * (time.monotonic() - began) / (wanted - 1)
    time.sleep(chance.uniform(0, wait))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(here, "rb") as rest:
        # What stands after the last line end was cut off: that was never shown to anybody.
        lines = (bytes(heard) + rest.read()).split(b"\n")[:-1]
    return (int(lines[-1]), len(lines) - 1) if lines else (0, 0)


def _save_for_ever(path: Path, out: int, *, broken: bool) -> None:
    try:
        store = open_store(path, DEK, ballast=0)
        os.write(out, b"0\n")
        while True:
            os.write(out, b"%d\n" % save_one(store, broken=broken))
    finally:
        os._exit(1)


def _judge(path: Path, last: int, tally: Tally, *, thorough: bool) -> None:
    try:
        with open_store(path, DEK, ballast=0) as store:
            seq, _ = store.head()
            tally.lost += last > seq
            events = seq
            numbers = store.allocations("fir", "2026")
            torn = (
                len(numbers) != events
                or store.page(limit=1).total != events
                or len(store.clocks(limit=10**9)) != events
                or [row.serial for row in numbers] != list(range(1, events + 1))
                or any(store.record(draft.draft_id) is not None for draft in store.drafts())
            )
            tally.torn += torn
            if thorough and store.verify():
                tally.damaged += 1
            for draft in store.drafts():
                store.delete_draft(draft.draft_id)
    except StorageError:
        tally.damaged += 1


def main() -> int:
    """Run the campaign of the command line and print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = campaign(Path(folder), chosen.kills, seed=chosen.seed, broken=chosen.broken)
    print(json.dumps({"campaign": "kill_saves", "broken": chosen.broken, **asdict(tally)}))
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
