"""What is sealed in a sensitive case and who sees it."""

import pytest

from forms.codes import acts, is_masked_on, roles, seal, seals, section, sees, triggers
from forms.codes.sealing import facts


def test_a_trigger_names_only_seals_sections_and_acts_that_exist() -> None:
    known_seals = {found.code for found in seals()}
    known_acts = {found.code for found in acts()}
    for trigger in triggers():
        assert set(trigger.hides) <= known_seals
        assert trigger.acts <= known_acts
        for name in trigger.sections:
            act, _, code = name.partition(":")
            assert section(act, code) is not None


def test_a_seal_is_seen_only_by_roles_that_exist() -> None:
    codes = {found.code for found in roles()}
    assert all(set(found.seen_by) <= codes for found in seals())


@pytest.mark.parametrize("role", ["operator", "pairokar"])
def test_the_victims_name_is_masked_for_who_does_not_work_the_case(role: str) -> None:
    assert not sees(role, "victim_identity")
    assert not sees(role, "case_diary_text")


def test_the_investigator_sees_the_victim_and_the_diary() -> None:
    assert sees("io", "victim_identity")
    assert sees("io", "case_diary_text")
    assert not sees("moharir", "interrogation_text")


def test_nobody_sees_a_whole_aadhaar_number() -> None:
    assert not any(sees(found.code, "aadhaar") for found in roles())


def test_an_informer_is_known_to_the_officer_in_charge_alone() -> None:
    assert [found.code for found in roles() if sees(found.code, "informant_identity")] == ["sho"]


def test_the_mask_is_written_as_the_station_writes_it() -> None:
    assert seal("victim_identity").mask.hi == 'पीड़िता "X"'
    assert seal("child_identity").mask.hi == 'बालक "X"'


def test_only_the_courts_and_the_victims_copy_are_unmasked() -> None:
    assert not is_masked_on("court_copy")
    assert not is_masked_on("victim_copy")
    for outlet in ("list", "search", "citizen_copy", "sharing_copy", "an_outlet_nobody_named"):
        assert is_masked_on(outlet)


def test_a_case_of_sexual_offence_child_or_terror_never_goes_to_the_website() -> None:
    kept_off = {trigger.code for trigger in triggers() if not trigger.may_upload}
    assert kept_off >= {"sexual_offence", "pocso", "child", "terror", "victim_disclosure"}


def test_facts_of_a_case_are_named_once() -> None:
    assert facts() == {
        "child_victim",
        "child_accused",
        "victim_wants_secrecy",
        "witness_protected",
    }


def test_an_unknown_seal_is_an_error() -> None:
    with pytest.raises(KeyError):
        sees("sho", "no_such_seal")
