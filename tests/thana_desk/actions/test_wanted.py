"""Lists narrowed by conditions: what they show, to whom, in words, on paper and in a file."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forms.kit.words import NO_WORDS
from tests.thana_desk.actions.conftest import MovingClock
from thana_desk.actions import print_jobs, records, wanted
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, Refused
from thana_desk.actions.print_orders import LIST, PrintOrder
from thana_desk.actions.tables import as_csv
from thana_desk.actions.wanted import Wanted

SignIn = Callable[[str], Desk]


def registered(desk: Desk, code: str, parent_id: str | None = None, **more: Any) -> str:
    letter = desk.forms[code].sample(desk.clock.now())
    letter.update(more)
    return records.register(desk, code, letter, parent_id=parent_id).record_id


def ids(desk: Desk, **conditions: Any) -> list[str]:
    found = wanted.listing(desk, Wanted(**conditions))
    assert wanted.count(desk, Wanted(**conditions)) == found.total
    return [line.record_id for line in found.lines]


def test_periods_reach_from_their_beginning_to_today(
    moharir: Desk, moving_clock: MovingClock
) -> None:
    moving_clock.forward(days=-30)  # 24 October
    old = registered(moharir, "gd")
    moving_clock.forward(days=28)  # Saturday, 21 November
    before = registered(moharir, "gd")
    moving_clock.forward(days=2)  # Monday
    today = registered(moharir, "gd")
    assert ids(moharir, period="today") == ids(moharir, period="week") == [today]
    assert ids(moharir, period="month") == [today, before]
    assert ids(moharir, period="year") == [today, before, old]
    assert ids(moharir, period="span", from_day="2026-11-21", to_day="2026-11-22") == [before]
    assert ids(moharir, period="span", to_day="2026-11-01") == [old]
    assert ids(moharir, order="oldest") == [old, before, today]
    with pytest.raises(Refused):
        ids(moharir, period="span", from_day="2026-11-22", to_day="2026-11-21")


@pytest.mark.parametrize("typed", ["303(2)", "303", "BNS 303(2)", "303(2) bns", "३०३(२)"])
def test_a_section_is_understood_with_and_without_its_act(moharir: Desk, typed: str) -> None:
    fir = registered(moharir, "iif_1")
    assert ids(moharir, forms=("iif_1",), section=typed) == [fir]


@pytest.mark.parametrize("typed", ["303(2) NOLAW", "चोरी", "303 304"])
def test_what_is_no_section_is_said_and_not_taken_for_an_empty_list(
    moharir: Desk, typed: str
) -> None:
    with pytest.raises(Refused) as refused:
        ids(moharir, section=typed)
    assert typed in refused.value.words.hi


def test_my_cases_are_those_that_name_me_and_lack_a_final_report(at_desk: SignIn) -> None:
    moharir, io_desk = at_desk("moharir"), at_desk("io")
    officer = {"name": "उ0नि0 मिसाल सिंह", "rank": "SI", "pno": io_desk.session.pno}
    mine = registered(moharir, "iif_1", io=officer)
    registered(moharir, "iif_1", io={**officer, "pno": "999999999"})
    conditions: dict[str, Any] = {"forms": ("iif_1",), "officer": "me", "without": ("iif_5",)}
    assert ids(io_desk, **conditions, clocks=("K14",), order="due") == [mine]
    (line,) = wanted.listing(io_desk, Wanted(**conditions, clocks=("K14",))).lines
    assert line.due is not None
    assert line.due.code == "K14"
    assert line.gaps == len(records.record(io_desk, mine).gaps)


def test_drafts_are_a_list_like_any_other(at_desk: SignIn) -> None:
    moharir, sho = at_desk("moharir"), at_desk("sho")
    draft = records.begin(moharir, "iif_1")
    begun = records.begin(moharir, "gd")
    records.ask_approval(moharir, draft.draft_id)
    found = wanted.listing(sho, Wanted(state="approval"))
    assert [line.draft_id for line in found.lines] == [draft.draft_id]
    assert {line.draft_id for line in wanted.listing(moharir, Wanted(state="mine")).lines} == {
        draft.draft_id,
        begun.draft_id,
    }
    assert wanted.count(moharir, Wanted(state="draft", forms=("gd",))) == 1
    assert wanted.count(sho, Wanted(state="mine")) == 0


def test_a_role_that_may_not_see_the_sealed_cannot_sift_or_read_it(at_desk: SignIn) -> None:
    moharir = at_desk("moharir")
    hidden = next(
        desk
        for desk in (at_desk(role) for role in ("pairokar", "operator", "io"))
        if not wanted.sees_sealed(desk.session.role, desk.forms["iif_1"])
    )
    acts = [{"act": "BNS", "section": "64(1)"}]
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter["acts"] = acts
    assert moharir.forms["iif_1"].is_sensitive(letter)
    name = str(letter["informant"]["name"]) if "informant" in letter else "नमूना"
    try:
        record_id = records.register(moharir, "iif_1", letter).record_id
    except records.HasProblems as problems:
        pytest.fail(str([one.code for one in problems.problems]))
    assert record_id in ids(moharir, sensitive=True)
    assert record_id in ids(hidden, forms=("iif_1",))
    assert ids(hidden, forms=("iif_1",), text=name) == []
    with pytest.raises(NotAllowed):
        ids(hidden, forms=("iif_1",), sensitive=True)
    (line,) = wanted.listing(hidden, Wanted(forms=("iif_1",), clocks=("K13",))).lines
    shown = wanted.cells_of(hidden, Wanted(forms=("iif_1",)), line)
    assert name not in " ".join(shown)
    assert line.due is None or name not in line.due.title


def list_order(conditions: Wanted) -> PrintOrder:
    return PrintOrder(LIST, wanted=conditions.to_json())


def test_an_export_holds_the_shown_rows_and_is_logged(moharir: Desk, tmp_path: Path) -> None:
    for _number in range(3):
        registered(moharir, "gd")
    target = tmp_path / "list.csv"
    order = list_order(Wanted(forms=("gd",), period="today"))
    print_jobs.hand_out(moharir, order, target)
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"))))
    assert len(rows) == 4
    assert [row[0] for row in rows[1:]] == [
        line.number for line in wanted.listing(moharir, Wanted(forms=("gd",))).lines
    ]
    (entry,) = moharir.store.prints()
    assert (entry.act, entry.detail["sent"]) == ("list.csv", 3)


def test_a_file_holds_no_form_that_the_role_may_not_print(at_desk: SignIn, tmp_path: Path) -> None:
    moharir, pairokar = at_desk("moharir"), at_desk("pairokar")
    registered(moharir, "gd")
    with pytest.raises(NotAllowed):
        wanted.table(pairokar, Wanted(forms=("gd",)), ".csv")
    with pytest.raises(NotAllowed):
        wanted.paper(pairokar, Wanted(forms=("gd",)), NO_WORDS, file=True)
    assert wanted.paper(pairokar, Wanted(forms=("gd",)), NO_WORDS).startswith(b"%PDF")
    with pytest.raises(NotAllowed):
        wanted.table(moharir, Wanted(state="draft"), ".csv")
    for name in ("all.csv", "all.xlsx"):
        went = print_jobs.hand_out(pairokar, list_order(Wanted()), tmp_path / name)
        assert went.sent == 0, "only the heading"
    assert [one.act for one in pairokar.store.prints()] == ["list.xlsx", "list.csv"]


@pytest.mark.parametrize("cell", ["=1+1", "+91", "-1", "@sum", "\tx"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert next(csv.reader(io.StringIO(as_csv([[cell]]).decode("utf-8-sig")))) == [f"'{cell}"]
    assert as_csv([["नमूना"]]).decode("utf-8-sig") == "नमूना\r\n"


def test_a_list_prints_as_a_table_and_the_words_asked_for_stay_out_of_the_log(
    moharir: Desk, tmp_path: Path
) -> None:
    registered(moharir, "gd")
    conditions = Wanted(forms=("gd",), period="today", text="नमूना")
    print_jobs.hand_out(moharir, list_order(conditions), tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    (entry,) = moharir.store.prints()
    assert entry.act == "list.pdf"
    assert "text" not in entry.detail
    assert entry.detail["by_words"] is True


def test_every_condition_is_said_in_words(moharir: Desk) -> None:
    assert wanted.in_words(moharir, Wanted()).hi == ""
    conditions: list[dict[str, Any]] = [
        {"forms": ("gd",)},
        {"period": "span", "from_day": "2026-11-01"},
        {"period": "span", "to_day": "2026-11-01"},
        {"period": "span", "from_day": "2026-11-01", "to_day": "2026-11-02"},
        {"section": "103(1)"},
        {"officer": "me"},
        {"sensitive": True},
        {"without": ("iif_5",)},
        {"clocks": ("K11",), "due_days": 3},
        {"clocks": ("K11",), "running": True},
        {"text": "राम"},
        *({"order": order} for order in wanted.ORDERS[1:]),
        *({"period": period} for period in wanted.PERIODS[:-1]),
        *({"state": state} for state in wanted.STATES),
    ]
    spoken = [wanted.in_words(moharir, Wanted(**one)) for one in conditions]
    assert all(one.hi and one.en for one in spoken)
    assert len({one.hi for one in spoken}) == len(spoken)


def test_what_a_list_names_and_is_gone_is_said_and_left_out(moharir: Desk) -> None:
    whole = Wanted(forms=("gd", "iif_1"), clocks=("K13",), running=True, order="due")
    assert wanted.wanted_from(moharir, whole.to_json()) == (whole, [])
    data = {
        "forms": ["gd", "form_of_yesterday"],
        "without": ["gone"],
        "clocks": ["K999"],
        "running": True,
        "order": "due",
        "state": "lost",
        "officer": "nobody",
        "colour": "red",
        "period": 7,
        "columns": ["title", "shoe_size"],
    }
    found, lost = wanted.wanted_from(moharir, data)
    assert found == Wanted(forms=("gd",), columns=("title",))
    assert len(lost) == 8
    assert any("form_of_yesterday" in one.hi for one in lost)
    assert wanted.listing(moharir, found).total == 0


def test_too_long_a_list_is_refused_before_anything_goes_out(
    moharir: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(moharir, "gd")
    with pytest.raises(Refused):
        list(wanted.whole(moharir, replace(wanted.EVERYTHING), 0))


def test_records_with_gaps_are_found_and_say_how_many(moharir: Desk) -> None:
    whole = registered(moharir, "complaint")
    letter = moharir.forms["complaint"].sample(moharir.clock.now())
    for part in moharir.forms["complaint"].fields():
        kept = letter.pop(part.key, None)
        found = records.problems(moharir, "complaint", letter)
        if len(found) == 1 and found[0].weight is records.Weight.GAP:
            break
        if kept is not None:
            letter[part.key] = kept
    lacking = records.register(moharir, "complaint", letter)
    assert len(lacking.gaps) == 1
    assert ids(moharir, forms=("complaint",)) == [lacking.record_id, whole]
    assert ids(moharir, forms=("complaint",), state="gaps") == [lacking.record_id]
    (line,) = wanted.listing(moharir, Wanted(state="gaps", forms=("complaint",))).lines
    assert line.gaps == 1
    assert "1" in wanted.cells_of(moharir, Wanted(), line)[-1]
    sample = moharir.forms["complaint"].sample(moharir.clock.now())
    moharir.store.rebuild(_project(moharir))
    assert ids(moharir, forms=("complaint",), state="gaps") == [lacking.record_id]
    records.correct(moharir, lacking.record_id, sample, "पूरा किया")
    assert ids(moharir, forms=("complaint",), state="gaps") == []


def _project(desk: Desk) -> Any:
    from thana_desk.actions.projecting import projector

    return projector(desk.forms)


def test_paper_and_file_show_the_chosen_columns(moharir: Desk) -> None:
    registered(moharir, "gd")
    chosen = Wanted(forms=("gd",), columns=("gaps",))
    assert wanted.columns_of(chosen) == ("number", "title", "gaps")
    data, count = wanted.table(moharir, chosen, ".csv")
    assert count == 1
    (heading, row) = data.decode("utf-8-sig").splitlines()
    assert len(heading.split(",")) == 3
    (line,) = wanted.listing(moharir, chosen).lines
    assert row.startswith(line.number)
