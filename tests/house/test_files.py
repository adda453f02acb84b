"""Every file of the checkout: no secrets, no addresses of machines, one subject, a name that says it."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

# Written so that this file does not match itself.
FORBIDDEN = {
    "address of a package registry": re.compile(
        r"python[h]osted|py[p]i\.(org|python)|registry\.npm[j]s|index[-_]ur[l]\b|find[-_]link[s]\b"
        r"|https?://[^\s/\"']*(artifactor[y]|nexu[s]|devp[i])",
        re.IGNORECASE,
    ),
    # At an address of this machine or of a document it is an example.
    "name and password in an address": re.compile(
        r"[a-z]+://[^\s/:@\"'{}<>]+:[^\s/@\"'{}<>]+@(?!127\.|localhost|(\w+\.)*example\b)[a-z0-9]"
    ),
    "private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY----[-]"),
    "access token": re.compile(
        r"\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[0-9]{8,})\b"
    ),
    "path of somebody's machine": re.compile(
        r"(?<![\w.])/(home|Users)/(?!user\b)\w+/|(?<![\w.$}])/(root|work)/\w|\b[A-Z]:\\Users\\\w"
    ),
}
NO_SUBJECT = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "base"}
LONGEST = 600
PICTURES_AND_FONTS = {".ttf", ".otf", ".woff", ".woff2", ".png", ".jpg", ".svg", ".ico", ".icns"}


def faults(text: str) -> list[str]:
    """What `text` must not say."""
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]


def unlicensed(files: Iterable[Path], register: str) -> list[str]:
    """The pictures and fonts that the register of licences does not name."""
    known = (path for path in files if path.suffix.lower() in PICTURES_AND_FONTS)
    return sorted(path.name for path in known if path.name not in register)


def test_no_file_tells_an_address_a_credential_or_a_machine(
    tracked: list[Path], root: Path
) -> None:
    found: dict[str, list[str]] = {}
    for path in tracked:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        wrong = faults(text) + (["path of this checkout"] if f"{root}/" in text else [])
        if wrong:
            found[str(path.relative_to(root))] = wrong
    assert found == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("--index" + "-url x", "address of a package registry"),
        ("https://files.python" + "hosted.org/x", "address of a package registry"),
        ("https://desk:secret" + "@up.in", "name and password in an address"),
        ("-----BEGIN PRIVATE KEY----" + "-", "private key"),
        ("AKIA" + "A" * 16, "access token"),
        ("/ho" + "me/somebody/desk", "path of somebody's machine"),
        ("C:\\Us" + "ers\\somebody", "path of somebody's machine"),
    ],
)
def test_each_forbidden_thing_would_be_noticed(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_every_module_opens_by_saying_what_it_is_for(modules: list[Path], root: Path) -> None:
    silent = []
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            silent.append(str(path.relative_to(root)))
    assert silent == []


def test_no_file_has_a_name_without_a_subject(modules: list[Path], root: Path) -> None:
    parts = {part for path in modules for part in path.relative_to(root).with_suffix("").parts}
    words = {word for part in parts for word in part.split("_")}
    assert NO_SUBJECT & words == set()


def test_no_module_is_longer_than_one_can_hold_in_mind(modules: list[Path], root: Path) -> None:
    long = {
        str(path.relative_to(root)): lines
        for path in modules
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_every_picture_and_font_has_its_licence_written_down(
    tracked: list[Path], root: Path
) -> None:
    register = root / "resources" / "README.md"
    text = register.read_text(encoding="utf-8") if register.exists() else ""
    assert unlicensed((p for p in tracked if "tests" not in p.parts), text) == []


def test_a_font_without_a_licence_would_be_noticed() -> None:
    files = [Path("fonts/known.ttf"), Path("fonts/stray.ttf"), Path("texts/menu.toml")]
    assert unlicensed(files, "| known.ttf | OFL 1.1 |") == ["stray.ttf"]
