"""Lists of records as somebody wants them: narrowed, ordered, said in words, on paper and in a file."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from forms.codes import acts, clocks
from forms.kit.words import Words
from thana_desk.actions import records
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, Refused
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.print_layout import USUAL, Layout
from thana_desk.actions.registration import LEFT, said, with_store_errors
from thana_desk.actions.tables import as_table
from thana_desk.actions.taking_out import forms_out
from thana_desk.actions.views import Line, Listing
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.narrowing import Narrowing
    from thana_desk.storage.rows import RecordRow

Order = Literal["newest", "oldest", "number", "occurred", "due"]

PERIODS = ("today", "week", "month", "year", "span")
DRAFT_STATES = ("draft", "mine", "approval", "left")
STATES = (*DRAFT_STATES, "gaps", "provisional", "unsent")
"""What a list may be narrowed to besides all registered records; the first ones are drafts."""
ORDERS: tuple[Order, ...] = ("newest", "oldest", "number", "occurred", "due")
COLUMNS = ("form", "number", "at", "due", "title", "officer", "gaps", "state")
"""What a list can show of a record, in this order; number and title always stand."""
_ALWAYS = ("number", "title")
ME = "me"
"""Stands for the officer who looks, in lists that several officers share."""

_PAGE = 1_000
_MOST_IN_FILE = 50_000
_MOST_ON_PAPER = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records, in which order. What is left as it is narrows nothing.

    `period` is one of `PERIODS` (`span`: `from_day` to `to_day`, ISO, either may be open),
    `state` one of `STATES`, `officer` an account's id or `ME`, `section` as typed (`103(1) BNS`).
    `without` names forms of which the case holds none; `clocks` whose due dates stand beside the
    records, `running` only records for which one runs, `due_days` only those due within so many
    days. `columns` are some of `COLUMNS`; blank for the usual ones.
    """

    forms: tuple[str, ...] = ()
    period: str = ""
    from_day: str = ""
    to_day: str = ""
    state: str = ""
    section: str = ""
    officer: str = ""
    text: str = ""
    sensitive: bool = False
    without: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    running: bool = False
    due_days: int | None = None
    order: Order = "newest"
    columns: tuple[str, ...] = ()

    @property
    def is_of_drafts(self) -> bool:
        """Whether the list shows unfinished writing instead of records."""
        return self.state in DRAFT_STATES

    def to_json(self) -> dict[str, Any]:
        """Only what differs from a list of everything."""
        blank = asdict(Wanted())
        return {key: value for key, value in asdict(self).items() if value != blank[key]}


EVERYTHING = Wanted()


def wanted_from(desk: Desk, data: Mapping[str, Any]) -> tuple[Wanted, list[Words]]:
    """What kept data want, and what of it there is no longer: that is left out and said.

    A form, clock, officer or condition that this program does not know widens the list; it never
    stops it from opening.
    """
    lost: list[Words] = []
    kept: dict[str, Any] = {}
    kinds = {one.name: type(one.default) for one in fields(Wanted)}
    for key, value in data.items():
        if key == "due_days" and isinstance(value, int):
            kept[key] = value
        elif kinds.get(key) is tuple and isinstance(value, list | tuple):
            kept[key] = tuple(str(one) for one in value)
        elif key in kinds and key != "due_days" and type(value) is kinds[key]:
            kept[key] = value
        else:
            lost.append(words("wanted.lost.condition", what=said(str(key))))
    for name, known in (
        ("forms", desk.forms),
        ("without", desk.forms),
        ("clocks", {one.code for one in clocks()}),
    ):
        named = kept.get(name, ())
        lost += [words(f"wanted.lost.{name}", what=said(one)) for one in named if one not in known]
        kept[name] = tuple(one for one in named if one in known)
    gone = [one for one in kept.get("columns", ()) if one not in COLUMNS]
    lost += [words("wanted.lost.condition", what=said(one)) for one in gone]
    kept["columns"] = tuple(one for one in kept.get("columns", ()) if one in COLUMNS)
    for name, allowed in (("period", PERIODS), ("state", STATES), ("order", ORDERS)):
        if kept.get(name) and kept[name] not in allowed:
            lost.append(words("wanted.lost.condition", what=said(kept.pop(name))))
    wanted = Wanted(**kept)
    if wanted.officer not in ("", ME) and desk.store.officer(wanted.officer) is None:
        lost.append(words("wanted.lost.officer", what=said(wanted.officer)))
        wanted = replace(wanted, officer="")
    if not wanted.clocks:
        order: Order = "newest" if wanted.order == "due" else wanted.order
        wanted = replace(wanted, running=False, due_days=None, order=order)
    return wanted, lost


