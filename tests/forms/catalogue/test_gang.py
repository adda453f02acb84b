"""Rules of the gang forms, and what a record takes from the gang it stands under."""

import datetime as dt
from typing import Any

from forms.catalogue.ocis_1 import FORM as GANG
from forms.catalogue.ocis_2 import FORM as ACTIVITY
from forms.catalogue.ocis_3 import FORM as MEMBER
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts, Form
from forms.kit.problem import Weight
from forms.kit.when import IST
from forms.kit.words import Words

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
PARENT = CaseRecord(
    "gang", "ocis_1", "0001/2026", "", {"gang_name": "नमूना गैंग", "formed_dt": "2026-01-01"}
)


def member(record_id: str, **letter: Any) -> CaseRecord:
    return CaseRecord(record_id, "ocis_3", "M1", "", letter, "gang")


def in_gang(*records: CaseRecord) -> Facts:
    case = CaseFile((PARENT, *records), PARENT)
    return Facts(now=NOW, role="operator", case=lambda: case, thana=Words("थाना नमूना", "Sample"))


def found(form: Form, facts: Facts, **changes: Any) -> dict[str, Weight]:
    letter = {**form.sample(NOW), **changes}
    form.prepare(letter, facts)
    return {one.code: one.weight for one in check(form, letter, facts)}


def took_part(*ids: str) -> list[dict[str, Any]]:
    return [{"member": {"record_id": one, "form": "ocis_3"}} for one in ids]


def test_a_gang_without_a_leader_on_record_is_registered_with_a_gap() -> None:
    assert found(GANG, in_gang(), leader=None) == {"required": Weight.GAP}


def test_a_gang_of_one_district_does_not_work_in_two() -> None:
    assert found(GANG, in_gang(), kind="DISTRICT") == {"OCIS.kind": Weight.REASON}


def test_an_inter_state_gang_names_two_states() -> None:
    assert found(GANG, in_gang(), kind="INTER_STATE") == {"OCIS.area": Weight.GAP}
    areas = [{"district": "नमूना", "state": "UP"}, {"district": "उदाहरण", "state": "BR"}]
    assert found(GANG, in_gang(), kind="INTER_STATE", areas=areas) == {}


def test_a_gang_that_ended_says_why() -> None:
    assert found(GANG, in_gang(), status="ENDED") == {"required": Weight.GAP}
    assert found(GANG, in_gang(), status="ENDED", ended_why="सरगना की मृत्यु") == {}


def test_a_review_before_the_gang_was_formed_is_refused() -> None:
    changed = {"formed_dt": "2026-05-02", "reviewed_dt": "2026-05-01"}
    assert found(GANG, in_gang(), **changed) == {"V01": Weight.REFUSE}


def test_activity_and_member_refer_to_the_gang_they_stand_under() -> None:
    for form in (ACTIVITY, MEMBER):
        letter = form.sample(NOW)
        form.prepare(letter, in_gang())
        assert letter["gang_ref"]["record_id"] == "gang"
        assert letter["gang_ref"]["title"] == "नमूना गैंग"
        form.prepare(letter, Facts(now=NOW))
        assert "gang_ref" not in letter


def test_who_took_part_is_a_member_of_this_gang() -> None:
    around = in_gang(member("a"), member("b"))
    assert found(ACTIVITY, around, members=took_part("a", "b")) == {}
    assert found(ACTIVITY, around, members=took_part("c")) == {"OCIS.member": Weight.REASON}
    assert found(ACTIVITY, around, members=took_part("a", "a")) == {
        "OCIS.member_twice": Weight.REFUSE
    }


def test_a_crime_of_an_earlier_gangster_case_goes_into_the_annexure_only() -> None:
    letter = ACTIVITY.sample(NOW)
    for used, place in ((True, "ANNEXURE"), (False, "CHART")):
        letter["used_in_earlier_gangster_case"] = used
        ACTIVITY.prepare(letter, in_gang())
        assert letter["chart_place"] == place
    del letter["used_in_earlier_gangster_case"]
    ACTIVITY.prepare(letter, in_gang())
    assert "chart_place" not in letter


def test_a_case_counts_once_against_a_gang() -> None:
    own = ACTIVITY.sample(NOW)
    before = CaseRecord("x", "ocis_2", "0001/2026", "", own, "gang")
    members = took_part("a")
    assert found(ACTIVITY, in_gang(before, member("a")), members=members) == {
        "OCIS.twice": Weight.REASON
    }
    other = {"fir_no": "0099/2026"}
    assert found(ACTIVITY, in_gang(before, member("a")), members=members, **other) == {}


def test_a_crime_before_the_gang_was_formed_needs_a_reason() -> None:
    changed = {"members": took_part("a"), "incident_dt": "2025-12-31T10:00"}
    assert found(ACTIVITY, in_gang(member("a")), **changed) == {"V01": Weight.REASON}


def test_a_case_chosen_from_the_list_brings_number_and_station() -> None:
    letter = {"fir": {"record_id": "x", "form": "iif_1", "number": "0059/2026"}}
    ACTIVITY.prepare(letter, in_gang())
    assert (letter["fir_no"], letter["fir_thana"]) == ("0059/2026", "थाना नमूना")


def test_a_second_leader_needs_a_reason() -> None:
    leader = member("a", role="LEADER")
    assert found(MEMBER, in_gang(leader), role="LEADER") == {"OCIS.leader": Weight.REASON}
    assert found(MEMBER, in_gang(leader), role="ACTIVE") == {}


def test_the_same_person_twice_in_a_gang_needs_a_reason() -> None:
    twin = member("a", member={"name": "उदाहरण  सिंह", "relative_name": "नमूना सिंह"})
    assert found(MEMBER, in_gang(twin)) == {"OCIS.member_again": Weight.REASON}


def test_a_member_who_is_not_described_stands_on_the_deficiency_list() -> None:
    plain = {key: value for key, value in MEMBER.sample(NOW)["member"].items() if key != "physical"}
    assert found(MEMBER, in_gang(), member=plain) == {"required": Weight.GAP}


def test_a_child_in_a_gang_needs_approval_and_is_not_named() -> None:
    child = {**MEMBER.sample(NOW)["member"], "birth_year": 2010}
    assert found(MEMBER, in_gang(), member=child) == {"V04": Weight.APPROVAL}
    letter = {**MEMBER.sample(NOW), "member": child}
    MEMBER.prepare(letter, in_gang())
    assert MEMBER.is_sensitive(letter)
    assert child["name"] not in MEMBER.line(letter)
