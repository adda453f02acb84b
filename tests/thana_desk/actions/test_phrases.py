"""The phrase book: found by letters of either script, filled from record and case, the thana's own."""

from collections.abc import Callable

import pytest

from forms.catalogue import all_forms
from forms.codes.phrases import shipped_phrases, unknown_places
from forms.kit.blanks import blanks_in
from thana_desk.actions import phrases, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed

Seat = Callable[[str], Desk]
OWN = {"code": "mela", "title": "मेला ड्यूटी", "forms": ["gd"], "text": "मेला {place} {बिन्दु} {today}"}


def test_shipped_phrases_name_only_places_and_forms_that_there_are() -> None:
    assert len(shipped_phrases()) >= 60
    for one in shipped_phrases():
        assert unknown_places(one.text) == [], one.code
        assert set(one.forms) <= set(all_forms()), one.code


@pytest.mark.parametrize("typed", ["gasht", "गश्त", "ravangi", "रवानगी", "रवंगी"])
def test_a_phrase_is_found_by_letters_of_either_script(at_desk: Seat, typed: str) -> None:
    known = phrases.phrases(at_desk("moharir"))
    found = phrases.fitting(known, typed, form="gd", gd_type="RAV")
    assert found[0].code == ("ravangi" if typed[0] in "rर" else "gasht")


def test_without_letters_only_phrases_of_the_kind_of_entry_are_offered(at_desk: Seat) -> None:
    known = phrases.phrases(at_desk("moharir"))
    found = phrases.fitting(known, form="gd", gd_type="FIRE")
    assert [one.code for one in found] == ["aag"]


def test_what_is_known_is_filled_and_the_rest_is_a_marked_blank(at_desk: Seat) -> None:
    known = phrases.values(at_desk("moharir"), "gd", {"place": "चौक"})
    text = phrases.filled(OWN["text"], known)  # type: ignore[arg-type]
    assert text == "मेला चौक [बिन्दु …] 23-11-2026"
    assert len(blanks_in(text)) == 1
    assert phrases.as_phrase(text) == "मेला चौक {बिन्दु} 23-11-2026"


def test_an_own_phrase_is_offered_first_and_no_more_once_withdrawn(at_desk: Seat) -> None:
    desk = at_desk("operator")
    made = records.register(desk, "phrase", OWN)
    assert phrases.phrases(at_desk("io"))[0].record_id == made.record_id
    records.correct(desk, made.record_id, {**OWN, "withdrawn": True}, "अब नहीं")
    assert all(not one.record_id for one in phrases.phrases(desk))


def test_an_investigator_may_not_write_the_phrase_book(at_desk: Seat) -> None:
    with pytest.raises(NotAllowed):
        records.register(at_desk("io"), "phrase", OWN)


def test_an_unknown_place_is_refused(at_desk: Seat) -> None:
    with pytest.raises(HasProblems) as refused:
        records.register(at_desk("moharir"), "phrase", {**OWN, "text": "{fir_nr}"})
    assert [one.code for one in refused.value.problems] == ["phrase.unknown"]


def test_a_blank_left_in_an_entry_asks_for_a_reason(at_desk: Seat) -> None:
    desk = at_desk("moharir")
    entry = {"gd_type": "MISC", "brief": "सूचना [स्थान …] से मिली"}
    with pytest.raises(HasProblems) as refused:
        records.register(desk, "gd", entry)
    assert [one.code for one in refused.value.problems] == ["blank.left"]
    assert records.register(desk, "gd", entry, reasons={"blank.left": "ज्ञात नहीं"}).number


def test_every_shipped_phrase_comes_back_from_its_own_blanks() -> None:
    for one in shipped_phrases():
        again = phrases.as_phrase(phrases.filled(one.text, {}))
        assert phrases.filled(again, {}) == phrases.filled(one.text, {}), one.code
