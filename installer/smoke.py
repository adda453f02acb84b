"""Starts the frozen program, the thing the user gets, and lets it do its main job once."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 300


class SmokeFailed(Exception):
    """The frozen program did not do what it must."""


def smoke(program: Path) -> None:
    """Version, forms, and the sample job with papers and sync, from a folder that is not its own.

    One job finds missing fonts, forms, code lists, migrations and shaping together.

    Raises:
        SmokeFailed: with the words the program left behind.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        home = str(folder / "home")
        _answer(program, ["--version"], folder)
        forms = json.loads(_answer(program, ["forms", "list", "--json"], folder))
        if not forms:
            raise SmokeFailed("the frozen program knows no form")
        out = folder / "out"
        _answer(program, ["demo", "--home", home, "--out", str(out)], folder)
        papers = sorted(out.rglob("*.pdf"))
        if not papers:
            raise SmokeFailed("the sample job left no paper")
        for paper in papers:
            if not paper.read_bytes().startswith(b"%PDF-"):
                raise SmokeFailed(f"{paper.name} is not a PDF")
        verified = json.loads(_answer(program, ["verify", "--home", home, "--json"], folder))
        if not verified.get("ok"):
            raise SmokeFailed("the journal of the sample home does not verify")


def _answer(program: Path, words: Sequence[str], folder: Path) -> str:
    """What the program says; only a clean machine counts, so our own variables are taken away."""
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "THANA_DESK", "VIRTUAL_ENV"))
    }
    answer = subprocess.run(
        [str(program), *words],
        cwd=folder,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    if answer.returncode:
        raise SmokeFailed(f"{' '.join(words)}: exit {answer.returncode}\n{answer.stderr[-2000:]}")
    return answer.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description="Try a frozen Thana Desk.")
    parser.add_argument("program", type=Path, help="the starter with a console")
    try:
        smoke(parser.parse_args().program.resolve())
    except SmokeFailed as failure:
        print(f"smoke: {failure}", file=sys.stderr)
        return 1
    print("smoke: the frozen program does its main job")
    return 0


if __name__ == "__main__":
    sys.exit(main())
