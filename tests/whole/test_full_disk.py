"""A disk that is full: told plainly, nothing lost, and the number is not used up."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from thana_desk.actions import demo, records, verifying

SCRIPT = """
import json, resource, sys
from pathlib import Path
from thana_desk.actions import demo, records
from thana_desk.actions.errors import StoreProblem

desk = demo.sign_in(Path(sys.argv[1]), "moharir")
letter = desk.forms["iif_1"].sample(desk.clock.now())
draft = records.begin(desk, "iif_1")
records.keep(desk, draft.draft_id, letter, {})
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
try:
    records.register(desk, "iif_1", letter, draft_id=draft.draft_id)
    said = None
except StoreProblem as error:
    said = [error.code, error.words.hi]
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
kept = records.open_draft(desk, draft.draft_id).letter == letter
done = records.register(desk, "iif_1", letter, draft_id=draft.draft_id)
desk.close()
print(json.dumps([said, kept, done.number]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files by a POSIX call")
def test_a_full_disk_keeps_the_draft_and_uses_up_no_number(
    home: Path, environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, str(home)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    said, kept, number = json.loads(done.stdout)
    assert said[0] in {"disk_full", "disk_failed"}
    assert "सुरक्षित" in said[1] or "नहीं रखा गया" in said[1]
    assert kept
    assert number.startswith("0001/")
    desk = demo.sign_in(home, "moharir")
    with desk.store:
        assert records.listing(desk, ["gd"]).total == 1
        assert verifying.verify(desk).ok
