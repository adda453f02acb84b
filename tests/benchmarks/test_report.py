"""What a measurement says follows from what was measured."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.__main__ import MEASUREMENTS, main
from benchmarks.documents import fir
from benchmarks.report import compare, percentile

some_times = st.lists(st.floats(0.001, 1000), min_size=1, max_size=60)


@given(some_times)
def test_a_thing_beside_itself_is_exactly_one(times: list[float]) -> None:
    result = compare("x", times, times, unit="ms", goal=1)
    assert result.ratio == 1
    assert result.spread == 0


@given(some_times, st.floats(0.5, 4))
def test_the_ratio_does_not_depend_on_the_machine(times: list[float], slower: float) -> None:
    ours = [time * 2 for time in times]
    here = compare("x", ours, times, unit="ms", goal=1)
    there = compare("x", [t * slower for t in ours], [t * slower for t in times], unit="ms", goal=1)
    assert here.ratio == pytest.approx(there.ratio)
    assert here.spread == pytest.approx(there.spread, abs=1e-9)


def test_one_slow_run_does_not_move_the_ratio_but_shows_in_the_tail() -> None:
    ours = [2.0] * 999 + [500.0]
    result = compare("x", ours, [1.0] * 1000, unit="ms", goal=2)
    assert result.ratio == 2
    assert percentile(ours, 1) == 500
    assert percentile(ours, 0.5) == 2


def test_the_json_line_carries_the_common_keys_and_what_is_special() -> None:
    line = compare("x", [3.0], [2.0], unit="ms", goal=2, tail_goal=5).to_json()
    assert json.loads(line) == {
        **{"name": "x", "ours": 3.0, "floor": 2.0, "ratio": 1.5, "spread": 0.0, "runs": 1},
        **{"unit": "ms", "goal": 2, "tail_goal": 5},
    }


def test_a_missed_goal_says_so() -> None:
    assert "MISSED" in compare("x", [3.0], [1.0], unit="ms", goal=2).to_text()
    assert "reached" in compare("x", [2.0], [1.0], unit="ms", goal=2).to_text()


def test_the_list_names_every_measurement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()] == list(MEASUREMENTS)


def test_a_sample_document_is_of_the_usual_size_and_comes_back_the_same() -> None:
    document = fir(7)
    size = len(json.dumps(document, ensure_ascii=False).encode())
    assert len(document) == 40
    assert 3500 < size < 5500
    assert fir(7) == document
    assert fir(8) != document
