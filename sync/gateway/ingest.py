"""One sync contact at the gateway: take what is new, say what is known, hand out the feed."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, and_, insert, not_, select, update

from sync.gateway.adjudicate import adjudicate, judge_signer_again
from sync.gateway.contact import let_in
from sync.gateway.refuse import Refuse
from sync.gateway.rows import feed_hash_after, from_payload, hash_at, pages, to_payload, to_row
from sync.gateway.schema import chain, device, feed, journal, parked, quarantine, signer
from sync.gateway.store import Store
from sync.protocol.canonical import canonical
from sync.protocol.event import GENESIS, Event
from sync.protocol.messages import (
    MAX_VERDICTS,
    Head,
    Receipt,
    SyncReply,
    SyncRequest,
    Verdict,
)
from sync.protocol.signing import SignedBy, head_statement, is_public_key, is_signed
from sync.protocol.times import from_text, to_text
from sync.protocol.wire import MAX_EVENTS

_MOST_FEED_BYTES = 512 * 1024
_MOST_QUARANTINED = 5000
"""Events of one chain put aside after a fork; a person has long been called by then."""


@dataclass(slots=True)
class Tally:
    """What one contact did, for the counters."""

    accepted: int = 0
    repeated: int = 0
    parked: int = 0
    handed_out: int = 0


def answer_sync(
    store: Store, request: SyncRequest, signed: SignedBy | None, now: datetime
) -> tuple[SyncReply, Tally]:
    """Answer one request in one transaction.

    `signed` is the verified HTTP signature; None for a contact that did not come over HTTP.

    Raises:
        Refuse: unknown or revoked device, a replay, a batch the device did not sign.
    """
    contact = _Contact(store, request, now)
    with store.transaction() as connection:
        return contact.answer(connection, signed), contact.tally


class _Contact:
    def __init__(self, store: Store, request: SyncRequest, now: datetime) -> None:
        self._store = store
        self._request = request
        self._identity = request.identity
        self._now = now
        self._at = to_text(now)
        self._standing = "ok"
        self.tally = Tally()

    def answer(self, connection: Connection, signed: SignedBy | None) -> SyncReply:
        known = let_in(self._store, connection, self._identity, signed, self._now)
        mine = self._chain(connection)
        theirs = Head(mine["head_seq"], mine["head_hash"])
        self._compare(connection, theirs)
        self._forget_nothing_proven(connection, theirs)
        self._learn_signers(connection)
        theirs = self._take(connection, theirs, known["public"])
        token = self._next_token(connection, mine["token"])
        self._note_contact(connection, known)
        return self._reply(connection, theirs, token)

    def _chain(self, connection: Connection) -> RowMapping:
        where = and_(
            chain.c.thana == self._identity.thana,
            chain.c.device == self._identity.device,
            chain.c.incarnation == self._identity.incarnation,
        )
        self._store.insert_new(
            connection,
            feed,
            [
                {
                    "thana": self._identity.thana,
                    "epoch": secrets.token_hex(8),
                    "epoch_before": "",
                    "base": 0,
                    "size": 0,
                    "hash": GENESIS,
                    "verdicts": 0,
                }
            ],
        )
        found = connection.execute(select(chain).where(where)).mappings().one_or_none()
        if found is not None:
            return found
        connection.execute(
            insert(chain).values(
                thana=self._identity.thana,
                device=self._identity.device,
                incarnation=self._identity.incarnation,
                head_seq=0,
                head_hash=GENESIS,
                token=0,
            )
        )
        return connection.execute(select(chain).where(where)).mappings().one()

    # --- heads ----------------------------------------------------------------------------

    def _stored_hash(self, connection: Connection, seq: int) -> str | None:
        if seq == 0:
            return GENESIS
        return hash_at(
            connection,
            self._identity.thana,
            self._identity.device,
            self._identity.incarnation,
            seq,
        )

    def _compare(self, connection: Connection, theirs: Head) -> None:
        """A fork shows even when nothing is sent: the heads disagree at a common sequence."""
        for claimed in (self._request.head, self._request.acked):
            if claimed.seq <= theirs.seq:
                stored = self._stored_hash(connection, claimed.seq)
                if stored != claimed.hash:
                    self._standing = "fork"

    def _forget_nothing_proven(self, connection: Connection, theirs: Head) -> None:
        """An own receipt for more than is stored: this store came back from a backup."""
        proof = self._request.proof
        if proof is None or not proof.is_from(self._store.key.public):
            return
        thana = self._identity.thana
        if proof.identity != self._identity:
            return
        row = connection.execute(select(feed).where(feed.c.thana == thana)).mappings().one()
        if proof.feed_epoch != row["epoch"]:
            return
        feed_differs = proof.feed_size > 0 and (
            proof.feed_size > row["size"]
            or self._feed_hash(connection, proof.feed_size) != proof.feed_hash
        )
        if proof.head.seq > theirs.seq or feed_differs:
            open_epoch(connection, thana, base=0)

    # --- taking in ------------------------------------------------------------------------

    def _take(self, connection: Connection, theirs: Head, public: str) -> Head:
        events = self._request.events
        if not events:
            return theirs
        last = events[-1]
        statement = head_statement(last.thana, last.device, last.incarnation, last.seq, last.hash)
        signature = self._request.head_signature
        if signature is None or not is_signed(public, signature, statement):
            raise Refuse("signature")
        if events[0].seq > theirs.seq + 1:
            return theirs  # the client learns our head from the reply and rewinds
        new = self._unknown_part(connection, events, theirs)
        if not new or self._standing == "fork":
            return theirs
        thana = self._identity.thana
        size, before = connection.execute(
            update(feed)
            .where(feed.c.thana == thana)
            .values(size=feed.c.size + len(new))
            .returning(feed.c.size, feed.c.hash)
        ).one()
        rows = []
        feed_hash = before
        for feed_no, event in enumerate(new, start=size - len(new) + 1):
            feed_hash = feed_hash_after(feed_hash, event.hash)
            rows.append(to_row(event, feed_no=feed_no, feed_hash=feed_hash, received_at=self._at))
        connection.execute(insert(journal), rows)
        connection.execute(update(feed).where(feed.c.thana == thana).values(hash=feed_hash))
        head = Head(last.seq, last.hash)
        connection.execute(
            update(chain)
            .where(
                chain.c.thana == thana,
                chain.c.device == self._identity.device,
                chain.c.incarnation == self._identity.incarnation,
            )
            .values(head_seq=head.seq, head_hash=head.hash)
        )
        self.tally.accepted = len(new)
        self.tally.parked = adjudicate(connection, thana, new, self._at)
        return head

    def _unknown_part(
        self, connection: Connection, events: tuple[Event, ...], theirs: Head
    ) -> list[Event]:
        """The events after our head; those before must be what we have, or it is a fork."""
        stored = {
            row.seq: row.hash
            for row in connection.execute(
                select(journal.c.seq, journal.c.hash).where(
                    journal.c.thana == self._identity.thana,
                    journal.c.device == self._identity.device,
                    journal.c.incarnation == self._identity.incarnation,
                    journal.c.seq.between(events[0].seq, events[-1].seq),
                )
            )
        }
        for place, event in enumerate(events):
            if event.seq <= theirs.seq:
                fits = stored[event.seq] == event.hash
                self.tally.repeated += fits
            elif event.seq == theirs.seq + 1:
                fits = event.prev_hash == theirs.hash
            else:
                fits = True  # the run was read as one chain
            if not fits:
                self._standing = "fork"
                self._put_aside(connection, events[place:])
                return []
        return [event for event in events if event.seq > theirs.seq]

    def _put_aside(self, connection: Connection, events: tuple[Event, ...]) -> None:
        """Nothing a PC wrote is thrown away, not even what may not enter the chain."""
        held = connection.execute(
            select(quarantine.c.seq).where(
                quarantine.c.thana == self._identity.thana,
                quarantine.c.device == self._identity.device,
            )
        ).all()
        self._store.insert_new(
            connection,
            quarantine,
            [
                {
                    "thana": event.thana,
                    "device": event.device,
                    "incarnation": event.incarnation,
                    "seq": event.seq,
                    "hash": event.hash,
                    "at": self._at,
                    "payload": to_payload(event),
                }
                for event in events[: max(0, _MOST_QUARANTINED - len(held))]
            ],
        )

    def _learn_signers(self, connection: Connection) -> None:
        thana, mine = self._identity.thana, self._identity.device
        for actor, public in sorted(self._request.signers.items()):
            if not is_public_key(public):
                continue
            others = connection.execute(
                select(signer.c.public).where(
                    signer.c.thana == thana, signer.c.device == mine, signer.c.actor == actor
                )
            ).all()
            # The first key of a user on a PC is taken at its word; a second one needs a person.
            learnt = self._store.insert_new(
                connection,
                signer,
                [
                    {
                        "thana": thana,
                        "device": mine,
                        "actor": actor,
                        "public": public,
                        "is_confirmed": not others,
                        "at": self._at,
                    }
                ],
            )
            if learnt:
                connection.execute(
                    select(feed.c.thana).where(feed.c.thana == thana).with_for_update()
                )
                judge_signer_again(connection, thana, mine, actor, self._at)

    # --- tokens ---------------------------------------------------------------------------

    def _mac(self, number: int) -> str:
        what = canonical(
            [
                "thana-desk token",
                self._identity.thana,
                self._identity.device,
                self._identity.incarnation,
                number,
            ]
        )
        return hmac.new(self._store.key.seed, what, sha256).hexdigest()[:32]

    def _shown(self) -> int | None:
        """The number on the request's token; None when it is not one of ours."""
        if not self._request.token:
            return 0
        text, _, mac = self._request.token.partition(".")
        if not (text.isascii() and text.isdecimal() and len(text) < 16):
            return None
        number = int(text)
        return number if hmac.compare_digest(mac.encode(), self._mac(number).encode()) else None

    def _next_token(self, connection: Connection, current: int) -> str:
        """The token for the next contact; an older one than the last two gives a copy away.

        The last but one is not: its answer may have been lost, and then the same is given again,
        so that a request which arrives late and twice raises no alarm. A higher one than ours
        was given out before this store was restored.
        """
        shown = self._shown()
        if shown is None or shown >= current:
            number = max(current, shown or 0) + 1
        else:
            number = current
            if shown < current - 1 and self._standing == "ok":
                self._standing = "copied"
        if number != current:
            connection.execute(
                update(chain)
                .where(
                    chain.c.thana == self._identity.thana,
                    chain.c.device == self._identity.device,
                    chain.c.incarnation == self._identity.incarnation,
                )
                .values(token=number)
            )
        return f"{number}.{self._mac(number)}"

    def _note_contact(self, connection: Connection, known: RowMapping) -> None:
        newest = max(known["incarnation"], self._identity.incarnation)
        if self._identity.incarnation < newest and self._standing == "ok":
            self._standing = "superseded"
        alarm = {} if self._standing == "ok" else {"alarm": self._standing, "alarm_at": self._at}
        connection.execute(
            update(device)
            .where(
                device.c.thana == self._identity.thana,
                device.c.device == self._identity.device,
            )
            .values(last_contact=self._at, app=self._request.app, incarnation=newest, **alarm)
        )

    # --- the answer -----------------------------------------------------------------------

    def _reply(self, connection: Connection, theirs: Head, token: str) -> SyncReply:
        request = self._request
        thana = self._identity.thana
        state = connection.execute(select(feed).where(feed.c.thana == thana)).mappings().one()
        start, start_hash, verdicts_from = self._resume(connection, state)
        rows, more = pages(
            connection,
            select(journal.c.feed_no, journal.c.feed_hash, journal.c.payload)
            .where(
                journal.c.thana == thana,
                journal.c.feed_no > start,
                journal.c.feed_no <= state["size"],
                not_(
                    and_(
                        journal.c.device == self._identity.device,
                        journal.c.incarnation == self._identity.incarnation,
                    )
                ),
            )
            .order_by(journal.c.feed_no),
            max_bytes=min(max(request.want_bytes, 1024), _MOST_FEED_BYTES),
            most=MAX_EVENTS - 1,
        )
        if more:
            cursor, cursor_hash = rows[-1]["feed_no"], rows[-1]["feed_hash"]
        elif state["size"] >= start:
            cursor, cursor_hash = state["size"], state["hash"]
        else:
            cursor, cursor_hash = start, start_hash
        self.tally.handed_out = len(rows)
        verdicts = self._verdicts(connection, verdicts_from)
        receipt = Receipt(
            identity=self._identity,
            head=theirs,
            feed_epoch=state["epoch"],
            feed_size=state["size"],
            feed_hash=state["hash"],
            server_time=self._now,
        )
        return SyncReply(
            standing=self._standing,
            receipt=signed_receipt(receipt, self._store),
            token=token,
            hash_at_yours=(
                self._stored_hash(connection, request.head.seq)
                if theirs.seq > request.head.seq
                else None
            ),
            events=tuple(from_payload(row["payload"]) for row in rows),
            cursor=cursor,
            cursor_hash=cursor_hash,
            more=more or len(verdicts) == MAX_VERDICTS,
            taken_back=self._taken_back(connection),
            verdicts=verdicts,
            verdicts_read=verdicts[-1].number
            if verdicts
            else min(verdicts_from, state["verdicts"]),
            wanted_signers=self._wanted_signers(connection),
        )

    def _resume(self, connection: Connection, state: RowMapping) -> tuple[int, str, int]:
        """Where this reader goes on in the feed: its cursor, if that is a place in this feed."""
        request = self._request
        same_epoch = request.feed_epoch == state["epoch"]
        verdicts_from = request.verdicts_read if same_epoch else 0
        if request.cursor <= state["size"]:
            here = self._feed_hash(connection, request.cursor)
            if here == request.cursor_hash:
                return request.cursor, request.cursor_hash, verdicts_from
        base = state["base"] if request.feed_epoch == state["epoch_before"] else 0
        base = min(base, request.cursor)
        return base, self._feed_hash(connection, base) or GENESIS, 0

    def _feed_hash(self, connection: Connection, feed_no: int) -> str | None:
        if feed_no == 0:
            return GENESIS
        return connection.execute(
            select(journal.c.feed_hash).where(
                journal.c.thana == self._identity.thana, journal.c.feed_no == feed_no
            )
        ).scalar_one_or_none()

    def _taken_back(self, connection: Connection) -> tuple[Event, ...]:
        after = self._request.take_back_after
        if after is None:
            return ()
        rows, _ = pages(
            connection,
            select(journal.c.payload)
            .where(
                journal.c.thana == self._identity.thana,
                journal.c.device == self._identity.device,
                journal.c.incarnation == self._identity.incarnation,
                journal.c.seq > after,
            )
            .order_by(journal.c.seq),
            max_bytes=_MOST_FEED_BYTES,
            most=MAX_EVENTS - 1,
        )
        return tuple(from_payload(row["payload"]) for row in rows)

    def _verdicts(self, connection: Connection, after: int) -> tuple[Verdict, ...]:
        rows = connection.execute(
            select(parked)
            .where(parked.c.thana == self._identity.thana, parked.c.number > after)
            .order_by(parked.c.number)
            .limit(MAX_VERDICTS)
        ).mappings()
        return tuple(
            Verdict(
                number=row["number"],
                clears=row["clears"],
                device=row["device"],
                incarnation=row["incarnation"],
                seq=row["seq"],
                event_hash=row["event_hash"],
                record_id=row["record_id"],
                reason=row["reason"],
                detail=row["detail"],
                at=from_text(row["at"]),
            )
            for row in rows
        )

    def _wanted_signers(self, connection: Connection) -> tuple[str, ...]:
        rows = connection.execute(
            select(parked.c.detail)
            .where(
                parked.c.thana == self._identity.thana,
                parked.c.is_open,
                parked.c.device == self._identity.device,
                parked.c.reason.in_(("signer_unknown", "signature_wrong")),
            )
            .distinct()
            .limit(20)
        ).scalars()
        return tuple(sorted(rows))


def signed_receipt(receipt: Receipt, store: Store) -> Receipt:
    """`receipt` with this gateway's signature."""
    return Receipt(
        identity=receipt.identity,
        head=receipt.head,
        feed_epoch=receipt.feed_epoch,
        feed_size=receipt.feed_size,
        feed_hash=receipt.feed_hash,
        server_time=receipt.server_time,
        signature=store.key.sign(receipt.statement()),
    )


def open_epoch(connection: Connection, thana: str, *, base: int) -> None:
    """Begin a new feed epoch: readers of the old one are sure of the first `base` entries only."""
    connection.execute(
        update(feed)
        .where(feed.c.thana == thana)
        .values(epoch=secrets.token_hex(8), epoch_before=feed.c.epoch, base=base)
    )
