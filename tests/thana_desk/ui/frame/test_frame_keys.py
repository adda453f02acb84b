"""A day at the desk by keys alone: sign in, open the diary, read, print, lock, switch."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import demo, people, records
from thana_desk.storage.keys import TRIES
from thana_desk.ui.reading import reading

K = Qt.Key


def test_the_arrow_keys_and_enter_sign_an_officer_in(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(home)
    seat.sign_in("moharir")
    assert seat.frame.desk.session.role == "moharir"
    assert seat.page() == "TodayPage"


def test_a_wrong_password_signs_nobody_in_and_says_so(
    home: Path, make_seat: Callable[[Path], Seat], qtbot: QtBot
) -> None:
    seat = make_seat(home)
    seat.sign_in("sho", "not-the-password")
    assert seat.window.frame is None
    assert seat.window.entry_page().said.words.hi
    assert seat.window.entry_page().password.text() == ""
    assert seat.window.focusWidget() is seat.window.entry_page().password
    seat.type(demo.PASSWORD)
    seat.press(K.Key_Return)
    qtbot.waitUntil(lambda: seat.window.frame is not None, timeout=20_000)
    seat.settle()
    assert seat.frame.desk.session.role == "sho"


def test_while_a_login_is_held_typing_waits_and_the_seconds_are_said(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    (home / "keys" / TRIES).write_text("somebody wrote into this file")
    seat = make_seat(home)
    seat.sign_in("sho", "wrong-one")
    entry = seat.window.entry_page()
    assert not entry.password.isEnabled()
    assert any(digit in entry.said.words.hi for digit in "123456789")


def test_the_diary_opens_and_closes_by_keys_and_closing_asks_first(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(home)
    seat.window.take_desk(desk_in(home, "moharir"))
    seat.settle()
    seat.press(K.Key_2)
    assert seat.page() == "DiaryPage"
    seat.press(K.Key_Return)
    assert not seat.frame.message.isHidden()
    page = seat.front
    assert page.model.rowCount() == 1
    page.close_push.setFocus()
    seat.press(K.Key_Return)
    assert page.model.rowCount() == 1, "the question came first"
    seat.press(K.Key_Return)
    assert page.model.rowCount() == 1, "Enter alone means no"
    page.close_push.setFocus()
    seat.press(K.Key_Return, K.Key_Left, K.Key_Return)
    assert page.model.rowCount() == 2


def test_list_record_and_paper_are_reached_and_left_by_keys(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.press(K.Key_3)
    assert seat.page() == "FirPage"
    seat.press(K.Key_Return)
    assert seat.page() == "RecordPage"
    assert "0001/2026" in seat.front.title.hi
    seat.press(K.Key_F11)
    assert seat.page() == "PreviewPage"
    assert len(seat.front.view_pages()) >= 1
    seat.press(K.Key_Escape)
    assert seat.page() == "RecordPage"
    seat.press(K.Key_Escape)
    assert seat.page() == "FirPage"
    seat.press(K.Key_Escape)
    assert seat.page() == "TodayPage"


def test_the_pages_can_be_kept_as_a_pdf_without_a_dialog(
    worked_home: Path, make_seat: Callable[[Path], Seat], tmp_path: Path
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.press(K.Key_3, K.Key_Return, K.Key_F11)
    seat.press(K.Key_S, ctrl=True)
    seat.type(str(tmp_path / "fir.pdf"))
    seat.press(K.Key_Return)
    assert (tmp_path / "fir.pdf").read_bytes().startswith(b"%PDF")


def test_typing_goes_on_where_it_was_after_going_back(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    desk = desk_in(home, "moharir")
    seat = make_seat(home)
    seat.window.take_desk(desk)
    seat.settle()
    seat.press(K.Key_G, ctrl=True)
    assert seat.page() == "NewEntryPage"
    seat.press(K.Key_Return)
    assert seat.page() == "FormPage"
    form = seat.front
    assert form.view.go_to(("brief",))
    seat.type("ramnagar")
    seat.press(K.Key_Escape)
    draft = records.drafts(desk)[0]
    kept = records.open_draft(desk, draft.draft_id)
    assert kept.letter["gd_type"]
    assert kept.letter["brief"]


def test_signing_off_a_form_gives_the_record_and_says_its_number(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    from thana_desk.ui.pages.form import open_draft

    desk = desk_in(worked_home, "moharir")
    seat = make_seat(worked_home)
    seat.window.take_desk(desk)
    seat.settle()
    open_draft(seat.frame, records.drafts(desk)[0].draft_id)
    seat.settle()
    assert seat.page() == "FormPage"
    seat.press(K.Key_F10)
    assert seat.page() == "RecordPage"
    assert "0002/2026" in seat.front.title.hi
    assert "0002/2026" in seat.frame.message.said_words().hi
    assert records.drafts(desk) == []


def test_the_go_to_box_finds_forms_pages_and_records_in_either_script(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    for typed, page in (
        ("regis", "RegistersPage"),
        ("रजिस्टर", "RegistersPage"),
        ("sett", "SettingsPage"),
    ):
        seat.press(K.Key_F2)
        seat.type(typed)
        seat.press(K.Key_Return)
        assert seat.page() == page, typed
    seat.press(K.Key_F2)
    seat.type("0001/2026")
    seat.press(K.Key_Shift)
    seat.frame.box.ask_now()
    seat.settle()
    seat.press(K.Key_Return)
    assert seat.page() == "RecordPage"


def test_the_lock_covers_everything_and_only_the_own_password_opens_it(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.press(K.Key_3, K.Key_F12)
    assert seat.window.is_locked()
    assert not seat.frame.isVisible()
    seat.press(K.Key_1, K.Key_F2, K.Key_Escape)
    assert seat.window.is_locked()
    seat.press(K.Key_Backspace)
    seat.type("somebody-else")
    seat.press(K.Key_Return)
    assert seat.window.is_locked()
    seat.type(demo.PASSWORD)
    seat.press(K.Key_Return)
    assert not seat.window.is_locked()
    assert seat.page() == "FirPage"


def test_another_officer_takes_the_seat_from_the_lock(
    worked_home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    seat = make_seat(worked_home)
    seat.window.take_desk(desk_in(worked_home, "moharir"))
    seat.settle()
    seat.press(K.Key_F12, K.Key_F12)
    assert seat.window.frame is None
    seat.window.entry_page().list.setFocus()
    seat.press(K.Key_Home)
    seat.sign_in("sho")
    assert seat.frame.desk.session.role == "sho"


def test_an_untouched_window_locks_itself_after_the_chosen_minutes(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    import time

    seat = make_seat(home)
    seat.window.take_desk(desk_in(home, "moharir"))
    seat.settle()
    reading.choose(lock_minutes=2)
    seat.press(K.Key_Down)
    seat.window.lock_if_idle(time.monotonic() + 100)
    assert not seat.window.is_locked()
    seat.window.lock_if_idle(time.monotonic() + 130)
    assert seat.window.is_locked()


def test_an_account_is_added_and_closed_with_a_question_that_names_it(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    desk = desk_in(home, "sho")
    seat = make_seat(home)
    seat.window.take_desk(desk)
    seat.settle()
    seat.frame.go("people")
    seat.settle()
    seat.press(K.Key_Insert)
    assert seat.page() == "NewOfficerPage"
    page = seat.front
    for line, text in (
        (page.officer.name_hi, "नया नमूना"),
        (page.officer.login, "naya1"),
        (page.officer.password, "three plain words"),
        (page.officer.again, "three plain words"),
        (page.own, demo.PASSWORD),
    ):
        line.setText(text)
    seat.press(K.Key_F10)
    assert seat.page() == "PeoplePage"
    assert any(one.login == "naya1" for one in people.officers(desk))
    page = seat.front
    for number in range(page.model.rowCount()):
        if page.model.row_at(number).login == "naya1":
            page.view.setCurrentIndex(page.model.index(number, 0))
    page.view.setFocus()
    seat.press(K.Key_Delete)
    assert "नया नमूना" in seat.frame.message.said_words().hi
    seat.press(K.Key_Left, K.Key_Return)
    assert not next(one for one in people.officers(desk) if one.login == "naya1").active


def test_a_second_start_raises_the_first_window(
    home: Path, make_seat: Callable[[Path], Seat]
) -> None:
    from thana_desk.ui import start

    seat = make_seat(home)
    server = start.listen(home, seat.window)
    assert server is not None
    try:
        seat.window.showMinimized()
        assert start.raise_other(home)
        for _turn in range(50):
            seat.settle()
        assert not seat.window.isMinimized()
    finally:
        server.close()
