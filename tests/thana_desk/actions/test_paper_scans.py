"""A scanned paper against the journal: every page of a file, as pictures and as PDF, well and badly made."""

import io
from pathlib import Path

import pypdfium2
import pytest
import segno
from PIL import Image, ImageFilter

from thana_desk.actions import paper_scans, papers, records
from thana_desk.actions.comparing import PaperState
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused


@pytest.fixture
def fir(moharir: Desk) -> records.Registered:
    return records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))


def scanned(pdf: bytes, dots: int, turn: float = 0.0) -> list[Image.Image]:
    """The pages as a flat-bed scanner gives them: grey, a little blurred, not quite straight."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=dots / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [
        page.filter(ImageFilter.GaussianBlur(0.7)).rotate(turn, fillcolor=255, expand=True)
        for page in pages
    ]


def as_pdf(pages: list[Image.Image]) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=300)
    return out.getvalue()


def as_jpeg(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=70)
    return out.getvalue()


def states(pages: list[paper_scans.ScannedPage]) -> list[PaperState]:
    return [one.state for page in pages for one in page.found]


@pytest.mark.parametrize("turn", [0.0, 2.0, 180.0])
def test_the_picture_of_a_paper_leads_to_its_record(
    moharir: Desk, fir: records.Registered, turn: float
) -> None:
    (page,) = scanned(papers.paper(moharir, fir.record_id, "receipt"), 300, turn)
    (found,) = paper_scans.compare_scan(moharir, as_jpeg(page))
    assert [one.state for one in found.found] == [PaperState.CURRENT]
    assert found.found[0].line is not None
    assert found.found[0].line.record_id == fir.record_id


def test_a_pdf_of_several_papers_tells_what_came_of_each_page(
    moharir: Desk, fir: records.Registered, tmp_path: Path
) -> None:
    letter = moharir.forms["ncr"].sample(moharir.clock.now())
    ncr = records.register(moharir, "ncr", letter)
    receipt = scanned(papers.paper(moharir, fir.record_id, "receipt"), 300)
    blank = Image.new("L", receipt[0].size, 255)
    last = scanned(papers.paper(moharir, ncr.record_id), 300)
    file = tmp_path / "papers.bin"
    file.write_bytes(as_pdf([*receipt, blank, last[-1]]))
    pages = paper_scans.compare_scan(moharir, file)
    assert [page.number for page in pages] == [1, 2, 3]
    named = [[one.line.record_id if one.line else "" for one in page.found] for page in pages]
    assert named == [[fir.record_id], [], [ncr.record_id]]
    assert states(pages) == [PaperState.CURRENT, PaperState.CURRENT]


def test_a_code_that_only_looks_like_ours_is_unknown_and_the_others_are_read(
    moharir: Desk, fir: records.Registered
) -> None:
    out = io.BytesIO()
    segno.make("THANA-DESK:FIR:0001/2026:NOT-A-HASH", error="m").save(out, kind="png", scale=8)
    forged = Image.open(io.BytesIO(out.getvalue())).convert("L")
    (page,) = scanned(papers.paper(moharir, fir.record_id, "receipt"), 300)
    page.paste(forged, (page.width - forged.width - 200, page.height // 2))
    found = paper_scans.compare_scan(moharir, as_jpeg(page))
    assert sorted(states(found)) == [PaperState.CURRENT, PaperState.UNKNOWN]


def test_a_code_of_others_says_nothing(moharir: Desk) -> None:
    out = io.BytesIO()
    segno.make("https://example.org/pay", error="m").save(out, kind="png", scale=8, border=4)
    assert states(paper_scans.compare_scan(moharir, out.getvalue())) == []


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 broken", b"\xff\xd8\xff broken", b"MZ program"]
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    moharir: Desk, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(content)
    with pytest.raises(Refused):
        paper_scans.compare_scan(moharir, file)


def test_a_file_that_is_not_there_is_refused_in_words(moharir: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        paper_scans.compare_scan(moharir, tmp_path / "none.pdf")
