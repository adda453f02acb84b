"""Makes a release: test, freeze, smoke, package, sign; in that order, up to the first failure.

From the root of the checkout: .venv/bin/python -m installer.build

Tried on Debian 12: freeze, smoke, package. Written and not tried: everything on Windows, and
signing anywhere, because no signing key was at hand.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from installer.smoke import SmokeFailed, smoke
from thana_desk import VERSION

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "release"
FROZEN = ROOT / "dist" / "thana-desk"
SIGNER = "THANA_DESK_SIGNER"
"""Names a program that signs the file given to it; which one is the releasing office's choice."""


class StepFailed(Exception):
    """A step of the release did not succeed."""


def test() -> None:
    """All of ./check."""
    if os.name == "nt":
        run([sys.executable, "-m", "pytest"])
    else:
        run([str(ROOT / "check")])


def freeze() -> None:
    """PyInstaller, in an environment of its own made from the program's lock and the build lock."""
    environment = WORK / "environment"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run([sys.executable, "-m", "venv", "--clear", str(environment)])
    locks = (ROOT / "requirements.lock", ROOT / "installer" / "requirements-build.lock")
    for lock in locks:
        run([str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)])
    shutil.rmtree(FROZEN, ignore_errors=True)
    run(
        [
            *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(FROZEN.parent), "--workpath", str(WORK / "pyinstaller")),
            str(ROOT / "installer" / "thana_desk.spec"),
        ]
    )


def try_it() -> None:
    """The frozen program does its main job, far from the source."""
    suffix = ".exe" if os.name == "nt" else ""
    try:
        smoke(FROZEN / f"thana-desk-cli{suffix}")
    except SmokeFailed as failure:
        raise StepFailed(str(failure)) from failure


def package() -> None:
    """One archive of the folder, and its fingerprint beside it."""
    kind = "zip" if os.name == "nt" else "gztar"
    made = Path(shutil.make_archive(str(package_stem()), kind, FROZEN.parent, FROZEN.name))
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    made.with_name(made.name + ".sha256").write_text(f"{digest}  {made.name}\n", encoding="ascii")


def sign() -> None:
    """Hand the archive to the signer; without one, say that the release is not signed."""
    signer = os.environ.get(SIGNER)
    if not signer:
        print(f"build: NOT SIGNED ({SIGNER} names no signer)", file=sys.stderr)
        return
    for made in package_stem().parent.glob(package_stem().name + ".*"):
        if made.suffix != ".sha256":
            run([signer, str(made)])


STEPS: dict[str, Callable[[], None]] = {
    "test": test,
    "freeze": freeze,
    "smoke": try_it,
    "package": package,
    "sign": sign,
}


def package_stem() -> Path:
    """The archive's path without its ending: name, version, system, processor."""
    system = f"{platform.system()}-{platform.machine()}".lower()
    return FROZEN.parent / f"thana-desk-{VERSION}-{system}"


def run(command: Sequence[str]) -> None:
    """Run a command from the root of the checkout.

    Raises:
        StepFailed: it did not end with 0.
    """
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise StepFailed(" ".join(command))


def main(arguments: Sequence[str], steps: Mapping[str, Callable[[], None]] = STEPS) -> int:
    """Take the steps in order from `--from` on; 1 when one of them failed."""
    parser = argparse.ArgumentParser(description="Make a release of Thana Desk.")
    parser.add_argument("--from", dest="first", choices=steps, default="test", help="start here")
    first = list(steps).index(parser.parse_args(arguments).first)
    for name, step in list(steps.items())[first:]:
        print(f"build: {name}", file=sys.stderr)
        try:
            step()
        except StepFailed as failure:
            print(f"build: {name} FAILED: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
