"""The start stays light: heavy libraries wait until they are first needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

HEAVY = {
    *("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "uharfbuzz", "segno", "pypdfium2", "PIL"),
    *("cryptography", "argon2", "requests", "urllib3", "http_message_signatures", "keyring"),
    *("starlette", "uvicorn", "anyio", "psycopg", "cv2", "numpy"),
}


def loaded_by(root: Path, *arguments: str) -> set[str]:
    """The top-level packages that a fresh interpreter loads for these arguments."""
    answer = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", *arguments],
        env=dict(os.environ, PYTHONPATH=str(root), QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    times = (line for line in answer.stderr.splitlines() if line.startswith("import time:"))
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in times}


@pytest.mark.parametrize("module", ["thana_desk.ui.start", "thana_desk.app"])
def test_the_login_is_drawn_without_a_heavy_library(root: Path, module: str) -> None:
    if not root.joinpath(*module.split(".")).with_suffix(".py").exists():
        pytest.fail(f"{module} is not there")
    assert loaded_by(root, "-c", f"import {module}") & HEAVY == set()


def test_the_camera_waits_until_its_window_is_opened(root: Path) -> None:
    modules = "thana_desk.ui.pages.form, thana_desk.ui.capture, thana_desk.actions.attachments"
    assert loaded_by(root, "-c", f"import {modules}") & HEAVY == set()


def test_telling_the_version_loads_neither_windows_nor_a_heavy_library(root: Path) -> None:
    if not (root / "thana_desk" / "__main__.py").exists():
        pytest.fail("thana_desk.__main__ is not there")
    loaded = loaded_by(root, "-m", "thana_desk", "--version")
    assert loaded & {*HEAVY, "PySide6"} == set()


def test_a_heavy_import_would_be_noticed(root: Path) -> None:
    assert "requests" in loaded_by(root, "-c", "import requests")


def test_qt_gives_back_every_reference_to_none(qapp: QApplication) -> None:
    """A build of Qt that keeps references wrongly kills the process after some 5,000 calls."""
    line, box = QLineEdit(), QComboBox()
    acts = (lambda: line.setText("क"), lambda: box.addItem("ख"), lambda: box.itemData(0))
    for act in acts:
        before = sys.getrefcount(None)
        for _ in range(300):
            act()
        assert abs(sys.getrefcount(None) - before) < 100
