"""Reads the versioned data files that ship with the program, and the marks of trust in them."""

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from forms.kit.words import Words

IST = timezone(timedelta(hours=5, minutes=30), "IST")
"""Indian Standard Time; a fixed offset, so no time-zone data is needed on the PC."""

_VERSION = re.compile(r'version = "(\d{4}-\d{2}-\d{2})"')
_DATA = Path(__file__).parent / "data"

Row = Mapping[str, Any]


def read(name: str) -> dict[str, Any]:
    """The data file `name` (without its ending); its `id` is the name."""
    content = tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
    if content.get("id") != name:
        raise ValueError(f"data file {name}.toml calls itself {content.get('id')!r}")
    return content


@cache
def versions() -> Mapping[str, str]:
    """The version of every data file, by name: what a station writes beside what it relied on."""
    found = {}
    for path in sorted(_DATA.glob("*.toml")):
        with path.open(encoding="utf-8") as lines:
            version = next(match for line in lines if (match := _VERSION.fullmatch(line.strip())))
        found[path.stem] = version[1]
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
