"""What the report of a missing person asks for, above all where it is a child."""

import datetime as dt
from typing import Any

from forms.catalogue.iif_8 import FORM
from forms.kit.check import check, shape_problems
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.problem import Weight
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
ALONE = Facts(now=NOW, role="moharir")
FIR_REF = {"record_id": "r1", "form": "iif_1", "number": "0059/2026"}


def missing(**changes: Any) -> dict[str, Any]:
    person = {**FORM.sample(NOW)["missing"], **changes}
    return {key: value for key, value in person.items() if value is not None}


def prepared(facts: Facts = ALONE, **changes: Any) -> dict[str, Any]:
    letter = {**FORM.sample(NOW), **changes}
    FORM.prepare(letter, facts)
    return letter


def found(facts: Facts = ALONE, **changes: Any) -> dict[str, Weight]:
    return {p.code: p.weight for p in check(FORM, prepared(facts, **changes), facts)}


def under_an_fir(**fir: Any) -> Facts:
    record = CaseRecord("r1", "iif_1", "0059/2026", "2026-11-22T09:00:00+05:30", fir)
    return Facts(now=NOW, role="moharir", case=lambda: CaseFile((record,), record))


def test_a_missing_child_needs_an_fir_or_the_officer_in_charge() -> None:
    child = missing(age_years=12)
    assert found(missing=child) == {"IIF8.child": Weight.APPROVAL}
    assert found(missing=child, fir_ref=FIR_REF) == {}
    assert found(under_an_fir(acts=[]), missing=child) == {}


def test_in_doubt_by_the_year_of_birth_it_is_a_child() -> None:
    assert found(missing=missing(age_years=None, birth_year=2008)) == {
        "IIF8.child": Weight.APPROVAL
    }
    assert found(missing=missing(age_years=None, birth_year=2007)) == {}


def test_the_age_counts_on_the_day_last_seen() -> None:
    born = missing(age_years=None, dob="2008-11-22")
    assert "IIF8.child" not in found(missing=born)
    assert "IIF8.child" in found(missing=born, last_seen_dt="2026-11-21T22:00")


def test_without_age_or_features_the_description_is_wanting() -> None:
    bare = missing(age_years=None, physical=None)
    assert found(missing=bare) == {"IIF8.age": Weight.GAP, "IIF8.physical": Weight.GAP}


def test_last_seen_after_the_report_is_refused() -> None:
    assert found(last_seen_dt="2026-11-23T10:00") == {"V01": Weight.REFUSE}


def test_a_mistyped_imei_needs_a_reason() -> None:
    assert found(mobile_imei="490154203237519") == {"imei": Weight.REASON}


def test_found_without_when_and_where_stays_on_the_list() -> None:
    assert found(status="FOUND_ALIVE") == {"required": Weight.GAP}
    asked = {
        ".".join(map(str, problem.path))
        for problem in check(FORM, prepared(status="FOUND_ALIVE"), ALONE)
    }
    assert asked == {"traced_dt", "traced_place", "handed_to"}


def test_the_category_follows_age_and_gender_and_goes_with_them() -> None:
    assert prepared()["category"] == "MAN"
    assert prepared(missing=missing(age_years=9, gender="FEMALE"))["category"] == "GIRL"
    assert "category" not in prepared(category="MAN", missing=missing(age_years=None))


def test_the_fir_gives_what_it_knows() -> None:
    letter = FORM.sample(NOW)
    facts = under_an_fir(
        acts=[{"act": "BNS", "section": "137(2)"}],
        info_at="2026-11-22T08:00",
        occ_from="2026-11-21T18:00",
        place=letter["last_seen_place"],
        informant=letter["informant"],
        victims=[{**letter["missing"], "injury": "NONE", "disabled": False}],
        io=letter["io"],
    )
    begun = FORM.begin(facts)
    assert begun["missing"] == letter["missing"]
    assert begun["last_seen_dt"] == "2026-11-21T18:00"
    assert list(shape_problems(FORM, begun, NOW)) == []
    FORM.prepare(begun, facts)
    assert begun["fir_ref"]["number"] == "0059/2026"


def test_a_childs_name_is_sealed_everywhere() -> None:
    grown, child = prepared(), prepared(missing=missing(age_years=12))
    write = FORM.consequences[0].letter
    assert "नमूना लाल" in write(grown, ALONE)["brief"]
    for text in (write(child, ALONE)["brief"], FORM.line(child)):
        assert "नमूना लाल" not in text
        assert "उदाहरण कुमार" not in text
    assert FORM.is_sensitive(child)
    assert not FORM.is_sensitive(grown)


def test_the_clock_of_a_missing_child_runs_until_traced() -> None:
    (clock,) = FORM.clocks
    assert callable(clock.when)
    assert clock.when(prepared(missing=missing(age_years=12)))
    assert not clock.when(prepared())
    assert (clock.clock, clock.at, clock.done) == ("K36", "report_dt", "traced_dt")
