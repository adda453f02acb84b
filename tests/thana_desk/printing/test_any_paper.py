"""Whatever blocks come in whatever lengths and type sizes, a paper comes out and no word is lost."""

import re

import hypothesis.strategies as st
from hypothesis import given, settings

from tests.thana_desk.printing.paper import make_setup, read_by_pdfium
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render

_word = st.sampled_from(("क्षत्रिय", "रिपोर्ट", "FIR", "12/2026", "श्री"))
_text = st.one_of(
    st.just(""),
    st.lists(_word, min_size=1, max_size=12).map(" ".join),
    st.integers(1, 700).map(lambda n: " ".join(["कर्तव्य"] * n)),
    st.integers(1, 300).map(lambda n: "क्ष" * n),
    st.integers(1, 70).map(lambda n: "\n".join(["पंक्ति"] * n)),
)
_align = st.sampled_from(("left", "right", "centre", "justify"))
_field = st.builds(b.Field, _text, _text, _text, st.sampled_from((0.2, 1.0, 3.0)))
_row = st.one_of(
    st.tuples(_text, _text, _text), st.tuples(_text), st.tuples(), st.builds(b.Wide, _text, _align)
)
_columns = st.tuples(
    st.builds(b.Column, _text, st.sampled_from((0.1, 1.0, 5.0)), _align),
    st.builds(b.Column, _text, st.just(1.0), _align),
    st.builds(b.Column, _text, st.just(3.0), _align, st.booleans()),
)
_simple = st.one_of(
    st.builds(b.Heading, _text, st.integers(1, 3), _align),
    st.builds(b.Paragraph, _text, _align),
    st.builds(b.Narrative, _text, st.just(9.5), st.booleans()),
    st.builds(b.ItemRow, _text, _text, _text, _text),
    st.builds(b.ItemLine, _text, st.lists(_field, max_size=3).map(tuple), _text),
    st.builds(b.FieldTable, st.lists(_field, max_size=5).map(tuple), st.integers(1, 3)),
    st.builds(
        b.Grid,
        _columns,
        st.lists(_row, max_size=6),
        numbered_heads=st.booleans(),
        carry_first=st.booleans(),
    ),
    st.builds(b.Note, _text, st.booleans(), _align),
    st.builds(b.Signatures, st.lists(st.builds(b.Signature, _text), max_size=3).map(tuple)),
    st.builds(b.Gap, st.sampled_from((1.0, 50.0, 400.0))),
    st.just(b.Qr("THANA-DESK", "कोड")),
    st.just(b.PageBreak()),
    st.just(b.Line()),
)
_few = st.lists(_simple, max_size=3).map(tuple)
_block = st.one_of(
    _simple, st.builds(b.Together, _few), st.builds(b.Beside, _few, _few, st.just(0.6))
)


@given(
    st.lists(_block, max_size=6),
    st.sampled_from((6.0, 11.5, 18.0, 60.0)),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_a_paper_comes_out_of_any_blocks(
    blocks: list[b.Block], size: float, landscape: bool
) -> None:
    pdf = render(blocks, make_setup(text_size=size, landscape=landscape))
    assert pdf.startswith(b"%PDF")
    assert len(pdf) < 5_000_000


@given(st.lists(st.integers(1, 400), min_size=1, max_size=4), st.sampled_from((8.0, 11.5, 24.0)))
@settings(max_examples=25, deadline=None)
def test_no_word_of_cells_and_narratives_is_lost(lengths: list[int], size: float) -> None:
    count = 0
    blocks: list[b.Block] = []
    for length in lengths:
        words = [f"ग{number}" for number in range(count, count + 2 * length)]
        count += 2 * length
        blocks.append(b.Narrative(" ".join(words[:length])))
        blocks.append(b.Grid((b.Column("अ"), b.Column("ब", 3)), (("-", " ".join(words[length:])),)))
    text = read_by_pdfium(render(blocks, make_setup(text_size=size, running_head=False)))
    found = sorted(int(number) for number in re.findall(r"ग(\d+)", text))
    assert found == list(range(count))
