"""What the report of a fire adds up, and when it needs an FIR."""

import datetime as dt
from typing import Any

from forms.catalogue.fire import FORM
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
ALONE = Facts(now=NOW, role="moharir")


def under_an_fir(**fir: Any) -> Facts:
    record = CaseRecord("r1", "fir_rereg", "0059/2026", "2026-11-22T09:00:00+05:30", fir)
    return Facts(now=NOW, role="moharir", case=lambda: CaseFile((record,), record))


def found(facts: Facts = ALONE, **changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, facts)
    return {problem.code: problem.weight for problem in check(FORM, letter, facts)}


def test_suspected_arson_needs_an_fir_or_the_officer_in_charge() -> None:
    assert found(arson_suspected=True) == {"FIRE.arson": Weight.APPROVAL}
    assert found(under_an_fir(acts=[]), arson_suspected=True) == {}


def test_each_body_has_its_inquest() -> None:
    dead = FORM.sample(NOW)["injured"]
    held = [{"inquest": {"record_id": "r2", "form": "iif_11", "number": "0004/2026"}}]
    assert found(dead=dead) == {"FIRE.inquest": Weight.GAP}
    assert found(dead=dead, inquest_refs=held) == {}
    assert found(dead=dead * 2, inquest_refs=held) == {"FIRE.inquest": Weight.GAP}


def test_information_before_the_fire_is_refused() -> None:
    assert found(fire_dt="2026-11-23T07:00", controlled_dt="2026-11-23T08:00") == {
        "V01": Weight.REFUSE
    }


def test_a_brigade_there_before_it_was_called_needs_a_reason() -> None:
    assert found(brigade_arrived_dt="2026-11-23T06:00") == {"V01.brigade": Weight.REASON}


def test_the_loss_is_the_sum_and_goes_with_its_values() -> None:
    letter = FORM.sample(NOW)
    FORM.prepare(letter, ALONE)
    assert letter["loss_total"] == "72000"
    letter["property_loss"] = [{"category": "OTHERS", "description": "नमूना"}]
    FORM.prepare(letter, ALONE)
    assert "loss_total" not in letter


def test_the_fir_gives_what_it_knows() -> None:
    sample = FORM.sample(NOW)
    begun = FORM.begin(
        under_an_fir(
            info_at="2026-11-22T08:00",
            occ_from="2026-11-22T06:00",
            informant=sample["informant"],
            place=sample["place"],
            property=sample["property_loss"],
        )
    )
    assert begun["fire_dt"] == "2026-11-22T06:00"
    assert begun["property_loss"] == sample["property_loss"]
    assert list(shape_problems(FORM, begun, NOW)) == []


def test_the_diary_counts_the_hurt_and_does_not_name_them() -> None:
    brief = FORM.consequences[0].letter(FORM.sample(NOW), ALONE)["brief"]
    assert "घायल 1" in brief
    assert "काल्पनिक मौर्य" not in brief
