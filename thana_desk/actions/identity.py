"""Who is who across records: the page of a person, merging and splitting over an officer's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from forms.kit.words import Words
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import RecordNotFound, Refused
from thana_desk.actions.labels import label_of
from thana_desk.actions.person_groups import group, group_of, group_without, said_of
from thana_desk.actions.person_index import LINK_FORM
from thana_desk.actions.persons import person_hit
from thana_desk.actions.records import line_of
from thana_desk.actions.registration import Registered, with_store_errors
from thana_desk.actions.suggesting import Suggestion, alike_on_record
from thana_desk.actions.views import PersonHit
from thana_desk.texts import words


@dataclass(frozen=True, slots=True)
class Statement:
    """What an officer said of two persons, when, and why; `stands` if nothing later differs."""

    record_id: str
    joined: bool
    one: str
    other: str
    at: str
    officer: Words
    reason: str
    stands: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with every record in which he appears, as far as this role may see it.

    `hidden` counts his entries in records that this role may not see.
    """

    person_id: str
    entries: list[PersonHit]
    roles: dict[str, Words]
    statements: list[Statement]
    hidden: int
    possible: list[Suggestion]


def person(desk: Desk, person_id: str) -> PersonPage:
    """Everything on record of a person, masked for the role.

    Raises:
        RecordNotFound: no such person, or none whom this role may see.
    """
    from thana_desk.actions.searching import is_covered

    with with_store_errors():
        ids = group_of(desk, person_id)
        rows = desk.store.persons(ids)
        records = {
            hit.record_id: hit for hit in desk.store.hits([row.record_id for row in rows.values()])
        }
        entries, roles, hidden = [], {}, 0
        for row in rows.values():
            record = records.get(row.record_id)
            if record is None or is_covered(desk, record.form, record.sensitive):
                hidden += 1
                continue
            form = desk.forms[record.form]
            entries.append(person_hit(desk, row, record.row, "exact", 1.0, ()))
            roles[row.person_id] = _joined_words([label_of(form, path) for path in row.paths])
        if not entries:
            raise RecordNotFound(words("actions.no_such_person"))
        entries.sort(key=lambda one: one.line.registered_at, reverse=True)
        statements = _statements(desk, ids)
        first = next((one for one in entries if one.person_id == person_id), entries[0])
        said = said_of(desk, ids)
        known = {one for pair in said for one in pair} | set(ids)
        possible = [
            one
            for one in alike_on_record(desk, rows[first.person_id])
            if one.hit.person_id not in known
        ]
    return PersonPage(first.person_id, entries, roles, statements, hidden, possible)


def _joined_words(several: Sequence[Words]) -> Words:
    distinct = list(dict.fromkeys(several))
    return Words(", ".join(one.hi for one in distinct), ", ".join(one.en for one in distinct))


def _statements(desk: Desk, ids: Sequence[str]) -> list[Statement]:
    from thana_desk.actions.searching import is_covered

    links = desk.store.person_links(ids)
    newest = {(link.one, link.other): link.record_id for link in links}
    found = []
    for link in reversed(links):
        row = next(iter(desk.store.hits([link.record_id])), None)
        letter = desk.store.letter(link.record_id) or {}
        reason = str(letter.get("reason") or "")
        found.append(
            Statement(
                link.record_id,
                link.joined,
                link.one,
                link.other,
                link.at,
                line_of(desk, row.row).officer if row else Words("", ""),
                "" if row is None or is_covered(desk, row.form, row.sensitive) else reason,
                newest[link.one, link.other] == link.record_id,
            )
        )
    return found


def merge(desk: Desk, one: str, other: str, reason: str) -> Registered:
    """Say over the officer's name that two entries are one person.

    Raises:
        NotAllowed; RecordNotFound: one of them is not here or not to be seen; Refused: they are
        one already; HasProblems: no reason.
    """
    with with_store_errors():
        _must_see(desk, (one, other))
        if one == other or other in group(desk, one):
            raise Refused(words("actions.one_person_already"))
        pairs = [(one, other)]
    return _say(desk, "MERGE", pairs, reason)


def split(desk: Desk, one: str, reason: str, other: str = "") -> Registered:
    """Say that `one` is not the person he was merged with; every merge with him ends.

    With `other`: that the two are different persons, merged or not; merges that join them by way
    of a third entry end on the side of `one`. What was merged before stays in the trail.

    Raises:
        NotAllowed; RecordNotFound; Refused: `one` was merged with nobody; HasProblems: no reason.
    """
    with with_store_errors():
        _must_see(desk, (one, other) if other else (one,))
        said = said_of(desk, [one])
        joined = [pair for pair, together in said.items() if together]
        if other and (min(one, other), max(one, other)) not in joined:
            pairs = [(one, other)]
            if other in group(desk, one):
                pairs += joined
        elif other:
            pairs = [(one, other)]
            if len(joined) > 1 and other in group_without(desk, one, other):
                pairs = joined
        else:
            pairs = joined
        if not pairs:
            raise Refused(words("actions.not_merged"))
    return _say(desk, "SPLIT", pairs, reason)


def _must_see(desk: Desk, person_ids: Sequence[str]) -> None:
    from thana_desk.actions.searching import is_covered

    rows = desk.store.persons(person_ids)
    for person_id in person_ids:
        row = rows.get(person_id)
        record = next(iter(desk.store.hits([row.record_id])), None) if row else None
        if record is None or is_covered(desk, record.form, record.sensitive):
            raise RecordNotFound(words("actions.no_such_person"))


def _say(desk: Desk, act: str, pairs: Sequence[tuple[str, str]], reason: str) -> Registered:
    from thana_desk.actions import records

    rows = desk.store.persons([one for pair in pairs for one in pair])
    found = {
        hit.record_id: hit for hit in desk.store.hits([row.record_id for row in rows.values()])
    }

    def place(person_id: str) -> str:
        row = rows.get(person_id)
        record = found.get(row.record_id) if row else None
        form = desk.forms.get(record.form) if record else None
        return f"{form.short.hi} {record.number or ''}".strip()[:80] if form and record else ""

    letter: dict[str, Any] = {
        "act": act,
        "pairs": [
            {"one": one, "one_in": place(one), "other": other, "other_in": place(other)}
            for one, other in pairs
        ],
        "reason": reason,
        "of_sealed": any(hit.sensitive for hit in found.values()),
    }
    return records.register(desk, LINK_FORM, letter)
