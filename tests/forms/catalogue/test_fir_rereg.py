"""Re-registration of an FIR: its items, its number, its times and its diary entry."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST
from forms.kit.words import Words

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
REREG = form("fir_rereg")
FACTS = Facts(now=NOW, role="operator", thana=Words("थाना नमूनागंज", "Namunaganj"))


def codes(letter: dict[str, Any]) -> list[tuple[str, Weight]]:
    REREG.prepare(letter, FACTS)
    return [(problem.code, problem.weight) for problem in check(REREG, letter, FACTS)]


def letter(**changed: Any) -> dict[str, Any]:
    return {**REREG.sample(NOW), **changed}


def test_papers_of_the_case_find_the_same_keys_as_in_an_fir() -> None:
    shared = {"acts", "occ_from", "occ_to", "info_at", "place", "informant", "accused"}
    shared |= {"victims", "property", "contents", "io", "gd_ref", "procedure", "action"}
    own = {part.key for part in form("iif_1").fields()}
    assert shared <= own & {part.key for part in REREG.fields()}


def test_it_takes_the_next_number_of_the_fir_series() -> None:
    assert REREG.series_for(letter()) == form("iif_1").series_for({}) == "fir"


def test_receipt_before_the_original_registration_is_refused() -> None:
    wrong = letter(received_at="2026-11-01T10:00")
    assert ("V01", Weight.REFUSE) in codes(wrong)


def test_original_registration_before_the_information_asks_for_a_reason() -> None:
    wrong = letter(orig_at="2026-11-01T10:00")
    assert ("V01", Weight.REASON) in codes(wrong)


@pytest.mark.parametrize(
    ("thana", "found"),
    [("नमूनागंज", True), ("थाना नमूनागंज", True), ("Namunaganj", True), ("उदाहरणनगर", False)],
)
def test_an_fir_of_this_station_asks_why_it_is_registered_again(thana: str, found: bool) -> None:
    assert (("rereg.own", Weight.REASON) in codes(letter(orig_thana=thana))) is found


def test_an_fir_without_a_cognizable_section_needs_the_officer_in_charge() -> None:
    wrong = letter(acts=[{"act": "BNS", "section": "115(2)"}])
    assert ("V05", Weight.APPROVAL) in codes(wrong)


def test_the_note_names_the_original_and_goes_with_it() -> None:
    given = letter()
    REREG.prepare(given, FACTS)
    assert given["orig_no"] in given["note"]
    del given["orig_no"]
    REREG.prepare(given, FACTS)
    assert "note" not in given


def test_an_old_case_keeps_the_old_procedure() -> None:
    given = letter(orig_at="2024-06-30T10:00")
    REREG.prepare(given, FACTS)
    assert given["procedure"] == "CRPC"


def test_the_diary_entry_gives_both_numbers_and_no_person() -> None:
    given = letter(acts=[{"act": "BNS", "section": "64(1)"}])
    facts = Facts(now=NOW, role="operator", numbers={"fir_rereg": "0060/2026"})
    entry = REREG.consequences[0].letter(given, facts)
    assert entry["gd_type"] == "FIR-IN"
    assert given["orig_no"] in entry["brief"]
    assert "0060/2026" in entry["brief"]
    assert given["informant"]["name"] not in entry["brief"]
    assert given["informant"]["name"] not in REREG.line(given)


def test_the_two_months_of_a_rape_case_run_from_the_information() -> None:
    started = {
        start.clock: start.at
        for start in REREG.clocks
        if callable(start.when) and start.when(letter(acts=[{"act": "BNS", "section": "64(1)"}]))
    }
    assert started["K13"] == "info_at"
    assert "K16" in started
    assert "K05" not in started
