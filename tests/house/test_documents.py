"""What the documents promise is there."""

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import MEASUREMENTS
from forms.codes import acts_of_roles
from thana_desk.actions.grant_table import SIGNS, grant_table

ROOMS = ("forms", "sync", "thana_desk", "resources", "tests", "installer", "benchmarks")


def read(root: Path, name: str) -> str:
    path = root / name
    if not path.exists():
        pytest.fail(f"{name} is not there")
    return path.read_text(encoding="utf-8")


def shell_lines(text: str) -> list[str]:
    """The command lines in the fenced blocks of a document."""
    blocks = re.findall(r"^```(?:sh|bash|console)?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def missing_commands(root: Path, text: str) -> list[str]:
    """The commands of a document that begin in this folder and do not exist or cannot run."""
    wrong = []
    for line in shell_lines(text):
        name, *rest = line.split()
        if not name.startswith("./"):
            continue
        place = root / name
        can_run = place.is_file() and place.stat().st_mode & 0o111
        is_measured = name != "./bench" or {*rest[:1]} <= {*MEASUREMENTS, "list", "NAME"}
        if not (can_run and is_measured):
            wrong.append(line)
    return wrong


def test_the_architecture_names_every_room(root: Path) -> None:
    text = read(root, "ARCHITECTURE.md")
    assert [room for room in ROOMS if not re.search(f"`{room}`|{room}/", text)] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "installer/README.md"])
def test_the_commands_of_a_document_exist(root: Path, name: str) -> None:
    assert missing_commands(root, read(root, name)) == []


def test_a_command_that_does_not_exist_would_be_noticed(root: Path) -> None:
    text = "```sh\n./run --help\n./walk\n./bench speed\n./bench save --json\n```\n"
    assert missing_commands(root, text) == ["./walk", "./bench speed"]


def test_the_changelog_begins_with_what_is_not_released(root: Path) -> None:
    headings = re.findall(r"^## (.*)$", read(root, "CHANGELOG.md"), re.MULTILINE)
    assert headings[:1]
    assert re.match(r"\[?Unreleased", headings[0])


def test_the_licence_is_apache_2(root: Path) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert 'license = "Apache-2.0"' in (root / "pyproject.toml").read_text(encoding="utf-8")


def test_the_table_of_grants_is_what_the_data_gives(root: Path) -> None:
    assert read(root, "docs/grants.md") == grant_table()


def test_each_act_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == acts_of_roles()
    assert len(set(SIGNS.values())) == len(SIGNS)
