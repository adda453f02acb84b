"""The receipts, slips and requests that a station hands out: each is there, and proves itself by its code."""

import io

import pypdfium2
import pytest

from forms.catalogue import all_forms
from forms.kit.fields import Rows
from tests.every_form.conftest import SampleThana
from tests.thana_desk.printing.paper import folded, read_by_pdfium
from thana_desk.actions import paper_scans, papers
from thana_desk.actions.comparing import PaperState, compare

PAPERS = {
    "receipt of the FIR copy": ("iif_1", "receipt", "प्राप्ति रसीद"),
    "explanation of a late upload": ("iif_1", "upload", "स्पष्टीकरण"),
    "copy of the NCR": ("ncr", "form", "सूचनाकर्ता प्रति"),
    "receipt for a lost article": ("lost_prop", "form", "प्राप्ति रसीद"),
    "receipt for a complaint": ("complaint", "ack", "पावती"),
    "intimation of an arrest": ("iif_3", "intimation", "गिरफ्तारी की सूचना"),
    "seizure memo": ("iif_4", "form", "गवाह 2"),
    "malkhana label": ("iif_4", "labels", "मालखाना सं0"),
    "notice under 35(3)": ("notice_35", "form", "35(3)"),
    "service of a summons or warrant": ("prc_srv", "form", "तामील आख्या"),
    "return of a process to the court": ("court_ord", "form", "तामील आख्या"),
    "request for remand": ("remand", "request", "रिमाण्ड"),
    "request for a medical examination": ("mlc", "form", "मजरूबी"),
    "duty chart": ("duty", "form", "ड्यूटी चार्ट"),
    "extract of a diary entry": ("gd", "form", "नकल रपट"),
    "report of a verification": ("cs_enq", "form", "जाँच आख्या"),
    "hue and cry for a missing person": ("iif_8", "hue_and_cry", "तलाश गुमशुदा"),
    "hue and cry for a rewarded criminal": ("reward", "hue_and_cry", "वांछित की तलाश"),
    "hue and cry for a stolen vehicle": ("iif_1", "hue_and_cry", "UP00ZZ0000"),
}
"""What each is called, then form, paper, and words that only it says."""


def codes_at_the_end(pdf: bytes) -> list[str]:
    """The codes on the last page, where every paper has its own: a page takes a second to read."""
    document, last = pypdfium2.PdfDocument(io.BytesIO(pdf)), pypdfium2.PdfDocument.new()
    out = io.BytesIO()
    try:
        last.import_pages(document, [len(document) - 1])
        last.save(out)
    finally:
        last.close()
        document.close()
    (codes,) = paper_scans.codes_of(out.getvalue())
    return codes


@pytest.mark.parametrize("name", PAPERS)
def test_the_station_hands_it_out_and_its_code_leads_to_the_record(
    name: str, sample_thana: SampleThana
) -> None:
    form, code, says = PAPERS[name]
    made = sample_thana.registered(all_forms()[form])
    wanted = next(one for one in all_forms()[form].papers if one.code == code)
    copy = next((n for n, one in enumerate(wanted.copies) if one.hi == says), 0)
    desk = sample_thana.desk("sho")
    pdf = papers.paper(desk, made.record_id, code, copy=copy)
    assert says in folded(read_by_pdfium(pdf))
    read = codes_at_the_end(pdf)
    assert read
    for one in read:
        found = compare(desk, one)
        assert found.state is PaperState.CURRENT
        assert found.line is not None
        assert found.line.record_id == made.record_id


def test_every_seized_thing_has_a_label_of_its_own(sample_thana: SampleThana) -> None:
    form = all_forms()["iif_4"]
    assert isinstance(form.field_at("items"), Rows)
    made = sample_thana.registered(form)
    pdf = papers.paper(sample_thana.desk("sho"), made.record_id, "labels")
    read = codes_at_the_end(pdf)
    assert len(set(read)) == 1
