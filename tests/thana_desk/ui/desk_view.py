"""Makes form screens for tests and presses keys in them as a clerk does."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forms.kit.fields import Field
from forms.kit.form import Form, Section
from forms.kit.letter import Letter
from forms.kit.words import Words
from tests.thana_desk.ui.sample_form import FORM, NOW, check_form
from thana_desk.ui.editors.editor import Editor
from thana_desk.ui.form_view import FormView

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keeper:
    """Keeps drafts in memory; breaks while `broken`."""

    def __init__(self) -> None:
        self.kept: list[Letter] = []
        self.reasons: list[dict[str, str]] = []
        self.broken = False

    def __call__(self, letter: Letter, reasons: dict[str, str]) -> str | None:
        """Keep one."""
        if self.broken:
            raise OSError("the disk is full")
        self.kept.append(letter)
        self.reasons.append(reasons)
        return "2026-11-22T10:42:07+05:30"


def make_view(
    qtbot: QtBot, letter: Mapping[str, Any] | None = None, form: Form = FORM, **given: Any
) -> FormView:
    """A form screen on the (offscreen) screen, the keyboard in its first field."""
    given.setdefault("check", lambda answers, reasons: check_form(answers, reasons, form))
    given.setdefault("now", lambda: NOW)
    view = FormView(form, letter, **given)
    qtbot.addWidget(view)
    view.resize(1166, 692)
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    return view


def make_form_of(*fields: Field) -> Form:
    """A form with these fields in one section."""
    named = Words("नमूना", "Sample")
    return Form(
        "sample", 1, named, named, (Section("only", named, fields),),
        role="moharir", duty=(), sample=lambda now: {},
    )  # fmt: skip


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key where the keyboard is."""
    QTest.keyClick(focused(), key, held)
    QApplication.processEvents()


def press_sign(sign: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """The key of one Latin sign where the keyboard is."""
    QTest.keyClick(focused(), sign, held)  # type: ignore[call-overload]  # the stubs leave out text


def type_text(text: str) -> None:
    """Latin signs one after the other, Shift held for capitals."""
    for sign in text:
        held = SHIFT if sign.isupper() else Qt.KeyboardModifier.NoModifier
        press_sign(sign, held)


def editor(view: FormView, key: str) -> Editor:
    """The editor of a top-level field of the open section."""
    assert view.page is not None
    found = view.page.sheet.editor_at((key,))
    assert found is not None
    return found


def editors(view: FormView) -> Sequence[Editor]:
    """The editors of the open section."""
    assert view.page is not None
    return list(view.page.sheet.editors())
