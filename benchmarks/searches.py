"""What one question costs in a store full of persons, as the search page asks it."""

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.crowd import Crowd
from benchmarks.crowd_store import filled
from benchmarks.places import resident_mb
from benchmarks.report import Measured, compare, percentile
from thana_desk.actions import searching

PERSONS = 40_000
GOAL_MS = 50.0
_ROWS = 20
_ASKED = 50
"""Records that the search page asks for."""
_WARM_UP = 10

_ROMAN = {"राम": "Ram", "मोहन": "Mohan", "सुरेश": "Suresh", "सुनीता": "Suneeta", "सलीम": "Saleem"}
_ROMAN_LAST = {"कुमार": "Kumaar", "सिंह": "Singh", "यादव": "Yadav", "वर्मा": "Verma", "खान": "Khan"}


def search(runs: int, persons: int = PERSONS, keep: Path | None = None) -> Measured:
    """Milliseconds of one question to all groups, from the encrypted store, through the actions.

    The floor reads twenty rows of the same store by their key. `p99` and `worst` are of all
    questions; `cpu` is the processor time of this program alone, for busy machines; `by_kind` says
    for each kind of question its median and its worst, on the wall and of processor time;
    `memory_mb` is what the process holds before the first question and after the last.
    `keep`: the filled store stays in this folder, and is used again as long as what fills it is
    the same.
    """
    crowd = Crowd(persons)
    with filled(crowd, keep) as (desk, records, built):
        ours: list[float] = []
        floor: list[float] = []
        cpus: list[float] = []
        kinds: dict[str, list[tuple[float, float]]] = {}
        chance = random.Random(3)
        before = resident_mb()
        for turn in range(_WARM_UP + runs):
            kind, text = _question(crowd, chance, turn)
            places = [chance.randrange(records) + 1_000 for _ in range(_ROWS)]
            cpu = time.process_time()
            a = _timed(partial(searching.find, desk, text, _ASKED))
            cpu = (time.process_time() - cpu) * 1000
            with desk.store.reading() as connection:
                b = _timed(partial(_rows_by_place, connection, tuple(places)))
            if turn >= _WARM_UP:
                ours.append(a)
                floor.append(b)
                cpus.append(cpu)
                kinds.setdefault(kind, []).append((a, cpu))
        after = resident_mb()
    return compare(
        "search",
        ours,
        floor,
        unit="ms",
        goal=GOAL_MS / percentile(floor, 0.5),
        persons=persons,
        records=records,
        p99=round(percentile(ours, 0.99), 2),
        worst=round(max(ours), 2),
        goal_ms=GOAL_MS,
        cpu=round(percentile(cpus, 0.5), 2),
        cpu_p99=round(percentile(cpus, 0.99), 2),
        floor_p99=round(percentile(floor, 0.99), 3),
        built_in_s=round(built, 1),
        memory_mb=[round(before, 1), round(after, 1)],
        by_kind={kind: _summed_up(times) for kind, times in kinds.items()},
    )


def _summed_up(times: Sequence[tuple[float, float]]) -> list[float]:
    """Median and worst on the wall, median and worst of processor time."""
    return [
        round(figure, 2)
        for side in zip(*times, strict=True)
        for figure in (percentile(side, 0.5), max(side))
    ]


def _question(crowd: Crowd, chance: random.Random, turn: int) -> tuple[str, str]:
    """One of the kinds of questions in turn, about somebody of the crowd."""
    serial = chance.randrange(crowd.persons - 4)
    one = crowd.person(serial)
    name, relative = str(one["name"]), str(one["relative"])
    age = 2026 - int(one["born"])
    kinds: tuple[tuple[str, Callable[[], str]], ...] = (
        ("two letters", lambda: name[:2]),
        ("three letters", lambda: name[:3]),
        ("first name", lambda: name.split()[0]),
        ("full name", lambda: name),
        ("name being typed", lambda: name[:-2]),
        (
            "usual name in Latin letters",
            lambda: (
                f"{chance.choice(list(_ROMAN.values()))} {chance.choice(list(_ROMAN_LAST.values()))}"
            ),
        ),
        ("Latin name being typed", lambda: f"{chance.choice(list(_ROMAN.values()))} Kum"),
        ("name, father, age", lambda: f"{name} पुत्र {relative} {age}"),
        ("name and age", lambda: f"{name} उम्र {age}"),
        ("name that nobody has", lambda: name.split()[0][::-1] + " " + name.split()[1]),
        ("phone", lambda: str(one["phone"])),
        ("vehicle", lambda: crowd.vehicle(serial // 4)),
        ("four digits", lambda: crowd.vehicle(serial // 4)[-4:]),
        ("section", lambda: "धारा 303(2) BNS"),
        ("old section", lambda: "379 IPC"),
        ("number", lambda: f"FIR {serial % 9000 + 1}/2026"),
        ("a word in every record", lambda: "काल्पनिक"),
    )
    kind, text = kinds[turn % len(kinds)]
    return kind, text()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _rows_by_place(connection: Any, places: tuple[int, ...]) -> list[Any]:
    wanted = f"SELECT * FROM record WHERE place IN ({','.join('?' * len(places))})"
    return list(connection.exec_driver_sql(wanted, places).fetchall())
