"""What to do after one contact: a pure function of both heads, the position and the reply."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from sync.client.ports import Halt, Position
from sync.protocol.messages import Head, SyncReply


@dataclass(frozen=True, slots=True)
class Mine:
    """What this side knows of its own chain.

    `at_theirs` is the own hash at the gateway's head sequence, `at_acked` at the acknowledged
    one; None beyond the own head.
    """

    head: Head
    at_theirs: str | None
    at_acked: str | None


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """The gateway durably holds this chain up to `head`."""

    head: Head


@dataclass(frozen=True, slots=True)
class Rewind:
    """The gateway was restored from a backup and lost what follows `head`: send it again."""

    head: Head


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Fetch and keep this chain's own events after `seq`, which the gateway still has."""

    seq: int


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """Store the reply's feed events and verdicts together with the cursor that they reach."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """There is more to send or to read: make another contact now."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A person must act before this chain may sync again."""

    halt: Halt


Action: TypeAlias = Acknowledge | Rewind | TakeBack | ReadFeed | GoOn | Stop


def decide(mine: Mine, position: Position, reply: SyncReply) -> tuple[Action, ...]:
    """The actions that follow from `reply`, in order.

    `reply.receipt` must already be known to be the gateway's. What is compared are hashes at a
    sequence that both sides hold; equal hashes there mean equal chains up to there.
    """
    theirs = reply.receipt.head
    if position.acked.seq <= mine.head.seq and mine.at_acked != position.acked.hash:
        return (Stop(Halt.BROKEN),)
    if theirs.seq > mine.head.seq:
        if reply.hash_at_yours != mine.head.hash:
            return (Stop(Halt.FORKED),)
        return (TakeBack(mine.head.seq), Stop(Halt.RESTORED))
    if mine.at_theirs != theirs.hash or reply.standing == "fork":
        return (Stop(Halt.FORKED),)
    if reply.standing == "superseded":
        return (Stop(Halt.SUPERSEDED),)
    if reply.standing == "copied":
        return (Stop(Halt.COPIED),)

    actions: list[Action] = []
    if theirs.seq < position.acked.seq:
        actions.append(Rewind(theirs))
    elif theirs.seq > position.acked.seq:
        actions.append(Acknowledge(theirs))
    actions.append(ReadFeed())
    if theirs.seq < mine.head.seq or reply.more:
        actions.append(GoOn())
    return tuple(actions)


def moved(position: Position, action: Action, reply: SyncReply) -> Position:
    """`position` after `action`; unchanged for actions that move nothing.

    A gateway that went back (its head, or its feed) is shown the last receipt from before, as
    `proof`, until it has opened a new feed epoch.
    """
    receipt = reply.receipt
    match action:
        case Acknowledge(head):
            return replace(position, acked=head)
        case Rewind(head):
            return replace(position, acked=head, proof=position.proof or position.receipt)
        case ReadFeed():
            went_back = reply.cursor < position.cursor
            proof = position.proof or (position.receipt if went_back else None)
            if proof is not None and proof.feed_epoch != receipt.feed_epoch:
                proof = None
            return replace(
                position,
                feed_epoch=receipt.feed_epoch,
                cursor=reply.cursor,
                cursor_hash=reply.cursor_hash,
                verdicts_read=reply.verdicts_read,
                token=reply.token,
                receipt=receipt,
                proof=proof,
                last_contact=receipt.server_time,
            )
        case Stop(halt):
            return replace(position, halt=halt)
        case TakeBack() | GoOn():
            return position
