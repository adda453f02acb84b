"""The diary day: how it stands, its opening and closing, the officer in charge's remarks."""

from dataclasses import dataclass

from forms.kit.letter import Letter
from thana_desk.actions.desk import Desk, diary_state
from thana_desk.actions.entries import act_of, entries_of
from thana_desk.actions.errors import RecordNotFound, Refused
from thana_desk.actions.projecting import mark_of
from thana_desk.actions.records import Draft, Line, begin, line_of, register
from thana_desk.actions.registration import Registered, linked_record, with_store_errors
from thana_desk.texts import words

GD = "gd"


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """How the diary of one day (ISO) stands. `open_departures` are departures without a return."""

    day: str
    opened: bool
    closed: bool
    entries: int
    last_number: str
    open_departures: list[Line]


def day(desk: Desk, of: str | None = None) -> DiaryDay:
    """The state of a diary day; today where none is named."""
    wanted = of or desk.clock.now().date().isoformat()
    with with_store_errors():
        state = diary_state(desk.store, wanted)
        left = _marked(desk, wanted, "RAV")
        returned = {
            str(reference.get("record_id"))
            for record_id in _marked(desk, wanted, "AMD")
            if isinstance(
                reference := (desk.store.letter(record_id) or {}).get("departure_ref"), dict
            )
        }
        waiting = [
            record.row
            for record_id in left
            if record_id not in returned and (record := desk.store.record(record_id)) is not None
        ]
        newest = desk.store.page("gd", series="gd", period=wanted, limit=1).rows
    return DiaryDay(
        wanted,
        state.opened,
        state.ends_closed,
        state.entries,
        (newest[0].number or "") if newest else "",
        [line_of(desk, row) for row in waiting],
    )


def _marked(desk: Desk, of: str, code: str) -> list[str]:
    rows = desk.store.index_matches("mark", mark_of("gd", of, code), 200)
    return [record_id for record_id, _row in rows]


def last_entries(desk: Desk, n: int = 10) -> list[Line]:
    """The newest entries, newest first."""
    desk.require("read", "gd")
    with with_store_errors():
        return [line_of(desk, row) for row in desk.store.page("gd", limit=n).rows]


def open_day(desk: Desk, letter: Letter | None = None) -> Registered:
    """Open today's diary with what was taken over.

    Raises:
        HasProblems: it is open already.
    """
    return register(
        desk,
        "gd",
        {
            "brief": f"आज दिनांक {_today(desk)} की जनरल डायरी खोली गयी। थाना, मालखाना, हवालात व शस्त्रागार का चार्ज "
            "चेक किया गया।",
            **(letter or {}),
            "gd_type": "OPEN",
        },
    )


def close_day(desk: Desk, letter: Letter | None = None) -> Registered:
    """Close today's diary; the closing states how many entries it closes.

    Raises:
        HasProblems: nothing was written since it was closed.
    """
    count = day(desk).entries + 1
    return register(
        desk,
        "gd",
        {
            "brief": f"आज दिनांक {_today(desk)} की जनरल डायरी कुल {count} रपटों पर बन्द की गयी।",
            **(letter or {}),
            "gd_type": "CLOSE",
        },
    )


def _today(desk: Desk) -> str:
    return desk.clock.now().strftime("%d-%m-%Y")


def remark(
    desk: Desk, gd_record_id: str, text: str, direction: str = "", due: str | None = None
) -> Registered:
    """The officer in charge's remark on an entry; the entry itself stays as it is."""
    letter: Letter = {"remark": text, "direction": direction}
    if due:
        letter["compliance_due"] = due
    return register(desk, "gd_rmk", letter, parent_id=gd_record_id)


def begin_entry(desk: Desk, record_id: str, act: str) -> Draft:
    """Begin the entry of an act that has none: the draft that the act once left, written anew.

    Raises:
        NotAllowed: the role writes no diary or may not read the record; RecordNotFound: no such
        record, or it tells of no such act; Refused: the entry is there.
    """
    desk.require("register", GD)
    with with_store_errors():
        record = desk.store.record(record_id)
        if record is None:
            raise RecordNotFound(words("actions.not_found"))
        envelope = record.envelope
        desk.require("read", envelope.form)
        form = desk.forms[envelope.form]
        found = act_of(form, dict(record.letter), act)
        if found is None:
            raise RecordNotFound(words("actions.not_found"))
        there = entries_of(desk.store, record_id).get(act)
        if there is not None:
            raise Refused(words("actions.entry_twice", number=there["number"]))
        number = envelope.number or ""
        facts = desk.facts({form.code: number}, parent_id=envelope.parent_id, record_id=record_id)
        consequence, told = found
        letter = consequence.letter(told.letter, facts)
        letter["linked_record"] = linked_record(form, record_id, number, act)
    return begin(desk, GD, letter=letter)
