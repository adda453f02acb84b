"""The arrest form: night, age, permissions, the 24 hours, and what it says in the diary."""

from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.letter import Letter
from tests.forms.catalogue.investigation_case import (
    NOW,
    OFFICER,
    ago,
    changed,
    codes,
    make_facts,
    make_fir,
    make_record,
)

ARREST = form("iif_3")
AT_NIGHT, BY_DAY = "2026-11-22T22:10", "2026-11-22T14:10"
GD = {"record_id": "g1", "form": "gd", "number": "012"}


def person(**more: Any) -> dict[str, Any]:
    return {**ARREST.sample(NOW)["accused"], **more}


def prepared(letter: Letter) -> Letter:
    ARREST.prepare(letter, make_facts(make_fir()))
    return letter


def arrested_at(moment: str, **more: Any) -> Letter:
    later = dict.fromkeys(("relative_at", "designated_at"), moment)
    return changed("iif_3", arrest_at=moment, **later, **more)


def test_a_woman_arrested_at_night_needs_permission_and_a_woman_officer() -> None:
    woman = person(gender="FEMALE")
    wrong = codes("iif_3", arrested_at(AT_NIGHT, accused=woman))
    assert {"V08.mag_permission", "V08.woman_officer"} <= wrong
    right = arrested_at(
        AT_NIGHT, accused=woman, mag_permission="12/2026", woman_officer={**OFFICER, "name": "नमूना"}
    )
    assert codes("iif_3", right) == set()
    assert "V08.mag_permission" not in codes("iif_3", arrested_at(BY_DAY, accused=woman))
    assert codes("iif_3", arrested_at(AT_NIGHT)) == set()


@pytest.mark.parametrize("frail", [{"accused": person(birth_year=1950)}, {"infirm": True}])
def test_the_old_and_the_infirm_need_the_deputys_permission(frail: dict[str, Any]) -> None:
    petty = [{"act": "BNS", "section": "115(2)"}]
    assert "V09" in codes("iif_3", changed("iif_3", acts=petty, **frail))
    allowed = changed("iif_3", acts=petty, dsp_permission="7/2026", **frail)
    assert "V09" not in codes("iif_3", allowed)
    assert "V09" not in codes("iif_3", changed("iif_3", **frail))  # theft: three years


def test_reasons_are_recorded_for_offences_up_to_seven_years() -> None:
    without = changed("iif_3", without=["reasons_recorded"])
    assert "S35" in codes("iif_3", without)
    murder = [{"act": "BNS", "section": "103(1)"}]
    assert "S35" not in codes("iif_3", {**without, "acts": murder, "arrest_basis": "35(1)(c)"})
    assert "S35" not in codes("iif_3", {**without, "arrest_basis": "WARRANT", "warrant_no": "4"})


def test_an_arrest_before_the_fir_rests_on_its_own_diary_entry() -> None:
    facts = make_facts(make_fir())
    assert "V07" in codes("iif_3", arrested_at(ago(40)), facts)
    assert "V07" not in codes("iif_3", arrested_at(ago(40), earlier_gd=GD), facts)
    assert "V07" not in codes("iif_3", changed("iif_3"), facts)


def test_a_child_is_not_handcuffed_and_goes_before_the_board() -> None:
    child = person(birth_year=2012)
    letter = changed(
        "iif_3",
        accused=child,
        handcuff=True,
        handcuff_ground="ARMS",
        produced_at=ago(1),
        produced_before={"court_type": "CJM", "court_name": "नमूना"},
    )
    assert {"JJ.handcuff", "JJ.officer", "JJ.board"} <= codes("iif_3", letter)
    right = changed(
        "iif_3",
        accused=child,
        child_officer=OFFICER,
        produced_at=ago(1),
        produced_before={"court_type": "JJB", "court_name": "नमूना"},
    )
    assert codes("iif_3", right) == set()
    assert ARREST.is_sensitive(right)
    assert "नमूना कुमार" not in ARREST.line(right)


