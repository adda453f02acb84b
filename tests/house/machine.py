"""A bare machine to set the program up on: what would change it is only written down."""

import os
import shutil
import stat
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

# A machine on which only these programs exist; what they would change is written down instead.
_TOOLS = (
    *("bash", "cat", "cp", "dirname", "env", "find", "flock", "grep", "head", "mkdir", "mktemp"),
    *("mv", "readlink", "rm", "sed", "sha256sum", "sleep", "sort", "tail", "tr"),
)
_PYTHON = """#!/usr/bin/env bash
printf 'python %s\\n' "$*" >>"$CALLS"
case "$*" in
    "-V") echo "Python 3.11.99" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-c import PySide6"*) [ -z "${QT_SAYS:-}" ] || { echo "$QT_SAYS" >&2; exit 1; } ;;
    "-c import ensurepip"*) exit "${NO_ENSUREPIP:-0}" ;;
    "-m pip install "*)
        sleep "${PIP_TAKES:-0}"
        [ -z "${PIP_CUT:-}" ] || kill -9 "$PPID"
        [ -z "${PIP_SAYS:-}" ] || { printf '%s\\n' "$PIP_SAYS" >&2; exit 1; } ;;
    "-P -m ${STEP_FAILS:-none}"*) exit 1 ;;
    "-P "*)
        printf 'path=%s\\n' "$PYTHONPATH" >>"$CALLS"
        for argument in "$@"; do printf '<%s>\\n' "$argument"; done ;;
esac
"""
_APT = """#!/usr/bin/env bash
printf 'apt-get %s\\n' "$*" >>"$CALLS"
[ -z "${APT_SAYS:-}" ] || { echo "$APT_SAYS"; exit 100; }
[ "$1" != install ] || for name in "$@"; do printf '%s\\n' "$name" >>"$PACKAGES"; done
"""
_DPKG = """#!/usr/bin/env bash
for name in "$@"; do
    ! grep -qxF -e "$name" "$PACKAGES" || printf '%s installed\\n' "$name"
done
"""
_ID = """#!/usr/bin/env bash
echo "${USER_ID:-1000}"
"""


@dataclass
class Machine:
    """A checkout on a bare machine, whose Python, apt and dpkg only write down what is asked."""

    checkout: Path
    calls_file: Path
    packages: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def venv(self) -> Path:
        return self.checkout / ".venv"

    def start(self, *command: str, cwd: Path | None = None, **more: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            command,
            env=self.environment | more,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(
        self, *command: str, cwd: Path | None = None, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        process = self.start(*command, cwd=cwd, **more)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def set_up(self, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return self.run(
            str(self.checkout / "installer" / "set_up.sh"), *arguments, cwd=None, **more
        )

    def calls(self, beginning: str = "") -> list[str]:
        """What was asked of Python and apt so far, and forget it."""
        lines = self.calls_file.read_text(encoding="utf-8").splitlines()
        self.calls_file.write_text("", encoding="utf-8")
        return [line for line in lines if line.startswith(beginning)]

    def forget_package(self, name: str) -> None:
        """Take one system package off the machine."""
        kept = self.packages.read_text(encoding="utf-8").splitlines()
        kept.remove(name)
        self.packages.write_text("\n".join(kept) + "\n", encoding="utf-8")


def make_machine(tmp_path: Path, root: Path) -> Machine:
    """A bare machine with all system packages; the checkout's path has a space and Hindi in it."""
    checkout = tmp_path / "थाना desk"
    (checkout / "installer").mkdir(parents=True)
    for name in ("run", "check", "bench", "installer/set_up.sh"):
        shutil.copy(root / name, checkout / name)
    for name in ("requirements.lock", "requirements-dev.lock"):
        (checkout / name).write_text(f"# {name}\n", encoding="utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in _TOOLS:
        place = shutil.which(tool)
        assert place is not None, tool
        (programs / tool).symlink_to(place)
    for name, text in (
        ("python3.11", _PYTHON),
        ("apt-get", _APT),
        ("dpkg-query", _DPKG),
        ("id", _ID),
    ):
        _make_program(programs / name, text)
    _make_program(tmp_path / "postgresql" / "15" / "bin" / "initdb", "")
    calls, packages = tmp_path / "calls", tmp_path / "packages"
    calls.write_text("", encoding="utf-8")
    packages.write_text("\n".join(_packages_named(root)) + "\n", encoding="utf-8")
    return Machine(
        checkout,
        calls,
        packages,
        {
            "PATH": str(programs),
            "HOME": str(tmp_path),
            "LANG": os.environ.get("LANG", "C.UTF-8"),
            "CALLS": str(calls),
            "PACKAGES": str(packages),
            "SYSTEM_PYTHON": "/nowhere/python3",
            "POSTGRESQL_HOME": str(tmp_path / "postgresql"),
        },
    )


def _make_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def _packages_named(root: Path) -> list[str]:
    """The packages of both purposes, as the script itself lists them."""
    text = (root / "installer" / "set_up.sh").read_text(encoding="utf-8")
    names: list[str] = []
    for purpose in ("program_packages", "tests_packages"):
        names += text.split(f"{purpose}=(", 1)[1].split(")", 1)[0].split()
    return names
