"""When a field is asked for: conditions as data, so that they can be shown, sent and tested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from forms.kit.letter import is_blank, undotted


class Condition(Protocol):
    """Something that holds or not for a set of answers.

    `scopes` are the answers to look in, innermost first: in a repeating group the row, then
    the whole letter, so that a row may depend on the record it stands in.
    """

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """Whether the condition is true for these answers."""
        ...

    def keys(self) -> frozenset[str]:
        """The field keys (dotted) that the answer depends on."""
        ...


def look_up(scopes: Sequence[Mapping[str, Any]], key: str) -> Any:
    """The answer `key` (dotted: `place.outside`) from the first scope that knows its first step."""
    steps = undotted(key)
    for scope in scopes:
        if steps[0] in scope:
            value: Any = scope
            for step in steps:
                value = value.get(step) if isinstance(value, Mapping) else None
            return value
    return None


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is this value."""

    key: str
    value: str | bool | int

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where the answer equals the value."""
        return bool(look_up(scopes, self.key) == self.value)

    def keys(self) -> frozenset[str]:
        """The one key."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer is one of these values; for a multi-choice, any of them was ticked."""

    key: str
    values: tuple[str | int, ...]

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where the answer, or one of the ticked answers, is among the values."""
        answer = look_up(scopes, self.key)
        if isinstance(answer, list):
            return any(inner in self.values for inner in answer)
        return answer in self.values

    def keys(self) -> frozenset[str]:
        """The one key."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True)
class Filled:
    """The answer is not blank."""

    key: str

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where something was answered."""
        return not is_blank(look_up(scopes, self.key))

    def keys(self) -> frozenset[str]:
        """The one key."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True)
class Before:
    """The date answered is before this day (ISO text); a blank date is not."""

    key: str
    day: str

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where the date is there and earlier."""
        answer = look_up(scopes, self.key)
        return isinstance(answer, str) and bool(answer) and answer[:10] < self.day

    def keys(self) -> frozenset[str]:
        """The one key."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True)
class AnyRow:
    """Some row of a repeating group fulfils the condition."""

    key: str
    condition: Condition

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where at least one row does."""
        answer = look_up(scopes, self.key)
        if not isinstance(answer, list):
            return False
        return any(
            self.condition.holds((row, *scopes)) for row in answer if isinstance(row, Mapping)
        )

    def keys(self) -> frozenset[str]:
        """The group's key."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True, init=False)
class All:
    """Every one of these conditions."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", conditions)

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where all are."""
        return all(condition.holds(scopes) for condition in self.conditions)

    def keys(self) -> frozenset[str]:
        """The keys of all."""
        return frozenset().union(*(condition.keys() for condition in self.conditions))


@dataclass(frozen=True, slots=True, init=False)
class Either:
    """At least one of these conditions."""

    conditions: tuple[Condition, ...]

    def __init__(self, *conditions: Condition) -> None:
        object.__setattr__(self, "conditions", conditions)

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where one is."""
        return any(condition.holds(scopes) for condition in self.conditions)

    def keys(self) -> frozenset[str]:
        """The keys of all."""
        return frozenset().union(*(condition.keys() for condition in self.conditions))


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    condition: Condition

    def holds(self, scopes: Sequence[Mapping[str, Any]]) -> bool:
        """True where the inner condition is false."""
        return not self.condition.holds(scopes)

    def keys(self) -> frozenset[str]:
        """The inner condition's keys."""
        return self.condition.keys()
