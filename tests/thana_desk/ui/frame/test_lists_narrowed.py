"""Lists worked by keys: narrowed, said in words, cleared, kept under a name, put into a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import records, saved_views
from thana_desk.actions.errors import HasProblems
from thana_desk.actions.wanted import EVERYTHING, Wanted
from thana_desk.ui.pages.records import RecordsPage

Make = Callable[[Path], Seat]
DOWN, ENTER, ESC = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def make_list(make_seat: Make, worked_home: Path) -> Callable[[str], Seat]:
    def make(role: str) -> Seat:
        seat = make_seat(worked_home)
        seat.window.take_desk(desk_in(worked_home, role))
        seat.settle()
        seat.frame.go("records")
        seat.settle()
        return seat

    return make


def shown(seat: Seat) -> list[str]:
    model = seat.front.model
    seat.settle()
    return [model.row_at(number).form_code for number in range(model.rowCount())]


def rested(seat: Seat) -> None:
    """Let the pause after typing pass without waiting for it."""
    for timer in (seat.front._asker, seat.front.panel._rest):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    seat.settle()


def test_a_list_is_narrowed_by_keys_said_in_words_and_cleared_by_one(
    make_list: Callable[[str], Seat],
) -> None:
    seat = make_list("moharir")
    everything = shown(seat)
    assert {"gd", "iif_1"} <= set(everything)
    assert seat.front.narrowed.isHidden()
    seat.press(Qt.Key.Key_L, ctrl=True)
    assert seat.window.focusWidget() is seat.front.panel.form
    name = seat.frame.desk.forms["iif_1"].short.hi
    seat.front.panel.form.setCurrentIndex(seat.front.panel.form.findText(name))
    assert shown(seat) == ["iif_1"]
    assert name in seat.front.narrowed.accessibleName()
    seat.press(ENTER)
    assert seat.window.focusWidget() is seat.front.view
    assert not seat.front.panel.isHidden(), "the conditions stay in sight"
    seat.press(Qt.Key.Key_0, ctrl=True)
    assert shown(seat) == everything
    assert seat.front.wanted == EVERYTHING
    assert seat.front.panel.isHidden()
    assert seat.front.narrowed.isHidden()


def test_a_wrong_section_is_said_beside_the_fields_and_keeps_the_list(
    make_list: Callable[[str], Seat],
) -> None:
    seat = make_list("moharir")
    before = shown(seat)
    seat.press(Qt.Key.Key_L, ctrl=True)
    seat.front.panel.section.setFocus()
    seat.type("xyz")
    rested(seat)
    assert not seat.front.panel.wrong.isHidden()
    assert "xyz" in seat.front.panel.wrong.words.hi
    assert shown(seat) == before
    assert seat.front.panel.section.text() == "xyz", "what was typed stays"
    seat.front.panel.section.selectAll()
    seat.type("303")
    rested(seat)
    assert seat.front.panel.wrong.isHidden()
    assert "iif_1" in shown(seat)
    assert len(shown(seat)) < len(before)


def test_days_are_typed_only_where_a_span_is_asked_for(make_list: Callable[[str], Seat]) -> None:
    seat = make_list("moharir")
    seat.press(Qt.Key.Key_L, ctrl=True)
    panel = seat.front.panel
    assert not panel.first.isEnabled()
    panel.period.setCurrentIndex(panel.period.findData("span"))
    seat.settle()
    assert panel.first.isEnabled()
    panel.first.setFocus()
    seat.type("24112026")
    rested(seat)
    assert shown(seat) == []
    assert not seat.front.none.isHidden()
    panel.first.setFocus()
    panel.first.selectAll()
    seat.type("32132026")
    rested(seat)
    assert not panel.wrong.isHidden()
    seat.press(ESC)
    assert panel.isHidden()
    assert isinstance(seat.front, RecordsPage), "Esc closes the conditions, not the list"


def test_one_key_changes_the_order(make_list: Callable[[str], Seat]) -> None:
    seat = make_list("moharir")
    newest = [seat.front.model.row_at(0).record_id]
    seat.press(Qt.Key.Key_O, ctrl=True)
    assert seat.front.wanted.order == "oldest"
    assert [seat.front.model.row_at(0).record_id] != newest
    for _turn in range(3):
        seat.press(Qt.Key.Key_O, ctrl=True)
    assert seat.front.wanted.order == "newest"


def test_a_list_is_kept_found_in_the_box_renamed_and_thrown_away(
    make_list: Callable[[str], Seat],
) -> None:
    seat = make_list("moharir")
    panel = seat.front.panel
    seat.press(Qt.Key.Key_L, ctrl=True)
    panel.form.setCurrentIndex(panel.form.findText(seat.frame.desk.forms["gd"].short.hi))
    seat.settle()
    seat.press(Qt.Key.Key_S, ctrl=True)
    assert seat.window.focusWidget() is seat.front.name.line
    seat.press(ENTER)
    assert "no_name" not in seat.frame.message.said_words().hi
    assert seat.frame.message.property("tone") == "wrong", "a list needs a name"
    seat.front.name.line.setFocus()
    seat.type("meri suchi")
    seat.press(ENTER)
    assert seat.frame.message.property("tone") == "done"
    seat.frame.go("today")
    seat.settle()
    seat.press(Qt.Key.Key_F2)
    seat.type("meri")
    seat.press(ENTER)
    assert isinstance(seat.front, RecordsPage)
    assert seat.front.wanted == Wanted(forms=("gd",))
    assert set(shown(seat)) == {"gd"}
    seat.press(Qt.Key.Key_M, ctrl=True)
    assert seat.page() == "KeptListsPage"
    seat.press(Qt.Key.Key_R, ctrl=True)
    seat.front.name.line.selectAll()
    seat.type("naya")
    seat.press(ENTER)
    assert saved_views.views(seat.frame.desk)[0].name.hi == "naya"
    seat.press(Qt.Key.Key_U, ctrl=True)
    usual = saved_views.usual(seat.frame.desk)
    assert usual is not None
    seat.frame.go("records")
    seat.settle()
    assert set(shown(seat)) == {"gd"}
    seat.frame.open_place("lists")
    seat.settle()
    seat.press(Qt.Key.Key_Delete)
    seat.press(Qt.Key.Key_Left, ENTER)
    assert [view.kind for view in saved_views.views(seat.frame.desk)][:1] == ["role"]


def test_a_list_of_the_role_is_not_changed(make_list: Callable[[str], Seat]) -> None:
    seat = make_list("moharir")
    seat.frame.open_place("lists")
    seat.settle()
    seat.press(Qt.Key.Key_Delete)
    assert seat.frame.message.property("tone") == "wrong"
    assert len(saved_views.views(seat.frame.desk)) >= 3


def test_a_kept_list_of_a_form_that_is_gone_opens_and_says_so(
    make_list: Callable[[str], Seat],
) -> None:
    from dataclasses import replace

    seat = make_list("moharir")
    desk = seat.frame.desk
    kept = saved_views.save(desk, "purani", Wanted(forms=("gd",)))
    row = desk.store.view(kept.view_id)
    assert row is not None
    desk.store.put_view(replace(row, wanted={"forms": ["gone"], "colour": "red"}))
    seat.frame.open_place("lists")
    seat.settle()
    seat.press(ENTER)
    assert isinstance(seat.front, RecordsPage)
    assert "gone" in seat.frame.message.said_words().hi
    assert shown(seat)


def test_a_list_goes_into_a_file_and_onto_paper(
    make_list: Callable[[str], Seat], tmp_path: Path
) -> None:
    seat = make_list("moharir")
    seat.press(Qt.Key.Key_L, ctrl=True)
    panel = seat.front.panel
    panel.form.setCurrentIndex(panel.form.findText(seat.frame.desk.forms["gd"].short.hi))
    seat.settle()
    count = seat.front.model.rowCount()
    target = tmp_path / "list.csv"
    seat.press(Qt.Key.Key_E, ctrl=True)
    seat.front.place.line.setText("list.csv")
    seat.press(ENTER)
    assert seat.frame.message.property("tone") == "wrong"
    seat.front.place.line.setText(str(target))
    seat.front.place.line.setFocus()
    seat.press(ENTER)
    assert len(target.read_text("utf-8-sig").splitlines()) == count + 1
    seat.press(Qt.Key.Key_F11)
    assert seat.page() == "PreviewPage"


def test_drafts_open_and_are_thrown_away_from_their_list(
    make_list: Callable[[str], Seat],
) -> None:
    seat = make_list("moharir")
    page = RecordsPage(seat.frame, wanted=Wanted(state="mine"))
    seat.frame.open(page)
    seat.settle()
    assert page.model.rowCount() == 1
    seat.press(Qt.Key.Key_Delete)
    seat.press(Qt.Key.Key_Left, ENTER)
    assert page.model.rowCount() == 0
    assert records.drafts(seat.frame.desk) == []


def test_an_entry_of_an_act_is_declined_only_with_a_reason(
    make_list: Callable[[str], Seat], worked_home: Path
) -> None:
    io = desk_in(worked_home, "io")
    fir = records.listing(io, ["iif_1"]).lines[0]
    letter = io.forms["iif_4"].sample(io.clock.now())
    try:
        records.register(io, "iif_4", letter, parent_id=fir.record_id)
    except HasProblems as error:
        reasons = {one.code: "नमूना कारण" for one in error.problems}
        records.register(io, "iif_4", letter, parent_id=fir.record_id, reasons=reasons)
    io.close()
    seat = make_list("moharir")
    page = RecordsPage(seat.frame, wanted=Wanted(state="left"))
    seat.frame.open(page)
    seat.settle()
    left = page.model.rowCount()
    assert left
    seat.press(Qt.Key.Key_Delete)
    assert type(seat.front).__name__ == "DeclinePage"
    seat.press(Qt.Key.Key_F10)
    assert type(seat.front).__name__ == "DeclinePage"
    seat.type("कागज पर लिखी गयी")
    seat.press(Qt.Key.Key_F10)
    assert seat.front is page
    assert page.model.rowCount() == left - 1


def test_counts_of_the_first_page_open_their_rows_by_keys(
    make_list: Callable[[str], Seat],
) -> None:
    seat = make_list("moharir")
    seat.frame.go("today")
    seat.settle()
    counted = seat.front._home.counts[0].value
    seat.press(Qt.Key.Key_1, ctrl=True)
    assert isinstance(seat.front, RecordsPage)
    assert len(shown(seat)) == counted
    assert not seat.front.narrowed.isHidden()


def test_codes_are_found_and_hidden_by_keys(make_list: Callable[[str], Seat]) -> None:
    from forms.codes.shipped import take_over

    seat = make_list("sho")
    try:
        seat.frame.open_place("codes")
        seat.settle()
        assert seat.window.focusWidget() is seat.front.line
        seat.type("OCCUPATION FARMER")
        seat.front._rest.stop()
        seat.front.refresh()
        seat.settle()
        assert seat.front.model.rowCount() == 1
        assert not seat.front.used.isHidden()
        seat.press(DOWN)
        seat.press(Qt.Key.Key_H, ctrl=True)
        assert seat.front.model.row_at(0).here
        seat.press(Qt.Key.Key_H, ctrl=True)
        assert not seat.front.model.row_at(0).hidden
    finally:
        take_over({})


def test_who_may_not_hide_codes_has_no_key_for_it(make_list: Callable[[str], Seat]) -> None:
    seat = make_list("io")
    seat.frame.open_place("codes")
    seat.settle()
    offered = seat.front.keys()
    assert "Ctrl+H" not in [key.shown for key in offered]


def test_columns_are_chosen_and_kept_with_the_list(make_list: Callable[[str], Seat]) -> None:
    seat = make_list("moharir")
    usual = [column.words.en for column in seat.front.model.columns]
    seat.press(Qt.Key.Key_L, ctrl=True)
    box = seat.front.panel.columns["officer"]
    box.setFocus()
    seat.press(Qt.Key.Key_Space)
    seat.front.panel.columns["gaps"].setFocus()
    seat.press(Qt.Key.Key_Space)
    now = [column.words.en for column in seat.front.model.columns]
    assert set(usual) - set(now) == {"Officer"}
    assert set(now) - set(usual) == {"Gaps"}
    view = saved_views.save(seat.frame.desk, "columns", seat.front.wanted)
    page = RecordsPage(seat.frame, view=view)
    seat.frame.open(page)
    seat.settle()
    assert [column.words.en for column in page.model.columns] == now
    box = page.panel.columns["officer"]
    page.panel.show()
    for name in ("officer", "gaps"):
        page.panel.columns[name].setFocus()
        seat.press(Qt.Key.Key_Space)
    assert page.wanted == EVERYTHING, "the usual columns again are no choice"
