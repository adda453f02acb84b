"""The first page of a role: what is due and what waits."""

from collections.abc import Callable

from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import home, records, wanted
from thana_desk.actions.desk import Desk


def test_electronic_information_runs_its_three_days_before_there_is_an_fir(
    moharir: Desk, moving_clock: MovingClock
) -> None:
    draft = records.begin(moharir, "iif_1")
    received = {"info_type": "ELECTRONIC", "e_received_at": "2026-11-23T09:00"}
    records.keep(moharir, draft.draft_id, received, {})
    (line,) = home.home(moharir).due
    assert (line.code, line.draft_id, line.late) == ("K01", draft.draft_id, False)
    assert line.due_at is not None
    assert line.due_at.startswith("2026-11-26")
    moving_clock.forward(days=4)
    assert home.home(moharir).due[0].late


def test_half_typed_times_start_nothing(moharir: Desk) -> None:
    draft = records.begin(moharir, "iif_1")
    records.keep(moharir, draft.draft_id, {"e_received_at": "कल शाम"}, {})
    records.keep(moharir, draft.draft_id, {"e_received_at": ["x"]}, {})
    assert home.home(moharir).due == []


def test_the_officer_in_charge_sees_what_waits_for_approval(moharir: Desk, sho: Desk) -> None:
    assert home.home(sho).waiting == []
    draft = records.begin(moharir, "iif_1")
    records.ask_approval(moharir, draft.draft_id)
    (waiting,) = home.home(sho).waiting
    assert (waiting.count, waiting.mine) == (1, True)
    assert waiting.who.hi == f"1 {moharir.session.name.hi}"
    assert waiting.opens.wanted is not None
    (line,) = wanted.listing(sho, waiting.opens.wanted).lines
    assert line.draft_id == draft.draft_id
    (asked,) = home.home(moharir).waiting
    assert not asked.mine, "it is the officer in charge's turn"
    records.approve(sho, draft.draft_id, "late", "नमूना")
    assert home.home(sho).waiting == []
    (granted,) = home.home(moharir).waiting
    assert granted.mine


def test_counts_open_the_rows_they_count(moharir: Desk) -> None:
    records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    for count in home.home(moharir).counts:
        rows = records.listing(
            moharir,
            count.opens.form_codes,
            from_day=count.opens.from_day,
            to_day=count.opens.to_day,
        )
        assert rows.total == count.value


def test_every_role_has_a_first_page(at_desk: Callable[[str], Desk]) -> None:
    for role in ("sho", "moharir", "io", "operator", "pairokar"):
        assert home.home(at_desk(role)).diary.entries == 0


def test_a_waiting_line_opens_as_many_lines_as_it_counts(at_desk: Callable[[str], Desk]) -> None:
    io_desk, moharir = at_desk("io"), at_desk("moharir")
    fir = records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    letter = io_desk.forms["iif_3"].sample(io_desk.clock.now())
    try:
        records.register(io_desk, "iif_3", letter, parent_id=fir.record_id)
    except records.HasProblems as error:
        draft = records.begin(io_desk, "iif_3", parent_id=fir.record_id, letter=letter)
        for one in error.problems:
            records.approve(at_desk("sho"), draft.draft_id, one.code, "नमूना")
        reasons = {one.code: "नमूना" for one in error.problems}
        records.register(io_desk, "iif_3", letter, draft_id=draft.draft_id, reasons=reasons)
    mine = [one for one in home.home(moharir).waiting if one.opens.wanted]
    assert mine
    assert io_desk.session.name.hi in mine[0].who.hi
    theirs = [one for one in home.home(io_desk).waiting if not one.mine]
    (passed,) = [one for one in theirs if one.opens.wanted]
    for desk, line in ((moharir, mine[0]), (io_desk, passed)):
        assert line.opens.wanted is not None
        assert wanted.count(desk, line.opens.wanted) == line.count


def test_a_task_waits_for_whom_it_was_given_to_until_it_is_done(
    at_desk: Callable[[str], Desk],
) -> None:
    sho, io_desk = at_desk("sho"), at_desk("io")
    letter = sho.forms["task"].sample(sho.clock.now())
    letter["assignee"] = {"name": "मिसाल सिंह", "rank": "SI", "pno": io_desk.session.pno}
    done = records.register(sho, "task", letter)
    (waiting,) = home.home(io_desk).waiting
    assert (waiting.count, waiting.opens.record_id) == (1, done.record_id)
    assert waiting.who == sho.session.name
    finished = {**letter, "status": "DONE", "done_at": sho.clock.now().strftime("%Y-%m-%dT%H:%M")}
    records.correct(sho, done.record_id, finished, "पूर्ण")
    assert home.home(io_desk).waiting == []


def test_every_desk_offers_its_own_forms_and_lists(at_desk: Callable[[str], Desk]) -> None:
    for role in ("sho", "moharir", "io", "operator", "pairokar"):
        desk = at_desk(role)
        shown = home.home(desk)
        assert shown.next_forms
        assert desk.may("register", shown.next_forms[0].code)
        assert len(shown.views) >= 3
        assert len(shown.counts) >= 3


def test_a_clock_of_anothers_paper_is_anothers_turn(
    at_desk: Callable[[str], Desk], moving_clock: MovingClock
) -> None:
    moharir, pairokar = at_desk("moharir"), at_desk("pairokar")
    records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    moving_clock.forward(days=3)
    assert any(one.mine for one in home.home(moharir).waiting)
    late = home.home(pairokar).waiting
    assert late
    assert not any(one.mine for one in late)
