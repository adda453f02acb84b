"""Sensitive cases: what makes a record sensitive, what is sealed in it, and who sees that."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from forms.codes.offences import Section
from forms.codes.shipped import read, words
from forms.kit.words import Words


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reason for a record to be sensitive.

    It fires on any of its section `flags`, section ids, Acts or `facts` of the case; with
    `needs_both` an Act and a fact must meet. `hides` are codes of seals. `may_upload` says
    whether the FIR may still go to the public website.
    """

    code: str
    words: Words
    flags: frozenset[str]
    sections: frozenset[str]
    acts: frozenset[str]
    facts: frozenset[str]
    needs_both: bool
    hides: tuple[str, ...]
    may_upload: bool

    def fires(self, rows: Collection[Section], facts: Collection[str]) -> bool:
        """Whether these sections and facts make the record sensitive for this reason."""
        by_law = any(
            row.act in self.acts or row.id in self.sections or row.flags & self.flags
            for row in rows
        )
        by_fact = not self.facts.isdisjoint(facts)
        return (by_law and by_fact) if self.needs_both else (by_law or by_fact)


@dataclass(frozen=True, slots=True)
class Seal:
    """A kind of detail that is sealed; `mask` stands in its place for all but `seen_by`."""

    code: str
    words: Words
    mask: Words
    seen_by: tuple[str, ...]


@cache
def triggers() -> tuple[Trigger, ...]:
    """Every reason for a record to be sensitive."""
    return tuple(
        Trigger(
            code=row["code"],
            words=words(row),
            flags=frozenset(row.get("flags", ())),
            sections=frozenset(row.get("sections", ())),
            acts=frozenset(row.get("acts", ())),
            facts=frozenset(row.get("facts", ())),
            needs_both=row.get("needs") == "both",
            hides=tuple(row["hides"]),
            may_upload=row["upload"],
        )
        for row in read("sensitive")["triggers"]
    )


@cache
def _seals() -> dict[str, Seal]:
    return {
        row["code"]: Seal(row["code"], words(row), words(row, "mask_"), tuple(row["seen_by"]))
        for row in read("sensitive")["seals"]
    }


@cache
def _outlets() -> dict[str, bool]:
    content = read("sensitive")["outlets"]
    return dict.fromkeys(content["masked"], True) | dict.fromkeys(content["unmasked"], False)


def seals() -> tuple[Seal, ...]:
    """Every kind of sealed detail."""
    return tuple(_seals().values())


def seal(code: str) -> Seal:
    """The seal with this code, such as "victim_identity"; KeyError if there is none."""
    return _seals()[code]


def sees(role: str, seal_code: str) -> bool:
    """Whether a role sees this sealed detail in the record itself."""
    return role in _seals()[seal_code].seen_by


def is_masked_on(outlet: str) -> bool:
    """Whether sealed detail is masked on an outlet for every role; an unknown outlet masks."""
    return _outlets().get(outlet, True)


def facts() -> frozenset[str]:
    """The facts of a case that can make it sensitive."""
    return frozenset().union(*(trigger.facts for trigger in triggers()))
