"""Types of general diary entries: what each is called, what makes it, how its text begins."""

from dataclasses import dataclass
from functools import cache
from string import Formatter

from forms.codes.shipped import read, words
from forms.kit.words import Words

FLAGS = frozenset({"opening", "closing", "departure", "arrival", "roll_call", "criminal"})


@dataclass(frozen=True, slots=True)
class GdType:
    """One type of diary entry.

    `parent` is the official type that the data centre knows; `auto_from` are the forms whose
    registration leaves a draft entry of this type. `template` is a Hindi sentence of this desk
    with `{fields}` in it, `gloss` says in English what it records.
    """

    code: str
    words: Words
    parent: str
    parent_words: Words
    auto_from: tuple[str, ...]
    flags: frozenset[str]
    template: str
    gloss: str
    confirmed: bool
    version: str

    def fields(self) -> tuple[str, ...]:
        """The names in the template's braces, in their order."""
        names = (name for _, name, _, _ in Formatter().parse(self.template) if name)
        return tuple(dict.fromkeys(names))

    def fill(self, values: dict[str, str]) -> str:
        """The template with `values`; a field without a value stays as a dotted gap to write in."""
        known = {name: values.get(name) or "………" for name in self.fields()}
        return self.template.format(**known)


@cache
def _types() -> dict[str, GdType]:
    content = read("gd_types")
    parents = {code: words(row) for code, row in content["parents"].items()}
    types = {}
    for row in content["types"]:
        types[row["code"]] = GdType(
            code=row["code"],
            words=words(row),
            parent=row["parent"],
            parent_words=parents[row["parent"]],
            auto_from=tuple(row.get("auto_from", ())),
            flags=frozenset(row.get("flags", ())),
            template=row["template"],
            gloss=row["gloss"],
            confirmed=row.get("mark", content["mark"]) == "sourced",
            version=content["version"],
        )
    return types


def gd_type(code: str) -> GdType:
    """The type with this code, such as "RAV"; KeyError if none ships."""
    return _types()[code]


def gd_types() -> tuple[GdType, ...]:
    """Every type, in the order in which the diary offers them."""
    return tuple(_types().values())


def gd_types_from(form: str) -> tuple[GdType, ...]:
    """The types that registering `form` can leave in the diary."""
    return tuple(kind for kind in gd_types() if form in kind.auto_from)