def columns_of(wanted: Wanted) -> tuple[str, ...]:
    """The columns that the list shows: those chosen, else the usual ones."""
    chosen = wanted.columns or (
        *(("form",) if len(wanted.forms) != 1 else ()),
        "due" if wanted.clocks else "at",
        "officer",
        "state",
    )
    return tuple(one for one in COLUMNS if one in chosen or one in _ALWAYS)


def days_of(wanted: Wanted, today: dt.date) -> tuple[str, str]:
    """The first and last ISO day of the period; blank where it is open."""
    if wanted.period == "span":
        return wanted.from_day, wanted.to_day
    first = {
        "today": today,
        "week": today - dt.timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }.get(wanted.period)
    return (first.isoformat(), today.isoformat()) if first else ("", "")


def charge_in(section: str) -> tuple[str, str]:
    """Section and act (its code, or blank) of what is typed: `103(1)`, `BNS 103(1)`, `302 भा0द0सं0`.

    Raises:
        Refused: more than one word is no known act, or there is no section.
    """
    from thana_desk.hindi.fold import fold

    parts = section.split()
    known = {}
    for act in acts():
        for name in (act.code, act.words.hi, act.words.en):
            known[fold(name).replace(" ", "")] = act.code
    numbers = [one for one in parts if any(sign.isdigit() for sign in one)]
    rest = fold(" ".join(one for one in parts if one not in numbers)).replace(" ", "")
    if len(numbers) != 1 or (rest and rest not in known):
        raise Refused(words("wanted.bad_section", typed=said(section)))
    number = fold(numbers[0]).replace(" ", "").upper()
    return number, known.get(rest, "")


def listing(desk: Desk, wanted: Wanted, *, limit: int = 100, offset: int = 0) -> Listing:
    """The wanted lines that the role may read, and how many there are.

    Raises:
        NotAllowed: sensitive records apart, for a role that may not see what is sealed in them.
        Refused: a section or a day that is none.
    """
    if wanted.is_of_drafts:
        lines = _drafts(desk, wanted)
        return Listing(lines[offset : offset + limit], len(lines))
    forms = _readable(desk, wanted)
    if not forms:
        return Listing([], 0)
    with with_store_errors():
        asked = _asked(desk, wanted, forms)
        page = desk.store.page(forms, **asked, order=wanted.order, limit=limit, offset=offset)
        lines = _lines(desk, wanted, page.rows)
    return Listing(lines, page.total)


def count(desk: Desk, wanted: Wanted) -> int:
    """How many lines the list has.

    Raises:
        As `listing`.
    """
    if wanted.is_of_drafts:
        return len(_drafts(desk, wanted))
    forms = _readable(desk, wanted)
    if not forms:
        return 0
    with with_store_errors():
        return desk.store.count(forms, **_asked(desk, wanted, forms))


def may_sift_sensitive(desk: Desk) -> bool:
    """Whether the role may look at sensitive records apart."""
    return any(sees_sealed(desk.session.role, form) for form in desk.forms.values())


def _readable(desk: Desk, wanted: Wanted) -> list[str]:
    forms = [one for one in wanted.forms or desk.forms if desk.may("read", one)]
    if not wanted.sensitive:
        return forms
    seen = [one for one in forms if sees_sealed(desk.session.role, desk.forms.get(one))]
    if not seen:
        raise NotAllowed(words("actions.not_allowed"))
    return seen


def _asked(desk: Desk, wanted: Wanted, forms: list[str]) -> dict[str, Any]:
    from thana_desk.hindi.fold import fold

    first, last = days_of(wanted, desk.clock.now().date())
    for day in (first, last):
        _check_day(day)
    if first and last and last < first:
        raise Refused(words("wanted.bad_span"))
    # A role that may not see sealed persons must not find them out by asking for their names.
    role = desk.session.role
    seen = [one for one in forms if sees_sealed(role, desk.forms.get(one))]
    return {
        "since": first or None,
        "until": f"{last}T23:59:59+05:30" if last else None,
        "folded_filter": fold(wanted.text) or None,
        "sensitive_in": seen if wanted.text.strip() else None,
        "narrowing": _narrowing(desk, wanted),
    }


def _check_day(day: str) -> None:
    try:
        dt.date.fromisoformat(day or "2026-01-01")
    except ValueError as error:
        raise Refused(words("actions.bad_day")) from error


