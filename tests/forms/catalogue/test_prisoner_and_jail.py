"""Prisoners: the day of s.479, moves in order, and who is told of a release."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import jail
from forms.catalogue.prisoner import FORM
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
NO_CASE = Facts(now=NOW, role="pairokar")


def found(**answers: Any) -> dict[str, str]:
    letter = {**FORM.sample(NOW), **answers}
    letter = {key: value for key, value in letter.items() if value is not None}
    FORM.prepare(letter, NO_CASE)
    return {
        p.code if p.code != "required" else str(p.path[0]): str(p.weight)
        for p in check(FORM, letter, NO_CASE)
    }


@pytest.mark.parametrize(
    ("section", "first", "day"),
    [
        ("303(2)", False, "2027-07-01"),  # three years: eighteen months
        ("303(2)", True, "2027-01-01"),  # a third of them
        ("103(1)", False, None),  # death or life: never
        ("999", False, None),  # unknown
    ],
)
def test_half_or_a_third_of_the_greatest_punishment_is_reckoned(
    section: str, first: bool, day: str | None
) -> None:
    letter = {
        "kind": "UNDERTRIAL",
        "custody_from": "2026-01-01",
        "first_offender": first,
        "acts": [{"act": "BNS", "section": section}],
    }
    FORM.prepare(letter, NO_CASE)
    assert letter.get("half_one_third_dt") == day
    FORM.prepare(letter := {**letter, "kind": "CONVICT"}, NO_CASE)
    assert "half_one_third_dt" not in letter


def test_an_under_trial_past_that_day_stands_out_until_released() -> None:
    since = {"custody_from": "2024-10-01"}
    assert found(**since) == {"PRISONER.479": "gap"}
    gone = {
        "release_dt": "2026-11-20T18:00",
        "release_kind": "BAIL",
        "release_order": "नमूना/1",
        "next_remand_dt": None,
    }
    assert found(**since, **gone) == {}


def test_the_release_of_a_habitual_offender_is_told_to_the_station() -> None:
    gone = {
        "release_dt": "2026-11-20T18:00",
        "release_kind": "BAIL",
        "release_order": "नमूना/1",
        "habitual": True,
    }
    assert found(**gone) == {"thana_told": "gap"}
    assert found(**gone, thana_told=True) == {}


def test_nobody_is_released_before_the_admission() -> None:
    gone = {"release_kind": "BAIL", "release_order": "नमूना/1"}
    assert found(**gone, release_dt="2026-10-01T10:00") == {"V01.release": "refuse"}


def test_transfers_follow_one_another() -> None:
    place = FORM.sample(NOW)["jail"]
    first, second = {"jail": place, "dt": "2026-11-10"}, {"jail": place, "dt": "2026-11-05"}
    assert found(transfers=[second, first]) == {}
    assert found(transfers=[first, second]) == {"V01.transfer": "refuse"}


def test_a_parole_that_ended_waits_for_the_return() -> None:
    parole = {"from_dt": "2026-11-05", "to_dt": "2026-11-15"}
    assert found(paroles=[parole]) == {"PRISONER.parole": "gap"}
    assert found(paroles=[{**parole, "returned_dt": "2026-11-15"}]) == {}
    assert found(paroles=[{**parole, "to_dt": "2026-11-01"}])["V01.parole"] == "refuse"


def test_a_child_in_jail_asks_for_a_reason_and_is_not_named() -> None:
    child = {**FORM.sample(NOW)["accused"], "age_years": 17}
    assert found(accused=child) == {"PRISONER.child": "reason"}
    assert "नमूना कुमार" not in FORM.line({**FORM.sample(NOW), "accused": child})
    assert "नमूना कुमार" in FORM.line(FORM.sample(NOW))


def test_an_under_trial_has_no_sentence_to_serve() -> None:
    gone = {
        "release_dt": "2026-11-20T18:00",
        "release_kind": "SERVED",
        "release_order": "नमूना/1",
    }
    assert found(**gone) == {"PRISONER.served": "reason"}


def test_a_death_in_jail_refers_to_the_inquest() -> None:
    assert found(release_dt="2026-11-20T18:00", release_kind="DEATH") == {"death_ref": "gap"}


def test_it_begins_with_what_the_last_remand_ordered() -> None:
    arrest = CaseRecord("a", "iif_3", "A1", "", {"accused": {"name": "नमूना कुमार"}})
    place = FORM.sample(NOW)["jail"]
    remand = CaseRecord(
        "r",
        "remand",
        "R1",
        "",
        {"arrest_dt": "2026-11-02T09:00", "jail_ref": place, "next_dt": "2026-12-01"},
        "a",
    )
    facts = Facts(now=NOW, case=lambda: CaseFile((arrest, remand), arrest))
    begun = FORM.begin(facts)
    assert begun == {
        "accused": {"name": "नमूना कुमार"},
        "jail": place,
        "kind": "UNDERTRIAL",
        "custody_from": "2026-11-02",
        "next_remand_dt": "2026-12-01",
    }
    assert list(shape_problems(FORM, begun, NOW)) == []


def test_a_closed_jail_says_so_in_lists() -> None:
    letter = jail.FORM.sample(NOW)
    assert "बन्द" not in jail.FORM.line(letter)
    assert jail.FORM.line({**letter, "active": False}).endswith("बन्द")


def test_a_listed_jail_is_found_in_either_script_and_fills_kind_and_district() -> None:
    from forms.codes import find_jails, jails

    assert [one.words.en for one in find_jails("dasna")] == ["District Jail Ghaziabad (Dasna)"]
    assert find_jails("डासना") == find_jails("dasna")
    assert len(find_jails("")) == len(jails()) == len({one.code for one in jails()})
    letter: dict[str, Any] = {"name": find_jails("dasna")[0].words.hi}
    jail.FORM.prepare(letter, Facts(now=NOW))
    assert (letter["kind"], letter["district"]) == ("DISTRICT", "गाजियाबाद")
    own: dict[str, Any] = {"name": "अस्थायी जेल", "district": "नमूना"}
    jail.FORM.prepare(own, Facts(now=NOW))
    assert own == {"name": "अस्थायी जेल", "district": "नमूना"}


def test_every_jail_of_the_list_is_of_a_kind_that_the_form_knows() -> None:
    from forms.codes import jails
    from forms.kit.fields import Choice

    kind = jail.FORM.field_at("kind")
    assert isinstance(kind, Choice)
    assert {one.kind for one in jails()} <= set(kind.choices.options())
