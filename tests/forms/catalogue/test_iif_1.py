"""Rules of the FIR: delay, women and disabled victims, electronic information, preliminary enquiry."""

import datetime as dt
from typing import Any

from forms.catalogue.iif_1 import FORM
from forms.kit.check import check
from forms.kit.form import Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
MOLESTATION = [{"act": "BNS", "section": "74"}]


def found(**answers: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **answers}
    facts = Facts(now=NOW, role="moharir")
    FORM.prepare(letter, facts)
    return {one.code: one.weight for one in check(FORM, letter, facts)}


def test_the_sample_breaks_no_rule() -> None:
    assert not [code for code in found() if code.startswith("V")]


def test_information_after_a_day_asks_for_the_reason_of_the_delay() -> None:
    late = {"occ_from": "2026-11-20T08:00", "occ_to": "2026-11-20T08:30", "delay_reason": ""}
    assert found(**late)["V03"] is Weight.GAP
    assert "V03" not in found(**{**late, "delay_reason": "वादी बाहर गया था"})


def test_a_woman_victim_of_these_sections_is_heard_by_a_woman_officer() -> None:
    victim = {"victims": [{"name": "नमूना", "gender": "FEMALE"}], "acts": MOLESTATION}
    assert found(**victim)["V10"] is Weight.REASON
    officer = {"woman_officer": {"name": "नमूना देवी", "rank": "SI"}}
    assert "V10" not in found(**victim, **officer)


def test_a_disabled_victim_of_these_sections_needs_place_interpreter_and_video() -> None:
    victim = {"name": "नमूना", "gender": "FEMALE", "disabled": True}
    said = found(victims=[victim], acts=MOLESTATION)
    wanted = {"V11.recorded_where", "V11.interpreter", "V11.recording_video_ref"}
    assert wanted <= set(said)
    assert all(said[code] is Weight.REASON for code in wanted)
    done = {key.removeprefix("V11."): "नमूना" for key in wanted}
    assert not wanted & set(found(victims=[victim], acts=MOLESTATION, **done))
    assert not wanted & set(found(victims=[victim]))


def test_electronic_information_is_signed_within_three_days() -> None:
    sent = {"info_type": "ELECTRONIC", "e_received_at": "2026-11-18T10:00"}
    assert found(**sent, e_signed_at="2026-11-22T10:00")["V12"] is Weight.REASON
    assert found(**sent, e_signed_at="2026-11-18T09:00")["V12.order"] is Weight.REFUSE
    assert not {"V12", "V12.order"} & set(found(**sent, e_signed_at="2026-11-20T10:00"))


def test_a_preliminary_enquiry_is_short_and_for_middling_offences() -> None:
    enquiry = {"pe_done": True, "pe_permission": "1/2026", "pe_from": "2026-11-01"}
    assert found(**enquiry, pe_to="2026-11-20")["V13"] is Weight.REASON
    murder = [{"act": "BNS", "section": "103(1)"}]
    assert found(**enquiry, pe_to="2026-11-10", acts=murder)["V13.scope"] is Weight.REASON
