"""The seizure memo: witnesses, the recording of s.105, NDPS, and its two diary entries."""

from forms.catalogue import form
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

SEIZURE = form("iif_4")
NDPS = [{"act": "NDPS", "section": "8/21"}]


def test_one_witness_asks_for_the_reason() -> None:
    one = changed("iif_4")["witnesses"][:1]
    assert "IIF4.witnesses" in codes("iif_4", changed("iif_4", witnesses=one))
    told = changed("iif_4", witnesses=one, few_witnesses_why="सुनसान स्थान")
    assert codes("iif_4", told) == set()


def test_a_missing_recording_is_a_gap_until_its_reason_is_written() -> None:
    video = ("av_device", "av_start", "av_end", "av_sha256", "av_sent_to", "av_sent_at")
    without = changed("iif_4", without=video)
    assert codes("iif_4", without) == {"required"}
    assert codes("iif_4", {**without, "no_av_why": "उपकरण खराब"}) == set()


def test_a_seizure_before_the_new_law_asks_for_no_recording() -> None:
    video = ("av_device", "av_start", "av_end", "av_sha256", "av_sent_to", "av_sent_at")
    old = changed(
        "iif_4", without=video, seize_at="2024-06-30T10:00", mag_report_at="2024-06-30T12:00"
    )
    assert codes("iif_4", old) == set()
    (clock,) = [one for one in SEIZURE.clocks if one.clock == "K20"]
    assert clock.when is not None
    assert not callable(clock.when)
    assert not clock.when.holds((old,))


def test_the_recording_runs_forward_in_time() -> None:
    assert "V01" in codes("iif_4", changed("iif_4", av_end=ago(5)))
    assert "V01" in codes("iif_4", changed("iif_4", mag_report_at=ago(9)))


def test_ndps_questions_come_only_with_an_ndps_section() -> None:
    assert "required" in codes("iif_4", changed("iif_4", acts=NDPS))
    answered = changed("iif_4", acts=NDPS, ndps_info_at=ago(4), ndps_right_told=True)
    assert codes("iif_4", answered) == set()
    assert codes("iif_4", changed("iif_4")) == set()


def test_a_seizure_before_the_fir_is_asked_about() -> None:
    facts = make_facts(make_fir())
    assert "V07" in codes("iif_4", changed("iif_4", seize_at=ago(40)), facts)
    assert "V07" not in codes("iif_4", changed("iif_4"), facts)


def test_unclaimed_property_has_no_owner_to_ask_for() -> None:
    person = ("from_person", "prof_receiver")
    assert codes("iif_4", changed("iif_4", without=person)) == {"required"}
    assert codes("iif_4", changed("iif_4", without=person, nature="UNCLAIMED")) == set()


def test_the_values_add_up() -> None:
    letter = changed("iif_4")
    SEIZURE.prepare(letter, make_facts(make_fir()))
    assert letter["items_total"] == "45050"
    assert letter["fir_ref"]["number"] == "0059/2026"
    letter["items"] = [{"description": "x"}]
    SEIZURE.prepare(letter, make_facts())
    assert "items_total" not in letter
    assert "fir_ref" not in letter


def test_it_begins_with_the_sections_as_the_case_diary_left_them() -> None:
    diary = make_record(
        "cd",
        "1",
        {
            "acts_change": [
                {"act": "BNS", "section": "331(4)", "change": "ADDED"},
                {"act": "BNS", "section": "317(2)", "change": "REMOVED"},
            ]
        },
    )
    begun = SEIZURE.begin(make_facts(make_fir(), diary))
    assert [row["section"] for row in begun["acts"]] == ["303(2)", "331(4)"]
    assert begun["io"] == OFFICER
    assert SEIZURE.begin(make_facts()) == {"io": OFFICER}


def test_seizure_and_deposit_each_have_their_diary_entry() -> None:
    facts = make_facts(make_fir())
    seizure, deposit = (one.letter(changed("iif_4"), facts) for one in SEIZURE.consequences[:2])
    assert (seizure["gd_type"], deposit["gd_type"]) == ("SEIZ", "MAL-IN")
    assert "Hero Splendor" in seizure["brief"]
    assert "0017/2026" in deposit["brief"]
    when = SEIZURE.consequences[1].when
    assert when is not None
    assert not when.holds((changed("iif_4", without=["malkhana_no"]),))


def test_the_diary_of_a_sensitive_case_names_neither_owner_nor_place() -> None:
    facts = make_facts(make_fir(sensitive=True))
    for consequence in SEIZURE.consequences:
        said = str(consequence.letter(SEIZURE.sample(NOW), facts))
        assert "नमूना कुमार" not in said
        assert "नमूना तिराहा" not in said
