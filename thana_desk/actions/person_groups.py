"""Which entries of the person index are one person, as the officers said of each pair."""

from collections.abc import Sequence

from thana_desk.actions.desk import Desk

_MOST_ENTRIES = 500
"""Entries of one person; a group beyond it is a mistake, not a person."""


def group_of(desk: Desk, person_id: str) -> list[str]:
    """All entries that are the same person as `person_id`, itself among them, in fixed order."""
    return sorted(group(desk, person_id))


def group(desk: Desk, person_id: str) -> set[str]:
    found, border = {person_id}, {person_id}
    while border and len(found) < _MOST_ENTRIES:
        beyond = {
            one
            for (a, b), joined in said_of(desk, sorted(border)).items()
            if joined
            for one in (a, b)
        }
        border = beyond - found
        found |= border
    return found


def said_of(desk: Desk, person_ids: Sequence[str]) -> dict[tuple[str, str], bool]:
    """The latest word on every pair that has one of these persons in it.

    Latest by the time of the record and then by its name: every PC that has the same records
    says the same, in whatever order they came.
    """
    return {(link.one, link.other): link.joined for link in desk.store.person_links(person_ids)}


def group_without(desk: Desk, one: str, other: str) -> set[str]:
    """Whom `one` is joined to when the direct tie to `other` is left out."""
    left = (min(one, other), max(one, other))
    found, border = {one}, {one}
    while border and len(found) < _MOST_ENTRIES:
        said = said_of(desk, sorted(border))
        beyond = {each for pair, joined in said.items() if joined and pair != left for each in pair}
        border = beyond - found
        found |= border
    return found
