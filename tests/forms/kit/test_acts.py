"""Acts that versions of a record bring about: each is due once, whatever the order of versions."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from forms.kit.acts import Act, acts_of, answered, due, own_answers
from forms.kit.condition import Filled
from forms.kit.fields import Date, Group, Reference, Rows
from forms.kit.form import Consequence, Facts, Form, Section
from forms.kit.letter import Letter, at
from forms.kit.words import Words

W = Words("क", "a")


def entry(letter: Letter, facts: Facts) -> Letter:
    return {"brief": "क"}


FIRST = Consequence("gd", "gd_ref", entry)
FOUND = Consequence("gd", "found_ref", entry, when=Filled("found_on"), later=True, act="found")
SENT = Consequence(
    "gd", "ref", entry, when=Filled("on"), later=True, rows="sent", by=("on",), act="sent"
)
FORM = Form(
    code="thing",
    version=1,
    title=W,
    short=W,
    sections=(
        Section(
            "all",
            W,
            (
                Reference("gd_ref", W, form="gd", fixed=True),
                Date("found_on", W),
                Reference("found_ref", W, form="gd", fixed=True),
                Rows(
                    "sent",
                    W,
                    row=Group(
                        "row",
                        W,
                        parts=(Date("on", W), Reference("ref", W, form="gd", fixed=True)),
                    ),
                ),
            ),
        ),
    ),
    role="moharir",
    duty=(),
    sample=lambda now: {},
    consequences=(FIRST, FOUND, SENT),
)

days = st.sampled_from(["2026-11-20", "2026-11-21", "2026-11-22"])
letters = st.fixed_dictionaries(
    {},
    optional={
        "found_on": days,
        "sent": st.lists(st.fixed_dictionaries({}, optional={"on": days}), max_size=4),
    },
)


def keys(acts: list[Act]) -> list[str]:
    return [act.key for act in acts]


@given(st.lists(letters, min_size=1, max_size=6))
def test_however_versions_follow_each_other_an_act_is_due_at_most_once(
    versions: list[Letter],
) -> None:
    for consequence in FORM.consequences:
        written: list[str] = []
        for number, letter in enumerate(versions):
            written += keys(due(consequence, versions[:number], letter))
        assert len(written) == len(set(written))
        assert len(written) <= max(len(acts_of(consequence, one)) for one in versions)


@given(st.lists(letters, min_size=1, max_size=6))
def test_the_same_version_again_brings_nothing_about(versions: list[Letter]) -> None:
    for consequence in FORM.consequences:
        assert due(consequence, versions, versions[-1]) == []


@given(letters, letters)
def test_what_grows_is_due_for_as_many_as_it_has_grown_by(before: Letter, more: Letter) -> None:
    after = {**before, "sent": [*before.get("sent", []), *more.get("sent", [])]}
    fresh = set(keys(acts_of(SENT, after))) - set(keys(acts_of(SENT, before)))
    assert set(keys(due(SENT, [before], after))) == fresh


def test_only_what_says_so_is_due_in_a_later_version() -> None:
    assert keys(due(FIRST, [], {})) == ["gd_ref"]
    assert due(FIRST, [{}], {}) == []
    assert due(FOUND, [], {}) == []
    assert keys(due(FOUND, [{}], {"found_on": "2026-11-20"})) == ["found"]


def test_a_find_taken_back_and_put_in_again_is_no_second_find() -> None:
    found = {"found_on": "2026-11-20"}
    assert due(FOUND, [{}, found, {}], {"found_on": "2026-11-21"}) == []


def test_a_row_put_right_is_no_new_act_and_one_added_beside_it_is() -> None:
    before = {"sent": [{"on": "2026-11-20"}]}
    assert due(SENT, [before], {"sent": [{"on": "2026-11-21"}]}) == []
    both = {"sent": [{"on": "2026-11-21"}, {"on": "2026-11-22"}]}
    (act,) = due(SENT, [before], both)
    assert act.place == ("sent", 1, "ref")
    assert act.letter["sent"] == [{"on": "2026-11-22"}]


def test_two_rows_that_say_the_same_are_two_acts() -> None:
    twice = {"sent": [{"on": "2026-11-20"}, {"on": "2026-11-20"}]}
    assert len(set(keys(due(SENT, [], twice)))) == 2


def test_an_act_whose_place_is_filled_has_what_follows_already() -> None:
    assert due(FIRST, [], {"gd_ref": {"record_id": "x", "form": "gd"}}) == []


def test_blank_places_are_answered_and_filled_ones_stay() -> None:
    reference = {"record_id": "e1", "form": "gd", "number": "007"}
    letter: dict[str, Any] = {"found_on": "2026-11-20", "sent": [{}, {"on": "2026-11-21"}]}
    act = acts_of(SENT, letter)[0]
    shown = answered(FORM, letter, {"found": reference, act.key: reference})
    assert shown["found_ref"] == reference
    assert shown["sent"] == [{}, {"on": "2026-11-21", "ref": reference}]
    assert "found_ref" not in letter
    assert at(letter, act.place) is None
    again = answered(FORM, shown, {"found": {"record_id": "e2"}})
    assert again["found_ref"] == reference


def test_a_version_keeps_the_references_it_had_and_takes_none_that_were_typed() -> None:
    real, forged = {"record_id": "e1", "form": "gd"}, {"record_id": "forged", "form": "gd"}
    before = {"gd_ref": real, "sent": [{"on": "2026-11-20", "ref": real}]}
    typed: dict[str, Any] = {
        "gd_ref": forged,
        "found_on": "2026-11-21",
        "found_ref": forged,
        "sent": [{"on": "2026-11-22", "ref": real}, {"on": "2026-11-23", "ref": forged}],
    }
    kept = own_answers(FORM, typed, before, {})
    assert kept["gd_ref"] == real
    assert "found_ref" not in kept
    assert kept["sent"] == [{"on": "2026-11-22", "ref": real}, {"on": "2026-11-23"}]
