"""Prints from the order to the paper: kept until they are done, logged when they leave."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forms.kit.words import Words
from thana_desk.actions import print_log, print_orders
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import PaperProblem, RecordNotFound, Refused
from thana_desk.actions.papers import PART, write_whole
from thana_desk.actions.print_log import BROKEN_OFF, INTERRUPTED, SOME_PAGES, WHOLE, Went
from thana_desk.actions.print_orders import (
    MOST_COPIES,
    RECORD,
    Cancelled,
    PrintOrder,
    Ticket,
    Watch,
    from_json,
    pages_of,
    to_json,
)
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import PrintJob

PRINTING, WAITING = "printing", "waiting"
PROBLEMS = ("cancelled", "interrupted", "no_printer", "paused", "gone", "refused", "not_written")
"""Why a job waits."""

TABLES = (".csv", ".xlsx")
_running: set[str] = set()
_turn = threading.Lock()


class PressStopped(Exception):
    """The printer did not take all pages: `problem` (one of `PROBLEMS`) says why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


Press = Callable[[bytes, Ticket, Sequence[int], Watch], None]
"""Sends these pages of a PDF to the ticket's printer and tells `watch` after each how many went.

Raises `PressStopped`, or whatever `watch` raises once the printer has been told to stop.
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A print that is not done: what, how, since when, why, and how many pages went out."""

    job_id: str
    order: PrintOrder
    ticket: Ticket
    state: str
    problem: str
    sent: int
    at: str

    @property
    def name(self) -> Words:
        """What it is called."""
        return self.order.name


def waiting(desk: Desk) -> list[Waiting]:
    """The officer's own prints that are not done, oldest first."""
    with with_store_errors():
        kept = desk.store.print_jobs(desk.session.user_id)
    found = []
    for one in kept:
        order, ticket = from_json(one.wanted)
        found.append(
            Waiting(one.job_id, order, ticket, one.state, one.problem, one.sent, one.updated_at)
        )
    return found


def put(desk: Desk, order: PrintOrder, ticket: Ticket) -> str:
    """Keep an order until it is done; its id. It holds no pages: they are made when they leave.

    Whoever presses the key again at a dead printer has one waiting print, not five.

    Raises:
        Refused: copies or pages that are none.
    """
    from thana_desk.storage.identifiers import new_id
    from thana_desk.storage.rows import PrintJob

    if not 1 <= ticket.count <= MOST_COPIES:
        raise Refused(words("prints.bad_count", most=str(MOST_COPIES)))
    pages_of(ticket.pages, 10**6)
    now, wanted = stamp(desk.clock.now()), to_json(order, ticket)
    with with_store_errors():
        kept = desk.store.print_jobs(desk.session.user_id)
    same = [one.job_id for one in kept if one.state == WAITING and one.wanted == wanted]
    if same:
        return same[0]
    job = PrintJob(new_id(), desk.session.user_id, WAITING, "", wanted, 0, now, now)
    _keep(desk, job)
    return job.job_id


def run(desk: Desk, job_id: str, press: Press | None = None, watch: Watch | None = None) -> Went:
    """Make the pages, send them to the printer or into the file, log it, drop the job.

    Whatever stops it, the job waits afterwards with the reason, and can be run again.

    Raises:
        Cancelled; PressStopped; Refused: not allowed, not written, nothing to print.
    """
    job = _own(desk, job_id)
    order, ticket = from_json(job.wanted)
    with _turn:
        if job_id in _running:
            raise Refused(words("prints.runs_already"))
        _running.add(job_id)
    sent = 0

    def told(count: int) -> None:
        nonlocal sent
        sent = count
        if watch is not None:
            watch(count)

    version = ""
    try:
        _keep(desk, replace(job, state=PRINTING, problem="", sent=0))
        version = _version(desk, order)
        if ticket.target:
            sent = _into_file(desk, job_id, order, ticket, watch)
            went = Went(sent, WHOLE, version)
        else:
            if press is None:
                raise PressStopped("no_printer")
            went = _onto_paper(desk, order, ticket, press, watch, told, version)
    except BaseException as error:
        state = BROKEN_OFF if sent and not ticket.target else ""
        _stop(desk, job, _problem_of(error), sent, Went(sent, state, version) if state else None)
        raise
    finally:
        with _turn:
            _running.discard(job_id)
    _done(desk, job_id, order, ticket, went)
    return went


def hand_out(desk: Desk, order: PrintOrder, target: Path) -> Went:
    """Write an order into a file at once; nothing waits where it cannot be done.

    Raises:
        Refused: as `run`.
    """
    job_id = put(desk, order, Ticket(target=str(target)))
    try:
        return run(desk, job_id)
    except BaseException:
        with suppress(Refused):
            drop(desk, job_id)
        raise


