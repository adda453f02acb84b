"""IIF-10 and IIF-11: what an inquest record may not say, and what it takes from what stands above."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.letter import Letter
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
BOTH = pytest.mark.parametrize("code", ["iif_10", "iif_11"])


def record(code: str, letter: Letter, number: str = "0001/2026") -> CaseRecord:
    return CaseRecord("r-" + code, code, number, "2026-11-23T08:15:00+05:30", letter)


def facts(*records: CaseRecord, parent: CaseRecord | None = None) -> Facts:
    return Facts(NOW, role="operator", case=lambda: CaseFile(records, parent))


def hours(ago: int) -> str:
    return (NOW - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")


def weights(code: str, **changed: Any) -> dict[str, str]:
    letter = {**form(code).sample(NOW), **changed}
    form(code).prepare(letter, facts())
    return {one.code: str(one.weight) for one in check(form(code), letter, facts())}


@BOTH
def test_an_inquest_with_one_panch_needs_the_officer_in_charge(code: str) -> None:
    panch = form(code).sample(NOW)["panch"]
    assert weights(code, panch=panch[:1])["inquest.panch"] == "approval"
    assert "inquest.panch" not in weights(code, panch=panch[:2])


@BOTH
def test_an_inquest_not_yet_finished_needs_no_panch(code: str) -> None:
    assert "inquest.panch" not in weights(code, panch=[], inquest_end_dt="", report_sent_dm_dt="")


@BOTH
def test_the_report_is_sent_within_24_hours_or_says_why_not(code: str) -> None:
    late = {
        "inquest_start_dt": hours(28),
        "inquest_end_dt": hours(26),
        "report_sent_dm_dt": hours(1),
    }
    assert (
        weights(code, info_dt=hours(30), found_dt=hours(31), **late)["inquest.report"] == "reason"
    )
    assert weights(code) == {}


@BOTH
def test_wounds_are_written_or_denied(code: str) -> None:
    assert weights(code, wounds=[], no_wounds=None)["inquest.wounds"] == "gap"
    assert "inquest.wounds" not in weights(code, wounds=[], no_wounds=True)


@BOTH
def test_a_killing_is_not_closed_without_a_reason(code: str) -> None:
    found = weights(code, manner="MURDER", final="CLOSED")
    assert found["inquest.closed"] == "reason"
    assert found["required"] == "gap"


@BOTH
def test_only_an_fir_is_taken_for_the_fir(code: str) -> None:
    chosen = {"record_id": "x", "form": "ncr", "number": "1", "title": ""}
    assert weights(code, fir_ref=chosen)["link.fir"] == "refuse"
    assert "link.fir" not in weights(code, fir_ref={**chosen, "form": "fir_rereg"})


@BOTH
def test_under_a_diary_entry_no_second_entry_is_written(code: str) -> None:
    letter = form(code).sample(NOW)
    entry = record("gd", {"brief": "सूचना", "event_time": hours(12)}, "025")
    consequence = form(code).consequences[0]
    assert consequence.when is not None
    assert consequence.when.holds((letter,))
    form(code).prepare(letter, facts(entry, parent=entry))
    assert letter["gd_ref"]["number"] == "025"
    assert not consequence.when.holds((letter,))


@BOTH
def test_the_hour_of_the_information_comes_from_the_diary_entry(code: str) -> None:
    entry = record("gd", {"event_time": hours(12)}, "025")
    assert form(code).begin(facts(entry, parent=entry))["info_dt"] == hours(12)
    entry = record("gd", {}, "025")
    assert form(code).begin(facts(entry, parent=entry))["info_dt"] == "2026-11-23T08:15"


def test_an_unknown_body_is_kept_72_hours_unless_the_officer_in_charge_allows() -> None:
    found = weights("iif_10", body_disposed_dt=hours(1))
    assert found["body.kept"] == "approval"
    known = {"identified_dt": hours(2), "deceased": {"name": "नमूना राम"}}
    assert "body.kept" not in weights("iif_10", body_disposed_dt=hours(1), **known)


def test_how_long_a_body_is_kept_follows_the_time_of_finding() -> None:
    letter = {**form("iif_10").sample(NOW), "found_dt": "2026-11-20T09:00"}
    form("iif_10").prepare(letter, facts())
    assert letter["preserve_until"] == "2026-11-23T09:00"
    letter["found_dt"] = ""
    form("iif_10").prepare(letter, facts())
    assert "preserve_until" not in letter


def test_an_apparent_age_does_not_run_downwards() -> None:
    assert weights("iif_10", approx_age_from=50)["body.age"] == "refuse"


def test_a_young_wifes_inquest_is_held_by_a_magistrate() -> None:
    woman = {**form("iif_11").sample(NOW)["deceased"], "gender": "FEMALE"}
    asked = {"woman_within_7y_marriage": True, "deceased": woman}
    assert weights("iif_11", **asked)["inquest.magistrate"] == "reason"
    named = {"magistrate_held": True, "magistrate_name": "उप जिला मजिस्ट्रेट"}
    assert weights("iif_11", **asked, **named) == {}


def test_a_young_wifes_body_is_examined() -> None:
    woman = {**form("iif_11").sample(NOW)["deceased"], "gender": "FEMALE"}
    found = weights(
        "iif_11", woman_within_7y_marriage=True, deceased=woman, pm_waived_why="परिजन की इच्छा"
    )
    assert found["inquest.examined"] == "approval"


def test_a_man_is_not_a_woman_within_seven_years_of_marriage() -> None:
    assert weights("iif_11", woman_within_7y_marriage=True)["inquest.woman"] == "refuse"


def test_a_death_in_custody_asks_for_the_inquiry() -> None:
    assert weights("iif_11", custody_death=True) == {"required": "gap"}


def test_a_nameless_body_belongs_into_iif_10() -> None:
    assert weights("iif_11", deceased={"name": "अज्ञात"})["inquest.unknown"] == "reason"


def test_a_childs_name_stands_in_no_list_and_no_diary() -> None:
    letter = form("iif_11").sample(NOW)
    letter["deceased"] = {**letter["deceased"], "age_years": 12}
    form("iif_11").prepare(letter, facts())
    assert form("iif_11").is_sensitive(letter)
    entry = form("iif_11").consequences[0].letter(letter, facts())
    for text in (form("iif_11").line(letter), entry["subject"], entry["brief"]):
        assert "नमूना कुमार" not in text
        assert "नमूना प्रसाद" not in text


def test_each_of_several_dead_is_taken_over_once() -> None:
    dead = [{"name": "नमूना राम", "extra": "x"}, {"name": "नमूना अली"}]
    fire = record("fire", {"dead": dead, "place": {"village_town": "नमूनापुर"}})
    begun = form("iif_11").begin(facts(fire, parent=fire))
    assert begun["deceased"] == {"name": "नमूना राम"}
    assert begun["found_place"] == {"village_town": "नमूनापुर"}
    first = record("iif_11", {"deceased": {"name": "नमूना राम"}})
    begun = form("iif_11").begin(facts(fire, first, parent=fire))
    assert begun["deceased"] == {"name": "नमूना अली"}


def test_in_a_case_only_a_victim_who_died_is_taken_over() -> None:
    victims = [{"name": "क", "injury": "SIMPLE"}, {"name": "ख", "injury": "DEATH"}]
    fir = record("iif_1", {"victims": victims, "acts": [{"act": "BNS", "section": "103(1)"}]})
    assert form("iif_11").begin(facts(fir, parent=fir))["deceased"] == {"name": "ख"}
    letter = form("iif_11").sample(NOW)
    form("iif_11").prepare(letter, facts(fir, parent=fir))
    assert letter["fir_ref"]["record_id"] == "r-iif_1"
