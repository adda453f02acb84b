"""The camera's door, with a film in the place of the device."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.stand_in_camera import make_video
from thana_desk.camera import (
    VARIABLE,
    Camera,
    CameraBusy,
    CameraLost,
    NoCamera,
    sources,
    upright_middle,
)


def test_a_picture_comes_in_the_size_of_the_camera(tmp_path: Path) -> None:
    camera = Camera([str(make_video(tmp_path / "film.avi"))])
    frame = camera.frame()
    assert (frame.width, frame.height, len(frame.pixels)) == (640, 480, 640 * 480 * 3)
    assert not frame.is_black
    camera.close()


def test_a_likeness_is_cut_to_its_upright_middle_and_a_scene_is_not(tmp_path: Path) -> None:
    camera = Camera([str(make_video(tmp_path / "film.avi"))])
    frame = camera.frame()
    camera.close()
    for portrait, size in ((True, (360, 480)), (False, (640, 480))):
        with Image.open(io.BytesIO(frame.jpeg(portrait=portrait))) as picture:
            assert picture.format == "JPEG"
            assert picture.size == size
            red, _green, blue = picture.convert("RGB").getpixel((size[0] // 2, 240))  # type: ignore[misc]  # RGB
            assert red > 180 > 100 > blue


def test_a_camera_that_stops_is_lost_and_can_be_opened_again(tmp_path: Path) -> None:
    film = str(make_video(tmp_path / "film.avi", frames=4))
    camera = Camera([film])
    for _number in range(3):  # the first was spent on seeing that the camera works
        camera.frame()
    with pytest.raises(CameraLost):
        camera.frame()
    camera.close()
    with pytest.raises(CameraLost):
        camera.frame()
    again = Camera([film])
    assert again.frame().width == 640
    again.close()


def test_a_covered_lens_is_noticed(tmp_path: Path) -> None:
    camera = Camera([str(make_video(tmp_path / "film.avi", grey=0))])
    assert camera.frame().is_black
    camera.close()


def test_a_device_that_gives_nothing_is_busy_and_the_next_one_is_tried(tmp_path: Path) -> None:
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"RIFF" + bytes(200))
    with pytest.raises(CameraBusy):
        Camera([str(broken)])
    film = str(make_video(tmp_path / "film.avi"))
    camera = Camera([str(broken), film])
    assert camera.frame().width == 640
    camera.close()


def test_without_a_device_there_is_no_camera(tmp_path: Path) -> None:
    with pytest.raises(NoCamera):
        Camera([])
    with pytest.raises(NoCamera):
        Camera([str(tmp_path / "gone.avi")])


def test_the_camera_can_be_named_by_number_or_file(tmp_path: Path) -> None:
    film = make_video(tmp_path / "film.avi", frames=1)
    assert sources({VARIABLE: " 2 "}) == (2,)
    assert sources({VARIABLE: str(film)}) == (str(film),)
    assert sources({VARIABLE: str(tmp_path / "gone.avi")}) == ()
    # A camera on the network would be a second way out of this PC.
    assert sources({VARIABLE: "rtsp://10.0.0.1/live"}) == ()


@pytest.mark.parametrize("size", [(1280, 720), (640, 480), (480, 640), (3, 4), (1, 1)])
def test_the_upright_middle_lies_inside_the_picture(size: tuple[int, int]) -> None:
    left, wide = upright_middle(*size)
    assert left >= 0
    assert left + wide <= size[0]
