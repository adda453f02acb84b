"""Pages: size, count, repeated headings, flowing cells, determinism, and nothing active inside."""

import re
import tracemalloc
from collections.abc import Iterator

import hypothesis.strategies as st
import pypdfium2
import pytest
import segno
from hypothesis import given, settings

from tests.thana_desk.printing.paper import (
    folded,
    make_setup,
    opened_streams,
    page_sizes,
    pages_text,
    read_by_pdfium,
)
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render, render_set
from thana_desk.printing.page import frame

A4 = (595.28, 841.89)
LONG = "श्रीमान् थानाध्यक्ष महोदय, निवेदन है कि प्रार्थी के साथ घटना घटित हुई। "


def make_grid(rows: int, **changes: object) -> b.Grid:
    columns = (b.Column("क्रम"), b.Column("विवरण", 4.0), b.Column("मूल्य", 1.0, "right"))
    lines = tuple((str(n), f"वस्तु {n}", f"{n}00") for n in range(1, rows + 1))
    return b.Grid(columns, lines, **changes)  # type: ignore[arg-type]  # keyword names are the dataclass's


def every_block() -> list[b.Block]:
    return [
        b.Heading("शीर्षक", 1, "centre"),
        b.Paragraph((b.Run("मोटा", bold=True), b.Run(" छोटा", scale=0.8)), "justify"),
        b.Narrative(LONG * 5, boxed=True),
        b.ItemRow("1", "नाम", "Name", "राम"),
        b.ItemRow("2", "पिता", "Father"),
        b.ItemLine("3.", (b.Field("थाना", "P.S.", "नमूना"), b.Field("बीट", "Beat"))),
        b.FieldTable((b.Field("क", "a", "1"), b.Field("ख", "b"), b.Field("ग"))),
        make_grid(3, numbered_heads=True),
        b.Qr("THANA-DESK:FIR:0001/2026", "सत्यापन"),
        b.Note("टिप्पणी", boxed=True),
        b.Gap(4),
        b.Line(),
        b.Beside((b.Paragraph("बायाँ"),), (b.Qr("X"),)),
        b.Together((b.Paragraph("साथ"), b.Signatures((b.Signature("वादी", ("राम",)),)))),
        b.PageBreak(),
        b.Paragraph("अन्त"),
    ]


def test_every_sheet_is_a4_upright() -> None:
    sizes = page_sizes(render([make_grid(120)], make_setup()))
    assert len(sizes) > 2
    assert all(size == pytest.approx(A4, abs=0.1) for size in sizes)


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"landscape": True}, (841.89, 595.28)),
        ({"paper": "LEGAL"}, (612.0, 1008.0)),
    ],
)
def test_other_sheets_on_request(changes: dict[str, object], size: tuple[float, float]) -> None:
    assert page_sizes(render([b.Paragraph("क")], make_setup(**changes))) == [
        pytest.approx(size, abs=0.1)
    ]


