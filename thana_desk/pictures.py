"""Pictures judged and made smaller: the only place that opens a picture file."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS = 60_000_000
"""A larger picture is not opened: it would take the memory of the whole PC."""

LIKENESS = (600, 800)
"""Width and height, in pixels, within which a person's photograph is kept."""

LIKENESS_BYTES = 100 * 1024
"""The most a person's photograph takes: some three seconds of a link of 256 kbit/s."""

_QUALITIES = (85, 75, 65, 50, 35)


class BadPicture(Exception):
    """A picture that cannot be used; `why` is `broken`, `huge` or `moving`."""

    def __init__(self, why: Literal["broken", "huge", "moving"]) -> None:
        super().__init__(why)
        self.why = why


def check(data: bytes) -> tuple[int, int]:
    """Decode the whole of a JPEG or PNG; its width and height as it is looked at.

    Raises:
        BadPicture.
    """
    with _opened(data) as picture:
        # An eighth of the size is enough to see that nothing is cut off, and takes a tenth of
        # the time; a PNG is always decoded whole.
        wide, high = picture.size
        turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        picture.draft("RGB", (wide // 8, high // 8))
        picture.load()
    return (high, wide) if turned else (wide, high)


def upright(data: bytes, edge: int) -> tuple[bytes, int, int]:
    """The picture as a JPEG with its longer edge at most `edge`, and its width and height.

    It stands upright and carries neither place nor device.

    Raises:
        BadPicture.
    """
    with _opened(data) as opened:
        picture = _plain(opened, (edge, edge))
        return _jpeg(picture, _QUALITIES[0]), picture.width, picture.height


def likeness(data: bytes) -> bytes:
    """A person's photograph as it is kept: a JPEG within `LIKENESS` and `LIKENESS_BYTES`.

    Raises:
        BadPicture.
    """
    with _opened(data) as opened:
        picture = _plain(opened, LIKENESS)
        for quality in _QUALITIES:
            made = _jpeg(picture, quality)
            if len(made) <= LIKENESS_BYTES:
                return made
        # Pure noise does not get smaller by quality alone.
        picture.thumbnail((LIKENESS[0] // 2, LIKENESS[1] // 2))
        return _jpeg(picture, _QUALITIES[-1])


def of_pixels(pixels: bytes, width: int, height: int, stride: int, edge: int) -> bytes:
    """Pixels in the order blue, green, red as a JPEG with its longer edge at most `edge`."""
    from PIL import Image

    picture = Image.frombytes("RGB", (width, height), pixels, "raw", "BGR", stride)
    picture.thumbnail((edge, edge))
    return _jpeg(picture, _QUALITIES[0])


@contextmanager
def _opened(data: bytes) -> "Iterator[Picture]":
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadPicture("huge")
            # A phone's JPEG may hold a second picture for its own use; a PNG that moves would
            # hide all its pictures but the first from whoever looks at the record.
            if picture.format == "PNG" and getattr(picture, "n_frames", 1) > 1:
                raise BadPicture("moving")
            yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture("huge") from error
    # A broken file can raise nearly anything in a decoder.
    except (OSError, ValueError, SyntaxError, ArithmeticError, EOFError, KeyError) as error:
        raise BadPicture("broken") from error


def _plain(opened: "Picture", most: tuple[int, int]) -> "Picture":
    """Upright, within `most`, red green blue on white."""
    from PIL import Image, ImageOps

    # Decode no more than is wanted; twice as much leaves the filter enough to work on.
    opened.draft("RGB", (most[0] * 2, most[0] * 2))
    picture: Picture = ImageOps.exif_transpose(opened)
    if picture.mode.startswith("I"):
        # 16 bits of grey: Pillow would cut everything above 255 to white.
        picture = picture.convert("I").point([one // 256 for one in range(65536)], "L")
    picture.thumbnail(most, Image.Resampling.LANCZOS)
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        clear = picture.convert("RGBA")
        picture = Image.new("RGB", clear.size, "white")
        picture.paste(clear, mask=clear.getchannel("A"))
    return picture.convert("RGB")


def _jpeg(picture: "Picture", quality: int) -> bytes:
    out = io.BytesIO()
    # A new file from pixels alone: Pillow would write comment and profile of the old one again.
    picture.info = {}
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def pixels_of(data: bytes, most: int) -> tuple[bytes, int, int, int]:
    """An upright picture as blue, green, red; with its width, height and bytes a row.

    Its longer edge is at most `most`.

    Raises:
        BadPicture.
    """
    with _opened(data) as opened:
        picture = _plain(opened, (most, most))
        return picture.tobytes("raw", "BGR"), picture.width, picture.height, picture.width * 3
