"""The first picture of the window: drawn before a heavy library is loaded, whatever the home holds."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "uharfbuzz", "segno", "pypdfium2"),
    *("cryptography", "argon2", "requests", "keyring", "zstandard", "regex", "uvicorn"),
    *("thana_desk.storage", "thana_desk.printing", "forms.catalogue", "PySide6.QtPrintSupport"),
)

_DRAWN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from thana_desk.ui.start import application
from thana_desk.ui.main_window import MainWindow

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps(sorted(sys.modules)))
            sys.stdout.flush()
            import os
            os._exit(0)
        return False

app = application()
window = MainWindow(Path(sys.argv[1]))
eye = Eye()
window.cover.currentWidget().installEventFilter(eye)
window.show()
app.exec()
"""


@pytest.mark.slow
@pytest.mark.parametrize("state", ["ready", "new", "damaged"])
def test_the_entry_is_painted_before_a_heavy_library_is_loaded(
    state: str, root: Path, sample_thana: Path, tmp_path: Path
) -> None:
    home = tmp_path / "thana"
    if state == "new":
        home.mkdir()
    else:
        shutil.copytree(sample_thana, home)
    if state == "damaged":
        (home / "home.json").unlink()
    answer = subprocess.run(
        [sys.executable, "-P", "-c", _DRAWN, str(home)],
        env=dict(os.environ, PYTHONPATH=str(root), QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    loaded = set(json.loads(answer.stdout))
    assert "thana_desk.ui.main_window" in loaded
    assert not {
        name
        for name in loaded
        for heavy in HEAVY
        if name.split(".")[: heavy.count(".") + 1] == heavy.split(".")
    }
