"""Reads the versioned data files that ship with the program, and the marks of trust in them."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from forms.kit.words import Words

IST = timezone(timedelta(hours=5, minutes=30), "IST")
"""Indian Standard Time; a fixed offset, so no time-zone data is needed on the PC."""

_VERSION = re.compile(r'version = "(\d{4}-\d{2}-\d{2})"')
_DATA = Path(__file__).parent / "data"

Row = Mapping[str, Any]
_Reader = TypeVar("_Reader", bound=Callable[..., Any])


UPDATABLE = (
    "people",
    "crime",
    "physical",
    "property",
    "court",
    "complaint",
    "duty",
    "places",
    "acts",
    "bns",
    "bns_others",
    "ipc",
    "ipc_others",
    "procedure",
    "special_laws",
    "case_chain",
)
"""Files that a department may send anew: lists, laws and checks, never grants, series or seals."""

_updates: dict[str, dict[str, Any]] = {}
_hidden: set[tuple[str, str]] = set()
_cached: list[Callable[[], None]] = []


def data_cache(read_once: _Reader) -> _Reader:
    """As `functools.cache`, and forgotten when newer data are taken over."""
    cached = cache(read_once)
    _cached.append(cached.cache_clear)
    return cast("_Reader", cached)


def read(name: str) -> dict[str, Any]:
    """The data file `name` (without its ending), the department's newer one where there is one.

    Its `id` is the name.
    """
    if name in _updates:
        return _updates[name]
    return parsed(name, (_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def parsed(name: str, text: str) -> dict[str, Any]:
    """The content of a data file called `name`; ValueError where it is none or another's."""
    content = tomllib.loads(text)
    if content.get("id") != name:
        raise ValueError(f"data file {name}.toml calls itself {content.get('id')!r}")
    return content


def take_over(
    updates: Mapping[str, Mapping[str, Any]], hidden: Iterable[tuple[str, str]] = ()
) -> None:
    """Use these data files instead of the shipped ones, and offer no code that is `hidden`.

    `hidden` are pairs of a list's id and a code; such a code still reads in old records.
    ValueError for a file that may not be sent anew.
    """
    if wrong := set(updates) - set(UPDATABLE):
        raise ValueError(f"not a file that can be sent anew: {sorted(wrong)[0]}")
    _updates.clear()
    _updates.update({name: dict(content) for name, content in updates.items()})
    _hidden.clear()
    _hidden.update(hidden)
    for forget in _cached:
        forget()


def updated_files() -> frozenset[str]:
    """The data files that came with the department's update."""
    return frozenset(_updates)


def is_hidden(list_id: str, code: str) -> bool:
    """Whether this station does not offer the code."""
    return (list_id, code) in _hidden


@data_cache
def versions() -> Mapping[str, str]:
    """The version of every data file, by name: what a station writes beside what it relied on."""
    found = {}
    for path in sorted(_DATA.glob("*.toml")):
        with path.open(encoding="utf-8") as lines:
            version = next(match for line in lines if (match := _VERSION.fullmatch(line.strip())))
        found[path.stem] = version[1]
    found.update({name: str(content["version"]) for name, content in _updates.items()})
    return MappingProxyType(found)


def words(row: Row, prefix: str = "") -> Words:
    """The `hi` and `en` of a row, or `<prefix>hi` and `<prefix>en`."""
    return Words(hi=row[f"{prefix}hi"], en=row[f"{prefix}en"])


def words_or_none(row: Row, prefix: str) -> Words | None:
    """As `words`, or None where the row has no such text."""
    return words(row, prefix) if f"{prefix}hi" in row else None


def source_of(row: Row, around: Row) -> str:
    """The tag of the document a row was read in; empty for a row that is not confirmed.

    `around` is the file or list that gives the row its mark when it has none of its own.
    A row that is inferred or still to be confirmed never carries a document's name.
    """
    mark = row.get("mark", around.get("mark"))
    if mark != "sourced":
        return ""
    if "mark" in row:
        return str(row.get("source", around.get("source_tag", "")))
    return str(around.get("source_tag", around.get("source", "")))
