"""The store as the sync engine sees it: its `Journal` port, kept by the `Store`."""

from collections.abc import Mapping, Sequence

from sync.client.ports import Halt, Parked, Position
from sync.protocol.canonical import canonical
from sync.protocol.event import BrokenChain, Event
from sync.protocol.messages import Head, Identity, Receipt, Verdict
from sync.protocol.times import from_text, to_text
from thana_desk.storage.database import Store
from thana_desk.storage.errors import ForeignEvent, WorkMisuse
from thana_desk.storage.feed import Project
from thana_desk.storage.rows import SyncPosition, VerdictRow

_READ_AHEAD = 64


class StoreJournal:
    """A `sync.client.ports.Journal` over an open store.

    `project` is the actions' reading of an event: envelope, index rows, clocks; None for a form
    that this program does not know yet.
    """

    def __init__(self, store: Store, project: Project) -> None:
        self._store = store
        self._project = project

    def identity(self) -> Identity:
        """The chain that this PC writes now.

        Raises:
            WorkMisuse: the store was not told yet.
        """
        own = self._store.identity()
        if own is None:
            raise WorkMisuse("this store does not know its thana and device yet")
        return Identity(own.thana, own.device, own.incarnation)

    def head(self) -> Head:
        """The last event of that chain."""
        return Head(*self._store.head())

    def hash_at(self, seq: int) -> str | None:
        """The hash of that chain's event `seq`; `GENESIS` for 0; None where there is none."""
        return self._store.hash_at(seq)

    def own_events_after(self, seq: int, max_bytes: int) -> Sequence[Event]:
        """That chain's events after `seq`, up to `max_bytes` of canonical JSON, at least one."""
        found: list[Event] = []
        left = max_bytes
        while True:
            # The packed size of the bodies is a lower bound, so few events are read in vain.
            batch = self._store.events(seq, limit=_READ_AHEAD, max_bytes=max(left, 1))
            for event in batch:
                left -= len(canonical(event.to_json()))
                if found and left < 0:
                    return found
                found.append(event)
                seq = event.seq
            if not batch or left <= 0:
                return found

    def take_back(self, events: Sequence[Event]) -> None:
        """Append this chain's own events, which the peer still has and this store lost.

        Raises:
            BrokenChain: they do not follow on `head()`.
        """
        try:
            self._store.take_back(events, self._project)
        except ForeignEvent as error:
            raise BrokenChain(str(error)) from error

    def apply_feed(
        self, events: Sequence[Event], verdicts: Sequence[Verdict], position: Position
    ) -> Sequence[Parked]:
        """Store other chains' events and the peer's verdicts together with `position`.

        Raises:
            BrokenChain: an event does not belong here; nothing was stored.
        """
        rows = [_verdict_row(verdict, position.feed_epoch) for verdict in verdicts]
        try:
            parked = self._store.apply_feed(events, rows, _row(position), self._project)
        except ForeignEvent as error:
            raise BrokenChain(str(error)) from error
        return [Parked(row.event_hash, row.record_id, row.reason) for row in parked]

    def load_position(self, peer: str) -> Position | None:
        """The last saved position with `peer`; None before the first contact."""
        row = self._store.sync_position(peer)
        return None if row is None else _position(row)

    def save_position(self, position: Position) -> None:
        """Keep `position`, and mark what it acknowledges."""
        self._store.put_sync_position(_row(position))

    def signer_keys(self, actors: Sequence[str]) -> Mapping[str, str]:
        """The public signing keys of those `actors` who have one here."""
        keys = {who.user_id: who.public_key for who in self._store.officers(active_only=False)}
        return {actor: keys[actor] for actor in actors if keys.get(actor)}


def _row(position: Position) -> SyncPosition:
    return SyncPosition(
        peer=position.peer,
        incarnation=position.incarnation,
        acked_seq=position.acked.seq,
        acked_hash=position.acked.hash,
        feed_epoch=position.feed_epoch,
        cursor=position.cursor,
        cursor_hash=position.cursor_hash,
        verdicts_read=position.verdicts_read,
        token=position.token,
        receipt=None if position.receipt is None else position.receipt.to_json(),
        proof=None if position.proof is None else position.proof.to_json(),
        halt=None if position.halt is None else position.halt.value,
        last_contact=None if position.last_contact is None else to_text(position.last_contact),
    )


def _position(row: SyncPosition) -> Position:
    return Position(
        peer=row.peer,
        incarnation=row.incarnation,
        acked=Head(row.acked_seq, row.acked_hash),
        feed_epoch=row.feed_epoch,
        cursor=row.cursor,
        cursor_hash=row.cursor_hash,
        verdicts_read=row.verdicts_read,
        token=row.token,
        receipt=None if row.receipt is None else Receipt.from_json(row.receipt),
        proof=None if row.proof is None else Receipt.from_json(row.proof),
        halt=None if row.halt is None else Halt(row.halt),
        last_contact=None if row.last_contact is None else from_text(row.last_contact),
    )


def _verdict_row(verdict: Verdict, feed_epoch: str) -> VerdictRow:
    return VerdictRow(
        feed_epoch=feed_epoch,
        number=verdict.number,
        clears=verdict.clears,
        device=verdict.device,
        incarnation=verdict.incarnation,
        seq=verdict.seq,
        event_hash=verdict.event_hash,
        record_id=verdict.record_id,
        reason=verdict.reason,
        detail=verdict.detail,
        at=to_text(verdict.at),
    )
