"""The station's bound registers: their lines from the records, their pages, the columns kept by hand."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from forms.kit.form import CaseRecord
from forms.kit.letter import Letter
from forms.kit.register import Entry, Register, Shelf
from forms.kit.words import Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk, case_file
from thana_desk.actions.entries import with_entries
from thana_desk.actions.errors import RecordNotFound, Refused
from thana_desk.actions.papers import remarks, with_paper_errors
from thana_desk.actions.permission import masked, sees_sealed
from thana_desk.actions.print_layout import USUAL, Layout
from thana_desk.actions.records import officer_name
from thana_desk.actions.registration import said, with_store_errors
from thana_desk.actions.tables import as_table
from thana_desk.actions.taking_out import may_take_out, require_out
from thana_desk.hindi.collation import sort_key
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.printing.blocks import Block, PageSetup


def register_paper(
    desk: Desk,
    register_code: str,
    from_day: str,
    to_day: str,
    *,
    layout: Layout = USUAL,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """The PDF of a register from one ISO day to another.

    A register by diary day starts each day on a new page, with its own closing line.

    Raises:
        RecordNotFound: no such register; Refused: days that are none; PaperProblem.
    """
    book = register_called(register_code)
    first, last = period_of(from_day, to_day)
    require_out(desk, book.form)
    with with_paper_errors(), with_store_errors():
        from forms.codes import series
        from thana_desk.printing.blocks import paper_date
        from thana_desk.printing.document import render, render_set
        from thana_desk.printing.layouts.gd_register import (
            DiaryPaper,
            gd_register_blocks,
            open_day_foot,
        )

        if book.series and series(book.series).scope == "day":
            sheets = []
            days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
            for day in days:
                found = list(entries(desk, book, day.isoformat(), day.isoformat()))
                if not found and len(days) > 1:
                    continue
                closed = bool(found) and found[-1].letter.get("gd_type") == "CLOSE"
                about = DiaryPaper(
                    day.isoformat(),
                    closed,
                    found[-1].event_hash if found else "",
                    _place_of(desk, found[-1].event_hash) if found else 0,
                )
                sheets.append(
                    (
                        gd_register_blocks(book, found, about),
                        _sheet_of(desk, book, open_day_foot(about), layout),
                    )
                )
            if not sheets:
                nothing = DiaryPaper(from_day, False)
                sheets = [
                    (gd_register_blocks(book, [], nothing), _sheet_of(desk, book, "", layout))
                ]
            pdf = render_set(sheets, on_page=on_page)
        else:
            period = f"{paper_date(from_day)} – {paper_date(to_day)}"
            sheet = register_sheet(desk, book, from_day, to_day, period, layout)
            pdf = render(*sheet, on_page=on_page)
    return pdf


def period_of(from_day: str, to_day: str) -> tuple[dt.date, dt.date]:
    """Two ISO days as a period of at most 400 days.

    Raises:
        Refused: no days, or in the wrong order, or too far apart.
    """
    try:
        first, last = dt.date.fromisoformat(from_day), dt.date.fromisoformat(to_day)
    except ValueError as error:
        raise Refused(words("actions.bad_day")) from error
    if last < first or (last - first).days > 400:
        raise Refused(words("actions.bad_period"))
    return first, last


def _place_of(desk: Desk, event_hash: str) -> int:
    event = desk.store.event(event_hash)
    return event.seq if event else 0


def entries(desk: Desk, book: Register, from_day: str, to_day: str) -> Iterator[Entry]:
    """The lines of a book in its order; only a book with an order of its own is held in memory."""
    found = _lines(desk, book, "" if book.standing else from_day, to_day)
    if (order := book.order) is not None:
        found = iter(sorted(found, key=lambda entry: _in_order(order(entry))))
    for serial, entry in enumerate(found, 1):
        yield replace(entry, serial=serial)


def _in_order(said: Any) -> Any:
    """What a book is ordered by; where that is a text, as a reader looks it up.

    The text itself follows: what is written otherwise has a heading of its own.
    """
    return (sort_key(said), said) if isinstance(said, str) else said


def _lines(desk: Desk, book: Register, from_day: str, to_day: str) -> Iterator[Entry]:
    kept = _kept_columns(desk, book)
    forms = (book.form, *book.also)
    for entry in registered(desk, forms, from_day, to_day, series=book.series, kept=kept):
        if book.keep is not None and not book.keep(entry):
            continue
        if book.lines is None:
            yield entry
        else:
            yield from (replace(entry, row=row) for row in book.lines(entry))


def _kept_columns(desk: Desk, book: Register) -> dict[str, dict[str, str]]:
    """What the desk wrote by hand, by record and column; the newest note of a column counts."""
    found: dict[str, dict[str, str]] = {}
    if not any(column.kept for column in book.columns):
        return found
    offset = 0
    while True:
        page = desk.store.page("reg_note", order="oldest", limit=500, offset=offset)
        for row in page.rows:
            letter = desk.store.letter(row.envelope.record_id) or {}
            about = letter.get("record")
            if isinstance(about, Mapping):
                notes = found.setdefault(str(about.get("record_id")), {})
                notes[str(letter.get("column"))] = str(letter.get("text") or "")
        offset += 500
        if offset >= page.total:
            return found


def registered(
    desk: Desk,
    forms: tuple[str, ...],
    from_day: str,
    to_day: str,
    *,
    series: str = "",
    kept: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Iterator[Entry]:
    """The records of these forms within the days, oldest first, as this reader may see them.

    `kept` are the columns written by hand, by record; of a record whose sealed answers the reader
    may not see they are left out too, for a hand may have written a name.
    """
    offset = 0
    while True:
        page = desk.store.page(
            forms,
            series=series or None,
            since=from_day or None,
            until=f"{to_day}T23:59:59+05:30",
            order="oldest",
            limit=500,
            offset=offset,
        )
        for row in page.rows:
            envelope = row.envelope
            own = desk.forms.get(envelope.form)
            letter = _readable(desk, envelope.form, envelope.sensitive, envelope.record_id)
            covered = envelope.sensitive and not sees_sealed(desk.session.role, own)
            reference = letter.get("linked_record")
            linked = ""
            if isinstance(reference, dict):
                linked = f"{reference.get('title', '')} {reference.get('number', '')}".strip()
            yield Entry(
                number=envelope.number or "",
                registered_at=envelope.registered_at or "",
                letter=letter,
                officer=officer_name(desk, envelope.registered_by or "").hi,
                event_hash=row.event_hash,
                remarks=tuple(remarks(desk, envelope.record_id)) if envelope.form == "gd" else (),
                linked=linked,
                record_id=envelope.record_id,
                form=own,
                kept={} if covered else kept.get(envelope.record_id, {}),
                papers=_case_papers(desk, envelope.record_id),
            )
        offset += 500
        if offset >= page.total:
            return


def _readable(desk: Desk, form_code: str, sensitive: bool, record_id: str) -> Letter:
    """A record's answers as this reader may see them, with the entries written after it."""
    letter: Letter = dict(desk.store.letter(record_id) or {})
    form = desk.forms.get(form_code)
    if form is None:
        return letter
    letter = with_entries(desk.store, form, record_id, letter)
    if sensitive and not sees_sealed(desk.session.role, form):
        return masked(form, letter)
    return letter


