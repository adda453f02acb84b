"""Search: any word, any order, either script."""

import pytest

from thana_desk.actions import records, searching
from thana_desk.actions.desk import Desk


@pytest.fixture
def fir_id(moharir: Desk) -> str:
    letter = moharir.forms["iif_1"].sample(moharir.clock.now())
    letter["informant"]["name"] = "राम कुमार नमूना"
    records.register(moharir, "gd", moharir.forms["gd"].sample(moharir.clock.now()))
    return records.register(moharir, "iif_1", letter).record_id


@pytest.mark.parametrize(
    "text",
    [
        "राम कुमार",
        "कुमार राम",
        "Ram Kumar",
        "Raam Kumaar",
        "UP00ZZ0000",
        "0001/2026",
        "303(2)",
        "9999900000",
    ],
)
def test_the_fir_is_found_by(text: str, moharir: Desk, fir_id: str) -> None:
    assert fir_id in [hit.line.record_id for hit in searching.search(moharir, text)]


@pytest.mark.parametrize(
    "text", ["", "   ", '"', "' OR 1=1 --", "*", "ZZZZZZ", "\x00", "अ" * 10_000]
)
def test_text_that_means_nothing_finds_nothing_and_breaks_nothing(
    text: str, moharir: Desk, fir_id: str
) -> None:
    assert fir_id not in [hit.line.record_id for hit in searching.search(moharir, text)]


def test_a_hit_says_why(moharir: Desk, fir_id: str) -> None:
    (hit,) = [h for h in searching.search(moharir, "राम कुमार") if h.line.record_id == fir_id]
    assert "राम कुमार नमूना" in hit.why