def test_each_page_says_which_of_how_many_it_is() -> None:
    pages = pages_text(render([make_grid(300)], make_setup()))
    assert [f"पृष्ठ {n} / {len(pages)}" in text for n, text in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_headings_repeat_and_no_row_is_lost() -> None:
    pages = pages_text(render([make_grid(300)], make_setup()))
    assert all("क्रम विवरण मूल्य" in page for page in pages)
    found = [int(n) for page in pages for n in re.findall(r"वस्तु (\d+) ", page + " ")]
    assert found == list(range(1, 301))


def test_furniture_stands_on_every_page() -> None:
    setup = make_setup(
        number="0123/2026",
        printed_by="नमूना यादव",
        copy_label="न्यायालय प्रति",
        marks=("पुनर्मुद्रण",),
        foot_note="यह दिवस बन्द नहीं है",
    )
    for page in pages_text(render([make_grid(120)], setup)):
        for words in (
            "थाना: नमूनापुर · जनपद: उदाहरण",
            "परीक्षण प्रपत्र",
            "0123/2026",
            "न्यायालय प्रति",
            "[ पुनर्मुद्रण ]",
            "मुद्रण: 22/11/2026 10:42 · मुद्रणकर्ता: नमूना यादव",
            "यह दिवस बन्द नहीं है",
        ):
            assert words in page


def test_a_sample_is_marked_on_every_page() -> None:
    pages = pages_text(render([make_grid(120)], make_setup(sample=True)))
    assert len(pages) > 1
    assert all("SAMPLE — NOT A REAL RECORD" in page for page in pages)
    assert "SAMPLE" not in read_by_pdfium(render([make_grid(3)], make_setup()))


def test_a_cell_longer_than_a_page_flows_on_and_is_whole() -> None:
    words = " ".join(f"शब्द{n}" for n in range(2500))
    grid = b.Grid((b.Column("सं."), b.Column("विवरण", 5)), (("07", words), ("08", "अगला")))
    pages = pages_text(render([grid], make_setup()))
    assert len(pages) >= 4
    found = re.findall(r"शब्द(\d+)", " ".join(pages))
    assert found == [str(n) for n in range(2500)]
    assert "08 अगला" in pages[-1]


def test_a_row_that_flows_on_says_its_number_again() -> None:
    grid = b.Grid((b.Column("सं."), b.Column("विवरण", 5)), (("07", LONG * 150),), carry_first=True)
    pages = pages_text(render([grid], make_setup()))
    assert len(pages) > 2
    assert all("07 (जारी)" in page for page in pages[1:])
    assert "(जारी)" not in pages[0]


def test_a_remark_longer_than_a_page_flows_on_below_the_headings() -> None:
    words = " ".join(f"टिप्पणी{n}" for n in range(1500))
    columns = (b.Column("पहला"), b.Column("दूसरा"), b.Column("तीसरा"))
    rows = (("1", "2", "3"), b.Wide(words), ("4", "5", "6"))
    pages = pages_text(render([b.Grid(columns, rows)], make_setup()))
    assert len(pages) > 2
    assert re.findall(r"टिप्पणी(\d+)", " ".join(pages)) == [str(n) for n in range(1500)]
    assert all("पहला दूसरा तीसरा" in page for page in pages)
    assert "4 5 6" in pages[-1]


def test_headings_taller_than_half_a_page_do_not_eat_the_rows() -> None:
    grid = b.Grid((b.Column(LONG * 40), b.Column("ख")), tuple((str(n), "x") for n in range(90)))
    text = " ".join(pages_text(render([grid], make_setup())))
    assert all(f" {n} x" in f" {text} " for n in range(90))


def test_a_short_row_is_never_torn() -> None:
    rows = tuple((f"{n:03d}", f"आरम्भ{n:03d} " + LONG * 2 + f"अन्त{n:03d}") for n in range(60))
    for page in pages_text(
        render([b.Grid((b.Column("सं."), b.Column("क", 5)), rows)], make_setup())
    ):
        assert re.findall(r"आरम्भ(\d+)", page) == re.findall(r"अन्त(\d+)", page)


def test_an_empty_table_says_nil() -> None:
    assert (
        "अ ब निल"
        in pages_text(render([b.Grid((b.Column("अ"), b.Column("ब")), ())], make_setup()))[0]
    )


def test_an_empty_paper_is_one_page() -> None:
    assert len(page_sizes(render([], make_setup()))) == 1
    with pytest.raises(ValueError, match="without a paper"):
        render_set([])


def test_a_heading_does_not_stay_behind_alone() -> None:
    for lines in range(30, 60):
        blocks: list[b.Block] = [
            b.Paragraph("\n".join(["क"] * lines)),
            b.Heading("शीर्षक"),
            b.Narrative(LONG * 9),
        ]
        for page in pages_text(render(blocks, make_setup())):
            assert not folded(page).endswith("शीर्षक")


def test_signatures_stay_with_their_places() -> None:
    for lines in range(35, 50):
        blocks: list[b.Block] = [
            b.Paragraph("\n".join(["क"] * lines)),
            b.Signatures((b.Signature("वादी", ("राम", "श्याम")), b.Signature("प्रभारी"))),
        ]
        with_it = [page for page in pages_text(render(blocks, make_setup())) if "वादी" in page]
        assert len(with_it) == 1
        assert "श्याम" in with_it[0]


def test_same_input_and_time_give_the_same_bytes() -> None:
    setup = make_setup(sample=True)
    first = render(every_block(), setup)
    render([b.Narrative("कुछ और 😀 اردو")], setup)  # what was printed between must not matter
    assert render(every_block(), setup) == first
    assert render(every_block(), make_setup(printed_at="2026-11-23T10:42:00+05:30")) != first


def test_the_title_says_what_the_file_is() -> None:
    pdf = render([b.Paragraph("क")], make_setup(number="0123/2026"))
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == "परीक्षण प्रपत्र 0123/2026"


def test_copies_of_a_set_count_their_own_pages() -> None:
    papers = [
        ([make_grid(60)], make_setup(copy_label=label)) for label in ("थाना प्रति", "न्यायालय प्रति")
    ]
    pages = pages_text(render_set(papers))
    half = len(pages) // 2
    assert half > 1
    assert all("थाना प्रति" in page and f"/ {half}" in page for page in pages[:half])
    assert all("न्यायालय प्रति" in page and f"/ {half}" in page for page in pages[half:])


def test_only_black_is_used() -> None:
    data = opened_streams(render(every_block(), make_setup(sample=True))).decode("latin-1")
    colours = re.findall(r"(?m)^[^<\[(]*?([\d.]+ [\d.]+ [\d.]+ (?:rg|RG)|[\d.]+ (?:g|G)\b)", data)
    assert set(re.findall(r"[\d.]+ [gG]", " ".join(colours))) <= {"0 G", "0 g"}
    assert not re.search(r"\d (rg|RG|k|K)\b", re.sub(r"<[0-9A-F]*>", "", data))


def test_a_qr_code_is_drawn_field_by_field_as_it_was_made() -> None:
    data = "THANA-DESK:FIR:0123/2026:" + "AB12" * 16
    setup = make_setup(running_head=False)
    pdf = render([b.Qr(data, size=40.0)], setup)
    matrix = segno.make(data, error="m", micro=False, mask=3).matrix
    scale = 6
    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=scale, grayscale=True).to_pil()
    area = frame(setup)
    unit = 40.0 * 72 / 25.4 / len(matrix) * scale
    left, top = area.left * scale, (area.height - area.top) * scale
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            seen = image.getpixel((round(left + (x + 0.5) * unit), round(top + (y + 0.5) * unit)))
            assert (seen < 128) == bool(dark)


