"""Persons across records: those that fit a question."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from forms.kit.words import Words
from forms.parts.lists import Listed
from thana_desk.actions.asking import Asked, read
from thana_desk.actions.desk import Desk
from thana_desk.actions.hearing import Heard, Hearing, hear, joinings
from thana_desk.actions.records import line_of
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.views import PersonHit, Reason
from thana_desk.hindi.names import likeness
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.person_reads import Ask
    from thana_desk.storage.rows import PersonRow

YEARS_OFF = 3
"""How far an age may be off: people say it roundly, and it is reckoned from the year alone."""

_FEW = 5
"""Below so many, names that only resemble the one asked for are shown as well."""

_LOOKED_AT = 100
"""Persons that are weighed for one question, the newest of each way of asking."""


def persons(desk: Desk, text: str, limit: int = 20) -> list[PersonHit]:
    """Persons that fit a line such as `राम कुमार पुत्र श्याम लाल 35`, best first."""
    with with_store_errors(), desk.store.reading():
        return matching(desk, read(text), limit, {})


def matching(desk: Desk, asked: Asked, limit: int, hearing: Hearing) -> list[PersonHit]:
    """Persons that fit a question already taken apart; none whom this role may not see."""
    from thana_desk.storage.person_reads import Ask

    if not (asked.name or asked.relative or asked.phone):
        return []
    fixed: list[Ask] = []
    if asked.phone:
        fixed.append(Ask("marks", [[asked.phone]]))
    year = desk.clock.now().year
    born = None
    if asked.age is not None:
        born = range(year - asked.age - YEARS_OFF, year - asked.age + YEARS_OFF + 1)
    name = hear(desk.store, asked.name, hearing)
    relative = hear(desk.store, asked.relative, hearing)
    found: dict[str, tuple[PersonRow, str]] = {}
    before: list[list[Ask]] = []
    for kind, asks in _tries(desk, asked, name, relative):
        if len(found) >= (limit if kind != "near" else _FEW):
            break
        if asks in before:
            continue  # Nothing sounds or begins otherwise: the answer is known.
        before.append(asks)
        for row in desk.store.find_persons([*asks, *fixed], _LOOKED_AT, born=born):
            found.setdefault(row.person_id, (row, kind))
    return _shown(desk, found.values(), asked, limit)


def _tries(
    desk: Desk, asked: Asked, name: Sequence[Heard], relative: Sequence[Heard]
) -> "Iterator[tuple[str, list[Ask]]]":
    from thana_desk.storage.person_reads import Ask

    fathers = [Ask("relative", [spellings(one) for one in relative])] if relative else []
    if not name:
        yield "exact", fathers
        return
    if all(one.is_known for one in name):
        yield "exact", [Ask("name", [[one.word] for one in name]), *fathers]
    whole, begun = name[:-1], name[-1:]
    yield (
        "prefix",
        [
            *([Ask("name", [[one.word] for one in whole])] if whole else []),
            Ask("name", [[one.word] for one in begun], begins=True),
            *fathers,
        ],
    )
    if any(one.same or one.begun for one in name):
        yield "sound", [Ask("name", [spellings(one) for one in name]), *fathers]
    for joined in joinings(desk.store, asked.name):
        yield "sound", [Ask("name", joined), *fathers]
    if any(one.near for one in name):
        yield "near", [Ask("name", [spellings(one, near=True) for one in name]), *fathers]


def spellings(heard: Heard, *, near: bool = False) -> list[str]:
    """The words to ask for: the typed one and those that may be meant by it."""
    # Of a word that some name has, its beginning is not meant.
    more = heard.near if near else () if heard.is_known else heard.begun
    return [heard.word, *(word for word, _ in (*heard.same, *more))]


def _shown(
    desk: Desk, found: "Iterable[tuple[PersonRow, str]]", asked: Asked, limit: int
) -> list[PersonHit]:
    from thana_desk.actions.searching import is_covered

    year = desk.clock.now().year
    weighed = [(*_weighed(row, kind, asked, year), row, kind) for row, kind in found]
    # Equal ones stay in their order: the newest first.
    weighed.sort(key=lambda one: -one[0])
    hits: list[PersonHit] = []
    for at in range(0, len(weighed), limit):
        some = weighed[at : at + limit]
        known = desk.store.hits([row.record_id for *_, row, _ in some])
        records = {hit.record_id: hit for hit in known}
        for worth, reasons, row, kind in some:
            record = records.get(row.record_id)
            if record is not None and not is_covered(desk, record.form, record.sensitive):
                hits.append(person_hit(desk, row, record.row, kind, worth, reasons))
        if len(hits) >= limit:
            break
    return hits[:limit]


def person_hit(
    desk: Desk, row: "PersonRow", record: Any, kind: str, worth: float, reasons: Sequence[Reason]
) -> PersonHit:
    """A stored person as lists show him."""
    relation = Listed("REL_TYPE").words_of(row.relation) if row.relation else None
    return PersonHit(
        row.person_id,
        row.name,
        relation or Words("", ""),
        row.relative,
        desk.clock.now().year - row.born if row.born else None,
        row.address,
        row.phones,
        line_of(desk, record),
        round(min(worth, 1.0), 3),
        kind,
        tuple(reasons),
    )


def _weighed(row: "PersonRow", kind: str, asked: Asked, year: int) -> tuple[float, list[Reason]]:
    """How well a person fits, and why; a name in the order asked for is worth more."""
    from thana_desk.hindi.fold import terms

    worth = {"exact": 0.9, "prefix": 0.7, "sound": 0.5, "near": 0.2}[kind]
    reasons = []
    if asked.name:
        reasons.append(Reason(words("search.field.name"), row.name, kind))
        held = terms(row.name)
        worth += 0.1 * likeness(" ".join(asked.name), " ".join(held[: len(asked.name)]))
    if asked.relative:
        whole = set(asked.relative) <= set(terms(row.relative))
        reasons.append(
            Reason(words("search.field.relative"), row.relative, "exact" if whole else "sound")
        )
        worth += 0.05 if whole else 0.0
    if asked.age is not None and row.born:
        off = abs(year - row.born - asked.age)
        said = words("search.age_about", age=str(year - row.born))
        reasons.append(Reason(words("search.field.age"), said.hi, "exact" if off <= 1 else "near"))
        worth -= 0.02 * off
    if asked.phone:
        reasons.append(Reason(words("search.field.phone"), asked.phone, "exact"))
    return worth, reasons
