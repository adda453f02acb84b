"""The comparison with other libraries counts words truly, and outlives a peer that is not there."""

from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.book_peers import beside, true_words


def test_a_word_counts_as_often_as_it_comes_back_whole() -> None:
    wanted = ["मोटर", "मोटर", "चोरी", "दर्ज"]
    assert true_words(wanted, "मोटर चोरी\nमोटर दर्ज 37") == 1.0
    assert true_words(wanted, "मोटर चोरी द र्ज") == 0.5


def test_ours_gives_its_words_back_and_a_missing_peer_is_told(tmp_path: Path) -> None:
    told = beside(tmp_path / "no_python", 2, tmp_path / "kept")
    assert told["thana_desk"]["true_words"] == 1.0
    assert told["floor"]["ratio"] == 1.0
    assert told["reportlab"]["true_words"] < 1.0
    assert "failed" in told["typst"]
    assert (tmp_path / "kept" / "thana_desk.pdf").is_file()


def test_peers_of_another_measurement_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["save", "--peers", "python3"])
    assert "print_register" in capsys.readouterr().err