ATTACKS = (
    '<img src="/etc/passwd"/>',
    '<img src="http://example.invalid/x.png"/>',
    '<a href="javascript:app.alert(1)">दबाएँ</a>',
    '<link href="http://example.invalid">x</link>',
    "<onDraw name='x' label='y'/>",
    "<para><font name='Courier'>x",
    "</para></para>&#x3c;script&#x3e;",
    ") Tj ET /URI (http://example.invalid) BT (",
    "]TJ EMC endstream endobj 1 0 obj <</S/JavaScript/JS(app.alert(1))>>",
    "/OpenAction /Launch /EmbeddedFile /AA",
    "%PDF-1.7 %%EOF",
    "\\) \\\\ \\r\\n \\000",
    "{{7*7}} ${x} %s %n",
)
ACTIVE = (b"/URI", b"/JS", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA",
          b"/Annots", b"/AcroForm", b"/XObject", b"/Outlines")  # fmt: skip


def with_text(text: str) -> bytes:
    setup = make_setup(
        title=text, thana=text, district=text, number=text, printed_by=text, copy_label=text,
        marks=(text,), foot_note=text,
    )  # fmt: skip
    return render(
        [
            b.Heading(text),
            b.Paragraph((b.Run(text, bold=True), b.Run(text))),
            b.Narrative(text),
            b.ItemRow(text, text, text, text),
            b.ItemLine(text, (b.Field(text, text, text),), lead=text),
            b.FieldTable((b.Field(text, text, text),)),
            b.Grid((b.Column(text), b.Column(text)), ((text, text), b.Wide(text))),
            b.Signatures((b.Signature(text, (text,)),)),
            b.Note(text),
        ],
        setup,
    )


def names_in(pdf: bytes) -> bytes:
    """The file's own objects, without text: no literal or hex strings, no stream contents."""
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    bare = re.sub(rb"\((?:\\.|[^\\()])*\)", b"", bare, flags=re.DOTALL)
    return re.sub(rb"<[0-9A-Fa-f\s]*>", b"", bare)


@pytest.mark.parametrize("text", ATTACKS)
def test_no_text_becomes_an_active_object(text: str) -> None:
    pdf = with_text(text)
    assert not [name for name in ACTIVE if name in names_in(pdf)]
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_formtype() == pypdfium2.raw.FORMTYPE_NONE
    assert all(
        not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])) for page in document
    )


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_are_printed_as_the_words_they_are(text: str) -> None:
    assert folded(text) in folded(read_by_pdfium(render([b.Narrative(text)], make_setup())))


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_prints_and_stays_inert(text: str) -> None:
    pdf = with_text(text)
    assert not [name for name in ACTIVE if name in names_in(pdf)]
    assert page_sizes(pdf)


def test_memory_grows_by_little_more_than_the_packed_pages() -> None:
    def rows(count: int) -> Iterator[b.Row]:
        for n in range(count):
            yield (str(n), "श्रीमान् क्षत्रिय रिपोर्ट कर्तव्य " * 3, "500")

    def peak(count: int) -> tuple[int, int]:
        grid = b.Grid((b.Column("क"), b.Column("ख", 5), b.Column("ग")), rows(count))
        tracemalloc.start()
        pdf = render([grid], make_setup())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most, len(page_sizes(pdf))

    peak(40)
    small, few = peak(400)
    large, many = peak(2400)
    per_page = (large - small) / (many - few)
    assert many > 60
    assert per_page < 60_000
