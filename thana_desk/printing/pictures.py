"""Photographs and scans made ready for paper: upright, small enough, always JPEG."""

import hashlib
from dataclasses import dataclass

from thana_desk.pictures import BadPicture, upright

_EDGE = 1000
"""Pixels of the longer edge: 300 dots an inch at the size in which a photograph is printed."""


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
    try:
        return Jpeg(*upright(data, _EDGE))
    # A broken picture must not stop the print.
    except BadPicture:
        return None
