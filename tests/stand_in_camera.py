"""A video file that stands in for a camera: made by the library that plays it."""

from pathlib import Path

import cv2
import numpy


def make_video(
    file: Path, frames: int = 60, size: tuple[int, int] = (640, 480), grey: int = 120
) -> Path:
    """A film of a light disc on grey (`grey` 0: nothing but black), `frames` pictures long."""
    film = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 25.0, size)
    assert film.isOpened()
    for _number in range(frames):
        rows = numpy.full((size[1], size[0], 3), grey, numpy.uint8)
        if grey:
            cv2.circle(rows, (size[0] // 2, size[1] // 2), size[1] // 4, (60, 120, 220), -1)
        film.write(rows)
    film.release()
    return file
