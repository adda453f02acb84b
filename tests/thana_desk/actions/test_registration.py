"""Registering: numbers without gaps, one transaction, the same answer to the same request."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from forms.kit.form import ClockStart
from forms.kit.problem import Weight
from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import diary, records, searching, verifying
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed, Refused


def fir(desk: Desk, **changes: Any) -> dict[str, Any]:
    return {**desk.forms["iif_1"].sample(desk.clock.now()), **changes}


def gd(desk: Desk, **changes: Any) -> dict[str, Any]:
    return {**desk.forms["gd"].sample(desk.clock.now()), **changes}


def test_an_fir_takes_its_number_and_writes_the_diary_entry_it_refers_to(moharir: Desk) -> None:
    done = records.register(moharir, "iif_1", fir(moharir))
    assert done.number == "0001/2026"
    (entry,) = done.consequences
    assert (entry.form_code, entry.number) == ("gd", "001")
    shown = records.record(moharir, done.record_id)
    assert shown.letter["gd_ref"]["record_id"] == entry.record_id
    written = records.record(moharir, entry.record_id)
    assert written.letter["gd_type"] == "FIR"
    assert "0001/2026" in written.letter["brief"]
    assert written.letter["linked_record"]["record_id"] == done.record_id
    assert {one.code for one in done.papers} == {"form", "receipt", "upload", "hue_and_cry"}


def test_a_zero_fir_counts_in_a_series_of_its_own(moharir: Desk) -> None:
    records.register(moharir, "iif_1", fir(moharir))
    zero = fir(
        moharir,
        zero_fir=True,
        outside=True,
        outside_thana="उदाहरण थाना",
        outside_district="नमूना",
        action="TRANSFERRED",
        transfer_thana="उदाहरण थाना",
        transfer_district="नमूना",
    )
    assert records.register(moharir, "iif_1", zero).number.startswith("0/")
    assert records.register(moharir, "iif_1", fir(moharir)).number == "0002/2026"


def test_the_diary_counts_by_day_and_the_fir_by_year(
    moharir: Desk, moving_clock: MovingClock
) -> None:
    assert records.register(moharir, "gd", gd(moharir)).number == "001"
    assert records.register(moharir, "gd", gd(moharir)).number == "002"
    moving_clock.moment = moving_clock.moment.replace(month=12, day=31, hour=23, minute=50)
    assert records.register(moharir, "iif_1", fir(moharir)).number == "0001/2026"
    moving_clock.forward(minutes=20)
    done = records.register(moharir, "iif_1", fir(moharir))
    assert done.number == "0001/2027"
    assert done.consequences[0].number == "001"


def test_the_same_request_gets_the_same_number(moharir: Desk) -> None:
    first = records.register(moharir, "iif_1", fir(moharir), request_id="r-1")
    again = records.register(moharir, "iif_1", fir(moharir), request_id="r-1")
    assert (again.record_id, again.number) == (first.record_id, first.number)
    assert [one.record_id for one in again.consequences] == [
        one.record_id for one in first.consequences
    ]
    assert records.register(moharir, "iif_1", fir(moharir)).number == "0002/2026"


def test_a_refused_record_takes_no_number_and_keeps_its_draft(moharir: Desk) -> None:
    draft = records.begin(moharir, "iif_1")
    records.keep(moharir, draft.draft_id, {"contents": "आधा लिखा"}, {})
    with pytest.raises(HasProblems) as refused:
        records.register(moharir, "iif_1", {"contents": "आधा लिखा"}, draft_id=draft.draft_id)
    assert ("acts",) in [one.path for one in refused.value.problems]
    assert records.open_draft(moharir, draft.draft_id).letter == {"contents": "आधा लिखा"}
    assert records.register(moharir, "iif_1", fir(moharir)).number == "0001/2026"


def test_gaps_that_the_law_tolerates_are_listed_and_do_not_refuse(moharir: Desk) -> None:
    letter = fir(moharir)
    del letter["direction"], letter["dispatched_at"]
    done = records.register(moharir, "iif_1", letter)
    assert {one.path for one in done.gaps} == {("direction",), ("dispatched_at",)}
    assert {one.path for one in records.record(moharir, done.record_id).gaps} == {
        ("direction",),
        ("dispatched_at",),
    }


def test_a_draft_is_gone_once_it_is_registered(moharir: Desk) -> None:
    draft = records.begin(moharir, "gd")
    records.register(moharir, "gd", gd(moharir), draft_id=draft.draft_id)
    assert records.drafts(moharir) == []


def test_typing_that_could_not_be_read_is_never_registered(moharir: Desk) -> None:
    letter = gd(moharir, _typed={"event_time": "परसों शाम"})
    with pytest.raises(HasProblems) as refused:
        records.register(moharir, "gd", letter)
    assert [(p.path, p.code) for p in refused.value.problems] == [(("event_time",), "unreadable")]


def test_a_reason_problem_passes_with_a_written_reason_that_stays_on_record(moharir: Desk) -> None:
    letter = fir(moharir, outside=True, outside_thana="क", outside_district="ख")
    with pytest.raises(HasProblems) as refused:
        records.register(moharir, "iif_1", letter)
    (problem,) = [p for p in refused.value.problems if p.weight is Weight.REASON]
    reasons = {problem.code: "सीमा विवाद, उच्चाधिकारी के आदेश से"}
    done = records.register(moharir, "iif_1", letter, reasons=reasons)
    (event,) = moharir.store.versions(done.record_id)
    assert event.body["reasons"] == reasons


def test_an_approval_counts_only_from_the_officer_in_charge(moharir: Desk, sho: Desk) -> None:
    letter = fir(moharir, acts=[{"act": "IPC", "section": "379"}])
    draft = records.begin(moharir, "iif_1")
    records.keep(moharir, draft.draft_id, letter, {})
    forged = {"V06": "x", "approved.V06": "मैं ही"}
    with pytest.raises(HasProblems):
        records.register(moharir, "iif_1", letter, draft_id=draft.draft_id, reasons=forged)
    with pytest.raises(NotAllowed):
        records.approve(moharir, draft.draft_id, "V06", "मैं ही")
    records.approve(sho, draft.draft_id, "V06", "पुरानी घटना की निरन्तरता")
    done = records.register(moharir, "iif_1", letter, draft_id=draft.draft_id)
    (event,) = moharir.store.versions(done.record_id)
    assert "पुरानी घटना की निरन्तरता" in str(event.body["reasons"])


def test_a_draft_cannot_smuggle_an_approval_in(moharir: Desk) -> None:
    letter = fir(moharir, acts=[{"act": "IPC", "section": "379"}])
    draft = records.begin(moharir, "iif_1")
    records.keep(moharir, draft.draft_id, letter, {"approved.V06": "मैं ही"})
    with pytest.raises(HasProblems):
        records.register(moharir, "iif_1", letter, draft_id=draft.draft_id)


def test_clocks_start_with_the_fir_and_stop_with_what_they_wait_for(moharir: Desk) -> None:
    letter = fir(moharir)
    del letter["dispatched_at"]
    done = records.register(moharir, "iif_1", letter)
    clocks = {one.code: one for one in records.record(moharir, done.record_id).clocks}
    assert clocks["K03"].stopped_at
    assert clocks["K04"].stopped_at is None
    assert clocks["K05"].due_at == "2026-11-24T10:42:00+05:30"
    letter = {**records.record(moharir, done.record_id).letter, "dispatched_at": "2026-11-23T10:40"}
    records.correct(moharir, done.record_id, letter, "प्रेषण के बाद समय लिखा")
    clocks = {one.code: one for one in records.record(moharir, done.record_id).clocks}
    assert clocks["K04"].stopped_at == "2026-11-23T10:40:00+05:30"


def test_a_correction_is_a_new_version_with_its_reason_and_the_old_one_stays(moharir: Desk) -> None:
    done = records.register(moharir, "iif_1", fir(moharir))
    before = records.record(moharir, done.record_id)
    changed = {**before.letter, "beat": "09"}
    records.correct(moharir, done.record_id, changed, "बीट गलत लिखी थी")
    after = records.record(moharir, done.record_id)
    assert after.letter["beat"] == "09"
    assert after.number == before.number
    assert after.letter["gd_ref"] == before.letter["gd_ref"]
    assert [(one.version, one.reason) for one in after.versions] == [
        (1, ""),
        (2, "बीट गलत लिखी थी"),
    ]
    old, new = moharir.store.versions(done.record_id)
    assert old.body["letter"]["beat"] == "07"  # type: ignore[call-overload,index]  # plain JSON
    assert new.parents == (old.hash,)


def test_a_diary_entry_is_never_changed(moharir: Desk) -> None:
    done = records.register(moharir, "gd", gd(moharir))
    with pytest.raises(NotAllowed):
        records.correct(moharir, done.record_id, gd(moharir, brief="बदला"), "भूल")


def test_every_version_is_signed_by_the_officer_who_acted(moharir: Desk, sho: Desk) -> None:
    done = records.register(moharir, "iif_1", fir(moharir))
    diary.remark(sho, done.consequences[0].record_id, "देखा")
    assert verifying.verify(sho).ok
    assert verifying.verify(sho).events == 3


@pytest.mark.parametrize("role", ["sho", "io", "operator", "pairokar"])
def test_only_the_station_writer_registers_an_fir(
    role: str, at_desk: Callable[[str], Desk]
) -> None:
    desk = at_desk(role)
    with pytest.raises(NotAllowed):
        records.register(desk, "iif_1", fir(desk))
    with pytest.raises(NotAllowed):
        records.register(desk, "gd", gd(desk))


def test_only_the_officer_in_charge_remarks_on_the_diary(moharir: Desk, sho: Desk) -> None:
    entry = records.register(moharir, "gd", gd(moharir))
    with pytest.raises(NotAllowed):
        diary.remark(moharir, entry.record_id, "x")
    done = diary.remark(sho, entry.record_id, "देखा गया")
    assert [one.record_id for one in records.record(sho, entry.record_id).children] == [
        done.record_id
    ]


def test_an_officer_acts_only_in_roles_of_his_own(moharir: Desk) -> None:
    with pytest.raises(NotAllowed):
        moharir.in_role("sho")
    forged = dataclasses.replace(
        moharir, session=dataclasses.replace(moharir.session, role="nobody")
    )
    with pytest.raises(NotAllowed):
        records.register(forged, "gd", gd(moharir))


def test_a_diary_day_is_opened_once_and_closed_again_after_late_entries(moharir: Desk) -> None:
    assert diary.open_day(moharir).number == "001"
    with pytest.raises(HasProblems):
        diary.open_day(moharir)
    records.register(moharir, "gd", gd(moharir))
    assert diary.close_day(moharir).number == "003"
    assert diary.day(moharir).closed
    with pytest.raises(HasProblems):
        diary.close_day(moharir)
    records.register(moharir, "gd", gd(moharir))
    assert not diary.day(moharir).closed
    assert diary.close_day(moharir).number == "005"


def test_a_record_too_long_to_be_sent_is_refused_and_takes_no_number(moharir: Desk) -> None:
    rows = [{"name": "अ" * 200, "offence": "ब" * 200} for _ in range(999)]
    with pytest.raises(Refused) as told:
        records.register(
            moharir, "gd", gd(moharir, gd_type="GINTI", lockup=rows, brief="क" * 99_000)
        )
    assert "सुरक्षित" in told.value.words.hi
    assert records.register(moharir, "gd", gd(moharir)).number == "001"


def test_a_departure_waits_until_its_return(moharir: Desk) -> None:
    left = records.register(moharir, "gd", gd(moharir))
    assert [one.record_id for one in diary.day(moharir).open_departures] == [left.record_id]
    back = gd(moharir, gd_type="AMD", brief="वापसी")
    back["departure_ref"] = {"record_id": left.record_id, "form": "gd", "number": left.number}
    records.register(moharir, "gd", back)
    assert diary.day(moharir).open_departures == []


def test_sensitive_cases_are_covered_for_roles_that_may_not_see_them(
    moharir: Desk, at_desk: Callable[[str], Desk]
) -> None:
    letter = fir(moharir, acts=[{"act": "BNS", "section": "74"}], informant_is_victim=True)
    letter["informant"] = {**letter["informant"], "name": "कल्पित पीड़िता", "gender": "FEMALE"}
    letter["woman_officer"] = {"name": "म0उ0नि0 नमूना देवी", "rank": "SI"}
    done = records.register(moharir, "iif_1", letter)
    pairokar = at_desk("pairokar")
    shown = records.record(pairokar, done.record_id)
    assert shown.masked
    assert "कल्पित" not in str(shown)
    assert "कल्पित" not in str(records.listing(pairokar))
    assert searching.search(pairokar, "कल्पित") == []
    assert records.listing(pairokar, text="कल्पित").total == 0
    assert records.listing(moharir, text="कल्पित").total == 1
    found = [hit.line.record_id for hit in searching.search(pairokar, "0001/2026")]
    assert done.record_id in found
    assert "कल्पित पीड़िता" in str(records.record(moharir, done.record_id).letter)
    entry = records.record(pairokar, done.consequences[0].record_id)
    assert "कल्पित" not in str(entry.letter)
    opened = pairokar.store.accesses(done.record_id)
    assert {one.role for one in opened} == {"pairokar", "moharir"}


@pytest.mark.parametrize(
    ("section", "due_on"), [("303(2)", "2027-01-22"), ("103(1)", "2027-02-21")]
)
def test_a_grave_section_starts_the_longer_limit_of_the_same_clock(
    at_desk: Callable[[str], Desk], section: str, due_on: str
) -> None:
    desk = at_desk("pairokar")
    remand = dataclasses.replace(desk.forms["remand"], parent_must=False, numbered=())
    desk = dataclasses.replace(desk, forms={**desk.forms, "remand": remand})
    letter = remand.sample(desk.clock.now()) | {"acts": [{"act": "BNS", "section": section}]}
    done = records.register(desk, "remand", letter)
    clocks = {one.code: one for one in records.record(desk, done.record_id).clocks}
    assert (clocks["K11"].due_at or "")[:10] == due_on


def test_a_clock_may_start_with_a_day_and_stop_with_one(at_desk: Callable[[str], Desk]) -> None:
    desk = at_desk("pairokar")
    remand = dataclasses.replace(
        desk.forms["remand"],
        parent_must=False,
        numbered=(),
        clocks=(ClockStart("K11", at="order_dt", done="next_dt"),),
    )
    desk = dataclasses.replace(desk, forms={**desk.forms, "remand": remand})
    done = records.register(desk, "remand", remand.sample(desk.clock.now()))
    (clock,) = records.record(desk, done.record_id).clocks
    assert (clock.due_at or "")[:10] == "2027-01-22"
    assert clock.stopped_at == "2026-12-07T00:00:00+05:30"
