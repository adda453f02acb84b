"""Nothing is cut, nothing overlaps, nothing scrolls sideways: in both languages, at every size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forms.kit.letter import Letter
from tests.thana_desk.ui.desk_view import make_view
from tests.thana_desk.ui.sample_form import NOW, sample
from thana_desk.ui import theme
from thana_desk.ui.editors.label import FieldLabel
from thana_desk.ui.editors.margins import KeyBar
from thana_desk.ui.editors.measure import text_height
from thana_desk.ui.editors.rows import RowsEditor
from thana_desk.ui.editors.sheet import Sheet
from thana_desk.ui.form_view import FormView
from thana_desk.ui.reading import reading


def overfull() -> Letter:
    """Long names, forty accused, two thousand words, problems everywhere."""
    letter = sample(NOW)
    long_name = "बहुत लम्बा नमूना नाम " * 15
    letter["accused"] = [{"name": f"{long_name}{n}", "age": 999} for n in range(40)]
    letter["contents"] = "नकल तहरीर हिन्दी वादी नमूना शब्द क्षेत्र र्कि ट्ट्ठ " * 250
    letter["address"]["village"] = "नमूनापुर" * 45
    letter["gd"]["title"] = long_name
    letter["occurred_at"] = "2026-11-22T10:50"
    letter["distance"] = "95"
    return letter


@pytest.fixture(params=[("hi", 100), ("en", 100), ("hi", 150), ("en", 150)])
def reader(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Each order of languages at the ordinary and the largest text size."""
    lang, size = reading.lang, reading.size
    reading.choose(lang=request.param[0], size=request.param[1])
    qapp.setFont(theme.font())
    yield
    reading.choose(lang=lang, size=size)
    qapp.setFont(theme.font())


def open_all(view: FormView) -> Iterator[QWidget]:
    """Every section as a page, rows opened."""
    view.near.all_said = True
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for editor in list(view.page.sheet.editors()):
            if isinstance(editor, RowsEditor):
                editor.open_row(0)
        view.check_now()
        view.arrange()
        QApplication.processEvents()
        yield view.page


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("letter", [{}, sample(NOW), overfull()], ids=["empty", "ordinary", "full"])
def test_everything_lies_inside_the_page_and_beside_each_other(
    qtbot: QtBot, letter: Letter
) -> None:
    view = make_view(qtbot, letter)
    for page in open_all(view):
        assert page.width() <= view.pages.viewport().width()
        for sheet in page.findChildren(Sheet):
            if not sheet.isVisible():
                continue
            children = [c for c in sheet.children() if isinstance(c, QWidget) and c.isVisible()]
            rooms = [(child, child.geometry()) for child in children]
            for child, room in rooms:
                corner = child.mapTo(page, QPoint(0, 0))
                assert corner.x() >= 0, child
                assert corner.x() + room.width() <= page.width(), child
                assert corner.y() + room.height() <= page.height(), child
                assert sheet.rect().contains(room), (child, sheet.rect(), room)
            for number, (child, room) in enumerate(rooms):
                for other, second in rooms[number + 1 :]:
                    assert not room.intersects(second), (child, other)


@pytest.mark.usefixtures("reader")
def test_labels_and_lines_have_room_for_matras(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    for page in open_all(view):
        for label in page.findChildren(FieldLabel):
            if label.isVisible():
                needed = text_height(label.first, label.width() - label.item_width)
                assert label.height() >= needed
                assert label.width() - label.item_width > 40
        for line in page.findChildren(QLineEdit):
            if line.isVisible():
                assert line.height() >= QFontMetrics(line.font()).height() + 6


@pytest.mark.usefixtures("reader")
def test_echo_of_a_field_lies_inside_its_sheet(qtbot: QtBot) -> None:
    view = make_view(qtbot, overfull())
    for page in open_all(view):
        for sheet in page.findChildren(Sheet):
            for place in sheet.places:
                if place.is_shown and place.echo_room is not None and sheet.isVisible():
                    assert sheet.rect().contains(place.echo_room)
                    assert place.editor is not None
                    needed = text_height(place.editor.echo, place.echo_room.width(), 0.8)
                    assert place.echo_room.height() >= needed


@pytest.mark.usefixtures("reader")
def test_keys_of_the_foot_all_lie_inside(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    bar = view.key_bar
    assert isinstance(bar, KeyBar)
    bar.repaint()
    assert bar.height() >= bar.sizeHint().height()
    for room, cap in bar._rooms:
        assert bar.rect().contains(QRect(room)), cap.label


def test_columns_of_nested_groups_are_in_line(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    view.show_section("informant")
    view.arrange()
    assert view.page is not None
    lefts = {
        line.mapTo(view.page, QPoint(0, 0)).x()
        for line in view.page.findChildren(QLineEdit)
        if line.isVisible()
    }
    assert len(lefts) == 1


def test_line_too_long_for_its_field_is_shown_in_full_below(qtbot: QtBot) -> None:
    village = "बहुत लम्बा नमूना नाम " * 15
    view = make_view(qtbot, {"address": {"village": village.strip()}})
    assert view.go_to(("address", "village"))
    view.next_section(-1)
    assert view.go_to(("address", "village"))
    found = view.page.sheet.editor_at(("address", "village")) if view.page else None
    assert found is not None
    found.left()
    assert found.echo == village.strip()


def test_text_grows_with_what_is_written(qtbot: QtBot) -> None:
    view = make_view(qtbot, {"contents": "एक"})
    view.show_section("contents")
    view.arrange()
    assert view.page is not None
    prose = view.page.sheet.places[0].editor
    assert prose is not None
    before = prose.widget.height()
    view.set_letter({"contents": "पंक्ति\n" * 60})
    assert prose.widget.height() > before * 4
    assert view.page.height() > prose.widget.height()


def test_words_change_with_the_order_of_languages(qtbot: QtBot) -> None:
    lang = reading.lang
    view = make_view(qtbot, sample(NOW))
    assert view.page is not None
    label = view.page.sheet.places[1].label
    assert label is not None
    reading.choose(lang="en")
    assert label.first == "Information received at"
    reading.choose(lang="hi")
    assert label.first == "सूचना प्राप्त होने का दिनांक व समय"
    reading.choose(lang=lang)
