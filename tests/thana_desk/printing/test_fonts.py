"""Paper's fonts: found by path, proved before use, missing ones named."""

import shutil
from pathlib import Path

import pytest

from tests.thana_desk.printing.paper import folded, make_setup, read_by_pdfium
from thana_desk.printing.blocks import Narrative
from thana_desk.printing.document import render
from thana_desk.printing.fonts import (
    FontsMissing,
    Pair,
    PaperFonts,
    ShapingBroken,
    candidates,
    find_fonts,
    paper_fonts,
)
from thana_desk.printing.shaping import Shaper

NOWHERE = Pair("nowhere", Path("/nowhere/a.ttf"), Path("/nowhere/b.ttf"))
LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def test_no_font_at_all_is_named() -> None:
    with pytest.raises(FontsMissing) as caught:
        find_fonts([NOWHERE])
    assert caught.value.code == "printing.fonts_missing"


@pytest.mark.skipif(not LATIN.is_file(), reason="a font without Devanagari is needed")
def test_a_font_that_cannot_join_is_refused() -> None:
    with pytest.raises(ShapingBroken) as caught:
        find_fonts([NOWHERE, Pair("Latin only", LATIN, LATIN)])
    assert caught.value.code == "printing.shaping_broken"


def test_a_damaged_file_does_not_hide_a_sound_one(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"\x00\x01\x00\x00 not a font")
    pair = paper_fonts().pair
    assert find_fonts([Pair("damaged", damaged, damaged), pair]).pair == pair
    with pytest.raises(ShapingBroken):
        find_fonts([Pair("damaged", damaged, damaged)])


def test_fonts_are_found_by_path_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = paper_fonts().pair
    moved = Pair("moved", tmp_path / "r.ttf", tmp_path / "b.ttf")
    shutil.copy(pair.regular, moved.regular)
    shutil.copy(pair.bold, moved.bold)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_fonts([moved]).pair == moved


@pytest.mark.parametrize(
    "pair", [pair for pair in candidates() if pair.exists()], ids=lambda pair: str(pair.name)
)
def test_every_family_at_hand_prints_readable_hindi(pair: Pair) -> None:
    shaper = Shaper(PaperFonts(pair))
    text = "क्षेत्राधिकारी श्री र्क कि हिन्दी (FIR No. 12/2026) ₹500 चाँद ज़िला दुःख"
    read = folded(read_by_pdfium(render([Narrative(text)], make_setup(), shaper=shaper)))
    assert text in read


def test_without_fallbacks_a_missing_sign_is_still_shown_by_its_code() -> None:
    shaper = Shaper(PaperFonts(paper_fonts().pair))
    read = folded(read_by_pdfium(render([Narrative("राम 😀 اب")], make_setup(), shaper=shaper)))
    assert "राम [U+1F600] [U+0627][U+0628]" in read
