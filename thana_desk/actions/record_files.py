"""Files of registered records: found, looked at and handed out as far as the reader may."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forms.kit.fields import Attachment, Field, Group, Rows
from forms.kit.words import Words
from thana_desk.actions.attachments import kept_bytes, small_picture
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk, case_file
from thana_desk.actions.errors import NotAllowed, RecordNotFound
from thana_desk.actions.papers import write_whole
from thana_desk.actions.permission import masked, sees_sealed
from thana_desk.actions.records import RecordView
from thana_desk.actions.records import record as open_record
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words


@dataclass(frozen=True)
class KeptFile:
    """A file of a record: `words` say what it shows, `small` is a small JPEG, None for none.

    `sealed` files have none here: whoever opens one is written into the access log.
    """

    record_id: str
    form_code: str
    number: str
    stored: Mapping[str, Any]
    words: Words
    small: bytes | None
    sealed: bool = False

    @property
    def sha256(self) -> str:
        """The hash by which the file is known."""
        return str(self.stored.get("sha256", ""))


def files_of(desk: Desk, record_id: str) -> list[KeptFile]:
    """The files of a record that this reader may see, in the order of the form.

    Raises:
        RecordNotFound, NotAllowed.
    """
    return files_in(desk, open_record(desk, record_id))


def files_in(desk: Desk, view: RecordView) -> list[KeptFile]:
    """The files of a record that was opened for this reader."""
    form = desk.forms[view.form_code]
    return [
        KeptFile(view.record_id, form.code, view.number, stored, said, small_picture(desk, stored))
        for stored, said in _files(tuple(form.fields()), view.letter)
    ]


def case_files(desk: Desk, record_id: str) -> list[KeptFile]:
    """The files of every record of the case that this reader may see.

    Sealed ones are named without a picture: whoever opens one is written into the access log,
    and a look at the case is not.
    """
    found: list[KeptFile] = []
    with with_store_errors():
        papers = case_file(desk.store, record_id).records
    for paper in papers:
        form = desk.forms.get(paper.form)
        if form is None or not desk.may("read", paper.form):
            continue
        letter = paper.letter
        open_to_all = masked(form, letter) if paper.sensitive else letter
        free = {str(one.get("sha256")) for one, _ in _files(tuple(form.fields()), open_to_all)}
        if paper.sensitive and not sees_sealed(desk.session.role, form):
            letter = open_to_all
        for stored, said in _files(tuple(form.fields()), letter):
            sealed = str(stored.get("sha256")) not in free
            small = None if sealed else small_picture(desk, stored)
            found.append(
                KeptFile(paper.record_id, form.code, paper.number, stored, said, small, sealed)
            )
    return found


def file_bytes(desk: Desk, record_id: str, sha256: str) -> bytes:
    """A file of a record, as far as this reader may see it.

    Raises:
        RecordNotFound: the record has no such file, or it has not come to this PC; NotAllowed.
    """
    view = open_record(desk, record_id)
    form = desk.forms[view.form_code]
    for stored, _said in _files(tuple(form.fields()), view.letter):
        if stored.get("sha256") == sha256:
            data = kept_bytes(desk, stored)
            if data is not None:
                return data
    raise RecordNotFound(words("actions.file.not_here"))


def hand_out_file(desk: Desk, target: Path, record_id: str, sha256: str) -> int:
    """Write a file of a record to the disk and log it; the number of bytes written.

    Raises:
        NotAllowed: the role may not print this record; RecordNotFound; PaperProblem.
    """
    from thana_desk.storage.rows import LogEntry

    view = open_record(desk, record_id)
    desk.require("print", view.form_code)
    if view.masked:
        raise NotAllowed(words("actions.file.sealed"))
    data = file_bytes(desk, record_id, sha256)
    write_whole(target, data)
    with with_store_errors():
        entry = LogEntry(
            at=stamp(desk.clock.now()),
            actor=desk.session.user_id,
            role=desk.session.role,
            act=f"file.{sha256[:16]}",
            record_id=record_id,
            event_hash=view.event_hash,
        )
        with desk.store.work() as work:
            work.log_print(entry)
    return len(data)


def _files(
    parts: Sequence[Field], answers: Mapping[str, Any], around: Words | None = None
) -> Iterator[tuple[Mapping[str, Any], Words]]:
    """Every stored file with what it shows: its caption, the row's, the person's name."""
    for part in parts:
        value = answers.get(part.key)
        if isinstance(part, Attachment) and isinstance(value, Mapping):
            said = str(value.get("caption") or "")
            about = Words(said, said) if said else around
            yield value, _joined(part.words, about)
        elif isinstance(part, Group) and isinstance(value, Mapping):
            yield from _files(part.parts, value, _named(value) or around)
        elif isinstance(part, Rows) and isinstance(value, list):
            for row in value:
                if isinstance(row, Mapping):
                    yield from _files(part.row.parts, row, _named(row) or part.words)


def _named(answers: Mapping[str, Any]) -> Words | None:
    name = str(answers.get("caption") or answers.get("name") or "")
    return Words(name, name) if name else None


def _joined(first: Words, second: Words | None) -> Words:
    if second is None:
        return first
    return Words(f"{first.hi}: {second.hi}", f"{first.en}: {second.en}")
