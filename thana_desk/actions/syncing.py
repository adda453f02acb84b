"""Exchange with the data centre: enrolment, one contact, and the truth about where things stand."""

import datetime as dt
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.kit.words import Words
from thana_desk import VERSION
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import LinkProblem
from thana_desk.actions.projecting import projector
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

if TYPE_CHECKING:
    from sync.client.engine import SyncReport
    from sync.client.files import FileReport, FileWay
    from sync.protocol.signing import SigningKey

PEER = "sdc"

_FILES_SECONDS = 60.0
"""The most that one exchange spends on files."""


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One own entry and where it stands on its way."""

    seq: int
    record_id: str
    form_code: str
    number: str
    title: str
    state: str
    reason: Words
    at: str


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the status line tells. `link` is open, closed or unknown; times are ISO.

    `files_up` and `files_down` are files left to send and to fetch, `files_spoiled` those whose
    bytes on this PC are not theirs any more.
    """

    enrolled: bool
    link: str
    since: str | None
    pending: int
    parked: int
    last_receipt_at: str | None
    number_seat: Words
    files_up: int = 0
    files_down: int = 0
    files_spoiled: int = 0


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """How one exchange ended."""

    done: bool
    state: str
    words: Words
    sent: int
    received: int
    acknowledged: int
    pending: int
    retry_after: float | None = None
    files_sent: int = 0
    files_received: int = 0
    files_waiting: int = 0


class _EngineClock:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def now(self) -> dt.datetime:
        """The wall clock."""
        return self._desk.clock.now()

    def monotonic(self) -> float:
        """Seconds that never run back."""
        return time.monotonic()


def enrolled(desk: Desk) -> bool:
    """Whether a data centre knows this PC."""
    return bool(desk.store.meta("gateway_public"))


def enrol(desk: Desk, gateway_url: str, code: str, ca_file: Path | None = None) -> None:
    """Make this PC known to the data centre with a single-use code.

    Raises:
        NotAllowed; LinkProblem: not reached, or the code is not taken.
    """
    desk.require("sync")
    from sync.client.enrol import enrol as enrol_with
    from sync.client.http_remote import HttpEnrolWay
    from sync.client.ports import RemoteError
    from sync.protocol.codes import BadCode

    identity = _identity(desk)
    try:
        with HttpEnrolWay(gateway_url, clock=_EngineClock(desk), ca_file=ca_file) as way:
            answer = enrol_with(way, code, device_key(desk), label=identity.device, app=VERSION)
    except BadCode as error:
        raise LinkProblem(words("actions.link.bad_code")) from error
    except ValueError as error:
        raise LinkProblem(words("actions.link.bad_address")) from error
    except RemoteError as error:
        raise LinkProblem(_error_words(error.kind)) from error
    if answer.thana != desk.thana.code or answer.device != identity.device:
        raise LinkProblem(words("actions.link.other_thana"))
    with with_store_errors():
        desk.store.set_meta("gateway_url", gateway_url)
        desk.store.set_meta("gateway_ca", str(ca_file) if ca_file else "")
        desk.store.set_meta("gateway_public", answer.gateway_public)


def move(desk: Desk, gateway_url: str) -> None:
    """Reach the same data centre at another address."""
    desk.require("sync")
    with with_store_errors():
        desk.store.set_meta("gateway_url", gateway_url)


def device_key(desk: Desk) -> "SigningKey":
    """This PC's own key, kept in the encrypted store."""
    from sync.protocol.signing import SigningKey

    return SigningKey(bytes.fromhex(desk.store.meta("device_key") or ""))


def sync_once(desk: Desk) -> SyncOutcome:
    """Send and receive until nothing is left or the link fails; what was done stays done."""
    desk.require("sync")
    if not enrolled(desk):
        raise LinkProblem(words("actions.link.not_enrolled"))
    from sync.client.engine import SyncEngine
    from sync.client.http_remote import HttpRemote
    from thana_desk.storage.file_shelf import forget_confirmations
    from thana_desk.storage.sync_store import StoreJournal

    identity, key, clock = _identity(desk), device_key(desk), _EngineClock(desk)
    public = desk.store.meta("gateway_public") or ""
    ca = desk.store.meta("gateway_ca")
    with (
        with_store_errors(),
        HttpRemote(
            desk.store.meta("gateway_url") or "",
            thana=identity.thana,
            device=identity.device,
            signer=key,
            clock=clock,
            gateway_public=public,
            ca_file=Path(ca) if ca else None,
        ) as remote,
    ):
        engine = SyncEngine(
            journal=StoreJournal(desk.store, projector(desk.forms)),
            remote=remote,
            signer=key,
            clock=clock,
            gateway_public=public,
            peer=PEER,
            app=VERSION,
        )
        report = engine.sync_once()
        outcome = _outcome(report)
        _remember(desk, report, outcome)
        if report.gateway_went_back:
            forget_confirmations(desk.store)
        if outcome.done:
            outcome = _with_files(outcome, _exchange_files(desk, remote, identity))
    return outcome


