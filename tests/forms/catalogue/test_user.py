"""Rules of the request for an account."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.user import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)


def found(**changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    return {one.code: one.weight for one in check(FORM, letter, Facts(now=NOW, role="operator"))}


def officer(rank: str, pno: str = "000000008") -> dict[str, Any]:
    return {"name": "नमूना", "rank": rank, **({"pno": pno} if pno else {})}


@pytest.mark.parametrize("role", ["io", "sho"])
def test_a_constable_who_investigates_or_commands_needs_a_reason(role: str) -> None:
    assert found(roles=[role]) == {"USER.rank": Weight.REASON}
    assert found(roles=[role], officer=officer("SI")) == {}


def test_an_account_without_a_number_stands_on_the_deficiency_list() -> None:
    assert found(officer=officer("CONSTABLE", pno="")) == {"USER.pno": Weight.GAP}


def test_nobody_orders_his_own_account_but_the_officer_in_charge() -> None:
    own = officer("INSPECTOR", "000000002")
    assert found(officer=own) == {"USER.own": Weight.REASON}
    assert found(officer=own, roles=["sho"]) == {}


def test_an_account_is_not_sent_for_before_it_was_requested() -> None:
    days = {"requested_on": "2026-11-20", "sent_on": "2026-11-19"}
    assert found(**days, created_dt=None) == {"V01": Weight.REFUSE}
    assert found(requested_on="2026-11-20", sent_on=None, created_dt="2026-11-19") == {
        "V01": Weight.REASON
    }


def test_closing_an_account_asks_why_and_not_for_roles() -> None:
    assert found(kind="REMOVE") == {"required": Weight.GAP}
    assert found(kind="REMOVE", closed_why="TRANSFER", removed_dt="2026-11-23") == {}
