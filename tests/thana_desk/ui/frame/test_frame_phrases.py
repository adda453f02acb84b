"""Set phrases in the window: filled from the case, offered in corrections and remarks too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.thana_desk.ui.frame.seat import Seat
from thana_desk.actions import records
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.pages.diary import RemarkPage
from thana_desk.ui.pages.form import CorrectionPage, open_new

Key = Qt.Key


def take(seat: Seat, letters: str) -> str:
    """Type these letters into the field with the keyboard, take the phrase and read the field."""
    field = QApplication.focusWidget()
    assert isinstance(field, Prose)
    field.clear()
    seat.type(letters)
    seat.settle()
    seat.press(Key.Key_Return)
    return field.toPlainText()


def first_of(seat: Seat, form: str) -> Any:
    """A registered record of this form."""
    return records.listing(seat.frame.desk, (form,), limit=1).lines[0]


def test_a_phrase_is_filled_from_the_case_above(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    fir = first_of(seat, "iif_1")
    open_new(seat.frame, "gd", parent_id=fir.record_id, letter={"gd_type": "RAV"})
    seat.settle()
    seat.front.view.go_to(("brief",))
    assert fir.number in take(seat, "/ravangi-viv")


def test_a_correction_offers_phrases(make_seat: Callable[..., Seat], worked_home: Path) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    desk = seat.frame.desk
    fir = records.record(desk, first_of(seat, "iif_1").record_id)
    seat.frame.open(CorrectionPage(seat.frame, fir))
    seat.settle()
    seat.front.view.go_to(("contents",))
    assert "[" in take(seat, "/tehrir-chori")


def test_a_remark_offers_its_phrases_and_keeps_a_blank_from_being_registered(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("sho")
    seat.frame.open(RemarkPage(seat.frame, first_of(seat, "gd")))
    seat.settle()
    assert take(seat, "/avlokan").startswith("रपट का अवलोकन")
    assert "[कमी …]" in take(seat, "/kami")
    seat.press(Key.Key_F10)
    assert seat.page() == "RemarkPage"
    assert "[कमी …]" in seat.frame.message.said_words().hi


def test_the_page_over_a_form_begins_with_its_phrases_and_makes_the_stations_own(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    open_new(seat.frame, "iif_1")
    seat.settle()
    seat.frame.open_place("phrases")
    seat.settle()
    codes = [seat.front.model.row_at(row).code for row in range(seat.front.model.rowCount())]
    assert "tehrir-chori" in codes
    assert "gasht" not in codes
    seat.front.line.setText("गश्त")
    assert "गश्त" in seat.front.text.toPlainText()
    assert "{" not in seat.front.text.toPlainText()
    seat.press(Key.Key_Return, Key.Key_Return)
    assert seat.page() == "FormPage"
    assert "{" in seat.front.view.answers()["text"]
    assert seat.front.view.answers()["forms"] == ["gd"]


def test_selected_text_becomes_a_phrase_with_its_blanks_as_places(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("operator")
    fir = records.record(seat.frame.desk, first_of(seat, "iif_1").record_id)
    seat.frame.open(CorrectionPage(seat.frame, fir))
    seat.settle()
    seat.front.view.go_to(("contents",))
    seat.press(Key.Key_B, ctrl=True)
    assert seat.page() == "CorrectionPage"
    field = QApplication.focusWidget()
    assert isinstance(field, Prose)
    field.setPlainText("नमूना [स्थान …] [बिन्दु …]")
    field.selectAll()
    seat.press(Key.Key_B, ctrl=True)
    assert seat.front.about_form == "phrase"
    assert seat.front.view.answers() == {"forms": ["iif_1"], "text": "नमूना {place} {बिन्दु}"}


def test_who_writes_no_phrases_reads_them(
    make_seat: Callable[..., Seat], worked_home: Path
) -> None:
    seat = make_seat(worked_home)
    seat.sign_in("io")
    seat.frame.open_place("phrases")
    seat.settle()
    offered = seat.front.keys()
    assert "Ctrl+N" not in [key.shown for key in offered]
    seat.press(Key.Key_Return, Key.Key_Return)
    assert seat.page() == "PhrasesPage"
