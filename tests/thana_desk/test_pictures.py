"""Pictures of every make: judged whole, kept upright, small and silent about place and device."""

import io
import os
import struct
import zlib

import pytest
from PIL import Image

from thana_desk.pictures import LIKENESS_BYTES, MOST_PIXELS, BadPicture, check, likeness, upright

GPS, TURNED, MAKER = 0x8825, 0x0112, 0x010F


def make_file(picture: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def make_photo(size: tuple[int, int] = (400, 300)) -> Image.Image:
    """Left half red, right half blue."""
    picture = Image.new("RGB", size, (0, 0, 200))
    picture.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))
    return picture


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        return picture


def make_bomb(side: int = 20_000) -> bytes:
    """A PNG of a few kilobytes that says it is `side` times `side` pixels large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_a_likeness_carries_neither_place_nor_device() -> None:
    told = Image.Exif()
    told[MAKER] = "नमूना फोन"
    told.get_ifd(GPS)[1] = "N"
    data = make_file(make_photo(), exif=told, comment=b"secret", dpi=(72, 72))
    assert opened(data).getexif()[MAKER]
    made = opened(likeness(data))
    assert not made.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(made.info)


def test_a_photograph_of_12_megapixels_fits_the_link() -> None:
    noise = Image.frombytes("RGB", (500, 375), os.urandom(500 * 375 * 3)).resize((4000, 3000))
    made = likeness(make_file(noise, quality=95))
    assert len(made) <= LIKENESS_BYTES
    assert opened(made).size == (600, 450)


def test_what_no_quality_makes_small_is_made_smaller() -> None:
    noise = Image.frombytes("RGB", (1200, 1600), os.urandom(1200 * 1600 * 3))
    assert len(likeness(make_file(noise, "PNG"))) <= LIKENESS_BYTES


def test_a_photograph_taken_sideways_is_kept_upright() -> None:
    turned = Image.Exif()
    turned[TURNED] = 6
    data = make_file(make_photo(), exif=turned)
    assert check(data) == (300, 400)
    made = opened(likeness(data))
    assert made.size == (300, 400)
    red, _green, blue = made.getpixel((150, 50))  # type: ignore[misc]  # an RGB pixel
    assert red > blue


def test_print_colours_and_16_bits_of_grey_are_read_right() -> None:
    cyan = opened(likeness(make_file(Image.new("CMYK", (60, 80), (255, 0, 0, 0)))))
    red, green, blue = cyan.getpixel((30, 40))  # type: ignore[misc]  # an RGB pixel
    assert (red < 40, green > 200, blue > 200) == (True, True, True)
    deep = Image.new("I;16", (60, 80))
    deep.putdata([40_000] * (60 * 80))
    assert opened(likeness(make_file(deep, "PNG"))).getpixel((30, 40)) == (156, 156, 156)


def test_what_can_be_seen_through_stands_on_white() -> None:
    clear = Image.new("RGBA", (60, 80), (0, 0, 0, 0))
    assert opened(likeness(make_file(clear, "PNG"))).getpixel((30, 40)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_is_cut_off_is_broken(kind: str) -> None:
    noise = Image.frombytes("RGB", (300, 300), os.urandom(300 * 300 * 3))
    whole = make_file(noise, kind)
    assert check(whole) == (300, 300)
    for part in (whole[: len(whole) // 2], whole[:60], whole[:3]):
        for judge in (check, likeness):
            with pytest.raises(BadPicture) as caught:
                judge(part)
            assert caught.value.why == "broken"


def test_a_bomb_is_not_opened() -> None:
    bomb = make_bomb()
    assert len(bomb) < 10_000
    for side in (20_000, int(MOST_PIXELS**0.5) + 10, 12_000):
        with pytest.raises(BadPicture) as caught:
            check(make_bomb(side))
        assert caught.value.why == "huge"


def test_a_picture_that_moves_is_refused_and_a_phones_second_picture_is_not() -> None:
    frames = [make_photo(), Image.new("RGB", (400, 300), "white")]
    moving = make_file(frames[0], "PNG", save_all=True, append_images=frames[1:])
    with pytest.raises(BadPicture) as caught:
        likeness(moving)
    assert caught.value.why == "moving"
    pair = make_file(frames[0], "MPO", save_all=True, append_images=frames[1:])
    assert check(pair) == (400, 300)
    red, _green, blue = opened(likeness(pair)).getpixel((100, 150))  # type: ignore[misc]  # RGB
    assert red > blue


def test_a_picture_to_look_at_keeps_its_shape() -> None:
    made, width, height = upright(make_file(make_photo((4000, 2000))), 1000)
    assert (width, height) == (1000, 500)
    assert opened(made).size == (1000, 500)
