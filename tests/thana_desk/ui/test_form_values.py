"""What stands on the screen is what is in the letter: nothing invented, nothing lost."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from forms.kit.fields import Line
from forms.kit.form import walk
from forms.kit.words import Words
from tests.thana_desk.ui.desk_view import editor, make_form_of, make_view
from tests.thana_desk.ui.sample_form import ADDRESS, FORM, NOW, sample
from thana_desk.ui.editors.draft import TYPED
from thana_desk.ui.form_view import FormView

pytestmark = pytest.mark.usefixtures("hindi_first")

KINDS = {type(one).__name__: one for one in walk(tuple(FORM.fields()))}


def visit_all(view: FormView) -> None:
    """Open every section and every row, and go through all fields."""
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for number, stop in enumerate(view.page.sheet.stops()):
            stop.setFocus()
            assert view.page.sheet.stops()[number] is stop


def test_the_sample_form_has_every_kind() -> None:
    from thana_desk.ui.editors.editor import kind_editor

    assert {kind.__name__ for kind in kind_editor.registry} - {"Field", "object"} <= set(KINDS)


def test_blank_form_stays_blank_when_visited(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    visit_all(view)
    assert view.letter() == {}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_blank_field_of_every_kind_gives_nothing(qtbot: QtBot, kind: str) -> None:
    view = make_view(qtbot, form=make_form_of(KINDS[kind]))
    visit_all(view)
    assert view.letter() == {}


def test_sample_comes_back_exactly_when_visited(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    visit_all(view)
    assert view.letter() == sample(NOW)


def test_every_answer_is_shown_as_people_read_it(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    shown: dict[str, str] = {}
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for place in view.page.sheet.places:
            text = getattr(place.editor.widget if place.editor else None, "text", None)
            if text is not None:
                shown[place.asked.key] = text()
    assert shown["told_at"] == "22-11-2026 10:42"
    assert shown["born"] == "29-02-1992"
    assert shown["direction"] == "उत्तर-पूर्व"
    assert shown["outside"] == "हाँ"
    assert shown["value"] == "12,50,000.50"
    assert shown["vehicles"] == "0"
    assert shown["told_by"] == "लिखित, मौखिक"
    assert shown["gd"] == "14 · रपट नमूना"


@pytest.mark.parametrize(
    ("key", "strange"),
    [
        ("told_at", "कल रात"),
        ("told_at", 5),
        ("vehicles", "बारह"),
        ("distance", "1e9"),
        ("direction", "ZZ"),
        ("direction", "OLD"),
        ("outside", "yes"),
        ("accused", "नमूना"),
        ("accused", [None, "x", {"name": "नमूना"}]),
        ("informant", ["x"]),
        ("informant", {"unknown": 1, "name": "नमूना"}),
        ("injuries", ["OLD", "HEAD"]),
        ("scan", {"sha256": 4}),
        ("gd", "14"),
        ("other", {"a": 1}),
    ],
)
def test_value_of_a_strange_shape_is_not_lost(qtbot: QtBot, key: str, strange: Any) -> None:
    view = make_view(qtbot, {key: strange})
    visit_all(view)
    assert view.letter() == {key: strange}


def test_hidden_answer_is_kept_and_comes_back(qtbot: QtBot) -> None:
    view = make_view(qtbot, {"outside": True, "other_station": "थाना नमूना"})
    view.show_section("event")
    assert view.page is not None
    outside = view.page.sheet.editor_at(("outside",))
    assert outside is not None
    outside.set_value(False)
    outside.edited()
    assert view.page.sheet.editor_at(("other_station",)) is None
    assert view.letter()["other_station"] == "थाना नमूना"
    outside.set_value(True)
    outside.edited()
    station = view.page.sheet.editor_at(("other_station",))
    assert station is not None
    assert station.value() == "थाना नमूना"


def test_unreadable_typing_comes_back_from_a_draft(qtbot: QtBot) -> None:
    draft = {
        "accused": [{"name": "नमूना"}],
        TYPED: {"accused.1.age": "बीस-इक्कीस", "accused.2.age": "पता नहीं", "told_at": "सुबह-सुबह"},
    }
    view = make_view(qtbot, draft)
    visit_all(view)
    assert view.letter() == draft
    assert view.answers() == {"accused": [{"name": "नमूना"}]}
    assert view.go_to(("accused", 1, "age"))
    assert view.letter() == draft


def test_masked_answer_is_in_no_widget(qtbot: QtBot) -> None:
    secret = "0000 0000 0000"
    view = make_view(qtbot, sample(NOW), read_only=True, masked=True)
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for stop in view.page.sheet.stops():
            assert secret not in getattr(stop, "text", lambda: "")()
            assert secret not in stop.accessibleName() + stop.accessibleDescription()
    assert view.go_to(("informant", "uid"))
    assert view.letter() == sample(NOW)


def test_masked_answer_is_not_in_the_line_of_a_row(qtbot: QtBot) -> None:
    view = make_view(
        qtbot, {"accused": [{"name": "नमूना", "uid": "4321"}]}, read_only=True, masked=True
    )
    view.show_section("accused")
    assert view.page is not None
    rows = view.page.sheet.editor_at(("accused",))
    assert "नमूना" in rows.summary(0)  # type: ignore[union-attr]  # a RowsEditor
    assert "4321" not in rows.summary(0)  # type: ignore[union-attr]


def test_read_only_record_cannot_be_changed_by_keys(qtbot: QtBot) -> None:
    from tests.thana_desk.ui.desk_view import CONTROL, Key, press, type_text

    view = make_view(qtbot, sample(NOW), read_only=True)
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for stop in view.page.sheet.stops():
            stop.setFocus()
            type_text("x1y")
            press(Key.Key_Delete)
            press(Key.Key_N, CONTROL)
            press(Key.Key_Delete, CONTROL)
    assert view.letter() == sample(NOW)


def test_group_shows_another_record_when_refilled(qtbot: QtBot) -> None:
    view = make_view(qtbot, {"address": {"village": "ग्राम एक"}}, form=make_form_of(ADDRESS))
    view.set_letter({"address": {"pincode": "209999"}})
    visit_all(view)
    assert view.letter() == {"address": {"pincode": "209999"}}


def test_a_text_that_fits_its_line_is_not_said_twice(qtbot: QtBot) -> None:
    text = "दो वर्ष पूर्व, रेलवे स्टेशन नमूनागंज पर मिले"
    named = Words("नमूना", "Sample")
    view = make_view(qtbot, {"where": text}, form=make_form_of(Line("where", named)))
    assert editor(view, "where").echo == ""
    view.resize(480, 692)
    view.arrange()
    assert editor(view, "where").echo == text
