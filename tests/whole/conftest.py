"""A sample thana on disk, and ways to start the program beside the test."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thana_desk.actions import demo

HERE = Path(__file__).parent
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    demo.make_home(folder)
    return folder


@pytest.fixture
def environment(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def registrar(home: Path, environment: dict[str, str]) -> Start:
    """Starts a program that registers `count` records in the sample home."""

    def start(count: int, phase: int = 0) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-P", str(HERE / "registrar.py"), str(home), str(count), str(phase)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start
