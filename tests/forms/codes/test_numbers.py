"""Number series: periods, restarts and the look of a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.codes import (
    accused_code,
    all_series,
    format_number,
    number_words,
    period_of,
    series,
)


@pytest.mark.parametrize(
    ("code", "serial", "period", "number"),
    [
        ("gd", 58, "2025-02-17", "058"),
        ("gd", 1234, "2025-02-17", "1234"),
        ("fir", 59, "2025", "0059/2025"),
        ("fir", 12345, "2025", "12345/2025"),
        ("zero_fir", 3, "2025", "0/0003/2025"),
        ("ncr", 12, "2025", "0012/2025"),
        ("seizure", 1, "0190-parent", "IIF-4/1"),
        ("accused", 10, "0190-parent", "B1"),
        ("case_diary", 7, "0190-parent", "7"),
        ("charge_sheet", 31, "2025", "0031/2025"),
    ],
)
def test_a_number_looks_as_printed(code: str, serial: int, period: str, number: str) -> None:
    assert format_number(code, serial, period) == number


def test_a_supplementary_charge_sheet_keeps_the_number_with_a_letter() -> None:
    assert format_number("charge_sheet", 31, "2025", supplement=1) == "0031A/2025"
    assert format_number("charge_sheet", 31, "2025", supplement=2) == "0031B/2025"


def test_the_number_of_a_case_is_written_with_its_words() -> None:
    words = number_words("fir", 59, "2025")
    assert words.hi == "मु0अ0सं0 0059/2025"
    assert words.en == "FIR no. 0059/2025"


def test_accused_are_coded_nine_to_a_letter() -> None:
    assert [accused_code(n) for n in (1, 9, 10, 18, 19)] == ["A1", "A9", "B1", "B9", "C1"]
    assert accused_code(9 * 26 + 1) == "AA1"


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_no_two_accused_share_a_code(one: int, other: int) -> None:
    assert (accused_code(one) == accused_code(other)) == (one == other)


def test_the_year_is_the_year_in_india() -> None:
    assert period_of("fir", "2025-12-31T18:29:59+00:00") == "2025"
    assert period_of("fir", "2025-12-31T18:30:00+00:00") == "2026"


def test_the_diary_day_turns_at_midnight_unless_set_otherwise() -> None:
    assert period_of("gd", "2025-03-01T00:00:00+05:30") == "2025-03-01"
    assert period_of("gd", "2025-03-01T07:59:00+05:30", day_start="08:00") == "2025-02-28"
    assert period_of("gd", "2025-03-01T08:00:00+05:30", day_start="08:00") == "2025-03-01"


def test_the_diary_day_never_moves_the_year_of_an_fir() -> None:
    assert period_of("fir", "2026-01-01T02:00:00+05:30", day_start="08:00") == "2026"


def test_a_series_inside_a_record_needs_the_record() -> None:
    assert period_of("case_diary", "2025-03-01T08:00:00+05:30", parent="0190") == "0190"
    with pytest.raises(ValueError, match="parent"):
        period_of("case_diary", "2025-03-01T08:00:00+05:30")


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        period_of("fir", "2025-03-01T08:00:00")


def test_serials_count_from_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        format_number("fir", 0, "2025")


def test_only_numbers_seen_in_a_document_are_confirmed() -> None:
    assert {found.code for found in all_series() if found.confirmed} == {"gd", "fir", "accused"}
    assert series("gd").scope == "day"
    assert series("zero_fir").scope == "year"
    assert not series("zero_fir").confirmed


@pytest.mark.parametrize("code", [found.code for found in all_series()])
def test_two_serials_of_a_series_never_print_alike(code: str) -> None:
    printed = [format_number(code, serial, "2025") for serial in range(1, 300)]
    assert len(set(printed)) == len(printed)
