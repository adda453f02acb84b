"""Which of several versions of one record is the current one, the same on every PC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One version in its record's family: its parents, and the time that ranks it among siblings.

    `at` is the trusted time where there is one, else the PC's own.
    """

    hash: str
    parents: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The current version, and how many lines of versions stand beside it unreconciled."""

    current: str
    siblings: int


def standing(versions: Sequence[Version]) -> Standing:
    """Follow the earliest line from the first version to its end.

    Where two versions were written on the same one, the earlier goes on being current (it may be
    printed already) and the other stands beside it until somebody reconciles them by a version
    with both as parents. The answer depends on the versions only, not on their order of arrival.
    """
    known = {version.hash: version for version in versions}
    children: dict[str, list[Version]] = {}
    first: list[Version] = []
    for version in versions:
        here = [parent for parent in version.parents if parent in known]
        if not here:
            first.append(version)
        for parent in here:
            children.setdefault(parent, []).append(version)
    current = min(first or versions, key=_rank)
    passed = {current.hash}
    while following := [v for v in children.get(current.hash, ()) if v.hash not in passed]:
        current = min(following, key=_rank)
        passed.add(current.hash)
    ends = sum(version.hash not in children for version in versions)
    return Standing(current.hash, max(0, ends - 1))


def _rank(version: Version) -> tuple[float, str]:
    # Also a malformed time of another program must rank the same everywhere: after all others.
    try:
        moment = datetime.fromisoformat(version.at)
        stamp = moment.timestamp() if moment.tzinfo is not None else float("inf")
    except (ValueError, OverflowError):
        stamp = float("inf")
    return stamp, version.hash
