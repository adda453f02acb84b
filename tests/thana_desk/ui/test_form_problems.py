"""Problems stand beside their field and in the list; drafts are kept; steps are taken back."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forms.kit.fields import Line
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from tests.thana_desk.ui.desk_view import (
    CONTROL,
    SHIFT,
    Keeper,
    Key,
    editor,
    focused,
    make_form_of,
    make_view,
    press,
    type_text,
)
from tests.thana_desk.ui.sample_form import FORM, NOW, sample
from thana_desk.ui.editors.draft import KEEP_AFTER_KEYS
from thana_desk.ui.editors.editor import editor_of
from thana_desk.ui.form_view import FormView
from thana_desk.ui.problems import Finding, weight_word

pytestmark = pytest.mark.usefixtures("hindi_first")
NAMED = Words("नमूना", "Sample")


def notes(view: FormView, key: str) -> list[str]:
    """What stands beside a field."""
    assert view.page is not None
    place = next(p for p in view.page.sheet.places if p.asked.key == key)
    return [note.accessibleName() for note in place.notes]


def late() -> dict[str, object]:
    """Answers whose occurrence is later than the information."""
    return {**sample(NOW), "occurred_at": "2026-11-22T10:40", "told_at": "2026-11-22T10:30"}


def test_blank_is_no_reproach_before_the_clerk_was_there(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    assert notes(view, "told_at") == []
    press(Key.Key_Return)
    (note,) = notes(view, "told_at")
    assert "भरें" in note
    assert notes(view, "gd") == []


def test_problem_goes_when_it_is_put_right(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    press(Key.Key_Return)
    assert notes(view, "told_at")
    view.go_to(("told_at",))
    type_text("0915")
    press(Key.Key_Return)
    assert notes(view, "told_at") == []


def test_f7_steps_through_all_problems_across_sections(qtbot: QtBot) -> None:
    make_view(qtbot)
    stops = []
    for _ in range(7):
        press(Key.Key_F7)
        found = editor_of(focused())
        assert found is not None
        stops.append(found.asked.key)
    assert stops == ["told_at", "info_type", "gd", "acts", "occurred_at", "name", "contents"]
    press(Key.Key_F7)
    assert editor_of(focused()).asked.key == "told_at"  # type: ignore[union-attr]
    press(Key.Key_F7, SHIFT)
    assert editor_of(focused()).asked.key == "contents"  # type: ignore[union-attr]


def test_f7_opens_the_row_with_the_problem(qtbot: QtBot) -> None:
    record = sample(NOW)
    record["accused"][1]["address"]["pincode"] = "12"
    make_view(qtbot, record)
    press(Key.Key_F7)
    found = editor_of(focused())
    assert found is not None
    assert (found.asked.key, found.value()) == ("pincode", "12")


def test_reason_is_written_beside_the_problem_and_settles_it(qtbot: QtBot) -> None:
    keep = Keeper()
    view = make_view(qtbot, late(), keep=keep)
    asked: list[bool] = []
    view.sign_off_requested.connect(lambda: asked.append(True))
    press(Key.Key_F10)
    assert not asked
    assert editor_of(focused()).asked.key == "occurred_at"  # type: ignore[union-attr]
    assert view.page is not None
    line = view.page.sheet.places[0].notes[0].line
    assert line is not None
    press(Key.Key_Return)
    assert focused() is line
    type_text("told late")
    press(Key.Key_Return)
    assert keep.reasons[-1] == {"V01": "told late"}
    assert view.reasons() == {"V01": "told late"}
    assert [f.settled for f in view.findings()] == [True]
    assert view.page.sheet.places[0].notes[0].line is line
    press(Key.Key_F10)
    assert asked


def test_written_reason_is_shown_when_the_draft_is_opened_again(qtbot: QtBot) -> None:
    view = make_view(qtbot, late(), reasons={"V01": "देर से बताया"})
    view.show_section("event")
    assert view.page is not None
    line = view.page.sheet.places[0].notes[0].line
    assert line is not None
    assert line.text() == "देर से बताया"


def test_weights_have_different_words_and_shapes(qtbot: QtBot) -> None:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from thana_desk.ui.problems import draw_shape

    pictures = set()
    for weight in Weight:
        image = QImage(16, 16, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        draw_shape(painter, weight, QRect(2, 2, 12, 12))
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(Weight)
    assert len({weight_word(weight) for weight in Weight}) == len(Weight)


def test_list_shows_all_problems_and_enter_goes_there(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    press(Key.Key_F7, CONTROL)
    assert view.drawers.problems is not None
    assert view.drawers.problems.view.model().rowCount() == len(view.findings()) == 7
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.isAncestorOf(focused())
    assert editor_of(focused()) is not None
    press(Key.Key_F7, CONTROL)
    assert view.drawers.problems.isHidden()


def test_sign_off_with_gaps_only_is_not_stopped(qtbot: QtBot) -> None:
    record = sample(NOW)
    del record["gd"]
    view = make_view(qtbot, record)
    asked: list[bool] = []
    view.sign_off_requested.connect(lambda: asked.append(True))
    press(Key.Key_F10)
    assert asked
    assert "1 कमी" in view.head.text()


def test_refused_sign_off_shows_what_came_back(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    words = Words("यह अभिलेख पहले से है।", "This record is there already.")
    view.show_problems([Problem(("distance",), "V99", words, Weight.REFUSE)])
    assert editor_of(focused()).asked.key == "distance"  # type: ignore[union-attr]
    assert any("पहले से है" in note for note in notes(view, "distance"))


def test_sections_carry_marks_and_words(qtbot: QtBot) -> None:
    record = sample(NOW)
    record["distance"] = "95"
    del record["accused"], record["contents"], record["scan"]
    view = make_view(qtbot, record)
    lines = view.section_list.lines()
    assert [line.mark for line in lines] == ["•", "✓", "!", "✓", "", "✓", ""]
    assert "ठीक करना है" in lines[2].said()
    assert "खाली" in lines[4].said()


def test_draft_is_kept_when_the_field_is_left(qtbot: QtBot) -> None:
    keep = Keeper()
    view = make_view(qtbot, keep=keep)
    said: list[str] = []
    view.saved.connect(said.append)
    type_text("0915")
    press(Key.Key_Return)
    assert keep.kept == [{"told_at": "2026-11-22T09:15"}]
    assert said == ["2026-11-22T10:42:07+05:30"]
    assert "सहेजा 10:42:07" in view.head.text()
    press(Key.Key_Return)
    assert len(keep.kept) == 1


def test_draft_is_kept_after_forty_keys_without_leaving(qtbot: QtBot) -> None:
    keep = Keeper()
    make_view(qtbot, form=make_form_of(Line("text", NAMED)), keep=keep)
    type_text("a" * (KEEP_AFTER_KEYS - 1))
    assert not keep.kept
    type_text("a")
    assert keep.kept == [{"text": "a" * KEEP_AFTER_KEYS}]


def test_draft_is_kept_within_two_seconds_of_typing(qtbot: QtBot) -> None:
    keep = Keeper()
    view = make_view(qtbot, form=make_form_of(Line("text", NAMED)), keep=keep)
    type_text("a")
    timer = view.draft.keep_timer
    assert timer.isActive()
    assert timer.interval() <= 2000
    timer.timeout.emit()
    assert keep.kept == [{"text": "a"}]


def test_failed_saving_is_said_and_tried_again(qtbot: QtBot) -> None:
    keep = Keeper()
    keep.broken = True
    view = make_view(qtbot, form=make_form_of(Line("text", NAMED)), keep=keep)
    type_text("a")
    assert not view.keep_now()
    assert "सहेजा नहीं जा सका" in view.head.text()
    assert "disk" not in view.head.text()
    assert view.draft.keep_timer.isActive()
    keep.broken = False
    view.draft.keep_timer.timeout.emit()
    assert keep.kept == [{"text": "a"}]
    assert "सहेजा नहीं" not in view.head.text()


def test_hidden_view_has_kept_everything(qtbot: QtBot) -> None:
    keep = Keeper()
    view = make_view(qtbot, form=make_form_of(Line("text", NAMED)), keep=keep)
    type_text("abc")
    view.hide()
    assert keep.kept[-1] == {"text": "abc"}


def test_steps_are_taken_back_over_fields_and_sections(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    type_text("0915")
    press(Key.Key_Return)
    type_text("1")
    press(Key.Key_F6)
    press(Key.Key_N, CONTROL)
    type_text("BNS")
    press(Key.Key_Return)
    full = view.letter()
    assert set(full) == {"told_at", "info_type", "acts"}
    press(Key.Key_Z, CONTROL)
    assert set(view.letter()) == {"told_at", "info_type"}
    press(Key.Key_Z, CONTROL)
    assert set(view.letter()) == {"told_at"}
    press(Key.Key_Z, CONTROL)
    assert view.letter() == {}
    for _ in range(3):
        press(Key.Key_Y, CONTROL)
    assert view.letter() == full


def test_only_the_open_section_has_editors(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    for section in FORM.sections:
        view.show_section(section.key)
        QApplication.processEvents()
        assert view.page is not None
        assert {p.asked.key for p in view.page.sheet.places} == {f.key for f in section.fields}
    assert editor(view, "contents").value() == sample(NOW)["contents"]


def test_finding_of_a_gap_stops_nothing() -> None:
    gap = Finding(Problem(("a",), "required", NAMED, Weight.GAP))
    reason = Finding(Problem(("a",), "V01", NAMED, Weight.REASON), settled=True)
    assert not gap.stops
    assert not reason.stops
