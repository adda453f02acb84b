"""The answers of a record, and how a place inside them is named."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Letter: TypeAlias = dict[str, Any]
"""Answers by field key: only null, bool, int, str, list and dict; fractions are text. Blank = absent."""

Path: TypeAlias = tuple[str | int, ...]
"""A place in a letter: `("accused", 0, "addresses", 1, "pincode")`."""


def is_blank(value: object) -> bool:
    """Whether `value` says nothing: absent, empty text, or a group or list of only blanks.

    `False` and `0` are answers, not blanks.
    """
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_blank(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return all(is_blank(inner) for inner in value)
    return False


def at(letter: Mapping[str, Any], path: Path) -> Any:
    """What stands at `path`, or None where nothing does."""
    value: Any = letter
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, list) or not 0 <= step < len(value):
                return None
            value = value[step]
        else:
            if not isinstance(value, Mapping):
                return None
            value = value.get(step)
    return value


def without_blanks(value: Any) -> Any:
    """The same answers with every blank left out, so that 'never filled' and 'emptied' are equal."""
    if isinstance(value, Mapping):
        return {k: without_blanks(v) for k, v in value.items() if not is_blank(v)}
    if isinstance(value, list | tuple):
        return [without_blanks(v) for v in value if not is_blank(v)]
    return value


def dotted(path: Path) -> str:
    """`path` as text, rows counted from 1: `accused.1.name`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def undotted(text: str) -> Path:
    """The path that `dotted` wrote."""
    return tuple(int(step) - 1 if step.isdigit() else step for step in text.split(".") if step)


def rows(letter: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """The filled rows of the repeating group `key`."""
    value = letter.get(key)
    if isinstance(value, list):
        yield from (row for row in value if isinstance(row, Mapping))
