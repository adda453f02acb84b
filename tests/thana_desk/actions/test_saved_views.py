"""Lists under a name: whose they are, who may change them, and what happens to old ones."""

from collections.abc import Callable

import pytest

from thana_desk.actions import records, saved_views
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, RecordNotFound, Refused
from thana_desk.actions.wanted import Wanted

SignIn = Callable[[str], Desk]
TODAY = Wanted(forms=("gd",), period="today")


def own(desk: Desk) -> list[str]:
    return [view.name.hi for view in saved_views.views(desk) if view.kind != "role"]


def test_an_own_list_is_seen_by_nobody_else_and_the_stations_by_all(at_desk: SignIn) -> None:
    moharir, sho = at_desk("moharir"), at_desk("sho")
    saved_views.save(moharir, "  मेरी   सूची ", TODAY)
    saved_views.save(sho, "थाने की सूची", TODAY, station=True)
    assert own(moharir) == ["मेरी सूची", "थाने की सूची"]
    assert own(at_desk("io")) == ["थाने की सूची"]
    (view, *_rest) = saved_views.views(moharir)
    assert view.wanted == TODAY
    assert view.may_change


def test_kept_lists_stand_by_name_as_in_a_dictionary(moharir: Desk) -> None:
    in_order = ["वार्ड 2", "वार्ड १०", "क़लम", "कलमा", "कहना", "काम", "क्षेत्र"]
    for name in (in_order[3], in_order[6], in_order[1], in_order[0], *in_order[2:6:3], in_order[4]):
        saved_views.save(moharir, name, TODAY)
    assert own(moharir) == [*in_order[2:], *in_order[:2]]


@pytest.mark.parametrize("role", ["moharir", "io", "pairokar"])
def test_only_who_manages_the_station_shares_or_changes_its_lists(
    at_desk: SignIn, role: str
) -> None:
    desk, operator = at_desk(role), at_desk("operator")
    with pytest.raises(NotAllowed):
        saved_views.save(desk, "सबकी", TODAY, station=True)
    shared = saved_views.save(operator, "सबकी", TODAY, station=True)
    for act in (
        lambda: saved_views.rename(desk, shared.view_id, "मेरी"),
        lambda: saved_views.change(desk, shared.view_id, Wanted()),
        lambda: saved_views.discard(desk, shared.view_id),
    ):
        with pytest.raises(NotAllowed):
            act()
    saved_views.rename(at_desk("sho"), shared.view_id, "थाना प्रभारी की")
    assert own(desk) == ["थाना प्रभारी की"]


def test_nobody_changes_the_own_list_of_another(at_desk: SignIn) -> None:
    mine = saved_views.save(at_desk("moharir"), "मेरी", TODAY)
    with pytest.raises(NotAllowed):
        saved_views.discard(at_desk("sho"), mine.view_id)


def test_names_are_needed_short_and_each_only_once(moharir: Desk) -> None:
    mine = saved_views.save(moharir, "सूची", TODAY)
    for name in ("", "  ", "क" * 61, "सूची"):
        with pytest.raises(Refused):
            saved_views.save(moharir, name, TODAY)
    saved_views.rename(moharir, mine.view_id, "सूची")
    saved_views.change(moharir, mine.view_id, Wanted(state="gaps"))
    assert saved_views.views(moharir)[0].wanted == Wanted(state="gaps")
    saved_views.discard(moharir, mine.view_id)
    assert own(moharir) == []
    with pytest.raises(RecordNotFound):
        saved_views.rename(moharir, mine.view_id, "फिर")


def test_a_list_of_a_form_that_is_gone_opens_without_it_and_says_so(moharir: Desk) -> None:
    kept = saved_views.save(moharir, "पुरानी", TODAY)
    row = moharir.store.view(kept.view_id)
    assert row is not None
    moharir.store.delete_view(kept.view_id)
    from dataclasses import replace

    moharir.store.put_view(replace(row, wanted={"forms": ["gone"], "period": "today"}))
    (view, *_rest) = saved_views.views(moharir)
    assert view.wanted == Wanted(period="today")
    assert len(view.lost) == 1
    assert saved_views.counted(moharir)


def test_every_role_opens_each_of_its_lists(at_desk: SignIn) -> None:
    moharir = at_desk("moharir")
    records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    for role in ("sho", "moharir", "io", "operator", "pairokar"):
        desk = at_desk(role)
        shipped = [view for view in saved_views.views(desk) if view.kind == "role"]
        assert len(shipped) >= 3
        assert not any(view.lost or view.may_change for view in shipped)
        assert len(saved_views.counted(desk)) == len(shipped)
    unsent = [one for one in saved_views.counted(at_desk("operator")) if one.count]
    assert "not_sent" in {one.view.view_id for one in unsent}


def test_the_page_of_records_begins_with_the_list_that_was_chosen(at_desk: SignIn) -> None:
    moharir = at_desk("moharir")
    assert saved_views.usual(moharir) is None
    saved_views.make_usual(moharir, "entries_today")
    chosen = saved_views.usual(moharir)
    assert chosen is not None
    assert chosen.wanted == TODAY
    assert saved_views.usual(at_desk("sho")) is None
    with pytest.raises(RecordNotFound):
        saved_views.make_usual(moharir, "my_cases")
    saved_views.make_usual(moharir, "")
    assert saved_views.usual(moharir) is None