def _exchange_files(desk: Desk, way: "FileWay", identity: Any) -> "FileReport":
    """Move files for a while; whatever is written meanwhile goes first, at the next exchange."""
    from sync.client.files import FileEngine
    from sync.protocol.messages import Identity
    from thana_desk.storage.file_shelf import StoreShelf

    clock = _EngineClock(desk)
    engine = FileEngine(
        shelf=StoreShelf(desk.store, lambda: stamp(desk.clock.now())),
        way=way,
        clock=clock,
        identity=Identity(identity.thana, identity.device, identity.incarnation),
        app=VERSION,
    )
    begun, head = clock.monotonic(), desk.store.head()

    def should_stop() -> bool:
        return clock.monotonic() - begun > _FILES_SECONDS or desk.store.head() != head

    return engine.exchange(should_stop=should_stop)


def _with_files(outcome: SyncOutcome, report: "FileReport") -> SyncOutcome:
    moved = replace(
        outcome,
        files_sent=report.sent,
        files_received=report.received,
        files_waiting=report.waiting_up + report.waiting_down,
    )
    if not (report.sent or report.received or moved.files_waiting):
        return moved
    said = words(
        "actions.link.files",
        sent=str(report.sent),
        received=str(report.received),
        waiting=str(moved.files_waiting),
    )
    return replace(
        moved,
        words=Words(f"{outcome.words.hi} {said.hi}", f"{outcome.words.en} {said.en}"),
    )


def _outcome(report: "SyncReport") -> SyncOutcome:
    from sync.client.engine import Outcome

    if report.outcome is Outcome.IN_STEP:
        said = words("actions.link.done", sent=str(report.sent), received=str(report.received))
    elif report.outcome is Outcome.HALTED:
        said = words("actions.link.halted")
    else:
        said = _error_words(report.error_kind)
    return SyncOutcome(
        done=report.outcome is Outcome.IN_STEP,
        state=report.error_kind or str(report.outcome.value),
        words=said,
        sent=report.sent,
        received=report.received,
        acknowledged=report.acked.seq,
        pending=report.pending,
        retry_after=report.retry_after,
    )


def _error_words(kind: str) -> Words:
    return words(
        {
            "unreachable": "actions.link.unreachable",
            "not_our_gateway": "actions.link.bad_answer",
            "bad_answer": "actions.link.bad_answer",
            "refused": "actions.link.refused",
            "try_later": "actions.link.later",
            "revoked": "actions.link.revoked",
        }.get(kind, "actions.link.unreachable")
    )


def _remember(desk: Desk, report: "SyncReport", outcome: SyncOutcome) -> None:
    now = stamp(desk.clock.now())
    link = "open" if report.server_time is not None else "closed"
    if desk.store.meta("link") != link:
        desk.store.set_meta("link", link)
        desk.store.set_meta("link_since", now)
    if report.receipt is not None and report.sent:
        desk.store.set_meta("last_receipt_at", now)
    desk.store.set_meta("link_words", outcome.state)


def _identity(desk: Desk) -> Any:
    return desk.store.identity()


def outbox(desk: Desk, limit: int = 500) -> list[OutboxLine]:
    """Own entries that are not acknowledged yet, oldest first, then those held."""
    with with_store_errors():
        rows = desk.store.outbox(states=("waiting", "sent", "parked"), limit=limit)
    return [
        OutboxLine(
            row.seq,
            row.record_id,
            row.form,
            row.number or "",
            row.title,
            row.state,
            _reason(row.state, row.reason),
            row.device_at,
        )
        for row in rows
    ]


def _reason(state: str, reason: str | None) -> Words:
    known = words(f"actions.sync.{state}")
    if not reason:
        return known
    return Words(f"{known.hi} ({reason})", f"{known.en} ({reason})")


def status(desk: Desk) -> SyncStatus:
    """Where things stand, without asking the network."""
    from thana_desk.storage.file_shelf import spoiled_files, waiting_files

    with with_store_errors():
        counts = desk.store.outbox_counts()
        up, down = waiting_files(desk.store)
        meta = desk.store.meta
        return SyncStatus(
            enrolled=enrolled(desk),
            link=meta("link") or "unknown",
            since=meta("link_since"),
            pending=counts.get("waiting", 0) + counts.get("sent", 0),
            parked=counts.get("parked", 0),
            last_receipt_at=meta("last_receipt_at"),
            number_seat=words("actions.link.seat_here")
            if meta("number_seat") == _identity(desk).device
            else Words(meta("number_seat") or "", meta("number_seat") or ""),
            files_up=up,
            files_down=down,
            files_spoiled=len(spoiled_files(desk.store)),
        )
