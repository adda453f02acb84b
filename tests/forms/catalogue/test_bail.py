"""Bail: who may give it, when it can be given, and who must be told."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.bail import FORM
from forms.kit.acts import acts_of, due
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
NO_CASE = Facts(now=NOW, role="pairokar")
ARREST = CaseRecord("a", "iif_3", "A1", "", {"accused": {"name": "नमूना कुमार", "photo_left": "x"}})
REMAND = CaseRecord("r", "remand", "R1", "", {"clock_end": "2026-12-31"}, "a")
CASE = Facts(now=NOW, role="pairokar", case=lambda: CaseFile((ARREST, REMAND), ARREST))


def found(around: Facts = NO_CASE, **answers: Any) -> dict[str, str]:
    letter = {**FORM.sample(NOW), **answers}
    FORM.prepare(letter, around)
    return {p.code: str(p.weight) for p in check(FORM, letter, around) if p.code != "required"}


@pytest.mark.parametrize(
    ("section", "codes"),
    [("115(2)", {}), ("303(2)", {"BAIL.station": "approval"})],
)
def test_bail_from_the_station_in_a_non_bailable_case_needs_the_officer_in_charge(
    section: str, codes: dict[str, str]
) -> None:
    assert found(kind="STATION", acts=[{"act": "BNS", "section": section}]) == codes


def test_default_bail_comes_after_the_limit_of_the_remands() -> None:
    assert found(CASE, kind="DEFAULT") == {"BAIL.default": "reason"}
    ended = CaseRecord("r", "remand", "R1", "", {"clock_end": "2026-11-01"}, "a")
    around = Facts(now=NOW, case=lambda: CaseFile((ARREST, ended), ARREST))
    assert found(around, kind="DEFAULT") == {}


def test_the_victim_of_a_sexual_offence_is_told_of_the_hearing() -> None:
    acts = [{"act": "BNS", "section": "74"}]
    assert found(acts=acts) == {"BAIL.victim": "gap"}
    assert found(acts=acts, victim_notice_dt="2026-11-20") == {}


def test_anticipatory_bail_after_the_arrest_asks_for_a_reason() -> None:
    assert found(CASE, kind="ANTICIPATORY") == {"BAIL.anticipatory": "reason"}
    assert found(kind="ANTICIPATORY") == {}


def test_nobody_is_released_before_the_order() -> None:
    assert found(released_dt="2026-11-18T10:00")["V01.released"] == "refuse"


def test_a_report_after_the_hearing_asks_for_a_reason() -> None:
    assert found(report_dt="2026-11-20") == {"BAIL.report": "reason"}


def test_a_surety_verified_after_the_release_asks_for_a_reason() -> None:
    surety = {**FORM.sample(NOW)["sureties"][0], "verified_dt": "2026-11-22"}
    assert found(sureties=[surety]) == {"BAIL.surety": "reason"}


def test_bail_from_the_station_writes_the_diary_and_release_by_the_court_does_later() -> None:
    station, released = FORM.consequences
    letter = FORM.sample(NOW)
    before = {**letter, "released_dt": ""}
    assert acts_of(station, letter) == []
    assert len(acts_of(station, {**letter, "kind": "STATION"})) == 1
    assert [act.key for act in due(released, [before], letter)] == ["released"]
    entry = released.letter(letter, CASE)
    assert entry["event_time"] == letter["released_dt"]


def test_it_begins_with_the_arrested_person_and_refers_to_the_arrest() -> None:
    begun = FORM.begin(CASE)
    assert begun["accused"] == {"name": "नमूना कुमार"}
    assert list(shape_problems(FORM, begun, NOW)) == []
    FORM.prepare(begun, CASE)
    assert begun["accused_ref"]["number"] == "A1"


def test_an_accused_of_a_sensitive_case_is_not_named_in_lists() -> None:
    letter = {**FORM.sample(NOW), "acts": [{"act": "POCSO", "section": "7/8"}]}
    assert "नमूना कुमार" not in FORM.line(letter)
    assert "नमूना कुमार" in FORM.line(FORM.sample(NOW))
