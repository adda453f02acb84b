"""Code lists: the closed vocabularies of the forms, each value in both languages."""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from forms.codes.diary import gd_types
from forms.codes.folding import Heading, asked, fold, heading
from forms.codes.shipped import Row, data_cache, is_hidden, read, source_of, words
from forms.kit.words import Words

SCOPES = ("any", "citizen", "offender")
_FILES = (
    "people",
    "crime",
    "physical",
    "property",
    "court",
    "complaint",
    "duty",
    "record",
    "places",
)


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list.

    `confirmed` is False until a document says so; then `source` is that document's tag.
    `hidden` values are not offered any more but still read in old records. `parent` is a code
    of the list's parent list or of the list itself. `order` is a number where the list has
    one (the degrees of a direction).
    """

    code: str
    words: Words
    confirmed: bool
    hidden: bool = False
    parent: str = ""
    source: str = ""
    order: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class CodeList:
    """A closed vocabulary. `scope`: "any", "citizen" or "offender".

    A form that a citizen fills or receives offers only lists of scope "any" and "citizen".
    """

    id: str
    words: Words
    version: str
    scope: str
    codes: tuple[Code, ...]
    _by_code: MappingProxyType[str, Code] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_code = MappingProxyType({code.code: code for code in self.codes})
        object.__setattr__(self, "_by_code", by_code)

    def get(self, code: str) -> Code | None:
        """The value with this code, hidden or not; None if the list has none."""
        return self._by_code.get(code)

    def offered(self, parent: str = "") -> tuple[Code, ...]:
        """The values to choose from, in the list's order; only those under `parent` if given."""
        return tuple(
            code for code in self.codes if not code.hidden and (not parent or code.parent == parent)
        )

    def find(self, text: str) -> tuple[Code, ...]:
        """The offered values whose code or words begin with the words of `text`, best first.

        Spelling, script and case do not matter ("mahila" finds महिला); an empty text finds all.
        """
        query, typed = fold(text), asked(text)
        ranked = []
        for place, (code, names, title) in enumerate(_searchable(self)):
            if query in names:
                rank = 0
            elif any(name.startswith(query) for name in names):
                rank = 1
            elif all(title.begins(one) for one in typed):
                rank = 2
            elif all(title.is_heard_in(one) for one in typed):
                rank = 3
            else:
                continue
            ranked.append((rank, place, code))
        return tuple(code for _, _, code in sorted(ranked, key=lambda found: found[:2]))

    def is_offered_to_citizens(self) -> bool:
        """Whether a citizen's form may offer this list."""
        return self.scope != "offender"


@data_cache
def _searchable(codes: CodeList) -> tuple[tuple[Code, tuple[str, ...], Heading], ...]:
    """The offered values with their folded names and what they sound like."""
    return tuple(
        (
            code,
            (fold(code.code), fold(code.words.hi), fold(code.words.en)),
            heading(code.code, code.words.en, hindi=code.words.hi),
        )
        for code in codes.offered()
    )


@data_cache
def _lists() -> dict[str, CodeList]:
    lists = {"GD_TYPE": _gd_type_list()}
    for name in _FILES:
        content = read(name)
        for list_id, row in content["lists"].items():
            if list_id in lists:
                raise ValueError(f"code list {list_id} ships twice")
            lists[list_id] = _list(list_id, row, content["version"])
    return lists


def _list(list_id: str, row: dict[str, Any], version: str) -> CodeList:
    if row["scope"] not in SCOPES:
        raise ValueError(f"code list {list_id} has the unknown scope {row['scope']!r}")
    codes = tuple(_code(list_id, code, row) for code in row["codes"])
    return CodeList(list_id, words(row), version, row["scope"], codes)


def _code(list_id: str, row: Row, around: Row) -> Code:
    source = source_of(row, around)
    return Code(
        code=row["code"],
        words=words(row),
        confirmed=bool(source),
        hidden=row.get("hidden", False) or is_hidden(list_id, row["code"]),
        parent=row.get("parent", ""),
        source=source,
        order=row.get("order"),
    )


def _gd_type_list() -> CodeList:
    types = gd_types()
    codes = tuple(Code(t.code, t.words, t.confirmed, parent=t.parent) for t in types)
    name = Words(hi="जी.डी. का प्रकार", en="Type of diary entry")
    return CodeList("GD_TYPE", name, types[0].version, "any", codes)


def code_list(list_id: str) -> CodeList:
    """The list with this id, such as "GENDER"; KeyError if none ships."""
    return _lists()[list_id]


def file_of(list_id: str) -> str:
    """The data file that a list stands in."""
    if list_id == "GD_TYPE":
        return "gd_types"
    return next(name for name in _FILES if list_id in read(name)["lists"])


def code_lists() -> tuple[CodeList, ...]:
    """Every list that ships, the diary's types first."""
    return tuple(_lists().values())


def pahar_of(hour: int) -> str:
    """The code of the pahar, "1" to "8", that an hour of the day (0 to 23) falls in.

    The FIR print gives 20:00 as pahar 7; three hours to a pahar follows from that.
    """
    if not 0 <= hour <= 23:
        raise ValueError(f"no hour {hour} in a day")
    return str(hour // 3 + 1)
