"""Put the papers of a record on pages, and write files whole or not at all."""

import itertools
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.kit.check import settled
from forms.kit.fields import Attachment, Field, Group, Rows
from forms.kit.form import Form, Paper
from forms.kit.letter import Letter
from forms.kit.paper import PaperFacts
from thana_desk.actions.attachments import kept_bytes
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk, case_file
from thana_desk.actions.errors import PaperProblem, RecordNotFound
from thana_desk.actions.permission import masked, sees_sealed
from thana_desk.actions.print_layout import USUAL, Layout
from thana_desk.actions.records import RecordView, officer_name
from thana_desk.actions.records import record as open_record
from thana_desk.actions.registration import said
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.printing.blocks import Block, PageSetup, Picture
    from thana_desk.printing.form_paper import Amendment, PaperRecord


REPRINT = "पुनः मुद्रित प्रति"
"""Stands with its number on every print of a copy after the first."""


PART = ".part-"
"""Begins the name of a file that is not whole yet."""


@contextmanager
def with_paper_errors() -> Iterator[None]:
    """Turn the printing room's named errors into words of the desk.

    Raises:
        PaperProblem: no page was made; the record is safe.
    """
    from thana_desk.printing.fonts import FontProblem

    try:
        yield
    except FontProblem as error:
        raise PaperProblem(words("actions.paper.fonts")) from error


def paper(desk: Desk, record_id: str, code: str = "form", *, copy: int = 0) -> bytes:
    """The PDF of one of a record's papers; `copy` says for whom (the paper's list, from 0).

    It is marked as a reprint where this copy was handed out before.

    Raises:
        NotAllowed, RecordNotFound, PaperProblem.
    """
    return copies_of(desk, record_id, code, (copy,))


def copy_set(desk: Desk, record_id: str, code: str = "form") -> bytes:
    """All copies of a paper in one file, each labelled for whom it is and numbered for itself.

    Raises:
        NotAllowed, RecordNotFound, PaperProblem.
    """
    return copies_of(desk, record_id, code)


