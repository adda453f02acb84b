"""Pictures and papers as files, made in memory."""

import io

from PIL import Image


def make_picture(
    kind: str = "PNG", size: tuple[int, int] = (60, 80), colour: str = "red", **more: object
) -> bytes:
    """A picture in one colour; `more` is for Pillow."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **more)
    return out.getvalue()


def make_pdf(
    pages: int = 1, size: tuple[int, int] = (210, 297), dots_per_inch: float = 25.4
) -> bytes:
    """A PDF of white pages, A4 where nothing else is said."""
    out = io.BytesIO()
    sheets = [Image.new("RGB", size, "white") for _page in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=dots_per_inch)
    return out.getvalue()
