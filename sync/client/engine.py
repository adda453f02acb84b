"""One sync with one peer: contacts until both sides agree, the link fails, or a person must act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sync.client.batch import CEILING, BatchSize
from sync.client.decide import (
    Acknowledge,
    GoOn,
    Mine,
    ReadFeed,
    Rewind,
    Stop,
    TakeBack,
    decide,
    moved,
)
from sync.client.ports import (
    BadAnswer,
    Clock,
    Halt,
    Journal,
    NotOurGateway,
    Parked,
    Position,
    Refused,
    Remote,
    RemoteError,
    Signer,
    TryLater,
    Unreachable,
)
from sync.protocol.canonical import canonical
from sync.protocol.event import BrokenChain, Event, check_chain
from sync.protocol.messages import (
    ORIGIN,
    Head,
    Identity,
    Receipt,
    SyncReply,
    SyncRequest,
    Verdict,
)
from sync.protocol.signing import head_statement
from sync.protocol.wire import MAX_EVENT_BYTES, MAX_WIRE_BYTES, BadMessage, plain_size

_KEPT = frozenset({Halt.RESTORED, Halt.FORKED, Halt.COPIED, Halt.SUPERSEDED})
"""Halts that stand until a new incarnation; the others are found anew at every sync."""


class Outcome(StrEnum):
    """How a sync ended."""

    IN_STEP = "in_step"
    """Nothing is left to send or to read."""
    INTERRUPTED = "interrupted"
    """The link or the peer failed; `error_kind` says how. What was done stays done."""
    HALTED = "halted"
    """A person must act; `halt` says why."""
    PAUSED = "paused"
    """Stopped between two batches, because the program or the peer asked for it."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one `sync_once` did and how it ended; the only thing that its caller sees.

    `sent` counts own events newly acknowledged, `received` other chains' events stored,
    `taken_back` own events fetched again. `pending` own events are not acknowledged yet.
    `verdicts` are the gateway's new exceptions, `parked` the events stored without their
    parents. `error_kind` is a `RemoteError.kind`, `error_code` the peer's word for a refusal.
    `gateway_went_back` says that the data centre was restored and got events again.
    `server_time` is the gateway's time at its last answer in this sync, None when none came;
    `receipt` is its last signed word, from this sync or an earlier one.
    """

    outcome: Outcome
    sent: int = 0
    received: int = 0
    taken_back: int = 0
    contacts: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    acked: Head = ORIGIN
    pending: int = 0
    halt: Halt | None = None
    error_kind: str = ""
    error_code: str = ""
    error_detail: str = ""
    retry_after: float | None = None
    verdicts: tuple[Verdict, ...] = ()
    parked: tuple[Parked, ...] = ()
    gateway_went_back: bool = False
    server_time: datetime | None = None
    receipt: Receipt | None = None


class SyncEngine:
    """Syncs one journal with one peer; keeps only the batch size between two syncs.

    Not for two threads at once. `gateway_public` is the key that the enrolment gave: nothing
    that is not signed by it is believed.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        remote: Remote,
        signer: Signer,
        clock: Clock,
        gateway_public: str,
        peer: str = "sdc",
        app: str = "thana-desk",
    ) -> None:
        self._journal = journal
        self._remote = remote
        self._signer = signer
        self._clock = clock
        self._gateway_public = gateway_public
        self._peer = peer
        self._app = app
        self._batch = BatchSize()
        self._ceiling = CEILING
        self._max_events = 500

    def sync_once(self, *, should_stop: Callable[[], bool] = lambda: False) -> SyncReport:
        """Send and read until drained, cut, halted or `should_stop` says so between batches.

        Never raises for what the network or the peer does. Errors of the journal itself (a full
        disk) pass through: nothing was saved then that is not true.
        """
        identity = self._journal.identity()
        position = self._position(identity)
        report = SyncReport(Outcome.PAUSED)
        if position.halt is not None:
            return self._closed(replace(report, outcome=Outcome.HALTED), position)
        signers: dict[str, str] = {}
        offered: set[str] = set()
        while not should_stop():
            try:
                step = self._contact(identity, position, signers)
            except _Halted as halted:
                report = replace(report, outcome=Outcome.HALTED, halt=halted.halt)
                break
            except RemoteError as error:
                report = replace(report, contacts=report.contacts + 1)
                if self._smaller_may_do(error):
                    continue
                report = replace(
                    report,
                    outcome=Outcome.INTERRUPTED,
                    error_kind=error.kind,
                    error_code=error.code,
                    error_detail=error.detail,
                    retry_after=error.retry_after,
                )
                break
            report = _added(report, step, position)
            before, position = position, step.position
            if position.halt is not None or step.halt is not None:
                report = replace(report, outcome=Outcome.HALTED, halt=step.halt)
                break
            signers = self._asked_for(step.reply, offered)
            if not step.go_on and not signers:
                report = replace(report, outcome=Outcome.IN_STEP)
                break
            if step.reply.retry_after:
                report = replace(
                    report,
                    outcome=Outcome.PAUSED,
                    error_kind=TryLater.kind,
                    retry_after=float(step.reply.retry_after),
                )
                break
            if not signers and _stood_still(step, before):
                report = replace(
                    report,
                    outcome=Outcome.INTERRUPTED,
                    error_kind=BadAnswer.kind,
                    error_detail="the answers lead nowhere",
                )
                break
        return self._closed(report, position)

    # --- one contact ----------------------------------------------------------------------

    def _contact(self, identity: Identity, position: Position, signers: dict[str, str]) -> "_Step":
        events = self._own_events(position)
        head = self._journal.head()
        request = SyncRequest(
            app=self._app,
            identity=identity,
            head=head,
            acked=position.acked,
            feed_epoch=position.feed_epoch,
            cursor=position.cursor,
            cursor_hash=position.cursor_hash,
            verdicts_read=position.verdicts_read,
            # Counted before the events are packed together, which halves them again.
            want_bytes=max(self._batch.wire_bytes * 2, 1024),
            token=position.token,
            events=tuple(events),
            head_signature=self._head_signature(events),
            proof=position.proof,
            signers=signers,
        )
        reply, up, down = self._exchange(request)
        theirs = reply.receipt.head
        mine = Mine(
            head=head,
            at_theirs=self._journal.hash_at(theirs.seq),
            at_acked=self._journal.hash_at(position.acked.seq),
        )
        step = _Step(reply=reply, position=position, bytes_up=up, bytes_down=down)
        for action in decide(mine, position, reply):
            after = moved(step.position, action, reply)
            match action:
                case Acknowledge() | GoOn():
                    pass
                case Rewind():
                    step.went_back = True
                case TakeBack():
                    step.taken_back = self._take_back(request)
                case ReadFeed():
                    # Own events never come in by the feed: the heads speak for them.
                    step.events = [
                        event
                        for event in reply.events
                        if (event.device, event.incarnation)
                        != (identity.device, identity.incarnation)
                    ]
                    if step.events or reply.verdicts:
                        step.parked = self._apply(step.events, reply.verdicts, after)
                    else:
                        self._journal.save_position(after)
                case Stop(halt):
                    step.halt = halt
                    if halt in _KEPT:
                        self._journal.save_position(after)
                    else:
                        after = step.position
            step.go_on = step.go_on or isinstance(action, GoOn)
            step.position = after
        return step

    def _own_events(self, position: Position) -> Sequence[Event]:
        acked = position.acked
        events = self._journal.own_events_after(acked.seq, self._batch.plain_bytes)
        events = events[: self._max_events]
        try:
            check_chain(events, seq=acked.seq, head=acked.hash)
        except BrokenChain as error:
            raise _Halted(Halt.BROKEN) from error
        if events and len(canonical(events[0].to_json())) > MAX_EVENT_BYTES:
            raise _Halted(Halt.OVERSIZE)
        return events

    def _head_signature(self, events: Sequence[Event]) -> str | None:
        if not events:
            return None
        last = events[-1]
        return self._signer.sign(
            head_statement(last.thana, last.device, last.incarnation, last.seq, last.hash)
        )

    def _exchange(self, request: SyncRequest) -> tuple[SyncReply, int, int]:
        try:
            packed = request.to_bytes()
        except BadMessage as error:
            raise _Halted(Halt.BROKEN) from error
        if len(packed) > MAX_WIRE_BYTES:
            raise Refused("the batch is too long", code="too_large")
        started = self._clock.monotonic()
        try:
            answer = self._remote.sync(packed)
            reply = SyncReply.from_bytes(answer, thana=request.identity.thana)
        except Unreachable:
            self._batch = self._batch.after_cut()
            raise
        except BadMessage as error:
            raise BadAnswer(str(error)) from error
        if not reply.receipt.is_from(self._gateway_public):
            raise NotOurGateway("the receipt is not signed by our gateway")
        if reply.receipt.identity != request.identity:
            raise BadAnswer("the receipt is for another chain")
        if request.events:
            self._batch = self._batch.seen(plain=plain_size(packed), packed=len(packed))
        self._ceiling = min(CEILING, reply.limits.batch_bytes)
        self._max_events = min(500, reply.limits.events)
        elapsed = self._clock.monotonic() - started
        self._batch = self._batch.after_answer(elapsed, ceiling=self._ceiling)
        return reply, len(packed), len(answer)

    def _apply(
        self, events: Sequence[Event], verdicts: Sequence[Verdict], position: Position
    ) -> tuple[Parked, ...]:
        try:
            return tuple(self._journal.apply_feed(events, verdicts, position))
        except BrokenChain as error:
            raise BadAnswer("the feed does not fit what is here") from error

    def _take_back(self, request: SyncRequest) -> int:
        taken = 0
        while True:
            head = self._journal.head()
            reply, _, _ = self._exchange(
                replace(
                    request,
                    head=head,
                    events=(),
                    head_signature=None,
                    take_back_after=head.seq,
                    signers={},
                )
            )
            if reply.receipt.head.seq <= head.seq:
                return taken
            events = reply.taken_back
            try:
                check_chain(events, seq=head.seq, head=head.hash)
            except BrokenChain as error:
                raise BadAnswer("the events given back do not follow") from error
            if not events or events[0].device != request.identity.device:
                raise BadAnswer("no events were given back")
            self._journal.take_back(events)
            taken += len(events)

    # --- between contacts -----------------------------------------------------------------

    def _position(self, identity: Identity) -> Position:
        found = self._journal.load_position(self._peer)
        if found is None:
            return Position(self._peer, identity.incarnation)
        if found.incarnation != identity.incarnation:
            # A new incarnation is a new chain; only what was read of the others stays true.
            return replace(
                found,
                incarnation=identity.incarnation,
                acked=ORIGIN,
                token="",
                receipt=None,
                proof=None,
                halt=None,
            )
        return found

    def _smaller_may_do(self, error: RemoteError) -> bool:
        if not isinstance(error, Refused) or error.code != "too_large":
            return False
        if self._batch.wire_bytes == 0:
            return False
        self._batch = self._batch.after_cut()
        return True

    def _asked_for(self, reply: SyncReply, offered: set[str]) -> dict[str, str]:
        wanted = [actor for actor in reply.wanted_signers if actor not in offered]
        offered.update(wanted)
        return dict(self._journal.signer_keys(wanted)) if wanted else {}

    def _closed(self, report: SyncReport, position: Position) -> SyncReport:
        return replace(
            report,
            acked=position.acked,
            halt=report.halt or position.halt,
            pending=max(0, self._journal.head().seq - position.acked.seq),
            receipt=position.receipt,
        )


