"""Returns: figures are what the records say, a changed figure says so, the paper has its annexures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forms.kit.register import Entry
from forms.returns import all_returns
from tests.thana_desk.printing.paper import folded, read_by_pdfium
from thana_desk.actions import print_jobs, records, returns
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import HasProblems, NotAllowed, RecordNotFound, Refused
from thana_desk.actions.print_orders import RETURN, PrintOrder

DAY = "2026-11-23"
MISSING = "missing_unidentified"


def text_of(pdf: bytes) -> str:
    return folded(read_by_pdfium(pdf))


def missing(desk: Desk, gender: str, years: int) -> str:
    letter = desk.forms["iif_8"].sample(desk.clock.now())
    person = {
        key: value
        for key, value in letter["missing"].items()
        if key not in ("dob", "birth_year", "age_months")
    }
    letter["missing"] = {**person, "gender": gender, "age_years": years}
    try:
        return records.register(desk, "iif_8", letter).record_id
    except HasProblems as error:
        reasons = {one.code: "नमूना कारण" for one in error.problems}
        return records.register(desk, "iif_8", letter, reasons=reasons).record_id


def by_key(desk: Desk, code: str) -> dict[str, returns.Counted]:
    return {one.key: one for row in returns.figures(desk, code, DAY, DAY) for one in row}


@pytest.mark.parametrize("code", sorted(all_returns()))
def test_each_return_is_counted_and_printed_with_its_annexures(code: str, moharir: Desk) -> None:
    wanted = all_returns()[code]
    keys = [one.key for row in wanted.rows for one in row.figures]
    assert len(set(keys)) == len(keys)
    assert all(len(row.figures) == len(wanted.columns) for row in wanted.rows)
    text = text_of(returns.return_paper(moharir, code, DAY, DAY))
    assert "इस अवधि की सूचना निल है" in text
    for annexure in wanted.annexures:
        from forms.registers import register

        assert register(annexure).words.hi in text


def test_figures_lead_to_their_records(moharir: Desk) -> None:
    man, girl = missing(moharir, "MALE", 40), missing(moharir, "FEMALE", 22)
    found = by_key(moharir, MISSING)
    assert found["men"].records == (man,)
    assert found["women"].records == (girl,)
    assert found["boys"].counted == 0


def test_a_transgender_child_is_counted_among_the_children() -> None:
    figures = {one.key: one for row in all_returns()[MISSING].rows for one in row.figures}
    for years, key in ((40, "missing_other"), (12, "children_other")):
        person = {"name": "नमूना", "gender": "TRANSGENDER", "age_years": years}
        letter = {"category": "TRANSGENDER", "missing": person, "last_seen_dt": f"{DAY}T08:00"}
        entry = Entry("1", DAY, letter, "", "")
        counted = [one.key for one in figures.values() if one.form == "iif_8" and one.counts(entry)]
        assert counted == [key]


def test_a_figure_of_another_day_is_not_counted(moharir: Desk) -> None:
    missing(moharir, "MALE", 40)
    rows = returns.figures(moharir, MISSING, "2026-11-01", "2026-11-22")
    assert not any(one.counted for row in rows for one in row)


def test_a_changed_figure_keeps_the_count_the_reason_and_the_name(
    moharir: Desk,
) -> None:
    missing(moharir, "MALE", 40)
    returns.change_figure(moharir, MISSING, DAY, DAY, "men", 3, "दो कागज पर लिखे हैं")
    one = by_key(moharir, MISSING)["men"]
    assert (one.counted, one.given) == (1, 3)
    text = text_of(returns.return_paper(moharir, MISSING, DAY, DAY))
    assert "दो कागज पर लिखे हैं" in text
    assert "3 *" in text
    returns.change_figure(moharir, MISSING, DAY, DAY, "men", 1, "अब फीड हो गये")
    assert by_key(moharir, MISSING)["men"].given == 1


def test_a_figure_changes_only_with_a_reason_and_only_where_it_is(moharir: Desk) -> None:
    with pytest.raises(HasProblems):
        returns.change_figure(moharir, MISSING, DAY, DAY, "men", 3, " ")
    with pytest.raises(RecordNotFound):
        returns.change_figure(moharir, MISSING, DAY, DAY, "horses", 3, "कारण")
    with pytest.raises(RecordNotFound):
        returns.figures(moharir, "nothing", DAY, DAY)
    with pytest.raises(Refused):
        returns.figures(moharir, MISSING, DAY, "2026-11-01")


def test_who_does_not_keep_the_registers_makes_no_return(at_desk: Callable[[str], Desk]) -> None:
    pairokar = at_desk("pairokar")
    assert returns.return_list(pairokar) == []
    with pytest.raises(NotAllowed):
        returns.return_paper(pairokar, MISSING, DAY, DAY)


def test_a_return_is_written_whole_and_logged(moharir: Desk, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    order = PrintOrder(RETURN, "daily_crime", first=DAY, last=DAY)
    assert print_jobs.hand_out(moharir, order, target).sent > 0
    assert [one.act for one in moharir.store.prints()] == ["return.daily_crime"]
    assert target.read_bytes().startswith(b"%PDF")
