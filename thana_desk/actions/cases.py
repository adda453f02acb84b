"""The case file: everything registered in a case, in order, and what is missing from it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.codes.chain import Expected, chain_order, expected
from forms.kit.condition import look_up
from forms.kit.fields import Field, Group, Rows
from forms.kit.letter import is_blank
from forms.kit.words import Words
from thana_desk.actions.desk import Desk, case_file
from thana_desk.actions.entries import acts_without_entry, discarded_because
from thana_desk.actions.errors import RecordNotFound
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.records import line_of
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.views import Line
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import RecordRow

_MOST = 5_000
"""Records of one case, or cases of one look, that are read."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A record of the case; `depth` counts the records that it stands under, from 0."""

    line: Line
    depth: int


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """Something that a record asks for and that is not there. `role` is whose turn it is.

    `since` is the day (ISO) from which it counts as missing.
    """

    code: str
    words: Words
    line: Line
    since: str
    days_late: int
    role: str
    form_code: str = ""
    act: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "code": self.code,
            "hi": self.words.hi,
            "en": self.words.en,
            "record_id": self.line.record_id,
            "form": self.line.form_code,
            "number": self.line.number,
            "title": self.line.title,
            "since": self.since,
            "days_late": self.days_late,
            "role": self.role,
            "wanted_form": self.form_code or None,
        }


@dataclass(frozen=True)
class CaseView:
    """A case as this role may see it."""

    case_id: str
    lines: list[CaseLine]
    missing: list[Shortcoming]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "case_id": self.case_id,
            "records": [
                {
                    "record_id": one.line.record_id,
                    "form": one.line.form_code,
                    "number": one.line.number,
                    "title": one.line.title,
                    "registered_at": one.line.registered_at,
                    "depth": one.depth,
                }
                for one in self.lines
            ],
            "missing": [one.to_json() for one in self.missing],
        }


def case(desk: Desk, record_id: str) -> CaseView:
    """The case that a record belongs to: each paper under the one it follows, and what is missing.

    Raises:
        RecordNotFound; NotAllowed: the role may not read the record.
    """
    with with_store_errors():
        found = desk.store.record(record_id)
        if found is None:
            raise RecordNotFound(words("actions.not_found"))
        desk.require("read", found.envelope.form)
        case_id = found.envelope.case_id or record_id
        rows = [row for row in _rows(desk, case_id=case_id) if desk.may("read", row.envelope.form)]
        missing = [one for row in rows for one in _missing(desk, row, rows)]
        missing += [one for row in rows for one in _unwritten(desk, row.record_id)]
    return CaseView(case_id, list(_in_order(desk, rows)), missing)


def known_persons(desk: Desk, record_id: str) -> list[Mapping[str, Any]]:
    """The persons that the papers of a case name, each once; none of a case sealed to the role."""
    with with_store_errors():
        parent = desk.store.record(record_id)
        if parent is None:
            return []
        papers = case_file(desk.store, record_id).records
    found: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for paper in papers:
        form = desk.forms.get(paper.form)
        if paper.sensitive and not sees_sealed(desk.session.role, form):
            continue
        for person in _persons(tuple(form.fields()) if form else (), paper.letter):
            name = str(person.get("name") or "")
            if name and name != "अज्ञात":
                key = (name, str(person.get("relative_name") or ""))
                # A later paper of the case knows a person better than an earlier one.
                found[key] = {**found.get(key, {}), **person}
    return list(found.values())


