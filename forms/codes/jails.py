"""The jails of the State that ship as data, to be confirmed by the prison department."""

from dataclasses import dataclass
from typing import Any

from forms.codes.folding import Heading, asked, heading
from forms.codes.lists import code_list
from forms.codes.shipped import data_cache, read, words
from forms.kit.words import Words


@dataclass(frozen=True, slots=True)
class Jail:
    """One jail: `kind` is a code of the jail form, `district` the name of its district."""

    code: str
    kind: str
    district: Words
    words: Words


@data_cache
def jails() -> tuple[Jail, ...]:
    """Every jail that ships, the central ones first."""
    content: dict[str, Any] = read("jails")
    districts = code_list("DISTRICT_UP")
    found = []
    for row in content["jails"]:
        district = districts.get(row["district"])
        assert district is not None, row["district"]
        found.append(Jail(row["code"], row["kind"], district.words, words(row)))
    return tuple(found)


@data_cache
def _headings() -> tuple[tuple[Jail, Heading], ...]:
    return tuple((one, heading(one.words.en, hindi=one.words.hi)) for one in jails())


def find_jails(text: str) -> tuple[Jail, ...]:
    """Jails of whose name every word of `text` begins a word, in any script; all for no text."""
    typed = asked(text)
    return tuple(one for one, name in _headings() if all(name.begins(word) for word in typed))
