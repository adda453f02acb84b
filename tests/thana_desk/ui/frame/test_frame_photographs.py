"""Photographs and files at the desk: taken, scanned, looked at and written out by keys alone."""

import hashlib
import io
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forms.kit.fields import Attachment, Keeps
from forms.kit.words import Words
from tests.picture_files import make_pdf, make_picture
from tests.stand_in_camera import make_video
from tests.thana_desk.ui.frame.seat import Seat, desk_in
from thana_desk.actions import attachments, records
from thana_desk.camera import VARIABLE
from thana_desk.ui.capture import CaptureBox
from thana_desk.ui.file_box import CAMERA, DISK, FileBox
from thana_desk.ui.pages.form import open_draft
from thana_desk.ui.pages.record import RecordPage
from thana_desk.ui.reading import reading

Key = Qt.Key
NAMED = Words("फोटो", "Photo")
PICTURES = ("image/jpeg", "image/png")
FACE = Attachment("photo", NAMED, mimes=PICTURES, keeps=Keeps.LIKENESS, sides=("front",))
SIDES = Attachment("photo", NAMED, mimes=PICTURES, keeps=Keeps.LIKENESS, sides=("right", "left"))
SCENE = Attachment("file", NAMED)


@pytest.fixture
def desk(make_seat: Callable[[Path], Seat], worked_home: Path) -> Seat:
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    return seat


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A film of ten minutes' worth of pictures stands in for the camera."""
    file = make_video(tmp_path / "film.avi", frames=400)
    monkeypatch.setenv(VARIABLE, str(file))
    return file


