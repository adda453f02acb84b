"""The print log: a line for all that leaves the program, and who may read which lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.kit.words import NO_WORDS, Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.papers import every_copy, print_act
from thana_desk.actions.print_orders import LIST, RECORD, REGISTER, RETURN, PrintOrder, Ticket
from thana_desk.actions.records import officer_name
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import LogEntry

KINDS = {
    "record": ("print.", "part."),
    "register": ("register.", "print.register."),
    "return": ("return.", "print.return."),
    "list": ("list.",),
    "file": ("file.",),
}
"""What a line is about, by the beginnings of its act; the later ones older programs wrote."""

WHOLE, BROKEN_OFF, INTERRUPTED, SOME_PAGES = "whole", "broken_off", "interrupted", "some_pages"
_FORMS = {"": "paper", ".pdf": "pdf", ".csv": "csv", ".xlsx": "xlsx"}


@dataclass(frozen=True, slots=True)
class Went:
    """What went out of one order: how many sheets of paper or lines of a table, and how it ended."""

    sent: int
    state: str = WHOLE
    version: str = ""
    """The head hash of the record, or of this PC's journal, when the pages were made."""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One line of the log as its reader sees it."""

    at: str
    user_id: str
    officer: Words
    role: str
    kind: str
    paper: Words
    copy: Words
    number: str
    count: int
    sent: int
    pages: str
    to: str
    printer: str
    state: str
    reprint: int
    record_id: str
    version: str

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "at": self.at,
            "officer_hi": self.officer.hi,
            "officer_en": self.officer.en,
            "role": self.role,
            "kind": self.kind,
            "paper_hi": self.paper.hi,
            "paper_en": self.paper.en,
            "copy_hi": self.copy.hi,
            "copy_en": self.copy.en,
            "number": self.number,
            "count": self.count,
            "sent": self.sent,
            "pages": self.pages,
            "to": self.to,
            "printer": self.printer,
            "state": self.state,
            "reprint": self.reprint,
            "record_id": self.record_id,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class PrintLines:
    """Some lines, newest first, and how many there are."""

    lines: list[PrintLine]
    total: int


def sees_all(desk: Desk) -> bool:
    """Whether the role reads the whole log; everybody reads the lines of his own prints."""
    return desk.may("print_log")


def officers(desk: Desk) -> list[tuple[str, Words]]:
    """Whose prints can be asked for: every officer with an account, also one who left.

    Raises:
        NotAllowed.
    """
    desk.require("print_log")
    with with_store_errors():
        found = desk.store.officers(active_only=False)
    return [(one.user_id, officer_name(desk, one.user_id)) for one in found]


def lines(
    desk: Desk,
    *,
    officer: str = "",
    kind: str = "",
    first: str = "",
    last: str = "",
    limit: int = 200,
    offset: int = 0,
) -> PrintLines:
    """Lines of the log: of one officer, one kind (`KINDS`), from one ISO day to another.

    Raises:
        NotAllowed: the lines of another officer, without the grant to read the whole log.
    """
    me = desk.session.user_id
    if officer != me and not (officer == "" and not sees_all(desk)):
        desk.require("print_log")
    whose = officer or (None if sees_all(desk) else me)
    acts = tuple(KINDS.get(kind, ()))
    with with_store_errors():
        found, total = desk.store.print_lines(
            actor=whose,
            acts=acts,
            since=first or None,
            until=f"{last}T23:59:59.999+05:30" if last else None,
            limit=limit,
            offset=offset,
        )
    return PrintLines([_line(desk, one) for one in found], total)


def entries_for(desk: Desk, order: PrintOrder, ticket: Ticket, went: Went) -> "Iterator[LogEntry]":
    """The lines that this print leaves: one for each copy of a record's paper, else one.

    Only a whole copy makes the next one a reprint, so that a sheet lost in the printer does not.
    """
    from thana_desk.storage.rows import LogEntry

    kind = _FORMS.get(_suffix(ticket.target), "pdf")
    about: dict[str, Any] = {
        "to": kind,
        "printer": ticket.printer,
        "count": ticket.count,
        "sent": went.sent,
        "pages": ticket.pages,
        "state": went.state,
        "name": [order.name.hi, order.name.en] if order.kind in (REGISTER, RETURN) else [],
    }
    for act, more in _acts(desk, order, kind, went.state == WHOLE):
        yield LogEntry(
            at=stamp(desk.clock.now()),
            actor=desk.session.user_id,
            role=desk.session.role,
            act=act,
            record_id=order.record_id or None,
            event_hash=went.version or None,
            detail={**about, **more},
        )


