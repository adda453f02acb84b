"""Complaints, their enquiry, and the transfer of an FIR: rules, and what the case gives."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts, Form
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
COMPLAINT, ENQUIRY, TRANSFER = form("complaint"), form("cmp_enq"), form("fir_trf")


def make_facts(*records: CaseRecord, parent: int | None = None) -> Facts:
    case = CaseFile(records, records[parent] if parent is not None else None)
    return Facts(now=NOW, role="sho", case=lambda: case)


def make_record(form_code: str, **letter: Any) -> CaseRecord:
    return CaseRecord(f"r-{form_code}", form_code, "0007/2026", "2026-11-20T10:00:00+05:30", letter)


def codes(of: Form, facts: Facts, **changed: Any) -> list[tuple[str, Weight]]:
    letter = {**of.sample(NOW), **changed}
    letter = {key: value for key, value in letter.items() if value is not None}
    of.prepare(letter, facts)
    return [(one.code, one.weight) for one in check(of, letter, facts)]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"pe_173_3": False}, True),
        ({"pe_173_3": True}, False),
        ({"pe_173_3": False, "linked": {"record_id": "x", "form": "iif_1"}}, False),
    ],
)
def test_a_cognizable_complaint_becomes_an_fir_or_says_why(
    more: dict[str, Any], found: bool
) -> None:
    seen = codes(COMPLAINT, make_facts(), nature="COGNIZABLE", **more)
    assert (("cmp.fir", Weight.REASON) in seen) is found


def test_a_complaint_of_harassment_is_sensitive_and_nameless_in_diary_and_list() -> None:
    letter = {**COMPLAINT.sample(NOW), "category": "HARASSMENT"}
    name = letter["complainant"]["name"]
    assert COMPLAINT.is_sensitive(letter)
    assert name not in COMPLAINT.line(letter)
    assert name not in COMPLAINT.consequences[0].letter(letter, make_facts())["brief"]
    assert name in COMPLAINT.line(COMPLAINT.sample(NOW))


def test_an_enquiry_takes_its_officer_and_the_proposal_from_the_complaint() -> None:
    eo = {"name": "उ0नि0 नमूना", "rank": "SI"}
    facts = make_facts(make_record("complaint", pe_173_3=True, eo=eo), parent=0)
    assert ENQUIRY.begin(facts) == {"pe_173_3": True, "eo": eo}
    letter: dict[str, Any] = {}
    ENQUIRY.prepare(letter, facts)
    assert letter["complaint_ref"]["number"] == "0007/2026"
    ENQUIRY.prepare(letter, make_facts())
    assert "complaint_ref" not in letter


def test_a_preliminary_enquiry_ends_within_14_days_of_the_permission() -> None:
    late = {"permitted_at": "2026-11-01T10:00", "assigned_at": "2026-11-01T10:00"}
    facts = make_facts()
    assert ("V13", Weight.REASON) in codes(ENQUIRY, facts, **late, finished_at="2026-11-16T09:00")
    assert "V13" not in [
        code for code, _ in codes(ENQUIRY, facts, **late, finished_at="2026-11-15T23:00")
    ]


def test_the_last_day_of_the_enquiry_goes_when_it_is_no_preliminary_one() -> None:
    letter = ENQUIRY.sample(NOW) | {"permitted_at": "2026-11-01T10:00"}
    ENQUIRY.prepare(letter, make_facts())
    assert letter["pe_due_on"] == "2026-11-15"
    letter["pe_173_3"] = False
    ENQUIRY.prepare(letter, make_facts())
    assert "pe_due_on" not in letter


def test_a_preliminary_enquiry_into_murder_asks_for_a_reason() -> None:
    seen = codes(ENQUIRY, make_facts(), acts=[{"act": "BNS", "section": "103(1)"}])
    assert ("V13.scope", Weight.REASON) in seen


def test_a_cognizable_complaint_without_permission_is_not_compromised_without_a_reason() -> None:
    facts = make_facts(make_record("complaint", nature="COGNIZABLE"), parent=0)
    without: dict[str, Any] = {"pe_173_3": False, "acts": None, "recommendation": "COMPROMISE"}
    assert ("cmp.fir", Weight.REASON) in codes(ENQUIRY, facts, disposal="COMPROMISE", **without)
    assert ("cmp.fir", Weight.REASON) not in codes(ENQUIRY, facts, disposal="FIR", **without)


def test_a_disposal_against_the_recommendation_asks_for_a_reason() -> None:
    seen = codes(ENQUIRY, make_facts(), recommendation="FALSE")
    assert ("cmp.differs", Weight.REASON) in seen


def test_only_a_preliminary_enquiry_writes_its_own_diary_entry() -> None:
    when = ENQUIRY.consequences[0].when
    assert when is not None
    assert when.holds((ENQUIRY.sample(NOW),))
    assert not when.holds(({"pe_173_3": False},))


def test_an_fir_is_not_sent_before_it_was_registered() -> None:
    fir = make_record("iif_1", info_at="2026-11-22T10:00")
    facts = make_facts(fir, parent=0)
    assert ("V07", Weight.REASON) in codes(TRANSFER, facts, sent_at="2026-11-19T10:00")
    assert codes(TRANSFER, facts) == []


def test_an_fir_sent_away_is_not_sent_again_without_a_reason() -> None:
    facts = make_facts(make_record("iif_1"), make_record("fir_trf", to_unit="थाना क"), parent=0)
    assert ("trf.again", Weight.REASON) in codes(TRANSFER, facts)


def test_a_transfer_after_the_final_report_asks_for_a_reason() -> None:
    facts = make_facts(make_record("iif_1"), make_record("iif_5"), parent=0)
    assert ("trf.finished", Weight.REASON) in codes(TRANSFER, facts)


def test_a_receipt_before_the_dispatch_is_refused() -> None:
    seen = codes(TRANSFER, make_facts(), sent_at="2026-11-22T10:00", ack_at="2026-11-21T10:00")
    assert ("V01", Weight.REFUSE) in seen


def test_a_transfer_counts_its_pages_and_names_its_fir() -> None:
    letter = TRANSFER.sample(NOW)
    TRANSFER.prepare(letter, make_facts(make_record("fir_rereg"), parent=0))
    assert letter["pages_total"] == 8
    assert letter["fir_ref"]["form"] == "fir_rereg"
    letter["docs"] = []
    TRANSFER.prepare(letter, make_facts())
    assert "pages_total" not in letter
    assert "fir_ref" not in letter
