"""Process of a court: in time, served once, returned with a report."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.court_ord import FORM
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FACTS = Facts(now=NOW, role="pairokar")


def found(**answers: Any) -> dict[str, str]:
    letter = {**FORM.sample(NOW), **answers}
    FORM.prepare(letter, FACTS)
    return {p.code: str(p.weight) for p in check(FORM, letter, FACTS)}


def test_a_process_is_not_received_before_it_is_issued() -> None:
    assert found(received_dt="2026-11-10") == {"V01": "refuse"}


@pytest.mark.parametrize(
    ("hearing", "more", "codes"),
    [
        ("2026-11-26", {}, {"PROCESS.near": "gap"}),
        ("2026-11-27", {}, {}),
        ("2026-11-26", {"served_dt": "2026-11-22T10:00", "served_mode": "SELF"}, {}),
        ("2026-11-26", {"recalled_dt": "2026-11-22"}, {}),
    ],
)
def test_what_is_unserved_three_days_before_the_date_stands_out(
    hearing: str, more: dict[str, Any], codes: dict[str, str]
) -> None:
    assert found(hearing_dt=hearing, **more) == codes


@pytest.mark.parametrize(("hearing", "codes"), [("2026-12-20", {}), ("2026-12-19", {"PROCESS.84"})])
def test_a_proclamation_leaves_thirty_days(hearing: str, codes: Any) -> None:
    answers = {"kind": "PROCLAMATION_84", "published_at": "2026-11-20T09:00"}
    assert set(found(**answers, hearing_dt=hearing)) == set(codes)


def test_every_return_without_service_needs_its_reason_and_report() -> None:
    assert found(returned_dt="2026-11-22") == {"required": "gap"}
    report = {"return_reason": "AWAY", "return_report": "घर पर ताला मिला (नमूना)"}
    assert found(returned_dt="2026-11-22", **report) == {}


def test_service_and_a_reason_for_not_serving_do_not_stand_together() -> None:
    served = {"served_dt": "2026-11-22T10:00", "served_mode": "SELF"}
    assert found(**served, return_reason="AWAY") == {"PROCESS.both": "refuse"}


def test_nobody_is_arrested_on_a_summons() -> None:
    served = {"served_dt": "2026-11-22T10:00", "served_mode": "ARREST"}
    assert found(**served) == {"PROCESS.arrest": "refuse"}
    assert found(**served, kind="NBW") == {
        "required": "gap"
    }  # the arrest form is still to be named


def test_service_after_the_recall_asks_for_a_reason() -> None:
    served = {"served_dt": "2026-11-22T10:00", "served_mode": "SELF"}
    assert found(**served, recalled_dt="2026-11-21") == {"PROCESS.recalled": "reason"}


def test_a_witness_is_never_named_in_the_diary_or_in_lists() -> None:
    letter = FORM.sample(NOW)
    entry = FORM.consequences[0].letter(letter, FACTS)
    for text in (entry["brief"], entry["subject"], FORM.line(letter)):
        assert "उदाहरण देवी" not in text
    letter["role"] = "ACCUSED"
    assert "उदाहरण देवी" in FORM.consequences[0].letter(letter, FACTS)["brief"]


def test_a_warrant_to_be_executed_stands_first_in_its_line() -> None:
    letter = {**FORM.sample(NOW), "kind": "NBW"}
    assert FORM.line(letter).startswith("प्राथमिकता")
    assert not FORM.line({**letter, "returned_dt": "2026-11-22"}).startswith("प्राथमिकता")


def test_it_takes_court_and_number_from_the_court_case() -> None:
    court = {"court_type": "CJM", "court_name": "मु0न्या0मजि0 नमूना"}
    own = CaseRecord("c", "court_no", "120/2026", "", {"court": court, "cnr": "UPXX010000012026"})
    around = Facts(now=NOW, case=lambda: CaseFile((own,), own))
    taken = {**court, "case_no": "120/2026", "cnr": "UPXX010000012026"}
    assert FORM.begin(around) == {"court": taken}