@pytest.fixture
def no_camera(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.avi"))


def opened(seat: Seat, asked: Attachment) -> CaptureBox:
    box = CaptureBox(seat.frame, asked)
    box.open_box()
    return box


def press(box: CaptureBox | FileBox, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(box.list if isinstance(box, FileBox) else box, key)


@pytest.mark.usefixtures("film")
def test_a_face_is_taken_with_space_and_kept_with_enter(desk: Seat, qtbot: QtBot) -> None:
    box = opened(desk, FACE)
    ended: list[bool] = []
    box.finished = lambda: ended.append(True)
    qtbot.waitUntil(lambda: box.is_live, timeout=20_000)
    press(box, Key.Key_Space)
    assert box.is_still
    assert not ended
    press(box, Key.Key_R)
    qtbot.waitUntil(lambda: box.is_live, timeout=20_000)
    press(box, Key.Key_Return, Key.Key_Return)
    assert ended
    assert box.taken is not None
    stored = attachments.keep_bytes(desk.frame.desk, "photo.jpg", box.taken.jpeg(), FACE)
    kept = attachments.kept_bytes(desk.frame.desk, stored)
    assert kept is not None
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (360, 480)
    box.hide()
    desk.settle()


@pytest.mark.usefixtures("film")
def test_the_side_is_chosen_with_arrows_and_stands_with_the_photograph(
    desk: Seat, qtbot: QtBot
) -> None:
    box = opened(desk, SIDES)
    qtbot.waitUntil(lambda: box.is_live, timeout=20_000)
    press(box, Key.Key_Right, Key.Key_Space, Key.Key_Return)
    assert box.taken is not None
    assert box.taken.caption() == "बायीं ओर से"
    box.hide()
    desk.settle()


@pytest.mark.usefixtures("film")
def test_escape_takes_nothing_and_gives_the_camera_back(desk: Seat, qtbot: QtBot) -> None:
    for _time in range(2):
        box = opened(desk, SCENE)
        qtbot.waitUntil(lambda box=box: box.is_live, timeout=20_000)  # type: ignore[misc]  # bound now
        press(box, Key.Key_Space, Key.Key_Escape)
        assert box.taken is None
        box.hide()
        desk.settle()


def test_a_camera_that_stops_says_so_and_is_tried_again(
    desk: Seat, qtbot: QtBot, film: Path
) -> None:
    make_video(film, frames=3)
    box = opened(desk, FACE)
    qtbot.waitUntil(lambda: box.trouble == "lost", timeout=20_000)
    press(box, Key.Key_Space)
    assert not box.is_still
    make_video(film, frames=400)
    press(box, Key.Key_R)
    qtbot.waitUntil(lambda: box.is_live, timeout=20_000)
    box.hide()
    desk.settle()


def test_a_covered_lens_takes_no_photograph(desk: Seat, qtbot: QtBot, film: Path) -> None:
    make_video(film, frames=400, grey=0)
    box = opened(desk, FACE)
    qtbot.waitUntil(lambda: box.trouble == "black", timeout=20_000)
    press(box, Key.Key_Space)
    assert not box.is_still
    box.hide()
    desk.settle()


def test_a_camera_that_gives_nothing_is_named_busy(desk: Seat, qtbot: QtBot, film: Path) -> None:
    film.write_bytes(b"RIFF" + bytes(200))
    box = opened(desk, FACE)
    qtbot.waitUntil(lambda: box.trouble == "busy", timeout=20_000)
    assert "R" in reading.first(box.keys.words)
    box.hide()
    desk.settle()


@pytest.mark.usefixtures("no_camera")
def test_without_a_camera_it_is_not_offered(desk: Seat, qtbot: QtBot) -> None:
    box = FileBox(desk.frame, FACE)
    box.open_box()
    desk.settle()
    press(box, Key.Key_Return)
    assert box.chosen == DISK
    box.hide()
    alone = opened(desk, FACE)
    qtbot.waitUntil(lambda: alone.trouble == "none", timeout=20_000)
    alone.hide()
    desk.settle()


@pytest.mark.usefixtures("film")
def test_a_face_is_offered_the_camera_first_and_a_paper_the_scan(
    desk: Seat, tmp_path: Path
) -> None:
    scan = scanned(desk, tmp_path / "scans")
    for asked, first in ((FACE, CAMERA), (SCENE, scan)):
        box = FileBox(desk.frame, asked)
        box.open_box()
        desk.settle()
        press(box, Key.Key_Return)
        assert box.chosen == first
        box.hide()


def scanned(seat: Seat, folder: Path) -> Path:
    """A scan of a minute ago in the folder of the settings."""
    folder.mkdir()
    file = folder / "scan_0001.pdf"
    file.write_bytes(make_pdf(2))
    at = seat.frame.desk.clock.now().timestamp() - 60
    os.utime(file, (at, at))
    reading.scan_folder = str(folder)
    return file


@pytest.fixture(autouse=True)
def _no_scan_folder() -> Any:
    yield
    reading.scan_folder = ""


@pytest.mark.usefixtures("no_camera")
def test_f8_attaches_the_latest_scan(desk: Seat, tmp_path: Path) -> None:
    scan = scanned(desk, tmp_path / "scans")
    draft = records.begin(desk.frame.desk, "gd")
    open_draft(desk.frame, draft.draft_id)
    desk.settle()
    view = desk.front.view
    assert view.go_to(("files",))
    end = time.monotonic() + 30

    def answer() -> None:
        boxes = [one for one in desk.frame.findChildren(FileBox) if one.isVisible()]
        if boxes and boxes[0].list.count() > 1:
            press(boxes[0], Key.Key_1)
        elif time.monotonic() < end:
            QTimer.singleShot(20, answer)

    QTimer.singleShot(0, answer)
    desk.press(Key.Key_F8)
    (row,) = view.answers()["files"]
    assert row["file"]["name"] == "scan_0001.pdf"
    assert row["file"]["sha256"] == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert view.go_to(("files", 0, "file"))
    desk.press(Key.Key_O, ctrl=True)
    assert desk.page() == "FilesPage"
    desk.press(Key.Key_Escape)
    assert desk.page() == "FormPage"
    assert view.answers()["files"] == [row]


def test_files_of_a_record_are_seen_turned_and_written_out(
    make_seat: Callable[[Path], Seat], worked_home: Path, tmp_path: Path
) -> None:
    desk = desk_in(worked_home, "moharir")
    photo = make_picture("JPEG", (900, 600))
    files = [
        {"file": attachments.keep_bytes(desk, "मौका.jpg", photo, SCENE), "caption": "मौका"},
        {"file": attachments.keep_bytes(desk, "scan.pdf", make_pdf(2), SCENE)},
    ]
    letter = {**desk.forms["gd"].sample(desk.clock.now()), "files": files}
    record_id = records.register(desk, "gd", letter).record_id
    desk.close()
    seat = make_seat(worked_home)
    seat.sign_in("moharir")
    seat.frame.open(RecordPage(seat.frame, record_id))
    seat.settle()
    seat.press(Key.Key_F8)
    assert seat.page() == "FilesPage"
    assert "मौका" in reading.first(seat.front.name.words)
    seat.press(Key.Key_S, ctrl=True)
    target = tmp_path / "copy.jpg"
    seat.front.place.setText(str(target))
    seat.press(Key.Key_Return)
    assert target.read_bytes() == photo
    seat.press(Key.Key_Right)
    assert "scan.pdf" in reading.first(seat.front.about.words)
    seat.press(Key.Key_Escape, Key.Key_Escape)  # the message, then the page
    seat.press(Key.Key_F5)
    assert seat.page() == "CasePage"
    assert seat.front.strip.count() == 2
    seat.press(Key.Key_F8)
    assert seat.page() == "FilesPage"


def test_the_scanners_folder_is_kept_when_it_is_there(desk: Seat, tmp_path: Path) -> None:
    desk.frame.open_place("settings")
    desk.settle()
    page = desk.front
    page.folder.setText(str(tmp_path / "gone"))
    page.folder.setFocus()
    desk.press(Key.Key_Return)
    assert reading.scan_folder == ""
    assert page.folder.text()
    page.folder.setText(str(tmp_path))
    page.folder.setFocus()
    desk.press(Key.Key_Return)
    assert reading.scan_folder == str(tmp_path)


def test_a_paper_shown_to_the_camera_is_compared_with_its_record(
    desk: Seat, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import cv2
    import numpy
    import segno

    line = records.listing(desk.frame.desk, ["iif_1"]).lines[0]
    stored = desk.frame.desk.store.record(line.record_id)
    assert stored is not None
    out = io.BytesIO()
    text = f"THANA-DESK:FIR:{line.number}:{stored.event_hash}".upper()
    segno.make(text, error="m").save(out, kind="png", scale=6, border=4)
    shown = Image.new("RGB", (1280, 720), (196, 190, 180))
    shown.paste(
        Image.open(io.BytesIO(out.getvalue())).convert("RGB").rotate(4, fillcolor=1), (400, 150)
    )
    film = cv2.VideoWriter(
        str(tmp_path / "paper.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 25.0, (1280, 720)
    )
    for _number in range(200):
        film.write(numpy.asarray(shown)[:, :, ::-1].copy())
    film.release()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "paper.avi"))
    desk.frame.go("health")
    desk.settle()
    box = opened(desk, SCENE)
    qtbot.waitUntil(lambda: box.is_live, timeout=20_000)
    press(box, Key.Key_Space, Key.Key_Return)
    assert box.taken is not None
    box.hide()
    desk.front.read_paper(box.taken.jpeg())
    desk.settle()
    assert desk.front.record_push.isVisible()
    desk.press(Key.Key_Space)
    assert desk.page() == "RecordPage"


def test_each_page_of_a_scanned_pdf_is_told_of(desk: Seat, tmp_path: Path) -> None:
    from thana_desk.actions import papers

    line = records.listing(desk.frame.desk, ["iif_1"]).lines[0]
    pdf = tmp_path / "scan.pdf"
    pdf.write_bytes(papers.paper(desk.frame.desk, line.record_id))
    desk.frame.go("health")
    desk.settle()
    desk.front.read_paper(pdf)
    desk.settle()
    said = desk.front.compared.words
    assert str(line.number) in said.hi
    assert "पृष्ठ 1, 2" in said.hi
    assert desk.front.compared.property("look") == "done"
