"""Prints from the order to the paper: kept until done, logged when they leave, marked when they leave again."""

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.kit.words import Words
from tests.thana_desk.actions.conftest import MovingClock
from tests.thana_desk.printing.paper import pages_text
from thana_desk.actions import papers, print_choices, print_jobs, print_log, print_orders, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed, PaperProblem, RecordNotFound, Refused
from thana_desk.actions.print_jobs import PressStopped
from thana_desk.actions.print_layout import MARGINS, SHEETS, SIZES, TURNS, Layout
from thana_desk.actions.print_orders import (
    LIST,
    RECORD,
    REGISTER,
    Cancelled,
    PrintOrder,
    Ticket,
    Watch,
    pages_of,
)

SignIn = Callable[[str], Desk]
DAY = "2026-11-23"
DIARY = PrintOrder(REGISTER, "gd", Words("जी0डी0", "GD"), first=DAY, last=DAY)


class Tray:
    """A printer that keeps what it was sent and stops after `good` pages."""

    def __init__(self, good: int = 1000, problem: str = "gone") -> None:
        self.good = good
        self.problem = problem
        self.sent: list[tuple[bytes, Ticket, list[int]]] = []

    def __call__(self, pdf: bytes, ticket: Ticket, numbers: Sequence[int], watch: Watch) -> None:
        self.sent.append((pdf, ticket, list(numbers)))
        for count, _number in enumerate(numbers, 1):
            if count > self.good:
                raise PressStopped(self.problem)
            watch(count)


@pytest.fixture
def fir(moharir: Desk) -> PrintOrder:
    made = records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    return PrintOrder(RECORD, "form", Words("प्राथमिकी", "FIR"), made.record_id, copies=(1,))


def printed(desk: Desk, order: PrintOrder, tray: Tray, ticket: Ticket | None = None) -> None:
    print_jobs.run(desk, print_jobs.put(desk, order, ticket or Ticket("HP")), tray)


def test_a_print_is_logged_with_officer_printer_copies_and_version(
    moharir: Desk, fir: PrintOrder
) -> None:
    printed(moharir, fir, Tray(), Ticket("HP", count=2))
    (line,) = print_log.lines(moharir).lines
    head = moharir.store.record(fir.record_id)
    assert head is not None
    assert (line.user_id, line.printer, line.count) == (moharir.session.user_id, "HP", 2)
    assert (line.state, line.reprint, line.to) == ("whole", 0, "paper")
    assert line.copy == moharir.forms["iif_1"].papers[0].copies[1]
    assert head.event_hash.startswith(line.version)
    assert line.version
    assert print_jobs.waiting(moharir) == []


def test_the_next_print_of_a_copy_says_which_reprint_it_is_when_and_by_whom(
    moharir: Desk, fir: PrintOrder, moving_clock: MovingClock
) -> None:
    tray = Tray()
    for _time in range(3):
        printed(moharir, fir, tray)
        moving_clock.forward(hours=1)
    first, second, third = ("\n".join(pages_text(pdf)) for pdf, _ticket, _pages in tray.sent)
    assert papers.REPRINT not in first
    assert f"{papers.REPRINT} 1" in second
    assert f"{papers.REPRINT} 2" in third
    assert moharir.session.name.hi in third
    assert [one.reprint for one in print_log.lines(moharir).lines] == [2, 1, 0]
    other = papers.paper(moharir, fir.record_id, copy=0)
    assert papers.REPRINT not in "\n".join(pages_text(other)), "another copy is no reprint"


def test_a_register_is_never_a_reprint(moharir: Desk) -> None:
    tray = Tray()
    for _time in range(2):
        printed(moharir, DIARY, tray)
    assert papers.REPRINT not in "\n".join(pages_text(tray.sent[1][0]))


