"""Dead animals, din sin, rewards, arms licences and the use of force: what their rules find."""

import datetime as dt
from typing import Any

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts, Trust
from forms.kit.letter import Letter
from forms.kit.when import IST
from forms.kit.words import Words

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)


def record(code: str, letter: Letter, number: str = "0007/2026") -> CaseRecord:
    return CaseRecord("r-" + code, code, number, "2026-11-23T08:15:00+05:30", letter)


def facts(*records: CaseRecord) -> Facts:
    parent = records[-1] if records else None
    return Facts(NOW, case=lambda: CaseFile(records, parent), thana=Words("थाना नमूना", "Sample"))


def day(ahead: int) -> str:
    return (NOW + dt.timedelta(days=ahead)).strftime("%Y-%m-%d")


def weights(code: str, around: Facts | None = None, **changed: Any) -> dict[str, str]:
    around = around or facts()
    letter = {**form(code).sample(NOW), **changed}
    form(code).prepare(letter, around)
    return {one.code: str(one.weight) for one in check(form(code), letter, around)}


def test_cattle_with_cut_marks_must_answer_for_slaughter() -> None:
    marked = {"cut_marks": True, "illegal_slaughter": None}
    assert weights("dead_anim", **marked) == {"required": "refuse"}
    assert weights("dead_anim", species="DOG", **marked) == {"required": "gap"}


def test_a_suspicion_of_slaughter_asks_for_the_fir() -> None:
    assert weights("dead_anim", illegal_slaughter=True) == {"required": "gap"}
    assert weights("dead_anim", cause="SLAUGHTER")["animal.slaughter"] == "refuse"


def test_a_carcass_is_removed_after_it_was_found_and_seen() -> None:
    removed = {"how": "क", "where": "ख"}
    early = {**removed, "dt": "2026-11-20T10:00"}
    assert weights("dead_anim", disposal=early)["V01"] == "refuse"
    unseen = {**removed, "dt": "2026-11-23T03:00"}
    assert weights("dead_anim", disposal=unseen)["animal.examined"] == "reason"


def test_din_sin_says_that_it_is_to_be_confirmed() -> None:
    assert form("din_sin").trust is Trust.TO_CONFIRM
    assert "पुष्टि शेष" in form("din_sin").title.hi


def test_a_reward_stands_on_an_order_and_an_amount() -> None:
    assert weights("reward", order_no="") == {"required": "refuse"}
    assert weights("reward", amount="0") == {"range": "refuse"}


def test_a_reward_carries_the_number_of_its_order() -> None:
    letter = form("reward").sample(NOW)
    assert form("reward").own_number(letter) == letter["order_no"]


def test_a_child_is_put_on_no_reward_list_without_the_officer_in_charge() -> None:
    criminal = form("reward").sample(NOW)["criminal"]
    assert weights("reward", criminal={**criminal, "age_years": 17})["V04"] == "approval"
    born = {**criminal, "dob": "2008-11-24"}
    born.pop("age_years")
    assert "V04" in weights("reward", criminal=born)
    assert "V04" not in weights("reward", criminal={**born, "dob": "2008-11-23"})


def test_a_reward_that_ran_out_is_a_gap_while_the_criminal_is_wanted() -> None:
    assert weights("reward", order_dt=day(-90), valid_to=day(-1))["reward.ended"] == "gap"
    closed = {"status": "CANCELLED", "closed_dt": day(-1)}
    assert weights("reward", order_dt=day(-90), valid_to=day(-1), **closed) == {}


def test_a_closed_reward_asks_when() -> None:
    assert weights("reward", status="CANCELLED") == {"required": "gap"}


def test_the_arrest_of_the_same_name_asks_to_close_the_reward() -> None:
    arrest = record("iif_3", {"accused": {"name": "नमूना सिंह", "addresses": []}}, "A1")
    assert weights("reward", facts(arrest))["reward.arrested"] == "reason"
    other = record("iif_3", {"accused": {"name": "दूसरा", "addresses": []}}, "A1")
    assert "reward.arrested" not in weights("reward", facts(other))


def test_a_reward_takes_the_case_and_a_lone_accused_from_the_fir() -> None:
    acts = [{"act": "BNS", "section": "309(4)"}]
    fir = record("iif_1", {"acts": acts, "accused": [{"name": "क"}]}, "0031/2026")
    begun = form("reward").begin(facts(fir))
    assert begun["wanted_in"] == [
        {"thana": "थाना नमूना", "fir": "0031/2026", "sections": "309(4) BNS"}
    ]
    assert begun["criminal"] == {"name": "क"}
    fir.letter["accused"].append({"name": "ख"})
    assert "criminal" not in form("reward").begin(facts(fir))


