"""Papers: what they carry, who may have them, and that a file is whole or not there."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thana_desk.actions import diary, papers, print_jobs, records, registers
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, PaperProblem, RecordNotFound, Refused
from thana_desk.actions.print_orders import RECORD, PrintOrder
from thana_desk.printing.fonts import Pair, find_fonts
from thana_desk.texts import words


def text_of(pdf: bytes, tmp_path: Path) -> str:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


@pytest.fixture
def fir(moharir: Desk) -> records.Registered:
    return records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))


def test_the_fir_says_what_the_record_says(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    text = text_of(papers.paper(moharir, fir.record_id, copy=1), tmp_path)
    for part in ("0001", "303(2)", "श्रीकृष्ण नमूना प्रसाद", "सूचनाकर्ता प्रति", "UP00ZZ0000"):
        assert part in text


def test_only_what_was_handed_out_before_is_marked_a_reprint(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    def marked(copy: int) -> bool:
        pdf = papers.paper(moharir, fir.record_id, copy=copy)
        return papers.REPRINT in text_of(pdf, tmp_path)

    assert not marked(1)
    assert not marked(1), "a look at a paper is no print of it"
    order = PrintOrder(RECORD, "form", record_id=fir.record_id, copies=(1,))
    print_jobs.hand_out(moharir, order, tmp_path / "fir.pdf")
    assert marked(1)
    assert not marked(2)


def test_a_correction_is_printed_with_old_new_and_reason(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    letter = {**records.record(moharir, fir.record_id).letter, "beat": "11"}
    records.correct(moharir, fir.record_id, letter, "बीट सीमा बदली")
    text = text_of(papers.paper(moharir, fir.record_id), tmp_path)
    assert "बीट सीमा बदली" in text


def test_the_diary_register_has_every_entry_the_remark_and_the_head(
    moharir: Desk, sho: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    diary.remark(sho, fir.consequences[0].record_id, "देखा गया नमूना")
    diary.close_day(moharir)
    pdf = registers.register_paper(moharir, "gd", "2026-11-23", "2026-11-23")
    text = text_of(pdf, tmp_path)
    for part in ("001", "002", "देखा गया नमूना", "बन्द की गयी", "0001/2026"):
        assert part in text
    head = moharir.store.record(records.listing(moharir, ["gd"]).lines[0].record_id)
    assert head is not None
    assert head.event_hash[:4].upper() in text


def test_only_those_who_may_print_and_only_what_there_is(
    moharir: Desk, fir: records.Registered, at_desk: Callable[[str], Desk]
) -> None:
    with pytest.raises(NotAllowed):
        papers.paper(at_desk("pairokar"), fir.record_id)
    with pytest.raises(RecordNotFound):
        papers.paper(moharir, fir.record_id, "banknote")
    with pytest.raises(RecordNotFound):
        registers.register_paper(moharir, "nothing", "2026-11-23", "2026-11-23")
    for first, last in (
        ("23-11-2026", "x"),
        ("2026-11-23", "2026-11-22"),
        ("2020-01-01", "2026-01-01"),
    ):
        with pytest.raises(Refused):
            registers.register_paper(moharir, "gd", first, last)


def test_every_print_is_logged(moharir: Desk, fir: records.Registered, tmp_path: Path) -> None:
    order = PrintOrder(RECORD, "receipt", record_id=fir.record_id)
    print_jobs.hand_out(moharir, order, tmp_path / "r.pdf")
    (entry,) = moharir.store.prints(fir.record_id)
    assert (entry.act, entry.role) == ("print.receipt.0", "moharir")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out" / "fir.pdf"
    papers.write_whole(target, b"old")
    (tmp_path / "blocked").write_text("x")
    with pytest.raises(PaperProblem):
        papers.write_whole(tmp_path / "blocked" / "fir.pdf", b"new")
    assert target.read_bytes() == b"old"
    assert [one.name for one in target.parent.iterdir()] == ["fir.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files by a POSIX call")
def test_a_disk_that_fills_up_leaves_no_half_paper(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    import resource

    target = tmp_path / "out" / "fir.pdf"
    papers.write_whole(target, b"old")
    pdf = papers.paper(moharir, fir.record_id)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(PaperProblem) as caught:
            papers.write_whole(target, pdf)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.words == words("actions.paper.not_written")
    assert target.read_bytes() == b"old"
    assert [one.name for one in target.parent.iterdir()] == ["fir.pdf"]
    papers.write_whole(target, pdf)
    assert target.read_bytes() == pdf


def test_missing_type_is_told_in_words() -> None:
    nowhere = Pair("nowhere", Path("/nowhere/a.ttf"), Path("/nowhere/b.ttf"))
    with pytest.raises(PaperProblem) as caught, papers.with_paper_errors():
        find_fonts([nowhere])
    assert caught.value.words == words("actions.paper.fonts")


def test_a_zero_fir_stands_not_in_the_fir_book(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    zero = moharir.forms["iif_1"].sample(moharir.clock.now())
    zero.update(zero_fir=True, outside=True, outside_thana="क", outside_district="ख")
    zero["informant"]["name"] = "जीरो वाला नमूना"
    records.register(moharir, "iif_1", zero)
    book = text_of(registers.register_paper(moharir, "fir", "2026-11-23", "2026-11-23"), tmp_path)
    assert "0001/2026" in book
    assert "जीरो वाला" not in book


def test_the_closing_line_names_the_day(moharir: Desk, tmp_path: Path) -> None:
    diary.open_day(moharir)
    diary.close_day(moharir)
    text = text_of(registers.register_paper(moharir, "gd", "2026-11-23", "2026-11-23"), tmp_path)
    assert "दिनांक 23-11-2026 की जनरल डायरी 2 रपटों पर बन्द की गयी" in text
