"""The lists that ship: each role has its own, and each names what there is."""

import pytest

from forms.catalogue import all_forms
from forms.codes import clocks, roles
from forms.codes.views import ShippedView, shipped_views


@pytest.mark.parametrize("view", shipped_views(), ids=lambda view: view.id)
def test_a_list_names_forms_clocks_and_roles_that_there_are(view: ShippedView) -> None:
    wanted = view.wanted
    assert {*wanted.get("forms", ()), *wanted.get("without", ())} <= set(all_forms())
    assert set(wanted.get("clocks", ())) <= {one.code for one in clocks()}
    assert set(view.roles) <= {role.code for role in roles()}
    assert view.roles


def test_every_role_begins_with_lists_and_no_two_have_one_name() -> None:
    for role in roles():
        own = [view for view in shipped_views() if role.code in view.roles]
        assert len(own) >= 3, role.code
        assert len({view.words.hi for view in own}) == len(own)
    assert len({view.id for view in shipped_views()}) == len(shipped_views())
