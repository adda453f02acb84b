"""The words of the program: both languages always there, all of them used, none outside the catalogue."""

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from thana_desk import texts

_SHOWING = {
    *("setText", "setPlaceholderText", "setToolTip", "setWindowTitle", "setAccessibleName"),
    *("setAccessibleDescription", "setStatusTip", "setWhatsThis", "addAction", "setTitle"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "addTab"),
}
"""Calls of Qt whose text is read by people."""


_WAITING = {
    "actions.paper.failed",
    "form.help",
    "form.problems.none",
    "form.state.unsaved",
    *(f"form.typing.{step}" for step in ("english", "keys", "map", "pin")),
}
"""Phrases that wait for the part of the program that says them."""


def python_files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.py"))


def test_every_phrase_is_there_in_both_languages_composed_and_without_stray_blanks() -> None:
    for key in texts.all_keys():
        area = key.partition(".")[0]
        for text in raw(area)[key].values():
            assert text.strip() == text != "", key
            assert unicodedata.normalize("NFC", text) == text, key
            assert "  " not in text, key


def test_a_phrase_stands_in_the_file_that_its_key_names() -> None:
    for area in texts.areas():
        assert texts.all_keys(area), area
        for key in texts.all_keys(area):
            assert key == area or key.startswith(f"{area}."), key


def test_hindi_is_written_in_devanagari_and_english_in_latin() -> None:
    for key in texts.all_keys():
        said = texts_without_places(key)
        if re.search(r"[A-Za-z]", said["en"]) and said["hi"] != said["en"]:
            assert re.search(r"[\u0900-\u097f]", said["hi"]) or not re.search(
                r"[a-z]{3}", said["hi"]
            ), key
        if said["hi"] != said["en"]:
            bare = re.sub(r"[‘'\"(][^’'\")]*[’'\")]", "", said["en"])
            assert not re.search(r"[\u0904-\u0939]{2}", bare), key


def test_both_languages_have_the_same_places_to_fill() -> None:
    for key in texts.all_keys():
        # `{form_hi}` and `{form_en}` name the same place, each in its language.
        places = [
            {re.sub(r"_(hi|en)$", "", place) for place in re.findall(r"\{(\w+)", text)}
            for text in raw(key.partition(".")[0])[key].values()
        ]
        assert places[0] == places[1], key


def test_a_missing_phrase_and_a_missing_value_are_named() -> None:
    with pytest.raises(texts.TextMissing) as missing:
        texts.words("frame.no_such_phrase")
    assert missing.value.key == "frame.no_such_phrase"
    with pytest.raises(texts.TextMissing):
        texts.words("status.pending")


def test_no_phrase_is_left_over(root: Path) -> None:
    whole, beginnings = spelled(root / "thana_desk")
    left = {
        key
        for key in texts.all_keys()
        if key not in whole and not any(key.startswith(start) for start in beginnings)
    }
    assert left <= _WAITING


def test_every_phrase_asked_for_by_name_is_there(root: Path) -> None:
    keys = texts.all_keys()
    for file in python_files(root / "thana_desk"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and named(node) == "words" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    assert first.value in keys, (file.name, node.lineno, first.value)


def test_no_window_shows_a_text_that_is_not_in_the_catalogue(root: Path) -> None:
    for file in python_files(root / "thana_desk" / "ui"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and named(node) in _SHOWING:
                for text in (re.sub(r"<[^>]*>?", "", one) for one in literals(node)):
                    assert not re.search(r"[^\W\d_]{2}", text), (file.name, node.lineno, text)


def named(call: ast.Call) -> str:
    """The last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literals(call: ast.Call) -> Iterator[str]:
    """The texts written right into a call."""
    for given in call.args:
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value
        elif isinstance(given, ast.JoinedStr):
            yield from (
                part.value
                for part in given.values
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


def spelled(folder: Path) -> tuple[set[str], set[str]]:
    """All texts in the program's source, and the beginnings of those with places in them."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for file in python_files(folder):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch(r"[a-z_]+\.[\w.]*", start):
                    beginnings.add(start)
    return whole, beginnings


def raw(area: str) -> dict[str, dict[str, str]]:
    """The phrases of a file as they are written."""
    import resources

    tables = tomllib.loads(resources.path(f"texts/{area}.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = {}

    def walk(table: dict[str, object], at: str) -> None:
        if isinstance(table.get("hi"), str) and isinstance(table.get("en"), str):
            found[at] = {"hi": str(table["hi"]), "en": str(table["en"])}
        for step, inner in table.items():
            if isinstance(inner, dict):
                walk(inner, f"{at}.{step}" if at else step)

    walk(tables, "")
    return found


def texts_without_places(key: str) -> dict[str, str]:
    """A phrase without its `{places}`."""
    return {
        lang: re.sub(r"\{\w+\}", "", text) for lang, text in raw(key.partition(".")[0])[key].items()
    }
