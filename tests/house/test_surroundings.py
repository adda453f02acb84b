"""What every test stands on does what it says: the guard of the network, the clock, the scripts."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.clock import FixedClock

SCRIPTS = ("run", "check", "bench", ".ci/run", "installer/set_up.sh")
ELSEWHERE = "192.0.2.1"  # set aside for documents: nobody lives there


def send_a_datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"", (ELSEWHERE, 53))


@pytest.mark.parametrize(
    "way_out",
    [
        lambda: socket.create_connection((ELSEWHERE, 443), timeout=1),
        lambda: socket.getaddrinfo("example.org", 443),
        send_a_datagram,
    ],
    ids=["connect", "name", "datagram"],
)
def test_a_way_out_of_the_machine_is_refused_and_remembered(
    ways_out: list[str], way_out: Callable[[], object]
) -> None:
    with pytest.raises(PermissionError):
        way_out()
    assert ways_out != []
    ways_out.clear()


def test_the_own_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as connection,
    ):
        assert connection.getpeername() == server.getsockname()


def test_the_data_of_this_run_lies_outside_the_users_home() -> None:
    assert Path(os.environ["XDG_DATA_HOME"]).name == "data_home"


def test_the_clock_stands_until_it_is_moved(clock: FixedClock) -> None:
    first = clock()
    assert clock.now() == first
    assert clock.advance(hours=2) - first == timedelta(hours=2)


def test_the_running_time_never_goes_back(clock: FixedClock) -> None:
    clock.advance(minutes=1)
    clock.advance(hours=-5)
    assert clock.monotonic() == 60


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_started_and_read_by_bash(root: Path, script: str) -> None:
    assert (root / script).stat().st_mode & 0o111
    assert (root / script).read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", str(root / script)], check=True)


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
@pytest.mark.parametrize("script", SCRIPTS)
def test_shellcheck_has_nothing_to_say(root: Path, script: str) -> None:
    answer = subprocess.run(
        ["shellcheck", "--severity=warning", str(root / script)], capture_output=True, text=True
    )
    assert answer.stdout == ""


def test_integration_runs_the_check_and_nothing_else(root: Path, tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(root / ".ci" / "run", tmp_path / ".ci" / "run")
    (tmp_path / "check").write_text('#!/bin/sh\necho "checked $#"; exit 7\n', encoding="utf-8")
    (tmp_path / "check").chmod(0o755)
    answer = subprocess.run([tmp_path / ".ci" / "run"], cwd="/", capture_output=True, text=True)
    assert (answer.returncode, answer.stdout) == (7, "checked 0\n")
