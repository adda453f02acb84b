"""What is typed is what the paper says, to the eye's machine readers as well."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.thana_desk.printing.paper import (
    body_of,
    folded,
    make_setup,
    needs_poppler,
    read_by_pdfium,
    read_by_poppler,
)
from thana_desk.printing.blocks import Column, Grid, Narrative, PageSetup
from thana_desk.printing.document import render, shared_shaper
from thana_desk.printing.shaping import clean
from thana_desk.printing.words import Style, paragraph

HARD_WORDS = (
    "रिपोर्ट क्षेत्राधिकारी मोहर्रिर कर्तव्य स्थिति द्वितीय श्री गिरफ्तारी र्क र्कि क्ष त्र ज्ञ श्र "
    "ह्म द्ध ट्ट ङ्क्ष्व ज़िला फ़ौजदारी क़ानून बड़ा चाँद ऊँट हूँ दुःख ॐ ऋषि राष्ट्रीय उ0प्र0 कान्स0 "
    "मु0अ0सं0 १२३४५६७८९० 0123456789 FIR/थाना (धारा 303(2)) 25/12/2026 91-9999999999 ₹1,23,456.50 "
    "वादी/सूचनाकर्ता राम–श्याम “उद्धरण” A.B.C. बी.एन.एस. ॥ । — … · [क] {ख} <ग> & % # @ राम राम राम"
)

_CONSONANTS = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
_SYLLABLE = st.builds(
    lambda half, consonant, nukta, matra, sign: (
        half + consonant + (nukta if consonant in "कखगजडढफ" else "") + matra + sign
    ),
    st.sampled_from(("", "", "", "र्", "क्", "श्", "त्", "न्", "स्", "द्", "ङ्", "ष्ट्")),
    st.sampled_from(_CONSONANTS),
    st.sampled_from(("", "", "़")),
    st.sampled_from(("", "ा", "ि", "ी", "ु", "ू", "ृ", "े", "ै", "ो", "ौ", "ॉ")),
    st.sampled_from(("", "", "", "ं", "ँ", "ः")),
)
_HINDI = st.lists(_SYLLABLE, min_size=1, max_size=5).map("".join)
_LATIN = st.text(alphabet="ABCDEFXYZabcdefxyz0123456789.-/()", min_size=1, max_size=9)
_DIGITS = st.text(alphabet="०१२३४५६७८९", min_size=1, max_size=6)
_WORD = st.one_of(
    _HINDI,
    _HINDI,
    _LATIN,
    _DIGITS,
    st.builds(lambda a, b: f"({a}/{b})", _HINDI, _LATIN),
    st.builds(lambda a: f"{a}।", _HINDI),
)
_TEXT = st.lists(_WORD, min_size=1, max_size=120).map(" ".join)


def bare() -> PageSetup:
    return make_setup(running_head=False)


@given(_TEXT)
@settings(max_examples=60, deadline=None)
def test_pdfium_reads_back_the_very_text(text: str) -> None:
    assert body_of(read_by_pdfium(render([Narrative(text)], bare()))) == folded(text)


@needs_poppler
@given(_TEXT)
@settings(max_examples=25, deadline=None)
def test_poppler_reads_back_the_very_text(text: str) -> None:
    assert body_of(read_by_poppler(render([Narrative(text)], bare()))) == folded(text)


@needs_poppler
def test_both_readers_get_hard_words_right() -> None:
    pdf = render([Narrative(HARD_WORDS)], bare())
    assert body_of(read_by_pdfium(pdf)) == folded(HARD_WORDS)
    assert body_of(read_by_poppler(pdf)) == folded(HARD_WORDS)


def test_cells_of_a_table_read_back_too() -> None:
    words = HARD_WORDS.split()
    grid = Grid((Column("अ"), Column("ब")), tuple((word, word) for word in words))
    read = body_of(read_by_pdfium(render([grid], bare())))
    assert all(f"{word} {word}" in read for word in words)
    assert not any(0xE000 <= ord(char) <= 0xF8FF for char in read)


@pytest.mark.parametrize(
    "text",
    [
        "اردو متن کا نمونہ",
        "😀 👨‍👩‍👧 🇮🇳",
        "\ud800 \U0010ffff \ue000",
        "\u202eउल्टा\u202c \u200b \ufeff",
        "a\x00b\x07c\x1bd",
        "ि ् ॅ ं",
        "中文 தமிழ் বাংলা ગુજરાતી",
        "\u0315" * 300,
        "्" * 200,
        "क" + "्क" * 150,
    ],
)
def test_no_sign_stops_a_print(text: str) -> None:
    assert render([Narrative(text)], bare()).startswith(b"%PDF")


def test_a_sign_without_a_glyph_is_named_by_its_code() -> None:
    read = body_of(read_by_pdfium(render([Narrative("राम \U0002f800 \ue123")], bare())))
    assert read == "राम [U+2F800] [U+E123]"


def test_controls_and_direction_marks_do_not_reach_paper() -> None:
    assert clean("क\u202eख\x00ग\u200bघ\tङ\r\nच\u2028छ") == "कखगघ ङ\nच\nछ"


def test_joiners_are_kept_for_the_shaper() -> None:
    shaper = shared_shaper()
    assert shaper.word("क्‍ष").parts != shaper.word("क्ष").parts


def test_lines_never_run_out_of_their_room() -> None:
    style = Style(11, 15.6)
    for text in ("क" * 400, "श्रीमद्भगवद्गीता" * 20, "x" * 300, "अ/ब" * 100):
        for line in paragraph(text, style, 120.0, shared_shaper()):
            assert line.width <= 120.02


def test_a_long_word_is_cut_between_letters_only() -> None:
    word = "क्षत्रिय" * 30
    shaper = shared_shaper()
    pieces = shaper.broken(word, False, 4000)
    assert "".join(pieces) == word
    assert not any(piece.endswith("्") for piece in pieces)
    assert not any(piece[0] in "ािीुूेैोौ्ंँ" for piece in pieces)


def test_line_ends_in_the_text_are_kept() -> None:
    lines = paragraph("एक\n\nदो", Style(11, 15.6), 300.0, shared_shaper())
    assert len(lines) == 3
    assert not lines[1].boxes


def test_justified_lines_fill_their_room_except_the_last() -> None:
    lines = paragraph("क ख ग " * 60, Style(11, 15.6, align="justify"), 200.0, shared_shaper())
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_markup_is_printed_as_it_stands() -> None:
    text = '<b>राम</b> <img src="/etc/passwd"/> &amp; <a href="http://x">y</a> {x} \\( %PDF'
    assert body_of(read_by_pdfium(render([Narrative(text)], bare()))) == folded(text)
