"""Two hundred records of all forms on paper say the very text that was typed, to two independent readers."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from forms.kit.fields import Field, Group, Line, LongText, Rows
from tests.every_form.papers import all_papers, blocks_of
from tests.every_form.test_every_form import prepared
from tests.thana_desk.printing.paper import (
    make_setup,
    needs_poppler,
    pages_by_pdfium,
    pages_by_poppler,
)
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render

RECORDS = 200
ACTIVE = re.compile(rb"/(URI|JS|JavaScript|Launch|EmbeddedFile|OpenAction|AA|Annots|AcroForm)\b")
WORDS = [
    "रिपोर्ट",
    "क्षेत्राधिकारी",
    "मोहर्रिर",
    "द्वितीय",
    "श्री",
    "गिरफ्तारी",
    "र्कि",
    "ज्ञ",
    "ह्म",
    "द्ध",
    "ट्ट",
    "ङ्क्ष्व",
    "ज़िला",
    "क़ानून",
    "चाँद",
    "दुःख",
    "उ0प्र0",
    "मु0अ0सं0",
    "१२३४",
    "0123",
    "FIR/थाना",
    "303(2)",
    "25/12/2026",
    "₹1,23,456.50",
    "राम–श्याम",
    "“उद्धरण”",
    "बी.एन.एस.",
    "।",
    "राजेन्द्र\u200d",
    "क्\u200dष",
    "<b>x</b>",
    "&amp;",
    "UP32AB1234",
    "(धारा)",
    "Samsung",
    "—",
    "<img",
]


def bare(text: b.Text) -> str:
    """`text` without white space."""
    whole = text if isinstance(text, str) else "".join(run.text for run in text)
    return re.sub(r"[\s\ufffe]+", "", whole)


def written(chance: random.Random, counts: Sequence[int] = (3, 12, 40, 120)) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.choice(counts)))


def fill(chance: random.Random, parts: Iterable[Field], answers: dict[str, Any]) -> None:
    """Write anew whatever an officer would type as free text, also in groups and tables."""
    for part in parts:
        value = answers.get(part.key)
        if isinstance(part, LongText) and value:
            answers[part.key] = written(chance)
        elif isinstance(part, Line) and isinstance(value, str) and value:
            answers[part.key] = written(chance, (1, 3, 6))
        elif isinstance(part, Group) and isinstance(value, dict):
            fill(chance, part.parts, value)
        elif isinstance(part, Rows) and isinstance(value, list):
            for row in value:
                if isinstance(row, dict):
                    fill(chance, part.row.parts, row)


def texts_of(blocks: Iterable[b.Block]) -> Iterator[b.Text]:
    """Whatever blocks say that stands in one piece: each paragraph, label, answer and cell."""
    for block in blocks:
        if isinstance(block, b.Together):
            yield from texts_of(block.blocks)
        elif isinstance(block, b.Beside):
            yield from texts_of((*block.left, *block.right))
        elif isinstance(block, b.Heading | b.Paragraph | b.Narrative | b.Note):
            yield block.text
        elif isinstance(block, b.ItemRow):
            yield from (block.number or "", block.label_hi, block.label_en, block.value)
        elif isinstance(block, b.ItemLine | b.FieldTable):
            if isinstance(block, b.ItemLine):
                yield from (block.number, block.lead)
            for field in block.fields:
                yield from (field.label_hi, field.label_en, field.value)
        elif isinstance(block, b.Grid):
            yield from (column.head for column in block.columns)
            for row in block.rows:
                cells = row.cells if isinstance(row, b.Counted) else row
                yield from (cells.text,) if isinstance(cells, b.Wide) else cells
        elif isinstance(block, b.Signatures):
            for one in block.places:
                yield from (one.caption, *one.lines)
        elif isinstance(block, b.Qr):
            yield block.caption
        else:
            assert isinstance(block, b.Gap | b.Line | b.PageBreak), block


def is_said(text: str, pages: Sequence[str]) -> bool:
    """Whether `text` stands on a page, or in order on pages one behind the other."""
    if any(text in page for page in pages):
        return True
    return any(_goes_on(text, pages[place:]) for place in range(len(pages) - 1))


def _goes_on(text: str, pages: Sequence[str]) -> bool:
    if text in pages[0]:
        return True
    if len(pages) == 1:
        return False
    return any(
        _goes_on(text[cut:], pages[1:])
        for cut in range(len(text) - 1, 0, -1)
        if text[:cut] in pages[0]
    )


def left_out(
    blocks: Sequence[b.Block], pdf: bytes, read: Callable[[bytes], list[str]]
) -> list[str]:
    """What the blocks say and the reader does not find on the paper."""
    pages = [bare(page) for page in read(pdf)]
    wanted = dict.fromkeys(bare(text) for text in texts_of(blocks))
    return [text for text in wanted if not is_said(text, pages)]


@needs_poppler
def test_200_records_over_all_forms_read_back_as_typed_and_stay_inert() -> None:
    """Every cell, answer and paragraph of every paper, letters and slips too."""
    chance = random.Random(20261125)
    papers = all_papers()
    setup = make_setup(running_head=False)
    pieces = 0
    for number in range(RECORDS):
        form, paper = papers[number % len(papers)]
        letter = prepared(form)
        fill(chance, form.fields(), letter)
        blocks = list(blocks_of(form, paper, letter, f"{number:04d}/2026"))
        long = number % (RECORDS // 4) == 0
        blocks.append(b.Narrative(written(chance, (5000,) if long else (40,))))
        pieces += len(list(texts_of(blocks)))
        pdf = render(blocks, setup)
        assert not ACTIVE.search(re.sub(rb"stream\n.*?\nendstream", b"", pdf, flags=re.DOTALL))
        for read in (pages_by_pdfium, pages_by_poppler):
            assert left_out(blocks, pdf, read) == [], (form.code, paper.code, read.__name__)
    assert pieces > 10_000


@needs_poppler
def test_tables_of_300_rows_and_cells_of_many_pages_read_back_as_typed() -> None:
    chance = random.Random(20261126)
    heads = ("क्र.", "वस्तु", "विवरण", "टिप्पणी")
    columns = tuple(b.Column(head, 2.0) for head in heads)
    rows = [
        (str(number), *(written(chance, (2, 5, 20)) for _ in heads[1:])) for number in range(300)
    ]
    rows[150] = ("150", "एक", written(chance, (3000,)), written(chance, (30,)))
    for blocks in ([b.Grid(columns, tuple(rows))], [b.Grid(columns, (), empty=b.NIL)]):
        pdf = render(blocks, make_setup(running_head=False))
        for read in (pages_by_pdfium, pages_by_poppler):
            assert left_out(blocks, pdf, read) == [], read.__name__


def test_the_reader_notices_one_sign_that_is_missing() -> None:
    said = "रिपोर्ट क्षेत्राधिकारी को प्रेषित"
    pdf = render([b.Narrative(said.replace("को", "क"))], make_setup())
    assert left_out([b.Narrative(said)], pdf, pages_by_pdfium) == [bare(said)]
