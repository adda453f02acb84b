"""The case in court and its hearings: one accused once, one hearing once, times in order."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import court_no, trial
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts, Form
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
NO_CASE = Facts(now=NOW, role="pairokar")
ACTS = [{"act": "BNS", "section": "303(2)"}]
SHEET = CaseRecord(
    "s",
    "iif_5",
    "0031/2026",
    "2026-11-03T10:00:00+05:30",
    {"acts": ACTS, "accused_cs": [{"name": "नमूना कुमार", "status": "FORWARDED"}]},
)
ARREST = CaseRecord("a", "iif_3", "A1", "", {"accused": {"name": "नमूना कुमार"}})
OWN = CaseRecord(
    "c", "court_no", "120/2026", "", {"accused": [{"accused_code": "A1", "name": "नमूना कुमार"}]}, "s"
)


def around(*more: CaseRecord, parent: CaseRecord) -> Facts:
    return Facts(now=NOW, role="pairokar", case=lambda: CaseFile((ARREST, SHEET, *more), parent))


def found(form: Form, facts: Facts = NO_CASE, **answers: Any) -> dict[str, str]:
    letter = {**form.sample(NOW), **answers}
    letter = {key: value for key, value in letter.items() if value is not None}
    form.prepare(letter, facts)
    return {p.code: str(p.weight) for p in check(form, letter, facts) if p.code != "required"}


def hearing(day: str, **answers: Any) -> CaseRecord:
    return CaseRecord(f"h{day}", "trial", "", "", {"hearing_dt": day, **answers}, "c")


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"filed_dt": "2026-11-02"}, "V01"),
        ({"cognizance_dt": "2026-11-04"}, "V01.cognizance"),
        ({"commit_dt": "2026-11-06"}, "V01.commit"),
    ],
)
def test_the_steps_of_the_case_stand_in_order(answers: dict[str, str], code: str) -> None:
    assert found(court_no.FORM, **answers) == {code: "refuse"}


def test_an_accused_is_written_once() -> None:
    twice = [{"accused_code": "A1", "name": "नमूना कुमार"}] * 2
    assert found(court_no.FORM, accused=twice) == {"COURT.twice": "refuse"}


def test_one_whom_the_charge_sheet_does_not_know_asks_for_a_reason() -> None:
    facts = around(parent=SHEET)
    assert found(court_no.FORM, facts) == {"COURT.accused": "reason"}  # A2 of the sample
    assert found(court_no.FORM, facts, accused=[{"name": "नमूना कुमार"}]) == {}


def test_a_case_number_is_recorded_once() -> None:
    facts = around(
        CaseRecord(
            "c", "court_no", "", "", {"case_type": "CC", "case_no": "0000", "case_year": 2026}
        ),
        parent=SHEET,
    )
    accused = [{"accused_code": "A1", "name": "नमूना कुमार"}]
    assert found(court_no.FORM, facts, accused=accused) == {"COURT.known": "reason"}
    assert found(court_no.FORM, facts, accused=accused, case_no="1") == {}


def test_the_court_case_begins_with_what_the_charge_sheet_says() -> None:
    begun = court_no.FORM.begin(around(parent=SHEET))
    assert begun == {
        "cs_dt": "2026-11-03",  # registered on; the sheet's own date where it states one
        "acts": ACTS,
        "accused": [{"accused_code": "A1", "name": "नमूना कुमार"}],
    }
    court_no.FORM.prepare(begun, around(parent=SHEET))
    assert begun["cs_ref"]["number"] == "0031/2026"


def test_the_court_case_bears_the_courts_number() -> None:
    assert court_no.FORM.own_number({"case_no": "120", "case_year": 2026}) == "120/2026"


def test_charge_is_framed_within_sixty_days_of_the_first_hearing_on_it() -> None:
    facts = around(OWN, hearing("2026-09-01", stage="CHARGE"), parent=OWN)
    assert found(trial.FORM, facts, charge_framed_dt="2026-11-01") == {"TRIAL.263": "gap"}
    assert found(trial.FORM, facts, charge_framed_dt="2026-10-31") == {}
    assert found(trial.FORM, facts, charge_framed_dt="2026-08-31") == {"V01.charge": "reason"}


@pytest.mark.parametrize(("ended", "codes"), [("2026-10-24", set()), ("2026-10-23", {"TRIAL.258"})])
def test_judgment_comes_within_thirty_days_of_the_arguments(ended: str, codes: set[str]) -> None:
    assert set(found(trial.FORM, arguments_dt=ended)) == codes


def test_a_hearing_is_recorded_once() -> None:
    facts = around(OWN, hearing("2026-11-23"), parent=OWN)
    assert found(trial.FORM, facts) == {"TRIAL.twice": "reason"}


def test_after_judgment_the_disposal_is_still_to_be_filled() -> None:
    done = {"stage": "JUDGMENT", "judgment_dt": "2026-11-23", "next_dt": None}
    assert found(trial.FORM, around(OWN, parent=OWN), **done) == {"TRIAL.iif_6": "gap"}
    disposal = CaseRecord("d", "iif_6", "", "", {}, "c")
    assert found(trial.FORM, around(OWN, disposal, parent=OWN), **done) == {}


def test_a_next_date_is_asked_for_until_the_case_ends() -> None:
    def missing(stage: str) -> list[str]:
        letter = {**trial.FORM.sample(NOW), "stage": stage}
        del letter["next_dt"]
        return [str(p.path[0]) for p in check(trial.FORM, letter, NO_CASE)]

    assert missing("EVIDENCE") == ["next_dt"]
    assert missing("FILED") == []


def test_a_next_date_before_the_hearing_is_refused() -> None:
    assert found(trial.FORM, next_dt="2026-11-20") == {"V01": "refuse"}


def test_a_hearing_begins_with_the_accused_and_what_the_last_one_fixed() -> None:
    last = hearing(
        "2026-11-01", stage="EVIDENCE", next_dt="2026-11-23", charge_framed_dt="2026-10-01"
    )
    begun = trial.FORM.begin(around(OWN, last, hearing("2026-10-01", stage="CHARGE"), parent=OWN))
    assert begun["hearing_dt"] == "2026-11-23"
    assert begun["stage"] == "EVIDENCE"
    assert begun["charge_framed_dt"] == "2026-10-01"
    assert begun["present"] == [{"accused_code": "A1", "name": "नमूना कुमार"}]
    assert list(shape_problems(trial.FORM, begun, NOW)) == []


def test_only_the_first_hearing_on_charge_starts_its_clock() -> None:
    (charge, _arguments) = trial.FORM.clocks
    assert callable(charge.when)
    letter = {"stage": "CHARGE", "hearing_dt": "2026-11-23"}
    trial.FORM.prepare(letter, NO_CASE)
    assert charge.when(letter)
    trial.FORM.prepare(letter, around(OWN, hearing("2026-11-01", stage="CHARGE"), parent=OWN))
    assert not charge.when(letter)


def test_only_a_case_of_rape_starts_the_two_months_of_its_trial() -> None:
    rape = next(one for one in court_no.FORM.clocks if one.clock == "K32")
    assert callable(rape.when)
    assert rape.when({"acts": [{"act": "BNS", "section": "64(1)"}]})
    assert not rape.when({"acts": ACTS})
