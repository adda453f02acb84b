"""Types of diary entries and the sentences they begin with."""

import pytest

from forms.codes import GdType, code_list, gd_type, gd_types, gd_types_from
from forms.codes.diary import FLAGS
from forms.codes.roles import forms

OFFICIAL = {
    "OPENING_OF_GD",
    "ROLL_CALL",
    "DEPARTURE",
    "ARRIVAL_RETURN",
    "CLOSE_OF_GD",
    "CRIMINAL_CASE",
    "NAKABANDI",
    "PATROLLING",
    "PROPERTY_DEPOSITED_IN_MALKHANA",
    "REMAND",
    "NON_COGNIZABLE_REPORT",
    "OTHERS",
}
CODES = [
    "OPEN",
    "CLOSE",
    "GINTI",
    "RAV",
    "AMD",
    "AMD-NEW",
    "RAV-TRF",
    "DUTY-CHG",
    "CHARGE",
    "LEAVE",
    "ABSENT",
    "SICK",
    "FIR",
    "ZFIR",
    "FIR-IN",
    "NCR",
    "INFO",
    "COMP",
    "PE",
    "MLC",
    "GUM",
    "AGY",
    "UD",
    "FIRE",
    "ACC",
    "ARR",
    "LOCK-OUT",
    "MEAL",
    "REM",
    "BAIL-PS",
    "SEIZ",
    "MAL-IN",
    "MAL-OUT",
    "PREV",
    "CHAL",
    "NAKA",
    "GASHT",
    "BEAT",
    "PROC",
    "DAK",
    "ARMS",
    "VEH",
    "CASH",
    "VISIT",
    "PEACE",
    "FORCE",
    "EQUIP",
    "CORR",
    "MISC",
]


def test_every_type_ships_in_the_diarys_order() -> None:
    assert [kind.code for kind in gd_types()] == CODES


def test_every_official_type_has_a_type_under_it() -> None:
    assert {kind.parent for kind in gd_types()} == OFFICIAL


@pytest.mark.parametrize("kind", gd_types(), ids=lambda kind: kind.code)
def test_a_type_is_made_by_forms_of_the_station_and_has_known_flags(kind: GdType) -> None:
    assert set(kind.auto_from) <= set(forms())
    assert kind.flags <= FLAGS


@pytest.mark.parametrize("kind", gd_types(), ids=lambda kind: kind.code)
def test_a_template_is_a_sentence_with_fields(kind: GdType) -> None:
    assert kind.fields()
    assert all(name.isidentifier() for name in kind.fields())
    assert len(set(kind.fields())) == len(kind.fields())
    assert kind.gloss.endswith(".")
    filled = kind.fill(dict.fromkeys(kind.fields(), "{राम}"))
    assert "{राम}" in filled


def test_a_missing_value_leaves_a_gap_to_write_in() -> None:
    text = gd_type("CLOSE").fill({"date": "17.02.2025", "count": ""})
    assert "17.02.2025" in text
    assert "………" in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("code", "flag"),
    [
        ("OPEN", "opening"),
        ("CLOSE", "closing"),
        ("RAV", "departure"),
        ("AMD", "arrival"),
        ("GINTI", "roll_call"),
        ("FIR", "criminal"),
    ],
)
def test_a_type_is_known_by_its_flag(code: str, flag: str) -> None:
    assert flag in gd_type(code).flags


def test_one_type_opens_and_one_closes_the_day() -> None:
    assert [kind.code for kind in gd_types() if "opening" in kind.flags] == ["OPEN"]
    assert [kind.code for kind in gd_types() if "closing" in kind.flags] == ["CLOSE"]


def test_a_form_knows_the_entries_it_leaves() -> None:
    assert [kind.code for kind in gd_types_from("iif_4")] == ["SEIZ", "MAL-IN", "MAL-OUT"]
    assert [kind.code for kind in gd_types_from("iif_11")] == ["UD"]
    assert gd_types_from("jail") == ()


def test_the_types_are_a_code_list_too() -> None:
    found = code_list("GD_TYPE").get("RAV")
    assert found is not None
    assert found.words == gd_type("RAV").words
