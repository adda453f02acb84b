"""Returns to senior offices: figures counted from the records, their rows, changed figures, the paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from forms.kit.returns import Figure, Return
from forms.kit.words import Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import RecordNotFound
from thana_desk.actions.papers import with_paper_errors
from thana_desk.actions.print_layout import USUAL, Layout
from thana_desk.actions.records import Registered, officer_name, register
from thana_desk.actions.registers import (
    period_of,
    register_called,
    register_sheet,
    registered,
    setup_of,
)
from thana_desk.actions.registration import said, with_store_errors
from thana_desk.texts import words


@dataclass(frozen=True, slots=True)
class Change:
    """A figure given otherwise than counted: by whom, when and why."""

    given: int
    counted: int
    reason: str
    by: Words
    at: str


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure with the records behind it (their ids, oldest first)."""

    key: str
    records: tuple[str, ...]
    change: Change | None = None

    @property
    def counted(self) -> int:
        """What the records say."""
        return len(self.records)

    @property
    def given(self) -> int:
        """What the return says."""
        return self.change.given if self.change else self.counted


def return_list(desk: Desk) -> list[Return]:
    """The returns whose records this officer may read and print."""
    from forms.returns import all_returns

    return [one for one in all_returns().values() if _may_make(desk, one)]


def figures(desk: Desk, code: str, from_day: str, to_day: str) -> list[list[Counted]]:
    """The figures of a return, row by row.

    Raises:
        RecordNotFound, NotAllowed; Refused: days that are none.
    """
    wanted = _wanted(desk, code)
    first, last = (day.isoformat() for day in period_of(from_day, to_day))
    with with_store_errors():
        changes = _changes(desk, code, first, last)
        return [
            [
                Counted(one.key, tuple(_counted(desk, one, first, last)), changes.get(one.key))
                for one in row.figures
            ]
            for row in wanted.rows
        ]


def change_figure(
    desk: Desk, code: str, from_day: str, to_day: str, key: str, given: int, reason: str
) -> Registered:
    """Give a figure otherwise than counted; what was counted, by whom and why stays on record.

    Raises:
        RecordNotFound, NotAllowed; HasProblems: no reason, a figure below nought.
    """
    found = figures(desk, code, from_day, to_day)
    one = next((figure for row in found for figure in row if figure.key == key), None)
    if one is None:
        raise RecordNotFound(words("actions.no_such_figure", code=said(key)))
    letter = {
        "return_code": code,
        "figure": key,
        "from_day": from_day,
        "to_day": to_day,
        "counted": one.counted,
        "given": given,
        "reason": reason,
    }
    return register(desk, "ret_fig", letter)


def return_paper(
    desk: Desk,
    code: str,
    from_day: str,
    to_day: str,
    *,
    layout: Layout = USUAL,
    on_page: Callable[[], None] | None = None,
) -> bytes:
    """The covering letter with the table of figures, and every annexure, as one PDF.

    Raises:
        RecordNotFound, NotAllowed, Refused, PaperProblem.
    """
    from thana_desk.printing.blocks import paper_date

    wanted = _wanted(desk, code)
    counted = figures(desk, code, from_day, to_day)
    first, last = (day.isoformat() for day in period_of(from_day, to_day))
    period = f"{paper_date(first)} – {paper_date(last)}"
    with with_paper_errors(), with_store_errors():
        from thana_desk.printing.document import render_set
        from thana_desk.printing.layouts.returns import ReturnPaper, return_blocks

        about = ReturnPaper(
            thana=desk.thana.name.hi,
            district=desk.thana.district.hi,
            period=period,
            day=paper_date(stamp(desk.clock.now())),
            counted=tuple(
                tuple((one.given, one.change is not None) for one in row) for row in counted
            ),
            changes=tuple(_told(wanted, counted)),
        )
        annexures = [register_called(code) for code in wanted.annexures]
        cover = (return_blocks(wanted, about, annexures), layout.on(setup_of(desk, wanted.words)))
        books = (
            register_sheet(desk, one, first, last, period, replace(layout, turn=""))
            for one in annexures
        )
        return render_set([cover, *books], on_page=on_page)


def _wanted(desk: Desk, code: str) -> Return:
    from forms.returns import NoSuchReturn, return_called

    try:
        wanted = return_called(code)
    except NoSuchReturn as error:
        raise RecordNotFound(words("actions.no_such_return", code=said(code))) from error
    for form in _forms_of(wanted):
        desk.require("read", form)
        desk.require("print_register", form)
    return wanted


def _may_make(desk: Desk, wanted: Return) -> bool:
    """Returns are made of the registers: who keeps those makes these (duties b-13, b-16)."""
    forms = _forms_of(wanted)
    return all(desk.may("read", one) and desk.may("print_register", one) for one in forms)


def _forms_of(wanted: Return) -> set[str]:
    """The forms that are counted, and those of the books annexed."""
    counted = {code for row in wanted.rows for one in row.figures for code in (one.form, *one.also)}
    return counted | {register_called(code).form for code in wanted.annexures}


def _counted(desk: Desk, figure: Figure, first: str, last: str) -> Iterator[str]:
    found = registered(desk, (figure.form, *figure.also), first, last)
    return (entry.record_id for entry in found if figure.counts(entry))


def _changes(desk: Desk, code: str, first: str, last: str) -> dict[str, Change]:
    """The newest change of each figure of this return and period."""
    found: dict[str, Change] = {}
    offset = 0
    while True:
        page = desk.store.page("ret_fig", order="oldest", limit=500, offset=offset)
        for row in page.rows:
            letter = desk.store.letter(row.envelope.record_id) or {}
            told = (letter.get("return_code"), letter.get("from_day"), letter.get("to_day"))
            if told == (code, first, last):
                found[str(letter.get("figure"))] = Change(
                    int(str(letter.get("given") or 0)),
                    int(str(letter.get("counted") or 0)),
                    str(letter.get("reason") or ""),
                    officer_name(desk, row.envelope.registered_by or ""),
                    row.envelope.registered_at or "",
                )
        offset += 500
        if offset >= page.total:
            return found


def _told(wanted: Return, counted: list[list[Counted]]) -> Iterator[str]:
    """Each changed figure as the paper says it below the table."""
    for row, figures_of in zip(wanted.rows, counted, strict=True):
        for one in figures_of:
            if one.change is not None:
                yield (
                    f"{row.words.hi}: अभिलेखों से {one.counted}, दिया गया {one.change.given} — "
                    f"{one.change.reason} ({one.change.by.hi}, "
                    f"{one.change.at[8:10]}-{one.change.at[5:7]}-{one.change.at[:4]})"
                )
