"""Photographs and scans made ready for paper: upright, small enough, always JPEG."""

import hashlib
import io
from dataclasses import dataclass

_EDGE = 1000
"""Pixels of the longer edge: 300 dots an inch at the size in which a photograph is printed."""
_MOST_PIXELS = 60_000_000
"""A larger picture is not opened: it would take the memory of the whole PC."""


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture as it is embedded; `name` is the same for the same picture."""

    data: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        """The name under which a page draws it."""
        return f"P{hashlib.sha256(self.data).hexdigest()[:16]}"


def jpeg_of(data: bytes) -> Jpeg | None:
    """The picture in `data` (JPEG or PNG) made ready; None where it cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((_EDGE, _EDGE))
            if picture.mode in ("RGBA", "LA", "PA", "P"):
                clear = picture.convert("RGBA")
                picture = Image.new("RGB", clear.size, "white")
                picture.paste(clear, mask=clear.getchannel("A"))
            picture = picture.convert("RGB")
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=85)
    # A broken file can raise nearly anything in a decoder; none of it may stop the print.
    except (OSError, ValueError, SyntaxError, ArithmeticError, Image.DecompressionBombError):
        return None
    return Jpeg(out.getvalue(), picture.width, picture.height)
