"""What chosen sections mean for a case."""

import pytest

from forms.codes import CaseFlags, Section, flags, free_section, section


def chosen(*named: str) -> list[Section]:
    rows = []
    for name in named:
        act, _, code = name.partition(":")
        row = section(act, code)
        assert row is not None, name
        rows.append(row)
    return rows


def consequences(*named: str) -> CaseFlags:
    return flags(chosen(*named))


def test_theft_is_cognizable_and_allows_a_preliminary_enquiry() -> None:
    case = consequences("BNS:303(2)")
    assert case.any_cognizable is True
    assert case.any_non_bailable is True
    assert case.pe_allowed is True
    assert case.forensic_mandatory is False
    assert case.detention_days == 60
    assert not case.sensitive
    assert case.may_upload


def test_murder_runs_ninety_days_and_calls_the_forensic_team() -> None:
    case = consequences("BNS:103(1)", "BNS:3(5)")
    assert case.detention_days == 90
    assert case.forensic_mandatory is True
    assert case.pe_allowed is False
    assert not case.two_month_clock


def test_a_brawl_is_not_cognizable() -> None:
    case = consequences("BNS:115(2)", "BNS:352")
    assert case.any_cognizable is False
    assert case.any_non_bailable is False


def test_one_cognizable_section_makes_the_case_cognizable() -> None:
    assert consequences("BNS:115(2)", "BNS:303(2)").any_cognizable is True


def test_common_intention_alone_leaves_everything_open() -> None:
    case = consequences("BNS:3(5)")
    assert case.any_cognizable is None
    assert case.any_non_bailable is None
    assert case.forensic_mandatory is None
    assert case.detention_days is None


def test_a_section_that_follows_the_main_one_does_not_cloud_it() -> None:
    assert consequences("BNS:115(2)", "BNS:3(5)").any_cognizable is False


def test_a_free_section_leaves_open_what_no_other_section_settles() -> None:
    free = free_section("रेलवे अधिनियम, 1989", "153")
    assert flags([free]).any_cognizable is None
    assert flags([free, *chosen("BNS:115(2)")]).any_cognizable is None
    assert flags([free, *chosen("BNS:303(2)")]).any_cognizable is True
    assert flags([free, *chosen("BNS:303(2)")]).detention_days is None
    assert flags([free, *chosen("BNS:103(1)")]).detention_days == 90


def test_a_graver_maximum_on_condition_leaves_the_forensic_duty_to_a_person() -> None:
    case = consequences("BNS:331(4)")
    assert case.forensic_mandatory is None
    assert case.pe_allowed is None
    assert case.detention_days == 60


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("BNS:316(2)", True),  # five years
        ("BNS:318(4)", False),  # seven years
        ("BNS:132", False),  # two years
        ("BNS:318(2)", False),  # three years, but not cognizable
        ("SCST:3(1)(r)", False),  # the Act wants none
    ],
)
def test_a_preliminary_enquiry_needs_three_years_and_less_than_seven(
    name: str, allowed: bool
) -> None:
    assert consequences(name).pe_allowed is allowed


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("BNS:109(1)", 90),
        ("BNS:80(2)", 90),
        ("BNS:318(4)", 60),
        ("BNS:331(6)", 90),
        ("BNS:311", None),
    ],
)
def test_ten_years_and_more_give_ninety_days(name: str, days: int | None) -> None:
    assert consequences(name).detention_days == days


def test_rape_is_sealed_and_runs_the_two_month_clock() -> None:
    case = consequences("BNS:64(1)")
    assert case.sexual
    assert case.sensitive
    assert case.triggers == ("sexual_offence",)
    assert "victim_identity" in case.hides
    assert not case.may_upload
    assert case.two_month_clock


def test_pocso_seals_the_child() -> None:
    case = consequences("POCSO:7/8")
    assert case.pocso
    assert case.child
    assert case.two_month_clock
    assert "child_identity" in case.hides
    assert not consequences("POCSO:11/12").two_month_clock


def test_the_old_code_has_the_same_seals() -> None:
    assert consequences("IPC:376(1)").two_month_clock
    assert consequences("IPC:354").sensitive
    assert consequences("IPC:228A").triggers == ("victim_disclosure",)
    assert not consequences("IPC:379").sensitive


def test_a_child_makes_any_case_sensitive() -> None:
    accused = flags(chosen("BNS:303(2)"), facts=["child_accused"])
    victim = flags(chosen("BNS:303(2)"), facts=["child_victim"])
    assert accused.hides == {"child_in_conflict"}
    assert "child_identity" in victim.hides
    for case in (accused, victim):
        assert case.sensitive
        assert case.child
        assert not case.may_upload


def test_an_atrocity_is_sealed_only_when_the_victim_wants_it() -> None:
    rows = chosen("SCST:3(1)(r)")
    assert flags(rows).scst
    assert not flags(rows).sensitive
    assert flags(rows, facts=["victim_wants_secrecy"]).sensitive
    assert not flags(chosen("BNS:303(2)"), facts=["victim_wants_secrecy"]).sensitive


def test_no_section_has_no_consequence() -> None:
    case = flags([])
    assert case.any_cognizable is False
    assert case.detention_days is None
    assert not case.sensitive


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(ValueError, match="moon"):
        flags([], facts=["full_moon"])


@pytest.mark.parametrize(
    ("act", "number"),
    [("POCSO", "4"), ("POCSO", "8"), ("POCSO", "4(2)"), ("BNS", "64"), ("IPC", "376(2)(n)")],
)
def test_a_sexual_offence_written_short_hides_the_victim_all_the_same(
    act: str, number: str
) -> None:
    found = flags([free_section(act, number)])
    assert found.sexual
    assert found.sensitive
    assert (
        found.hides
        == flags([free_section(act, {"POCSO": "3/4", "BNS": "64(1)"}.get(act, "376"))]).hides
    )


def test_an_unlisted_section_of_an_act_for_children_is_one() -> None:
    assert flags([free_section("POCSO", "99")]).sensitive
    assert not flags([free_section("BNS", "999")]).sensitive
    assert not flags([free_section("BNS", "303")]).sensitive
