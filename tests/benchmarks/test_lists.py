"""The measurement of the list of records reads real rows, and tells it under the promised keys."""

import json

import pytest

from benchmarks.lists import record_list


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_list_is_told_by_what_was_done_in_it() -> None:
    told = json.loads(record_list(1, rows=500).to_json())
    assert (told["name"], told["runs"], told["rows"]) == ("record_list", 1, 500)
    assert (told["goal"], told["jump_goal"]) == (1.2, 1.5)
    assert told["cpu_ratio"] > 0
    for what in ("page_down", "jump", "end"):
        assert told[what].keys() == {"ms", "p99_ms", "ratio", "cpu_ratio"}
