"""Statutory clocks: when they fall due and when they warn."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.codes import clock, clocks, clocks_started_by, due
from forms.codes.clockwork import add_months

NOON = "2025-02-17T12:00:00+05:30"


def test_all_forty_two_clocks_ship() -> None:
    assert [found.code for found in clocks()] == [f"K{number:02d}" for number in range(1, 43)]


def test_hours_run_from_the_minute() -> None:
    assert due("K08", NOON).due_at == "2025-02-18T12:00:00+05:30"
    assert due("K09", "2025-02-17T20:30:00+05:30").due_at == "2025-02-18T02:30:00+05:30"


def test_days_leave_out_the_first_day_and_run_to_the_end_of_the_last() -> None:
    assert due("K11", NOON).due_at == "2025-04-18T23:59:59+05:30"
    assert due("K11", NOON, "90_days").due_at == "2025-05-18T23:59:59+05:30"


def test_detention_is_due_on_the_sixtieth_or_ninetieth_day_after_remand() -> None:
    start = date(2025, 2, 17)
    for variant, days in (("", 60), ("90_days", 90)):
        end = due("K11", NOON, variant).due_at
        assert end is not None
        assert date.fromisoformat(end[:10]) - start == timedelta(days=days)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2025-02-17", "2025-04-17"),
        ("2025-12-31", "2026-02-28"),
        ("2027-12-31", "2028-02-29"),
        ("2025-12-29", "2026-02-28"),
        ("2027-12-29", "2028-02-29"),
        ("2025-06-30", "2025-08-30"),
        ("2025-11-30", "2026-01-30"),
    ],
)
def test_two_months_are_calendar_months(starts: str, ends: str) -> None:
    assert due("K13", f"{starts}T09:00:00+05:30").due_at == f"{ends}T23:59:59+05:30"


def test_two_months_are_not_sixty_days() -> None:
    two_months = due("K13", "2025-07-01T09:00:00+05:30").due_at
    sixty_days = due("K25", "2025-07-01T09:00:00+05:30").due_at
    assert two_months == "2025-09-01T23:59:59+05:30"
    assert sixty_days == "2025-08-30T23:59:59+05:30"


def test_the_state_warns_of_a_sexual_offence_on_its_own_days() -> None:
    warned = [date.fromisoformat(at[:10]) for at in due("K13", NOON).warn_at]
    assert [(day - date(2025, 2, 17)).days for day in warned] == [31, 40, 50, 55, 60]


def test_the_day_is_the_day_in_india() -> None:
    late_in_london = due("K02", "2025-02-17T19:00:00+00:00")
    assert late_in_london.starts_at == "2025-02-18T00:30:00+05:30"
    assert late_in_london.due_at == "2025-03-04T23:59:59+05:30"


def test_forthwith_is_due_at_once_and_an_open_clock_never() -> None:
    assert due("K03", NOON).due_at == NOON
    assert due("K27", NOON).due_at is None
    assert due("K27", NOON).warn_at == ()


def test_a_variant_is_another_limit_of_the_same_duty() -> None:
    assert due("K04", NOON).due_at == NOON
    assert due("K04", NOON, "rape").due_at == "2025-02-18T12:00:00+05:30"
    assert due("K05", NOON, "no_link").due_at == "2025-02-20T12:00:00+05:30"
    with pytest.raises(KeyError):
        due("K04", NOON, "nonsense")


def test_working_days_leave_out_sundays() -> None:
    saturday = "2025-02-15T12:00:00+05:30"
    assert due("K06", saturday, "court").due_at == "2025-02-18T23:59:59+05:30"


def test_detention_tells_that_a_court_may_count_the_first_day() -> None:
    note = due("K11", NOON).note
    assert note is not None
    assert "day earlier" in note.en


def test_an_event_names_the_clocks_it_starts() -> None:
    started = {found.code for found in clocks_started_by("fir.registered")}
    assert started == {"K03", "K04", "K05", "K22", "K23", "K25"}


def test_a_proclamation_is_a_clock_of_the_other_kind() -> None:
    assert clock("K35").sense == "not_before"
    assert {found.sense for found in clocks()} == {"by", "not_before"}


def test_only_clocks_read_in_a_document_are_confirmed() -> None:
    unconfirmed = {found.code for found in clocks() if not found.confirmed}
    assert unconfirmed == {"K24", "K25", "K26", "K27", "K36", "K37", "K38", "K41"}
    assert all(bool(found.source) == found.confirmed for found in clocks())


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        due("K01", "2025-02-17T12:00:00")


EVERY_LIMIT = [(found.code, variant) for found in clocks() for variant in ("", *found.variants)]


@given(st.sampled_from(EVERY_LIMIT), st.datetimes(datetime(2024, 7, 1), datetime(2040, 12, 31)))
def test_a_clock_is_never_due_before_it_starts_and_warns_in_order(
    limit: tuple[str, str], start: datetime
) -> None:
    found = due(limit[0], f"{start.isoformat()}+05:30", limit[1])
    begun = datetime.fromisoformat(found.starts_at)
    assert found.due_at is None or datetime.fromisoformat(found.due_at) >= begun
    warned = [datetime.fromisoformat(at) for at in found.warn_at]
    assert warned == sorted(warned)
    assert all(moment > begun for moment in warned)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 40))
def test_months_keep_the_date_or_end_the_month(day: date, count: int) -> None:
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
