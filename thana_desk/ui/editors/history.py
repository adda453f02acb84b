"""Steps of a form that can be taken back: which answer was what before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.kit.letter import Letter, Path

Typing = Mapping[Path, str]

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """The answers and the unreadable typing at one moment; neither is ever changed in place."""

    letter: Letter
    unread: Typing


@dataclass(frozen=True, slots=True)
class Step:
    """What one step changed: from one moment to the next."""

    before: Moment
    after: Moment

    def keys(self) -> list[str]:
        """The top-level keys that differ."""
        return changed_keys(self.before, self.after)


class History:
    """Taken steps, newest last, and those that were taken back."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, before: Moment, after: Moment) -> None:
        """Remember a step, if anything differs."""
        if changed_keys(before, after):
            self._done.append(Step(before, after))
            del self._done[:-MOST_STEPS]
            self._undone.clear()

    def back(self) -> Step | None:
        """The newest step, to be taken back."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def forward(self) -> Step | None:
        """The step taken back last, to be done again."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]


def changed_keys(before: Moment, after: Moment) -> list[str]:
    """The top-level keys whose answer or unreadable typing differs."""
    keys = {**before.letter, **after.letter}
    keys.update({str(path[0]): None for path in (*before.unread, *after.unread) if path})
    return [
        key
        for key in keys
        if before.letter.get(key) != after.letter.get(key)
        or below(before.unread, key) != below(after.unread, key)
    ]


def below(texts: Typing, key: str) -> dict[Path, str]:
    """The unreadable typing under the top-level `key`, by the path from there."""
    return {path[1:]: text for path, text in texts.items() if path[:1] == (key,)}


def first_difference(before: Any, after: Any) -> Path:
    """The place inside two answers where they first differ."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in {**before, **after}:
            if before.get(key) != after.get(key):
                return (str(key), *first_difference(before.get(key), after.get(key)))
    if isinstance(before, list) and isinstance(after, list):
        for place in range(max(len(before), len(after))):
            one = before[place] if place < len(before) else None
            other = after[place] if place < len(after) else None
            if one != other:
                return (place, *first_difference(one, other))
    return ()
