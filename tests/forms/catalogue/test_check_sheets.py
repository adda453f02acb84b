"""Counts on paper against counts recorded, in the three signed check sheets."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.dq_chk import FORM as QUALITY
from forms.catalogue.hm_ovs import FORM as OVERSIGHT
from forms.catalogue.recon import FORM as RECON
from forms.kit.check import check
from forms.kit.fields import Choice, Rows
from forms.kit.form import Facts, Form
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
AROUND = Facts(now=NOW)
SHEETS = [(QUALITY, "counts", "FIR"), (OVERSIGHT, "works", "b-2"), (RECON, "counts", "FIR")]
every_sheet = pytest.mark.parametrize(
    ("form", "key", "subject"), SHEETS, ids=[form.code for form, _, _ in SHEETS]
)


def found(form: Form, **changes: Any) -> dict[str, Weight]:
    letter = {**form.sample(NOW), **changes}
    form.prepare(letter, AROUND)
    return {one.code: one.weight for one in check(form, letter, AROUND)}


def counted(subject: str, paper: int, recorded: int, **more: Any) -> dict[str, Any]:
    return {
        "subject": subject,
        "last_number": "1",
        "on_paper": paper,
        "recorded": recorded,
        **more,
    }


def rows_of(form: Form, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    if form is not RECON:
        rows = tuple({k: v for k, v in row.items() if k != "last_number"} for row in rows)
    return list(rows)


@every_sheet
def test_the_difference_is_written_and_taken_out_again(form: Form, key: str, subject: str) -> None:
    letter: dict[str, Any] = {key: rows_of(form, counted(subject, 5, 3))}
    form.prepare(letter, AROUND)
    assert letter[key][0]["difference"] == 2
    del letter[key][0]["recorded"]
    form.prepare(letter, AROUND)
    assert "difference" not in letter[key][0]


@every_sheet
def test_a_difference_is_to_be_explained(form: Form, key: str, subject: str) -> None:
    assert found(form, **{key: rows_of(form, counted(subject, 5, 3))}) == {"required": Weight.GAP}
    assert found(form, **{key: rows_of(form, counted(subject, 5, 5))}) == {}


@every_sheet
def test_more_recorded_than_on_paper_needs_a_reason(form: Form, key: str, subject: str) -> None:
    weights = found(form, **{key: rows_of(form, counted(subject, 3, 5))})
    assert weights["SHEET.more"] is Weight.REASON
    explained = counted(subject, 3, 5, explanation="रजिस्टर में दो शेष")
    assert found(form, **{key: rows_of(form, explained)}) == {}


@every_sheet
def test_a_register_is_counted_once(form: Form, key: str, subject: str) -> None:
    row = counted(subject, 1, 1)
    assert found(form, **{key: rows_of(form, row, row)}) == {"SHEET.twice": Weight.REFUSE}


@every_sheet
def test_the_check_follows_its_period(form: Form, key: str, subject: str) -> None:
    before = {"from_day": "2026-11-20", "to_day": "2026-11-20", "on": "2026-11-19"}
    assert found(form, **before) == {"V01": Weight.REFUSE}
    assert found(form, from_day="2026-11-21", to_day="2026-11-20") == {"V01": Weight.REFUSE}


@every_sheet
def test_a_list_tells_in_how_many_rows_they_differ(form: Form, key: str, subject: str) -> None:
    letter = form.sample(NOW)
    form.prepare(letter, AROUND)
    assert "1 में अन्तर" in form.line(letter)
    letter[key] = rows_of(form, counted(subject, 1, 1))
    form.prepare(letter, AROUND)
    assert "अन्तर नहीं" in form.line(letter)


def test_other_registers_are_told_apart_by_their_names() -> None:
    two = [counted("OTHER", 1, 1, subject_text=name) for name in ("क", "ख")]
    assert found(RECON, counts=two) == {}


def test_oversight_looks_at_every_duty_of_the_writers_but_itself() -> None:
    group = next(one for one in OVERSIGHT.fields() if one.key == "works")
    assert isinstance(group, Rows)
    subject = group.row.part("subject")
    assert isinstance(subject, Choice)
    codes = list(subject.choices.options())
    assert codes == [f"b-{number}" for number in range(1, 19) if number != 17]


def test_faults_that_were_found_are_named_and_not_more_than_examined() -> None:
    assert found(QUALITY, checks=[{"check": "BLANK", "examined": 2, "faulty": 1}]) == {
        "required": Weight.GAP
    }
    many = {"check": "BLANK", "examined": 1, "faulty": 2, "numbers": "1, 2"}
    assert found(QUALITY, checks=[many]) == {"DQ.faulty": Weight.REASON}


def test_a_point_is_checked_once() -> None:
    row = {"check": "BLANK", "examined": 2, "faulty": 0}
    assert found(QUALITY, checks=[row, row]) == {"DQ.twice": Weight.REFUSE}


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        ([counted("FIR", 3, 2)], "66.66"),
        ([counted("FIR", 1, 0), counted("NCR", 1, 5)], "50.00"),
        ([counted("FIR", 7, 7)], "100.00"),
        ([counted("FIR", 0, 0)], None),
    ],
)
def test_the_share_recorded_counts_each_register_by_itself(
    rows: list[dict[str, Any]], share: str | None
) -> None:
    letter: dict[str, Any] = {"counts": rows, "share": "1"}
    RECON.prepare(letter, AROUND)
    assert letter.get("share") == share


def test_what_is_not_recorded_is_named() -> None:
    assert found(RECON, missing=[]) == {"RECON.missing": Weight.GAP}
    assert found(RECON, missing=[], counts=[counted("FIR", 2, 2)]) == {}


@every_sheet
def test_a_new_sheet_counts_what_is_recorded_in_the_week_before(
    form: Form, key: str, subject: str
) -> None:
    asked: list[tuple[str, str]] = []

    def count(code: str, first: str, last: str) -> int:
        asked.append((first, last))
        return {"iif_1": 5, "fir_rereg": 1}.get(code, 0)

    begun = form.begin(Facts(now=NOW, count=count))
    (row,) = (row for row in begun[key] if row["subject"] == subject)
    assert row["recorded"] == (5 if form is OVERSIGHT else 6)
    assert set(asked) == {("2026-11-16", "2026-11-22")}
    table = form.field_at(key)
    assert isinstance(table, Rows)
    (subjects,) = (one for one in table.row.parts if one.key == "subject")
    assert isinstance(subjects, Choice)
    assert {row["subject"] for row in begun[key]} <= set(subjects.choices.options())
