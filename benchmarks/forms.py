"""Long forms in the real window: how soon the first page is painted, and a key typed into it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.big_form import big_form, leaves, letter
from benchmarks.desk_window import desk_window, settle
from benchmarks.floors import Floor, Took, floor, timed
from benchmarks.places import scratch
from benchmarks.report import Measured, compare, percentile
from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.actions import demo, records
from thana_desk.ui.editors.editor import enter_field
from thana_desk.ui.form_view import FormView
from thana_desk.ui.frame import DeskFrame
from thana_desk.ui.pages.form import FormPage, open_draft

_WARM_UP = 3
_KEYS_A_LINE = 20

_ROLE, _LARGEST = "operator", "iif_10"
"""Of all forms of the catalogue the unidentified dead body has the most fields."""

_STANDS_FOR = "iif_11"
"""Grants and store know forms by their code: the bench's own form stands in the place of another."""


@dataclass(slots=True)
class _Times:
    """What was measured of one form, by what was done."""

    form: Form
    letters: tuple[Letter, Letter]
    drafts: list[str] = field(default_factory=list)
    opened: list[Took] = field(default_factory=list)
    refilled: list[Took] = field(default_factory=list)
    turned: list[Took] = field(default_factory=list)
    keys: list[Took] = field(default_factory=list)
    checks: list[Took] = field(default_factory=list)


def open_form(runs: int) -> Measured:
    """Milliseconds from asking for a draft of 120 fields to its painted first page.

    All of it counts: reading the store, checking, building, dressing, painting the frame. Each
    turn opens the other of two records. `refill` puts another record into the open form,
    `next_page` builds and paints the next section. The floor is an undressed window with one
    field; `…_same_sheet` is beside one in the program's style sheet.
    """
    bare: list[Took] = []
    worn: list[Took] = []
    with scratch() as folder, _floors() as (plain, dressed), _desk(folder) as (frame, ours, real):
        for turn in range(_WARM_UP + runs):
            bare.append(plain.open())
            worn.append(dressed.open())
            for form in (ours, real):
                _one_turn(frame, form, turn)
    return compare(
        "open_form",
        _walls(ours.opened),
        _walls(bare),
        unit="ms",
        goal=10,
        fields=leaves(ours.form),
        cpu_ratio=_beside(ours.opened, bare)["cpu_ratio"],
        ratio_same_sheet=_beside(ours.opened, worn)["ratio"],
        first_in_the_process_ms=round(ours.opened[0].wall, 1),
        refill=_beside(ours.refilled, bare) | {"goal": 6.5},
        next_page=_beside(ours.turned, bare),
        largest_of_the_catalogue={
            "form": real.form.code,
            "fields": leaves(real.form),
            "open": _beside(real.opened, bare),
            "refill": _beside(real.refilled, bare),
            "next_page": _beside(real.turned, bare),
        },
    )


def keystroke(runs: int) -> Measured:
    """Milliseconds from a key in a form of 120 fields to its letter painted, the check included.

    The program checks once the hand rests; here it does so after each key, as the worst case.
    `key` is the key alone. The floor is a key in a window with one undressed field.
    """
    with scratch() as folder, _floors() as (plain, _), _desk(folder) as (frame, ours, real):
        bare = _type_into(frame, ours, plain, runs)
        bare_beside_real = _type_into(frame, real, plain, runs)
    both = _sums(ours)
    return compare(
        "keystroke",
        both,
        _walls(bare),
        unit="ms",
        goal=5,
        fields=leaves(ours.form),
        p99=round(percentile(both, 0.99), 3),
        key=_beside(ours.keys, bare),
        check=_beside(ours.checks, bare),
        largest_of_the_catalogue={
            "form": real.form.code,
            "fields": leaves(real.form),
            "p99": round(percentile(_sums(real), 0.99), 3),
            "key": _beside(real.keys, bare_beside_real),
            "check": _beside(real.checks, bare_beside_real),
        },
    )


