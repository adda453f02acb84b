"""Two programs on one PC write at once: every number once, none missing; killed, nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.kill_saves import campaign
from tests.thana_desk.storage.samples import DEK, YEAR
from thana_desk.storage.database import create_store, open_store
from thana_desk.storage.rows import Identity

SAVER = """
import sys, pathlib
from benchmarks.kill_saves import save_one
from thana_desk.storage.database import open_store
store = open_store(pathlib.Path(sys.argv[1]), bytes(range(32)), ballast=0)
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    save_one(store)
store.close()
"""

EACH = 40


def test_interleaved_numbers_have_no_gap_and_no_duplicate(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with create_store(path, DEK, ballast=0) as store:
        store.set_identity(Identity("UP-SAMPLE", "pc-1"))
    savers = [
        subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path), str(EACH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        for _ in range(2)
    ]
    for saver in savers:
        assert saver.stdout is not None
        assert saver.stdout.readline() == "ready\n"
    for saver in savers:
        assert saver.stdin is not None
        saver.stdin.write("go\n")
        saver.stdin.flush()
    for saver in savers:
        _, errors = saver.communicate(timeout=120)
        assert (saver.returncode, errors) == (0, "")
    with open_store(path, DEK, ballast=0) as store:
        serials = [row.serial for row in store.allocations("fir", YEAR)]
        assert serials == list(range(1, 2 * EACH + 1))
        assert store.head()[0] == 2 * EACH
        assert store.drafts() == ()
        assert store.verify() == []


@pytest.mark.skipif(sys.platform == "win32", reason="the campaign forks")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_while_saving_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    tally = campaign(tmp_path, 50)
    assert tally.kills == 50
    assert tally.acknowledged > 50
    assert (tally.lost, tally.torn, tally.damaged) == (0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="the campaign forks")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_campaign_notices_an_act_that_is_not_one_transaction(tmp_path: Path) -> None:
    tally = campaign(tmp_path, 40, broken=True)
    assert tally.torn > 0
