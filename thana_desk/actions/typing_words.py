"""What the station's officers have typed, offered to them again, and how each of them types.

The words stand in the encrypted store, each with how often which officer typed it. An officer is
offered his own at once, another's only when two officers have typed it: a name that stands in one
record alone must not show itself to whoever types the same letters.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from thana_desk.actions.desk import Desk
from thana_desk.actions.registration import with_store_errors
from thana_desk.hindi.candidates import is_worth_learning

_WORDS = "typed_words"
_CHOICE = "typing:"
_MOST_WORDS = 6_000


@dataclass(frozen=True, slots=True)
class TypingChoice:
    """How an officer types: the code of the layout, and whether Hindi is on."""

    layout: str
    hindi: bool


def learned(desk: Desk) -> dict[str, int]:
    """The words that this officer is offered, with how often they were typed."""
    user = desk.session.user_id
    return {
        word: sum(counts.values())
        for word, counts in _read(desk).items()
        if user in counts or len(counts) > 1
    }


def learn(desk: Desk, typed: Mapping[str, int]) -> None:
    """Count words that this officer typed; what is no single Hindi word is passed over."""
    worth = {word: times for word, times in typed.items() if is_worth_learning(word) and times > 0}
    if not worth:
        return
    kept = _read(desk)
    for word, times in worth.items():
        counts = kept.pop(word, {})  # put back at the end: the order is that of the last use
        user = desk.session.user_id
        kept[word] = {**counts, user: counts.get(user, 0) + times}
    while len(kept) > _MOST_WORDS:
        del kept[next(iter(kept))]
    _write(desk, kept)


def forget(desk: Desk, word: str) -> bool:
    """Offer this officer a word no more; tells whether it was known.

    The counts of all go: else the word of two officers would stay on offer.
    """
    kept = _read(desk)
    if kept.pop(word, None) is None:
        return False
    _write(desk, kept)
    return True


def choice(desk: Desk) -> TypingChoice | None:
    """How this officer typed when last at this PC's desk; None at first."""
    text = desk.store.meta(_CHOICE + desk.session.user_id)
    if text is None:
        return None
    kept = json.loads(text)
    return TypingChoice(str(kept["layout"]), bool(kept["hindi"]))


def choose(desk: Desk, chosen: TypingChoice) -> None:
    """Remember how this officer types."""
    with with_store_errors():
        desk.store.set_meta(
            _CHOICE + desk.session.user_id,
            json.dumps({"layout": chosen.layout, "hindi": chosen.hindi}),
        )


def _read(desk: Desk) -> dict[str, dict[str, int]]:
    kept: dict[str, dict[str, int]] = json.loads(desk.store.meta(_WORDS) or "{}")
    return kept


def _write(desk: Desk, kept: dict[str, dict[str, int]]) -> None:
    with with_store_errors():
        desk.store.set_meta(_WORDS, json.dumps(kept, ensure_ascii=False))
