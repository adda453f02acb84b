"""The camera of this PC: found, opened, one picture at a time; the library loads when it is opened."""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VARIABLE = "THANA_DESK_CAMERA"
"""Names the camera: its number, or a video file that is played in its place."""

_ASKED = (1280, 720)
"""Nearly every camera since 2010 gives this size; cut upright it fills a kept photograph."""

_WARMING = 5.0
"""Seconds to wait for the first picture; some cameras give none while they start."""

_SILENCE = "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"
"""How the library is told, in seconds, how long a device may be silent; it would wait for ten."""

_BLACK = 10.0
"""Mean brightness, of 255, below which nothing can be seen."""

_FLAT = 4.0
"""Spread of brightness below which a dark picture shows nothing at all."""


class CameraProblem(Exception):
    """No picture can be had; `code` is stable."""

    code = "camera"


class NoCamera(CameraProblem):
    """There is no camera here."""

    code = "none"


class CameraBusy(CameraProblem):
    """There is one, but it gives no picture: another program has it, or it may not be used."""

    code = "busy"


class CameraLost(CameraProblem):
    """It gave pictures and has stopped: unplugged, or taken away."""

    code = "lost"


@dataclass(frozen=True)
class Frame:
    """One picture: rows of blue, green, red. `is_black` where nothing can be seen on it."""

    width: int
    height: int
    pixels: bytes
    is_black: bool

    def jpeg(self, *, portrait: bool) -> bytes:
        """As a file; `portrait` cuts it to the upright middle that the guide shows."""
        import cv2
        import numpy

        rows = numpy.frombuffer(self.pixels, dtype=numpy.uint8)
        rows = rows.reshape((self.height, self.width, 3))
        if portrait:
            left, wide = upright_middle(self.width, self.height)
            rows = rows[:, left : left + wide]
        done, made = cv2.imencode(".jpg", rows, [cv2.IMWRITE_JPEG_QUALITY, 92])
        if not done:
            raise CameraLost
        return bytes(made)


def upright_middle(width: int, height: int) -> tuple[int, int]:
    """Where the upright middle of a picture begins, and how wide it is: three to four."""
    wide = min(width, height * 3 // 4)
    return (width - wide) // 2, wide


def sources(environment: "Mapping[str, str]" = os.environ) -> "Sequence[int | str]":
    """What may be opened, best first; empty where there is surely no camera."""
    named = environment.get(VARIABLE, "").strip()
    if named:
        if named.isascii() and named.isdigit():
            return (int(named),)
        return (named,) if Path(named).is_file() else ()
    if sys.platform.startswith("linux"):
        found = (path.name.removeprefix("video") for path in Path("/dev").glob("video*"))
        return tuple(sorted(int(number) for number in found if number.isdigit()))
    # Windows does not tell without opening.
    return (0, 1)


class Camera:
    """The first of `sources` that gives a picture.

    Every method may wait for the device for seconds: never call one on the window's thread.

    Raises:
        NoCamera, CameraBusy.
    """

    def __init__(self, sources: "Sequence[int | str]") -> None:
        if not sources:
            raise NoCamera
        os.environ.setdefault(_SILENCE, "2")
        import cv2

        cv2.utils.logging.setLogLevel(
            cv2.utils.logging.LOG_LEVEL_SILENT
        )  # its complaints about devices would fill the terminal
        cv2.setNumThreads(1)
        self._device: Any = None
        is_there = _any_there(sources)
        for source in sources:
            device = _open(source)
            if device.isOpened():
                self._device, is_there = device, True
                if self._first():
                    return
            device.release()
        self._device = None
        raise CameraBusy if is_there else NoCamera

    def frame(self) -> Frame:
        """The next picture.

        Raises:
            CameraLost.
        """
        import cv2

        done, rows = self._device.read() if self._device is not None else (False, None)
        if not done or rows is None or rows.ndim != 3:
            raise CameraLost
        height, width = rows.shape[:2]
        mean, spread = cv2.meanStdDev(cv2.cvtColor(rows[::4, ::4], cv2.COLOR_BGR2GRAY))
        black = float(mean[0][0]) < _BLACK and float(spread[0][0]) < _FLAT
        return Frame(int(width), int(height), rows.tobytes(), black)

    def close(self) -> None:
        """Give the device back; its light goes out."""
        device, self._device = self._device, None
        if device is not None:
            device.release()

    def _first(self) -> bool:
        end = time.monotonic() + _WARMING
        while not self._device.grab():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True


def _open(source: int | str) -> Any:
    import cv2

    if isinstance(source, str):
        return cv2.VideoCapture(source)
    if sys.platform == "win32":
        # Media Foundation takes up to half a minute to open some cameras; DirectShow does not.
        device = cv2.VideoCapture(source, cv2.CAP_DSHOW)
    else:
        device = cv2.VideoCapture(source, cv2.CAP_V4L2)
    if device.isOpened():
        # Uncompressed, this size comes at five pictures a second over USB 2.
        device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        device.set(cv2.CAP_PROP_FRAME_WIDTH, _ASKED[0])
        device.set(cv2.CAP_PROP_FRAME_HEIGHT, _ASKED[1])
    return device


def _any_there(sources: "Sequence[int | str]") -> bool:
    if sys.platform.startswith("linux"):
        paths = (f"/dev/video{one}" if isinstance(one, int) else one for one in sources)
        return any(Path(path).exists() for path in paths)
    return False
