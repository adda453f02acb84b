"""Adding a form is one file: dropped into the catalogue, it is listed, registered, printed, found."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FORM = '''
"""A form that this test drops into the catalogue."""

from forms.kit.fields import Index, Line, LongText, Need
from forms.kit.form import Form, Paper, Section
from forms.kit.words import Words

FORM = Form(
    code="task",
    version=1,
    title=Words("आज का नया प्रपत्र", "A form new today"),
    short=Words("नया", "New"),
    sections=(
        Section("only", Words("एक", "One"), (
            Line("subject", Words("विषय", "Subject"), need=Need.MUST, index=Index.TEXT),
            LongText("brief", Words("विवरण", "Brief")),
        )),
    ),
    role="sho",
    duty=("a-8",),
    papers=(Paper("form", Words("प्रपत्र", "Form"), ""),),
    line=lambda letter: str(letter.get("subject", "")),
    sample=lambda now: {"subject": "पुल का निरीक्षण", "brief": "नमूना"},
)
'''


@pytest.mark.slow
def test_a_form_dropped_into_the_catalogue_works_everywhere(root: Path, tmp_path: Path) -> None:
    for package in ("forms", "thana_desk", "sync", "resources"):
        shutil.copytree(
            root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    (tmp_path / "forms/catalogue/task.py").write_text(FORM, encoding="utf-8")
    home = tmp_path / "home"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    def run(code: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-P", "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    answer = run(f"""
import json
from pathlib import Path
from thana_desk.actions import demo, papers, records, searching
from thana_desk.ui.start import application
from thana_desk.ui.form_view import FormView
home = Path({str(home)!r})
demo.make_home(home)
desk = demo.sign_in(home, "sho")
form = desk.forms["task"]
made = records.register(desk, "task", form.sample(desk.clock.now()))
pdf = papers.paper(desk, made.record_id)
application()
view = FormView(form, form.sample(desk.clock.now()))
print(json.dumps({{
    "title": made.title,
    "pdf": pdf[:5].decode(),
    "found": [hit.line.record_id for hit in searching.search(desk, "nirikshan")
              + searching.search(desk, "निरीक्षण")],
    "record_id": made.record_id,
    "screen": view.letter(),
    "offered": [one.code for one in records.allowed_forms(desk)],
}}))
""")
    assert answer["title"] == "पुल का निरीक्षण"
    assert answer["pdf"] == "%PDF-"
    assert answer["record_id"] in answer["found"]
    assert answer["screen"]["subject"] == "पुल का निरीक्षण"
    assert "task" in answer["offered"]
