"""Who signs a paper signs beneath its words: no last page holds signatures alone."""

import re
from collections.abc import Iterable, Iterator

import pytest

from tests.every_form.papers import all_papers, blocks_of
from tests.every_form.test_every_form import prepared
from tests.thana_desk.printing.paper import make_setup, pages_text
from thana_desk.printing import blocks as b
from thana_desk.printing.document import place, render, shared_shaper
from thana_desk.printing.page import MM, Sheet
from thana_desk.printing.words import Ink

SETUP = make_setup(running_head=False)
PAPERS = all_papers()


def bare(text: b.Text) -> str:
    whole = text if isinstance(text, str) else "".join(run.text for run in text)
    return re.sub(r"[\s\u200d\u200c\u200b\ufffe]+", "", whole)


def is_closing(block: b.Block) -> bool:
    if isinstance(block, b.Together):
        return all(map(is_closing, block.blocks))
    return isinstance(block, b.Signatures | b.Gap | b.Line | b.Qr)


def parted(blocks: list[b.Block]) -> tuple[list[b.Block], list[b.Block]]:
    """The body, and the signatures with all that stands around and below them."""
    ends = next(
        (
            place
            for place, block in enumerate(blocks)
            if all(is_closing(one) or isinstance(one, b.Note) for one in blocks[place:])
            and is_closing(block)
        ),
        len(blocks),
    )
    return blocks[:ends], blocks[ends:]


def said(blocks: Iterable[b.Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, b.Together):
            yield from said(block.blocks)
        elif isinstance(block, b.Signatures):
            for one in block.places:
                yield from (bare(one.caption), *map(bare, one.lines))
        elif isinstance(block, b.Qr):
            yield bare(block.caption)
        elif isinstance(block, b.Note):
            yield bare(block.text)


def left_on_last_page(pdf: bytes, closing: list[b.Block]) -> str:
    """What the last page says beside signatures, code and foot."""
    text = bare(pages_text(pdf)[-1])
    text = re.sub(r"मुद्रण:[0-9/:,.]*(पृष्ठ[0-9]+/[0-9]+)?", "", text, count=1)
    text = re.sub(r"पृष्ठ[0-9]+/[0-9]+", "", text, count=1)
    for words in sorted(said(closing), key=len, reverse=True):
        text = text.replace(words, "", 1)
    return text


def height_of(blocks: list[b.Block]) -> float:
    trial = Sheet(SETUP, shared_shaper(), Ink()).scratch()
    before = trial.y
    place(trial, blocks)
    return before - trial.y


@pytest.mark.parametrize("above_foot", [1.0, 9.0, 21.0])
def test_no_last_page_holds_signatures_alone(above_foot: float) -> None:
    """The body of every paper is pushed down to end so many millimetres above a page's foot."""
    page = Sheet(SETUP, shared_shaper(), Ink()).full_room
    alone, others = [], set()
    for form, paper in PAPERS:
        body, closing = parted(list(blocks_of(form, paper, prepared(form), "0001/2026")))
        if not any(said(closing)) or not body:
            others.add(form.code)
            continue
        down = (page - height_of(body) - above_foot * MM) % page / MM
        pushed = [b.Paragraph("ऊपर"), b.Gap(max(down - 8.0, 0.0)), *body]
        pdf = render([*pushed, *closing], SETUP)
        if not left_on_last_page(pdf, closing):
            alone.append((form.code, paper.code))
    assert alone == []
    # An FIR is signed amid its last items, and the slips of things taken are not signed.
    assert others == {"iif_1", "iif_4"}