def weapon(serial: str, **more: Any) -> Letter:
    return {"kind": "RIFLE", "bore": ".315", "serial_no": serial, **more}


def test_a_weapon_stands_on_a_licence_once() -> None:
    twice = [weapon("ab 12"), weapon("AB12")]
    assert weights("arms_lic", weapons=twice)["arms.serial"] == "refuse"
    assert weights("arms_lic", weapons=[weapon("AB12"), weapon("AB13")]) == {}


def test_a_third_firearm_needs_a_reason_while_the_licence_runs() -> None:
    three = [weapon("1"), weapon("2"), weapon("3")]
    assert weights("arms_lic", weapons=three)["arms.two"] == "reason"
    ended = {"status": "CANCELLED", "status_dt": day(-1)}
    assert weights("arms_lic", weapons=three, **ended) == {}


def test_more_cartridges_than_allowed_need_a_reason() -> None:
    many = [weapon("1", cartridges_limit=10, cartridges_held=11)]
    assert weights("arms_lic", weapons=many)["arms.cartridges"] == "reason"


def test_a_licence_that_ran_out_is_not_valid() -> None:
    assert weights("arms_lic", valid_to=day(-1))["arms.expired"] == "reason"
    assert weights("arms_lic", valid_to=day(60))["arms.renewal"] == "gap"
    assert weights("arms_lic", valid_to=day(61)) == {}


def test_the_renewal_is_looked_at_sixty_days_before() -> None:
    letter = {**form("arms_lic").sample(NOW), "valid_to": "2027-03-02"}
    form("arms_lic").prepare(letter, facts())
    assert letter["renew_from"] == "2027-01-01"
    letter["valid_to"] = ""
    form("arms_lic").prepare(letter, facts())
    assert "renew_from" not in letter


def test_a_deposit_does_not_run_backwards() -> None:
    turned = [{"where": "थाना", "from_dt": day(-1), "to_dt": day(-2)}]
    assert weights("arms_lic", deposits=turned)["arms.deposit"] == "refuse"


def test_a_licensee_with_a_case_asks_for_the_proposal_to_cancel() -> None:
    case = {"record_id": "x", "form": "iif_1", "number": "1", "title": ""}
    assert weights("arms_lic", criminal_case=case) == {"required": "gap"}
    assert weights("arms_lic", criminal_case=case, cancel_proposal="नमूना-1") == {}


def shots(**changed: int) -> list[Letter]:
    return [{**form("firing").sample(NOW)["force_used"][0], **changed}]


def test_rounds_issued_are_rounds_fired_and_returned() -> None:
    assert weights("firing", force_used=shots(returned=7))["force.rounds"] == "approval"
    assert weights("firing", force_used=shots(empties=3))["force.empties"] == "reason"


def test_the_rounds_fired_are_added_up() -> None:
    letter = {**form("firing").sample(NOW), "force_used": shots() + shots(fired=5)}
    form("firing").prepare(letter, facts())
    assert letter["fired_total"] == 7
    letter["force_used"] = []
    form("firing").prepare(letter, facts())
    assert "fired_total" not in letter


def test_shots_stand_under_a_kind_of_force_that_fires() -> None:
    assert weights("firing", kinds=["LATHI"])["force.kind"] == "reason"
    assert weights("firing", force_used=[]) == {"required": "gap"}


def test_a_death_asks_for_inquest_inquiry_and_commission() -> None:
    dead = form("firing").sample(NOW)["public_injured"]
    person = {key: value for key, value in dead[0].items() if key not in ("injury", "hospital")}
    around = facts(record("iif_11", {}))
    assert weights("firing", dead=[person])["force.inquest"] == "gap"
    assert weights("firing", around, dead=[person]) == {"required": "gap"}
    told = {"inquiry": {"no": "1"}, "nhrc_dt": "2026-11-23T10:00"}
    assert weights("firing", around, dead=[person], **told) == {}


def test_the_commission_hears_of_a_death_in_an_encounter_within_a_day() -> None:
    times = {"from_dt": "2026-11-20T09:00", "to_dt": "2026-11-20T10:00", "kinds": ["ENCOUNTER"]}
    dead = [{"name": "अज्ञात"}]
    late = weights("firing", dead=dead, nhrc_dt="2026-11-21T10:01", **times)
    assert late["force.nhrc"] == "reason"
    assert "force.nhrc" not in weights("firing", dead=dead, nhrc_dt="2026-11-21T10:00", **times)


def test_who_was_hurt_stands_in_no_list_and_no_diary() -> None:
    letter = form("firing").sample(NOW)
    assert form("firing").is_sensitive(letter)
    entry = form("firing").consequences[0].letter(letter, facts())
    for text in (form("firing").line(letter), entry["subject"], entry["brief"]):
        assert "उदाहरण यादव" not in text
