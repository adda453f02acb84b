"""Duties of the letter and what each role may do."""

from collections import Counter

import pytest

from forms.codes import (
    DESK,
    Duty,
    acts_of_roles,
    all_series,
    duties,
    duties_of,
    forms_of,
    may,
    role,
    roles,
)
from forms.codes.roles import forms
from forms.codes.shipped import read

ROLES = [found.code for found in roles()]


def test_the_letter_has_sixty_nine_duties() -> None:
    counted = Counter(duty.role for duty in duties())
    assert counted == {"sho": 8, "moharir": 18, "io": 6, "operator": 28, "pairokar": 9}
    assert len(duties()) == 69


def test_duties_are_numbered_as_in_the_letter() -> None:
    for found in roles():
        own = [duty.id for duty in duties() if duty.role == found.code]
        assert own == [f"{found.letter_list}-{place}" for place in range(1, len(own) + 1)]


def test_a_duty_has_a_kind_and_forms() -> None:
    assert {duty.kind for duty in duties()} == {"F", "W", "D", "T"}
    assert all(duty.forms or duty.place for duty in duties())
    assert sum(len(duty.forms) for duty in duties() if duty.kind in "FD") == 46


def test_the_five_roles_have_names_in_both_languages() -> None:
    assert ROLES == ["sho", "moharir", "io", "operator", "pairokar"]
    assert role("io").words.hi == "विवेचक"
    assert role("sho").words.en == "Officer in charge"


def test_an_order_to_act_for_another_is_the_officer_in_charges() -> None:
    given = {duty.id: duty.by for duty in duties() if duty.by != duty.role}
    assert given == {"d-25": "sho", "d-27": "sho", "d-28": "sho"}
    assert [found.code for found in roles() if may(found.code, "register", "act_as")] == ["sho"]


def test_a_form_knows_its_duty() -> None:
    assert [duty.id for duty in duties_of("iif_1")] == ["b-2"]
    assert [duty.id for duty in duties_of("iif_11")] == ["d-1"]


REGISTRARS = {"b": "moharir", "c": "io", "d": "operator", "e": "pairokar"}


@pytest.mark.parametrize(
    "duty", [duty for duty in duties() if duty.kind in "FD"], ids=lambda d: d.id
)
def test_only_the_role_of_the_letter_registers_its_forms(duty: Duty) -> None:
    for form in duty.forms:
        allowed = [code for code in ROLES if may(code, "register", form)]
        assert allowed == [REGISTRARS[duty.id[0]]], form


@pytest.mark.parametrize(
    ("code", "act", "form"),
    [
        ("sho", "remark", "gd"),
        ("sho", "approve", "iif_5"),
        ("sho", "register", "fir_trf"),
        ("sho", "register", "cmp_enq"),
        ("sho", "print", "iif_1"),
        ("sho", "delegate", DESK),
        ("sho", "manage_people", DESK),
        ("sho", "register", "dq_chk"),
        ("moharir", "register", "gd"),
        ("moharir", "register", "iif_1"),
        ("moharir", "correct", "ncr"),
        ("moharir", "print", "iif_8"),
        ("io", "register", "iif_3"),
        ("io", "register", "cd"),
        ("io", "read", "gd"),
        ("io", "draft", "gd"),
        ("operator", "register", "iif_10"),
        ("operator", "register", "duty"),
        ("operator", "draft", "iif_2"),
        ("operator", "draft", "iif_5"),
        ("operator", "draft", "remand"),
        ("operator", "manage_people", DESK),
        ("operator", "sync", DESK),
        ("pairokar", "register", "remand"),
        ("pairokar", "register", "iif_7"),
        ("pairokar", "print", "bail"),
        ("pairokar", "read", "iif_1"),
    ],
)
def test_a_role_may_do_its_work(code: str, act: str, form: str) -> None:
    assert may(code, act, form)


@pytest.mark.parametrize(
    ("code", "act", "form"),
    [
        ("sho", "register", "iif_1"),
        ("sho", "correct", "gd"),
        ("moharir", "remark", "gd"),
        ("moharir", "register", "iif_3"),
        ("moharir", "print", "cd"),
        ("moharir", "delegate", DESK),
        ("moharir", "approve", "iif_1"),
        ("io", "register", "iif_1"),
        ("io", "register", "gd"),
        ("io", "print", "iif_1"),
        ("io", "manage_people", DESK),
        ("io", "approve", "iif_5"),
        ("operator", "register", "iif_2"),
        ("operator", "correct", "iif_5"),
        ("operator", "register", "cd"),
        ("operator", "register", "remand"),
        ("operator", "register", "iif_1"),
        ("operator", "draft", "iif_1"),
        ("operator", "delegate", DESK),
        ("pairokar", "register", "iif_3"),
        ("pairokar", "draft", "iif_3"),
        ("pairokar", "remark", "gd"),
        ("pairokar", "sync", DESK),
    ],
)
def test_a_role_may_not_do_anothers_work(code: str, act: str, form: str) -> None:
    assert not may(code, act, form)


@pytest.mark.parametrize("form", forms())
def test_all_five_read_every_form_and_only_the_officer_in_charge_approves(form: str) -> None:
    assert all(may(code, "read", form) for code in ROLES)
    assert [code for code in ROLES if may(code, "approve", form)] == ["sho"]


def test_only_the_diary_takes_a_remark() -> None:
    assert [form for form in forms() if may("sho", "remark", form)] == ["gd"]


def test_who_registers_a_form_can_draft_correct_and_print_it() -> None:
    for code in ROLES:
        for form in forms():
            if may(code, "register", form):
                assert all(may(code, act, form) for act in ("read", "draft", "correct", "print"))


def test_an_unknown_role_or_form_may_nothing_and_an_unknown_act_is_a_slip() -> None:
    assert not may("minister", "read", "gd")
    assert not may("sho", "read", "no_such_form")
    with pytest.raises(ValueError, match="destroy"):
        may("sho", "destroy", "gd")


def test_every_act_is_granted_to_somebody() -> None:
    for act in acts_of_roles():
        assert any(may(code, act, form) for code in ROLES for form in (*forms(), DESK)), act


def test_the_forms_of_a_role_stand_in_the_letters_order() -> None:
    assert forms_of("io") == ("iif_2", "iif_3", "notice_35", "iif_4", "iif_5", "cd", "interro")
    assert forms_of("operator")[:3] == ("iif_10", "iif_11", "prev")
    with pytest.raises(KeyError):
        forms_of("minister")


def test_every_series_numbers_a_form_of_the_letter() -> None:
    assert {found.form for found in all_series()} <= set(forms())


def test_a_grant_rests_on_duties_of_the_letter_and_names_real_roles_and_forms() -> None:
    known = {duty.id for duty in duties()}
    lists = {f"@{found.letter_list}" for found in roles()}
    for grant in read("grants")["grants"]:
        assert set(grant["basis"]) <= known
        assert set(grant["roles"]) <= set(ROLES)
        assert set(grant["forms"]) <= {*forms(), *lists, DESK, "*"}
        assert set(grant["acts"]) <= acts_of_roles()
