"""A release is made in order, and a frozen program that lacks something is noticed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from installer.build import STEPS, StepFailed, main
from installer.smoke import SmokeFailed, smoke

# Stands for the frozen program: answers as it does, unless a line is left out.
ANSWERS = {
    "version": '[ "$1" != --version ] || echo 0.1.0',
    "forms": '[ "$1" != forms ] || echo \'[{"code": "gd"}]\'',
    "demo": '[ "$1" != demo ] || { mkdir -p "$5"; printf %%PDF-1.4 >"$5/fir.pdf"; }',
    "verify": '[ "$1" != verify ] || echo \'{"ok": true}\'',
}


def make_program(folder: Path, **changed: str) -> Path:
    program = folder / "thana-desk-cli"
    lines = ["#!/bin/sh", "set -e", *(ANSWERS | changed).values()]
    program.write_text("\n".join(lines) + "\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_a_program_that_does_its_main_job_passes(tmp_path: Path) -> None:
    smoke(make_program(tmp_path))


@pytest.mark.parametrize(
    "fault",
    [
        {"version": "echo broken >&2; exit 3"},
        {"forms": '[ "$1" != forms ] || echo "[]"'},
        {"demo": "true"},
        {"demo": '[ "$1" != demo ] || { mkdir -p "$5"; echo no >"$5/fir.pdf"; }'},
        {"verify": '[ "$1" != verify ] || echo \'{"ok": false}\''},
    ],
    ids=["does not start", "no form", "no paper", "not a PDF", "broken journal"],
)
def test_a_program_that_lacks_something_is_noticed(tmp_path: Path, fault: dict[str, str]) -> None:
    with pytest.raises(SmokeFailed):
        smoke(make_program(tmp_path, **fault))


def test_variables_of_the_developer_do_not_reach_the_frozen_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    smoke(make_program(tmp_path, version='[ -z "$PYTHONPATH" ]'))


@pytest.fixture
def taken() -> list[str]:
    """The steps that were taken."""
    return []


def make_steps(taken: list[str], failing: str = "") -> dict[str, Callable[[], None]]:
    def make(name: str) -> Callable[[], None]:
        def step() -> None:
            taken.append(name)
            if name == failing:
                raise StepFailed(name)

        return step

    return {name: make(name) for name in STEPS}


def test_the_steps_of_a_release_are_taken_in_order(taken: list[str]) -> None:
    assert main([], make_steps(taken)) == 0
    assert taken == ["test", "freeze", "smoke", "package", "sign"]


def test_nothing_is_packaged_or_signed_that_did_not_pass_the_smoke_test(taken: list[str]) -> None:
    assert main(["--from", "freeze"], make_steps(taken, failing="smoke")) == 1
    assert taken == ["freeze", "smoke"]
