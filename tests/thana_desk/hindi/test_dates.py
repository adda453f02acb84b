"""Dates and times as they are typed and written at the desk."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.dates import (
    DateFault,
    Facing,
    TimeFault,
    date_in_hindi,
    date_text,
    long_date,
    parse_date,
    parse_time,
    stamp_en,
    stamp_hi,
    time_in_hindi,
    time_text,
    weekday,
)
from thana_desk.hindi.numerals import to_devanagari_digits

TODAY = date(2026, 11, 22)  # a Sunday
days = st.dates(min_value=date(1850, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "22112026",
        "221126",
        "22/11/26",
        "22-11-2026",
        "22.11.2026",
        "22 11 2026",
        "22-11/2026",
        "२२११२०२६",
        "२२.११.२६",
        " 22-11-2026 ",
        "2026-11-22",
        "22/11",
        "2211",
        "दिनांक 22-11-2026",
        "दिनांक-22.11.2026",
        "दि0 22.11.26",
        "22 नवम्बर 2026",
        "22 नवंबर 2026",
        "२२ नवंबर",
        "22 Nov 2026",
        "22-Nov-26",
        "22 November, 2026",
        "आज",
        "today",
        "+0",
    ],
)
def test_ways_to_type_one_day(typed: str) -> None:
    assert parse_date(typed, TODAY) == TODAY


@pytest.mark.parametrize(
    ("typed", "past", "future"),
    [
        ("कल", date(2026, 11, 21), date(2026, 11, 23)),
        ("परसों", date(2026, 11, 20), date(2026, 11, 24)),
        ("kal", date(2026, 11, 21), date(2026, 11, 23)),
        ("नरसों", date(2026, 11, 19), date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 21), date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 23), date(2026, 11, 23)),
        ("+1", date(2026, 11, 23), date(2026, 11, 23)),
        ("-1", date(2026, 11, 21), date(2026, 11, 21)),
        ("- २", date(2026, 11, 20), date(2026, 11, 20)),
        ("25/12", date(2025, 12, 25), date(2026, 12, 25)),
        ("01/02", date(2026, 2, 1), date(2027, 2, 1)),
        ("29/02", date(2024, 2, 29), date(2028, 2, 29)),
        ("5 जनवरी", date(2026, 1, 5), date(2027, 1, 5)),
    ],
)
def test_the_field_says_which_side_is_meant(typed: str, past: date, future: date) -> None:
    assert parse_date(typed, TODAY, Facing.PAST) == past
    assert parse_date(typed, TODAY, Facing.FUTURE) == future


@pytest.mark.parametrize(
    ("typed", "past", "future"),
    [
        ("010160", 1960, 2060),
        ("010126", 2026, 2026),
        ("010127", 1927, 2027),
        ("010125", 2025, 2025),
        ("010199", 1999, 1999),
        ("010100", 2000, 2000),
    ],
)
def test_a_short_year_belongs_to_the_side_the_field_faces(
    typed: str, past: int, future: int
) -> None:
    assert parse_date(typed, TODAY, Facing.PAST) == date(past, 1, 1)
    assert parse_date(typed, TODAY, Facing.FUTURE) == date(future, 1, 1)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", DateFault.EMPTY),
        ("   ", DateFault.EMPTY),
        ("दिनांक", DateFault.EMPTY),
        ("शायद", DateFault.NOT_UNDERSTOOD),
        ("221", DateFault.NOT_UNDERSTOOD),
        ("2211202", DateFault.NOT_UNDERSTOOD),
        ("22-11-202", DateFault.NOT_UNDERSTOOD),
        ("22 माह 2026", DateFault.NOT_UNDERSTOOD),
        ("11-22-2026", DateFault.NO_SUCH_MONTH),
        ("00-00-2026", DateFault.NO_SUCH_MONTH),
        ("2213", DateFault.NO_SUCH_MONTH),
        ("31-11-2026", DateFault.NO_SUCH_DAY),
        ("00-11-2026", DateFault.NO_SUCH_DAY),
        ("32112026", DateFault.NO_SUCH_DAY),
        ("29-02-2026", DateFault.NOT_A_LEAP_YEAR),
        ("01-01-0026", DateFault.YEAR_OUT_OF_RANGE),
        ("01-01-2226", DateFault.YEAR_OUT_OF_RANGE),
        ("99999999", DateFault.NO_SUCH_MONTH),
        ("²²११२०२६", DateFault.NOT_UNDERSTOOD),
        ("+12345", DateFault.NOT_UNDERSTOOD),
    ],
)
def test_text_that_is_no_date_says_why(typed: str, fault: DateFault) -> None:
    assert parse_date(typed, TODAY) is fault


@given(days, st.sampled_from(["-", "/", ".", ""]), st.booleans())
def test_a_written_date_reads_back(day: date, between: str, devanagari: bool) -> None:
    text = date_text(day, between)
    assert parse_date(to_devanagari_digits(text) if devanagari else text, TODAY) == day


@given(days)
def test_words_of_the_month_read_back(day: date) -> None:
    hindi, english = long_date(day)
    assert parse_date(hindi, TODAY) == day
    assert parse_date(english, TODAY) == day


@given(st.text(), days, st.sampled_from(Facing))
def test_any_text_has_an_answer(typed: str, today: date, facing: Facing) -> None:
    assert isinstance(parse_date(typed, today, facing), date | DateFault)
    assert isinstance(parse_time(typed), time | TimeFault)


@given(st.from_regex(r"[0-9०-९+\-./: ]{1,12}", fullmatch=True), days, st.sampled_from(Facing))
def test_any_digits_have_an_answer(typed: str, today: date, facing: Facing) -> None:
    assert isinstance(parse_date(typed, today, facing), date | DateFault)
    assert isinstance(parse_time(typed), time | TimeFault)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("1042", time(10, 42)),
        ("10:42", time(10, 42)),
        ("10.42", time(10, 42)),
        ("10:42 बजे", time(10, 42)),
        ("१०:४२ बजे", time(10, 42)),
        ("10:42बजे", time(10, 42)),
        ("समय 10:42 बजे", time(10, 42)),
        ("10:42:30", time(10, 42)),
        ("942", time(9, 42)),
        ("9", time(9, 0)),
        ("9 बजे", time(9, 0)),
        ("09", time(9, 0)),
        ("0", time(0, 0)),
        ("0005", time(0, 5)),
        ("1730 hrs", time(17, 30)),
        ("2359", time(23, 59)),
        ("सुबह 9 बजे", time(9, 0)),
        ("प्रातः 6:15 बजे", time(6, 15)),
        ("दोपहर 12 बजे", time(12, 0)),
        ("दोपहर 2:30 बजे", time(14, 30)),
        ("शाम 5 बजे", time(17, 0)),
        ("सायं 17:00 बजे", time(17, 0)),
        ("रात 11:30 बजे", time(23, 30)),
        ("रात्रि 12 बजे", time(0, 0)),
        ("रात के 2 बजे", time(2, 0)),
        ("शाम को साढ़े 5 बजे", time(17, 30)),
        ("सवा 9 बजे", time(9, 15)),
        ("5 pm", time(17, 0)),
        ("5PM", time(17, 0)),
        ("12 am", time(0, 0)),
        ("12 pm", time(12, 0)),
    ],
)
def test_ways_to_type_a_time(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", TimeFault.EMPTY),
        ("बजे", TimeFault.NOT_UNDERSTOOD),
        ("शाम", TimeFault.NOT_UNDERSTOOD),
        ("10:4", TimeFault.NOT_UNDERSTOOD),
        ("10425", TimeFault.NOT_UNDERSTOOD),
        ("10 42 11", TimeFault.NOT_UNDERSTOOD),
        ("24:00", TimeFault.NO_SUCH_HOUR),
        ("2500", TimeFault.NO_SUCH_HOUR),
        ("10:60", TimeFault.NO_SUCH_MINUTE),
        ("1099", TimeFault.NO_SUCH_MINUTE),
        ("सुबह 17 बजे", TimeFault.HOUR_AND_DAY_PART_DISAGREE),
        ("रात 14 बजे", TimeFault.HOUR_AND_DAY_PART_DISAGREE),
        ("रात 5 बजे", TimeFault.HOUR_AND_DAY_PART_DISAGREE),
        ("17 am", TimeFault.HOUR_AND_DAY_PART_DISAGREE),
    ],
)
def test_text_that_is_no_time_says_why(typed: str, fault: TimeFault) -> None:
    assert parse_time(typed) is fault


@given(st.times())
def test_a_written_time_reads_back(moment: time) -> None:
    minute = time(moment.hour, moment.minute)
    assert parse_time(time_text(moment)) == minute
    assert parse_time(time_text(moment).replace(":", "") + " बजे") == minute


def test_stamps_are_written_as_police_papers_write_them() -> None:
    moment = datetime(2026, 11, 22, 10, 42)
    assert stamp_hi(moment) == "दिनांक 22-11-2026 समय 10:42 बजे"
    assert stamp_en(moment) == "on 22-11-2026 at 10:42 hrs"
    assert date_text(moment.date(), ".") == "22.11.2026"


def test_names_of_days_and_dates_in_words() -> None:
    assert weekday(TODAY) == ("रविवार", "Sunday")
    assert date_in_hindi(TODAY) == "बाईस नवम्बर दो हजार छब्बीस"
    assert time_in_hindi(time(10, 42)) == "दस बजकर बयालीस मिनट"
    assert time_in_hindi(time(9, 0)) == "नौ बजे"
