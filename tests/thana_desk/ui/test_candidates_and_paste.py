"""Words offered for Roman letters, steps over syllables, and pastes in an old font."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.desk_view import CONTROL, SHIFT, Key, press, press_sign, type_text
from thana_desk.ui.legacy_paste import LegacyPaste
from thana_desk.ui.text_field import TextField, caret_box, caret_of, text_before
from thana_desk.ui.typing import HindiTyping, start_typing

pytestmark = pytest.mark.usefixtures("hindi_first")
FIELDS = [QLineEdit, QTextEdit, QPlainTextEdit]
LEGACY = "Fkkuk dksrokyh tuin y[kuÅ esa izkFkhZ jke dqekj us FIR ntZ djkbZA"
READING = "थाना कोतवाली जनपद लखनऊ में प्रार्थी राम कुमार ने FIR दर्ज कराई।"


@pytest.fixture
def phonetic(qapp: QApplication) -> Iterator[HindiTyping]:
    """Hindi typing by Roman letters."""
    running = start_typing(qapp)
    running.choose(code="phonetic")
    yield running
    running.stop()


_windows: list[QWidget] = []


@pytest.fixture(autouse=True)
def windows_of_the_test() -> Iterator[None]:
    """Keep the windows of the fields as long as the test runs."""
    yield
    _windows.clear()


def make_field(
    qtbot: QtBot, kind: type[TextField], size: tuple[int, int] = (700, 420)
) -> TextField:
    """A field at the foot of a small window."""
    window = QWidget()
    layout = QVBoxLayout(window)
    field = kind()
    layout.addStretch(1)
    layout.addWidget(field)
    window.resize(*size)
    qtbot.addWidget(window)
    _windows.append(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return field


def text(field: TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def put(field: TextField, value: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(value)
    else:
        field.setPlainText(value)
        field.moveCursor(field.textCursor().MoveOperation.End)


# --- candidates ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FIELDS)
def test_a_digit_takes_a_word_in_one_step_of_undo(
    qtbot: QtBot, phonetic: HindiTyping, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    type_text("mukadma")
    shown = phonetic.candidate_list
    assert shown is not None
    assert shown.offered[0] == "मुकदमा"
    literal = text(field)
    press_sign("1")
    assert text(field) == "मुकदमा"
    assert phonetic.candidate_list is None
    field.undo()
    assert text(field) == literal


def test_arrows_mark_a_word_and_space_takes_it(qtbot: QtBot, phonetic: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    type_text("thana")
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Up)
    press(Key.Key_Space)
    assert text(field) == "थाना "
    type_text("raam ")
    assert text(field) == "थाना राम "


def test_tab_takes_the_first_word_and_stays_in_the_field(
    qtbot: QtBot, phonetic: HindiTyping
) -> None:
    field = make_field(qtbot, QLineEdit)
    type_text("girftar")
    press(Key.Key_Tab)
    assert text(field) == "गिरफ्तार"
    assert QApplication.focusWidget() is field


def test_space_alone_and_escape_keep_what_was_typed(qtbot: QtBot, phonetic: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    type_text("thana ")
    assert text(field) == "थन "
    type_text("thana")
    press(Key.Key_Escape)
    assert phonetic.candidate_list is None
    press_sign("1")
    assert text(field) == "थन थन1"


def test_no_words_are_offered_inside_a_word_or_in_english(
    qtbot: QtBot, phonetic: HindiTyping
) -> None:
    field = make_field(qtbot, QLineEdit)
    put(field, "राम")
    type_text("pur")
    assert phonetic.candidate_list is None
    put(field, "")
    press(Key.Key_Space, CONTROL)
    type_text("thana")
    assert phonetic.candidate_list is None
    assert text(field) == "thana"


def test_a_finished_word_is_offered_next_time_and_can_be_forgotten(
    qtbot: QtBot, phonetic: HindiTyping
) -> None:
    field = make_field(qtbot, QLineEdit)
    type_text("chiraiyaakoT ")
    assert phonetic.take_typed_words() == {"चिरैयाकोट": 1}
    type_text("chiraiyako")
    shown = phonetic.candidate_list
    assert shown is not None
    assert shown.offered == ("चिरैयाकोट",)
    forgotten: list[str] = []
    phonetic.forgotten.connect(forgotten.append)
    press(Key.Key_Down)
    press(Key.Key_Delete, CONTROL)
    assert forgotten == ["चिरैयाकोट"]
    assert phonetic.candidate_list is None
    assert text(field).endswith("चिरैयको")


def test_words_of_the_station_are_offered(qtbot: QtBot, phonetic: HindiTyping) -> None:
    make_field(qtbot, QLineEdit)
    phonetic.use_words({"चिरैयाकोट": 3})
    type_text("chirai")
    shown = phonetic.candidate_list
    assert shown is not None
    assert shown.offered == ("चिरैयाकोट",)


@pytest.mark.parametrize("size", [(700, 420), (240, 260), (320, 120)])
def test_the_list_is_never_cut_off(
    qtbot: QtBot, phonetic: HindiTyping, size: tuple[int, int]
) -> None:
    field = make_field(qtbot, QLineEdit, size)
    type_text("raam " * 3 + "ram")
    shown = phonetic.candidate_list
    assert shown is not None
    room = field.window().rect()
    assert shown.y() >= room.top()
    assert shown.x() >= room.left()
    if size == (700, 420):
        assert room.contains(shown.geometry())
        assert not shown.geometry().intersects(caret_box(field))


def test_the_list_goes_with_the_field(qtbot: QtBot, phonetic: HindiTyping) -> None:
    field = make_field(qtbot, QLineEdit)
    type_text("thana")
    assert phonetic.candidate_list is not None
    field.clearFocus()
    assert phonetic.candidate_list is None


# --- steps over syllables -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("phonetic")
def test_arrows_step_over_whole_syllables(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    put(field, "a क्षेत्रीय 🙂 स्त्रि")
    seen = []
    for _ in range(8):
        press(Key.Key_Left)
        seen.append(text_before(field))
    assert seen[:5] == [
        "a क्षेत्रीय 🙂 ",
        "a क्षेत्रीय 🙂",
        "a क्षेत्रीय ",
        "a क्षेत्रीय",
        "a क्षेत्री",
    ]
    assert seen[5:] == ["a क्षे", "a ", "a"]
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert text_before(field) == "a क्षे"


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("phonetic")
def test_shift_and_arrows_select_whole_syllables(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    put(field, "क्षेत्री")
    end = caret_of(field)
    press(Key.Key_Left, SHIFT)
    press(Key.Key_Left, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Delete)
    assert text(field) == "क्षे"
    assert caret_of(field) < end


# --- pastes in an old font ----------------------------------------------------------------------


def open_sheet(field: TextField) -> LegacyPaste | None:
    QApplication.processEvents()
    found = field.window().findChildren(LegacyPaste)
    return next((sheet for sheet in found if sheet.isVisible()), None)


def paste(field: TextField, pasted: str) -> LegacyPaste | None:
    field.window().activateWindow()  # the offscreen platform does not give it back by itself
    field.setFocus()
    QApplication.processEvents()
    QApplication.clipboard().setText(pasted)
    QTest.keyClick(field, Key.Key_V, CONTROL)
    return open_sheet(field)


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("phonetic")
def test_a_paste_in_kruti_dev_shows_both_and_enter_takes_the_reading(
    qtbot: QtBot, kind: type[TextField]
) -> None:
    field = make_field(qtbot, kind)
    sheet = paste(field, LEGACY)
    assert sheet is not None
    assert text(field) == ""
    assert sheet.before.toPlainText() == LEGACY
    assert sheet.after.toPlainText() == READING
    QTest.keyClick(sheet.accept_push, Key.Key_Return)
    assert text(field) == READING
    field.undo()
    assert text(field) == ""


@pytest.mark.usefixtures("phonetic")
def test_a_paste_can_be_kept_as_it_is_or_left(qtbot: QtBot) -> None:
    field = make_field(qtbot, QLineEdit)
    sheet = paste(field, LEGACY)
    assert sheet is not None
    QTest.keyClick(sheet, Key.Key_Return, CONTROL)
    assert text(field) == LEGACY
    field.clear()
    sheet = paste(field, LEGACY)
    assert sheet is not None
    QTest.keyClick(sheet, Key.Key_Escape)
    assert text(field) == ""


@pytest.mark.parametrize("pasted", [READING, "The accused was arrested on Monday", "302/2026"])
@pytest.mark.usefixtures("phonetic")
def test_other_pastes_ask_nothing(qtbot: QtBot, pasted: str) -> None:
    field = make_field(qtbot, QLineEdit)
    assert paste(field, pasted) is None
    assert text(field) == pasted


@pytest.mark.usefixtures("phonetic")
def test_a_password_is_pasted_as_it_is(qtbot: QtBot) -> None:
    field = make_field(qtbot, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    assert paste(field, LEGACY) is None
    assert text(field) == LEGACY


@pytest.mark.usefixtures("phonetic")
def test_a_long_paste_is_read_in_stretches(qtbot: QtBot) -> None:
    field = make_field(qtbot, QPlainTextEdit)
    lines = 100_000 // len(LEGACY)
    sheet = paste(field, f"{LEGACY}\n" * lines)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.after.toPlainText().count(READING) == lines, timeout=20_000)
    QTest.keyClick(sheet.accept_push, Key.Key_Return)
    assert text(field) == f"{READING}\n" * lines


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.usefixtures("phonetic")
def test_control_shift_c_copies_in_kruti_dev(qtbot: QtBot, kind: type[TextField]) -> None:
    field = make_field(qtbot, kind)
    put(field, "थाना कोतवाली")
    field.setReadOnly(True)
    QTest.keyClick(field, Key.Key_C, CONTROL | SHIFT)
    assert QApplication.clipboard().text() == "Fkkuk dksrokyh"


def test_strange_text_is_typed_into_without_harm(qtbot: QtBot, phonetic: HindiTyping) -> None:
    strange = "ा्ि\u200d\u200cکراچی 🙂👨\u200d👩 क्\u200dष f"
    for code in ("inscript", "remington-gail", "remington-cbi", "phonetic"):
        phonetic.choose(code=code)
        for kind in FIELDS:
            field = make_field(qtbot, kind)
            put(field, strange)
            for key in (Key.Key_Left, Key.Key_Left, Key.Key_Right, Key.Key_F, Key.Key_K):
                press(key)
            press(Key.Key_Backspace)
            press(Key.Key_Backspace, CONTROL)
            assert "کراچی" in text(field)
            assert field.window().isVisible()
            press(Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
