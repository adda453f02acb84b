"""What a case should hold by when: every line asks for something that its form can hold."""

import pytest

from forms.catalogue import all_forms
from forms.codes.chain import Expected, expected
from forms.kit.fields import Field, Group

FIELDS = [one for one in expected() if one.field]


@pytest.mark.parametrize("one", FIELDS, ids=lambda one: one.code)
def test_what_is_missed_in_a_record_is_a_field_of_its_form(one: Expected) -> None:
    for code in one.after:
        parts: dict[str, Field] = {part.key: part for part in all_forms()[code].fields()}
        for step in one.field.split("."):
            assert step in parts, (code, one.field)
            part = parts[step]
            parts = {inner.key: inner for inner in part.parts} if isinstance(part, Group) else {}
