"""Orders to act in another's role: for whom, for how long."""

import datetime as dt

from forms.catalogue.act_as import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)


def found(**other: object) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **other}
    return {problem.code: problem.weight for problem in check(FORM, letter, Facts(NOW, "sho"))}


def test_an_order_that_ends_before_it_begins_is_refused() -> None:
    assert found(until="2026-11-22T10:00") == {"act_as.span": Weight.REFUSE}


def test_a_long_order_asks_for_a_reason() -> None:
    assert found(until="2027-01-31T10:00") == {"act_as.long": Weight.REASON}


def test_an_order_names_its_receiver_by_his_number() -> None:
    assert found(delegate={"name": "नमूना", "rank": "OPERATOR_A"}) == {"act_as.pno": Weight.REFUSE}


def test_nobody_acts_for_himself() -> None:
    own = {"name": "नमूना", "rank": "SI", "pno": "000000001"}
    assert found(delegate=own, for_officer=own) == {"act_as.same": Weight.REFUSE}
