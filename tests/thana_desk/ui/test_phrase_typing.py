"""Set phrases while typing: offered after a slash, taken by Enter, taken back in one step."""

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.desk_view import CONTROL, Key, focused, make_view, press, type_text
from thana_desk.ui.editors.editor import SetPhrase
from thana_desk.ui.form_view import FormView

pytestmark = pytest.mark.usefixtures("hindi_first")


def prose(qtbot: QtBot) -> QTextEdit:
    view: FormView = make_view(qtbot)
    phrase = SetPhrase("/gasht", lambda: "गश्त [स्थान …] से [वाहन …]")
    view.near.phrases = lambda typed, _answers: [phrase] if "gasht".startswith(typed) else []
    view.go_to(("contents",))
    found = focused()
    assert isinstance(found, QTextEdit)
    return found


def test_enter_takes_a_phrase_and_one_step_takes_it_back(qtbot: QtBot) -> None:
    field = prose(qtbot)
    type_text("x /gas")
    press(Key.Key_Return)
    assert field.toPlainText() == "x गश्त [स्थान …] से [वाहन …]"
    press(Key.Key_Z, CONTROL)
    assert field.toPlainText() == "x /gas"


def test_tab_goes_from_blank_to_blank_and_typing_fills_it(qtbot: QtBot) -> None:
    field = prose(qtbot)
    type_text("/gasht")
    press(Key.Key_Tab)
    type_text("A")
    press(Key.Key_Tab)
    type_text("B")
    assert field.toPlainText() == "गश्त A से B"
    press(Key.Key_Tab)
    assert focused() is not field


def test_escape_leaves_what_was_typed(qtbot: QtBot) -> None:
    field = prose(qtbot)
    type_text("/ga")
    press(Key.Key_Escape)
    press(Key.Key_Return)
    assert field.toPlainText() == "/ga\n"


def test_a_slash_in_a_date_or_number_offers_nothing(qtbot: QtBot) -> None:
    field = prose(qtbot)
    type_text("12/")
    press(Key.Key_Return)
    assert field.toPlainText() == "12/\n"
