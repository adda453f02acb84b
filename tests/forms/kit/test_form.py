"""Conditions, needs, hidden answers, rules and upgrades of a form."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.kit.check import check, settled
from forms.kit.condition import All, AnyRow, Before, Condition, Either, Filled, Is, Not, OneOf
from forms.kit.fields import Group, Line, Need, Number, Rows, YesNo
from forms.kit.form import Facts, Form, LetterFromNewerForm, Rule, Section, upgraded
from forms.kit.letter import at, dotted, is_blank, undotted, without_blanks
from forms.kit.problem import Problem, Weight
from forms.kit.when import IST
from forms.kit.words import Words

W = Words("खाना", "Field")
FACTS = Facts(now=dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST))


def make_form(*fields: Any, **more: Any) -> Form:
    return Form(
        "t",
        more.pop("version", 1),
        W,
        W,
        (Section("s", W, fields),),
        role="moharir",
        duty=(),
        sample=lambda now: {},
        **more,
    )


def found(form: Form, letter: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(dotted(p.path), p.code, str(p.weight)) for p in check(form, letter, FACTS)]


@pytest.mark.parametrize(
    ("condition", "letter", "holds"),
    [
        (Is("a", "x"), {"a": "x"}, True),
        (Is("a", "x"), {}, False),
        (Is("a.b", True), {"a": {"b": True}}, True),
        (OneOf("a", ("x", "y")), {"a": ["z", "y"]}, True),
        (OneOf("a", ("x",)), {"a": ["z"]}, False),
        (Filled("a"), {"a": "  "}, False),
        (Filled("a"), {"a": False}, True),
        (Before("d", "2024-07-01"), {"d": "2024-06-30T23:59"}, True),
        (Before("d", "2024-07-01"), {"d": "2024-07-01"}, False),
        (Before("d", "2024-07-01"), {}, False),
        (Not(Filled("a")), {}, True),
        (All(Filled("a"), Filled("b")), {"a": "1"}, False),
        (Either(Filled("a"), Filled("b")), {"a": "1"}, True),
        (AnyRow("r", Is("v", True)), {"r": [{"v": False}, {"v": True}]}, True),
        (AnyRow("r", Is("v", True)), {"r": "junk"}, False),
    ],
)
def test_conditions(condition: Condition, letter: dict[str, Any], holds: bool) -> None:
    assert condition.holds((letter,)) is holds


def test_a_row_may_depend_on_the_record_it_stands_in() -> None:
    row = Group("row", W, parts=(Line("a", W, need_when=Is("kind", "x")),))
    form = make_form(Line("kind", W), Rows("rows", W, row=row))
    letter = {"kind": "x", "rows": [{"a": ""}, {"a": "1"}]}
    assert found(form, letter) == []  # a wholly blank row asks for nothing
    row = Group("row", W, parts=(Line("a", W, need_when=Is("kind", "x")), Line("b", W)))
    form = make_form(Line("kind", W), Rows("rows", W, row=row))
    assert found(form, {"kind": "x", "rows": [{"b": "1"}]}) == [("rows.1.a", "required", "gap")]
    assert found(form, {"kind": "y", "rows": [{"b": "1"}]}) == []


def test_must_refuses_and_expected_is_a_gap() -> None:
    form = make_form(Line("a", W, need=Need.MUST), Line("b", W, need=Need.EXPECTED), Line("c", W))
    assert found(form, {}) == [("a", "required", "refuse"), ("b", "required", "gap")]


def test_a_hidden_field_asks_for_nothing_and_keeps_nothing() -> None:
    form = make_form(YesNo("pe", W), Line("why", W, need=Need.MUST, shown_when=Is("pe", True)))
    assert found(form, {"pe": False, "why": "typed before"}) == []
    assert settled(form, {"pe": False, "why": "typed before"}) == {"pe": False}
    assert found(form, {"pe": True}) == [("why", "required", "refuse")]


def test_rules_run_only_on_right_shapes() -> None:
    def broken(letter: dict[str, Any], facts: Facts) -> Iterator[Problem]:
        if letter["n"] > 5:
            yield Problem(("n",), "R1", W, Weight.REASON)

    form = make_form(Number("n", W), rules=(Rule("R1", broken),))
    assert found(form, {"n": 9}) == [("n", "R1", "reason")]
    assert found(form, {"n": "nine"}) == [("n", "shape.number", "refuse")]


def test_an_old_letter_is_carried_forward_and_the_stored_one_stays() -> None:
    def rename(letter: dict[str, Any]) -> None:
        letter["guardian"] = letter.pop("father", None)

    def join(letter: dict[str, Any]) -> None:
        letter["guardian"] = f"{letter['guardian']} जी"

    form = make_form(Line("guardian", W), version=3, upgrades={2: rename, 3: join})
    old = {"father": "राम"}
    assert upgraded(form, old, 1) == {"guardian": "राम जी"}
    assert upgraded(form, {"guardian": "राम"}, 2) == {"guardian": "राम जी"}
    assert old == {"father": "राम"}
    with pytest.raises(LetterFromNewerForm):
        upgraded(form, {}, 4)


PATHS = st.lists(
    st.from_regex(r"[a-z_]{1,8}", fullmatch=True) | st.integers(0, 400), min_size=1
).map(tuple)


@given(PATHS)
def test_a_path_survives_being_written_down(path: tuple[str | int, ...]) -> None:
    assert undotted(dotted(path)) == path


def test_false_and_zero_are_answers() -> None:
    assert not is_blank(False)
    assert not is_blank(0)
    assert is_blank({"a": [{"b": " "}], "c": None})
    assert without_blanks({"a": [{}, {"b": 0}], "c": ""}) == {"a": [{"b": 0}]}
    assert at({"a": [{"b": 1}]}, ("a", 0, "b")) == 1
    assert at({"a": "x"}, ("a", 0, "b")) is None
