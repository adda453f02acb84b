"""The scanner's folder: only what is new and can be attached is offered, newest first."""

import os
from pathlib import Path

from forms.kit.fields import Attachment
from forms.kit.words import Words
from tests.picture_files import make_pdf, make_picture
from thana_desk.actions.desk import Desk
from thana_desk.actions.scans import latest_scans

ASKED = Attachment("file", Words("फाइल", "File"))
FACE = Attachment("photo", Words("फोटो", "Photo"), mimes=("image/jpeg", "image/png"))


def put(desk: Desk, folder: Path, name: str, data: bytes, minutes: float) -> None:
    file = folder / name
    file.write_bytes(data)
    at = desk.clock.now().timestamp() - minutes * 60
    os.utime(file, (at, at))


def test_new_scans_are_offered_newest_first(moharir: Desk, tmp_path: Path) -> None:
    put(moharir, tmp_path, "old.pdf", make_pdf(), 31)
    put(moharir, tmp_path, "second.pdf", make_pdf(2), 12)
    put(moharir, tmp_path, "first.jpg", make_picture("JPEG"), 3)
    found = latest_scans(moharir, tmp_path, ASKED)
    assert [(one.path.name, one.minutes) for one in found] == [("first.jpg", 3), ("second.pdf", 12)]
    assert all(one.small for one in found)


def test_what_the_field_does_not_take_is_not_offered(moharir: Desk, tmp_path: Path) -> None:
    put(moharir, tmp_path, "paper.pdf", make_pdf(), 1)
    put(moharir, tmp_path, "face.png", make_picture(), 2)
    put(moharir, tmp_path, "note.jpg", b"not a picture", 1)
    put(moharir, tmp_path, "half.pdf", make_pdf()[:200], 1)
    (tmp_path / "folder.pdf").mkdir()
    assert [one.path.name for one in latest_scans(moharir, tmp_path, FACE)] == ["face.png"]


def test_only_a_handful_is_offered(moharir: Desk, tmp_path: Path) -> None:
    for number in range(9):
        put(moharir, tmp_path, f"{number}.png", make_picture(), number)
    found = latest_scans(moharir, tmp_path, ASKED)
    assert [one.path.name for one in found] == [f"{number}.png" for number in range(5)]


def test_a_folder_that_is_gone_offers_nothing(moharir: Desk, tmp_path: Path) -> None:
    assert latest_scans(moharir, tmp_path / "gone", ASKED) == []
