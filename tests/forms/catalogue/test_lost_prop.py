"""What the report of lost property takes, and what is theft."""

import datetime as dt
from typing import Any

from forms.catalogue.lost_prop import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FACTS = Facts(now=NOW, role="moharir", numbers={"lost_prop": "0007/2026"})


def found(**changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, FACTS)
    return {problem.code: problem.weight for problem in check(FORM, letter, FACTS)}


def test_theft_is_an_fir_and_not_lost_property() -> None:
    assert found(not_theft=False) == {"LOST.theft": Weight.REFUSE}


def test_each_mistyped_imei_is_shown_at_its_row() -> None:
    phone = {"category": "ELECTRONIC", "description": "नमूना", "imei": "490154203237510"}
    letter = {**FORM.sample(NOW), "items": [{**phone, "imei": "490154203237518"}, phone]}
    FORM.prepare(letter, FACTS)
    (problem,) = check(FORM, letter, FACTS)
    assert (problem.path, problem.weight) == (("items", 1, "imei"), Weight.REASON)


def test_found_without_an_owner_goes_to_the_magistrate() -> None:
    assert found(status="FOUND", found_dt="2026-11-23") == {"required": Weight.GAP}
    assert found(status="FOUND", found_dt="2026-11-23", mag_report_no="12, 23-11-2026") == {}


def test_found_before_lost_and_returned_before_found_are_refused() -> None:
    back = {"status": "RETURNED", "found_dt": "2026-11-22", "returned_dt": "2026-11-23"}
    assert found(**back) == {}
    assert found(**{**back, "found_dt": "2026-11-20"}) == {"V01": Weight.REFUSE}
    assert found(**{**back, "found_dt": "2026-11-23", "returned_dt": "2026-11-22"}) == {
        "V01": Weight.REFUSE
    }


def test_the_total_is_the_sum_of_the_items() -> None:
    letter = FORM.sample(NOW)
    letter["items"][1]["value_rs"] = "99.50"
    FORM.prepare(letter, FACTS)
    assert letter["items_total"] == "9599.50"


def test_the_diary_says_what_was_lost() -> None:
    entry = FORM.consequences[0].letter(FORM.sample(NOW), FACTS)
    assert entry["gd_type"] == "INFO"
    assert "मोबाइल फोन (नमूना), हाईस्कूल अंकपत्र" in entry["brief"]
    assert "0007/2026" in entry["brief"]