def _persons(parts: Sequence[Field], answers: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in parts:
        value = answers.get(part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            if part.kind == "person":
                yield value
            else:
                yield from _persons(part.parts, value)
        elif isinstance(part, Rows) and isinstance(value, list):
            for one in value:
                if isinstance(one, Mapping):
                    if part.row.kind == "person":
                        yield one
                    else:
                        yield from _persons(part.row.parts, one)


def shortcomings(
    desk: Desk, from_day: str | None = None, to_day: str | None = None, *, role: str = ""
) -> list[Shortcoming]:
    """What is missing in the records of some days (ISO; a year back by default), worst first.

    `role` keeps only what that role can mend.
    """
    today = desk.clock.now().date()
    since = from_day or (today - dt.timedelta(days=365)).isoformat()
    asking = {form for one in expected() for form in one.after if form in desk.forms}
    readable = sorted(form for form in asking if desk.may("read", form))
    if not readable:
        return []
    with with_store_errors():
        rows = _rows(
            desk, forms=readable, since=since, until=f"{to_day}T23:59:59+05:30" if to_day else None
        )
        cases: dict[str, Sequence[RecordRow]] = {}
        found: list[Shortcoming] = []
        for row in rows:
            case_id = row.envelope.case_id or row.record_id
            if case_id not in cases:
                cases[case_id] = _rows(desk, case_id=case_id)
            found.extend(_missing(desk, row, cases[case_id]))
        until = to_day or today.isoformat()
        for record_id in dict(acts_without_entry(desk.store, since=since, until=until)):
            found.extend(_unwritten(desk, record_id))
    return sorted(
        (one for one in found if not role or one.role == role), key=lambda one: -one.days_late
    )


def _rows(
    desk: Desk,
    *,
    case_id: str | None = None,
    forms: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> "Sequence[RecordRow]":
    page = desk.store.page(
        forms, case_id=case_id, since=since, until=until, order="oldest", limit=_MOST
    )
    return page.rows


def _in_order(desk: Desk, rows: "Sequence[RecordRow]") -> Iterator[CaseLine]:
    """Parents before their children, siblings in the order of the chain and of time."""
    places = {form: place for place, form in enumerate(chain_order())}
    ids = {row.record_id for row in rows}
    below: dict[str, list[RecordRow]] = {}
    for row in rows:
        parent = row.envelope.parent_id or ""
        below.setdefault(parent if parent in ids else "", []).append(row)

    def walk(parent: str, depth: int) -> Iterator[CaseLine]:
        siblings = below.get(parent, [])
        siblings.sort(
            key=lambda row: (
                places.get(row.envelope.form, len(places)),
                row.envelope.registered_at or "",
            )
        )
        for row in siblings:
            yield CaseLine(line_of(desk, row), depth)
            yield from walk(row.record_id, depth + 1)

    return walk("", 0)


def _missing(
    desk: Desk, row: "RecordRow", case_rows: "Sequence[RecordRow]"
) -> Iterator[Shortcoming]:
    registered = row.envelope.registered_at
    if not registered:
        return
    today = desk.clock.now().date()
    letter: Any = None
    for one in expected():
        if row.envelope.form not in one.after or (one.form and one.form not in desk.forms):
            continue
        due = dt.date.fromisoformat(registered[:10]) + dt.timedelta(days=one.days)
        if due > today or (one.days and due == today):
            continue
        if one.field:
            letter = letter if letter is not None else desk.store.letter(row.record_id)
            there = letter is None or not is_blank(look_up((letter,), one.field))
        else:
            there = _has(row, one, case_rows)
        if not there:
            yield Shortcoming(
                one.code,
                one.words,
                line_of(desk, row),
                due.isoformat(),
                (today - due).days,
                desk.forms[one.form or row.envelope.form].role,
                one.form,
            )


def _unwritten(desk: Desk, record_id: str) -> Iterator[Shortcoming]:
    """The acts of a record whose diary entry nobody has registered.

    On the day itself the entry waits as a draft; it is missing from the next day, or once the
    station writer has declined it.
    """
    acts = acts_without_entry(desk.store, record_id=record_id)
    record = desk.store.record(record_id) if acts else None
    if record is None or not desk.may("read", record.envelope.form):
        return
    form, today = desk.forms[record.envelope.form], desk.clock.now().date()
    day = max(one.at for one in desk.store.history(record_id))[:10]
    for _record_id, act in acts:
        reason = discarded_because(desk.store, record_id, act)
        late = (today - dt.date.fromisoformat(day)).days
        if not reason and late <= 0:
            continue
        code = "entry_discarded" if reason else "entry_missing"
        said = {"reason": reason} if reason else {}
        yield Shortcoming(
            code,
            words(f"actions.{code}", form_hi=form.short.hi, form_en=form.short.en, **said),
            line_of(desk, record.row),
            day,
            late,
            desk.forms["gd"].role,
            "gd",
            act,
        )


def _has(row: "RecordRow", one: Expected, case_rows: "Sequence[RecordRow]") -> bool:
    return any(
        other.envelope.form == one.form
        and (one.in_case or other.envelope.parent_id == row.record_id)
        for other in case_rows
    )
