"""Bound registers: what stands in them, in which order, added up, by hand and for whom."""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from forms.kit.letter import Letter
from forms.kit.register import Entry
from tests.thana_desk.printing.paper import folded, pages_text, read_by_pdfium
from thana_desk.actions import print_jobs, records, registers
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed, Refused
from thana_desk.actions.print_orders import REGISTER, PrintOrder

DAY = "2026-11-23"
CASH_BOOK = PrintOrder(REGISTER, "cash_book", first=DAY, last=DAY)


def text_of(pdf: bytes) -> str:
    return folded(read_by_pdfium(pdf))


def make(desk: Desk, code: str, **answers: object) -> records.Registered:
    letter: Letter = {**desk.forms[code].sample(desk.clock.now()), **answers}
    return records.register(desk, code, letter)


def test_what_is_written_by_hand_stands_in_every_later_print(moharir: Desk) -> None:
    ncr = make(moharir, "complaint", category="CYBER")
    said = "बैंक को मेल भेजी गयी नमूना"
    reference = {"record_id": ncr.record_id, "form": "complaint", "number": ncr.number, "title": ""}
    make(moharir, "reg_note", record=reference, column="WATCH", text=said)
    text = text_of(registers.register_paper(moharir, "cyber_desk", DAY, DAY))
    assert said in text


def test_a_corrected_note_replaces_the_first_one(moharir: Desk) -> None:
    complaint = make(moharir, "complaint", category="CYBER")
    reference = {
        "record_id": complaint.record_id,
        "form": "complaint",
        "number": complaint.number,
        "title": "",
    }
    note = make(moharir, "reg_note", record=reference, column="WATCH", text="पहला लेख")
    letter = {**records.record(moharir, note.record_id).letter, "text": "दूसरा लेख"}
    records.correct(moharir, note.record_id, letter, "भूल सुधार")
    text = text_of(registers.register_paper(moharir, "cyber_desk", DAY, DAY))
    assert "दूसरा लेख" in text
    assert "पहला लेख" not in text


def test_money_is_added_up_and_carried_from_page_to_page(moharir: Desk) -> None:
    for count in range(1, 71):
        make(
            moharir,
            "book",
            book="CASH",
            on=DAY,
            subject=f"प्राप्ति {count}",
            received="100.50",
        )
    pdf = registers.register_paper(moharir, "cash_book", DAY, DAY)
    pages = pages_text(pdf)
    assert len(pages) > 1
    assert "7,035" in pages[-1]
    for page, following in itertools.pairwise(pages):
        lines = len(set(re.findall(r"प्राप्ति (\d+)", page)))
        assert lines
        out = re.search(r"आगे ले जाया गया योग — प्राप्ति रु0: ([\d,.]+)", page)
        into = re.search(r"पीछे से लाया गया योग — प्राप्ति रु0: ([\d,.]+)", following)
        assert out is not None
        assert into is not None
        assert out.group(1) == into.group(1)
    seen = 0
    for page in pages[:-1]:
        seen += len(set(re.findall(r"प्राप्ति (\d+)", page)))
        carried = re.search(r"आगे ले जाया गया योग — प्राप्ति रु0: ([\d,.]+)", page)
        assert carried is not None
        assert float(carried.group(1).replace(",", "")) == pytest.approx(seen * 100.5)


def test_a_village_stands_once_above_its_cases(moharir: Desk) -> None:
    for village in ("ग्राम ख", "ग्राम क़िला", "ग्राम काम", "ग्राम ख"):
        letter = moharir.forms["iif_1"].sample(moharir.clock.now())
        letter["place"] = {**letter["place"], "village_town": village}
        records.register(moharir, "iif_1", letter)
    book = registers.register_called("village_crime")
    villages = [
        entry.letter["place"]["village_town"]
        for entry in registers.entries(moharir, book, DAY, DAY)
    ]
    # The dot of a loan letter comes last: by their numbers in Unicode क़िला would stand first.
    assert villages == ["ग्राम काम", "ग्राम क़िला", "ग्राम ख", "ग्राम ख"]
    text = text_of(registers.register_paper(moharir, "village_crime", DAY, DAY))
    assert text.count("ग्राम ख") == 1


def test_a_child_is_not_on_the_public_display_but_in_the_childrens_book(moharir: Desk) -> None:
    letter = moharir.forms["iif_3"].sample(moharir.clock.now())
    grown = Entry("A1", DAY, {**letter, "juvenile": False}, "", "")
    child = replace(grown, letter={**letter, "juvenile": True})
    for code, holds_child in (("designated_37", False), ("juveniles", True)):
        keep = registers.register_called(code).keep
        assert keep is not None
        assert keep(child) is holds_child
        assert keep(grown) is not holds_child


