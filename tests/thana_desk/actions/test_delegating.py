"""Acting in another's role: only by an order, only in time, and never without both names."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import delegating, people, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed

SignIn = Callable[[str], Desk]


def officer_of(desk: Desk) -> dict[str, str]:
    return {"name": desk.session.name.hi, "rank": desk.session.rank, "pno": desk.session.pno}


def make_order(at_desk: SignIn, **other: Any) -> str:
    """An order of the officer in charge: the operator acts as moharir, from now for a day."""
    sho = at_desk("sho")
    letter = {
        **sho.forms["act_as"].sample(sho.clock.now()),
        "delegate": officer_of(at_desk("operator")),
        "role": "moharir",
        "for_officer": officer_of(at_desk("moharir")),
        "forms": [],
        **other,
    }
    return records.register(sho, "act_as", letter).record_id


def write_diary(desk: Desk) -> str:
    entry = desk.forms["gd"].sample(desk.clock.now())
    return records.register(desk, "gd", entry).record_id


def test_without_an_order_another_role_stays_closed(at_desk: SignIn) -> None:
    operator = at_desk("operator")
    assert delegating.orders(operator) == []
    with pytest.raises(NotAllowed):
        write_diary(operator)
    with pytest.raises(NotAllowed):
        operator.in_role("moharir")


def test_under_an_order_both_names_stand_on_the_record(at_desk: SignIn) -> None:
    order_id = make_order(at_desk)
    operator = at_desk("operator")
    (order,) = delegating.orders(operator)
    assert (order.order_id, order.role) == (order_id, "moharir")
    view = records.record(operator, write_diary(delegating.take_up(operator, order_id)))
    assert view.registered_by == operator.session.name
    assert view.on_behalf_of == at_desk("moharir").session.name
    assert view.role == "moharir"


def test_an_order_is_for_its_officer_alone(at_desk: SignIn) -> None:
    order_id = make_order(at_desk)
    for role in ("io", "pairokar", "moharir"):
        assert delegating.orders(at_desk(role)) == []
        with pytest.raises(NotAllowed):
            delegating.take_up(at_desk(role), order_id)


def test_an_order_runs_out_while_its_desk_is_open(
    at_desk: SignIn, moving_clock: MovingClock
) -> None:
    acting = delegating.take_up(at_desk("operator"), make_order(at_desk))
    write_diary(acting)
    moving_clock.forward(hours=25)
    with pytest.raises(NotAllowed):
        write_diary(acting)
    assert delegating.orders(at_desk("operator")) == []


def test_an_order_does_not_begin_early(at_desk: SignIn) -> None:
    order_id = make_order(at_desk, from_at="2026-11-24T08:00", until="2026-11-24T20:00")
    with pytest.raises(NotAllowed):
        delegating.take_up(at_desk("operator"), order_id)


def test_a_withdrawn_order_ends_at_once(at_desk: SignIn) -> None:
    order_id = make_order(at_desk)
    acting = delegating.take_up(at_desk("operator"), order_id)
    sho = at_desk("sho")
    letter = {**records.record(sho, order_id).letter, "withdrawn": True}
    records.correct(sho, order_id, letter, "विवेचक वापस आ गये (नमूना)")
    with pytest.raises(NotAllowed):
        write_diary(acting)


def test_an_order_for_some_forms_covers_no_others(at_desk: SignIn) -> None:
    order_id = make_order(at_desk, forms=["iif_1"])
    acting = delegating.take_up(at_desk("operator"), order_id)
    with pytest.raises(NotAllowed):
        write_diary(acting)
    fir = acting.forms["iif_1"].sample(acting.clock.now())
    assert records.register(acting, "iif_1", fir).number


def test_an_order_to_act_in_charge_gives_no_orders_and_no_accounts(at_desk: SignIn) -> None:
    sho = at_desk("sho")
    order_id = make_order(at_desk, role="sho", for_officer=officer_of(sho))
    acting = delegating.take_up(at_desk("operator"), order_id)
    assert acting.may("approve", "iif_1")
    with pytest.raises(NotAllowed):
        records.register(acting, "act_as", acting.forms["act_as"].sample(acting.clock.now()))
    with pytest.raises(NotAllowed):
        people.retire_officer(acting, sho.session.user_id)


@pytest.mark.parametrize("role", ["moharir", "io", "operator", "pairokar"])
def test_only_the_officer_in_charge_gives_orders(at_desk: SignIn, role: str) -> None:
    desk = at_desk(role)
    with pytest.raises(NotAllowed):
        records.register(desk, "act_as", desk.forms["act_as"].sample(desk.clock.now()))


def test_going_back_to_the_own_role_leaves_the_order_behind(at_desk: SignIn) -> None:
    operator = at_desk("operator")
    acting = delegating.take_up(operator, make_order(at_desk))
    back = acting.in_role("operator")
    assert back.session.acting is None
    assert not back.may("register", "gd")
