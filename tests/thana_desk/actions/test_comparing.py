"""A paper's code against the journal: genuine, older, of another record, unknown, damaged."""

import pypdfium2
import pytest
import zxingcpp

from thana_desk.actions import comparing, papers, records
from thana_desk.actions.comparing import PaperState
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.printing.form_paper import short_hash


@pytest.fixture
def fir(moharir: Desk) -> records.Registered:
    return records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))


def qr_codes(pdf: bytes) -> list[str]:
    """What an independent decoder reads from the rendered pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            found.text
            for page in document
            for found in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        ]
    finally:
        document.close()


def code_of(desk: Desk, record_id: str) -> str:
    record = desk.store.record(record_id)
    assert record is not None
    return short_hash(record.event_hash)


def test_the_qr_code_of_a_printed_paper_leads_back_to_its_record(
    moharir: Desk, fir: records.Registered
) -> None:
    for code in ("form", "receipt"):
        (read,) = set(qr_codes(papers.paper(moharir, fir.record_id, code)))
        found = comparing.compare(moharir, read)
        assert found.state is PaperState.CURRENT
        assert found.line is not None
        assert found.line.record_id == fir.record_id


def test_the_short_code_may_be_typed_in_any_manner(moharir: Desk, fir: records.Registered) -> None:
    code = code_of(moharir, fir.record_id)
    hindi = code.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    for typed in (code, code.lower(), code.replace("-", " "), f"  {code} ", hindi):
        assert comparing.compare(moharir, typed).state is PaperState.CURRENT


def test_a_paper_printed_before_a_correction_is_genuine_but_older(
    moharir: Desk, fir: records.Registered
) -> None:
    code = code_of(moharir, fir.record_id)
    letter = {**records.record(moharir, fir.record_id).letter, "beat": "11"}
    records.correct(moharir, fir.record_id, letter, "बीट सीमा बदली")
    found = comparing.compare(moharir, code)
    assert found.state is PaperState.OLDER
    assert found.holds
    assert comparing.compare(moharir, code_of(moharir, fir.record_id)).state is PaperState.CURRENT


def test_a_number_that_was_changed_on_the_paper_is_seen(
    moharir: Desk, fir: records.Registered
) -> None:
    (read,) = set(qr_codes(papers.paper(moharir, fir.record_id)))
    forged = read.replace("0001", "0007")
    assert forged != read
    assert comparing.compare(moharir, forged).state is PaperState.ALTERED


def test_a_code_of_no_record_is_unknown_and_other_text_is_no_code(moharir: Desk) -> None:
    assert comparing.compare(moharir, "0000-0000-0000-0000").state is PaperState.UNKNOWN
    for text in ("", "1234", "नमूना", "https://example.org/x", "zz" * 8, "a" * 65, "%" * 20):
        with pytest.raises(Refused):
            comparing.compare(moharir, text)
