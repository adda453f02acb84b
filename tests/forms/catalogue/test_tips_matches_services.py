"""Secret information, matches of persons, and citizens' service requests."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.fields import Group
from forms.kit.form import CaseFile, CaseRecord, Facts, Form, walk
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
TIP, MATCH, SERVICE = form("cit_tip"), form("match"), form("cs_enq")


def codes(of: Form, **changed: Any) -> list[tuple[str, Weight]]:
    letter = {**of.sample(NOW), **changed}
    letter = {key: value for key, value in letter.items() if value is not None}
    facts = Facts(now=NOW, role=of.role)
    of.prepare(letter, facts)
    return [(one.code, one.weight) for one in check(of, letter, facts)]


def test_nothing_of_an_informer_is_printed_indexed_or_seen_unsealed() -> None:
    informer = TIP.field_at("informer")
    assert isinstance(informer, Group)
    for part in walk((informer,)):
        assert (part.sealed, part.printed, part.index) == (True, False, None), part.key


def test_information_of_a_citizen_is_always_sensitive_and_has_no_paper() -> None:
    assert TIP.is_sensitive({})
    assert TIP.papers == ()
    letter = TIP.sample(NOW)
    line = TIP.line(letter)
    assert letter["subject"] not in line
    assert letter["informer"]["name"] not in line


@pytest.mark.parametrize("key", ["subject", "brief", "action"])
def test_the_informer_is_not_named_in_an_open_text(key: str) -> None:
    name = TIP.sample(NOW)["informer"]["name"]
    assert ("tip.named", Weight.REFUSE) in codes(TIP, **{key: f"{name} ने बताया"})


def test_an_informer_who_is_not_anonymous_is_written_down() -> None:
    assert ("tip.informer", Weight.GAP) in codes(TIP, informer=None)
    assert codes(TIP, informer=None, anonymous=True) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"found_gender": "FEMALE"}, "match.gender"),
        ({"missing_age": 39}, "match.age"),
        ({"missing_age": 56}, "match.age"),
        ({"found_height": 176}, "match.height"),
        ({"found_at": "2026-11-01T10:00"}, "match.time"),
        ({"basis": ["PHOTO", "CLOTHES"]}, "match.basis"),
    ],
)
def test_what_hardly_fits_one_person_asks_for_a_reason(changed: dict[str, Any], code: str) -> None:
    assert (code, Weight.REASON) in codes(MATCH, **changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"found_gender": "UNKNOWN"},
        {"missing_age": 40},
        {"missing_age": 55},
        {"found_height": 175},
        {"missing_height": None},
        {"decision": "POSSIBLE", "basis": ["PHOTO"]},
    ],
)
def test_what_may_be_one_person_is_left_alone(changed: dict[str, Any]) -> None:
    assert codes(MATCH, **changed) == []


def test_a_rejected_match_need_not_explain_the_differences() -> None:
    seen = codes(MATCH, decision="REJECTED", found_gender="FEMALE", missing_age=10)
    assert "match.gender" not in [code for code, _ in seen]


def test_a_match_is_with_an_unidentified_person_or_body() -> None:
    wrong = {"record_id": "x", "form": "iif_1", "number": "1"}
    assert ("match.kind", Weight.REFUSE) in codes(MATCH, other_ref=wrong)


def test_a_match_begins_with_the_side_that_the_case_knows() -> None:
    missing = CaseRecord(
        "r-1",
        "iif_8",
        "0004/2026",
        "2026-11-20T10:00:00+05:30",
        {
            "missing": {"gender": "MALE", "birth_year": 1980, "physical": {"height_cm": 168}},
            "last_seen_at": "2026-11-19T18:00",
        },
    )
    facts = Facts(now=NOW, case=lambda: CaseFile((missing,), missing))
    begun = MATCH.begin(facts)
    assert begun["missing_ref"]["record_id"] == "r-1"
    assert (begun["missing_gender"], begun["missing_age"], begun["missing_height"]) == (
        "MALE",
        46,
        168,
    )
    assert begun["missing_since"] == "2026-11-19T18:00"


def test_a_match_under_a_found_person_begins_with_that_side() -> None:
    found = CaseRecord(
        "r-2",
        "iif_9",
        "0002/2026",
        "2026-11-20T10:00:00+05:30",
        {"gender": "FEMALE", "age_from": 20, "age_to": 30, "physical": {"height_cm": 150}},
    )
    begun = MATCH.begin(Facts(now=NOW, case=lambda: CaseFile((found,), found)))
    assert begun["other_ref"]["form"] == "iif_9"
    assert (begun["found_age_from"], begun["found_height"]) == (20, 150)
    assert "missing_ref" not in begun


def test_the_likeness_falls_with_what_differs_and_goes_with_what_is_unknown() -> None:
    facts = Facts(now=NOW)
    letter = MATCH.sample(NOW)
    MATCH.prepare(letter, facts)
    near = letter["score"]
    letter["found_gender"] = "FEMALE"
    MATCH.prepare(letter, facts)
    assert letter["score"] < near
    empty: dict[str, Any] = {"score": 90}
    MATCH.prepare(empty, facts)
    assert "score" not in empty


def test_only_a_confirmed_match_writes_a_diary_entry_and_names_nobody() -> None:
    (entry,) = MATCH.consequences
    assert entry.when is not None
    letter = MATCH.sample(NOW)
    assert entry.when.holds((letter,))
    assert not entry.when.holds(({**letter, "decision": "POSSIBLE"},))
    brief = entry.letter(letter, Facts(now=NOW))["brief"]
    assert letter["identified_by"]["name"] not in brief


def test_a_history_beside_a_recommendation_asks_for_a_reason() -> None:
    assert ("cs.history", Weight.REASON) in codes(SERVICE, record_found=True)
    assert ("cs.history", Weight.REASON) not in codes(
        SERVICE, record_found=True, result="NOT_RECOMMENDED"
    )


def test_a_service_request_forwarded_late_asks_for_a_reason() -> None:
    assert ("late", Weight.REASON) in codes(SERVICE, due_on="2026-11-20")


def test_a_visit_before_the_request_asks_for_a_reason() -> None:
    assert ("V01", Weight.REASON) in codes(SERVICE, visit_at="2026-11-01T10:00")


def test_a_post_mortem_report_needs_neither_visit_nor_history() -> None:
    bare = {"visit_at": None, "record_found": None, "history": None}
    assert codes(SERVICE, service="PM_REPORT", **bare) == []
    assert ("required", Weight.GAP) in codes(SERVICE, **bare)
