"""Each role does what the letter gives it and nothing else: tried with every form, act by act."""

from collections.abc import Callable

import pytest

from forms.catalogue import all_forms
from forms.codes import duties
from thana_desk.actions import records
from thana_desk.actions.desk import Desk
from thana_desk.actions.duties import grant_lines
from thana_desk.actions.errors import HasProblems, NotAllowed

ROLES = ("sho", "moharir", "io", "operator", "pairokar")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_registers_exactly_the_forms_of_its_duties(
    at_desk: Callable[[str], Desk], role: str
) -> None:
    desk = at_desk(role)
    allowed = set()
    for code, form in all_forms().items():
        try:
            records.register(desk, code, form.sample(desk.clock.now()))
        except NotAllowed:
            continue
        except HasProblems:  # a paper that stands under another: the grant was asked before
            pass
        allowed.add(code)
    named = {code for duty in duties() if duty.by == role for code in duty.forms}
    assert allowed == named & set(all_forms())


@pytest.mark.parametrize("role", ROLES)
def test_the_table_of_grants_says_what_the_actions_do(
    at_desk: Callable[[str], Desk], role: str
) -> None:
    desk = at_desk(role)
    table = {(line.form, line.act): role in line.roles for line in grant_lines()}
    for code in all_forms():
        for act in ("draft", "register", "correct", "approve", "print", "read"):
            assert desk.may(act, code) == table.get((code, act), False), (code, act)
        if not table.get((code, "draft"), False):
            with pytest.raises(NotAllowed):
                records.begin(desk, code)
