"""Legal numbers under two programs at once, and under a power cut."""

import json
import random
from pathlib import Path

from tests.whole.conftest import Start
from thana_desk.actions import demo, records, verifying
from thana_desk.actions.desk import Desk


def numbers(lines: list[str]) -> dict[str, list[int]]:
    """The serials said, by form, those of consequences included."""
    found: dict[str, list[int]] = {"gd": [], "iif_1": []}
    for line in lines:
        code, number, _record, made = json.loads(line)
        for form, said in [(code, number), *made]:
            found[form].append(int(said.split("/")[0]))
    return found


def stored(desk: Desk) -> dict[str, list[int]]:
    found = {}
    for code in ("gd", "iif_1"):
        lines = records.listing(desk, [code], limit=10_000).lines
        found[code] = sorted(int(line.number.split("/")[0]) for line in lines)
    return found


def test_500_interleaved_registrations_leave_no_gap_and_no_double(
    registrar: Start, home: Path
) -> None:
    programs = [registrar(250, phase) for phase in (0, 1)]
    said: list[str] = []
    for program in programs:
        out, _ = program.communicate(timeout=280)
        assert program.returncode == 0
        said += out.splitlines()
    desk = demo.sign_in(home, "moharir")
    with desk.store:
        found = numbers(said)
        assert sorted(found["iif_1"]) == list(range(1, 251))
        kept = stored(desk)
        # Midnight may pass during the run; within the run of a day nothing is missing.
        days = {line.registered_at[:10] for line in records.listing(desk, ["gd"], limit=9999).lines}
        if len(days) == 1:
            assert sorted(found["gd"]) == list(range(1, 501))
        assert {code: sorted(serials) for code, serials in found.items()} == kept
        assert verifying.verify(desk).ok


def test_kill_in_the_middle_loses_nothing_acknowledged_and_leaves_no_half_record(
    registrar: Start, home: Path
) -> None:
    rng = random.Random(20261122)
    said: list[str] = []
    kills = 0
    while len(said) < 200:
        program = registrar(60, len(said))
        assert program.stdout is not None
        patience = rng.randrange(1, 25)
        for line in program.stdout:
            said.append(line)
            patience -= 1
            if patience == 0:
                program.kill()
                kills += 1
                break
        rest = program.stdout.read()
        said += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        program.stdout.close()
        program.wait(timeout=60)
    assert kills >= 5
    desk = demo.sign_in(home, "moharir")
    with desk.store:
        for line in said:
            code, number, record_id, _made = json.loads(line)
            view = records.record(desk, record_id)
            assert (view.form_code, view.number) == (code, number)
        kept = stored(desk)
        firs = len(kept["iif_1"])
        assert kept["iif_1"] == list(range(1, firs + 1))
        for line in records.listing(desk, ["iif_1"], limit=10_000).lines:
            letter = records.record(desk, line.record_id).letter
            entry = records.record(desk, letter["gd_ref"]["record_id"])
            assert entry.letter["linked_record"]["record_id"] == line.record_id
        outcome = verifying.verify(desk)
        assert outcome.ok, outcome.findings


def test_the_database_file_holds_no_readable_text(home: Path) -> None:
    desk = demo.sign_in(home, "moharir")
    marker = "कनारीचिह्नपाठ"
    letter = desk.forms["gd"].sample(desk.clock.now())
    letter["brief"] = f"{marker} CANARYMARK"
    draft = records.begin(desk, "gd")
    records.keep(desk, draft.draft_id, letter, {})
    records.register(desk, "gd", letter)
    found = []
    for file in home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            for text in (marker, "CANARYMARK"):
                for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                    if text.encode(encoding) in data:
                        found.append((file.name, encoding))
    desk.close()
    assert found == []
