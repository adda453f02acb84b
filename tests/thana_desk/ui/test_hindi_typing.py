"""Hindi through real key events in every kind of text field, and back out by undo."""

import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from forms.kit.fields import Date, Line, YesNo
from forms.kit.words import Words
from tests.thana_desk.ui.desk_view import (
    CONTROL,
    SHIFT,
    Key,
    make_form_of,
    make_view,
    press,
    press_sign,
    type_text,
)
from thana_desk.hindi.layouts import all_layouts
from thana_desk.ui.typing import HindiTyping, TypingLabel, start_typing

pytestmark = pytest.mark.usefixtures("hindi_first")
FIELDS = [QLineEdit, QTextEdit, QPlainTextEdit]
TextField = QLineEdit | QTextEdit | QPlainTextEdit


@pytest.fixture
def hindi(qapp: QApplication) -> Iterator[HindiTyping]:
    """Hindi typing in InScript."""
    running = start_typing(qapp)
    yield running
    running.stop()


def make_field(qtbot: QtBot, kind: type[TextField]) -> TextField:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitExposed(field)
    QApplication.processEvents()
    return field


def text(field: TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def keys(signs: str) -> None:
    """Keys of a US keyboard, Shift held where it must be."""
    shifted = '~!@#$%^&*()_+{}|:"<>?'
    for sign in signs:
        held = SHIFT if sign.isupper() or sign in shifted else Qt.KeyboardModifier.NoModifier
        press_sign(sign, held)


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize(
    ("typed", "hindi_text"),
    [
        ("Leve", "थाना"),
        ("jec kgcej", "राम कुमार"),
        ("&s^", "क्षेत्र"),
        ("hdjLc mt;ve 2026", "प्रथम सूचना 2026"),
        ("pIUCk", "जघङणक"),
    ],
)
def test_inscript_gives_exact_unicode(
    qtbot: QtBot, hindi: HindiTyping, kind: type[TextField], typed: str, hindi_text: str
) -> None:
    field = make_field(qtbot, kind)
    keys(typed)
    assert text(field) == hindi_text


@pytest.mark.parametrize("kind", FIELDS)
def test_every_key_is_one_step_of_undo(
    qtbot: QtBot, hindi: HindiTyping, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    states = [text(field)]
    for sign in "kdc/dk":
        keys(sign)
        states.append(text(field))
    while len(states) > 1:
        assert text(field) == states.pop()
        field.undo()
        assert text(field) == states[-1]
    for _ in range(6):
        field.redo()
    assert text(field) == "क्म" + "य्क"


@pytest.mark.parametrize("kind", FIELDS)
def test_phonetic_rewrites_what_stands_before(
    qtbot: QtBot, hindi: HindiTyping, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    hindi.choose(code="phonetic")
    composer = hindi.layout.start()
    expected = ""
    for sign in "raam kShetra":
        change = composer.key(sign, expected)
        expected = expected[: len(expected) - change.delete_back] + change.insert
    keys("raam kShetra")
    assert text(field) == expected
    assert text(field).startswith("राम ")


@pytest.mark.parametrize("kind", FIELDS)
def test_backspace_takes_one_sign(qtbot: QtBot, hindi: HindiTyping, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    keys("kf")
    assert text(field) == "कि"
    press(Key.Key_Backspace)
    assert text(field) == "क"
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    assert text(field) == ""


@pytest.mark.parametrize("kind", FIELDS)
def test_typing_replaces_the_selection(
    qtbot: QtBot, hindi: HindiTyping, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    keys("kkk")
    field.selectAll()
    keys("j")
    assert text(field) == "र"
    field.undo()
    assert text(field) in ("ककक", "")  # a line takes the deletion back with the letter or apart


@pytest.mark.parametrize("kind", FIELDS)
def test_keys_after_letters_beyond_the_first_plane_hit_the_right_place(
    qtbot: QtBot, hindi: HindiTyping, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    if isinstance(field, QLineEdit):
        field.setText("🙂🙂")
    else:
        field.setPlainText("🙂🙂")
        field.moveCursor(field.textCursor().MoveOperation.End)
    keys("kd")
    press(Key.Key_Backspace)
    assert text(field) == "🙂🙂क"
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    assert text(field) == "🙂"


def test_control_space_switches_and_the_label_says_so(qtbot: QtBot, hindi: HindiTyping) -> None:
    label = TypingLabel(hindi)
    qtbot.addWidget(label)
    field = make_field(qtbot, QLineEdit)
    assert "इनस्क्रिप्ट" in label.text()
    press(Key.Key_Space, CONTROL)
    keys("k")
    assert text(field) == "k"
    assert label.text() == "अंग्रेज़ी"
    press(Key.Key_Space, CONTROL)
    keys("k")
    assert text(field) == "kक"


@pytest.mark.usefixtures("hindi")
def test_a_field_that_loses_the_keyboard_is_not_kept_alive(qtbot: QtBot) -> None:
    gone = weakref.ref(make_field(qtbot, QLineEdit))
    assert gone() is None  # else it would die inside the next change of focus, and Qt with it


def test_f9_goes_through_all_layouts(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    seen = []
    for _ in all_layouts():
        seen.append(hindi.layout.name.en)
        press(Key.Key_F9)
    assert seen == [one.name.en for one in all_layouts()]
    assert hindi.layout.name.en == seen[0]
    assert text(field) == ""


def test_caps_lock_does_not_shift(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    press_sign("K")  # the sign is a capital, but Shift is not held
    assert text(field) == "क"


def test_alt_gr_gives_the_third_level(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    both = CONTROL | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(field, Key.Key_4, both)
    assert text(field) == "₹"


def test_password_is_never_hindi(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    keys("kk")
    assert field.text() == "kk"


def test_control_keys_are_left_alone(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    keys("kk")
    press(Key.Key_A, CONTROL)
    press(Key.Key_X, CONTROL)
    assert text(field) == ""


def test_map_is_shown_pinned_and_put_away(qtbot: QtBot, hindi: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    press(Key.Key_F9, CONTROL)
    shown = hindi.map_window
    assert shown is not None
    assert shown.isVisible()
    assert not shown.pinned
    # The offscreen platform gives the map the focus, whatever the window asks for.
    hindi.show_map()
    assert shown.pinned
    hindi.show_map()
    assert shown.isHidden()
    field.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    hindi.type_key("k")
    assert text(field) == "क"
    shown.close()


def test_dates_take_digits_and_hindi_words(qtbot: QtBot, hindi: HindiTyping) -> None:
    named = Words("नमूना", "Sample")
    view = make_view(qtbot, form=make_form_of(Date("day", named), Date("other", named)))
    keys("22/11/26")
    assert view.letter() == {"day": "2026-11-22"}
    press(Key.Key_Return)
    keys("Ep")
    assert view.letter()["other"] == "2026-11-22"


def test_phone_number_is_never_hindi(qtbot: QtBot, hindi: HindiTyping) -> None:
    named = Words("मोबाइल", "Mobile")
    view = make_view(qtbot, form=make_form_of(Line("phone", named, pattern=r"[6-9]\d{9}")))
    keys("9000000001k")
    assert view.letter() == {"phone": "9000000001k"}


def test_yes_is_also_the_hindi_letter(qtbot: QtBot, hindi: HindiTyping) -> None:
    view = make_view(qtbot, form=make_form_of(YesNo("yes", Words("नमूना", "Sample"))))
    type_text("u")  # ह in InScript
    assert view.letter() == {"yes": True}
    type_text("v")  # न in InScript
    assert view.letter() == {"yes": False}


def test_form_takes_hindi_typing(qtbot: QtBot, hindi: HindiTyping) -> None:
    view = make_view(qtbot, form=make_form_of(Line("name", Words("नाम", "Name"))))
    keys("jec")
    assert view.letter() == {"name": "राम"}
    press(Key.Key_Z, CONTROL)
    assert view.letter() == {"name": "रा"}
