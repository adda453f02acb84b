"""PySide6 6.12 on Python 3.11 stole a reference to None at every call that returned nothing."""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.desk_view import make_view
from tests.thana_desk.ui.sample_form import NOW, sample

pytestmark = pytest.mark.usefixtures("hindi_first")

CALLS = 2000
NOISE = 60


def drift(call: Callable[[], object]) -> int:
    """How many references to None `CALLS` calls gained or lost."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(None) - before


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    line, box, text, label = QLineEdit(), QComboBox(), QTextEdit(), QLabel()
    for widget in (line, box, text, label):
        qtbot.addWidget(widget)
    calls: dict[str, Callable[[], object]] = {
        "setText": lambda: line.setText("x"),
        "setPlainText": lambda: text.setPlainText("x"),
        "label": lambda: label.setText("x"),
        "setEnabled": lambda: label.setEnabled(True),
        "itemData": lambda: box.itemData(0),
        "update": lambda: label.update(),
    }
    lost = {name: drift(call) for name, call in calls.items()}
    assert all(abs(count) < NOISE for count in lost.values()), lost


def test_form_screen_keeps_none_alive(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW), check=None)
    first = sample(NOW)
    gc.collect()  # what earlier tests left behind holds references too
    before = sys.getrefcount(None)
    for _ in range(200):
        view.set_letter({})
        view.set_letter(first)
    gc.collect()
    # A stolen reference a call would be tens of thousands here.
    assert abs(sys.getrefcount(None) - before) < 400
