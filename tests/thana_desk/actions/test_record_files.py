"""Files of records: seen as the record is seen, handed out by those who may, and logged."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.kit.fields import Attachment
from forms.kit.words import Words
from tests.picture_files import make_pdf, make_picture
from thana_desk.actions import attachments, record_files, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, RecordNotFound

ASKED = Attachment("file", Words("फाइल", "File"))


def registered(desk: Desk, code: str, change: Callable[[dict[str, Any]], None]) -> str:
    letter = desk.forms[code].sample(desk.clock.now())
    change(letter)
    done = records.register(desk, code, letter)
    return done.record_id


def test_the_files_of_a_record_come_in_its_order_with_their_words(moharir: Desk) -> None:
    photo = attachments.keep_bytes(moharir, "a.png", make_picture(), ASKED)
    paper = attachments.keep_bytes(moharir, "b.pdf", make_pdf(), ASKED)

    def put(letter: dict[str, Any]) -> None:
        letter["files"] = [{"file": photo, "caption": "मौका"}, {"file": paper}]

    record_id = registered(moharir, "gd", put)
    found = record_files.files_of(moharir, record_id)
    assert [one.sha256 for one in found] == [photo["sha256"], paper["sha256"]]
    assert "मौका" in found[0].words.hi
    assert all(one.small for one in found)
    assert record_files.file_bytes(moharir, record_id, photo["sha256"]) == make_picture()
    assert {one.record_id for one in record_files.case_files(moharir, record_id)} == {record_id}


def test_a_file_of_another_record_is_not_given(moharir: Desk) -> None:
    other = attachments.keep_bytes(moharir, "a.png", make_picture(), ASKED)
    record_id = registered(moharir, "gd", lambda letter: None)
    with pytest.raises(RecordNotFound):
        record_files.file_bytes(moharir, record_id, other["sha256"])


def test_a_sealed_photograph_is_hidden_from_a_role_that_may_not_see_it(
    moharir: Desk, at_desk: Callable[[str], Desk]
) -> None:
    face = attachments.keep_bytes(moharir, "a.png", make_picture(), ASKED)

    def put(letter: dict[str, Any]) -> None:
        letter["acts"] = [{"act": "BNS", "section": "74"}]
        letter["informant_is_victim"] = True
        letter["informant"] |= {"name": "कल्पित", "gender": "FEMALE", "photo": face}
        letter["woman_officer"] = {"name": "म0उ0नि0 नमूना देवी", "rank": "SI"}

    record_id = registered(moharir, "iif_1", put)
    assert records.record(moharir, record_id).sensitive
    pairokar = at_desk("pairokar")
    assert records.record(pairokar, record_id).masked
    assert record_files.files_of(pairokar, record_id) == []
    assert record_files.case_files(pairokar, record_id) == []
    with pytest.raises(RecordNotFound):
        record_files.file_bytes(pairokar, record_id, face["sha256"])
    (seen,) = record_files.files_of(moharir, record_id)
    assert seen.small
    (in_case,) = record_files.case_files(moharir, record_id)
    assert (in_case.small, in_case.sealed) == (None, True)


def test_a_copy_is_written_whole_and_logged(moharir: Desk, tmp_path: Path) -> None:
    data = make_picture()
    stored = attachments.keep_bytes(moharir, "a.png", data, ASKED)
    record_id = registered(
        moharir, "gd", lambda letter: letter.update(files=[{"file": stored, "caption": "क"}])
    )
    target = tmp_path / "copy.png"
    record_files.hand_out_file(moharir, target, record_id, stored["sha256"])
    assert hashlib.sha256(target.read_bytes()).hexdigest() == stored["sha256"]
    (line,) = moharir.store.prints(record_id)
    assert line.act == f"file.{stored['sha256'][:16]}"


def test_who_may_not_print_a_record_may_not_take_its_files_out(
    moharir: Desk, at_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    stored = attachments.keep_bytes(moharir, "a.png", make_picture(), ASKED)
    record_id = registered(
        moharir, "gd", lambda letter: letter.update(files=[{"file": stored, "caption": "क"}])
    )
    for role in ("io", "pairokar", "operator"):
        desk = at_desk(role)
        if desk.may("print", "gd"):
            continue
        with pytest.raises(NotAllowed):
            record_files.hand_out_file(desk, tmp_path / "x.png", record_id, stored["sha256"])
        assert not (tmp_path / "x.png").exists()
        return
    pytest.fail("every role may print the diary: this test shows nothing")
