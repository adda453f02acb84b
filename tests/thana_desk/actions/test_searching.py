"""Search: any word, any order, either script, numbers in any form; and the reason for each hit."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thana_desk.actions import records, searching
from thana_desk.actions.desk import Desk


def fir(desk: Desk, **informant: Any) -> str:
    """An FIR registered by `desk` with this informant; its record."""
    letter = desk.forms["iif_1"].sample(desk.clock.now())
    letter["informant"] |= informant
    return records.register(desk, "iif_1", letter).record_id


@pytest.fixture
def fir_id(moharir: Desk) -> str:
    records.register(moharir, "gd", moharir.forms["gd"].sample(moharir.clock.now()))
    return fir(moharir, name="राम कुमार नमूना")


def found(desk: Desk, text: str) -> list[str]:
    return [hit.line.record_id for hit in searching.search(desk, text)]


@pytest.mark.parametrize(
    "text",
    [
        "राम कुमार",
        "कुमार राम",
        "Ram Kumar",
        "Raam Kumaar",
        "ramkumar",
        "Raam Kum",
        "UP00ZZ0000",
        "up 00-zz 0000",
        "0001/2026",
        "1/2026",
        "FIR 1/26",
        "मु0अ0सं0 1/2026",
        "मु.अ.सं. 0001/2026",
        "303(2)",
        "धारा 303",
        "303 BNS",
        "379 IPC",
        "379 भा0दं0वि0",
        "9999900000",
        "+91 99999 00000",
        "९९९९९०००००",
    ],
)
def test_the_fir_is_found_by(text: str, moharir: Desk, fir_id: str) -> None:
    assert fir_id in found(moharir, text)


@pytest.mark.parametrize(
    "text", ["", "   ", '"', "' OR 1=1 --", "*", "ZZZZZZ", "\x00", "अ" * 10_000]
)
def test_text_that_means_nothing_finds_nothing_and_breaks_nothing(
    text: str, moharir: Desk, fir_id: str
) -> None:
    assert fir_id not in found(moharir, text)


@pytest.mark.parametrize(
    "text",
    [
        "राम कुमार " * 10_000,
        "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "ि ा ् ं",
        'NEAR(राम कुमार) OR name:राम* ^"',
        "राम AND NOT कुमार",
        "s/o s/o w/o पुत्र पुत्र",
        "उम्र वर्ष 999999999999999999999",
        "धारा धारा धारा (((",
        "99999999999999999999/9999",
        "اردو نام",
        "\ud800",
    ],
    ids=str.__len__,
)
def test_bad_input_is_only_text(text: str, moharir: Desk, fir_id: str) -> None:
    searching.find(moharir, text)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60))
def test_whatever_is_typed_is_a_question(text: str, moharir: Desk, fir_id: str) -> None:
    searching.find(moharir, text)


def test_the_order_of_words_does_not_matter(moharir: Desk, fir_id: str) -> None:
    for words in permutations(("राम", "कुमार", "नमूना")):
        assert fir_id in found(moharir, " ".join(words))
    for words in permutations(("Ram", "Kumar", "Namuna")):
        assert fir_id in found(moharir, " ".join(words))


def test_a_hit_says_why(moharir: Desk, fir_id: str) -> None:
    (hit,) = [h for h in searching.search(moharir, "राम कुमार") if h.line.record_id == fir_id]
    assert "राम कुमार नमूना" in hit.why
    (first, *_) = hit.reasons
    assert (first.field.en.split(" › ")[-1], first.kind) == ("Name", "exact")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("राम कुमार", "exact"), ("रा कुम", "prefix"), ("Raam Kumaar", "sound"), ("379 IPC", "related")],
)
def test_a_hit_says_how_it_fits(text: str, kind: str, moharir: Desk, fir_id: str) -> None:
    (hit,) = [one for one in searching.search(moharir, text) if one.line.form_code == "iif_1"]
    assert hit.kind == kind


def test_the_same_name_comes_before_one_that_resembles_it(moharir: Desk, fir_id: str) -> None:
    resembling = fir(moharir, name="राम कुंवार नमूना")
    joined = fir(moharir, name="रामकुमार नमूना")
    order = found(moharir, "राम कुमार")
    assert order.index(fir_id) < order.index(joined) < order.index(resembling)


def test_a_slip_of_one_letter_is_forgiven_where_nothing_else_fits(
    moharir: Desk, fir_id: str
) -> None:
    other = fir(moharir, name="सुरेश नमूना")
    hits = searching.search(moharir, "सुरेल नमूना")
    assert other in [one.line.record_id for one in hits]
    assert {one.kind for one in hits} == {"slip"}


def test_a_word_of_the_narrative_is_shown_in_its_place(moharir: Desk, fir_id: str) -> None:
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter["contents"] = "वादी के अनुसार चितकबरी बकरी खेत से गायब हुई। (नमूना)"
    record_id = records.register(moharir, "iif_1", letter).record_id
    (hit,) = [
        one for one in searching.search(moharir, "चितकबरी") if one.line.record_id == record_id
    ]
    assert "चितकबरी बकरी" in hit.reasons[0].text


# --- groups -------------------------------------------------------------------------------------


def test_father_and_age_tell_persons_of_one_name_apart(moharir: Desk, fir_id: str) -> None:
    mohan: dict[str, Any] = {"name": "मोहन लाल", "dob": None, "birth_year": None}
    wanted = fir(moharir, **mohan, relative_name="श्याम लाल", age_years=35)
    fir(moharir, **mohan, relative_name="गोपाल दास", age_years=35)
    fir(moharir, **mohan, relative_name="श्याम लाल", age_years=70)
    for text in ("मोहन लाल पुत्र श्याम लाल 35", "Mohan Lal s/o Shyam Lal उम्र 36 वर्ष"):
        persons = searching.find(moharir, text).persons
        assert [one.line.record_id for one in persons] == [wanted]
        assert found(moharir, text)[0] == wanted


def test_a_vehicle_is_found_by_its_last_four_digits(moharir: Desk, fir_id: str) -> None:
    for text in ("0000", "UP00ZZ", "up-00-zz-0000"):
        (vehicle,) = searching.find(moharir, text).vehicles
        assert (vehicle.text, vehicle.line.record_id) == ("UP00ZZ0000", fir_id)


def test_a_phone_is_found_as_it_is_typed(moharir: Desk, fir_id: str) -> None:
    phones = searching.find(moharir, "99999").phones
    assert fir_id in [one.line.record_id for one in phones]


def test_a_section_of_the_old_code_leads_to_the_new_one(moharir: Desk, fir_id: str) -> None:
    sections = searching.find(moharir, "379 IPC").sections
    assert [(one.act, one.section, one.related) for one in sections] == [
        ("IPC", "379", False),
        ("BNS", "303(2)", True),
    ]
    assert sections[1].count >= 1
