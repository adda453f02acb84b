"""One person in many records: suggested with reasons, merged and split with a trail."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thana_desk.actions import identity, persons, records, suggesting
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed, RecordNotFound, Refused
from thana_desk.actions.person_groups import group_of
from thana_desk.actions.person_index import LINK_FORM, persons_in
from thana_desk.actions.projecting import projector

MOHAN = {"name": "मोहन लाल", "relative_name": "श्याम लाल", "dob": None, "birth_year": None}


def fir(desk: Desk, **informant: Any) -> str:
    letter = desk.forms["iif_1"].sample(desk.clock.now())
    letter["informant"] |= {"phones": [], "ids": [], **informant}
    letter["informant"] = {key: value for key, value in letter["informant"].items() if value}
    return records.register(desk, "iif_1", letter).record_id


def entry(desk: Desk, record_id: str) -> str:
    return desk.store.persons_of(record_id)[0].person_id


@pytest.fixture
def three(moharir: Desk) -> list[str]:
    """Three entries of one name, each in its own FIR."""
    records.register(moharir, "gd", moharir.forms["gd"].sample(moharir.clock.now()))
    return [entry(moharir, fir(moharir, **MOHAN, age_years=age)) for age in (35, 36, 60)]


def test_persons_are_found_by_name_father_and_age_in_either_script(
    moharir: Desk, three: list[str]
) -> None:
    found = [one.person_id for one in persons.persons(moharir, "Mohan Lal s/o Shyam Lal 35")]
    assert found == three[:2]
    assert {one.person_id for one in persons.persons(moharir, "मोहन लाल")} == set(three)


def test_a_person_twice_in_one_record_is_one_entry_with_both_places(moharir: Desk) -> None:
    form = moharir.forms["iif_1"]
    letter = form.sample(moharir.clock.now())
    letter["informant"] |= MOHAN
    letter["victims"] = [dict(letter["informant"])]
    letter["accused"] = [{"name": "राम"}, {"name": "राम"}]
    from thana_desk.storage.rows import Envelope

    found = persons_in(form, letter, Envelope("r", "iif_1", 1, "registered"))
    mohan = [one for one in found if one.name == "मोहन लाल"]
    assert len(mohan) == 1
    assert len(mohan[0].paths) == 2
    assert len([one for one in found if one.name == "राम"]) == 2


def test_a_correction_elsewhere_leaves_the_entry_its_name(moharir: Desk, three: list[str]) -> None:
    before = moharir.store.persons(three)[three[0]]
    letter = dict(moharir.store.letter(before.record_id) or {})
    letter["accused"] = [{"name": "कोई और"}, *letter.get("accused", [])]
    form = moharir.forms["iif_1"]
    row = moharir.store.record(before.record_id)
    assert row is not None
    assert three[0] in [one.person_id for one in persons_in(form, letter, row.envelope)]


# --- possible same ------------------------------------------------------------------------------


def test_the_same_phone_suggests_who_it_was_and_says_so(moharir: Desk, three: list[str]) -> None:
    known = entry(moharir, fir(moharir, name="सलीम खान", phones=[{"phone": "9876500001"}]))
    (one,) = suggesting.suggestions(moharir, {"name": "सलीम", "phones": [{"phone": "9876500001"}]})
    assert one.hit.person_id == known
    assert [reason.field.en for reason in one.why] == ["same phone"]
    assert one.answers["name"] == "सलीम खान"


def test_the_same_name_father_and_age_suggest_in_either_script(
    moharir: Desk, three: list[str]
) -> None:
    found = suggesting.suggestions(
        moharir, {"name": "Mohan Lal", "relative_name": "Shyaam Laal", "age_years": 35}
    )
    assert {one.hit.person_id for one in found} == set(three[:2])  # the third is 25 years older
    assert {"same name", "same father / husband"} <= {why.field.en for why in found[0].why}


def test_a_name_alone_or_another_father_suggests_nobody(moharir: Desk, three: list[str]) -> None:
    assert suggesting.suggestions(moharir, {"name": "मोहन लाल"}) == []
    assert suggesting.suggestions(moharir, {"name": "मोहन लाल", "relative_name": "गोपाल दास"}) == []
    for nothing in ({}, {"name": "अज्ञात"}, {"phones": "x", "ids": None, "name": 3}):
        assert suggesting.suggestions(moharir, nothing) == []


def test_what_is_taken_over_is_no_paper_and_no_age(moharir: Desk, three: list[str]) -> None:
    (first, *_) = suggesting.suggestions(
        moharir, {"name": "मोहन लाल", "relative_name": "श्याम लाल", "age_years": 35}
    )
    assert not {"ids", "uid_no", "passport_no", "age_years", "photo"} & set(first.answers)
    assert first.answers["birth_year"] in (1990, 1991)


def test_nobody_is_suggested_or_shown_from_a_record_sealed_to_the_role(
    moharir: Desk, at_desk: Callable[[str], Desk], three: list[str]
) -> None:
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter["informant"] = {
        **letter["informant"],
        "name": "गोपनीय देवी",
        "relative_name": "कल्पित दास",
    }
    letter["acts"] = [{"act": "BNS", "section": "64(1)"}]
    made = None
    try:
        made = records.register(moharir, "iif_1", letter)
    except HasProblems as error:
        reasons = {problem.code: "नमूना कारण" for problem in error.problems}
        made = records.register(moharir, "iif_1", letter, reasons=reasons)
    hidden = entry(moharir, made.record_id)
    asked = {"name": "गोपनीय देवी", "relative_name": "कल्पित दास"}
    assert suggesting.suggestions(moharir, asked)
    pairokar = at_desk("pairokar")
    assert suggesting.suggestions(pairokar, asked) == []
    assert persons.persons(pairokar, "गोपनीय देवी") == []
    with pytest.raises(RecordNotFound):
        identity.person(pairokar, hidden)
    identity.merge(moharir, hidden, three[0], "नमूना")
    page = identity.person(pairokar, three[0])
    assert (page.hidden, [one.person_id for one in page.entries]) == (1, [three[0]])
    assert [one.reason for one in page.statements] == [""]


# --- merging and splitting ----------------------------------------------------------------------


def test_merged_entries_are_one_person_and_the_trail_says_who_and_why(
    moharir: Desk, three: list[str]
) -> None:
    a, b, c = three
    identity.merge(moharir, a, b, "मोबाइल नम्बर एक")
    identity.merge(moharir, b, c, "परिजन ने बताया")
    page = identity.person(moharir, c)
    assert {one.person_id for one in page.entries} == {a, b, c}
    assert {one.reason for one in page.statements} == {"मोबाइल नम्बर एक", "परिजन ने बताया"}
    assert all(one.stands and one.officer.hi for one in page.statements)


def test_splitting_ends_a_merge_and_merging_again_restores_it(
    moharir: Desk, three: list[str]
) -> None:
    a, b, c = three
    identity.merge(moharir, a, b, "क")
    identity.merge(moharir, b, c, "ख")
    identity.split(moharir, a, "भूल से मिलाया")
    assert group_of(moharir, a) == [a]
    assert group_of(moharir, b) == sorted([b, c])
    assert [one.stands for one in identity.person(moharir, a).statements] == [True, False]
    identity.merge(moharir, a, b, "जाँच पर सही")
    assert group_of(moharir, c) == sorted(three)


def test_splitting_two_that_a_third_joins_ends_that_too(moharir: Desk, three: list[str]) -> None:
    a, b, c = three
    identity.merge(moharir, a, b, "क")
    identity.merge(moharir, b, c, "ख")
    identity.split(moharir, a, "अलग व्यक्ति", c)
    assert group_of(moharir, a) == [a]
    assert group_of(moharir, b) == sorted([b, c])


def test_two_said_to_be_different_are_not_proposed_again(moharir: Desk, three: list[str]) -> None:
    a, b, _ = three
    assert b in [one.hit.person_id for one in identity.person(moharir, a).possible]
    identity.split(moharir, a, "हमनाम", b)
    assert b not in [one.hit.person_id for one in identity.person(moharir, a).possible]


def test_nothing_is_said_without_a_reason_twice_or_by_one_who_may_not(
    moharir: Desk, at_desk: Callable[[str], Desk], three: list[str]
) -> None:
    a, b, _ = three
    with pytest.raises(HasProblems):
        identity.merge(moharir, a, b, "")
    identity.merge(moharir, a, b, "कारण")
    for one, other in ((a, b), (b, a), (a, a)):
        with pytest.raises(Refused):
            identity.merge(moharir, one, other, "कारण")
    with pytest.raises(Refused):
        identity.split(moharir, three[2], "कारण")
    with pytest.raises(RecordNotFound):
        identity.merge(moharir, a, "0" * 16, "कारण")
    with pytest.raises(NotAllowed):
        identity.split(at_desk("pairokar"), a, "कारण")


def test_a_rebuild_from_the_journal_leaves_persons_and_links_as_they_were(
    moharir: Desk, three: list[str]
) -> None:
    identity.merge(moharir, three[0], three[1], "कारण")
    before = [identity.person(moharir, one).entries for one in three]
    moharir.store.rebuild(projector(moharir.forms))
    assert [identity.person(moharir, one).entries for one in three] == before
    assert moharir.store.verify() == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_what_was_said_ends_the_same_in_every_order_of_arrival(
    data: st.DataObject, moharir: Desk
) -> None:
    """As on two PCs that got the same records by sync: their projection is a set."""
    from thana_desk.storage.rows import PersonLink

    names = "abcd"
    said = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from(list(itertools.combinations(names, 2))),
                st.booleans(),
                st.integers(0, 3),
            ),
            max_size=8,
        )
    )
    links = [
        PersonLink(f"r{number}", one, other, joined, f"2026-11-22T10:0{minute}:00+05:30")
        for number, ((one, other), joined, minute) in enumerate(said)
    ]
    results = []
    for order in (links, list(reversed(links)), data.draw(st.permutations(links))):
        latest: dict[tuple[str, str], bool] = {}
        for link in sorted(order, key=lambda one: (one.at, one.record_id)):
            latest[link.one, link.other] = link.joined
        results.append(latest)
        _write(moharir, order)
        results.append(
            {(one.one, one.other): one.joined for one in moharir.store.person_links(list(names))}
        )
    assert all(result == results[0] for result in results)


def _write(desk: Desk, links: list[Any]) -> None:
    with desk.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM person_link")
        for link in links:
            connection.exec_driver_sql(
                "INSERT INTO person_link VALUES (?, ?, ?, ?, ?)",
                (link.record_id, link.one, link.other, int(link.joined), link.at),
            )


def test_a_link_is_a_record_of_its_own_form(moharir: Desk, three: list[str]) -> None:
    made = identity.merge(moharir, three[0], three[1], "कारण")
    record = moharir.store.record(made.record_id)
    assert record is not None
    assert record.envelope.form == LINK_FORM
    assert "मोहन" not in str(record.letter["pairs"])
