"""The crime detail form: the forensic visit, the medical papers, what it takes from the FIR."""

import pytest

from forms.catalogue import form
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

DETAILS = form("iif_2")
MURDER = [{"act": "BNS", "section": "103(1)"}]


@pytest.mark.parametrize("missing", ["forensic_arrived_at", "video_ref"])
def test_a_grave_offence_needs_the_forensic_visit_and_a_video(missing: str) -> None:
    assert "K22" in codes("iif_2", changed("iif_2", without=[missing], acts=MURDER))
    assert "K22" not in codes("iif_2", changed("iif_2", acts=MURDER))
    assert "K22" not in codes("iif_2", changed("iif_2", without=[missing]))


def test_the_forensic_clock_runs_from_the_fir_in_grave_cases_only() -> None:
    (clock,) = DETAILS.clocks
    assert callable(clock.when)
    assert clock.when(changed("iif_2", acts=MURDER))
    assert not clock.when(changed("iif_2"))
    letter = changed("iif_2")
    DETAILS.prepare(letter, make_facts(make_fir()))
    assert letter["fir_at"] == ago(30)
    DETAILS.prepare(letter, make_facts())
    assert "fir_at" not in letter


@pytest.mark.parametrize(
    ("injury", "code", "paper"),
    [("GRIEVOUS", "IIF2.mlc", "mlc"), ("DEATH", "IIF2.inquest", "iif_11")],
)
def test_an_injured_or_dead_victim_has_medical_papers(injury: str, code: str, paper: str) -> None:
    victim = {**DETAILS.sample(NOW)["victims"][0], "injury": injury}
    letter = changed("iif_2", victims=[victim])
    assert code in codes("iif_2", letter, make_facts(make_fir()))
    known = make_facts(make_fir(), make_record(paper, "0001/2026", {}))
    assert code not in codes("iif_2", letter, known)
    assert code not in codes("iif_2", changed("iif_2"), make_facts(make_fir()))


def test_the_scene_is_inspected_after_the_fir() -> None:
    facts = make_facts(make_fir())
    assert "V07" in codes("iif_2", changed("iif_2", visit_at=ago(50)), facts)
    assert codes("iif_2", changed("iif_2"), facts) == set()


def test_the_team_arrives_after_the_call() -> None:
    assert "V01" in codes("iif_2", changed("iif_2", forensic_arrived_at=ago(5)))


def test_it_takes_sections_victims_and_property_from_the_fir() -> None:
    victims = [{"name": "नमूना देवी", "gender": "FEMALE", "injury": "SIMPLE", "disabled": False}]
    begun = DETAILS.begin(make_facts(make_fir(victims=victims, major_head="PROPERTY")))
    assert begun["victims"] == [{"name": "नमूना देवी", "gender": "FEMALE"}]
    assert begun["property_stolen"][0]["registration_no"] == "UP00ZZ0000"
    assert begun["major_head"] == "PROPERTY"
    assert [row["section"] for row in begun["acts"]] == ["303(2)", "317(2)"]
    assert DETAILS.begin(make_facts()) == {"io": OFFICER}


def test_a_child_victim_makes_it_sensitive() -> None:
    child = {**DETAILS.sample(NOW)["victims"][0], "birth_year": 2015}
    assert DETAILS.is_sensitive(changed("iif_2", victims=[child]))
    assert not DETAILS.is_sensitive(changed("iif_2"))
