"""Digits, Indian grouping, and amounts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.numerals import (
    NotAnAmount,
    amount_in_english,
    amount_in_hindi,
    number_in_english,
    number_in_hindi,
    rupees,
    to_ascii_digits,
    to_devanagari_digits,
)


def test_digits_go_both_ways() -> None:
    assert to_devanagari_digits("मु0अ0सं0 1234567890") == "मु०अ०सं० १२३४५६७८९०"
    assert to_ascii_digits("१२३४५६७८९०") == "1234567890"


@pytest.mark.parametrize(
    ("amount", "grouped"),
    [
        ("1234567.50", "12,34,567.50"),
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("100000", "1,00,000"),
        ("10000000", "1,00,00,000"),
        ("००१२३४", "1,234"),
        ("-1234.5", "-1,234.5"),
        ("₹ 12,34,567", "12,34,567"),
        ("5.", "5"),
        ("123456789012345678901234567890.25", "1,23,45,67,89,01,23,45,67,89,01,23,45,67,890.25"),
    ],
)
def test_rupees_are_grouped_the_indian_way(amount: str, grouped: str) -> None:
    assert rupees(amount) == grouped


@given(st.integers(min_value=0))
def test_grouping_changes_no_digit(number: int) -> None:
    assert rupees(str(number)).replace(",", "") == str(number)


@pytest.mark.parametrize("text", ["", " ", ".5", "1.2.3", "एक", "1e5", "--1", "²", "٣", "1 2"])
def test_text_that_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount):
        rupees(text)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "शून्य"),
        (19, "उन्नीस"),
        (29, "उनतीस"),
        (39, "उनतालीस"),
        (49, "उनचास"),
        (59, "उनसठ"),
        (67, "सड़सठ"),
        (69, "उनहत्तर"),
        (79, "उनासी"),
        (89, "नवासी"),
        (99, "निन्यानवे"),
        (100, "एक सौ"),
        (101, "एक सौ एक"),
        (1_000, "एक हजार"),
        (2_026, "दो हजार छब्बीस"),
        (1_00_000, "एक लाख"),
        (12_34_567, "बारह लाख चौंतीस हजार पाँच सौ सड़सठ"),
        (1_00_00_000, "एक करोड़"),
        (1_00_00_00_000, "एक अरब"),
        (
            99_99_99_99_99_999,
            "निन्यानवे खरब निन्यानवे अरब निन्यानवे करोड़ निन्यानवे लाख निन्यानवे हजार नौ सौ निन्यानवे",
        ),
    ],
)
def test_numbers_in_hindi(number: int, words: str) -> None:
    assert number_in_hindi(number) == words


def test_every_number_under_a_hundred_has_its_own_name() -> None:
    names = [number_in_hindi(number) for number in range(100)]
    assert len(set(names)) == 100
    assert all(" " not in name for name in names)


def test_names_follow_the_pattern_of_their_tens() -> None:
    endings = {30: "तीस", 40: "ालीस", 60: "सठ", 70: "हत्तर", 80: "ासी", 90: "नवे"}
    exceptions = {69: "हत्तर", 79: "ासी", 70: "सत्तर", 80: "अस्सी", 60: "साठ", 90: "नब्बे"}
    for tens, ending in endings.items():
        for number in range(tens, tens + 9):
            expected = exceptions.get(number, ending)
            assert number_in_hindi(number).endswith(expected), number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Zero"),
        (15, "Fifteen"),
        (40, "Forty"),
        (99, "Ninety-Nine"),
        (150_000, "One Lakh Fifty Thousand"),
        (12_34_567, "Twelve Lakh Thirty-Four Thousand Five Hundred Sixty-Seven"),
        (10**9, "One Hundred Crore"),
        (10**12, "One Lakh Crore"),
    ],
)
def test_numbers_in_english(number: int, words: str) -> None:
    assert number_in_english(number) == words


@given(
    st.integers(min_value=0, max_value=10**13 - 1), st.integers(min_value=0, max_value=10**13 - 1)
)
def test_two_numbers_never_share_their_words(one: int, other: int) -> None:
    assert (number_in_hindi(one) == number_in_hindi(other)) == (one == other)
    assert (number_in_english(one) == number_in_english(other)) == (one == other)


@pytest.mark.parametrize(
    ("amount", "hindi", "english"),
    [
        (
            "1250.50",
            "रुपये एक हजार दो सौ पचास और पचास पैसे मात्र",
            "Rupees One Thousand Two Hundred Fifty and Fifty Paise Only",
        ),
        ("5000", "रुपये पाँच हजार मात्र", "Rupees Five Thousand Only"),
        ("0", "रुपये शून्य मात्र", "Rupees Zero Only"),
        ("0.5", "पचास पैसे मात्र", "Fifty Paise Only"),
        (
            "12,34,567.00",
            "रुपये बारह लाख चौंतीस हजार पाँच सौ सड़सठ मात्र",
            "Rupees Twelve Lakh Thirty-Four Thousand Five Hundred Sixty-Seven Only",
        ),
        ("१०.०५", "रुपये दस और पाँच पैसे मात्र", "Rupees Ten and Five Paise Only"),
    ],
)
def test_amounts_in_words(amount: str, hindi: str, english: str) -> None:
    assert amount_in_hindi(amount) == hindi
    assert amount_in_english(amount) == english


@pytest.mark.parametrize("amount", ["-5", "1.234", "10000000000000", "99999999999999999999", "पाँच"])
def test_amounts_without_words_are_refused(amount: str) -> None:
    with pytest.raises(NotAnAmount):
        amount_in_hindi(amount)
    with pytest.raises(NotAnAmount):
        amount_in_english(amount)


def test_trailing_zeros_are_no_part_of_a_paisa() -> None:
    assert amount_in_hindi("2.5000") == "रुपये दो और पचास पैसे मात्र"
