"""No form of a citizen offers a list that is meant for offenders: derived from duties and lists."""

from dataclasses import replace

import pytest

from forms.catalogue import all_forms
from forms.codes import citizen_forms, code_lists, duties
from forms.kit.fields import Choice, Group, MultiChoice, Rows
from forms.kit.form import Form, Section
from forms.kit.words import Words
from forms.parts.gang import MEMBER_ROLE
from forms.parts.lists import Fixed, Listed, lists_of, offender_lists

CITIZENS = [form for code, form in all_forms().items() if code in citizen_forms()]
NAME = Words("नमूना", "Sample")


@pytest.mark.parametrize("form", CITIZENS, ids=lambda form: form.code)
def test_a_citizens_form_offers_no_list_about_offenders(form: Form) -> None:
    assert offender_lists(form) == []


def test_the_forms_that_citizens_fill_are_marked() -> None:
    marked = {form.code for form in CITIZENS}
    assert {"complaint", "cit_tip", "lost_prop", "miss_cattle", "sr_cit", "sng_woman"} <= marked
    assert {code for code in all_forms() if code.startswith("cs_")} <= marked
    assert not marked & {"iif_3", "interro", "ocis_3", "drug_db", "sex_off"}
    # A list that is made for citizens stands in their forms only.
    for form in all_forms().values():
        for _part, choices in lists_of(form.fields()):
            if isinstance(choices, Listed) and choices.id in _lists_of_scope("citizen"):
                assert form.code in marked, (form.code, choices.id)


def test_every_form_of_a_marked_duty_is_there() -> None:
    named = [code for duty in duties() if duty.for_citizens for code in duty.forms]
    assert named
    assert set(named) <= set(all_forms())


def test_lists_about_offenders_are_used_where_they_belong() -> None:
    """A scope that no form uses would prove nothing."""
    used = {
        choices.id
        for form in all_forms().values()
        for _part, choices in lists_of(form.fields())
        if isinstance(choices, Listed)
    }
    assert len(_lists_of_scope("offender") & used) >= 8


@pytest.mark.parametrize(
    "part",
    [
        Choice("habit", NAME, choices=Listed("HABIT")),
        MultiChoice("marks", NAME, choices=Listed("MARK_KIND")),
        Choice("role", NAME, choices=MEMBER_ROLE),
        Choice("own", NAME, choices=Fixed("OWN", (("A", NAME),), scope="offender")),
        Group("group", NAME, parts=(Choice("motive", NAME, choices=Listed("MOTIVE")),)),
        Rows(
            "rows",
            NAME,
            row=Group("row", NAME, parts=(Choice("bail", NAME, choices=Listed("BAIL_KIND")),)),
        ),
    ],
    ids=lambda part: part.key,
)
def test_a_form_dropped_in_with_such_a_list_is_noticed(
    part: Choice | MultiChoice | Group | Rows,
) -> None:
    form = all_forms()["lost_prop"]
    dropped = replace(form, sections=(*form.sections, Section("more", NAME, (part,))))
    assert len(offender_lists(dropped)) == 1


def _lists_of_scope(scope: str) -> set[str]:
    return {one.id for one in code_lists() if one.scope == scope}
