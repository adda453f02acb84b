"""Service of process and the desk's records of work: in time, in order, counted."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
EQUIPMENT = ["asset", "cctv"]


def process(**letter: Any) -> Facts:
    record = CaseRecord("r-1", "court_ord", "0012/2026", "2026-11-10T10:00:00+05:30", letter)
    return Facts(now=NOW, role="sho", case=lambda: CaseFile((record,), record))


def codes(code: str, facts: Facts | None = None, **changed: Any) -> list[tuple[str, Weight]]:
    of, around = form(code), facts or Facts(now=NOW, role=form(code).role)
    letter = {**of.sample(NOW), **changed}
    letter = {key: value for key, value in letter.items() if value is not None}
    of.prepare(letter, around)
    return [(one.code, one.weight) for one in check(of, letter, around)]


def test_a_service_takes_kind_hearing_and_officer_from_its_process() -> None:
    officer = {"name": "का0 नमूना", "rank": "CONSTABLE"}
    facts = process(kind="NBW", hearing_on="2026-12-01", assigned_to=officer)
    assert form("prc_srv").begin(facts) == {"assigned_to": officer}
    letter: dict[str, Any] = {}
    form("prc_srv").prepare(letter, facts)
    assert (letter["kind"], letter["hearing_on"]) == ("NBW", "2026-12-01")
    assert letter["process_ref"]["number"] == "0012/2026"
    form("prc_srv").prepare(letter, Facts(now=NOW))
    assert letter == {}


def test_an_attempt_before_the_process_came_asks_for_a_reason() -> None:
    facts = process(received_on="2026-11-22")
    assert ("srv.early", Weight.REASON) in codes(
        "prc_srv", facts, attempt_at="2026-11-21T10:00", served_at="2026-11-21T10:00"
    )
    assert codes("prc_srv", facts) == []


@pytest.mark.parametrize(("kind", "found"), [("SUMMONS_WITNESS", True), ("NBW", False)])
def test_a_summons_served_after_the_hearing_asks_for_a_reason(kind: str, found: bool) -> None:
    facts = process(kind=kind, hearing_on="2026-11-20")
    assert (("srv.late", Weight.REASON) in codes("prc_srv", facts)) is found


@pytest.mark.parametrize(("hearing", "found"), [("2026-11-26", True), ("2026-11-27", False)])
def test_an_unserved_process_stands_on_the_list_three_days_before_the_hearing(
    hearing: str, found: bool
) -> None:
    facts = process(hearing_on=hearing)
    seen = codes("prc_srv", facts, result="UNSERVED", return_reason="AWAY", returned_on=None)
    assert (("srv.near", Weight.GAP) in seen) is found


def test_every_return_needs_a_written_report() -> None:
    assert ("required", Weight.GAP) in codes("prc_srv", return_report=None)
    assert codes("prc_srv", return_report=None, returned_on=None) == []


def test_an_executed_non_bailable_warrant_needs_its_arrest() -> None:
    facts = process(kind="NBW")
    assert ("required", Weight.GAP) in codes("prc_srv", facts, result="PERSONAL")
    assert codes("prc_srv", process(kind="BW"), result="PERSONAL") == []


def test_the_person_served_is_not_named_in_list_or_diary() -> None:
    letter = form("prc_srv").sample(NOW)
    brief = form("prc_srv").consequences[0].letter(letter, process(kind="BW"))["brief"]
    assert letter["receiver"] not in brief + form("prc_srv").line(letter)
    assert "0012/2026" in brief


@pytest.mark.parametrize(
    ("code", "done"),
    [("task", "done_at"), ("rpt", "sent_at"), ("qmail", "reply_at"), ("drive", "done_at")],
)
def test_work_done_after_its_due_date_asks_for_a_reason(code: str, done: str) -> None:
    late = {"status": "DONE", "done_at": "2026-11-22T10:00", done: "2026-11-22T10:00"}
    assert ("late", Weight.REASON) in codes(code, due_on="2026-11-21", **late)
    assert "late" not in [one for one, _ in codes(code, due_on="2026-11-22", **late)]


@pytest.mark.parametrize("code", ["task", "qmail", "drive", "cs_mon", "app_mon", "cctv"])
def test_work_open_after_its_due_date_is_a_gap_and_never_refused(code: str) -> None:
    assert codes(code, due_on="2026-11-22") == [("overdue", Weight.GAP)]
    assert codes(code, due_on="2026-11-22", status="DROPPED") == []


def test_a_report_sent_before_its_period_is_over_asks_for_a_reason() -> None:
    assert ("V01", Weight.REASON) in codes("rpt", period_to="2026-11-23")


def test_a_report_whose_period_ends_before_it_begins_is_refused() -> None:
    assert ("V01", Weight.REFUSE) in codes("rpt", period_to="2026-10-01")


def test_a_qmail_that_needs_no_reply_asks_for_no_due_date() -> None:
    assert codes("qmail", needs_reply=False, due_on=None, status=None) == []
    assert ("required", Weight.GAP) in codes("qmail", due_on=None)


def test_service_requests_are_counted_and_late_ones_want_a_remark() -> None:
    letter = form("cs_mon").sample(NOW)
    letter["requests"][0]["due_on"] = "2026-11-20"
    form("cs_mon").prepare(letter, Facts(now=NOW))
    assert (letter["pending"], letter["late"]) == (1, 1)
    seen = codes("cs_mon", requests=letter["requests"], remark=None)
    assert ("cs.late", Weight.GAP) in seen
    form("cs_mon").prepare(bare := {"pending": 3, "late": 3}, Facts(now=NOW))
    assert bare == {}


@pytest.mark.parametrize(
    ("oldest", "pending", "found"),
    [("2026-11-19T10:00", 1, True), ("2026-11-22T10:00", 1, False), ("2026-11-19T10:00", 0, False)],
)
def test_an_e_fir_unsigned_for_more_than_three_days_is_named(
    oldest: str, pending: int, found: bool
) -> None:
    seen = codes("app_mon", efir_oldest_at=oldest, efir_pending=pending)
    assert (("app.unsigned", Weight.GAP) in seen) is found


@pytest.mark.parametrize(
    ("month", "due"), [("10-2026", "2026-11-05"), ("12-2025", "2026-01-05"), ("13-2026", None)]
)
def test_the_monthly_note_is_due_on_the_fifth_of_the_next_month(
    month: str, due: str | None
) -> None:
    letter: dict[str, Any] = {"pms_month": month}
    form("app_mon").prepare(letter, Facts(now=NOW))
    assert letter.get("pms_note_due") == due


@pytest.mark.parametrize(
    ("seen", "due"), [("2026-10-15", "2026-10-15"), ("2026-10-16", "2027-01-15")]
)
def test_the_next_inspection_is_in_the_first_half_of_a_quarter(seen: str, due: str) -> None:
    letter: dict[str, Any] = {"checked_at": f"{seen}T10:00"}
    form("app_mon").prepare(letter, Facts(now=NOW))
    assert letter["inspection_due"] == due


def test_a_monthly_note_after_the_fifth_asks_for_a_reason() -> None:
    assert ("app.note", Weight.REASON) in codes("app_mon", pms_note_on="2026-11-06")
    assert codes("app_mon", pms_note_on="2026-11-05") == []


@pytest.mark.parametrize("code", EQUIPMENT)
def test_a_fault_of_equipment_writes_a_diary_entry_and_a_sound_one_does_not(code: str) -> None:
    (entry,) = form(code).consequences
    assert entry.when is not None
    letter = form(code).sample(NOW)
    assert entry.when.holds((letter,))
    assert letter["ticket_no"] in entry.letter(letter, Facts(now=NOW))["brief"]
    assert not entry.when.holds(({**letter, "fault": ""},))


@pytest.mark.parametrize("code", [*EQUIPMENT, "help"])
def test_the_time_out_of_order_goes_when_nothing_is_restored(code: str) -> None:
    letter = {"fault": "x", "since": "2026-11-20T08:00", "restored_at": "2026-11-22T10:30"}
    form(code).prepare(letter, Facts(now=NOW))
    assert letter["downtime"] == "2 दिन 2 घण्टे"
    del letter["restored_at"]
    form(code).prepare(letter, Facts(now=NOW))
    assert "downtime" not in letter


@pytest.mark.parametrize("code", [*EQUIPMENT, "help"])
def test_restored_before_it_failed_is_refused(code: str) -> None:
    seen = codes(code, since="2026-11-22T10:00", restored_at="2026-11-21T10:00")
    assert ("V01", Weight.REFUSE) in seen


@pytest.mark.parametrize("code", [*EQUIPMENT, "help"])
def test_done_without_a_time_of_restoring_asks_for_a_reason(code: str) -> None:
    done = {"status": "DONE", "done_at": "2026-11-23T09:00", "restored_at": None}
    assert ("fault.open", Weight.REASON) in codes(code, **done)


def test_a_dead_camera_without_a_fault_is_a_gap() -> None:
    assert ("cctv.dead", Weight.GAP) in codes("cctv", fault=None)


def test_short_footage_is_a_gap() -> None:
    camera = {"no": "1", "place": "द्वार", "working": True, "footage_days": 90}
    assert ("cctv.footage", Weight.GAP) in codes("cctv", cameras=[camera])


def test_training_asks_for_who_was_trained_and_not_for_a_fault() -> None:
    training = {"kind": "TRAINING", "held_at": "2026-11-22T10:00"}
    assert codes("help", **training) == [("required", Weight.GAP)]
    assert codes("help", **training, trained=[{"name": "नमूना", "rank": "CONSTABLE"}]) == []


def test_a_drive_adds_up_its_days_and_explains_what_lies_outside() -> None:
    letter = form("drive").sample(NOW)
    form("drive").prepare(letter, Facts(now=NOW))
    assert (letter["done"], letter["percent"]) == (45, 37)
    outside = [{"on": "2026-11-01", "count": 5}]
    assert ("drive.outside", Weight.REASON) in codes("drive", days=outside)


def test_a_drive_done_below_its_target_asks_for_a_reason() -> None:
    done = {"status": "DONE", "done_at": "2026-11-23T09:00"}
    assert ("drive.short", Weight.REASON) in codes("drive", **done)
    assert codes("drive", **done, target=45) == []
