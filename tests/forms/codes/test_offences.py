"""Acts and sections: what ships, how it is found, and which code applies on which day."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.codes import (
    Section,
    act,
    acts,
    correspondence,
    find_sections,
    free_section,
    section,
    sections,
)

BEFORE = date(2024, 6, 30)
AFTER = date(2024, 7, 1)


def known(act_code: str, code: str) -> Section:
    found = section(act_code, code)
    assert found is not None, f"{act_code} {code}"
    return found


def ids(found: tuple[Section, ...]) -> list[str]:
    return [row.id for row in found]


def test_the_table_of_old_and_new_offences_has_155_rows() -> None:
    assert len(correspondence()) == 155
    assert len({pair.bns for pair in correspondence()}) == 155
    assert sum(not pair.ipc for pair in correspondence()) == 5


def test_every_section_of_the_penal_code_can_be_chosen_by_its_number() -> None:
    numbers = {int(row.code.partition("(")[0]) for row in sections("BNS")}
    assert numbers == set(range(1, 359))


def test_every_offence_of_the_repealed_code_can_be_chosen_by_its_number() -> None:
    numbers = {int(re.findall(r"^\d+", row.code)[0]) for row in sections("IPC")}
    repealed = {58, 59, 61, 62, *range(161, 166), 478, 480, 490, 492}
    assert set(range(53, 512)) - numbers == repealed


def test_a_section_that_defines_or_excepts_says_that_it_punishes_nothing() -> None:
    for code in ("2", "34", "100"):
        row = known("BNS", code)
        assert (row.most.kind, row.cognizable, row.bailable) == ("none", None, None)
        assert row.most.reaches(36) is None
        assert not row.confirmed


def test_old_and_new_offences_point_at_each_other() -> None:
    for new in sections("BNS"):
        for old_id in new.equals:
            assert new.id in known("IPC", old_id.removeprefix("IPC:")).equals
    for old in sections("IPC"):
        for new_id in old.equals:
            assert old.id in known("BNS", new_id.removeprefix("BNS:")).equals


def test_procedure_points_both_ways() -> None:
    assert known("CRPC", "154").equals == ("BNSS:173",)
    assert known("BNSS", "173").equals == ("CRPC:154",)
    assert known("BNSS", "105").equals == ()
    for act_code, other in (("BNSS", "CRPC"), ("CRPC", "BNSS")):
        for row in sections(act_code):
            for equal in row.equals:
                assert row.id in known(other, equal.removeprefix(f"{other}:")).equals


@pytest.mark.parametrize("act_code", [found.code for found in acts()])
def test_sections_of_an_act_are_unique_and_titled(act_code: str) -> None:
    rows = sections(act_code)
    assert rows
    assert len({row.code for row in rows}) == len(rows)
    assert all(row.words.hi and row.words.en and not row.free for row in rows)


@pytest.mark.parametrize(
    ("old", "new"),
    [("302", "103(1)"), ("379", "303(2)"), ("420", "318(4)"), ("498A", "85"), ("376DA", "70(2)")],
)
def test_a_well_known_offence_has_its_new_number(old: str, new: str) -> None:
    assert f"BNS:{new}" in known("IPC", old).equals


@pytest.mark.parametrize(
    ("code", "cognizable", "bailable", "kind", "months"),
    [
        ("103(1)", True, False, "death", 0),
        ("115(2)", False, True, "term", 12),
        ("303(2)", True, False, "term", 36),
        ("285", True, True, "fine", 0),
        ("311", True, False, "at_least", 84),
        ("351(3)", False, True, "term", 84),
        ("3(5)", None, None, "as_main", 0),
        ("355", False, True, "term", 0),
    ],
)
def test_a_section_carries_its_classification(
    code: str, cognizable: bool | None, bailable: bool | None, kind: str, months: int
) -> None:
    row = known("BNS", code)
    assert (row.cognizable, row.bailable) == (cognizable, bailable)
    assert (row.most.kind, row.most.months) == (kind, months)


def test_a_graver_maximum_is_shown_with_its_condition() -> None:
    theft_at_night = known("BNS", "331(4)").punishment()
    assert theft_at_night.en == "5 years (14 years if for theft)"
    assert theft_at_night.hi == "5 वर्ष (चोरी का आशय होने पर 14 वर्ष)"


def test_an_act_is_named_as_the_state_prints_it() -> None:
    assert act("BNS").words.hi == "भारतीय न्याय संहिता (बी एन एस), 2023"
    assert act("BNS").confirmed
    assert not act("ARMS").confirmed


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("303", "BNS:303(2)"),
        ("३०३(2)", "BNS:303(2)"),
        ("303 (2)", "BNS:303(2)"),
        ("चोरी", "BNS:303(2)"),
        ("theft", "BNS:303(2)"),
        ("THEFT", "BNS:303(2)"),
        ("bns 103", "BNS:103(1)"),
        ("हत्या", "BNS:103(1)"),
        ("झपटमारी", "BNS:304(2)"),
        ("3/25", "ARMS:3/25(1B)(a)"),
        ("pocso 7/8", "POCSO:7/8"),
        ("पॉक्सो 5", "POCSO:5/6"),
        ("66d", "IT:66D"),
        ("धारा 303", "BNS:303(2)"),
        ("u/s 303(2)", "BNS:303(2)"),
        ("chori", "BNS:303(2)"),
        ("Hatya", "BNS:103(1)"),
        ("marpeet", "BNS:115(2)"),
        ("jhapatmari", "BNS:304(2)"),
        ("बीएनएस चोरी", "BNS:303(2)"),
    ],
)
def test_a_section_is_found_by_number_or_words(text: str, first: str) -> None:
    assert ids(find_sections(text, AFTER))[0] == first


def test_spellings_of_a_nasal_find_the_same_sections() -> None:
    assert ids(find_sections("बंधपत्र", AFTER)) == ids(find_sections("बन्धपत्र", AFTER)) != []


def test_the_day_of_occurrence_chooses_the_code() -> None:
    before, after = find_sections("चोरी", BEFORE), find_sections("चोरी", AFTER)
    assert "IPC:379" in ids(before)
    assert "BNS:303(2)" in ids(after)
    assert not any(row.act == "BNS" for row in before)
    assert not any(row.act == "IPC" for row in after)
    both = {row.act for row in find_sections("theft", None, limit=100)}
    assert {"BNS", "IPC"} <= both


def test_the_law_on_foreigners_changes_on_the_day_of_the_new_act() -> None:
    before, after = date(2025, 8, 31), date(2025, 9, 1)
    assert [act("FOREIGNERS").applies_on(day) for day in (before, after)] == [True, False]
    assert [act("IMMIGRATION").applies_on(day) for day in (before, after)] == [False, True]


def test_procedure_is_found_only_when_asked_for() -> None:
    assert not any(row.act == "BNSS" for row in find_sections("126", AFTER))
    assert ids(find_sections("126", AFTER, kinds=("procedure",))) == ["BNSS:126"]


def test_a_section_not_in_force_is_known_but_never_offered() -> None:
    assert not known("BNS", "106(2)").in_force
    assert "BNS:106(2)" not in ids(find_sections("106(2)", AFTER))
    assert "BNS:106(2)" not in ids(find_sections("106", AFTER))
    assert "BNS:106(1)" in ids(find_sections("106", AFTER))


def test_both_parts_of_ipc_506_are_found_and_printed_apart() -> None:
    assert ids(find_sections("506", BEFORE)) == ["IPC:506-1", "IPC:506-2"]
    assert known("IPC", "506-2").number == "506 (भाग-2)"


def test_a_search_may_keep_to_one_act() -> None:
    assert {row.act for row in find_sections("3", AFTER, limit=50, act_code="POCSO")} == {"POCSO"}
    assert find_sections("theft", AFTER, act_code="POCSO") == ()


def test_a_search_keeps_to_its_limit_and_an_empty_one_finds_nothing() -> None:
    assert len(find_sections("3", AFTER, limit=5)) == 5
    assert find_sections("   ", AFTER) == ()
    assert find_sections("theft", AFTER, limit=0) == ()
    assert find_sections("क्वांटम", AFTER) == ()


def test_a_section_that_is_not_in_the_list_can_be_entered() -> None:
    row = free_section("रेलवे अधिनियम, 1989", "153")
    assert row.free
    assert (row.act, row.code) == ("रेलवे अधिनियम, 1989", "153")
    assert row.cognizable is None
    assert not row.confirmed
    odd = free_section("BNS", "299(7)")
    assert odd.free
    assert odd.act == "BNS"
    assert odd.act_text == act("BNS").words.hi


def test_a_typed_section_that_is_in_the_list_becomes_that_row() -> None:
    assert free_section("भारतीय न्याय संहिता (बी एन एस), 2023", "३०३ (२)") == known("BNS", "303(2)")
    assert free_section("bns", "303(2)") == known("BNS", "303(2)")


def test_a_free_section_needs_an_act_and_a_number() -> None:
    with pytest.raises(ValueError, match="needs"):
        free_section("BNS", " ")


@pytest.mark.parametrize(
    ("code", "flag"),
    [
        ("64(1)", "rape"),
        ("70(2)", "child"),
        ("79", "sexual"),
        ("124(1)", "sexual"),
        ("299", "communal"),
    ],
)
def test_a_section_carries_its_flags(code: str, flag: str) -> None:
    row = known("BNS", code)
    assert flag in row.flags
    assert "sensitive" in row.flags


def test_only_the_named_sections_run_the_two_month_clock() -> None:
    rape = {row.code for row in sections("BNS") if "rape" in row.flags}
    assert rape == {
        "64(1)", "64(2)", "65(1)", "65(2)", "66", "67", "68", "70(1)", "70(2)", "71",
    }  # fmt: skip
    two_months = {row.code for row in sections("POCSO") if "two_months" in row.flags}
    assert two_months == {"3/4", "5/6", "7/8", "9/10"}


def test_sections_whose_print_is_doubtful_are_not_confirmed() -> None:
    for code in ("75(2)", "76", "77", "70(2)", "49", "54", "3(5)"):
        assert not known("BNS", code).confirmed
    assert known("BNS", "303(2)").confirmed
    assert known("BNS", "303(2)").source == "bnss_first_schedule"


@given(st.text(max_size=12))
def test_any_text_may_be_searched(text: str) -> None:
    assert len(find_sections(text, AFTER, limit=3)) <= 3


@given(st.sampled_from([row for found in acts() for row in sections(found.code) if row.in_force]))
def test_every_section_in_force_is_found_by_its_number(row: Section) -> None:
    found = find_sections(row.code, None, limit=500, kinds=("penal", "special", "procedure"))
    assert row in found