def _narrowing(desk: Desk, wanted: Wanted) -> "Narrowing":
    from thana_desk.storage.narrowing import Narrowing

    charge, act = charge_in(wanted.section) if wanted.section.strip() else ("", "")
    officer_no = ""
    officer = wanted.officer
    if officer == ME:
        officer, officer_no = desk.session.user_id, desk.session.pno
    elif officer:
        account = desk.store.officer(officer)
        officer_no = account.pno if account else ""
    due_before = ""
    if wanted.due_days is not None:
        due_before = stamp(desk.clock.now() + dt.timedelta(days=wanted.due_days))
    return Narrowing(
        officer=officer,
        officer_no=officer_no,
        charge=charge,
        act=act,
        gaps=wanted.state == "gaps",
        provisional=wanted.state == "provisional",
        unsent=wanted.state == "unsent",
        sensitive=wanted.sensitive,
        without=wanted.without,
        clocks=wanted.clocks,
        running=wanted.running,
        due_before=due_before,
    )


def _lines(desk: Desk, wanted: Wanted, rows: "tuple[RecordRow, ...]") -> list[Line]:
    lines = [records.line_of(desk, row) for row in rows]
    if not wanted.clocks:
        return lines
    due = desk.store.due_dates([line.record_id for line in lines], wanted.clocks)
    return [
        replace(line, due=records.clock_line(desk, due[line.record_id]))
        if line.record_id in due
        else line
        for line in lines
    ]


def _drafts(desk: Desk, wanted: Wanted) -> list[Line]:
    """Drafts are few: they are sifted where they are."""
    from thana_desk.hindi.fold import fold

    first, last = days_of(wanted, desk.clock.now().date())
    terms = fold(wanted.text).split()
    notes = {"approval": ("approval",), "left": (LEFT,)}.get(wanted.state)
    mine = wanted.state == "mine" or wanted.officer == ME
    lines = []
    for draft in records.drafts(desk, mine=mine):
        text = fold(f"{draft.title} {draft.owner_name.hi} {draft.owner_name.en}")
        if (
            (wanted.forms and draft.form_code not in wanted.forms)
            or (notes and draft.note not in notes)
            or (first and draft.updated_at[:10] < first)
            or (last and draft.updated_at[:10] > last)
            or (wanted.officer not in ("", ME) and draft.owner != wanted.officer)
            or not all(term in text for term in terms)
        ):
            continue
        lines.append(
            Line(
                record_id="",
                form_code=draft.form_code,
                number="",
                title=draft.title,
                registered_at=draft.updated_at,
                status=draft.note or "draft",
                sync_state="",
                provisional=False,
                sensitive=False,
                officer=draft.owner_name,
                draft_id=draft.draft_id,
                tells_of_act=draft.tells_of_act,
            )
        )
    return lines[::-1] if wanted.order == "oldest" else lines


def in_words(desk: Desk, wanted: Wanted) -> Words:
    """What the list is narrowed to, in words; blank for all records."""
    pieces: list[Words] = []
    if wanted.forms:
        pieces.append(_names(desk, wanted.forms))
    if wanted.period == "span":
        first, last = (_day(one) for one in (wanted.from_day, wanted.to_day))
        key = "span" if first and last else ("since" if first else "until")
        if first or last:
            pieces.append(words(f"wanted.said.{key}", first=first, last=last))
    elif wanted.period:
        pieces.append(words(f"wanted.period.{wanted.period}"))
    if wanted.state:
        pieces.append(words(f"wanted.state.{wanted.state}"))
    if wanted.section.strip():
        pieces.append(words("wanted.said.section", section=said(wanted.section.strip())))
    if wanted.officer:
        who = wanted.officer if wanted.officer != ME else desk.session.user_id
        pieces.append(words("wanted.said.officer", name=records.officer_name(desk, who)))
    if wanted.sensitive:
        pieces.append(words("wanted.said.sensitive"))
    if wanted.without:
        pieces.append(words("wanted.said.without", forms=_names(desk, wanted.without)))
    if wanted.due_days is not None:
        pieces.append(words("wanted.said.due", days=str(wanted.due_days)))
    elif wanted.running:
        pieces.append(words("wanted.said.running"))
    if wanted.text.strip():
        pieces.append(words("wanted.said.text", text=said(wanted.text.strip())))
    if wanted.order != "newest":
        pieces.append(words(f"wanted.order.{wanted.order}"))
    return Words(
        " · ".join(one.hi for one in pieces),
        " · ".join(one.en for one in pieces),
    )


def _names(desk: Desk, codes: tuple[str, ...]) -> Words:
    found = [desk.forms[one].short for one in codes if one in desk.forms]
    return Words(", ".join(one.hi for one in found), ", ".join(one.en for one in found))


def _day(iso: str) -> str:
    return f"{iso[8:10]}-{iso[5:7]}-{iso[:4]}" if iso else ""


