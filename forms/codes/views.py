"""The lists that each role begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from forms.codes.shipped import read, words
from forms.kit.words import Words


@dataclass(frozen=True, slots=True)
class ShippedView:
    """A list that is offered to some roles; `wanted` says which records, by names of its fields."""

    id: str
    roles: tuple[str, ...]
    words: Words
    wanted: Mapping[str, Any]


@cache
def shipped_views() -> tuple[ShippedView, ...]:
    """Every list that ships, in the order of its file."""
    return tuple(
        ShippedView(row["id"], tuple(row["roles"]), words(row), row["wanted"])
        for row in read("views")["views"]
    )
