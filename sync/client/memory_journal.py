"""A complete journal in memory, under the same rules as the real store: for tests and trials."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sync.client.ports import Parked, Position
from sync.protocol.canonical import Json, canonical
from sync.protocol.event import GENESIS, BrokenChain, Event, check_chain
from sync.protocol.messages import Head, Identity, Verdict
from sync.protocol.signing import Signer, sign_event
from sync.protocol.times import to_text


class MemoryJournal:
    """One PC's journal; `register` is what the desk does, the rest is the `Journal` port."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._chains: dict[tuple[str, int], dict[int, Event]] = {}
        self._positions: dict[str, Position] = {}
        self._verdicts: dict[tuple[str, int], Verdict] = {}
        self._signers: dict[str, str] = {}

    # --- the desk -------------------------------------------------------------------------

    def register(
        self,
        *,
        event_id: str,
        record_id: str,
        body: Mapping[str, Json],
        at: datetime,
        parents: Sequence[str] = (),
        actor: str = "moharir",
        user: Signer | None = None,
    ) -> Event:
        """Append one version of one record to the own chain."""
        head = self.head()
        event = Event(
            thana=self._identity.thana,
            device=self._identity.device,
            incarnation=self._identity.incarnation,
            seq=head.seq + 1,
            event_id=event_id,
            record_id=record_id,
            kind="version",
            form="gd",
            form_version=1,
            parents=tuple(parents),
            actor=actor,
            role="moharir",
            on_behalf_of=None,
            stated_at=to_text(at),
            device_at=to_text(at),
            trusted_at=None,
            body=body,
            prev_hash=head.hash,
        ).sealed()
        if user is not None:
            event = sign_event(event, user)
            self._signers[actor] = user.public
        self._own()[event.seq] = event
        return event

    def open_incarnation(self) -> Identity:
        """Begin a new chain, as the store does after a restore."""
        self._identity = replace(self._identity, incarnation=self._identity.incarnation + 1)
        return self._identity

    def events(self) -> dict[str, Event]:
        """Every event held, by hash."""
        return {event.hash: event for chain in self._chains.values() for event in chain.values()}

    def verdicts(self, feed_epoch: str) -> list[Verdict]:
        """The verdicts of one feed epoch that still hold."""
        found = {number: v for (epoch, number), v in self._verdicts.items() if epoch == feed_epoch}
        cleared = {verdict.clears for verdict in found.values()}
        return [
            found[number]
            for number in sorted(found)
            if number not in cleared and found[number].clears is None
        ]

    def copy(self) -> "MemoryJournal":
        """The journal as a backup or a cloned disk would hold it."""
        twin = MemoryJournal(self._identity)
        twin._chains = {key: dict(chain) for key, chain in self._chains.items()}
        twin._positions = dict(self._positions)
        twin._verdicts = dict(self._verdicts)
        twin._signers = dict(self._signers)
        return twin

    # --- the port -------------------------------------------------------------------------

    def identity(self) -> Identity:
        return self._identity

    def head(self) -> Head:
        own = self._own()
        return Head(len(own), own[len(own)].hash) if own else Head()

    def hash_at(self, seq: int) -> str | None:
        if seq == 0:
            return GENESIS
        event = self._own().get(seq)
        return None if event is None else event.hash

    def own_events_after(self, seq: int, max_bytes: int) -> Sequence[Event]:
        found: list[Event] = []
        left = max_bytes
        own = self._own()
        for number in range(seq + 1, len(own) + 1):
            left -= len(canonical(own[number].to_json()))
            if found and left < 0:
                break
            found.append(own[number])
        return found

    def take_back(self, events: Sequence[Event]) -> None:
        head = self.head()
        missing = [event for event in events if event.seq > head.seq]
        check_chain(missing, seq=head.seq, head=head.hash)
        self._own().update((event.seq, event) for event in missing)

    def apply_feed(
        self, events: Sequence[Event], verdicts: Sequence[Verdict], position: Position
    ) -> Sequence[Parked]:
        chains = {key: dict(chain) for key, chain in self._chains.items()}
        for event in events:
            key = (event.device, event.incarnation)
            if key == (self._identity.device, self._identity.incarnation):
                raise BrokenChain("the own chain does not come in by the feed")
            if event.thana != self._identity.thana:
                raise BrokenChain("an event of another thana")
            chain = chains.setdefault(key, {})
            known = chain.get(event.seq)
            if known is None:
                previous = chain.get(event.seq - 1)
                check_chain(
                    [event],
                    seq=event.seq - 1 if previous is not None or event.seq == 1 else -1,
                    head=GENESIS if previous is None else previous.hash,
                )
                chain[event.seq] = event
            elif known.hash != event.hash:
                raise BrokenChain(f"entry {event.seq} of {event.device} came with other content")
        self._chains = chains
        for verdict in verdicts:
            self._verdicts[position.feed_epoch, verdict.number] = verdict
        self._positions[position.peer] = position
        here = self.events()
        return [
            Parked(event.hash, event.record_id, "parent_unknown")
            for event in events
            if any(parent not in here for parent in event.parents)
        ]

    def load_position(self, peer: str) -> Position | None:
        return self._positions.get(peer)

    def save_position(self, position: Position) -> None:
        self._positions[position.peer] = position

    def signer_keys(self, actors: Sequence[str]) -> Mapping[str, str]:
        return {actor: self._signers[actor] for actor in actors if actor in self._signers}

    def _own(self) -> dict[int, Event]:
        return self._chains.setdefault((self._identity.device, self._identity.incarnation), {})
