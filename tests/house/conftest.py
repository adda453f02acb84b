"""What the tests of the house look at: the files of the checkout, and a bare machine to set up."""

import subprocess
from pathlib import Path

import pytest

from tests.house.machine import Machine, make_machine

_NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}


def tracked_files(root: Path) -> list[Path]:
    """The files that git would keep; without git, all that are not plainly by-products."""
    try:
        answer = subprocess.run(
            [
                "git",
                "-C",
                str(root),
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ],
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        found = (path for path in root.rglob("*") if not _NOT_OURS & set(path.parts))
        return sorted(path for path in found if path.is_file() and "cache" not in path.parts[-2])
    names = answer.stdout.decode("utf-8").split("\0")
    paths = (root / name for name in names if name)
    return sorted(path for path in paths if path.is_file() and not path.is_symlink())


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file of the checkout that is kept."""
    return tracked_files(root)


@pytest.fixture(scope="session")
def modules(tracked: list[Path]) -> list[Path]:
    """Every Python file of the checkout."""
    return [path for path in tracked if path.suffix == ".py"]


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    """A bare machine with all system packages and nothing set up yet."""
    return make_machine(tmp_path, root)