class _Halted(Exception):
    """The local side itself cannot go on."""

    def __init__(self, halt: Halt) -> None:
        super().__init__(halt.value)
        self.halt = halt


@dataclass(slots=True)
class _Step:
    """What one contact brought."""

    reply: SyncReply
    position: Position
    bytes_up: int
    bytes_down: int
    events: Sequence[Event] = ()
    parked: tuple[Parked, ...] = ()
    taken_back: int = 0
    went_back: bool = False
    halt: Halt | None = None
    go_on: bool = False


def _added(report: SyncReport, step: _Step, before: Position) -> SyncReport:
    return replace(
        report,
        sent=report.sent + max(0, step.position.acked.seq - before.acked.seq),
        received=report.received + len(step.events),
        taken_back=report.taken_back + step.taken_back,
        contacts=report.contacts + 1,
        bytes_up=report.bytes_up + step.bytes_up,
        bytes_down=report.bytes_down + step.bytes_down,
        verdicts=report.verdicts + (step.reply.verdicts if step.halt is None else ()),
        parked=report.parked + step.parked,
        gateway_went_back=report.gateway_went_back or step.went_back,
        server_time=step.reply.receipt.server_time,
    )


def _stood_still(step: _Step, before: Position) -> bool:
    now = step.position
    return (now.acked, now.cursor, now.cursor_hash, now.verdicts_read, now.feed_epoch) == (
        before.acked,
        before.cursor,
        before.cursor_hash,
        before.verdicts_read,
        before.feed_epoch,
    )
