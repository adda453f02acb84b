"""What the medico-legal case takes from its case, and what it points out."""

import datetime as dt
from typing import Any

from forms.catalogue.mlc import FORM
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
HURT = [{"act": "BNS", "section": "115(2)"}]
RAPE = [{"act": "BNS", "section": "64(1)"}]
WOMAN = {"name": "नमूना देवी", "gender": "FEMALE", "age_years": 24, "injury": "SIMPLE"}


def case(form: str, letter: dict[str, Any], fir: CaseRecord | None = None) -> Facts:
    stands = CaseRecord("r1", form, "0059/2026", "2026-11-22T09:00:00+05:30", letter)
    records = (fir, stands) if fir else (stands,)
    return Facts(now=NOW, role="moharir", case=lambda: CaseFile(records, stands))


ALONE = Facts(now=NOW, role="moharir")


def found(facts: Facts = ALONE, **changes: Any) -> dict[str, Weight]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, facts)
    return {problem.code: problem.weight for problem in check(FORM, letter, facts)}


def victim(**changes: Any) -> dict[str, Any]:
    return {
        "subject_type": "RAPE_VICTIM",
        "info_at": "2026-11-22T10:00",
        "sent_dt": "2026-11-23T06:00",
        "consent": True,
        "consent_by": "स्वयं",
        **changes,
    }


def test_a_rape_victim_sent_after_a_day_needs_a_reason() -> None:
    assert found(**victim()) == {}
    assert found(**victim(info_at="2026-11-22T05:00")) == {"K16": Weight.REASON}


def test_an_examination_without_consent_stays_on_the_list() -> None:
    assert found(**victim(consent=False)) == {"MLC.consent": Weight.GAP}


def test_an_accused_who_is_not_arrested_needs_a_reason() -> None:
    assert found(subject_type="ACCUSED") == {"MLC.arrest": Weight.REASON}


def test_a_woman_under_arrest_is_seen_by_a_woman_doctor() -> None:
    woman = {**FORM.sample(NOW)["person"], "gender": "FEMALE"}
    arrest = {
        "person": woman,
        "subject_type": "ARRESTED",
        "under_arrest": True,
        "arrest_dt": "2026-11-23T05:00",
    }
    assert found(**arrest, female_doctor=False) == {"MLC.doctor": Weight.GAP}
    assert found(**arrest, female_doctor=True) == {}
    assert found(female_doctor=False) == {}


def test_times_out_of_order_are_refused() -> None:
    assert found(exam_end="2026-11-23T05:00") == {"V01": Weight.REFUSE}


def test_grievous_hurt_in_a_case_of_simple_hurt_asks_for_the_section() -> None:
    under = case("iif_1", {"acts": HURT})
    assert found(under, injury_type="GRIEVOUS") == {"MLC.sections": Weight.GAP}
    assert found(under, injury_type="SIMPLE") == {}
    graver = case("iif_1", {"acts": [*HURT, {"act": "BNS", "section": "117(2)"}]})
    assert found(graver, injury_type="GRIEVOUS") == {}
    assert found(case("ncr", {"acts": HURT}), injury_type="GRIEVOUS") == {
        "MLC.sections": Weight.GAP
    }


def test_only_an_fir_can_be_chosen_as_the_fir() -> None:
    assert found(fir_ref={"record_id": "x", "form": "gd"}) == {"fir_ref": Weight.REFUSE}
    assert found(fir_ref={"record_id": "x", "form": "fir_rereg"}) == {}


def test_fir_and_ncr_come_from_the_case() -> None:
    letter: dict[str, Any] = {}
    FORM.prepare(letter, case("iif_1", {"acts": HURT}))
    assert letter["fir_ref"]["number"] == "0059/2026"
    assert "ncr_ref" not in letter
    letter = {}
    FORM.prepare(letter, case("ncr", {"acts": HURT}))
    assert letter["ncr_ref"]["title"] == "धारा 115(2) BNS"


def test_the_one_victim_of_the_case_is_taken_over() -> None:
    fir = {"acts": RAPE, "info_at": "2026-11-22T08:00", "victims": [WOMAN]}
    begun = FORM.begin(case("iif_1", fir))
    assert begun["subject_type"] == "RAPE_VICTIM"
    assert begun["info_at"] == "2026-11-22T08:00"
    assert begun["person"]["name"] == "नमूना देवी"
    assert list(shape_problems(FORM, begun, NOW)) == []
    assert "person" not in FORM.begin(case("iif_1", {**fir, "victims": [WOMAN, WOMAN]}))


def test_the_arrested_person_comes_from_the_arrest_memo() -> None:
    memo = {"person": {"name": "काल्पनिक कुमार"}, "arrest_dt": "2026-11-23T05:00"}
    begun = FORM.begin(case("iif_3", memo))
    assert begun == {
        "subject_type": "ARRESTED",
        "under_arrest": True,
        "arrest_dt": "2026-11-23T05:00",
        "person": {"name": "काल्पनिक कुमार"},
    }


def test_the_diary_names_nobody_in_a_sensitive_case() -> None:
    write = FORM.consequences[0].letter
    letter = FORM.sample(NOW)
    assert "नमूना प्रसाद" in write(letter, ALONE)["brief"]
    assert "नमूना प्रसाद" not in write(letter, case("iif_1", {"acts": RAPE}))["brief"]
    assert "नमूना प्रसाद" not in write({**letter, **victim()}, ALONE)["brief"]
    child = {**letter, "person": {**letter["person"], "age_years": 16}}
    assert "नमूना प्रसाद" not in write(child, ALONE)["brief"]
    assert "नमूना प्रसाद" not in FORM.line(child)
