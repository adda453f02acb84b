"""How events travel: runs of one chain, without what the reader can work out again."""

from collections.abc import Sequence

from sync.protocol.canonical import Json, NotCanonical, spell
from sync.protocol.event import BrokenChain, Event
from sync.protocol.wire import MAX_EVENT_BYTES, MAX_EVENTS, BadMessage, Fields, TooLarge

_WRITER = ("thana", "device", "incarnation", "seq", "prev_hash", "hash")
_CONTENT = (
    "event_id",
    "record_id",
    "kind",
    "form",
    "form_version",
    "actor",
    "role",
    "on_behalf_of",
    "stated_at",
    "device_at",
    "trusted_at",
    "body",
    "signature",
)


def write_run(events: Sequence[Event]) -> Json:
    """Consecutive events of one chain.

    Identity and sequence are said once, hashes not at all but for the last one, which proves
    that the reader rebuilt every event to the byte.
    """
    first, last = events[0], events[-1]
    slim: list[Json] = []
    for event in events:
        fields: dict[str, Json] = {name: getattr(event, name) for name in _CONTENT}
        fields["parents"] = list(event.parents)
        slim.append(fields)
    return {
        "device": first.device,
        "incarnation": first.incarnation,
        "seq": first.seq,
        "prev_hash": first.prev_hash,
        "head": last.hash,
        "events": slim,
    }


def read_run(value: object, *, thana: str) -> tuple[Event, ...]:
    """The events that `write_run` wrote, hashes computed anew and the last one checked.

    `value` and `thana` come out of `unpack`, so that all text in them is canonical.

    Raises:
        TooLarge: an event beyond `MAX_EVENT_BYTES`.
        BadMessage: not a run, or its content does not give the hash that it claims.
    """
    fields = Fields(value, "run")
    device = fields.text("device")
    incarnation = fields.integer("incarnation", least=1)
    seq = fields.integer("seq", least=1)
    previous = fields.hash("prev_hash")
    head = fields.hash("head")
    found: list[Event] = []
    for item in fields.items("events", most=MAX_EVENTS):
        if not isinstance(item, dict) or any(name in item for name in _WRITER):
            raise BadMessage("run.events holds something other than slim events")
        try:
            event = Event.from_json(
                {
                    **item,
                    "thana": thana,
                    "device": device,
                    "incarnation": incarnation,
                    "seq": seq,
                    "prev_hash": previous,
                    "hash": "",
                }
            ).sealed(is_settled=True)
            size = len(spell(event.to_json()))
        except (BrokenChain, NotCanonical) as error:
            raise BadMessage(f"run.events: {error}") from error
        if size > MAX_EVENT_BYTES:
            raise TooLarge(f"an event of {size} bytes, {MAX_EVENT_BYTES} allowed")
        found.append(event)
        seq, previous = seq + 1, event.hash
    fields.end()
    if not found:
        raise BadMessage("a run holds at least one event")
    if previous != head:
        raise BadMessage("a run does not give the hash that it claims")
    return tuple(found)


def runs_of(events: Sequence[Event]) -> list[list[Event]]:
    """`events` in their order, cut wherever the chain changes."""
    runs: list[list[Event]] = []
    for event in events:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and (last.device, last.incarnation) == (event.device, event.incarnation)
            and last.seq + 1 == event.seq
        ):
            runs[-1].append(event)
        else:
            runs.append([event])
    return runs
