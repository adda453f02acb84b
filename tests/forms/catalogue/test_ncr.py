"""What the non-cognizable report takes and refuses."""

import datetime as dt
from typing import Any

from forms.catalogue.ncr import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FACTS = Facts(now=NOW, role="moharir")


def found(**changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, FACTS)
    return {problem.code: problem.weight for problem in check(FORM, letter, FACTS)}


def test_one_cognizable_section_sends_the_report_to_the_fir() -> None:
    mixed = [{"act": "BNS", "section": "115(2)"}, {"act": "BNS", "section": "117(2)"}]
    assert found(acts=mixed) == {"V05": Weight.REFUSE}


def test_a_section_the_list_does_not_know_asks_for_a_reason() -> None:
    assert found(acts=[{"act": "OTHER", "act_text": "नमूना अधिनियम", "section": "9"}]) == {
        "V05.unknown": Weight.REASON
    }


def test_petty_theft_is_for_the_officer_in_charge_to_decide() -> None:
    theft = [{"act": "BNS", "section": "303(2)"}]
    item = {"category": "OTHERS", "description": "नमूना"}
    assert found(acts=theft) == {"V05.petty": Weight.APPROVAL}
    assert found(acts=theft, property=[{**item, "value_rs": "5000"}]) == {"V05": Weight.REFUSE}
    assert found(acts=theft, property=[item]) == {"V05": Weight.REFUSE}


def test_an_old_section_for_a_new_occurrence_needs_approval() -> None:
    assert found(acts=[{"act": "IPC", "section": "323"}]) == {"V06": Weight.APPROVAL}


def test_an_order_before_the_information_is_refused() -> None:
    late = {"mag_order_no": "12", "mag_investigate": False, "mag_order_dt": "2026-11-01"}
    assert found(**late) == {"V01": Weight.REFUSE}
    assert found(**{**late, "mag_order_dt": "2026-11-23"}) == {}


def test_the_total_goes_when_no_value_is_left() -> None:
    letter = FORM.sample(NOW)
    FORM.prepare(letter, FACTS)
    assert letter["property_total"] == "150"
    del letter["property"]
    FORM.prepare(letter, FACTS)
    assert "property_total" not in letter


def test_the_writer_is_the_officer_at_the_desk_and_stays() -> None:
    letter: dict[str, Any] = {}
    FORM.prepare(letter, Facts(now=NOW, officer={"name": "नमूना राम", "rank": "", "pno": "1"}))
    FORM.prepare(letter, Facts(now=NOW, officer={"name": "दूसरा नमूना", "rank": "", "pno": "2"}))
    assert letter["writer"] == {"name": "नमूना राम", "pno": "1"}


def test_the_diary_says_sections_and_number() -> None:
    entry = FORM.consequences[0].letter(
        FORM.sample(NOW), Facts(now=NOW, numbers={"ncr": "0012/2026"})
    )
    assert entry["gd_type"] == "NCR"
    assert "0012/2026" in entry["brief"]
    assert "115(2), 352, 351(2) BNS" in entry["brief"]
    assert len(entry["acts"]) == 3


def test_the_fortnight_clock_stops_when_the_list_was_sent() -> None:
    (clock,) = FORM.clocks
    assert (clock.clock, clock.done) == ("K07", "fortnight_sent_dt")