def _acts(
    desk: Desk, order: PrintOrder, kind: str, whole: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    if order.kind == RECORD:
        for copy in _copies(desk, order):
            act = print_act(order.code, copy)
            times, _first = desk.store.times_printed(order.record_id, act)
            told = {"reprint": times}
            yield (act if whole else f"part.{order.code}.{copy}"), told
    elif order.kind == LIST:
        # The words that were asked for may name a person; the log says only that there were some.
        kept = {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in order.wanted.items()
            if key != "text"
        }
        by_words = bool(str(order.wanted.get("text", "")).strip())
        yield f"list.{kind}", {**kept, "by_words": by_words}
    else:
        start = "register" if order.kind == REGISTER else "return"
        yield f"{start}.{order.code}", {"first": order.first, "last": order.last}


def _copies(desk: Desk, order: PrintOrder) -> Sequence[int]:
    if order.copies:
        return order.copies
    record = desk.store.record(order.record_id)
    form = desk.forms.get(record.envelope.form) if record else None
    papers = form.papers if form else ()
    return next((every_copy(one) for one in papers if one.code == order.code), range(1))


def _suffix(target: str) -> str:
    found = re.search(r"\.\w+$", target)
    return found.group().lower() if found else ""


def _line(desk: Desk, one: "LogEntry") -> PrintLine:
    detail = one.detail
    paper, copy, number = _named(desk, one)
    return PrintLine(
        at=one.at,
        user_id=one.actor,
        officer=officer_name(desk, one.actor),
        role=one.role,
        kind=_kind(one.act),
        paper=paper,
        copy=copy,
        number=number,
        count=_whole(detail.get("count"), 1),
        sent=_whole(detail.get("sent", detail.get("rows")), 0),
        pages=str(detail.get("pages") or ""),
        to=str(detail.get("to") or ("csv" if one.act == "list.csv" else "")),
        printer=str(detail.get("printer") or ""),
        state=str(detail.get("state") or WHOLE),
        reprint=_whole(detail.get("reprint"), 0),
        record_id=one.record_id or "",
        version=(one.event_hash or "")[:16],
    )


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _kind(act: str) -> str:
    if act.startswith(("print.register.", "print.return.")):
        return act.split(".")[1]
    start = act.split(".")[0]
    return "record" if start in ("print", "part") else start


def _named(desk: Desk, one: "LogEntry") -> tuple[Words, Words, str]:
    """What was printed, in words that name no person: form, paper, copy, number."""
    steps = one.act.split(".")
    kind = _kind(one.act)
    if one.record_id is None:
        kept = one.detail.get("name")
        if isinstance(kept, list) and len(kept) == 2 and any(kept) and kind != "list":
            first, last = (str(one.detail.get(key) or "") for key in ("first", "last"))
            return Words(str(kept[0]), str(kept[1])), NO_WORDS, _span(first, last)
        code = steps[2] if steps[0] == "print" and len(steps) > 2 else ""
        said = words(f"prints.kind.{kind}") if kind in KINDS else Words(one.act, one.act)
        return Words(f"{said.hi} {code}".strip(), f"{said.en} {code}".strip()), NO_WORDS, ""
    record = desk.store.record(one.record_id)
    form = desk.forms.get(record.envelope.form) if record else None
    if record is None or form is None:
        return words("prints.kind.record"), NO_WORDS, ""
    number = record.envelope.number or ""
    if kind == "file":
        said = words("prints.kind.file")
        return Words(f"{form.short.hi}: {said.hi}", f"{form.short.en}: {said.en}"), NO_WORDS, number
    paper = next((each for each in form.papers if each.code == ".".join(steps[1:-1])), None)
    if paper is None:
        return form.short, NO_WORDS, number
    name = Words(f"{form.short.hi}: {paper.words.hi}", f"{form.short.en}: {paper.words.en}")
    place = int(steps[-1]) if steps[-1].isdigit() else 0
    copy = paper.copies[place] if place < len(paper.copies) else NO_WORDS
    return (form.short if paper.words.hi == form.short.hi else name), copy, number


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
