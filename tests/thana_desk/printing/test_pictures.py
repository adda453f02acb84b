"""Photographs on paper: upright and whole, with their words; a broken one never stops the print."""

import io

import pypdfium2
import pytest
from PIL import Image

from tests.thana_desk.printing.paper import make_setup, pages_text
from thana_desk.printing import blocks as b
from thana_desk.printing.document import UNREADABLE, render
from thana_desk.printing.pictures import jpeg_of


def make_picture(kind: str = "JPEG", size: tuple[int, int] = (300, 400), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def reds(pdf: bytes, page: int = 0) -> int:
    """How many red dots a page shows."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = document[page].render(scale=1).to_pil().convert("RGB")
    document.close()
    found = drawn.getcolors(drawn.width * drawn.height) or []
    return sum(count for count, (r, g, _b) in found if r > 150 and g < 90)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_seen_on_the_page_with_its_words(kind: str) -> None:
    shown = b.Picture(make_picture(kind), "अभियुक्त नमूना राम")
    pdf = render([b.Pictures((shown,))], make_setup())
    assert reds(pdf) > 10_000
    assert "अभियुक्त नमूना राम" in pages_text(pdf)[0]


def test_a_picture_keeps_its_shape() -> None:
    made = jpeg_of(make_picture(size=(600, 200)))
    assert made is not None
    assert made.width == 3 * made.height


def test_a_photograph_taken_sideways_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    made = jpeg_of(make_picture(size=(400, 300), exif=turned))
    assert made is not None
    assert (made.width, made.height) == (300, 400)


def test_a_large_photograph_is_made_small_enough_for_a_slow_link() -> None:
    made = jpeg_of(make_picture(size=(4000, 3000)))
    assert made is not None
    assert max(made.width, made.height) == 1000


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", make_picture()[:200], b"GIF89a" + bytes(99)],
)
def test_a_broken_picture_says_so_and_the_print_goes_on(data: bytes) -> None:
    pdf = render([b.Pictures((b.Picture(data, "x"),)), b.Paragraph("अन्त")], make_setup())
    (text,) = pages_text(pdf)
    assert UNREADABLE.partition(" · ")[0] in text
    assert "अन्त" in text


def test_many_pictures_flow_over_pages() -> None:
    shown = tuple(b.Picture(make_picture(), f"चित्र {number}") for number in range(1, 20))
    pdf = render([b.Pictures(shown)], make_setup())
    texts = pages_text(pdf)
    assert len(texts) > 1
    assert all(any(f"चित्र {number}" in text for text in texts) for number in range(1, 20))


def test_the_same_picture_stands_in_the_file_once() -> None:
    shown = b.Picture(make_picture(), "x")
    once = render([b.Pictures((shown,))], make_setup())
    twice = render([b.Pictures((shown, shown))], make_setup())
    assert len(twice) - len(once) < 1_000
