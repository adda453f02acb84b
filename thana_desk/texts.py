"""The words of the program: every text a person reads, in both languages, by key."""

import functools
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import resources
from forms.kit.words import Words


class TextMissing(KeyError):
    """A key that no file under `resources/texts` has."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def words(key: str, **values: str | Words) -> Words:
    """The phrase under `key` (`login.wrong_password`) with its `{places}` filled.

    A value that is itself a phrase fills each language with its own half. The first step of the
    key is the file it stands in, so that the login reads one small file.

    Raises:
        TextMissing: no such key, or a `{place}` of the phrase was not given.
    """
    phrase = _file(key.partition(".")[0]).get(key)
    if phrase is None:
        raise TextMissing(key)
    try:
        return Words(
            phrase.hi.format_map({name: _half(value, "hi") for name, value in values.items()}),
            phrase.en.format_map({name: _half(value, "en") for name, value in values.items()}),
        )
    except KeyError as place:
        raise TextMissing(f"{key} {{{place.args[0]}}}") from place


def _half(value: str | Words, lang: str) -> str:
    return value if isinstance(value, str) else value.in_language(lang)


def all_keys(area: str = "") -> frozenset[str]:
    """Every key of the catalogue, or of one of its files."""
    return frozenset(key for one in ([area] if area else areas()) for key in _file(one))


def areas() -> tuple[str, ...]:
    """The files of the catalogue, by their first step."""
    return tuple(sorted(file.stem for file in resources.path("texts").glob("*.toml")))


@functools.cache
def _file(area: str) -> Mapping[str, Words]:
    file = resources.path(f"texts/{area}.toml")
    if not file.is_file():
        return {}
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return dict(_phrases(tables, ""))


def _phrases(table: Mapping[str, Any], at: str) -> Iterator[tuple[str, Words]]:
    if isinstance(table.get("hi"), str) and isinstance(table.get("en"), str):
        yield at, Words(table["hi"], table["en"])
    for step, inner in table.items():
        if isinstance(inner, Mapping):
            yield from _phrases(inner, f"{at}.{step}" if at else step)
