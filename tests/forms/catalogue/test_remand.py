"""Remand: what s.187 BNSS allows, reckoned over all remands of one arrest."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from forms.catalogue.remand import FORM
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
ACTS = [{"act": "BNS", "section": "303(2)"}]
FIR = CaseRecord("f", "iif_1", "0059/2026", "2026-11-01T10:00:00+05:30", {"acts": ACTS})
ARREST = CaseRecord(
    "a",
    "iif_3",
    "A1",
    "2026-11-02T10:00:00+05:30",
    {
        "accused": {"name": "नमूना कुमार", "age_years": 30, "not_of_this_form": "x"},
        "arrest_at": "2026-11-02T09:00",
        "relative_at": "2026-11-02T10:00",
        "journey_hours": "1.5",
    },
    "f",
)


def earlier_remand(**answers: Any) -> CaseRecord:
    letter = {"produced_dt": "2026-11-03T08:00", "order_dt": "2026-11-03", **answers}
    return CaseRecord("r1", "remand", "R1", "2026-11-03T12:00:00+05:30", letter, "a")


def facts(*more: CaseRecord, parent: CaseRecord | None = ARREST) -> Facts:
    records = (FIR, ARREST, *more)
    return Facts(now=NOW, role="pairokar", case=lambda: CaseFile(records, parent))


NO_CASE = Facts(now=NOW, role="pairokar")


def found(around: Facts = NO_CASE, **answers: Any) -> dict[str, str]:
    letter = {**FORM.sample(NOW), **answers}
    letter = {key: value for key, value in letter.items() if value is not None}
    FORM.prepare(letter, around)
    return {p.code: str(p.weight) for p in check(FORM, letter, around) if p.code != "required"}


UNORDERED: dict[str, Any] = {
    "order_kind": None,
    "order_dt": None,
    "order_days": None,
    "next_dt": None,
    "jail_ref": None,
}


def test_police_custody_by_video_is_refused() -> None:
    asked = {**UNORDERED, "sought": "PC", "days": 3}
    assert found(**asked, mode="VIDEO") == {"REMAND.person": "refuse"}
    assert found(**asked, mode="PERSONAL") == {}
    assert found(**{**asked, "sought": "JC"}, mode="VIDEO") == {}


@pytest.mark.parametrize(("days", "codes"), [(5, {}), (6, {"REMAND.15": "refuse"})])
def test_police_custody_is_fifteen_days_in_all_over_every_remand(
    days: int, codes: dict[str, str]
) -> None:
    around = facts(earlier_remand(order_kind="PC", order_days=7))
    spells = [{"pc_from": "2026-11-10", "pc_to": "2026-11-12"}]
    asked = {**UNORDERED, "sought": "PC", "days": days, "first_remand_dt": "2026-11-03"}
    assert found(around, **asked, pc_spells=spells, arrest_dt="2026-11-02T09:00") == codes


def test_more_than_fifteen_days_that_a_court_has_ordered_is_written_down_with_a_reason() -> None:
    around = facts(earlier_remand(order_kind="PC", order_days=14))
    assert found(
        around, first_remand_dt="2026-11-03", sought="PC", days=1, order_kind="PC", order_days=5
    ) == {"REMAND.15": "reason"}


@pytest.mark.parametrize(
    ("section", "first", "codes"),
    [
        ("303(2)", "2026-10-20", {}),
        ("303(2)", "2026-10-10", {"REMAND.window": "refuse"}),
        ("103(1)", "2026-10-10", {}),
        ("103(1)", "2026-09-20", {"REMAND.window": "refuse"}),
    ],
)
def test_police_custody_is_only_in_the_first_40_or_60_days(
    section: str, first: str, codes: dict[str, str]
) -> None:
    asked = {**UNORDERED, "sought": "PC", "days": 2, "arrest_dt": "2026-09-01T10:00"}
    acts = [{"act": "BNS", "section": section}]
    assert found(**asked, first_remand_dt=first, acts=acts) == codes


@pytest.mark.parametrize(
    ("arrested", "hours", "late"),
    [
        ("2026-11-22T10:00", "2", False),
        ("2026-11-22T05:30", "3", True),
        ("2026-11-22T05:30", "3.5", False),
    ],
)
def test_production_comes_within_24_hours_beside_the_journey(
    arrested: str, hours: str, late: bool
) -> None:
    problems = found(arrest_dt=arrested, journey_hours=hours)
    assert problems == ({"REMAND.24h": "reason"} if late else {})


def test_a_later_remand_does_not_ask_for_the_24_hours_again() -> None:
    assert found(arrest_dt="2026-11-02T09:00", first_remand_dt="2026-11-03") == {}


def test_a_constable_forwards_nobody_without_a_reason() -> None:
    assert found(officer={"name": "नमूना", "rank": "CONSTABLE"}) == {"REMAND.rank": "reason"}


def test_an_executive_magistrate_orders_seven_days_at_most() -> None:
    magistrate = {"court_type": "SDM", "court_name": "उप जिला मजिस्ट्रेट"}
    assert found(**UNORDERED, magistrate=magistrate, days=8) == {"REMAND.executive": "refuse"}
    assert found(**UNORDERED, magistrate=magistrate, days=7) == {}


def test_a_child_goes_before_the_board_and_never_into_police_custody() -> None:
    child = {**FORM.sample(NOW)["accused"], "age_years": 16}
    board = {"court_type": "JJB", "court_name": "किशोर न्याय बोर्ड"}
    assert found(accused=child) == {"REMAND.jjb": "reason"}
    assert found(accused=child, magistrate=board) == {}
    asked = {**UNORDERED, "sought": "PC", "days": 2}
    assert found(**asked, accused=child, magistrate=board) == {"REMAND.child": "refuse"}


def test_a_child_is_named_neither_in_lists_nor_in_the_diary() -> None:
    letter = FORM.sample(NOW)
    letter["accused"]["age_years"] = 16
    texts = [FORM.line(letter)]
    for consequence in FORM.consequences:
        entry = consequence.letter(letter, facts())
        texts += [entry["brief"], entry["subject"]]
    assert not any("नमूना कुमार" in text for text in texts)
    assert FORM.is_sensitive(letter)
    assert "नमूना कुमार" in FORM.line(FORM.sample(NOW))


def test_the_diary_names_nobody_of_a_case_that_was_marked_sensitive() -> None:
    letter = {**FORM.sample(NOW), "accused_code": "A1"}
    marked = dataclasses.replace(FIR, letter={"acts": ACTS, "sensitive": True})
    hidden = Facts(now=NOW, case=lambda: CaseFile((marked, ARREST), ARREST))
    for consequence in FORM.consequences:
        entry = consequence.letter(letter, hidden)
        assert "नमूना कुमार" not in entry["brief"] + entry["subject"]
        assert "अभियुक्त A1 सम्बन्धित मु0अ0सं0 0059/2026 धारा" in entry["brief"]
        assert "नमूना कुमार" in consequence.letter(letter, facts())["brief"]


def test_a_child_by_the_arrest_form_stays_one_where_no_age_is_stated() -> None:
    arrest = dataclasses.replace(ARREST, letter={**ARREST.letter, "juvenile": True})
    around = Facts(now=NOW, case=lambda: CaseFile((FIR, arrest), arrest))
    letter = FORM.sample(NOW)
    FORM.prepare(letter, around)
    assert letter["juvenile"] is True
    assert FORM.is_sensitive(letter)


def test_remand_without_the_diary_copy_stays_on_the_deficiency_list() -> None:
    assert found(enclosures=[{"kind": "MEMO"}]) == {"REMAND.cd": "gap"}


def test_a_next_date_after_the_limit_warns_of_default_bail() -> None:
    late = {"first_remand_dt": "2026-10-01", "arrest_dt": "2026-10-01T09:00"}
    assert found(**late) == {"REMAND.default": "reason"}
    assert found(**late, custody_ended=True) == {}
    assert found(**late, extended_days=180) == {}


def test_an_order_before_the_production_is_refused() -> None:
    assert found(order_dt="2026-11-20") == {"V01.order": "refuse"}


def test_it_begins_with_the_accused_his_sections_and_the_first_remand() -> None:
    begun = FORM.begin(facts(earlier_remand(order_kind="PC", order_days=3)))
    assert begun["accused"] == {"name": "नमूना कुमार", "age_years": 30}
    assert begun["acts"] == ACTS
    assert begun["arrest_dt"] == "2026-11-02T09:00"
    assert begun["first_remand_dt"] == "2026-11-03"
    assert begun["from_lockup"] is True
    assert begun["relatives_informed"] is True
    assert "journey_hours" not in begun  # the 24 hours ended with the first production
    assert FORM.begin(facts())["journey_hours"] == "1.5"
    assert list(shape_problems(FORM, begun, NOW)) == []


def test_it_reckons_the_days_spent_and_the_limit_and_forgets_them_again() -> None:
    letter = FORM.sample(NOW)
    FORM.prepare(letter, facts(earlier_remand(order_kind="PC", order_days=3)))
    assert (letter["pc_used"], letter["jc_used"], letter["limit_days"]) == (3, 0, 60)
    assert letter["clock_end"] == "2027-01-02"
    assert letter["accused_code"] == "A1"
    assert letter["fir_ref"]["number"] == "0059/2026"
    del letter["produced_dt"]
    FORM.prepare(letter, NO_CASE)
    assert letter["pc_used"] == 0
    assert not {"clock_end", "accused_code", "fir_ref", "arrest_ref"} & set(letter)


def test_the_diary_tells_of_the_lock_up_before_the_order_and_of_the_order_after_it() -> None:
    sent, ordered = (one.when for one in FORM.consequences)
    assert sent is not None
    assert ordered is not None
    letter = FORM.sample(NOW)
    assert (sent.holds((letter,)), ordered.holds((letter,))) == (False, True)
    del letter["order_kind"]
    assert (sent.holds((letter,)), ordered.holds((letter,))) == (True, False)
