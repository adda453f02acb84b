"""The command line as support staff and scripts use it: JSON, exit codes, the main job."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.gateway.serve import GatewayThread
from thana_desk.actions import demo, homes

Command = Callable[..., tuple[int, Any]]


@pytest.fixture
def command(home: Path, environment: dict[str, str]) -> Command:
    """Runs one command in the sample home; gives exit code and the JSON that it printed."""

    def run(*words: str, stdin: str = "", at: Path = home) -> tuple[int, Any]:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "thana_desk", "--home", str(at), *words],
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None

    return run


def test_the_forms_are_listed_with_what_the_letter_says(command: Command) -> None:
    code, forms = command("forms", "list", "--json")
    assert code == 0
    by_code = {form["code"]: form for form in forms}
    assert by_code["iif_1"]["duty"] == "b-2"
    assert by_code["gd"]["role"] == "moharir"
    assert {"code", "name_hi", "name_en", "role", "duty", "series", "parent"} <= set(forms[0])


def test_a_sample_registers_and_shows_and_prints_and_is_found(
    command: Command, tmp_path: Path
) -> None:
    _, sample = command("forms", "sample", "iif_1")
    file = tmp_path / "fir.json"
    file.write_text(json.dumps(sample, ensure_ascii=False), "utf-8")
    code, made = command("record", "new", "iif_1", "--json", str(file))
    assert (code, made["number"][:5]) == (0, "0001/")
    code, shown = command("record", "show", made["record_id"], "--json")
    assert shown["letter"]["contents"] == sample["contents"]
    pdf = tmp_path / "fir.pdf"
    assert command("print", made["record_id"], "--out", str(pdf))[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    code, log = command("print_log", "--json", "--kind", "record")
    assert (code, log["total"]) == (0, 1)
    (line,) = log["lines"]
    assert (line["number"], line["to"], line["state"]) == (made["number"], "pdf", "whole")
    code, found = command("search", "Shrikrishna", "--json")
    assert made["record_id"] in [one["record_id"] for one in found]
    code, proof = command("verify", "--json")
    assert (code, proof["ok"], proof["events"]) == (0, True, 2)


def test_problems_come_as_json_with_exit_code_2(command: Command) -> None:
    code, answer = command("record", "new", "iif_1", "--json", "-", stdin="{}")
    assert code == 2
    assert answer["error"] == "has_problems"
    assert {"field", "code", "weight", "hi", "en", "source"} == set(answer["problems"][0])
    for words in (["record", "new", "gd", "--json", "-"], ["record", "show", "no-such-id"]):
        code, answer = command(*words, stdin="[1, 2")
        assert code == 1
        assert answer["hi"]


def test_roles_are_checked_on_the_command_line_too(command: Command) -> None:
    code, answer = command("record", "new", "gd", "--json", "-", "--as", "io", stdin="{}")
    assert (code, answer["error"]) == (3, "not_allowed")


def test_a_real_home_asks_for_the_password(
    command: Command, environment: dict[str, str], tmp_path: Path
) -> None:
    from tests.thana_desk.actions.test_homes import make_officer, make_setup

    real = tmp_path / "real"
    homes.set_up(real, make_setup(make_officer("writer", "moharir")), fast=True)
    environment["THANA_DESK_PASSWORD"] = "long-enough"
    assert command("verify", "--as", "writer", at=real)[0] == 0
    environment["THANA_DESK_PASSWORD"] = "guess-guess"
    code, answer = command("verify", "--as", "writer", at=real)
    assert (code, answer["error"]) == (3, "wrong_password")
    code, answer = command("demo", "--out", str(tmp_path / "o"), at=real)
    assert (code, answer["error"]) == (3, "not_allowed")


def test_a_damaged_store_gives_its_code(command: Command, home: Path) -> None:
    store = home / "thana.db"
    store.write_bytes(b"\xff" * store.stat().st_size)
    code, answer = command("verify")
    assert (code, answer["error"]) == (4, "store_damaged")


def test_enrol_and_sync_over_the_command_line(command: Command, tmp_path: Path) -> None:
    with GatewayThread(f"sqlite:///{tmp_path / 'gateway.db'}") as gateway:
        code, answer = command("sync", "--once")
        assert (code, answer["error"]) == (1, "link")
        key = demo.new_code(gateway.store, "UP-SAMPLE")
        assert command("enrol", "--url", gateway.url, "--code", key)[0] == 0
        _, sample = command("forms", "sample", "gd")
        command("record", "new", "gd", "--json", "-", stdin=json.dumps(sample))
        code, answer = command("sync", "--once", "--json")
        assert (code, answer["sent"], answer["pending"]) == (0, 1, 0)
        code, answer = command("sync", "--once", "--json")
        assert (code, answer["sent"]) == (0, 0)
        assert demo.entries_at(gateway.store, "UP-SAMPLE") == 1
    code, answer = command("sync", "--once", "--json")
    assert (code, answer["state"]) == (1, "unreachable")


def test_the_main_job_goes_through_and_a_second_one_continues_the_series(
    tmp_path: Path,
) -> None:
    home = tmp_path / "fresh"
    demo.make_home(home)
    first = demo.main_job(home, tmp_path / "one")
    second = demo.main_job(home, tmp_path / "two")
    assert first.fir_number.startswith("0001/")
    assert second.fir_number.startswith("0002/")
    assert first.chain_ok
    assert second.chain_ok
    assert first.offline_saved == first.synced_entries == first.gateway_entries == 6
    assert second.gateway_entries == first.gateway_entries + second.synced_entries
    if first.fir_number[-4:] == second.fir_number[-4:] and second.gd_numbers[0] != "001":
        assert int(second.gd_numbers[0]) == int(first.gd_numbers[-1]) + 1
    for name in ("fir.pdf", "fir_receipt.pdf", "gd_register.pdf"):
        assert (tmp_path / "one" / name).read_bytes().startswith(b"%PDF")
