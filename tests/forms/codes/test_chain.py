"""What a case should hold by when names forms and fields that there are."""

import pytest

from forms.catalogue import all_forms
from forms.codes.chain import Expected, expected
from forms.kit.fields import Group


@pytest.mark.parametrize("one", [one for one in expected() if one.field], ids=lambda one: one.code)
def test_a_field_that_is_looked_for_is_in_each_form(one: Expected) -> None:
    first, *rest = one.field.split(".")
    for code in one.after:
        part = all_forms()[code].field_at(first)
        for key in rest:
            assert isinstance(part, Group)
            part = part.part(key)
