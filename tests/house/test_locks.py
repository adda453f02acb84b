"""The lock files pin exactly what pyproject.toml asks for, by content and from nowhere in particular."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@dataclass(frozen=True)
class Pin:
    """One package of a lock: its requirement line and its fingerprints."""

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def version(self) -> str:
        (one,) = self.requirement.specifier
        return one.version


def read_lock(path: Path) -> dict[str, Pin]:
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    pins: dict[str, Pin] = {}
    for line in text.splitlines():
        if not line or line.lstrip().startswith("#"):
            continue
        requirement = Requirement(line.split("--hash", 1)[0].strip())
        hashes = frozenset(re.findall(r"--hash=(sha256:[0-9a-f]{64})\b", line))
        pins[canonicalize_name(requirement.name)] = Pin(requirement, hashes)
    return pins


@pytest.fixture(scope="module")
def program(root: Path) -> dict[str, Pin]:
    return read_lock(root / "requirements.lock")


@pytest.fixture(scope="module")
def tests(root: Path) -> dict[str, Pin]:
    return read_lock(root / "requirements-dev.lock")


def asked(root: Path, *, for_tests: bool) -> list[Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"]["dev"] if for_tests else project["dependencies"]
    return [Requirement(line) for line in lines]


def unmet(requirements: list[Requirement], lock: dict[str, Pin]) -> list[str]:
    """What is asked for and not locked in a version that fits."""
    wrong = []
    for one in requirements:
        pin = lock.get(canonicalize_name(one.name))
        if pin is None or not one.specifier.contains(pin.version, prereleases=True):
            wrong.append(str(one))
    return wrong


def test_the_program_lock_holds_what_the_program_asks_for(
    root: Path, program: dict[str, Pin]
) -> None:
    assert unmet(asked(root, for_tests=False), program) == []


def test_the_tests_lock_holds_what_the_tests_ask_for(root: Path, tests: dict[str, Pin]) -> None:
    assert unmet(asked(root, for_tests=True), tests) == []


def test_the_program_carries_no_tool_of_the_tests(root: Path, program: dict[str, Pin]) -> None:
    tools = {canonicalize_name(one.name) for one in asked(root, for_tests=True)}
    assert tools & program.keys() == set()


def test_both_locks_agree_on_every_package_of_the_program(
    program: dict[str, Pin], tests: dict[str, Pin]
) -> None:
    assert {name: tests.get(name) for name in program} == program


def test_every_package_is_pinned_to_one_version_and_its_fingerprints(
    program: dict[str, Pin], tests: dict[str, Pin]
) -> None:
    for name, pin in (program | tests).items():
        assert re.fullmatch(r"==[^*,]+", str(pin.requirement.specifier)), name
        assert pin.hashes, name
        assert pin.requirement.url is None, name


def test_the_locks_name_no_place_to_fetch_from(root: Path) -> None:
    for path in root.glob("**/requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        options = re.findall(r"^\s*(--?[a-z-]+)", text, re.MULTILINE)
        assert set(options) <= {"--hash"}, path.name


def test_a_missing_or_older_package_would_be_noticed() -> None:
    lock = {"segno": Pin(Requirement("segno==1.5"), frozenset())}
    wanted = [Requirement("segno>=1.6"), Requirement("regex>=2025"), Requirement("Segno>=1.0")]
    assert unmet(wanted, lock) == ["segno>=1.6", "regex>=2025"]


def test_qt_is_pinned_to_the_version_that_keeps_references(root: Path) -> None:
    """PySide6 6.12.0 takes a reference from None at every call that returns nothing."""
    pins = [str(one) for one in asked(root, for_tests=False) if one.name.startswith("PySide6")]
    assert pins == ["PySide6-Essentials==6.11.3"]
    assert version("PySide6-Essentials") == "6.11.3"
