"""Rules of the lists of senior citizens and of single women."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.sng_woman import FORM as SINGLE_WOMAN
from forms.catalogue.sr_cit import FORM as SENIOR
from forms.kit.check import check
from forms.kit.form import Facts, Form
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)


def found(form: Form, **changes: Any) -> dict[str, Weight]:
    letter = {**form.sample(NOW), **changes}
    return {one.code: one.weight for one in check(form, letter, Facts(now=NOW, role="operator"))}


def person(form: Form, **changes: Any) -> dict[str, Any]:
    kept = dict(form.sample(NOW)["person"])
    for key in ("dob", "birth_year", "age_years"):
        kept.pop(key, None)
    return {**kept, **changes}


def visit(day: str, **more: Any) -> list[dict[str, Any]]:
    return [{"at": f"{day}T10:00", "officer": {"name": "नमूना", "rank": "CONSTABLE"}, **more}]


def test_a_senior_citizen_below_sixty_needs_a_reason() -> None:
    assert found(SENIOR, person=person(SENIOR, dob="1967-11-24")) == {"SR.age": Weight.REASON}
    assert found(SENIOR, person=person(SENIOR, dob="1966-11-23")) == {}


def test_an_age_that_was_not_told_is_asked_for() -> None:
    assert found(SENIOR, person=person(SENIOR)) == {"SR.age.unknown": Weight.GAP}
    assert found(SENIOR, person=person(SENIOR, birth_year=1966)) == {"SR.age.unknown": Weight.GAP}


def test_a_senior_citizen_who_does_not_consent_is_kept_only_with_a_reason() -> None:
    assert found(SENIOR, consent=False) == {"consent": Weight.REASON}


def test_a_visit_of_last_month_makes_the_next_one_due() -> None:
    assert found(SENIOR, visits=visit("2026-10-01")) == {"visit_due": Weight.GAP}
    assert found(SENIOR, visits=visit("2026-10-01"), consent_withdrawn="2026-10-02") == {}


@pytest.mark.parametrize(("living", "expected"), [("ALONE", ["helper_unverified"]), ("FAMILY", [])])
def test_the_help_of_someone_who_lives_alone_is_to_be_verified(
    living: str, expected: list[str]
) -> None:
    servants = [{**SENIOR.sample(NOW)["servants"][0], "checked": False}]
    assert list(found(SENIOR, living=living, servants=servants)) == expected


def test_a_single_woman_is_not_registered_without_consent() -> None:
    assert found(SINGLE_WOMAN, consent=False) == {"consent": Weight.REFUSE}
    assert found(SINGLE_WOMAN, consent=None) == {"required": Weight.REFUSE}


def test_a_girl_does_not_stand_in_the_list_of_single_women() -> None:
    girl = person(SINGLE_WOMAN, age_years=17)
    assert found(SINGLE_WOMAN, person=girl) == {"SW.age": Weight.REFUSE}


def test_another_gender_in_the_list_of_women_needs_a_reason() -> None:
    assert found(SINGLE_WOMAN, person=person(SINGLE_WOMAN, age_years=30, gender="MALE")) == {
        "SW.gender": Weight.REASON
    }


def test_a_visit_without_a_woman_officer_needs_a_reason() -> None:
    assert found(SINGLE_WOMAN, visits=visit("2026-11-20", woman_officer=False)) == {
        "SW.officer": Weight.REASON
    }


def test_a_visit_after_consent_was_withdrawn_needs_a_reason() -> None:
    visits = visit("2026-11-20", woman_officer=True)
    assert found(SINGLE_WOMAN, visits=visits, consent_withdrawn="2026-11-19") == {
        "SW.withdrawn": Weight.REASON
    }


def test_a_single_woman_is_sensitive_and_never_named_in_a_list() -> None:
    letter = SINGLE_WOMAN.sample(NOW)
    assert SINGLE_WOMAN.is_sensitive(letter)
    assert letter["person"]["name"] not in SINGLE_WOMAN.line(letter)
