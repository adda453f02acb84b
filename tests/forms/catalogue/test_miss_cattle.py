"""What the report of missing cattle takes, and when it is theft."""

import datetime as dt
from typing import Any

from forms.catalogue.miss_cattle import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FACTS = Facts(now=NOW, role="moharir")


def found(**changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, FACTS)
    return {problem.code: problem.weight for problem in check(FORM, letter, FACTS)}


def test_suspected_theft_needs_an_fir_or_the_officer_in_charge() -> None:
    assert found(theft_suspected=True) == {"CATTLE.theft": Weight.APPROVAL}
    fir = {"record_id": "r1", "form": "iif_1", "number": "0059/2026"}
    assert found(theft_suspected=True, fir_ref=fir) == {}


def test_an_ear_tag_has_twelve_digits() -> None:
    animal = {"species": "COW", "colour": "सफेद"}
    assert found(animals=[{**animal, "tag_no": "12345"}]) == {"pattern": Weight.REFUSE}
    assert found(animals=[{**animal, "tag_no": "123456789012"}]) == {}


def test_found_before_missing_is_refused() -> None:
    back = {"status": "FOUND", "found_condition": "ALIVE"}
    assert found(**back, found_dt="2026-11-23T09:00") == {}
    assert found(**back, found_dt="2026-11-22T09:00") == {"V01": Weight.REFUSE}


def test_animals_of_a_kind_are_counted_together() -> None:
    letter = FORM.sample(NOW)
    letter["animals"].append(dict(letter["animals"][0]))
    FORM.prepare(letter, FACTS)
    assert "2 भैंस, 1 पड़वा / पड़िया" in FORM.line(letter)
    assert letter["animals_total"] == "168000"
