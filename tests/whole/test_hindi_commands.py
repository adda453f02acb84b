"""`keys`, `convert` and `spell` at the command line."""

import io
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


def test_keys_lists_the_words_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "keys", "phonetic", "thana", "--candidates").splitlines()[0] == "थाना"
    value = json.loads(answer(capsys, "keys", "phonetic", "thana", "--candidates", "--json"))
    assert (value["text"], value["candidates"][0]) == ("थन", "थाना")
    assert answer(capsys, "keys", "inscript", "Leve", "--candidates") == ""


def test_an_unknown_layout_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "qwerty", "k"]) == 1
    assert "remington-cbi" in json.loads(capsys.readouterr().out)["en"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("kruti", "--to-kruti", "थाना कोतवाली"),
        ("--to-kruti", "थाना कोतवाली"),
        ("kruti", "थाना कोतवाली", "--to-kruti"),
        ("--to-kruti", "devlys", "थाना", "कोतवाली"),
    ],
)
def test_convert_takes_its_words_in_any_order(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert answer(capsys, "convert", *arguments) == "Fkkuk dksrokyh\n"


def test_convert_reads_legacy_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "convert", "kruti", "Fkkuk dksrokyh FIR") == "थाना कोतवाली FIR\n"
    value = json.loads(answer(capsys, "convert", "devlys", "--json", "Fkkuk dksrokyh"))
    assert (value["encoding"], value["text"]) == ("devlys", "थाना कोतवाली")
    assert value["confidence"] > 0.9
    kept = json.loads(answer(capsys, "convert", "--to-kruti", "FIR संख्या ₹5", "--json"))["kept"]
    assert kept == ["FIR", "₹"]


def test_convert_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Fkkuk\ndksrokyh\n"))
    assert answer(capsys, "convert", "kruti", "-") == "थाना\nकोतवाली\n"


def test_convert_without_text_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "kruti"]) == 1
    assert "Fkkuk" in json.loads(capsys.readouterr().out)["en"]


def test_spell_tells_unknown_words_and_what_was_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = json.loads(answer(capsys, "spell", "उ0प्र0 में मुकदमाा दर्ज", "--json"))["unknown"]
    assert [(one["word"], one["at"]) for one in found] == [("मुकदमाा", 11)]
    assert found[0]["suggestions"][0] == "मुकदमा"
    assert answer(capsys, "spell", "मुकदमा दर्ज हुआ") == ""
