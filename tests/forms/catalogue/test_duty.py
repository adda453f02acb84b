"""Rules of the daily duty chart, and the diary entries that follow from it."""

import datetime as dt
from typing import Any

from forms.catalogue.duty import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.letter import Letter
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
AROUND = Facts(now=NOW, role="operator")


def found(**changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, AROUND)
    return {one.code: one.weight for one in check(FORM, letter, AROUND)}


def stands(pno: str, start: str, end: str, name: str = "नमूना") -> dict[str, Any]:
    who = {"name": name, "rank": "CONSTABLE", **({"pno": pno} if pno else {})}
    return {"officer": who, "duty_type": "BEAT", "from_at": start, "to_at": end}


def entries(letter: Letter) -> list[Letter]:
    return [
        one.letter(letter, AROUND)
        for one in FORM.consequences
        if one.when is None or one.when.holds((letter,))
    ]


def test_an_officer_in_two_places_at_once_needs_a_reason() -> None:
    two = [
        stands("1", "2026-11-23T08:00", "2026-11-23T12:00"),
        stands("1", "2026-11-23T11:59", "2026-11-23T16:00", name="नमूना राम"),
    ]
    assert found(rows=two) == {"DUTY.overlap": Weight.REASON}


def test_one_duty_after_the_other_and_two_officers_at_once_are_right() -> None:
    after = [
        stands("1", "2026-11-23T08:00", "2026-11-23T12:00"),
        stands("1", "2026-11-23T12:00", "2026-11-23T16:00"),
        stands("2", "2026-11-23T08:00", "2026-11-23T16:00"),
    ]
    assert found(rows=after) == {}


def test_officers_without_a_number_are_told_apart_by_name() -> None:
    hours = ("2026-11-23T08:00", "2026-11-23T12:00")
    assert found(rows=[stands("", *hours, name="क"), stands("", *hours, name="ख")]) == {}
    assert "DUTY.overlap" in found(rows=[stands("", *hours, name="क")] * 2)


def test_a_night_duty_may_end_on_the_next_day() -> None:
    assert found(rows=[stands("1", "2026-11-23T22:00", "2026-11-24T06:00")]) == {}


def test_a_duty_that_ends_before_it_begins_is_refused() -> None:
    assert found(rows=[stands("1", "2026-11-23T22:00", "2026-11-23T06:00")]) == {
        "V01": Weight.REFUSE
    }


def test_a_duty_of_more_than_a_day_or_of_another_day_needs_a_reason() -> None:
    assert found(rows=[stands("1", "2026-11-23T22:00", "2026-11-24T22:01")]) == {
        "DUTY.long": Weight.REASON
    }
    assert found(rows=[stands("1", "2026-11-25T08:00", "2026-11-25T10:00")]) == {
        "DUTY.day": Weight.REASON
    }


def test_strength_that_does_not_add_up_needs_a_reason() -> None:
    strength = {**FORM.sample(NOW)["strength"], "present": 7}
    assert found(strength=strength) == {"DUTY.strength": Weight.REASON}


def test_the_absent_are_to_be_named() -> None:
    assert found(absentees=[]) == {"DUTY.absent": Weight.GAP}


def test_the_total_is_written_and_taken_out_again() -> None:
    letter = FORM.sample(NOW)
    FORM.prepare(letter, AROUND)
    assert letter["strength_total"] == 10
    letter["strength"] = {"posted": 10}
    FORM.prepare(letter, AROUND)
    assert "strength_total" not in letter


def test_a_chart_of_today_is_a_roll_call_and_the_absent_get_their_own_entry() -> None:
    roll_call, absence = entries(FORM.sample(NOW))
    assert (roll_call["gd_type"], absence["gd_type"]) == ("GINTI", "ABSENT")
    assert (roll_call["sanctioned"], roll_call["constables_total"]) == (12, 6)
    assert "हे0का0 उदाहरण सिंह: गश्त कस्बा नमूनागंज 09:00 से 13:00" in roll_call["brief"]
    assert "नमूना पाल (पी0एन0ओ0 000000005)" in absence["brief"]


def test_a_chart_made_for_tomorrow_takes_no_roll_call() -> None:
    letter = {**FORM.sample(NOW), "date": "2026-11-24", "absentees": []}
    (entry,) = entries(letter)
    assert entry["gd_type"] == "DUTY-CHG"
    assert "गणना" not in entry["brief"]