@contextmanager
def _floors() -> Iterator[tuple[Floor, Floor]]:
    with floor(dressed=False) as plain, floor(dressed=True) as dressed:
        yield plain, dressed


@contextmanager
def _desk(folder: Path) -> Iterator[tuple[DeskFrame, _Times, _Times]]:
    """The window over a new sample home, with two drafts of each form."""
    home = folder / "home"
    demo.make_home(home)
    big = big_form(_STANDS_FOR)
    with desk_window(home, _ROLE, {_STANDS_FOR: big}) as frame:
        sample = frame.desk.forms[_LARGEST].sample(frame.desk.clock.now())
        ours = _Times(big, (letter(1), letter(2)))
        real = _Times(frame.desk.forms[_LARGEST], (sample, _another(sample)))
        for form in (ours, real):
            for answers in form.letters:
                draft = records.begin(frame.desk, form.form.code, letter=answers)
                form.drafts.append(draft.draft_id)
        yield frame, ours, real


def _another(answers: Letter) -> Letter:
    """Other answers to the same questions."""
    return {
        key: f"{value} (2)" if isinstance(value, str) and " " in value else value
        for key, value in answers.items()
    }


def _one_turn(frame: DeskFrame, form: _Times, turn: int) -> None:
    draft = form.drafts[turn % 2]
    form.opened.append(_timed(lambda: open_draft(frame, draft), frame))
    view = _view(frame)
    other = form.letters[(turn + 1) % 2]
    form.refilled.append(_timed(lambda: view.set_letter(other), frame))
    form.turned.append(_timed(view.next_section, frame))
    frame.back()
    settle(frame)


def _type_into(frame: DeskFrame, form: _Times, plain: Floor, runs: int) -> list[Took]:
    """Type into the first line of a form; what the floor took in the same turns."""
    open_draft(frame, form.drafts[0])
    settle(frame)
    view = _view(frame)
    bare: list[Took] = []
    for turn in range(_WARM_UP + runs):
        if turn % _KEYS_A_LINE == 0:
            enter_field(_first_line(view, form.letters[0]))
            settle(frame)
        bare.append(plain.key())
        form.keys.append(_timed(lambda: _type_x(view), frame))
        form.checks.append(_timed(view.check_now, frame))
    frame.back()
    settle(frame)
    return bare


def _type_x(view: FormView) -> None:
    QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_X)


def _view(frame: DeskFrame) -> FormView:
    page = frame.page()
    if not isinstance(page, FormPage):
        raise TypeError(f"no form was opened but {type(page).__name__}")
    return page.view


def _first_line(view: FormView, answers: Letter) -> QLineEdit:
    """The first line to write in, with its answer as it was."""
    view.set_letter(answers)
    stops = view.page.sheet.stops() if view.page is not None else []
    return next(stop for stop in stops if isinstance(stop, QLineEdit) and not stop.isReadOnly())


def _timed(act: Callable[[], object], frame: DeskFrame) -> Took:
    return timed(act, lambda: settle(frame))


def _walls(times: Sequence[Took]) -> list[float]:
    """The milliseconds by the clock on the wall, after the warm-up."""
    return [one.wall for one in times[_WARM_UP:]]


def _sums(form: _Times) -> list[float]:
    pairs = zip(_walls(form.keys), _walls(form.checks), strict=True)
    return [key + check for key, check in pairs]


def _beside(ours: Sequence[Took], floor: Sequence[Took]) -> dict[str, float]:
    """The median after the warm-up, in milliseconds and beside the floor's."""
    wall, bare = median(_walls(ours)), median(_walls(floor))
    cpu = median(one.cpu for one in ours[_WARM_UP:])
    bare_cpu = median(one.cpu for one in floor[_WARM_UP:])
    return {
        "ms": round(wall, 3),
        "ratio": round(wall / bare, 2),
        "cpu_ratio": round(cpu / bare_cpu, 2),
    }
