"""What the report of an unidentified living person asks for, above all where it is a child."""

import datetime as dt
from typing import Any

from forms.catalogue.iif_9 import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FACTS = Facts(now=NOW, role="moharir", numbers={"iif_9": "0003/2026"})
CHILD = {"age_from": 8, "age_to": 10}


def letter(**changes: Any) -> dict[str, Any]:
    changed = {**FORM.sample(NOW), **changes}
    return {key: value for key, value in changed.items() if value is not None}


def found(**changes: Any) -> dict[str, Weight]:
    return {p.code: p.weight for p in check(FORM, letter(**changes), FACTS)}


def test_the_age_reads_upwards() -> None:
    assert found(age_to=59) == {"IIF9.age": Weight.REFUSE}
    assert found(age_to=60) == {}


def test_a_child_goes_before_the_committee_and_its_order_is_written() -> None:
    assert found(**CHILD) == {}
    assert found(**CHILD, produced_at=None) == {"IIF9.committee": Weight.GAP}
    assert found(**CHILD, order_no=None) == {"IIF9.order": Weight.GAP}
    assert found(produced_at=None, order_no=None) == {}


def test_a_mentally_unwell_person_is_kept_under_an_order() -> None:
    assert found(condition="MENTAL", order_no=None) == {"required": Weight.GAP}


def test_handed_over_before_found_is_refused() -> None:
    to = FORM.sample(NOW)["brought_by"]
    over = {"status": "HANDED_OVER", "handed_to": to}
    assert found(**over, handed_dt="2026-11-22T09:00") == {"V01": Weight.REFUSE}
    assert found(**over, handed_dt="2026-11-23T10:00") == {}


def test_from_seventeen_it_may_be_a_child_and_is_sealed() -> None:
    (clock,) = FORM.clocks
    assert callable(clock.when)
    for age, child in ((17, True), (18, False)):
        assert FORM.is_sensitive(letter(age_from=age)) is child
        assert clock.when(letter(age_from=age)) is child


def test_diary_and_line_describe_without_the_name_told() -> None:
    entry = FORM.consequences[0].letter(letter(), FACTS)
    assert entry["gd_type"] == "AGY"
    assert "60–70" in entry["brief"]
    assert "0003/2026" in entry["brief"]
    assert "रामकली" not in entry["brief"] + FORM.line(letter())
