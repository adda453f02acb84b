"""Everything that can be printed, as one value: what, which copies, how set, how often, on what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from forms.kit.words import NO_WORDS, Words
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.actions.print_layout import USUAL, Layout, layout_from
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.actions.wanted import Wanted

RECORD, REGISTER, RETURN, LIST = "record", "register", "return", "list"
MOST_COPIES = 50

Watch = Callable[[int], None]
"""Told how many pages are made or sent so far; raises `Cancelled` where that is enough."""


class Cancelled(Exception):
    """The officer stopped the work: no page more is made or sent."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed.

    Of a record `code` names its paper and `copies` the copies (none: all that there are); of a
    register or a return `code` is its own and the days its period; a list is in `wanted`.
    """

    kind: str
    code: str = ""
    name: Words = NO_WORDS
    record_id: str = ""
    copies: tuple[int, ...] = ()
    first: str = ""
    last: str = ""
    wanted: Mapping[str, Any] = field(default_factory=dict)
    layout: Layout = USUAL


@dataclass(frozen=True, slots=True)
class Ticket:
    """On what and how often: `pages` as typed (`1-3, 5`; none: all), `target` a file's path."""

    printer: str = ""
    target: str = ""
    count: int = 1
    pages: str = ""
    both_sides: bool = False
    grey: bool = False


def make(desk: Desk, order: PrintOrder, watch: Watch | None = None, *, file: bool = False) -> bytes:
    """The PDF of what is ordered, masked for its reader; `file`: it will leave as a file.

    Raises:
        NotAllowed, RecordNotFound, Refused, PaperProblem; Cancelled: as `watch` wished.
    """
    from thana_desk.actions import papers, registers, returns, wanted

    paged = _counter(watch)
    if order.kind == RECORD:
        return papers.copies_of(
            desk, order.record_id, order.code, order.copies, layout=order.layout, on_page=paged
        )
    if order.kind == REGISTER:
        return registers.register_paper(
            desk, order.code, order.first, order.last, layout=order.layout, on_page=paged
        )
    if order.kind == RETURN:
        return returns.return_paper(
            desk, order.code, order.first, order.last, layout=order.layout, on_page=paged
        )
    return wanted.paper(
        desk, _list(desk, order), order.name, file=file, layout=order.layout, on_page=paged
    )


def table(desk: Desk, order: PrintOrder, kind: str) -> tuple[bytes, int]:
    """The lines of a register or a list as a file (`.csv`, `.xlsx`), and how many there are.

    Raises:
        NotAllowed, RecordNotFound; Refused: a paper that has no lines.
    """
    from thana_desk.actions import registers, wanted

    if order.kind == REGISTER:
        return registers.register_table(desk, order.code, order.first, order.last, kind)
    if order.kind == LIST:
        return wanted.table(desk, _list(desk, order), kind)
    raise Refused(words("prints.no_table"))


def _list(desk: Desk, order: PrintOrder) -> "Wanted":
    """The list that was asked for; one that lost a condition since would show more than that."""
    from thana_desk.actions import wanted

    asked, lost = wanted.wanted_from(desk, order.wanted)
    if lost:
        raise Refused(words("prints.list_changed"))
    return asked


def _counter(watch: Watch | None) -> Callable[[], None] | None:
    if watch is None:
        return None
    made = 0

    def count() -> None:
        nonlocal made
        made += 1
        watch(made)

    return count


def may_turn(desk: Desk, order: PrintOrder) -> bool:
    """Whether the paper may be turned: official forms and returns stand as they are drawn."""
    if order.kind == RECORD:
        record = desk.store.record(order.record_id)
        form = desk.forms.get(record.envelope.form) if record else None
        from thana_desk.printing.layouts import LAYOUTS

        return form is not None and any(
            one.code == order.code and one.layout not in LAYOUTS and one.text is None
            for one in form.papers
        )
    return order.kind in (REGISTER, LIST)


def can_be_table(order: PrintOrder) -> bool:
    """Whether its lines can be kept as CSV or XLSX."""
    return order.kind in (REGISTER, LIST)


def pages_of(typed: str, count: int) -> list[int]:
    """The pages (from 0) that were typed, in order: `1-3, 5`; `4-`: from the fourth; none: all.

    Raises:
        Refused: no pages, or none of this paper.
    """
    text = typed.strip().translate(_LATIN).replace("–", "-").replace("—", "-")
    if not text:
        return list(range(count))
    found: set[int] = set()
    for part in text.split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        if not (first or (dash and last)) or not all(
            one == "" or (one.isdecimal() and len(one) < 7) for one in (first, last)
        ):
            raise Refused(words("prints.bad_pages", typed=typed.strip()[:20]))
        start = int(first) if first else 1
        end = (int(last) if last else count) if dash else start
        if not 1 <= start <= end or start > count:
            raise Refused(words("prints.no_such_pages", typed=typed.strip()[:20], count=str(count)))
        found.update(range(start - 1, min(end, count)))
    return sorted(found)


_LATIN = str.maketrans("०१२३४५६७८९", "0123456789")


def to_json(order: PrintOrder, ticket: Ticket) -> dict[str, Any]:
    """An order with its ticket as the store keeps it."""
    return {
        "kind": order.kind,
        "code": order.code,
        "name": [order.name.hi, order.name.en],
        "record_id": order.record_id,
        "copies": list(order.copies),
        "first": order.first,
        "last": order.last,
        "wanted": {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in order.wanted.items()
        },
        "layout": order.layout.to_json(),
        "printer": ticket.printer,
        "target": ticket.target,
        "count": ticket.count,
        "pages": ticket.pages,
        "both_sides": ticket.both_sides,
        "grey": ticket.grey,
    }


def from_json(data: Mapping[str, Any]) -> tuple[PrintOrder, Ticket]:
    """A kept order with its ticket."""
    hi, en = data["name"]
    order = PrintOrder(
        kind=str(data["kind"]),
        code=str(data["code"]),
        name=Words(str(hi), str(en)),
        record_id=str(data["record_id"]),
        copies=tuple(int(one) for one in data["copies"]),
        first=str(data["first"]),
        last=str(data["last"]),
        wanted=data["wanted"],
        layout=layout_from(data["layout"]),
    )
    ticket = Ticket(
        printer=str(data["printer"]),
        target=str(data["target"]),
        count=int(data["count"]),
        pages=str(data["pages"]),
        both_sides=bool(data["both_sides"]),
        grey=bool(data["grey"]),
    )
    return order, ticket


def with_layout(order: PrintOrder, layout: Layout) -> PrintOrder:
    """The same, set otherwise."""
    return replace(order, layout=layout)
