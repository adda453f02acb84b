"""The diary entries of acts: found from the act, shown as its answer, missed where there is none.

An entry names the act that it tells of. The act's record is signed and stays as it is; whoever
shows it fills the blank place from the entry, so that every PC that has both shows the same.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from forms.kit.acts import Act, acts_of, all_acts, answered
from forms.kit.form import Consequence, Form
from forms.kit.letter import Letter, at, is_blank
from forms.kit.problem import Problem, Weight
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.projecting import ENTRY, OPEN_ACT, entry_key
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.database import Store
    from thana_desk.storage.rows import RecordRow

_DISCARDED = "discard_entry"
"""What the log says of an entry that was left and not taken into the diary."""

_MOST = 500
"""Entries of one record that are looked at."""

_MOST_IN_YEAR = 20_000
"""Acts of one year that were registered without their entry and are looked at."""

Reference = dict[str, str]


def entries_of(store: "Store", record_id: str) -> dict[str, Reference]:
    """What is registered for the acts of a record, by the act's key.

    Two PCs may each have written an act's entry while apart. Both stand in the diary; everywhere
    the one that was registered first counts as the act's.
    """
    found: dict[str, Reference] = {}
    for act, entry in _entries(store, record_id):
        found.setdefault(
            act,
            {
                "record_id": entry.record_id,
                "form": entry.envelope.form,
                "number": entry.number or "",
                "title": (entry.envelope.registered_at or "")[:16],
            },
        )
    return found


def entry_rows(store: "Store", record_id: str) -> "list[RecordRow]":
    """The entries that tell of a record's acts, oldest first."""
    return [row for _act, row in _entries(store, record_id)]


def _entries(store: "Store", record_id: str) -> "list[tuple[str, RecordRow]]":
    found = [
        (index.path, entry.row)
        for entry_id, index in store.index_matches(ENTRY, entry_key(record_id), _MOST)
        if (entry := store.record(entry_id)) is not None
    ]
    return sorted(found, key=lambda one: (one[1].envelope.registered_at or "", one[1].record_id))


def with_entries(store: "Store", form: Form, record_id: str, letter: Letter) -> Letter:
    """The answers of a registered record with the numbers of entries registered after it."""
    if all(act.place and not is_blank(at(letter, act.place)) for act in all_acts(form, letter)):
        return letter
    return answered(form, letter, entries_of(store, record_id))


def acts_without_entry(
    store: "Store", *, record_id: str = "", since: str = "", until: str = ""
) -> list[tuple[str, str]]:
    """Record and key of each act that has no entry yet: of one record, or registered in some days."""
    if record_id:
        found = [(record_id, row) for row in store.index_rows(record_id) if row.kind == OPEN_ACT]
    else:
        found = [
            one
            for year in range(int(since[:4]), int(until[:4]) + 1)
            for one in store.index_matches(OPEN_ACT, f"{year}-", _MOST_IN_YEAR)
            if since <= one[1].folded[:10] <= until
        ]
    return [
        (owner, row.path)
        for owner, row in found
        if not any(
            entry.path == row.path
            for _id, entry in store.index_matches(ENTRY, entry_key(owner, row.path), _MOST)
        )
    ]


def act_of(form: Form, letter: Letter, key: str) -> tuple[Consequence, Act] | None:
    """The act called `key` with its consequence; None where the answers tell of no such act."""
    for consequence in form.consequences:
        for act in acts_of(consequence, letter):
            if act.key == key:
                return consequence, act
    return None


def told_act(letter: Mapping[str, Any]) -> tuple[str, str] | None:
    """The record and the act that an entry's answers tell of; None for one that stands for itself."""
    linked = letter.get("linked_record")
    if not isinstance(linked, Mapping) or not linked.get("act") or not linked.get("record_id"):
        return None
    return str(linked["record_id"]), str(linked["act"])


def second_entry(
    desk: Desk, letter: Mapping[str, Any], request_id: str | None
) -> Iterator[Problem]:
    """An act has one entry: whoever writes it again is shown the one that is there.

    A request that was answered before is no second entry but a retry.
    """
    told = told_act(letter)
    if told is None:
        return
    with with_store_errors():
        there = entries_of(desk.store, told[0]).get(told[1])
        if there is None:
            return
        if request_id is not None:
            with desk.store.work() as work:
                if work.answered(request_id) is not None:
                    return
    yield Problem(
        ("linked_record",),
        "entry_twice",
        words("actions.entry_twice", number=there["number"]),
        Weight.REFUSE,
    )


def note_discarded(desk: Desk, told: tuple[str, str], reason: str) -> None:
    """Log that the station writer did not take an act's entry into the diary, and why."""
    from thana_desk.storage.rows import LogEntry

    record_id, act = told
    entry = LogEntry(
        at=stamp(desk.clock.now()),
        actor=desk.session.user_id,
        role=desk.session.role,
        act=_DISCARDED,
        record_id=record_id,
        detail={"act": act, "reason": reason},
    )
    with desk.store.work() as work:
        work.log_access(entry)


def discarded_because(store: "Store", record_id: str, act: str) -> str:
    """Why the entry of an act was last not taken into the diary on this PC; '' where it was not."""
    for line in store.accesses(record_id):
        if line.act == _DISCARDED and line.detail.get("act") == act:
            return str(line.detail.get("reason") or "")
    return ""