def _case_papers(desk: Desk, record_id: str) -> Callable[[str], Sequence[CaseRecord]]:
    """Looks up the records of the case that this one belongs to, once, when a column asks."""

    @cache
    def records() -> tuple[CaseRecord, ...]:
        return tuple(
            replace(one, letter=_readable(desk, one.form, one.sensitive, one.record_id))
            for one in case_file(desk.store, record_id).records
        )

    return lambda form: [one for one in records() if one.form == form]


def setup_of(
    desk: Desk, title: Words, foot: str = "", *, landscape: bool = False, legal: bool = False
) -> "PageSetup":
    """The sheet that a register or a return is printed on."""
    from thana_desk.printing.blocks import PageSetup

    return PageSetup(
        title=title.hi,
        thana=desk.thana.name.hi,
        district=desk.thana.district.hi,
        printed_at=stamp(desk.clock.now()),
        printed_by=desk.session.name.hi,
        landscape=landscape,
        paper="LEGAL" if legal else "A4",
        sample=desk.demo,
        foot_note=foot,
    )


def _sheet_of(desk: Desk, book: Register, foot: str, layout: Layout) -> "PageSetup":
    # A wide book has no room upright; one that stands may be laid on its side.
    setup = setup_of(desk, book.words, foot, landscape=book.landscape, legal=book.legal)
    return layout.on(setup, turns=not book.landscape)


def register_sheet(
    desk: Desk, book: Register, first: str, last: str, period: str, layout: Layout = USUAL
) -> "tuple[Iterator[Block], PageSetup]":
    """A whole register as one paper of a set; the caller has looked whether it may be printed."""
    from thana_desk.printing.layouts.register import register_blocks

    blocks = register_blocks(book, entries(desk, book, first, last), period)
    return blocks, _sheet_of(desk, book, "", layout)


def register_table(
    desk: Desk, code: str, from_day: str, to_day: str, kind: str
) -> tuple[bytes, int]:
    """A register's lines as a table (`.csv` or `.xlsx`) with the number of them.

    The lines are those of the printed register, masked alike.

    Raises:
        RecordNotFound, NotAllowed; Refused: another kind of file.
    """
    book = register_called(code)
    first, last = period_of(from_day, to_day)
    require_out(desk, book.form)
    heads = [column.words.hi for column in book.columns]
    with with_store_errors():
        lines = [
            [column.said(entry) for column in book.columns]
            for entry in entries(desk, book, first.isoformat(), last.isoformat())
        ]
    widths = [column.width * 1.4 for column in book.columns]
    data = as_table(kind, [heads, *lines], widths, landscape=book.landscape, legal=book.legal)
    return data, len(lines)


def register_list(desk: Desk) -> list[Register]:
    """The registers that this officer may print, as they stand on the shelves."""
    return [one for one in on_the_shelves() if may_take_out(desk, one.form)]


def on_the_shelves() -> list[Register]:
    """Every register of the program, shelf by shelf, the chief book of each first, then by title."""
    from forms.registers import all_registers

    shelves = list(Shelf)
    return sorted(
        all_registers().values(),
        key=lambda one: (shelves.index(one.shelf), not one.chief, sort_key(one.words.hi)),
    )


def register_called(code: str) -> Register:
    """The register with this code.

    Raises:
        RecordNotFound: there is none.
    """
    from forms.registers import NoSuchRegister, register

    try:
        return register(code)
    except NoSuchRegister as error:
        raise RecordNotFound(words("actions.no_such_register", code=said(code))) from error
