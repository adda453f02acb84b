"""The order of the papers of a case, and what a case should hold by when."""

from dataclasses import dataclass

from forms.codes.shipped import data_cache, read, words
from forms.kit.words import Words


@dataclass(frozen=True, slots=True)
class Expected:
    """Something that a record of the forms `after` asks for, `days` after it was registered.

    Either a record of `form`, in the whole case or under that very record (`in_case`), or an
    answer under `field` (dotted). `mark` says how far the check rests on a source.
    """

    code: str
    words: Words
    after: tuple[str, ...]
    days: int
    form: str = ""
    field: str = ""
    in_case: bool = False
    mark: str = "inferred"


@data_cache
def chain_order() -> tuple[str, ...]:
    """Form codes in the order in which the papers of a case follow each other."""
    return tuple(read("case_chain")["order"])


@data_cache
def expected() -> tuple[Expected, ...]:
    """All checks, in the order of their file."""
    return tuple(
        Expected(
            code=row["code"],
            words=words(row),
            after=tuple(row["after"]),
            days=row["days"],
            form=row.get("form", ""),
            field=row.get("field", ""),
            in_case=row.get("within") == "case",
            mark=row["mark"],
        )
        for row in read("case_chain")["expected"]
    )
