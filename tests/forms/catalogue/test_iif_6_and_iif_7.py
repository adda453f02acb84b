"""Disposal and appeal: a result for every accused, once, and the time to appeal."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import iif_6, iif_7
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts, Form
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
NO_CASE = Facts(now=NOW, role="pairokar")
A1 = {"accused_code": "A1", "name": "नमूना कुमार"}
A2 = {"accused_code": "A2", "name": "उदाहरण सिंह"}
OWN = CaseRecord(
    "c",
    "court_no",
    "120/2026",
    "",
    {"filed_dt": "2026-03-01", "court": {"court_name": "नमूना"}, "accused": [A1, A2]},
)
BELOW = CaseRecord(
    "d",
    "iif_6",
    "",
    "",
    {"judgment_dt": "2026-06-01", "appeal_due": "2026-07-01", "per_accused": [A1]},
    "c",
)


def around(*more: CaseRecord, parent: CaseRecord) -> Facts:
    return Facts(now=NOW, role="pairokar", case=lambda: CaseFile((OWN, *more), parent))


CASE = around(parent=OWN)


def found(form: Form, facts: Facts = NO_CASE, **answers: Any) -> dict[str, str]:
    letter = {**form.sample(NOW), **answers}
    form.prepare(letter, facts)
    return {p.code: str(p.weight) for p in check(form, letter, facts) if p.code != "required"}


def results(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**row, "result": "COMPOUNDED"} for row in rows]


def test_every_accused_of_the_case_has_a_result() -> None:
    assert found(iif_6.FORM, CASE, per_accused=results(A1, A2)) == {}
    assert found(iif_6.FORM, CASE, per_accused=results(A1)) == {"IIF6.missing": "reason"}


def test_no_accused_has_two_results() -> None:
    assert found(iif_6.FORM, CASE, per_accused=results(A1, A2, A2)) == {"IIF6.twice": "refuse"}


def test_one_who_was_not_before_the_court_asks_for_a_reason() -> None:
    other = {"name": "कोई और"}
    assert found(iif_6.FORM, CASE, per_accused=results(A1, A2, other)) == {"IIF6.unknown": "reason"}


def test_without_a_court_case_the_charge_sheet_says_who_was_sent_up() -> None:
    sheet = CaseRecord("s", "iif_5", "0031/2026", "", {"accused_cs": [A1, A2]})
    facts = Facts(now=NOW, case=lambda: CaseFile((sheet,), sheet))
    assert found(iif_6.FORM, facts, per_accused=results(A1)) == {"IIF6.missing": "reason"}


@pytest.mark.parametrize(
    ("result", "court", "due"),
    [
        ("ACQUITTED", "CJM", "2027-02-16"),
        ("CONVICTED", "CJM", "2026-12-18"),
        ("CONVICTED", "SPECIAL_POCSO", "2027-01-17"),
        ("COMPOUNDED", "CJM", None),
    ],
)
def test_the_time_to_appeal_goes_by_result_and_court(
    result: str, court: str, due: str | None
) -> None:
    letter = {
        "judgment_dt": "2026-11-18",
        "court": {"court_type": court},
        "per_accused": [{**A1, "result": result}],
        "appeal_due": "2020-01-01",
    }
    iif_6.FORM.prepare(letter, NO_CASE)
    assert letter.get("appeal_due") == due


def test_imprisonment_has_a_length_and_a_fine_its_amount() -> None:
    row = {**iif_6.FORM.sample(NOW)["per_accused"][0], "years": 0}
    del row["fine"]
    assert found(iif_6.FORM, per_accused=[row]) == {"IIF6.period": "gap", "IIF6.fine": "gap"}


def test_a_conviction_waits_for_its_slip_and_an_acquittal_for_the_remark() -> None:
    assert found(iif_6.FORM, slip_sent=False, apo_remark="") == {
        "IIF6.slip": "gap",
        "IIF6.remark": "gap",
    }


def test_no_judgment_before_the_case_was_filed() -> None:
    both = results(A1, A2)
    assert found(iif_6.FORM, CASE, judgment_dt="2026-02-28", per_accused=both) == {"V01": "refuse"}


def test_a_disposal_begins_with_the_accused_and_the_hostile_witnesses_of_the_hearings() -> None:
    witness = {"name": "उदाहरण देवी", "state": "HOSTILE"}
    hearing = CaseRecord(
        "h", "trial", "", "", {"judgment_dt": "2026-11-20", "witnesses": [witness]}, "c"
    )
    begun = iif_6.FORM.begin(around(hearing, parent=OWN))
    assert begun == {
        "court": {"court_name": "नमूना"},
        "judgment_dt": "2026-11-20",
        "per_accused": [A1, A2],
        "hostile": [{"name": "उदाहरण देवी"}],
    }
    assert list(shape_problems(iif_6.FORM, begun, NOW)) == []


@pytest.mark.parametrize(
    ("filed", "codes"),
    [
        ("2026-05-31", {"V01.filed": "refuse"}),
        ("2026-07-01", {}),
        ("2026-07-02", {"IIF7.late": "reason"}),
    ],
)
def test_an_appeal_is_filed_after_the_judgment_and_in_time(
    filed: str, codes: dict[str, str]
) -> None:
    assert found(iif_7.FORM, around(BELOW, parent=BELOW), filed_dt=filed) == codes


def test_an_appeal_decides_on_those_of_the_judgment_once() -> None:
    facts = around(BELOW, parent=BELOW)
    row = {**A1, "result": "CONFIRMED"}
    now = {"filed_dt": "2026-06-20"}
    assert found(iif_7.FORM, facts, **now, per_accused=[row, row]) == {"IIF7.twice": "refuse"}
    other = {**A2, "result": "CONFIRMED"}
    assert found(iif_7.FORM, facts, **now, per_accused=[other]) == {"IIF7.unknown": "reason"}


def test_a_magistrate_hears_no_appeal_without_a_reason() -> None:
    court = {"court_type": "CJM", "court_name": "मु0न्या0मजि0"}
    assert found(iif_7.FORM, appellate_court=court) == {"IIF7.court": "reason"}


def test_a_second_appeal_refers_to_the_first_and_to_the_judgment() -> None:
    first = CaseRecord(
        "e", "iif_7", "", "", {"judgment_dt": "2026-09-01", "per_accused": [A1]}, "d"
    )
    facts = around(BELOW, first, parent=first)
    begun = iif_7.FORM.begin(facts)
    assert begun == {"per_accused": [A1]}
    iif_7.FORM.prepare(begun, facts)
    assert (begun["judgment_ref"]["record_id"], begun["lower_ref"]["record_id"]) == ("d", "e")
    assert found(iif_7.FORM, facts, filed_dt="2026-08-31") == {"V01.filed": "refuse"}
