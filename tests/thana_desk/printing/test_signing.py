"""Places to sign: named, numbered, with a box for the thumb, the same on every form."""

import dataclasses
import datetime as dt

import pytest

from forms.catalogue import all_forms
from forms.kit.form import Form, Signer
from forms.kit.when import IST
from forms.kit.words import Words
from tests.thana_desk.printing.paper import make_setup, pages_text
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render
from thana_desk.printing.form_paper import signing_blocks

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
WITNESS = Signer(Words("गवाह", "Witness"), "witnesses", least=2, thumb=True)


def places(*signers: Signer, **answers: object) -> list[b.Signature]:
    blocks = list(signing_blocks(signers, answers))
    assert all(isinstance(one, b.Signatures) for one in blocks)
    return [place for one in blocks if isinstance(one, b.Signatures) for place in one.places]


def test_every_witness_has_a_place_and_blank_ones_follow() -> None:
    one = {"name": "उदाहरण"}
    assert [(p.caption, p.lines) for p in places(WITNESS, witnesses=[one])] == [
        ("गवाह 1", ("उदाहरण",)),
        ("गवाह 2", ()),
    ]
    assert len(places(WITNESS, witnesses=[one] * 5)) == 5
    assert len(places(WITNESS)) == 2


def test_three_places_stand_side_by_side() -> None:
    many = dataclasses.replace(WITNESS, least=7)
    rows = list(signing_blocks((many,), {}))
    assert [len(row.places) for row in rows if isinstance(row, b.Signatures)] == [3, 3, 1]


def test_the_box_for_a_thumb_needs_its_room() -> None:
    def height(thumb: bool) -> int:
        signature = b.Signature("गवाह", thumb=thumb)
        return len(pages_text(render([b.Signatures((signature,))] * 20, make_setup())))

    assert height(True) > height(False)


SIGNED = {
    "iif_3": ["गिरफ्तार व्यक्ति", "नातेदार", "गवाह", "गिरफ्तार करने वाला अधिकारी"],
    "iif_4": ["जिससे जब्त किया गया", "गवाह 1", "गवाह 2", "विवेचक"],
    "iif_11": ["गवाह 1", "गवाह 2", "जाँच अधिकारी"],
    "bail": ["अभियुक्त", "जमानतदार"],
    "ncr": ["शिकायतकर्ता"],
}


@pytest.mark.parametrize("code", SIGNED)
def test_who_has_to_sign_has_a_place(code: str) -> None:
    form = all_forms()[code]
    captions = [p.caption for p in places(*form.papers[0].signers, **form.sample(NOW))]
    for wanted in SIGNED[code]:
        assert any(one.startswith(wanted) for one in captions), (wanted, captions)


@pytest.mark.parametrize("form", all_forms().values(), ids=lambda form: form.code)
def test_every_place_names_a_field_of_its_form(form: Form) -> None:
    keys = {part.key for part in form.fields()}
    for paper in form.papers:
        for signer in paper.signers:
            assert not signer.named or signer.named in keys
            assert signer.words.hi
            assert signer.words.en


def test_nobody_signs_what_he_stated_to_the_police() -> None:
    for code in ("interro", "cd"):
        assert all(not paper.signers for paper in all_forms()[code].papers)


SIGN = b.Signatures((b.Signature("लेखक"), b.Signature("प्रभारी")))
COLUMNS = (b.Column("क्र."), b.Column("विवरण", 8.0))
ENDINGS: dict[str, tuple[b.Block, ...]] = {
    "one_row": (b.Heading("शीर्षक", 3), b.Grid(COLUMNS, (("1", "मध्य"),))),
    "rows": (b.Grid(COLUMNS, tuple((str(n), "मध्य") for n in range(9))),),
    "empty_table": (b.Grid(COLUMNS, ()),),
    "long_row": (b.Grid(COLUMNS, (("1", "मध्य " * 400),)),),
    "boxed": (b.ItemLine("1.", lead="शीर्षक"), b.Narrative("मध्य " * 300, boxed=True)),
    "letter": (b.Paragraph("मध्य " * 60), b.Gap(4.0)),
    "one_line": (b.Heading("शीर्षक", 3), b.Paragraph("मध्य")),
    "items": (b.ItemRow("1.", "पद", "item", "मध्य"), b.ItemRow("2.", "पद", "item", "मध्य")),
    "fields": (b.FieldTable((b.Field("पद", "", "मध्य"),)),),
    "together": (b.Together((b.Paragraph("मध्य"), b.Gap(1.0))),),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("below", [(SIGN,), (SIGN, SIGN, b.Together((SIGN, b.Note("सूचना"))))])
def test_wherever_a_page_ends_signatures_stand_with_the_words_above_them(
    ending: str, below: tuple[b.Block, ...]
) -> None:
    turned = 0
    for millimetres in range(120, 262, 3):
        blocks = [b.Paragraph("ऊपर"), b.Gap(float(millimetres)), *ENDINGS[ending], *below]
        pages = pages_text(render(blocks, make_setup(running_head=False)))
        turned += len(pages) > 1
        assert "प्रभारी" in pages[-1]
        assert ("निल" if ending == "empty_table" else "मध्य") in pages[-1], millimetres
        for page in pages[:-1]:
            assert "प्रभारी" not in page
            assert not page.rstrip().endswith("शीर्षक"), millimetres
    assert turned > 10
