"""Preventive action, externment and the stranger roll: their terms, their order, what they take over."""

import datetime as dt
from typing import Any

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, ClockStart, Facts
from forms.kit.letter import Letter
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)


def record(code: str, letter: Letter) -> CaseRecord:
    return CaseRecord("r-" + code, code, "0007/2026", "2026-11-23T08:15:00+05:30", letter)


def facts(*records: CaseRecord) -> Facts:
    return Facts(NOW, case=lambda: CaseFile(records, records[-1] if records else None))


def day(ahead: int) -> str:
    return (NOW + dt.timedelta(days=ahead)).strftime("%Y-%m-%d")


def weights(code: str, around: Facts | None = None, **changed: Any) -> dict[str, str]:
    around = around or facts()
    letter = {**form(code).sample(NOW), **changed}
    form(code).prepare(letter, around)
    return {one.code: str(one.weight) for one in check(form(code), letter, around)}


def test_a_bond_to_keep_the_peace_lasts_a_year() -> None:
    term = {"bond_from": "2026-01-15", "bond_to": "2027-01-16"}
    assert weights("prev", **term)["prev.bond"] == "reason"
    assert "prev.bond" not in weights("prev", bond_from="2026-01-15", bond_to="2027-01-15")


def test_a_habitual_offenders_bond_may_last_three_years() -> None:
    assert "prev.bond" not in weights("prev", sections=["129", "170"], bond_to=day(900))
    assert "prev.bond" in weights("prev", sections=["129", "170"], bond_to=day(1200))


def test_a_bond_does_not_end_before_it_begins() -> None:
    assert weights("prev", bond_to="2020-01-01")["V01"] == "refuse"


def test_an_arrest_stands_under_section_170() -> None:
    assert weights("prev", sections=["126"])["prev.arrest"] == "reason"
    assert weights("prev", arrested=False)["prev.no_arrest"] == "reason"


def test_an_arrest_without_its_form_is_a_gap_until_the_case_holds_one() -> None:
    assert weights("prev", arrest_refs=[])["prev.arrest_form"] == "gap"
    assert "prev.arrest_form" not in weights("prev", facts(record("iif_3", {})), arrest_refs=[])


def test_one_arrested_is_produced_within_a_day() -> None:
    times = {"arrested_dt": day(-4) + "T16:00", "produced_dt": day(-3) + "T16:01"}
    assert weights("prev", **times)["prev.produced"] == "reason"
    times["produced_dt"] = day(-3) + "T16:00"
    assert "prev.produced" not in weights("prev", **times)


def test_nobody_stands_on_both_sides() -> None:
    party = form("prev").sample(NOW)["party1"]
    assert weights("prev", party2=party)["prev.both"] == "reason"


def test_the_hours_of_an_arrest_run_here_only_without_an_arrest_form() -> None:
    def starts(letter: Letter, start: ClockStart) -> bool:
        assert start.when is not None
        assert not callable(start.when)
        return start.when.holds((letter,))

    arrest, bond = form("prev").clocks
    letter = form("prev").sample(NOW)
    assert not starts(letter, arrest)
    assert starts({**letter, "arrest_refs": []}, arrest)
    assert starts(letter, bond)
    assert not starts({**letter, "sections": ["170"]}, bond)


def test_the_two_sides_come_from_the_report_above() -> None:
    ncr = record("ncr", {"complainant": {"name": "क"}, "accused": [{"name": "ख", "injury": "x"}]})
    assert form("prev").begin(facts(ncr)) == {"party1": [{"name": "क"}], "party2": [{"name": "ख"}]}


def test_of_an_fir_the_accused_are_the_first_party() -> None:
    fir = record("iif_1", {"informant": {"name": "क"}, "accused": [{"name": "ख"}]})
    assert form("prev").begin(facts(fir)) == {"party1": [{"name": "ख"}]}


def test_the_diary_says_the_sections_and_the_number() -> None:
    letter = form("prev").sample(NOW)
    around = Facts(NOW, numbers={"prev": "0003/2026"})
    entry = form("prev").consequences[0].letter(letter, around)
    assert "126, 135, 170" in entry["brief"]
    assert "0003/2026" in entry["brief"]


def test_an_externment_lasts_six_months() -> None:
    found = weights("zila_badar", from_dt="2026-01-31T00:00", to_dt="2026-08-01")
    assert found["externment.six_months"] == "approval"
    found = weights("zila_badar", from_dt="2026-01-31T00:00", to_dt="2026-07-31")
    assert "externment.six_months" not in found


def test_with_its_extensions_an_externment_lasts_two_years() -> None:
    assert "externment.two_years" not in weights("zila_badar", extension=[{"to_dt": day(400)}])
    found = weights("zila_badar", extension=[{"to_dt": day(400)}, {"to_dt": day(800)}])
    assert found["externment.two_years"] == "approval"


def test_until_when_entry_is_forbidden_follows_the_last_extension() -> None:
    letter = {**form("zila_badar").sample(NOW), "order_dt": "2026-10-14"}
    form("zila_badar").prepare(letter, facts())
    assert letter["barred_until"] == letter["to_dt"]
    assert letter["appeal_until"] == "2026-10-29"
    letter["extension"] = [{"to_dt": day(300)}]
    form("zila_badar").prepare(letter, facts())
    assert letter["barred_until"] == day(300)
    letter["order_no"] = ""
    form("zila_badar").prepare(letter, facts())
    assert not {"barred_until", "appeal_until"} & set(letter)


def test_who_may_not_enter_is_described() -> None:
    goonda = {**form("zila_badar").sample(NOW)["goonda"], "physical": {}}
    assert weights("zila_badar", goonda=goonda)["externment.physical"] == "gap"


def test_a_permission_to_enter_does_not_run_backwards() -> None:
    turned = [{"from_dt": day(3), "to_dt": day(2)}]
    assert weights("zila_badar", temp_permission=turned)["externment.permission"] == "refuse"


def test_an_order_without_a_notice_is_a_gap() -> None:
    assert weights("zila_badar", notice_dt="")["externment.notice"] == "gap"
    assert "externment.notice" not in weights("zila_badar", notice_dt="", order_no="")


def test_a_breach_names_an_fir() -> None:
    chosen = {"record_id": "x", "form": "gd", "number": "1", "title": ""}
    breach = [{"dt": day(-1) + "T10:00", "place": "नमूना", "fir_ref": chosen}]
    assert weights("zila_badar", breach=breach)["link.fir"] == "refuse"


def test_a_stranger_roll_unanswered_for_a_week_is_reminded() -> None:
    waiting = {"reply_dt": "", "dt": day(-8), "sent_dt": day(-8)}
    assert weights("str_roll", **waiting)["roll.reply"] == "gap"
    assert "roll.reply" not in weights("str_roll", **{**waiting, "sent_dt": day(-7)})


def test_an_answer_does_not_come_before_the_query() -> None:
    assert weights("str_roll", sent_dt=day(0), reply_dt=day(-1))["V01"] == "refuse"


def test_a_wanted_stranger_asks_for_action() -> None:
    assert weights("str_roll", wanted=True, action="") == {"required": "gap"}
