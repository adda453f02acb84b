"""The final report: numbers, who and what must be answered, by when, and what the case gives."""

from typing import Any

import pytest

from forms.catalogue import form
from forms.kit.check import shape_problems
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

REPORT = form("iif_5")
ARREST = make_record(
    "iif_3", "A1", changed("iif_3", arrest_at=ago(24 * 70), produced_at=ago(24 * 70 - 5))
)
MEMO = make_record("iif_4", "IIF-4/1", changed("iif_4"))
NAMED = make_fir(accused=[{"name": "उदाहरण राम", "alias": "कल्लू"}, {"name": "अज्ञात"}])


@pytest.mark.parametrize(
    ("answers", "series"),
    [
        ({"fr_type": "CS"}, "charge_sheet"),
        ({"fr_type": "FR_UNDET"}, "final_report"),
        ({"fr_type": "CS", "cs_kind": "SUPPLEMENTARY"}, "charge_sheet_supplement"),
    ],
)
def test_the_type_decides_the_series(answers: dict[str, Any], series: str) -> None:
    assert REPORT.series_for(changed("iif_5", **answers)) == series


def test_a_charge_sheet_needs_an_accused_and_a_witness() -> None:
    assert "V14" in codes("iif_5", changed("iif_5", without=["accused_cs"]))
    assert "V14.witness" in codes("iif_5", changed("iif_5", without=["witnesses"]))
    final = changed("iif_5", without=["accused_cs", "witnesses"], fr_type="FR_UNDET")
    assert codes("iif_5", final) == set()
    assert "V14.type" in codes("iif_5", changed("iif_5", fr_type="FR_UNDET"))


def test_a_final_report_tells_the_complainant() -> None:
    final = changed("iif_5", without=["accused_cs", "complainant_notice_on"], fr_type="FR_UNTRACED")
    assert codes("iif_5", final) == {"required"}
    assert codes("iif_5", changed("iif_5", without=["complainant_notice_on"])) == set()


def test_every_accused_of_the_fir_and_every_arrested_is_answered() -> None:
    without = changed("iif_5", without=["accused_ncs"])
    assert "IIF5.accused" in codes("iif_5", without, make_facts(NAMED))
    assert "IIF5.accused" not in codes("iif_5", changed("iif_5"), make_facts(NAMED))
    stranger = {**form("iif_3").sample(NOW)["accused"], "name": "दृष्टान्त सिंह", "alias": "x"}
    arrest = make_record("iif_3", "A2", changed("iif_3", accused=stranger))
    assert "IIF5.accused" in codes("iif_5", changed("iif_5"), make_facts(NAMED, arrest))


def test_who_was_answered_in_an_earlier_report_is_not_asked_for_again() -> None:
    first = make_record("iif_5", "0031/2026", changed("iif_5"))
    more = changed(
        "iif_5", without=["accused_ncs"], cs_kind="SUPPLEMENTARY", original_number="0031/2026"
    )
    assert codes("iif_5", more, make_facts(NAMED, first)) == set()


def test_every_seized_item_is_answered_by_its_number_or_its_description() -> None:
    facts = make_facts(make_fir(), MEMO)
    assert "IIF5.items" in codes("iif_5", changed("iif_5"), facts)
    key = {"description": "चाबियाँ", "seizure_no": "IIF-4/1-2", "location": "MALKHANA"}
    assert "IIF5.items" not in codes("iif_5", changed("iif_5", articles=[key]), facts)
    named = {"description": "मास्टर चाबी", "location": "MALKHANA"}
    assert "IIF5.items" not in codes("iif_5", changed("iif_5", articles=[named]), facts)


def test_the_detained_and_the_two_months_set_the_last_day() -> None:
    facts = make_facts(make_fir(), ARREST)
    letter = changed("iif_5")
    assert "K11.late" in codes("iif_5", letter, facts)
    REPORT.prepare(letter, facts)
    assert letter["deadline"] == "धारा 187(3), अभियुक्त A1: 13-11-2026 तक"
    bailed = make_record("iif_3", "A1", {**ARREST.letter, "arrest_status": "2"})
    assert "K11.late" not in codes("iif_5", letter, make_facts(make_fir(), bailed))
    remand = make_record("remand", "R1", {"produced_at": ago(24 * 5)}, parent_id=ARREST.record_id)
    assert "K11.late" not in codes("iif_5", letter, make_facts(make_fir(), ARREST, remand))