def test_the_station_writer_prints_all_registers_another_role_only_its_own(
    at_desk: Callable[[str], Desk], moharir: Desk
) -> None:
    from forms.registers import all_registers

    assert len(registers.register_list(moharir)) == len(all_registers())
    pairokar = at_desk("pairokar")
    codes = {one.code for one in registers.register_list(pairokar)}
    assert "remand" in codes
    assert "cash_book" not in codes
    with pytest.raises(NotAllowed):
        registers.register_paper(pairokar, "cash_book", DAY, DAY)


def test_a_register_is_kept_as_a_table_whose_cells_are_text(moharir: Desk, tmp_path: Path) -> None:
    make(moharir, "book", book="CASH", on=DAY, subject='=HYPERLINK("x")', received="100.50")
    sheet, plain = tmp_path / "b.xlsx", tmp_path / "b.csv"
    for target in (sheet, plain):
        assert print_jobs.hand_out(moharir, CASH_BOOK, target).sent == 1
    with ZipFile(sheet) as inside:
        body = inside.read("xl/worksheets/sheet1.xml").decode()
        strings = inside.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in body
    assert "HYPERLINK" in strings
    assert "प्राप्ति रु0" in strings
    text = plain.read_bytes().decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "प्राप्ति रु0" in text


def test_a_table_of_another_kind_is_refused_and_nothing_is_written(
    moharir: Desk, tmp_path: Path
) -> None:
    with pytest.raises(Refused):
        registers.register_table(moharir, "cash_book", DAY, DAY, ".doc")
    assert not list(tmp_path.glob("b.*"))


def test_what_a_role_may_not_read_stays_covered_in_every_register(
    at_desk: Callable[[str], Desk], moharir: Desk
) -> None:
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter.update(acts=[{"act": "BNS", "section": "74"}], informant_is_victim=True)
    letter["informant"] = {**letter["informant"], "name": "कल्पित पीड़िता", "gender": "FEMALE"}
    letter["woman_officer"] = {"name": "म0उ0नि0 नमूना देवी", "rank": "SI"}
    records.register(moharir, "iif_1", letter)
    pairokar = at_desk("pairokar")
    fir_book = registers.register_called("fir")
    (covered,) = registers.entries(pairokar, fir_book, DAY, DAY)
    (open_,) = registers.entries(moharir, fir_book, DAY, DAY)
    assert "कल्पित" in str([column.said(open_) for column in fir_book.columns])
    assert covered.number == open_.number
    for book in registers.register_list(moharir):
        for entry in registers.entries(pairokar, book, DAY, DAY):
            assert all("कल्पित" not in column.said(entry) for column in book.columns)


def test_the_entry_that_the_station_writer_registers_later_stands_in_the_register(
    at_desk: Callable[[str], Desk], moharir: Desk
) -> None:
    """An arrest leaves its entry as a draft; the arrest register shows the number once it has one."""
    fir = make(moharir, "iif_1")
    io = at_desk("io")
    letter = io.forms["iif_3"].sample(io.clock.now())
    draft = records.begin(io, "iif_3", parent_id=fir.record_id, letter=letter)
    try:
        arrest = records.register(
            io, "iif_3", letter, draft_id=draft.draft_id, parent_id=fir.record_id
        )
    except HasProblems as error:
        reasons = {one.code: "नमूना कारण" for one in error.problems}
        arrest = records.register(
            io,
            "iif_3",
            letter,
            draft_id=draft.draft_id,
            parent_id=fir.record_id,
            reasons=reasons,
        )
    book = registers.register_called("arrest")
    column = next(one for one in book.columns if one.words.en == "Diary entry")
    (before,) = registers.entries(moharir, book, DAY, DAY)
    assert before.record_id == arrest.record_id
    assert column.said(before) == ""
    (left,) = [one for one in records.drafts(moharir, mine=False) if one.tells_of_act]
    opened = records.open_draft(moharir, left.draft_id)
    entry = records.register(moharir, "gd", opened.letter, draft_id=left.draft_id)
    (after,) = registers.entries(moharir, book, DAY, DAY)
    assert entry.number
    assert entry.number in column.said(after)


def test_what_a_hand_wrote_beside_a_sensitive_case_is_covered_too(
    at_desk: Callable[[str], Desk], moharir: Desk
) -> None:
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter.update(acts=[{"act": "BNS", "section": "74"}], informant_is_victim=True)
    letter["informant"] = {**letter["informant"], "gender": "FEMALE"}
    letter["woman_officer"] = {"name": "म0उ0नि0 नमूना देवी", "rank": "SI"}
    fir = records.register(moharir, "iif_1", letter)
    reference = {"record_id": fir.record_id, "form": "iif_1", "number": fir.number, "title": ""}
    make(moharir, "reg_note", record=reference, column="CONVICTIONS", text="कल्पित नाम लिखा")
    book = registers.register_called("village_crime")
    column = next(one for one in book.columns if one.kept)
    (seen,) = registers.entries(moharir, book, DAY, DAY)
    (covered,) = registers.entries(at_desk("pairokar"), book, DAY, DAY)
    assert column.said(seen) == "कल्पित नाम लिखा"
    assert column.said(covered) == ""
