"""The first page of a role: what is due and what waits."""

from collections.abc import Callable

from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import home, records
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
    assert (waiting.count, waiting.opens.page) == (1, "drafts")
    assert home.home(moharir).waiting == []


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
