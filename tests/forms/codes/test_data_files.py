"""The data files themselves: both languages, one spelling, a mark of trust on every row."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import forms.codes

DATA = Path(forms.codes.__file__).parent / "data"
FILES = sorted(DATA.glob("*.toml"))
DEVANAGARI = re.compile("[\u0900-\u097f]")
MARKS = {"sourced", "inferred", "to_confirm"}


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    content = load(path)
    assert content["id"] == path.stem
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", content["version"])
    assert content["source"].strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_nfc_without_invisible_signs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\u200b-\u200f\ufeff\u00a0]", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_has_hindi_in_devanagari_and_english_without(path: Path) -> None:
    for table in tables(load(path)):
        for key, value in table.items():
            if key == "hi" or key.endswith("_hi"):
                partner = key.removesuffix("hi") + "en"
                assert table.get(partner, "").strip(), f"{value} has no English"
                assert DEVANAGARI.search(value) or table.get("code") == value, value
                assert value == value.strip()
                assert not DEVANAGARI.search(table[partner]), table[partner]
            if key == "en" or key.endswith("_en"):
                assert key.removesuffix("en") + "hi" in table


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mark_is_known_and_only_a_sourced_row_names_a_document(path: Path) -> None:
    documents = set(load(DATA / "sources.toml")["sources"])
    content = load(path)
    for table in tables(content):
        if table is content:
            continue
        mark = table.get("mark")
        if mark is None:
            assert "source" not in table
            continue
        assert mark in MARKS
        if mark == "sourced":
            assert table["source"] in documents
        else:
            assert "source" not in table
    if content.get("mark") == "sourced":
        assert content["source_tag"] in documents
    else:
        assert "source_tag" not in content


def test_no_row_of_an_unconfirmed_file_claims_a_document() -> None:
    assert not any(section.source for section in forms.codes.sections("IPC"))
    assert not any(section.confirmed for section in forms.codes.sections("IPC"))


def test_the_version_of_every_file_is_known() -> None:
    assert forms.codes.versions() == {path.stem: load(path)["version"] for path in FILES}