def test_a_rape_case_is_reported_within_two_months() -> None:
    rape = [{"act": "BNS", "section": "64(1)"}]
    old = make_fir(acts=rape)
    late = type(old)(
        old.record_id, old.form, old.number, ago(24 * 70) + ":00+05:30", old.letter, ""
    )
    letter = changed("iif_5", acts=rape, woman_medical=True)
    assert "K13.late" in codes("iif_5", letter, make_facts(late))
    assert "K13.late" not in codes("iif_5", letter, make_facts(old))
    assert "required" in codes("iif_5", changed("iif_5", acts=rape))


def test_a_second_original_and_a_foreign_number_are_asked_about() -> None:
    facts = make_facts(make_fir(), make_record("iif_5", "0031/2026", changed("iif_5")))
    assert "IIF5.second" in codes("iif_5", changed("iif_5"), facts)
    foreign = changed("iif_5", cs_kind="SUPPLEMENTARY", original_number="0009/2026")
    assert "IIF5.original" in codes("iif_5", foreign, facts)
    letter = changed("iif_5", cs_kind="SUPPLEMENTARY")
    REPORT.prepare(letter, facts)
    assert letter["original_number"] == "0031/2026"


def test_another_officer_than_the_case_officer_needs_the_officer_in_charge() -> None:
    other = make_fir(io={"name": "उ0नि0 अन्य", "rank": "SI", "pno": "000000009"})
    assert "case_io" in codes("iif_5", changed("iif_5"), make_facts(other))
    assert "case_io" not in codes("iif_5", changed("iif_5"), make_facts(make_fir()))


def test_kind_and_enclosures_are_counted_by_the_program() -> None:
    letter = changed("iif_5")
    REPORT.prepare(letter, make_facts())
    assert (letter["kind"], letter["enclosure_count"]) == ("CHARGE_SHEET", 2)
    letter = {"fr_type": "FR_UNOCC", "enclosure_count": 9}
    REPORT.prepare(letter, make_facts())
    assert letter == {"fr_type": "FR_UNOCC", "kind": "FINAL_REPORT"}


def test_it_begins_with_all_that_the_case_knows() -> None:
    statement = {"person": {"name": "नमूना गवाह"}, "section": "180", "text": "कथन"}
    diary = make_record("cd", "1", {"statements": [statement, {"person": {"name": "नमूना गवाह"}}]})
    facts = make_facts(NAMED, ARREST, MEMO, diary)
    begun = REPORT.begin(facts)
    assert list(shape_problems(REPORT, begun, NOW)) == []
    accused = {row["name"]: row for row in begun["accused_cs"]}
    assert accused["नमूना कुमार"]["arrest_code"] == "A1"
    assert accused["नमूना कुमार"]["status"] == "FORWARDED"
    assert accused["नमूना कुमार"]["forwarded_on"] == "2026-09-14"
    assert accused["उदाहरण राम"]["status"] == "NOT_ARRESTED"
    assert "अज्ञात" not in accused
    names = [row["name"] for row in begun["witnesses"]]
    assert names == ["नमूना गवाह", "साक्षी नमूना लाल", "साक्षी उदाहरण दास"]
    assert [row["seizure_no"] for row in begun["property"]] == ["IIF-4/1-1", "IIF-4/1-2"]
    assert begun["property"][0]["malkhana_no"] == "0017/2026"
    assert begun["complainant"]["name"] == "श्रीकृष्ण नमूना प्रसाद"
    assert begun["court"]["court_type"] == "CJM"
    assert begun["cs_kind"] == "ORIGINAL"
    assert REPORT.begin(make_facts())["ios"] == [OFFICER]


def test_a_supplement_begins_with_what_no_earlier_report_answered() -> None:
    first = make_record("iif_5", "0031/2026", changed("iif_5"))
    begun = REPORT.begin(make_facts(NAMED, ARREST, MEMO, first))
    assert "accused_cs" not in begun
    assert [row["seizure_no"] for row in begun["property"]] == ["IIF-4/1-2"]
    assert [row["name"] for row in begun["witnesses"]] == ["साक्षी उदाहरण दास"]
    assert (begun["cs_kind"], begun["original_number"]) == ("SUPPLEMENTARY", "0031/2026")


def test_the_list_names_nobody() -> None:
    assert "नमूना" not in REPORT.line(REPORT.sample(NOW))
