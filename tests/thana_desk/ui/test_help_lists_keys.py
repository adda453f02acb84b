"""Every key that the program answers stands on the help page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import thana_desk.ui
from thana_desk.ui.pages.help import KEYS

ROOM = Path(thana_desk.ui.__file__).parent
SHORTCUT = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+\S+|F\d\d?|Ins|Del")
CTRL = {"control", "_CONTROL", "ControlModifier", "with_ctrl"}
SHIFT = {"shift", "_SHIFT", "ShiftModifier"}
PLAIN = {"plain", "_PLAIN", "NoModifier"}
NAMES = {
    **{"Return": "Enter", "Escape": "Esc", "Insert": "Ins", "Delete": "Del", "Plus": "+"},
    **{"Minus": "−", "Equal": "+", "Underscore": "−", "Left": "←", "Right": "→", "Up": "↑"},
    **{"Down": "↓", "PageUp": "PgUp", "PageDown": "PgDn", "Period": ".", "Backtab": "Shift+Tab"},
    **{"Undo": "Ctrl+Z", "Redo": "Ctrl+Y", "Paste": "Ctrl+V"},
}
"""The names of keys on paper, where they are not those of Qt."""


def listed() -> set[str]:
    """All keys of the page; a range such as `Ctrl+1 … 5` stands for each of its digits."""
    found: set[str] = set()
    for keys, _step in KEYS:
        for one in keys.split(" · "):
            begin, to, last = one.partition(" … ")
            held, first = begin[:-1], begin[-1:]
            span = range(int(first), int(last) + 1) if to else ()
            found |= {f"{held}{digit}" for digit in span} or {one}
    return found


def normal(key: str) -> str:
    """One name for one key: `Ctrl+Delete` and `Ctrl+Del`, a hyphen and the minus sign."""
    head, plus, last = key.rpartition("+") if not key.endswith("+") else (key[:-1], "", "+")
    last = NAMES.get(last, "−" if last == "-" else last)
    return head + (plus or "") + last


def answered(tree: ast.AST) -> Iterator[str]:
    """The keys that a module of the screen names, with Ctrl where its test of the key has Ctrl."""
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if SHORTCUT.fullmatch(node.value):
                yield normal(node.value)
        elif isinstance(node, ast.Attribute) and node.attr in ("Undo", "Redo", "Paste"):
            yield NAMES[node.attr]
        elif isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
            name = normal(node.attr.removeprefix("Key_"))
            held = held_with(node, above)
            text = shown_in(node, above)
            if text is not None:
                assert normal(text).endswith(name), f"{text} is not {node.attr}"
                yield normal(text)
            else:
                ctrl = "Ctrl+" if held & CTRL else ""
                yield f"{ctrl}Shift+{name}" if held & SHIFT and not held & PLAIN else ctrl + name


def held_with(node: ast.expr, above: dict[ast.AST, ast.AST]) -> set[str]:
    """The modifiers named in the smallest expression around `node` that names any."""
    around = above.get(node)
    while isinstance(around, ast.expr) and not isinstance(around, ast.Dict | ast.List):
        words = {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(around)}
        if words & (CTRL | SHIFT | PLAIN):
            return words
        around = above.get(around)
    return set()


def shown_in(node: ast.expr, above: dict[ast.AST, ast.AST]) -> str | None:
    """The name of the key for the foot, where `node` stands beside one in a call."""
    call = above.get(node)
    if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
        shown = call.args[0].value
        return shown if isinstance(shown, str) else None
    return None


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('PageKey("Ctrl+B", Qt.Key.Key_B, words("x"), act, with_ctrl=True)', {"Ctrl+B"}),
        ("{(key.Key_F5, control): act, (key.Key_F6, plain): act}", {"Ctrl+F5", "F6"}),
        ("if key == Qt.Key.Key_Q and held == control: act()", {"Ctrl+Q"}),
        ("(Qt.Key.Key_F6, shift)", {"Shift+F6"}),
        ("if key == Qt.Key.Key_C and held == control | shift: act()", {"Ctrl+Shift+C"}),
        ("if key in (Qt.Key.Key_Up, Qt.Key.Key_W): act()", {"↑", "W"}),
        ('QShortcut(QKeySequence("Ctrl+J"), widget)', {"Ctrl+J"}),
        ("event.matches(QKeySequence.StandardKey.Redo)", {"Ctrl+Y"}),
    ],
)
def test_a_key_is_seen_however_it_is_answered(source: str, keys: set[str]) -> None:
    assert set(answered(ast.parse(source))) == keys


def test_every_key_that_the_program_answers_stands_on_the_help_page() -> None:
    missing = {
        key: file.name
        for file in sorted(ROOM.rglob("*.py"))
        if file.name != "help.py"
        for key in answered(ast.parse(file.read_text(encoding="utf-8")))
        if key not in {normal(one) for one in listed()}
    }
    assert sorted(missing.items()) == []
