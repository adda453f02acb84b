"""Hue-and-cry notices: when each is offered, what it tells, and what it keeps from the public."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from forms.catalogue import all_forms
from forms.kit.form import Facts
from forms.kit.paper import PaperFacts, PaperText
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
UNITS, PUBLIC = 0, 1


def make_letter(code: str, **changes: Any) -> dict[str, Any]:
    form = all_forms()[code]
    letter = form.sample(NOW)
    letter.update(changes)
    form.prepare(letter, Facts(now=NOW))
    return letter


def offered(code: str, letter: dict[str, Any]) -> bool:
    return any(one.code == "hue_and_cry" for one in all_forms()[code].papers_of(letter))


def notice(code: str, letter: dict[str, Any], copy: int, *, masked: bool = False) -> PaperText:
    paper = next(one for one in all_forms()[code].papers if one.code == "hue_and_cry")
    at = NOW.isoformat()
    about = PaperFacts("0007/2026", at, "नमूना", "नमूनागंज", "नमूनाबाद", at, copy=copy, masked=masked)
    assert paper.text is not None
    return paper.text(letter, about)


def said(text: PaperText) -> str:
    told = (part for row in text.told for part in row)
    return "\n".join([*text.to, text.subject, *text.paragraphs, *told, *text.after])


def grown(person: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    return {**person, **changes}


def test_nobody_looks_for_a_person_who_was_found() -> None:
    assert offered("iif_8", make_letter("iif_8"))
    for status in ("FOUND_ALIVE", "FOUND_DEAD", "MATCHED"):
        assert not offered("iif_8", make_letter("iif_8", status=status))


def test_health_and_phone_of_the_missing_stay_with_the_police() -> None:
    letter = make_letter("iif_8")
    units, public = (said(notice("iif_8", letter, copy)) for copy in (UNITS, PUBLIC))
    for private in ("रक्तचाप", "9999900004", "490154203237518"):
        assert private in units
        assert private not in public
    assert "नमूना लाल" in public
    assert notice("iif_8", letter, PUBLIC).pictures[0].stored["sha256"] == "0" * 64


def test_the_wireless_message_says_all_that_the_notice_tells() -> None:
    text = notice("iif_8", make_letter("iif_8"), UNITS)
    (message,) = (one for one in text.after if one.startswith("बेतार"))
    assert all(answer in message for _label, answer in text.told)


def test_a_masked_notice_of_the_missing_names_nobody_and_shows_no_picture() -> None:
    from thana_desk.actions.permission import MASK, masked

    child = grown(make_letter("iif_8")["missing"], age_years=12, gender="FEMALE")
    letter = make_letter("iif_8", missing=child)
    text = notice("iif_8", masked(all_forms()["iif_8"], letter), PUBLIC, masked=True)
    for hidden in ("नमूना लाल", "काल्पनिक राम", "नमूनापुर", "साप्ताहिक बाजार", MASK):
        assert hidden not in said(text)
    for shown in ("बालिका", "12", "सफेद कुर्ता", "जनपद नमूना जनपद"):
        assert shown in said(text)
    assert text.pictures == ()


OPEN_WARRANT: dict[str, Any] = {
    "kind": "NBW",
    "role": "ACCUSED",
    "served_dt": None,
    "served_mode": None,
    "returned_dt": None,
    "recalled_dt": None,
}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, True),
        ({"kind": "PROCLAMATION_84"}, True),
        ({"kind": "SUMMONS_ACCUSED"}, False),
        ({"kind": "BW"}, False),
        ({"role": "WITNESS"}, False),
        ({"served_dt": "2026-11-22T09:00"}, False),
        ({"recalled_dt": "2026-11-22"}, False),
    ],
)
def test_a_warrant_is_cried_while_it_is_out_against_an_accused(
    changes: dict[str, Any], wanted: bool
) -> None:
    assert offered("court_ord", make_letter("court_ord", **{**OPEN_WARRANT, **changes})) is wanted


@pytest.mark.parametrize(
    ("code", "key", "changes"),
    [
        ("court_ord", "person", OPEN_WARRANT),
        ("reward", "criminal", {"status": "WANTED"}),
        ("prisoner", "accused", {"release_kind": "ESCAPED", "release_dt": "2026-11-22T09:00"}),
    ],
)
def test_a_child_is_never_cried_as_wanted(code: str, key: str, changes: dict[str, Any]) -> None:
    letter = make_letter(code, **changes)
    person = {
        name: value for name, value in letter[key].items() if name not in ("dob", "birth_year")
    }
    letter[key] = grown(person, age_years=30)
    assert offered(code, letter)
    letter[key] = grown(person, age_years=16)
    assert not offered(code, letter)


def test_only_those_in_flight_are_named_of_all_who_are_charged() -> None:
    letter = make_letter("iif_5")
    first = {**letter["accused_cs"][0], "dob": None, "birth_year": None, "age_years": 30}
    letter["accused_cs"] = [
        {**first, "name": "पकड़ा नमूना", "status": "FORWARDED"},
        {**first, "name": "भागा नमूना", "status": "ABSCONDING"},
        {**first, "name": "किशोर नमूना", "status": "PROCLAIMED", "birth_year": 2009},
    ]
    text = said(notice("iif_5", letter, UNITS))
    assert "भागा नमूना" in text
    assert "पकड़ा नमूना" not in text
    assert "किशोर नमूना" not in text
    letter["accused_cs"] = letter["accused_cs"][::2]
    assert not offered("iif_5", letter)


def test_a_vehicle_is_cried_until_it_is_recovered() -> None:
    letter = make_letter("iif_1")
    assert "UP00ZZ0000" in said(notice("iif_1", letter, PUBLIC))
    for status, wanted in (("STO", True), ("REC", False), ("INV", False)):
        vehicle = {**letter["property"][0], "prop_status": status}
        assert offered("iif_1", {**letter, "property": [vehicle]}) is wanted
    assert not offered("iif_1", {**letter, "property": [{"category": "JEWELLERY"}]})


@pytest.mark.parametrize("code", ["iif_1", "fir_rereg", "court_ord", "reward", "iif_5", "prisoner"])
def test_of_a_sealed_case_the_public_copy_says_nothing(code: str) -> None:
    letter = make_letter(code)
    text = notice(code, letter, PUBLIC, masked=True)
    assert "सार्वजनिक सूचना जारी नहीं होगी" in text.subject
    assert (text.told, text.pictures, text.after) == ((), (), ())