def test_the_day_and_night_end_with_the_journey() -> None:
    letter = prepared(changed("iif_3", arrest_at="2026-11-22T14:10", journey_hours="2.5"))
    assert letter["due_24h"] == "2026-11-23T16:40"
    del letter["arrest_at"]
    assert "due_24h" not in prepared(letter)
    assert "due_24h" not in prepared(changed("iif_3", arrest_status="6"))


def test_late_production_asks_for_the_reason() -> None:
    late = arrested_at(ago(30), produced_at=ago(1), journey_hours="0")
    assert "K08" in codes("iif_3", late)
    assert "K08" not in codes("iif_3", {**late, "journey_hours": "8"})


def test_a_private_person_hands_over_within_six_hours() -> None:
    caught = changed("iif_3", arrest_basis="40", private_arrest_at=ago(10))
    assert "K09" in codes("iif_3", caught)
    assert "K09" not in codes("iif_3", {**caught, "private_arrest_at": ago(4)})
    assert "V01" in codes("iif_3", {**caught, "private_arrest_at": ago(2)})


def test_the_same_accused_twice_in_a_case_is_asked_about() -> None:
    earlier = make_record("iif_3", "A1", changed("iif_3"))
    assert "IIF3.twice" in codes("iif_3", changed("iif_3"), make_facts(make_fir(), earlier))
    other = changed("iif_3", accused=person(name="उदाहरण राम", alias="कल्लू"))
    assert "IIF3.twice" not in codes("iif_3", other, make_facts(make_fir(), earlier))


def test_a_surrender_in_court_asks_for_the_court_and_not_for_the_memo() -> None:
    memo = ("relative", "relative_at", "search_found", "grounds_told", "witnesses", "handcuff")
    letter = changed("iif_3", without=memo, arrest_status="6")
    assert codes("iif_3", letter) == {"required"}
    court = {"court_type": "CJM", "court_name": "नमूना"}
    assert codes("iif_3", {**letter, "court": court}) == set()
    assert codes("iif_3", changed("iif_3", without=memo)) == {"required"}


def test_it_begins_with_the_sections_and_the_one_accused_who_is_left() -> None:
    fir = make_fir(
        accused=[{"name": "नमूना कुमार", "x": 1}, {"name": "उदाहरण राम"}, {"name": "अज्ञात"}]
    )
    begun = ARREST.begin(make_facts(fir))
    assert "accused" not in begun
    assert [row["section"] for row in begun["acts"]] == ["303(2)", "317(2)"]
    assert begun["io"] == OFFICER
    first = make_record("iif_3", "A1", changed("iif_3"))
    assert ARREST.begin(make_facts(fir, first))["accused"] == {"name": "उदाहरण राम"}


def test_the_diary_names_the_accused_but_nobody_of_a_sensitive_case() -> None:
    facts = make_facts(make_fir(), numbers={"iif_3": "A1"})
    released, arrested = ARREST.consequences
    entry = arrested.letter(changed("iif_3"), facts)
    assert entry["gd_type"] == "ARR"
    assert "नमूना कुमार" in entry["brief"]
    assert "0059/2026" in entry["brief"]
    secret = make_facts(make_fir(sensitive=True))
    for consequence in (released, arrested):
        said = str(consequence.letter(changed("iif_3"), secret))
        assert "नमूना कुमार" not in said
        assert "नमूना तिराहा" not in said


@pytest.mark.parametrize(("status", "kind"), [("2", "BAIL-PS"), ("1", "ARR"), (None, "ARR")])
def test_one_diary_entry_follows_every_arrest(status: str | None, kind: str) -> None:
    letter = changed("iif_3", arrest_status=status)
    due = [one for one in ARREST.consequences if one.when and one.when.holds((letter,))]
    assert [one.letter(letter, make_facts())["gd_type"] for one in due] == [kind]
