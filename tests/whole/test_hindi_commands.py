"""`keys` and `convert` at the command line."""

import json

import pytest

from thana_desk.app import main


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("layout", "written"),
    [
        ("inscript", "hdjeLcfkr"),
        ("remington-gail", "izkFkfedh"),
        ("remington-cbi", "izkFkfedh"),
        ("phonetic", "praathamikee"),
    ],
)
def test_keys_prints_the_text_alone(
    capsys: pytest.CaptureFixture[str], layout: str, written: str
) -> None:
    assert answer(capsys, "keys", layout, written) == "प्राथमिकी\n"
    value = json.loads(answer(capsys, "keys", layout, written, "--json"))
    assert value == {"layout": layout, "keys": written, "text": "प्राथमिकी"}


def test_keys_knows_altgr_and_backspace(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "keys", "inscript", "kj<Backspace><AltGr-4>") == "क₹\n"
    assert answer(capsys, "keys", "inscript", "12", "--devanagari-digits") == "१२\n"


def test_an_unknown_layout_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "qwerty", "k"]) == 1
    assert "remington-cbi" in json.loads(capsys.readouterr().out)["en"]