def copies_of(
    desk: Desk,
    record_id: str,
    code: str,
    copies: Sequence[int] = (),
    *,
    layout: Layout = USUAL,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """These copies of a paper in one file (none named: all), set as `layout` says.

    Raises:
        NotAllowed, RecordNotFound, PaperProblem.
    """
    view, form, wanted = _wanted(desk, record_id, code)
    with with_paper_errors():
        from thana_desk.printing.document import render_set

        return render_set(
            [
                _copy(desk, form, view, wanted, copy, layout)
                for copy in copies or every_copy(wanted)
            ],
            on_page=on_page,
        )


def every_copy(wanted: Paper) -> range:
    """The places of a paper's copies; a paper without copies for somebody is one itself."""
    return range(max(len(wanted.copies), 1))


def _wanted(desk: Desk, record_id: str, code: str) -> tuple[RecordView, Form, Paper]:
    view = open_record(desk, record_id)
    form = desk.forms[view.form_code]
    desk.require("print", form.code)
    wanted = next((one for one in view.papers if one.code == code), None)
    if wanted is None:
        raise RecordNotFound(words("actions.no_such_paper", code=said(code)))
    return view, form, wanted


def _copy(
    desk: Desk, form: Form, view: RecordView, wanted: Paper, copy: int, layout: Layout
) -> "tuple[Iterator[Block], PageSetup]":
    """One copy's blocks and page, with what its reader may not see covered."""
    from thana_desk.printing.layouts import LAYOUTS, layout_for
    from thana_desk.printing.layouts.letter import letter_blocks

    if copy in wanted.masked and view.sensitive and not view.masked:
        view = replace(view, letter=masked(form, view.letter), masked=True)
    setup = _setup(desk, form, view, wanted, copy)
    setup = _marked(desk, view.record_id, print_act(wanted.code, copy), setup)
    setup = layout.on(setup, turns=wanted.text is None and wanted.layout not in LAYOUTS)
    record = _paper_record(desk, form, view, wanted)
    if wanted.text is None:
        return layout_for(wanted.layout)(form, view.letter, record), setup
    about = PaperFacts(
        number=view.number,
        registered_at=view.registered_at,
        registered_by=view.registered_by.hi,
        thana=desk.thana.name.hi,
        district=desk.thana.district.hi,
        printed_at=setup.printed_at,
        event_hash=view.event_hash,
        sync_state=view.sync.state,
        copy=copy,
        masked=view.masked,
    )
    text = wanted.text(view.letter, about)
    pictures = tuple(_picture(desk, one.stored, one.caption) for one in text.pictures)
    return letter_blocks(form, wanted.words.hi, wanted.words.en, text, record, pictures), setup


def print_act(code: str, copy: int = 0) -> str:
    """How the print log names a whole copy of a record's paper."""
    return f"print.{code}.{copy}"


def _marked(desk: Desk, record_id: str, act: str, setup: "PageSetup") -> "PageSetup":
    """The page with its mark where this copy left before: which reprint, when, by whom."""
    from thana_desk.printing.blocks import paper_date, paper_time

    times, first = desk.store.times_printed(record_id, act)
    if not times:
        return setup
    mark = f"{REPRINT} {times}"
    told = f"{mark} — {paper_time(setup.printed_at)}, {desk.session.name.hi}"
    return replace(setup, marks=(mark,), foot_note=f"{told} · प्रथम मुद्रण {paper_date(first)}")


def _setup(desk: Desk, form: Form, view: RecordView, wanted: Paper, copy: int) -> Any:
    from thana_desk.printing.blocks import PageSetup

    label = wanted.copies[copy].hi if 0 <= copy < len(wanted.copies) else ""
    return PageSetup(
        title=wanted.words.hi,
        thana=desk.thana.name.hi,
        district=desk.thana.district.hi,
        printed_at=stamp(desk.clock.now()),
        number=view.number,
        printed_by=desk.session.name.hi,
        copy_label=label,
        sample=desk.demo,
    )


def _paper_record(desk: Desk, form: Form, view: RecordView, wanted: Paper) -> "PaperRecord":
    from thana_desk.printing.form_paper import PaperRecord

    return PaperRecord(
        thana=desk.thana.name.hi,
        district=desk.thana.district.hi,
        number=view.number,
        registered_at=view.registered_at,
        registered_by=view.registered_by.hi,
        role=view.role,
        on_behalf_of=view.on_behalf_of.hi if view.on_behalf_of else "",
        event_hash=view.event_hash,
        diary_at=_diary_hour(desk, view.letter),
        provisional=view.provisional,
        masked=view.masked,
        amendments=tuple(_amendments(desk, form, view)),
        deficiencies=tuple(view.gaps),
        remarks=tuple(remarks(desk, view.record_id)),
        related=tuple(_gathered(desk, view)) if any(one.gathers for one in form.papers) else (),
        pictures=tuple(_pictures(desk, form, view)),
        signers=wanted.signers,
    )


def _gathered(desk: Desk, view: RecordView) -> Iterator[tuple[Form, Letter, bool]]:
    """The records directly under this one that the reader may read, oldest first."""
    for one in case_file(desk.store, view.record_id, without=view.record_id).records:
        form = desk.forms.get(one.form)
        if one.parent_id == view.record_id and form is not None and desk.may("read", form.code):
            hidden = one.sensitive and not sees_sealed(desk.session.role, form)
            yield form, masked(form, one.letter) if hidden else one.letter, hidden


def _pictures(desk: Desk, form: Form, view: RecordView) -> "Iterator[Picture]":
    """The pictures of the printed fields that this reader may see, with whom or what they show."""
    answers = settled(form, view.letter)
    for value, caption in pictures_in(tuple(form.fields()), answers, view.masked):
        if str(value.get("mime")) in ("image/jpeg", "image/png"):
            yield _picture(desk, value, str(value.get("caption") or caption))


def _picture(desk: Desk, stored: Mapping[str, Any], caption: str) -> "Picture":
    """A kept picture; one that has not come to this PC yet prints as one that cannot be read."""
    from thana_desk.printing.blocks import Picture

    return Picture(kept_bytes(desk, stored) or b"", caption)


def pictures_in(
    parts: Sequence[Field], answers: Mapping[str, Any], masked: bool, said: str = ""
) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The stored files of printed fields with a caption: the person's name, else the field's."""
    for part in parts:
        value = answers.get(part.key)
        if not part.printed or (masked and part.sealed):
            continue
        if isinstance(part, Attachment) and isinstance(value, Mapping):
            yield value, f"{part.words.hi}: {said}" if said else part.words.hi
        elif isinstance(part, Group) and isinstance(value, Mapping):
            name = str(value.get("name") or "") or part.words.hi
            yield from pictures_in(part.parts, value, masked, name)
        elif isinstance(part, Rows) and isinstance(value, list):
            for row in value:
                if isinstance(row, Mapping):
                    name = str(row.get("name") or row.get("caption") or "") or part.words.hi
                    yield from pictures_in(part.row.parts, row, masked, name)


def _diary_hour(desk: Desk, letter: Letter) -> str:
    reference = letter.get("gd_ref")
    if not isinstance(reference, dict):
        return ""
    entry = desk.store.record(str(reference.get("record_id")))
    return (entry.envelope.registered_at or "") if entry else ""


def remarks(desk: Desk, record_id: str) -> list[str]:
    """The officer in charge's remarks on an entry, as paper shows them."""
    lines = []
    for row in desk.store.page("gd_rmk", parent_id=record_id, order="oldest", limit=100).rows:
        letter = desk.store.letter(row.record_id) or {}
        at = row.envelope.registered_at or ""
        by = officer_name(desk, row.envelope.registered_by or "").hi
        direction = letter.get("direction")
        tail = f" निर्देश: {direction}" if direction else ""
        lines.append(
            f"{letter.get('remark', '')}{tail} — {by}, {at[8:10]}-{at[5:7]}-{at[:4]} {at[11:16]}"
        )
    return lines


def _amendments(desk: Desk, form: Form, view: RecordView) -> "Iterator[Amendment]":
    """What changed from version to version, field by field."""
    from thana_desk.printing.form_paper import Amendment

    events = desk.store.versions(view.record_id)
    for before, after in itertools.pairwise(events):
        old, new = _letter(before.body), _letter(after.body)
        if view.masked:
            old, new = masked(form, old), masked(form, new)
        for part in form.fields():
            if old.get(part.key) != new.get(part.key) and not part.fixed:
                yield Amendment(
                    part.words,
                    _shown(part, old.get(part.key)),
                    _shown(part, new.get(part.key)),
                    str(after.body.get("reason") or ""),
                    officer_name(desk, after.actor).hi,
                    after.stated_at,
                )


def _letter(body: Any) -> Letter:
    letter = body.get("letter")
    return dict(letter) if isinstance(letter, dict) else {}


def _shown(part: Field, value: Any) -> str:
    return part.shown(value, "hi")[:1500]


def write_whole(target: Path, data: bytes, mark: str = "") -> None:
    """Write a file so that it is there whole or not at all, also on a full disk.

    `mark` stands in the name of the unfinished file, so that it is found after a power cut.

    Raises:
        PaperProblem: it could not be written; an older file of that name is untouched.
    """
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f"{PART}{mark}")
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise PaperProblem(words("actions.paper.not_written")) from error
