"""Files: judged by their bytes, capped, kept as they came or as a likeness, and readable again."""

import hashlib
import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from forms.kit.fields import Attachment, Keeps
from forms.kit.words import Words
from tests.picture_files import make_pdf, make_picture
from thana_desk.actions import attachments, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.pictures import LIKENESS_BYTES

NAMED = Words("फाइल", "File")
ASKED = Attachment("file", NAMED)
FACE = Attachment("photo", NAMED, mimes=("image/jpeg", "image/png"), keeps=Keeps.LIKENESS)
TURNED = 0x0112


def test_a_picture_is_kept_and_stands_in_the_record(moharir: Desk, tmp_path: Path) -> None:
    file = tmp_path / "तहरीर.png"
    file.write_bytes(make_picture())
    stored = attachments.keep_file(moharir, file, ASKED)
    assert attachments.kept_bytes(moharir, stored) == make_picture()
    letter = moharir.forms["gd"].sample(moharir.clock.now())
    letter["files"] = [{"file": stored, "caption": "तहरीर"}]
    done = records.register(moharir, "gd", letter)
    assert records.record(moharir, done.record_id).letter["files"][0]["file"] == stored


def test_evidence_is_kept_byte_for_byte_and_a_face_is_made_small(moharir: Desk) -> None:
    told = Image.Exif()
    told[TURNED] = 6
    data = make_picture("JPEG", (4000, 3000), exif=told)
    original = attachments.keep_bytes(moharir, "मौका.jpg", data, ASKED)
    assert original["sha256"] == hashlib.sha256(data).hexdigest()
    assert attachments.kept_bytes(moharir, original) == data
    face = attachments.keep_bytes(moharir, "चेहरा.png", data, FACE)
    assert (face["name"], face["mime"]) == ("चेहरा.jpg", "image/jpeg")
    assert face["size"] <= LIKENESS_BYTES
    kept = attachments.kept_bytes(moharir, face)
    assert kept is not None
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (600, 800)
        assert not picture.getexif()


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"MZ\x90\x00", b"<html>", b"PK\x03\x04", b"#!/bin/sh", b"\x89PN"),
        *(make_picture("GIF"), make_picture("BMP"), make_picture("TIFF"), make_picture("WEBP")),
    ],
)
def test_what_is_no_picture_and_no_pdf_is_refused_whatever_it_is_called(
    data: bytes, moharir: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(data)
    with pytest.raises(Refused):
        attachments.keep_file(moharir, file, ASKED)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make_picture()[:60], "अधूरा"),
        (make_picture("JPEG", (300, 300))[:-400], "अधूरा"),
        (b"%PDF-1.7\nno pages", "PDF खराब"),
        (make_pdf()[:200], "PDF खराब"),
    ],
)
def test_a_broken_file_is_refused_in_words(data: bytes, said: str, moharir: Desk) -> None:
    with pytest.raises(Refused) as refused:
        attachments.keep_bytes(moharir, "फाइल", data, ASKED)
    assert said in refused.value.words.hi


def test_a_pdf_is_refused_where_only_pictures_are_taken(moharir: Desk) -> None:
    with pytest.raises(Refused) as refused:
        attachments.keep_bytes(moharir, "face.jpg", make_pdf(), FACE)
    assert "JPG, PNG" in refused.value.words.hi
    assert "PDF" not in refused.value.words.hi


def test_a_pdf_of_many_pages_is_kept_whole(moharir: Desk) -> None:
    stored = attachments.keep_bytes(moharir, "scan.pdf", make_pdf(3), ASKED)
    kept = attachments.kept_bytes(moharir, stored)
    assert len(pypdfium2.PdfDocument(kept)) == 3


def test_a_file_too_large_or_not_there_is_refused(moharir: Desk, tmp_path: Path) -> None:
    file = tmp_path / "big.png"
    file.write_bytes(make_picture() + b"0" * ASKED.most_bytes)
    for wrong in (file, tmp_path / "none.png", tmp_path):
        with pytest.raises(Refused):
            attachments.keep_file(moharir, wrong, ASKED)


def test_a_phones_photograph_may_be_larger_than_what_is_kept_of_it(
    moharir: Desk, tmp_path: Path
) -> None:
    small = Attachment("photo", NAMED, keeps=Keeps.LIKENESS, most_bytes=200_000)
    file = tmp_path / "phone.png"
    file.write_bytes(make_picture(size=(900, 1200)) + b"0" * 1_000_000)
    assert attachments.keep_file(moharir, file, small)["size"] < 200_000


def test_the_same_bytes_carry_the_name_under_which_this_record_got_them(moharir: Desk) -> None:
    first = attachments.keep_bytes(moharir, "एक.png", make_picture(), ASKED)
    second = attachments.keep_bytes(moharir, "दो.png", make_picture(), ASKED)
    assert first["sha256"] == second["sha256"]
    assert second["name"] == "दो.png"


def test_a_small_picture_is_shown_of_pictures_and_of_the_first_page(moharir: Desk) -> None:
    for data in (make_picture("JPEG", (4000, 1000)), make_pdf(2)):
        stored = attachments.keep_bytes(moharir, "फाइल", data, ASKED)
        for _look in range(2):
            small = attachments.small_picture(moharir, stored)
            assert small is not None
            with Image.open(io.BytesIO(small)) as picture:
                assert picture.format == "JPEG"
                assert max(picture.size) <= 240
    assert attachments.small_picture(moharir, {"sha256": "0" * 64}) is None


def test_a_page_that_says_it_is_a_kilometre_wide_is_drawn_small() -> None:
    small = attachments.small_of(make_pdf(dots_per_inch=0.01))
    assert small is not None
    with Image.open(io.BytesIO(small)) as picture:
        assert max(picture.size) <= 241
