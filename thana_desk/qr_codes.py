"""QR codes in a picture of a paper: found and read by OpenCV, which loads when the first is looked for."""

from typing import Any

_MOST = 12_000_000
"""Pixels up to which a picture is looked at twice as large, which finds the small codes of a
scan at 200 dots an inch; beyond, its codes are large enough."""


def codes_in(pixels: bytes, width: int, height: int, stride: int) -> list[str]:
    """The texts of all QR codes, in the order found; pixels are blue, green, red; none twice."""
    import cv2
    import numpy

    rows = numpy.frombuffer(pixels, dtype=numpy.uint8).reshape((height, stride))
    grey = cv2.cvtColor(
        numpy.ascontiguousarray(rows[:, : width * 3]).reshape((height, width, 3)),
        cv2.COLOR_BGR2GRAY,
    )
    found = _read(grey)
    if not found and width * height <= _MOST:
        larger = cv2.resize(grey, None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC)
        found = _read(larger)
    return list(dict.fromkeys(found))


def _read(grey: Any) -> list[str]:
    """What the two detectors read; each finds codes that the other misses."""
    import cv2

    for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
        try:
            _found, texts, _corners, _straight = detector.detectAndDecodeMulti(grey)
        except (cv2.error, UnicodeDecodeError):
            # A pattern that only looks like a code; the other detector may still read the page.
            continue
        read = [str(text) for text in texts if text]
        if read:
            return read
    return []