def whole(desk: Desk, wanted: Wanted, most: int) -> Iterator[Line]:
    """Every line of the list, fetched by pages.

    Raises:
        Refused: there are more than `most`.
    """
    offset = 0
    while True:
        found = listing(desk, wanted, limit=_PAGE, offset=offset)
        if found.total > most:
            raise Refused(words("wanted.too_many", count=f"{found.total:,}", most=f"{most:,}"))
        yield from found.lines
        offset += _PAGE
        if offset >= found.total:
            return


_SHARES = {"form": 16, "number": 16, "at": 14, "due": 14, "title": 44, "officer": 18}


def cells(wanted: Wanted) -> tuple[tuple[Words, int], ...]:
    """The columns of a list on paper and in a file: their words and shares of the width."""
    return tuple(
        (words(f"wanted.column.{one}"), _SHARES.get(one, 12)) for one in columns_of(wanted)
    )


def cells_of(desk: Desk, wanted: Wanted, line: Line) -> list[str]:
    """A line's cells in Hindi, as `cells` names them; covered where the role may not see."""
    form = desk.forms.get(line.form_code)
    columns = columns_of(wanted)
    gaps = words("wanted.gaps", count=str(line.gaps)).hi if line.gaps else ""
    if line.draft_id:
        state = words(f"wanted.draft.{_draft_state(line.status)}").hi
    else:
        state = words(f"state.{line.sync_state}").hi
        if gaps and "gaps" not in columns:
            state = f"{gaps}; {state}"
    provisional = f" {words('state.provisional').hi}" if line.provisional else ""
    all_cells = {
        "form": form.short.hi if form else line.form_code,
        "number": f"{line.number}{provisional}",
        "at": f"{_day(line.registered_at)} {line.registered_at[11:16]}".strip(),
        "due": _day(line.due.due_at or "") if line.due else "",
        "title": line.title,
        "officer": line.officer.hi,
        "gaps": gaps,
        "state": state,
    }
    return [all_cells[one] for one in columns]


def _draft_state(status: str) -> str:
    return status if status in ("approval", "approved", LEFT) else "begun"


def table(desk: Desk, wanted: Wanted, kind: str) -> tuple[bytes, int]:
    """The list as a table (`.csv` or `.xlsx`) with the number of its lines; drafts never.

    Raises:
        NotAllowed: the role may take out none of the forms; Refused: too long, or as `listing`.
    """
    narrowed = _for_file(desk, wanted)
    columns = cells(wanted)
    lines = [[f"{one.hi} / {one.en}" for one, _share in columns]]
    for line in whole(desk, narrowed, _MOST_IN_FILE):
        lines.append(list(cells_of(desk, wanted, line)))
    widths = [share * 1.4 for _one, share in columns]
    return as_table(kind, lines, widths, landscape=True), len(lines) - 1


def _for_file(desk: Desk, wanted: Wanted) -> Wanted:
    """The list as far as it may become a file: a file travels farther than a look."""
    if wanted.is_of_drafts:
        raise NotAllowed(words("wanted.no_export"))
    forms = forms_out(desk, wanted.forms or _readable(desk, wanted), named=bool(wanted.forms))
    return replace(wanted, forms=forms)


def paper(
    desk: Desk,
    wanted: Wanted,
    title: Words,
    *,
    file: bool = False,
    layout: Layout = USUAL,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """The list as a simple table on paper; as a `file` with what may become one only.

    Raises:
        NotAllowed; Refused: too long, or as `listing`; PaperProblem.
    """
    from thana_desk.actions.papers import with_paper_errors

    for form in wanted.forms:
        desk.require("read", form)
    narrowed = _for_file(desk, wanted) if file else wanted
    lines = list(whole(desk, narrowed, _MOST_ON_PAPER))
    with with_paper_errors():
        from thana_desk.printing import blocks
        from thana_desk.printing.document import render

        columns = tuple(
            blocks.Column(blocks.label(one.hi, one.en, below=True), float(share), "left")
            for one, share in cells(wanted)
        )
        told = in_words(desk, wanted).hi or words("wanted.said.nothing").hi
        body: list[Any] = [
            blocks.Heading(title.hi, 1, "centre"),
            blocks.Paragraph(f"{told} · {len(lines)}", "centre", 0.92),
            blocks.Grid(
                columns,
                (tuple(cells_of(desk, wanted, line)) for line in lines),
                empty=blocks.NIL,
                blank_cell="",
            ),
        ]
        setup = blocks.PageSetup(
            title=title.hi,
            thana=desk.thana.name.hi,
            district=desk.thana.district.hi,
            printed_at=stamp(desk.clock.now()),
            printed_by=desk.session.name.hi,
            landscape=True,
            sample=desk.demo,
        )
        return render(body, layout.on(setup, turns=True), on_page=on_page)
