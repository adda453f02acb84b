"""Rules that look at other records: what stands twice, what was seen before, what is sealed."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from forms.kit.problem import Weight
from thana_desk.actions import records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems

IMEI = "356938035643809"
PHONE = {"category": "ELECTRONIC", "description": "मोबाइल (नमूना)", "imei": IMEI, "value_rs": "9000"}


def sample(desk: Desk, form: str, **changes: Any) -> dict[str, Any]:
    return {**desk.forms[form].sample(desk.clock.now()), **changes}


def weights(desk: Desk, form: str, letter: Mapping[str, Any]) -> dict[str, Weight]:
    return {one.code: one.weight for one in records.problems(desk, form, dict(letter))}


@pytest.fixture
def operator(at_desk: Callable[[str], Desk]) -> Desk:
    return at_desk("operator")


def test_a_phone_that_was_lost_is_pointed_out_and_kept_nowhere(moharir: Desk) -> None:
    lost = records.register(moharir, "lost_prop", sample(moharir, "lost_prop", items=[PHONE]))
    letter = sample(moharir, "iif_1", property=[PHONE])
    (hint,) = (one for one in records.problems(moharir, "iif_1", letter) if one.code == "seen")
    assert lost.number in hint.words.hi
    assert (hint.weight, hint.is_hint) == (Weight.GAP, True)
    done = records.register(moharir, "iif_1", letter)
    assert "seen" not in [gap.code for gap in done.gaps]
    assert "seen" not in [gap.code for gap in records.record(moharir, done.record_id).gaps]


def test_a_number_that_only_begins_the_same_is_no_match(moharir: Desk) -> None:
    weapon = {"category": "ARMS", "description": "नमूना", "serial_no": "AB-12", "value_rs": "1"}
    records.register(moharir, "lost_prop", sample(moharir, "lost_prop", items=[weapon]))
    shorter = sample(moharir, "iif_1", property=[{**weapon, "serial_no": "AB-1"}])
    assert "seen" not in weights(moharir, "iif_1", shorter)
    same = sample(moharir, "iif_1", property=[{**weapon, "serial_no": "ab-12"}])
    assert "seen" in weights(moharir, "iif_1", same)


def test_what_is_sealed_to_the_reader_gives_no_hint(
    moharir: Desk, at_desk: Callable[[str], Desk]
) -> None:
    fir = records.register(
        moharir, "iif_1", sample(moharir, "iif_1", property=[PHONE], sensitive=True)
    )
    pairokar = at_desk("pairokar")
    (there,) = pairokar.facts().elsewhere("iif_1", "property.imei", IMEI)
    assert there.sealed
    assert (there.record_id, there.number, there.letter) == ("", "", {})
    letter = sample(pairokar, "lost_prop", items=[PHONE])
    assert "seen" not in weights(pairokar, "lost_prop", letter)
    (seen,) = moharir.facts().elsewhere("iif_1", "property.imei", IMEI)
    assert seen.number == fir.number


def test_a_record_does_not_find_itself(operator: Desk) -> None:
    done = records.register(operator, "arms_lic", sample(operator, "arms_lic"))
    letter = records.record(operator, done.record_id).letter
    assert records.problems(operator, "arms_lic", letter, record_id=done.record_id) == []


def test_a_licence_registered_again_asks_for_the_reason(operator: Desk) -> None:
    letter = sample(operator, "arms_lic")
    records.register(operator, "arms_lic", letter)
    found = weights(operator, "arms_lic", letter)
    assert found["arms.licence_twice"] is Weight.REASON
    assert found["arms.weapon_twice"] is Weight.REASON
    weapons = [{**row, "make": "दूसरा निर्माता"} for row in letter["weapons"]]
    assert "arms.weapon_twice" not in weights(operator, "arms_lic", {**letter, "weapons": weapons})


def test_a_licensed_weapon_that_is_seized_is_pointed_out(
    operator: Desk, at_desk: Callable[[str], Desk]
) -> None:
    licence = sample(operator, "arms_lic")
    number = records.register(operator, "arms_lic", licence).number
    item = {
        "category": "ARMS",
        "description": "नमूना",
        "serial_no": licence["weapons"][0]["serial_no"],
        "value_rs": "1",
    }
    io = at_desk("io")
    found = records.problems(io, "iif_4", sample(io, "iif_4", items=[item]))
    (hint,) = (one for one in found if one.code == "seen")
    assert number in hint.words.en


def test_an_fir_of_another_station_is_taken_over_once(operator: Desk) -> None:
    letter = sample(operator, "fir_rereg")
    records.register(operator, "fir_rereg", letter)
    with pytest.raises(HasProblems) as refused:
        records.register(operator, "fir_rereg", letter)
    found = {one.code: one.weight for one in refused.value.problems}
    assert found["rereg.twice"] is Weight.REFUSE
    other = {**letter, "orig_thana": "दूसरा थाना (नमूना)"}
    assert "rereg.twice" not in weights(operator, "fir_rereg", other)


def test_a_chosen_record_that_is_not_here_stands_on_the_deficiency_list(moharir: Desk) -> None:
    gone = {"record_id": "not-here", "form": "gd", "number": "007", "title": "x"}
    letter = sample(moharir, "gd", gd_type="AMD", departure_ref=gone)
    assert weights(moharir, "gd", letter)["reference.unknown"] is Weight.GAP
    there = records.register(moharir, "gd", sample(moharir, "gd"))
    letter["departure_ref"] = {**gone, "record_id": there.record_id}
    assert "reference.unknown" not in weights(moharir, "gd", letter)


def test_what_is_in_no_index_cannot_be_looked_up(moharir: Desk) -> None:
    with pytest.raises(ValueError, match="no index"):
        moharir.facts().elsewhere("iif_1", "contents", "x")
