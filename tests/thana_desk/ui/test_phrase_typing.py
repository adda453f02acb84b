"""Set phrases while typing: offered after a slash, taken by Enter, taken back in one step."""

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.desk_view import CONTROL, Key, focused, make_view, press, type_text
from thana_desk.ui.editors.editor import SetPhrase
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.form_view import FormView

pytestmark = pytest.mark.usefixtures("hindi_first")


def shown_form(qtbot: QtBot) -> FormView:
    view: FormView = make_view(qtbot)
    phrase = SetPhrase("/gasht", lambda: "गश्त [स्थान …] से [वाहन …]")
    view.near.phrases = lambda typed, _answers: [phrase] if "gasht".startswith(typed) else []
    view.go_to(("contents",))
    return view


def prose(qtbot: QtBot) -> QTextEdit:
    shown_form(qtbot)
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


def test_the_list_tells_its_own_keys_and_marks_what_enter_takes(qtbot: QtBot) -> None:
    field = prose(qtbot)
    type_text("/ga")
    assert isinstance(field, Prose)
    assert field.phrases is not None
    shown = field.phrases.candidate_list
    assert shown is not None
    assert shown.accessibleName() == "/gasht"
    assert "Enter" in shown.keys_told()
    assert "Ctrl+Delete" not in shown.keys_told()


def test_a_blank_is_no_reproach_before_the_writer_has_left_the_field(qtbot: QtBot) -> None:
    view = shown_form(qtbot)
    type_text("/gasht")
    press(Key.Key_Return)
    view.check_now()
    assert notes(view, "contents") == []
    press(Key.Key_F7)
    view.go_to(("contents",))
    assert any("[स्थान …]" in note for note in notes(view, "contents"))


def test_a_blank_that_was_left_is_named_beside_its_field(qtbot: QtBot) -> None:
    view = shown_form(qtbot)
    type_text("/gasht")
    press(Key.Key_Return)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    assert any("[स्थान …]" in note for note in notes(view, "contents"))


def notes(view: FormView, key: str) -> list[str]:
    """What stands beside a field."""
    assert view.page is not None
    place = next(p for p in view.page.sheet.places if p.asked.key == key)
    return [note.accessibleName() for note in place.notes]
