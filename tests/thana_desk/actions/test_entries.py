"""The diary entry of an act: written with a later version, registered by another, or declined."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.gateway.serve import GatewayThread
from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import cases, demo, diary, papers, records, syncing, verifying
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed, Refused

FOUND = ("traced_dt", "traced_place", "traced_condition", "recovered_by", "handed_to")


def missing(desk: Desk) -> dict[str, Any]:
    letter = desk.forms["iif_8"].sample(desk.clock.now())
    for key in (*FOUND, "statement_183", "medical_ref"):
        letter.pop(key, None)
    return {**letter, "status": "MISSING"}


def found(desk: Desk, record_id: str, **changes: Any) -> dict[str, Any]:
    return {
        **records.record(desk, record_id).letter,
        "status": "FOUND_ALIVE",
        "traced_dt": desk.clock.now().strftime("%Y-%m-%dT%H:%M"),
        "traced_condition": "सकुशल",
        **changes,
    }


def seizure_by_io(moharir: Desk, io: Desk) -> records.Registered:
    """A seizure of the investigating officer, whose entries are left for the station writer."""
    fir = records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    letter = io.forms["iif_4"].sample(io.clock.now())
    reasons = {"V07": "गश्त में बरामदगी (नमूना)"}
    return records.register(io, "iif_4", letter, parent_id=fir.record_id, reasons=reasons)


@pytest.fixture
def io(at_desk: Callable[[str], Desk]) -> Desk:
    return at_desk("io")


def left(desk: Desk) -> list[str]:
    return [one.draft_id for one in records.drafts(desk, mine=False) if one.tells_of_act]


def take(desk: Desk, draft_id: str) -> records.Registered:
    """Register a draft as it was left."""
    letter = records.open_draft(desk, draft_id).letter
    return records.register(desk, "gd", letter, draft_id=draft_id, request_id=draft_id)


def test_the_find_of_a_missing_person_has_its_own_entry(
    moharir: Desk, moving_clock: MovingClock
) -> None:
    done = records.register(moharir, "iif_8", missing(moharir))
    assert len(done.consequences) == 1
    moving_clock.forward(days=2)
    again = records.correct(moharir, done.record_id, found(moharir, done.record_id), "बरामद हुए")
    (entry,) = again.consequences
    shown = records.record(moharir, done.record_id)
    assert shown.letter["traced_gd_ref"]["number"] == entry.number
    assert shown.letter["gd_ref"]["record_id"] == done.consequences[0].record_id
    written = records.record(moharir, entry.record_id)
    assert written.letter["gd_type"] == "GUM"
    assert written.letter["linked_record"]["act"] == "traced"
    assert [one.record_id for one in shown.entries] == [
        done.consequences[0].record_id,
        entry.record_id,
    ]
    assert verifying.verify(moharir).ok


def test_a_find_is_entered_once_however_it_is_corrected(moharir: Desk) -> None:
    done = records.register(moharir, "iif_8", missing(moharir))
    record_id = done.record_id
    entered = 0
    lost = {"status": "MISSING"}
    for change in ({}, {"traced_condition": "बीमार"}, lost, {}, {}):
        letter = found(moharir, record_id, **change)
        entered += len(records.correct(moharir, record_id, letter, "सुधार").consequences)
    assert entered == 1
    assert len(records.record(moharir, record_id).entries) == 2
    assert "traced_gd_ref" in records.record(moharir, record_id).letter


def test_a_correction_asked_for_twice_writes_one_version_and_one_entry(moharir: Desk) -> None:
    done = records.register(moharir, "iif_8", missing(moharir))
    letter = found(moharir, done.record_id)
    first = records.correct(moharir, done.record_id, letter, "बरामद", request_id="r1")
    second = records.correct(moharir, done.record_id, letter, "बरामद", request_id="r1")
    assert [(one.record_id, one.number) for one in first.consequences] == [
        (one.record_id, one.number) for one in second.consequences
    ]
    assert len(records.record(moharir, done.record_id).versions) == 2
    assert diary.day(moharir).entries == 2


def test_a_reference_typed_into_a_correction_does_not_count(moharir: Desk) -> None:
    done = records.register(moharir, "iif_8", missing(moharir))
    forged = {"record_id": "x", "form": "gd", "number": "999"}
    letter = {**records.record(moharir, done.record_id).letter, "traced_gd_ref": forged}
    records.correct(moharir, done.record_id, letter, "सुधार")
    assert "traced_gd_ref" not in records.record(moharir, done.record_id).letter


def test_a_reference_typed_into_a_new_record_does_not_stand_for_its_entry(moharir: Desk) -> None:
    forged = {"record_id": "x", "form": "gd", "number": "999"}
    done = records.register(moharir, "iif_8", {**missing(moharir), "gd_ref": forged})
    assert len(done.consequences) == 1
    shown = records.record(moharir, done.record_id).letter
    assert shown["gd_ref"]["record_id"] == done.consequences[0].record_id


def test_each_sending_to_the_laboratory_has_its_entry(moharir: Desk, io: Desk, sho: Desk) -> None:
    done = seizure_by_io(moharir, io)
    before = len(left(moharir))
    at = io.clock.now().strftime("%Y-%m-%dT%H:%M")
    letter = records.record(io, done.record_id).letter
    letter["fsl"] = [{"sent_at": at, "lab": "लखनऊ"}]
    records.correct(io, done.record_id, letter, "माल भेजा")
    assert len(left(moharir)) == before + 1
    letter = records.record(io, done.record_id).letter
    letter["fsl"] = [{"sent_at": at, "lab": "लखनऊ", "docket": "12"}, {"sent_at": at, "lab": "आगरा"}]
    records.correct(io, done.record_id, letter, "दूसरा माल भेजा")
    drafts = left(moharir)
    assert len(drafts) == before + 2
    for draft_id in drafts:
        take(moharir, draft_id)
    rows = records.record(io, done.record_id).letter["fsl"]
    assert len({row["out_gd_ref"]["number"] for row in rows}) == 2


def test_what_the_station_writer_registers_shows_as_the_number_of_the_act(
    moharir: Desk, io: Desk
) -> None:
    done = seizure_by_io(moharir, io)
    assert "gd_ref" not in records.record(io, done.record_id).letter
    numbers = {take(moharir, draft_id).number for draft_id in left(moharir)}
    shown = records.record(io, done.record_id)
    assert {shown.letter[key]["number"] for key in ("gd_ref", "malkhana_gd_ref")} == numbers
    assert len(shown.versions) == 1  # what the officer signed stays as it is
    assert cases.shortcomings(moharir, role="moharir") == []
    assert papers.paper(io, done.record_id, "form")
    moharir.store.rebuild(records_project(moharir))
    assert records.record(io, done.record_id).letter == shown.letter
    letter = {**shown.letter, "grounds": "और स्पष्ट किया गया"}
    records.correct(io, done.record_id, letter, "सुधार")
    stored = io.store.letter(done.record_id) or {}
    assert stored["gd_ref"] == shown.letter["gd_ref"]  # the officer's next version names it itself


def records_project(desk: Desk) -> Any:
    from thana_desk.actions.projecting import projector

    return projector(desk.forms)


def test_a_left_entry_tells_of_its_act_whatever_is_typed(moharir: Desk, io: Desk) -> None:
    done = seizure_by_io(moharir, io)
    draft_id = left(moharir)[0]
    letter = records.open_draft(moharir, draft_id).letter
    del letter["linked_record"]
    records.keep(moharir, draft_id, letter, {})
    registered = records.register(moharir, "gd", letter, draft_id=draft_id)
    entry = records.record(moharir, registered.record_id)
    assert entry.letter["linked_record"]["record_id"] == done.record_id


def test_an_act_gets_no_second_entry(moharir: Desk, io: Desk) -> None:
    seizure_by_io(moharir, io)
    draft_id = left(moharir)[0]
    letter = records.open_draft(moharir, draft_id).letter
    first = records.register(moharir, "gd", letter, request_id="r1")
    with pytest.raises(HasProblems) as refused:
        records.register(moharir, "gd", letter)
    assert "entry_twice" in [one.code for one in refused.value.problems]
    assert records.register(moharir, "gd", letter, request_id="r1").number == first.number


def test_a_left_entry_is_declined_only_with_a_reason_that_the_list_shows(
    moharir: Desk, io: Desk, at_desk: Callable[[str], Desk]
) -> None:
    done = seizure_by_io(moharir, io)
    first, second = left(moharir)
    with pytest.raises(Refused):
        records.discard(moharir, first, " ")
    with pytest.raises(NotAllowed):
        records.discard(at_desk("pairokar"), first, "क")
    records.discard(moharir, first, "कार्यवाही दूसरे थाने की है")
    (short,) = cases.shortcomings(moharir, role="moharir")
    assert "कार्यवाही दूसरे थाने की है" in short.words.hi
    assert short.line.record_id == done.record_id
    assert short in cases.case(moharir, done.record_id).missing
    draft = diary.begin_entry(moharir, done.record_id, short.act)
    take(moharir, draft.draft_id)
    assert cases.shortcomings(moharir, role="moharir") == []
    with pytest.raises(Refused):
        diary.begin_entry(moharir, done.record_id, short.act)
    take(moharir, second)
    assert {"gd_ref", "malkhana_gd_ref"} <= set(records.record(io, done.record_id).letter)


def test_an_entry_nobody_wrote_is_missing_from_the_next_day(
    moharir: Desk, io: Desk, moving_clock: MovingClock
) -> None:
    seizure_by_io(moharir, io)
    assert cases.shortcomings(moharir, role="moharir") == []
    moving_clock.forward(days=1)
    late = [(one.code, one.days_late) for one in cases.shortcomings(moharir, role="moharir")]
    assert late == [("entry_missing", 1)] * 2


def test_only_who_writes_the_diary_begins_the_entry_of_an_act(moharir: Desk, io: Desk) -> None:
    done = seizure_by_io(moharir, io)
    with pytest.raises(NotAllowed):
        diary.begin_entry(io, done.record_id, "gd_ref")


def test_both_pcs_show_the_same_number_after_an_exchange(
    moharir: Desk, io: Desk, tmp_path: Path, moving_clock: MovingClock
) -> None:
    other = tmp_path / "other"
    demo.make_home(other, clock=moving_clock)
    with GatewayThread(f"sqlite:///{tmp_path / 'gateway.db'}") as gateway:
        there = demo.sign_in(other, "moharir", clock=moving_clock)
        for desk in (moharir, there):
            code = demo.new_code(gateway.store, desk.thana.code)
            syncing.enrol(desk, gateway.url, code)
        done = seizure_by_io(moharir, io)
        for draft_id in left(moharir):
            take(moharir, draft_id)
        for desk in (moharir, there, moharir):
            assert syncing.sync_once(desk).done
        here = records.record(moharir, done.record_id).letter
        assert records.record(there, done.record_id).letter == here
        assert here["gd_ref"]["number"]
        there.close()
