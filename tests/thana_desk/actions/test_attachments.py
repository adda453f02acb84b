"""Files: judged by their bytes, capped, and readable again."""

from pathlib import Path

import pytest

from forms.kit.fields import Attachment
from forms.kit.words import Words
from thana_desk.actions import attachments, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused

ASKED = Attachment("file", Words("फाइल", "File"))
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 50


def test_a_picture_is_kept_and_stands_in_the_record(moharir: Desk, tmp_path: Path) -> None:
    file = tmp_path / "तहरीर.png"
    file.write_bytes(PNG)
    stored = attachments.keep_file(moharir, file, ASKED)
    assert attachments.kept_bytes(moharir, stored) == PNG
    letter = moharir.forms["gd"].sample(moharir.clock.now())
    letter["files"] = [{"file": stored, "caption": "तहरीर"}]
    done = records.register(moharir, "gd", letter)
    assert records.record(moharir, done.record_id).letter["files"][0]["file"] == stored


@pytest.mark.parametrize(
    "data", [b"", b"MZ\x90\x00", b"<html>", b"PK\x03\x04", b"#!/bin/sh", b"\x89PN"]
)
def test_what_is_no_picture_and_no_pdf_is_refused_whatever_it_is_called(
    data: bytes, moharir: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(data)
    with pytest.raises(Refused):
        attachments.keep_file(moharir, file, ASKED)


def test_a_file_too_large_or_not_there_is_refused(moharir: Desk, tmp_path: Path) -> None:
    file = tmp_path / "big.png"
    file.write_bytes(PNG + b"0" * ASKED.most_bytes)
    with pytest.raises(Refused):
        attachments.keep_file(moharir, file, ASKED)
    with pytest.raises(Refused):
        attachments.keep_file(moharir, tmp_path / "none.png", ASKED)
