"""The list of all records in the real window, beside a bare table of constants."""

import random
from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.desk_window import desk_window, settle
from benchmarks.floors import ROWS, Took, floor, page_down, scroll_to, timed
from benchmarks.places import scratch
from benchmarks.report import Measured, compare, percentile
from thana_desk.actions import demo, diary
from thana_desk.actions.desk import Desk
from thana_desk.storage.schema import record
from thana_desk.ui.frame import DeskFrame
from thana_desk.ui.pages.records import RecordsPage

_WARM_UP = 3


def record_list(runs: int, rows: int = ROWS) -> Measured:
    """Milliseconds from asking for the list of 100,000 records to its painted first rows.

    All of it counts: counting and reading in the encrypted store, naming, painting the frame.
    `jump` goes to any place and waits for its rows, `page_down` goes on by a page, `end` presses
    End. The floor is a bare table of as many rows of constants, in a window without the frame.
    """
    chance = random.Random(6)
    took: dict[str, tuple[list[Took], list[Took]]] = {
        what: ([], []) for what in ("first_rows", "page_down", "jump", "end")
    }
    with scratch() as folder, floor(dressed=False) as bare:
        demo.make_home(folder / "home")
        with desk_window(folder / "home", "moharir") as frame:
            _fill(frame.desk, rows)
            for _turn in range(_WARM_UP + runs):
                for what, pair in took.items():
                    share = chance.random()
                    pair[0].append(_ours(frame, what, share))
                    if what == "first_rows":
                        pair[1].append(bare.table())
                    elif what == "page_down":
                        pair[1].append(bare.page())
                    else:
                        pair[1].append(bare.jump(1.0 if what == "end" else share))
    ours, floors = took.pop("first_rows")
    return compare(
        "record_list",
        _walls(ours),
        _walls(floors),
        unit="ms",
        goal=1.2,
        rows=rows,
        cpu_ratio=_beside(ours, floors)["cpu_ratio"],
        **{what: _beside(*pair) for what, pair in took.items()},
        jump_goal=1.5,
    )


def _ours(frame: DeskFrame, what: str, share: float) -> Took:
    if what == "first_rows":
        frame.go("today")
        settle(frame)
        return timed(lambda: frame.go("records"), lambda: settle(frame))
    page = frame.page()
    if not isinstance(page, RecordsPage):
        raise TypeError(f"no list was opened but {type(page).__name__}")
    acts = {
        "page_down": lambda: page_down(page.view),
        "jump": lambda: scroll_to(page.view, share),
        "end": lambda: QTest.keyClick(page.view, Qt.Key.Key_End),
    }
    return timed(acts[what], lambda: settle(frame))


def _fill(desk: Desk, rows: int) -> None:
    """Put a registered record into the lists again and again, without its letters and events.

    Registering as many would take hours, and a list reads nothing else.
    """
    diary.open_day(desk)
    copied = [column.name for column in record.columns if column.name not in ("place", "record_id")]
    names = ", ".join(copied)
    with desk.store.writing() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO record (record_id, {names})"
            " WITH RECURSIVE many (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM many WHERE n < ?)"
            f" SELECT record_id || '-' || n, {names} FROM record, many",
            (rows,),
        )


def _walls(times: Sequence[Took]) -> list[float]:
    return [one.wall for one in times[_WARM_UP:]]


def _beside(ours: Sequence[Took], floors: Sequence[Took]) -> dict[str, float]:
    walls = _walls(ours)
    cpu = median(one.cpu for one in ours[_WARM_UP:])
    return {
        "ms": round(median(walls), 3),
        "p99_ms": round(percentile(walls, 0.99), 3),
        "ratio": round(median(walls) / median(_walls(floors)), 2),
        "cpu_ratio": round(cpu / median(one.cpu for one in floors[_WARM_UP:]), 2),
    }
