"""The case diary: dates that ascend, hours that fit, pages that go on, and what was done that day."""

from forms.catalogue import form
from forms.kit.form import CaseRecord, Correction
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

DIARY = form("cd")


def entry(number: str, day: str, **more: object) -> CaseRecord:
    return make_record("cd", number, {**DIARY.sample(NOW), "cd_date": day, **more})


def test_an_entry_before_the_last_one_needs_the_officer_in_charge() -> None:
    early = make_facts(make_fir(), entry("1", "2026-11-20"), entry("2", "2026-11-22"))
    assert "CD.order" not in codes("cd", changed("cd"), early)
    late = changed("cd", cd_date="2026-11-21")
    assert "CD.order" in codes("cd", late, early)


def test_more_than_fifteen_idle_days_ask_for_the_reason() -> None:
    facts = make_facts(make_fir(), entry("1", "2026-11-07"))
    assert "CD.gap" in codes("cd", changed("cd"), facts)
    facts = make_facts(make_fir(), entry("1", "2026-11-08"))
    assert "CD.gap" not in codes("cd", changed("cd"), facts)


def test_the_hours_belong_to_the_day_and_run_forward() -> None:
    assert "CD.day" in codes("cd", changed("cd", cd_date="2026-11-22"))
    assert "V01" in codes("cd", changed("cd", closed=ago(5)))
    assert "CD.info" in codes("cd", changed("cd", info_at=ago(1)))
    assert "V07" in codes("cd", changed("cd", begun=ago(40)), make_facts(make_fir()))


def test_pages_go_on_where_the_last_entry_ended() -> None:
    letter = changed("cd")
    DIARY.prepare(letter, make_facts(make_fir()))
    assert (letter["page_from"], letter["page_to"]) == (1, 3)
    before = entry("1", "2026-11-20", page_to=7)
    DIARY.prepare(letter, make_facts(make_fir(), before))
    assert (letter["page_from"], letter["page_to"]) == (8, 10)
    del letter["pages"]
    DIARY.prepare(letter, make_facts())
    assert "page_to" not in letter


def test_a_journey_rests_on_its_departure_entry() -> None:
    assert codes("cd", changed("cd", without=["departure_gd"])) == {"required"}
    assert codes("cd", changed("cd", without=["departure_gd", "places"])) == set()


def test_it_begins_with_what_was_arrested_and_seized_since() -> None:
    arrest, memo = make_record("iif_3", "A1", {}), make_record("iif_4", "IIF-4/1", {})
    begun = DIARY.begin(make_facts(make_fir(), arrest, memo))
    assert begun["cd_date"] == "2026-11-23"
    assert begun["io"] == OFFICER
    assert [row["record"]["number"] for row in begun["arrests"]] == ["A1"]
    assert [row["record"]["number"] for row in begun["searches"]] == ["IIF-4/1"]
    told = entry("1", "2026-11-22", arrests=begun["arrests"], searches=begun["searches"])
    again = DIARY.begin(make_facts(make_fir(), arrest, memo, told))
    assert not {"arrests", "searches"} & set(again)


def test_a_closed_entry_is_secret_and_never_edited() -> None:
    assert DIARY.correction is Correction.NEW_ENTRY
    assert DIARY.is_sensitive({})
    assert "नमूना" not in DIARY.line(DIARY.sample(NOW))
