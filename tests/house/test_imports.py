"""Who may import whom: the contracts hold, and each of them would notice if it did not."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("thana_desk", "sync", "forms", "resources")
CONFIG: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: list[dict[str, Any]] = CONFIG["tool"]["importlinter"]["contracts"]

# For each contract that is not a door: modules to plant, and what each imports against the rule.
PLANTED: dict[str, list[tuple[str, str]]] = {
    "Every floor imports only the floors below it": [
        ("thana_desk.ui.planted", "thana_desk.app"),
        ("thana_desk.cli.planted", "thana_desk.ui"),
        ("thana_desk.actions.planted", "thana_desk.ui"),
        ("thana_desk.storage.planted", "thana_desk.actions"),
        ("thana_desk.printing.planted", "thana_desk.storage"),
        ("thana_desk.hindi.planted", "thana_desk.secrets"),
        ("sync.client.planted", "thana_desk.paths"),
        ("forms.kit.planted", "sync.protocol"),
        ("sync.protocol.planted", "forms.kit"),
        ("resources.planted", "forms"),
    ],
    "A form stands on the parts, the code lists and the kit; the kit knows no form": [
        ("forms.kit.planted", "forms.catalogue"),
        ("forms.codes.planted", "forms.parts"),
        ("forms.parts.planted", "forms.registers"),
        ("forms.catalogue.planted", "forms.registers"),
    ],
    "No form knows another form": [("forms.catalogue.planted", "forms.catalogue.planted_too")],
    "The sync client and the gateway share only the protocol": [
        ("sync.client.planted", "sync.gateway"),
        ("sync.gateway.planted", "sync.client"),
        ("sync.protocol.planted", "sync.client"),
    ],
}
LINT = """
from importlinter.cli import lint_imports
raise SystemExit(lint_imports(no_logo=True, no_cache=True))
"""
BEHIND_NO_DOOR = "thana_desk.hindi.planted"


def doors() -> list[dict[str, Any]]:
    return [contract for contract in CONTRACTS if contract["type"] == "protected"]


def lint(root: Path) -> str:
    """What import-linter says about the packages below `root`; in its own process, without cache."""
    answer = subprocess.run(
        [sys.executable, "-P", "-c", LINT],
        cwd=root,
        env=dict(os.environ, PYTHONPATH=str(root), COLUMNS="400", NO_COLOR="1"),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert not answer.stderr, answer.stderr
    return answer.stdout


def section(report: str, contract: str) -> str:
    """The part of the report that tells what breaks this contract; empty if nothing does."""
    _, _, broken = report.partition("Broken contracts")
    _, _, found = broken.partition(f"\n{contract}\n")
    others = [other["name"] for other in CONTRACTS if other["name"] != contract]
    ends = [found.index(f"\n{other}\n") for other in others if f"\n{other}\n" in found]
    return found[: min(ends, default=len(found))]


def is_built(root: Path, module: str) -> bool:
    place = root.joinpath(*module.split("."))
    return place.is_dir() or place.with_suffix(".py").exists()


def named_modules() -> set[str]:
    """Every module of ours that a contract speaks of."""
    names: set[str] = set()
    for contract in CONTRACTS:
        names |= set(contract.get("allowed_importers", []))
        for container in contract.get("containers", [""]):
            for floor in contract.get("layers", []):
                names |= {f"{container}.{one.strip()}".lstrip(".") for one in floor.split("|")}
    return names


def plant(root: Path, module: str, *imported: str) -> None:
    place = root.joinpath(*module.split(".")).with_suffix(".py")
    with place.open("a", encoding="utf-8") as file:
        file.writelines(f"import {one}\n" for one in imported)


@pytest.fixture(scope="module")
def report_on_planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on a copy of the source with every violation planted in it."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("*.pyc"))
    for name in named_modules():
        if not is_built(copy, name):
            plant(copy, name)
    plant(copy, "forms.catalogue.planted_too")
    plant(copy, "forms.extra")
    for pairs in PLANTED.values():
        for module, imported in pairs:
            plant(copy, module, imported)
    for door in doors():
        plant(copy, BEHIND_NO_DOOR, *door["protected_modules"])
    return lint(copy)


def test_every_contract_is_kept() -> None:
    missing = sorted(name for name in named_modules() if not is_built(ROOT, name))
    if missing:
        pytest.fail(f"rooms that are not there: {missing}")
    report = lint(ROOT)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in report, report


def test_no_contract_lets_an_import_through_by_name() -> None:
    assert [c["name"] for c in CONTRACTS if c.get("ignore_imports")] == []


def test_every_contract_is_tried_by_a_planted_violation() -> None:
    tried = {*PLANTED, *(door["name"] for door in doors())}
    assert {contract["name"] for contract in CONTRACTS} == tried


@pytest.mark.parametrize(
    ("contract", "module", "imported"),
    [(contract, *pair) for contract, pairs in PLANTED.items() for pair in pairs],
)
def test_a_planted_import_is_caught(
    report_on_planted: str, contract: str, module: str, imported: str
) -> None:
    found = section(report_on_planted, contract)
    assert any(
        line.strip().startswith(f"- {module} -> {imported} ")
        or line.strip().startswith(f"- {module} -> {imported}.")
        for line in found.splitlines()
    ), found or report_on_planted


@pytest.mark.parametrize(
    ("contract", "library"),
    [(door["name"], library) for door in doors() for library in door["protected_modules"]],
)
def test_an_import_past_the_door_is_caught(
    report_on_planted: str, contract: str, library: str
) -> None:
    found = section(report_on_planted, contract)
    assert f"{BEHIND_NO_DOOR} -> {library} " in found, found or report_on_planted


def test_a_new_room_of_the_forms_must_take_its_place_in_the_contract(
    report_on_planted: str,
) -> None:
    found = section(
        report_on_planted,
        "A form stands on the parts, the code lists and the kit; the kit knows no form",
    )
    assert "forms.extra" in found, report_on_planted
