"""What a screen reader is told: a name for every control, problems in words, what appeared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forms.catalogue import all_forms
from forms.kit.check import check
from forms.kit.form import Facts, Form
from forms.kit.words import Words
from tests.every_form.test_every_form import NOW
from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.ui import announce
from thana_desk.ui.bars import StatusLine, StatusPart
from thana_desk.ui.candidate_list import CandidateList
from thana_desk.ui.form_view import FormView
from thana_desk.ui.places import PLACES

MakeSeat = Callable[[Path], Seat]
pytestmark = pytest.mark.usefixtures("hindi_first")


def controls(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard can visit below `root`; the list of an open choice is the choice's own."""
    for widget in root.findChildren(QWidget):
        of_choice = isinstance(widget.parent(), QWidget) and any(
            isinstance(one, QComboBox) for one in (widget.parent(), widget.parent().parent())
        )
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not of_choice:
            yield widget


def said(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader is told of `widget`."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(what) if found is not None else ""


def is_hindi(name: str) -> bool:
    """Whether a name has Hindi in it, or is of digits and signs alone."""
    return any("ऀ" <= sign <= "ॿ" for sign in name) or (
        bool(name.strip()) and not any(sign.isalpha() for sign in name)
    )


def nameless(root: QWidget) -> set[tuple[str, str, str]]:
    return {
        (type(widget).__name__, type(widget.parent()).__name__, said(widget))
        for widget in controls(root)
        if not is_hindi(said(widget))
    }


@pytest.mark.parametrize("role", ["sho", "moharir"])
def test_every_control_of_every_page_has_a_hindi_name(
    role: str, make_seat: MakeSeat, worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    assert nameless(seat.window) == set()
    seat.window.take_desk(desk_in(worked_home, role))
    for key in PLACES:
        seat.frame.open_place(key)
        seat.settle()
        assert nameless(seat.window) == set(), key


def make_form(qtbot: QtBot, form: Form, letter: dict[str, object]) -> FormView:
    def found(answers: dict[str, object], _reasons: object) -> object:
        return check(form, answers, Facts(now=NOW, role=form.role))

    view = FormView(form, letter, check=found, now=lambda: NOW)
    qtbot.addWidget(view)
    view.resize(1166, 692)
    view.show()
    QApplication.processEvents()
    return view


def test_every_field_of_every_form_says_label_need_and_problem(qtbot: QtBot) -> None:
    visited = problems = 0
    for form in all_forms().values():
        for letter in ({}, form.sample(NOW)):
            view = make_form(qtbot, form, letter)
            view.near.all_said = True
            view.check_now()
            for section in view.sections():
                view.show_section(section.key)
                assert nameless(view) == set(), (form.code, section.key)
                for place in view.page.sheet.places:
                    if not place.is_shown:
                        continue
                    stop = (place.editor.stops() or [place.editor.widget])[0]
                    whole = place.editor.widget  # of a group, whose parts have their own names
                    told = said(stop) + said(whole)
                    assert place.label.first in told, (form.code, place.asked.key)
                    assert place.label.need_word in told, (form.code, place.asked.key)
                    visited += 1
                    about = QAccessible.Text.Description
                    told = said(stop, about) + said(whole, about)
                    for note in place.notes:
                        assert note.accessibleName() in told, (form.code, place.asked.key)
                        problems += 1
            view.hide()
            view.deleteLater()
    assert visited > 1000
    assert problems > 100


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was announced, and whether at once; nothing listens to Qt's own events here."""
    kept: list[tuple[str, bool]] = []
    assertive = QAccessible.AnnouncementPoliteness.Assertive

    class Reader(QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:  # noqa: N802 - Qt's name
            assert isinstance(event, QAccessibleAnnouncementEvent)
            kept.append((event.message(), event.politeness() == assertive))

    monkeypatch.setattr(announce, "QAccessible", Reader)
    return kept


def test_a_message_is_read_out_and_a_fault_at_once(
    make_seat: MakeSeat, home: Path, heard: list[tuple[str, bool]]
) -> None:
    seat = make_seat(home)
    seat.window.take_desk(desk_in(home, "moharir"))
    seat.settle()
    seat.frame.message.say(Words("दर्ज हो गया", "Registered"), "done")
    seat.frame.message.say(Words("डिस्क भरी है", "The disk is full"), "wrong")
    assert heard[-2:] == [("दर्ज हो गया", False), ("डिस्क भरी है", True)]


def test_the_status_line_says_once_what_went_wrong(
    qtbot: QtBot, heard: list[tuple[str, bool]]
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    good = StatusPart("○", Words("जुड़ा", "Linked"), "sync")
    bad = StatusPart("▲", Words("बैकअप नहीं हुआ", "No backup"), "health", "wrong")
    line.show_parts([good])
    line.show_parts([good, bad])
    line.show_parts([good, bad])
    assert heard == [("बैकअप नहीं हुआ", False)]
    line.show_parts([good])
    line.show_parts([bad])
    assert len(heard) == 2


def test_offered_words_are_read_out_and_then_the_marked_one(
    qtbot: QtBot, heard: list[tuple[str, bool]]
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    shown = CandidateList(field, lambda _row: None)
    shown.offer(field, ["थाना", "ठाणा"])
    shown.step(1)
    assert heard == [("1 थाना, 2 ठाणा", False), ("थाना", False)]
