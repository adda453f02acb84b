"""Papers last: PDF/A-2u by the judgement of veraPDF, and no claim where none was judged."""

import re
from pathlib import Path

import pytest

from tests.picture_files import make_picture
from tests.thana_desk.printing.paper import make_setup
from tests.thana_desk.printing.test_pages import ATTACKS, LONG, every_block, make_grid, with_text
from tests.thana_desk.printing.test_words import HARD_WORDS
from tests.thana_desk.printing.verapdf import faults_of, needs_verapdf
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render, render_set
from thana_desk.printing.fonts import (
    LASTING,
    Pair,
    PaperFonts,
    candidates,
    fallback_candidates,
    paper_fonts,
)
from thana_desk.printing.shaping import Shaper

CLAIM = b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
STRANGE = "اردو متن 😀 [☎] \ud800 \ue123 \u0315 क\u200d्ष ि ् ॅ 中文"


def samples() -> dict[str, bytes]:
    setup = make_setup(sample=True, number="0001/2026", foot_note="टिप्पणी", copy_label="प्रति")
    made = {
        "every_block": render(every_block(), setup),
        "hard_words": render([b.Narrative(HARD_WORDS), b.Narrative(STRANGE)], make_setup()),
        "long": render([b.Narrative(LONG * 300), make_grid(300)], make_setup(landscape=True)),
        "empty": render([], make_setup()),
        "copies": render_set([([make_grid(40)], make_setup(copy_label=c)) for c in ("क", "ख")]),
        "pictures": render([b.Pictures((b.Picture(make_picture("JPEG"), "चित्र"),))], make_setup()),
    }
    made |= {f"attack{n}": with_text(text) for n, text in enumerate(ATTACKS)}
    for pair in candidates():
        if pair.exists() and {pair.regular.stem, pair.bold.stem} <= LASTING:
            shaper = Shaper(PaperFonts(pair, fallback_candidates()))
            made[f"in_{pair.regular.stem}"] = render(
                [b.Heading(HARD_WORDS), b.Narrative(HARD_WORDS + STRANGE)],
                make_setup(),
                shaper=shaper,
            )
    return made


@needs_verapdf
def test_every_kind_of_paper_is_pdf_a_2u_to_verapdf(tmp_path: Path) -> None:
    made = samples()
    assert all(CLAIM in pdf for pdf in made.values())
    assert {name: found for name, found in faults_of(made, tmp_path).items() if found} == {}


@needs_verapdf
@pytest.mark.parametrize(
    ("right", "wrong", "clause"),
    [
        (b"/ToUnicode", b"/NoUnicode", "6.2.11.7.2"),
        (b"/GTS_PDFA1", b"/GTS_NOTHI", "6.2.4.3"),
        (b"/Metadata ", b"/Nometadat ", "6.6.2.1"),
        (b"/FontFile2", b"/NoFontFil", "6.2.11.4.1"),
    ],
)
def test_the_judge_notices_what_is_missing(
    tmp_path: Path, right: bytes, wrong: bytes, clause: str
) -> None:
    pdf = render(every_block(), make_setup())
    assert right in pdf
    found = faults_of({"spoiled": pdf.replace(right, wrong)}, tmp_path)["spoiled"]
    assert any(one.startswith(clause) for one in found), found


def test_a_paper_in_a_font_that_was_never_judged_claims_nothing(tmp_path: Path) -> None:
    known = paper_fonts().pair
    other = Pair("other", tmp_path / "Other.ttf", tmp_path / "OtherBold.ttf")
    other.regular.write_bytes(known.regular.read_bytes())
    other.bold.write_bytes(known.bold.read_bytes())
    pdf = render([b.Narrative("राम")], make_setup(), shaper=Shaper(PaperFonts(other)))
    assert b"pdfaid:part>" not in pdf
    assert CLAIM in render([b.Narrative("राम")], make_setup())


def test_a_file_has_an_id_a_language_and_no_key() -> None:
    pdf = render(every_block(), make_setup())
    assert re.search(rb"/ID\[<([0-9A-F]{32})><\1>\]", pdf)
    assert b"/Lang(hi-IN)" in pdf
    assert b"/Encrypt" not in pdf
