"""Rules of the data banks of drug peddlers and of sex offenders, and what they take from the case."""

import datetime as dt
from typing import Any

import pytest

from forms.catalogue.drug_db import FORM as DRUG
from forms.catalogue.sex_off import FORM as SEX
from forms.kit.check import check
from forms.kit.form import CaseFile, CaseRecord, Facts, Form
from forms.kit.problem import Weight
from forms.kit.when import IST
from forms.kit.words import Words

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
FIR = CaseRecord(
    "fir-1",
    "iif_1",
    "0059/2026",
    "2026-11-01T10:00:00+05:30",
    {
        "acts": [{"act": "BNS", "section": "74"}],
        "informant_is_victim": True,
        "informant": {"name": "नमूना वादी"},
        "victims": [{"name": "राम देवी"}],
        "accused": [{"name": "नमूना सिंह", "gender": "MALE"}, {"name": "अज्ञात"}],
    },
)


def in_case(*records: CaseRecord) -> Facts:
    return Facts(
        now=NOW,
        role="operator",
        case=lambda: CaseFile(records, records[-1] if records else None),
        thana=Words("थाना नमूना", "Sample"),
    )


def found(form: Form, facts: Facts, **changes: Any) -> dict[str, Weight]:
    letter = {**form.sample(NOW), **changes}
    form.prepare(letter, facts)
    return {one.code: one.weight for one in check(form, letter, facts)}


def with_cases(form: Form, **changes: Any) -> list[dict[str, Any]]:
    return [{**form.sample(NOW)["fir_refs"][0], **changes}]


def offender(**changes: Any) -> dict[str, Any]:
    kept = dict(SEX.sample(NOW)["offender"])
    kept.pop("birth_year")
    return {**kept, **changes}


@pytest.mark.parametrize(("form", "key"), [(DRUG, "person"), (SEX, "offender")])
def test_a_draft_takes_over_the_case_and_its_one_named_accused(form: Form, key: str) -> None:
    begun = form.begin(in_case(FIR))
    assert begun[key] == {"name": "नमूना सिंह", "gender": "MALE"}
    row = begun["fir_refs"][0]
    assert (row["fir_no"], row["thana"]) == ("0059/2026", "थाना नमूना")
    assert row["fir"]["record_id"] == "fir-1"
    assert row["acts"] == [{"act": "BNS", "section": "74"}]


def test_a_draft_under_an_arrest_takes_over_the_arrested_person() -> None:
    arrest = CaseRecord(
        "a", "iif_3", "A1", "", {"accused": {"name": "दूसरा", "code": "A1"}}, "fir-1"
    )
    assert DRUG.begin(in_case(FIR, arrest))["person"] == {"name": "दूसरा"}


def test_a_chosen_case_brings_its_number() -> None:
    letter = {"fir_refs": [{"fir": {"record_id": "x", "form": "iif_1", "number": "0007/2026"}}]}
    SEX.prepare(letter, in_case())
    assert letter["fir_refs"][0]["fir_no"] == "0007/2026"


@pytest.mark.parametrize("form", [DRUG, SEX])
def test_nobody_is_entered_without_a_registered_case(form: Form) -> None:
    assert found(form, in_case(), fir_refs=[])["required"] is Weight.REFUSE


@pytest.mark.parametrize("form", [DRUG, SEX])
def test_a_case_stands_once(form: Form) -> None:
    twice = with_cases(form) * 2
    assert found(form, in_case(), fir_refs=twice) == {"case_twice": Weight.REFUSE}


def test_a_peddler_without_an_ndps_case_needs_a_reason() -> None:
    theft = with_cases(DRUG, acts=[{"act": "BNS", "section": "303(2)"}])
    assert found(DRUG, in_case(), fir_refs=theft) == {"DRUG.ndps": Weight.REASON}


def test_a_convicted_peddler_has_a_conviction_among_the_cases() -> None:
    assert found(DRUG, in_case(), status="CONVICTED") == {"DRUG.status": Weight.REASON}
    convicted = with_cases(DRUG, status="CONVICTED")
    assert found(DRUG, in_case(), status="CONVICTED", fir_refs=convicted) == {}


def test_a_peddler_who_is_a_child_is_sensitive_and_not_named() -> None:
    letter = DRUG.sample(NOW)
    letter["person"] = {**letter["person"], "birth_year": 2010}
    DRUG.prepare(letter, in_case())
    assert DRUG.is_sensitive(letter)
    assert letter["person"]["name"] not in DRUG.line(letter)
    letter["person"]["birth_year"] = 1990
    DRUG.prepare(letter, in_case())
    assert not DRUG.is_sensitive(letter)


def test_the_value_of_property_is_summed_and_taken_out_with_it() -> None:
    letter = DRUG.sample(NOW)
    letter["property"] = [{"value_rs": "100.50"}, {"value_rs": "9"}]
    DRUG.prepare(letter, in_case())
    assert letter["property_total"] == "109.50"
    letter["property"] = []
    DRUG.prepare(letter, in_case())
    assert "property_total" not in letter


def test_a_child_is_never_entered_as_a_sex_offender() -> None:
    child = offender(age_years=17)
    assert found(SEX, in_case(), offender=child) == {"SEX.child": Weight.REFUSE}


def test_who_was_a_child_at_the_time_of_the_case_is_never_entered() -> None:
    grown = offender(dob="2004-01-01")
    row = with_cases(SEX, fir_date="2021-12-31")
    assert found(SEX, in_case(), offender=grown, fir_refs=row) == {"SEX.child_then": Weight.REFUSE}
    row = with_cases(SEX, fir_date="2022-01-01")
    assert found(SEX, in_case(), offender=grown, fir_refs=row) == {}


def test_an_offender_of_unknown_age_needs_a_reason() -> None:
    assert found(SEX, in_case(), offender=offender()) == {"SEX.child.unknown": Weight.REASON}


@pytest.mark.parametrize("name", ["राम देवी", "राम  देवी", "नमूना वादी"])
def test_words_that_name_the_victim_are_refused(name: str) -> None:
    said = f"अभियुक्त ने {name} को रोका।"
    assert found(SEX, in_case(FIR), mo=said) == {"SEX.identity": Weight.REFUSE}


def test_a_longer_word_that_begins_like_the_victims_name_is_not_refused() -> None:
    assert found(SEX, in_case(FIR), mo="ग्राम राम देवीपुर के पास") == {}


def test_the_message_about_a_victims_name_does_not_repeat_it() -> None:
    letter = {**SEX.sample(NOW), "mo": "राम देवी"}
    (problem,) = check(SEX, letter, in_case(FIR))
    assert "राम देवी" not in problem.words.hi + problem.words.en


def test_a_bank_of_sex_offenders_takes_no_other_offender_without_approval() -> None:
    theft = with_cases(SEX, acts=[{"act": "BNS", "section": "303(2)"}])
    assert found(SEX, in_case(), fir_refs=theft) == {"SEX.sections": Weight.APPROVAL}


def test_convicted_follows_from_the_cases() -> None:
    assert found(SEX, in_case(), convicted=False) == {"SEX.convicted": Weight.REASON}
    pending = with_cases(SEX, status="TRIAL")
    assert found(SEX, in_case(), convicted=False, fir_refs=pending) == {}


def test_who_was_acquitted_of_everything_stays_only_by_approval() -> None:
    acquitted = with_cases(SEX, status="ACQUITTED")
    assert found(SEX, in_case(), convicted=False, fir_refs=acquitted) == {
        "SEX.acquitted": Weight.APPROVAL
    }