@pytest.mark.parametrize("problem", ["gone", "paused", "no_printer"])
def test_what_the_printer_does_not_take_waits_and_can_be_printed_again(
    moharir: Desk, fir: PrintOrder, problem: str
) -> None:
    with pytest.raises(PressStopped):
        printed(moharir, fir, Tray(good=0, problem=problem), Ticket("HP", count=2, pages="1"))
    (job,) = print_jobs.waiting(moharir)
    assert (job.order, job.ticket.count, job.problem) == (fir, 2, problem)
    assert print_log.lines(moharir).total == 0, "nothing left the program"
    print_jobs.send_to(moharir, job.job_id, "Canon")
    tray = Tray()
    print_jobs.run(moharir, job.job_id, tray)
    assert tray.sent[0][1].printer == "Canon"
    assert print_jobs.waiting(moharir) == []
    assert [one.state for one in print_log.lines(moharir).lines] == ["some_pages"]


def test_the_same_print_asked_for_again_waits_once(moharir: Desk, fir: PrintOrder) -> None:
    for _time in range(3):
        with pytest.raises(PressStopped):
            printed(moharir, fir, Tray(good=0))
    with pytest.raises(PressStopped):
        printed(moharir, fir, Tray(good=0), Ticket("HP", count=2))
    assert [one.ticket.count for one in print_jobs.waiting(moharir)] == [1, 2]


def test_without_a_printer_the_job_waits(moharir: Desk, fir: PrintOrder) -> None:
    with pytest.raises(PressStopped):
        print_jobs.run(moharir, print_jobs.put(moharir, fir, Ticket()))
    assert [one.problem for one in print_jobs.waiting(moharir)] == ["no_printer"]


def test_pages_that_went_out_before_the_end_are_logged_and_make_no_reprint(
    moharir: Desk, fir: PrintOrder
) -> None:
    with pytest.raises(PressStopped):
        printed(moharir, fir, Tray(good=1))
    (line,) = print_log.lines(moharir).lines
    assert (line.state, line.sent) == ("broken_off", 1)
    tray = Tray()
    print_jobs.run(moharir, print_jobs.waiting(moharir)[0].job_id, tray)
    assert papers.REPRINT not in "\n".join(pages_text(tray.sent[0][0]))


def test_a_cancelled_print_sends_no_page_more_and_waits(moharir: Desk, fir: PrintOrder) -> None:
    seen: list[int] = []

    def enough(count: int) -> None:
        seen.append(count)
        if count == 1:
            raise Cancelled

    job_id = print_jobs.put(moharir, fir, Ticket("HP"))
    with pytest.raises(Cancelled):
        print_jobs.run(moharir, job_id, Tray(), enough)
    assert seen[-1] == 1
    assert [one.problem for one in print_jobs.waiting(moharir)] == ["cancelled"]


def test_making_pages_can_be_cancelled_before_any_goes_out(moharir: Desk, fir: PrintOrder) -> None:
    def enough(_count: int) -> None:
        raise Cancelled

    tray = Tray()
    with pytest.raises(Cancelled):
        print_jobs.run(moharir, print_jobs.put(moharir, fir, Ticket("HP")), tray, enough)
    assert tray.sent == []
    assert print_log.lines(moharir).total == 0


