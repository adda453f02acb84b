"""The measurements of long forms open what they say they open, and tell it under the promised keys."""

import json

import pytest

from benchmarks.big_form import FIELDS, big_form, leaves, letter
from benchmarks.forms import keystroke, open_form
from forms.catalogue import iif_10
from forms.kit.check import shape_problems
from forms.kit.fields import Field, Group, Rows
from forms.kit.form import walk
from forms.kit.when import IST
from tests.clock import FixedClock

FORM = big_form("iif_11")
BESIDE = {"ms", "ratio", "cpu_ratio"}


def kinds(field: type[Field]) -> set[type[Field]]:
    return {kind for one in field.__subclasses__() for kind in {one, *kinds(one)}}


def test_the_form_of_the_bench_has_its_fields_and_every_kind_of_them() -> None:
    assert leaves(FORM) == FIELDS == 120
    assert {type(field) for field in walk(tuple(FORM.fields()))} == kinds(Field)


def test_its_answers_are_of_the_right_shape_and_fill_every_field(clock: FixedClock) -> None:
    assert list(shape_problems(FORM, letter(1), clock.now().astimezone(IST))) == []
    assert letter(1).keys() == {field.key for field in FORM.fields()}
    assert all(letter(1)[key] != letter(2)[key] for key in letter(1))


def test_a_group_and_a_row_count_by_their_parts_alone() -> None:
    assert leaves(FORM) < sum(1 for _field in walk(tuple(FORM.fields())))
    assert any(isinstance(field, Group | Rows) for field in FORM.fields())
    assert leaves(iif_10.FORM) >= FIELDS


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_opening_is_told_for_both_forms_beside_both_floors() -> None:
    told = json.loads(open_form(1).to_json())
    assert (told["name"], told["runs"], told["fields"], told["goal"]) == ("open_form", 1, 120, 10)
    assert told["ratio_same_sheet"] > 0
    assert told["first_in_the_process_ms"] > 0
    assert told["refill"].keys() == BESIDE | {"goal"}
    assert told["next_page"].keys() == BESIDE
    real = told["largest_of_the_catalogue"]
    assert real["fields"] == leaves(iif_10.FORM)
    assert real["open"].keys() == real["refill"].keys() == real["next_page"].keys() == BESIDE


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_key_is_told_apart_from_its_check() -> None:
    told = json.loads(keystroke(1).to_json())
    assert (told["name"], told["runs"], told["fields"]) == ("keystroke", 1, 120)
    assert told["key"].keys() == told["check"].keys() == BESIDE
    assert told["ours"] == pytest.approx(told["key"]["ms"] + told["check"]["ms"], rel=0.01)