def drop(desk: Desk, job_id: str) -> None:
    """Throw a waiting print away; what was printed stays in the log.

    Raises:
        RecordNotFound; Refused: it is being printed.
    """
    _own(desk, job_id)
    if job_id in _running:
        raise Refused(words("prints.runs_already"))
    with with_store_errors():
        desk.store.delete_print_job(job_id)


def send_to(desk: Desk, job_id: str, printer: str) -> None:
    """Let a waiting print go to another printer."""
    job = _own(desk, job_id)
    order, ticket = from_json(job.wanted)
    if not ticket.target:
        _keep(desk, replace(job, wanted=to_json(order, replace(ticket, printer=printer))))


def take_up(desk: Desk) -> int:
    """After a start: what was being printed when the power went waits again; how many do.

    Some of its pages may lie in the printer, so the log says so; the unfinished file goes.
    """
    found = 0
    with with_store_errors():
        kept = desk.store.print_jobs(desk.session.user_id)
    for job in kept:
        if job.state != PRINTING or job.job_id in _running:
            continue
        _order, ticket = from_json(job.wanted)
        if ticket.target:
            _clear(ticket.target, job.job_id)
        went = None if ticket.target else Went(job.sent, INTERRUPTED, "")
        _stop(desk, job, "interrupted", job.sent, went)
        found += 1
    return found


def _into_file(
    desk: Desk, job_id: str, order: PrintOrder, ticket: Ticket, watch: Watch | None
) -> int:
    target = Path(ticket.target).expanduser()
    kind = target.suffix.lower()
    if kind not in ("", ".pdf"):
        data, sent = print_orders.table(desk, order, kind)
    else:
        data = print_orders.make(desk, order, _making(watch), file=True)
        from thana_desk.pdf_pages import PdfPages, only_pages

        count = len(PdfPages(data))
        wanted = pages_of(ticket.pages, count)
        sent = len(wanted)
        if sent < count:
            data = only_pages(data, wanted)
    write_whole(target, data, job_id)
    return sent


def _onto_paper(
    desk: Desk,
    order: PrintOrder,
    ticket: Ticket,
    press: Press,
    watch: Watch | None,
    told: Watch,
    version: str,
) -> Went:
    from thana_desk.pdf_pages import PdfPages

    pdf = print_orders.make(desk, order, _making(watch))
    count = len(PdfPages(pdf))
    pages = pages_of(ticket.pages, count)
    press(pdf, ticket, pages, told)
    return Went(len(pages), WHOLE if len(pages) == count else SOME_PAGES, version)


def _making(watch: Watch | None) -> Watch | None:
    """Pages that are made are told below nothing, pages that went out above it."""
    return None if watch is None else lambda made: watch(-made)


def _version(desk: Desk, order: PrintOrder) -> str:
    """The head hash of the record, or of this PC's journal for what shows many records."""
    with with_store_errors():
        if order.kind == RECORD:
            record = desk.store.record(order.record_id)
            return record.event_hash if record else ""
        return desk.store.head()[1]


def _problem_of(error: BaseException) -> str:
    if isinstance(error, PressStopped):
        return error.problem
    if isinstance(error, PaperProblem):
        return "not_written"
    if isinstance(error, Refused):
        return "refused"
    return "cancelled" if isinstance(error, Cancelled) else "interrupted"


def _stop(desk: Desk, job: "PrintJob", problem: str, sent: int, went: Went | None) -> None:
    """Let a job wait, and log what of it left, in one transaction."""
    order, ticket = from_json(job.wanted)
    lines = list(print_log.entries_for(desk, order, ticket, went)) if went else []
    kept = replace(
        job, state=WAITING, problem=problem, sent=sent, updated_at=stamp(desk.clock.now())
    )
    with with_store_errors(), desk.store.work() as work:
        work.keep_print_job(kept)
        for line in lines:
            work.log_print(line)


def _done(desk: Desk, job_id: str, order: PrintOrder, ticket: Ticket, went: Went) -> None:
    lines = list(print_log.entries_for(desk, order, ticket, went))
    with with_store_errors(), desk.store.work() as work:
        for line in lines:
            work.log_print(line)
        work.drop_print_job(job_id)


def _keep(desk: Desk, job: "PrintJob") -> None:
    """A full disk gives up its ballast for it: a job is small, and the paper may be needed now."""
    with with_store_errors():
        desk.store.save(lambda work: work.keep_print_job(job))


def _own(desk: Desk, job_id: str) -> "PrintJob":
    with with_store_errors():
        job = desk.store.print_job(job_id)
    if job is None or job.owner != desk.session.user_id:
        raise RecordNotFound(words("prints.no_such_job"))
    return job


def _clear(target: str, job_id: str) -> None:
    """Remove the unfinished file of a job that a power cut ended."""
    with suppress(OSError):
        for one in Path(target).expanduser().parent.glob(f"{PART}{job_id}*"):
            one.unlink(missing_ok=True)