def test_a_full_disk_leaves_no_half_file_and_the_job_waits(
    moharir: Desk, fir: PrintOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "fir.pdf"
    job_id = print_jobs.put(moharir, fir, Ticket(target=str(target)))

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(PaperProblem):
            print_jobs.run(moharir, job_id)
    assert list(target.parent.iterdir()) == []
    assert [one.problem for one in print_jobs.waiting(moharir)] == ["not_written"]
    assert print_log.lines(moharir).total == 0
    print_jobs.run(moharir, job_id)
    assert target.read_bytes().startswith(b"%PDF")
    assert [one.to for one in print_log.lines(moharir).lines] == ["pdf"]


def test_after_a_power_cut_the_job_waits_and_its_unfinished_file_is_gone(
    at_desk: SignIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moharir = at_desk("moharir")
    target = tmp_path / "gd.pdf"
    to_file = print_jobs.put(moharir, DIARY, Ticket(target=str(target)))
    to_paper = print_jobs.put(moharir, DIARY, Ticket("HP"))

    class PowerCut(BaseException):
        pass

    def dark(*_args: object, **_more: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(print_jobs, "_stop", dark)
        for job_id in (to_file, to_paper):
            with pytest.raises(PowerCut):
                print_jobs.run(moharir, job_id, dark, dark)
    half = tmp_path / f"{papers.PART}{to_file}x"
    half.write_bytes(b"%PDF-1.7 half")
    assert {one.state for one in print_jobs.waiting(moharir)} == {"printing"}

    again = at_desk("moharir")
    assert print_jobs.take_up(again) == 2
    assert not half.exists()
    assert {one.problem for one in print_jobs.waiting(again)} == {"interrupted"}
    assert [one.state for one in print_log.lines(again).lines] == ["interrupted"]
    assert print_jobs.take_up(again) == 0, "a second start says it once"


def test_a_job_holds_no_page_and_nobody_else_sees_or_runs_it(
    at_desk: SignIn, fir: PrintOrder, moharir: Desk
) -> None:
    job_id = print_jobs.put(moharir, fir, Ticket("HP"))
    (row,) = moharir.store.print_jobs(moharir.session.user_id)
    assert "%PDF" not in str(row.wanted)
    sho = at_desk("sho")
    assert print_jobs.waiting(sho) == []
    for act in (print_jobs.drop, print_jobs.run):
        with pytest.raises(RecordNotFound):
            act(sho, job_id)
    print_jobs.drop(moharir, job_id)
    with pytest.raises(RecordNotFound):
        print_jobs.run(moharir, job_id)


def test_who_may_not_print_the_form_gets_no_page_and_no_line(
    at_desk: SignIn, fir: PrintOrder
) -> None:
    pairokar, tray = at_desk("pairokar"), Tray()
    with pytest.raises(NotAllowed):
        printed(pairokar, fir, tray)
    assert tray.sent == []
    assert print_log.lines(pairokar).total == 0


def test_the_whole_log_is_for_the_officer_in_charge_and_the_operator(at_desk: SignIn) -> None:
    moharir = at_desk("moharir")
    printed(moharir, DIARY, Tray())
    me = moharir.session.user_id
    for role in ("sho", "operator"):
        desk = at_desk(role)
        assert print_log.lines(desk).total == 1
        assert print_log.lines(desk, officer=me).total == 1
        assert print_log.lines(desk, officer=desk.session.user_id).total == 0
        assert me in [user for user, _name in print_log.officers(desk)]
    for role in ("io", "pairokar"):
        desk = at_desk(role)
        assert print_log.lines(desk).total == 0
        with pytest.raises(NotAllowed):
            print_log.lines(desk, officer=me)
        with pytest.raises(NotAllowed):
            print_log.officers(desk)
    assert print_log.lines(moharir).total == 1


def test_the_log_is_narrowed_by_kind_and_day(
    moharir: Desk, fir: PrintOrder, moving_clock: MovingClock
) -> None:
    printed(moharir, fir, Tray())
    moving_clock.forward(days=1)
    printed(moharir, DIARY, Tray())
    kinds = {
        kind: [one.kind for one in print_log.lines(moharir, kind=kind).lines]
        for kind in print_log.KINDS
    }
    assert kinds == {
        "record": ["record"],
        "register": ["register"],
        "return": [],
        "list": [],
        "file": [],
    }
    assert [one.kind for one in print_log.lines(moharir, last=DAY).lines] == ["record"]
    assert [one.kind for one in print_log.lines(moharir, first="2026-11-24").lines] == ["register"]
    assert print_log.lines(moharir, limit=1).total == 2


def test_a_waiting_list_that_lost_a_condition_is_not_printed_wider(moharir: Desk) -> None:
    order = PrintOrder(LIST, name=Words("सूची", "List"), wanted={"forms": ["gone"]})
    with pytest.raises(Refused):
        printed(moharir, order, Tray())
    assert [one.problem for one in print_jobs.waiting(moharir)] == ["refused"]


@pytest.mark.parametrize(("count", "pages"), [(0, ""), (51, ""), (1, "x"), (1, "3-1"), (1, "0")])
def test_copies_and_pages_that_are_none_are_refused(moharir: Desk, count: int, pages: str) -> None:
    with pytest.raises(Refused):
        print_jobs.put(moharir, DIARY, Ticket("HP", count=count, pages=pages))
    assert print_jobs.waiting(moharir) == []


def test_pages_from_to_are_the_only_ones_in_the_file(moharir: Desk, tmp_path: Path) -> None:
    made = records.register(moharir, "iif_1", moharir.forms["iif_1"].sample(moharir.clock.now()))
    order = PrintOrder(RECORD, "form", record_id=made.record_id, copies=(0,))
    whole = pages_text(print_orders.make(moharir, order))
    assert len(whole) > 2
    target = tmp_path / "two.pdf"
    print_jobs.run(moharir, print_jobs.put(moharir, order, Ticket(target=str(target), pages="2-3")))
    assert pages_text(target.read_bytes()) == whole[1:3]


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(61, 99))
def test_pages_written_one_by_one_are_read_as_they_are(wanted: set[int], count: int) -> None:
    typed = ", ".join(str(one + 1) for one in sorted(wanted))
    assert pages_of(typed, count) == sorted(wanted)
    assert pages_of(typed.translate(str.maketrans("0123456789", "०१२३४५६७८९")), count) == sorted(
        wanted
    )


@given(st.text(alphabet="0123456789,- –x", max_size=12), st.integers(1, 20))
def test_whatever_is_typed_gives_pages_of_the_paper_or_is_refused(typed: str, count: int) -> None:
    try:
        found = pages_of(typed, count)
    except Refused:
        return
    assert found == sorted(set(found))
    assert all(0 <= one < count for one in found)


def test_larger_text_and_wide_margins_need_more_pages_and_lose_no_word(
    moharir: Desk, fir: PrintOrder
) -> None:
    usual = pages_text(print_orders.make(moharir, fir))
    large = print_orders.with_layout(fir, Layout(size="very_large", margins="binding"))
    grown = pages_text(print_orders.make(moharir, large))
    assert len(grown) > len(usual)
    assert len("".join("".join(grown).split())) >= len("".join("".join(usual).split()))


@pytest.mark.parametrize("form_code", ["iif_1", "complaint"])
@pytest.mark.parametrize("size", SIZES)
def test_every_layout_gives_a_paper(moharir: Desk, form_code: str, size: str) -> None:
    made = records.register(
        moharir, form_code, moharir.forms[form_code].sample(moharir.clock.now())
    )
    order = PrintOrder(RECORD, "form", record_id=made.record_id, copies=(0,))
    for margins, sheet, turn in zip(MARGINS, SHEETS, TURNS, strict=True):
        laid = print_orders.with_layout(order, Layout(sheet, turn, size, margins))
        assert print_orders.make(moharir, laid).startswith(b"%PDF")


def test_choices_are_kept_for_each_officer_and_printer(
    at_desk: SignIn, moving_clock: MovingClock
) -> None:
    moharir, sho = at_desk("moharir"), at_desk("sho")
    large = print_choices.PrinterChoice("HP", Layout(size="large"), both_sides=True)
    print_choices.keep(moharir, large)
    moving_clock.forward(minutes=1)
    print_choices.keep(moharir, print_choices.PrinterChoice("Canon", grey=True))
    assert print_choices.choice(moharir, "HP") == large
    assert [one.printer for one in print_choices.choices(moharir)] == ["Canon", "HP"]
    assert print_choices.choices(sho) == []
    turned = print_choices.PrinterChoice("HP", Layout(turn="landscape", size="large"))
    print_choices.keep(moharir, turned)
    assert print_choices.choice(moharir, "HP").layout.turn == "", "a turn is the paper's own"
