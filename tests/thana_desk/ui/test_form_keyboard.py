"""The whole form is filled, corrected and signed off with the keyboard alone."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from forms.kit.fields import Date, DateTime, Line, LongText, Money, Number, YesNo
from forms.kit.letter import Letter
from forms.kit.words import Words
from tests.thana_desk.ui.desk_view import (
    CONTROL,
    SHIFT,
    Key,
    editor,
    focused,
    make_form_of,
    make_view,
    press,
    type_text,
)
from tests.thana_desk.ui.sample_form import DIRECTION, NOW, sample
from thana_desk.ui.editors.draft import TYPED
from thana_desk.ui.editors.editor import PossibleSame, editor_of
from thana_desk.ui.editors.rows import RowsEditor
from thana_desk.ui.form_view import FormView

pytestmark = pytest.mark.usefixtures("hindi_first")
NAMED = Words("नमूना", "Sample")


def key_here() -> str:
    """The key of the field with the keyboard."""
    found = editor_of(focused())
    assert found is not None
    return found.asked.key


def test_enter_goes_through_the_fields_in_official_order(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    visited = [key_here()]
    while len(visited) < 40:
        if key_here() in ("contents", "delay"):
            press(Key.Key_Tab)
        else:
            press(Key.Key_Return)
        if key_here() == visited[-1]:
            break
        visited.append(key_here())
    assert visited == [
        "told_at", "info_type", "gd", "acts", "occurred_at", "noticed", "direction", "distance",
        "outside", "village", "landmark", "pincode", "name", "father", "gender", "age", "phone",
        "uid", "village", "landmark", "pincode", "born", "told_by", "injuries", "accused",
        "value", "vehicles", "contents", "scan",
    ]  # fmt: skip
    assert view.letter() == {}


def test_shift_enter_goes_back_over_sections(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.show_section("event")
    view.next_section(0)
    press(Key.Key_Return, SHIFT)
    assert key_here() == "acts"


def test_tab_and_enter_go_the_same_way(qtbot: QtBot) -> None:
    make_view(qtbot)
    press(Key.Key_Tab)
    assert key_here() == "info_type"
    press(Key.Key_Return)
    assert key_here() == "gd"
    press(Key.Key_Backtab, SHIFT)
    assert key_here() == "info_type"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("22112026", "2026-11-22"), ("22/11/26", "2026-11-22"), ("-1", "2026-11-21"), ("", None)],
)
def test_date_is_typed_short(qtbot: QtBot, typed: str, stored: str | None) -> None:
    view = make_view(qtbot, form=make_form_of(Date("day", NAMED)))
    type_text(typed)
    assert view.letter().get("day") == stored
    press(Key.Key_Return)
    assert view.letter().get("day") == stored


def test_day_to_come_is_typed_with_plus(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(Date("day", NAMED, future=True)))
    type_text("+1")
    assert view.letter() == {"day": "2026-11-23"}
    assert "सोमवार, 23 नवम्बर 2026" in editor(view, "day").echo


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("22112026 1042", "2026-11-22T10:42"),
        ("221120261042", "2026-11-22T10:42"),
        ("0915", "2026-11-22T09:15"),
        ("aaj 9:15", "2026-11-22T09:15"),
        ("21/11/26 2330", "2026-11-21T23:30"),
    ],
)
def test_moment_is_typed_short(qtbot: QtBot, typed: str, stored: str) -> None:
    view = make_view(qtbot, form=make_form_of(DateTime("at", NAMED)))
    type_text(typed)
    assert view.letter() == {"at": stored}
    press(Key.Key_Return)
    assert view.letter() == {"at": stored}


def test_day_without_an_hour_is_no_moment(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(DateTime("at", NAMED)))
    type_text("22112026")
    assert view.letter() == {TYPED: {"at": "22112026"}}
    assert "समय भी लिखें" in editor(view, "at").echo


def test_unreadable_typing_is_kept_and_said(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(Number("age", NAMED), Line("next", NAMED)))
    type_text("12x")
    press(Key.Key_Return)
    assert view.letter() == {TYPED: {"age": "12x"}}
    assert view.answers() == {}
    (finding,) = view.findings()
    assert (finding.path, finding.problem.code, finding.stops) == (("age",), "unread", True)
    assert view.page is not None
    (note,) = view.page.sheet.places[0].notes
    assert "12x" in note.accessibleName()


def test_money_is_grouped_and_said_in_words(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(Money("sum", NAMED), Line("next", NAMED)))
    type_text("1234567.50")
    money = editor(view, "sum")
    assert "बारह लाख चौंतीस हजार पाँच सौ सड़सठ" in money.echo
    press(Key.Key_Return)
    assert money.widget.text() == "12,34,567.50"  # type: ignore[attr-defined]  # a line
    assert view.letter() == {"sum": "1234567.50"}


def test_choice_is_typed_in_either_language_or_by_code(qtbot: QtBot) -> None:
    from forms.kit.fields import Choice

    form = make_form_of(Choice("way", NAMED, choices=DIRECTION), Line("next", NAMED))
    for typed, stored in (("south-w", "SW"), ("NE", "NE"), ("wes", "W")):
        view = make_view(qtbot, form=form)
        type_text(typed)
        press(Key.Key_Return)
        assert view.letter() == {"way": stored}
        assert key_here() == "next"
        view.close()


def test_whole_list_opens_with_f4_and_is_walked_with_arrows(qtbot: QtBot) -> None:
    from forms.kit.fields import Choice

    view = make_view(
        qtbot, form=make_form_of(Choice("way", NAMED, choices=DIRECTION), Line("next", NAMED))
    )
    press(Key.Key_F4)
    for _ in range(3):
        press(Key.Key_Down)
    press(Key.Key_Return)
    assert key_here() == "next"
    assert view.letter() == {"way": "E"}


def test_several_are_ticked_from_the_list(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.go_to(("injuries",))
    press(Key.Key_F4)
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert view.letter() == {"injuries": ["HEAD", "LEG"]}
    view.go_to(("injuries",))
    type_text("fac")
    press(Key.Key_Return)
    assert view.letter() == {"injuries": ["HEAD", "LEG", "FACE"]}
    view.go_to(("injuries",))
    press(Key.Key_Backspace)
    assert view.letter() == {"injuries": ["HEAD", "LEG"]}


def test_few_options_are_chosen_by_digit_letter_or_arrow(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    press(Key.Key_Return)
    type_text("2")
    assert view.letter() == {"info_type": "O"}
    type_text("w")
    assert view.letter() == {"info_type": "W"}
    press(Key.Key_Right)
    assert view.letter() == {"info_type": "O"}
    press(Key.Key_Backspace)
    assert view.letter() == {}


def test_yes_no_has_three_states(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(YesNo("yes", NAMED)))
    assert view.letter() == {}
    type_text("y")
    assert view.letter() == {"yes": True}
    type_text("n")
    assert view.letter() == {"yes": False}
    for stored in ({}, {"yes": True}, {"yes": False}, {}, {"yes": True}):
        press(Key.Key_Space)
        assert view.letter() == stored
    press(Key.Key_Delete)
    assert view.letter() == {}


def test_enter_in_long_text_is_a_new_line_and_tab_leaves(qtbot: QtBot) -> None:
    view = make_view(qtbot, form=make_form_of(LongText("text", NAMED), Line("next", NAMED)))
    type_text("one")
    press(Key.Key_Return)
    type_text("two")
    press(Key.Key_Tab)
    assert key_here() == "next"
    assert view.letter() == {"text": "one\ntwo"}
    assert editor(view, "text").echo == "2 शब्द"


def test_rows_are_added_filled_and_removed_by_keys(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.show_section("law")
    view.next_section(0)
    press(Key.Key_N, CONTROL)
    type_text("BNS")
    press(Key.Key_Return)
    type_text("115")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.letter() == {"acts": [{"act": "BNS", "section": "115(2)"}]}
    view.go_to(("acts", 0, "act"))
    press(Key.Key_Insert)
    type_text("IT")
    assert view.letter()["acts"][1] == {"act": "IT"}
    press(Key.Key_Delete, CONTROL)
    assert view.letter() == {"acts": [{"act": "BNS", "section": "115(2)"}]}
    press(Key.Key_Z, CONTROL)
    assert view.letter()["acts"][1] == {"act": "IT"}
    press(Key.Key_Y, CONTROL)
    assert len(view.letter()["acts"]) == 1


def test_lines_of_rows_are_walked_and_opened(qtbot: QtBot) -> None:
    view = make_view(qtbot, sample(NOW))
    view.show_section("accused")
    view.next_section(0)
    press(Key.Key_Down)
    press(Key.Key_Return)
    rows = editor(view, "accused")
    assert isinstance(rows, RowsEditor)
    assert (rows.current, rows.is_open) == (1, True)
    assert key_here() == "name"
    press(Key.Key_End)
    type_text("x")
    assert view.letter()["accused"][1]["name"] == "नमूना दोx"
    assert view.letter()["accused"][0] == sample(NOW)["accused"][0]


def test_only_the_open_row_has_widgets(qtbot: QtBot) -> None:
    def widgets(count: int) -> int:
        accused = [{"name": f"नमूना {number}"} for number in range(count)]
        view = make_view(qtbot, {"accused": accused})
        view.go_to(("accused", count - 1, "name"))
        from PySide6.QtWidgets import QWidget

        return len(view.findChildren(QWidget))

    assert widgets(300) == widgets(3)


def test_known_person_is_offered_and_fills_the_group(qtbot: QtBot) -> None:
    known: Letter = {"name": "नमूना कुमार", "father": "काल्पनिक", "address": {"village": "नमूनापुर"}}
    view = make_view(qtbot, known_persons=lambda: [known])
    view.go_to(("informant", "name"))
    assert "1" in editor_of(focused()).echo  # type: ignore[union-attr]  # an editor has it
    press(Key.Key_F4)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.letter() == {"informant": known}
    press(Key.Key_Z, CONTROL)
    assert view.letter() == {}


def test_somebody_on_record_is_hinted_at_and_fills_the_blanks_by_key(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    asked: list[Letter] = []

    def look(answers: Any, take: Any) -> None:
        asked.append(dict(answers))
        known = {"name": "नमूना कुमार", "father": "काल्पनिक", "address": {"village": "नमूनापुर"}}
        take([PossibleSame(Words("नमूना कुमार: वही फोन", "Namuna Kumar: same phone"), known)])

    view.near.possible_same = look
    view.go_to(("informant", "name"))
    type_text("Namuna")
    here = editor_of(focused())
    assert here is not None
    qtbot.waitUntil(lambda: "वही फोन" in here.echo or "same phone" in here.echo)
    assert asked == [{"name": "Namuna"}]
    press(Key.Key_J, CONTROL)
    assert view.letter()["informant"] == {
        "name": "Namuna",
        "father": "काल्पनिक",
        "address": {"village": "नमूनापुर"},
    }
    press(Key.Key_Z, CONTROL)
    assert view.letter() == {"informant": {"name": "Namuna"}}


def test_escape_closes_an_open_list_before_it_leaves(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.go_to(("direction",))
    left: list[bool] = []
    view.back_requested.connect(lambda: left.append(True))
    press(Key.Key_F4)
    press(Key.Key_Escape)
    assert not left
    press(Key.Key_Escape)
    assert left


def test_f6_goes_through_the_sections(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    here = []
    for _ in range(8):
        assert view.page is not None
        here.append(view.page.section.key)
        press(Key.Key_F6)
    assert here == [
        "station", "law", "event", "informant", "accused", "property", "contents", "station",
    ]  # fmt: skip
    press(Key.Key_F6, SHIFT)
    assert view.page is not None
    assert view.page.section.key == "station"


def test_f8_attaches_what_the_callback_brings(qtbot: QtBot) -> None:
    kept = sample(NOW)["scan"]
    view = make_view(qtbot, attach=lambda asked: dict(kept))
    view.show_section("contents")
    view.next_section(0)
    press(Key.Key_F8)
    assert view.letter() == {"scan": kept}
    assert "33 KB" in editor(view, "scan").echo


def test_f8_adds_a_row_for_every_further_file(qtbot: QtBot) -> None:
    from forms.kit.fields import Attachment, Group, Rows

    files = Rows("files", NAMED, row=Group("file", NAMED, parts=(Attachment("file", NAMED),)))
    kept = sample(NOW)["scan"]
    view = make_view(qtbot, form=make_form_of(Line("first", NAMED), files), attach=lambda _: kept)
    press(Key.Key_F8)
    press(Key.Key_F8)
    assert view.letter() == {"files": [{"file": kept}, {"file": kept}]}


def test_f8_never_replaces_a_file_from_another_field(qtbot: QtBot) -> None:
    from forms.kit.fields import Attachment

    kept, other = sample(NOW)["scan"], {**sample(NOW)["scan"], "name": "दूसरी.png"}
    form = make_form_of(Line("first", NAMED), Attachment("scan", NAMED))
    view = make_view(qtbot, {"scan": kept}, form=form, attach=lambda _: other)
    press(Key.Key_F8)
    assert view.letter() == {"scan": kept}


def test_f4_picks_a_record(qtbot: QtBot) -> None:
    record = sample(NOW)["gd"]
    view = make_view(qtbot, pick_record=lambda asked: dict(record))
    view.go_to(("gd",))
    press(Key.Key_F4)
    assert view.letter() == {"gd": record}
    press(Key.Key_Delete)
    assert view.letter() == {}


def test_help_says_what_and_on_which_basis(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.go_to(("outside",))
    press(Key.Key_F1)
    assert view.drawers.help is not None
    assert "शून्य प्रथम सूचना" in view.drawers.help.text()
    assert "BNSS 173(1)" in view.drawers.help.text()
    press(Key.Key_Return)
    assert "धारा 173" in view.drawers.help.text()


def test_every_field_tells_a_screen_reader_its_name(qtbot: QtBot) -> None:
    view: FormView = make_view(qtbot, sample(NOW))
    for section in view.sections():
        view.show_section(section.key)
        assert view.page is not None
        for stop in view.page.sheet.stops():
            assert stop.accessibleName()


def test_a_known_person_brings_only_what_the_form_has_a_field_for(qtbot: QtBot) -> None:
    other: Letter = {
        "name": "नमूना कुमार",
        "injury": "NONE",
        "address": {"village": "नमूनापुर", "verified": True},
    }
    view = make_view(qtbot, known_persons=lambda: [other])
    view.go_to(("informant", "name"))
    press(Key.Key_F4)
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.letter() == {"informant": {"name": "नमूना कुमार", "address": {"village": "नमूनापुर"}}}


def test_who_is_called_so_stands_before_whose_father_is(qtbot: QtBot) -> None:
    known: list[Letter] = [
        {"name": "Udaharan", "father": "Namuna"},
        {"name": "Ram Namuna"},
        {"name": "Namuna Ram"},
    ]
    view = make_view(qtbot, known_persons=lambda: known)
    view.go_to(("informant", "name"))
    type_text("namuna")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.letter() == {"informant": {"name": "Namuna Ram"}}


def test_an_officer_of_the_station_fills_the_group(qtbot: QtBot) -> None:
    from forms.parts.officer import officer

    known: Letter = {"name": "Misal Singh", "rank": "SI", "pno": "000000003"}
    form = make_form_of(Line("first", NAMED), officer("io", NAMED))
    view = make_view(qtbot, form=form, known_officers=lambda: [known])
    press(Key.Key_Return)
    type_text("mis")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert view.letter() == {"io": known}
