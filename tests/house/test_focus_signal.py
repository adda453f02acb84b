"""No slot takes the widgets that `focusChanged` names: the one that lost the keyboard may be gone.

Qt names it by its address and PySide looks into it to hand it over; where the widget was deleted
meanwhile, the process ends (seen with PySide 6.11.3 in the tests of the form screen).
A slot without parameters is called without that look, and asks `QApplication.focusWidget()`.
"""

import ast
from pathlib import Path

import pytest


def faults(source: str) -> list[str]:
    """The slots of `focusChanged` in `source` that take its widgets, or that cannot be judged."""
    tree = ast.parse(source)
    takes = {
        one.name: len(one.args.posonlyargs) + len(one.args.args) + (one.args.vararg is not None)
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef)
    }
    found = []
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        signal = call.func.value
        if call.func.attr != "connect" or not (
            isinstance(signal, ast.Attribute) and signal.attr == "focusChanged"
        ):
            continue
        slot = call.args[0]
        own = isinstance(slot, ast.Attribute) and isinstance(slot.value, ast.Name)
        if not (own and isinstance(slot, ast.Attribute) and takes.get(slot.attr) == 1):
            found.append(f"line {call.lineno}: {ast.unparse(slot)}")
    return found


def test_no_slot_takes_the_widgets_of_the_focus_signal(root: Path) -> None:
    found = {
        str(module.relative_to(root)): wrong
        for module in sorted((root / "thana_desk" / "ui").rglob("*.py"))
        if (wrong := faults(module.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("slot", "is_fault"),
    [
        ("def _moved(self): ...", False),
        ("def _moved(self, old, new): ...", True),
        ("def _moved(self, *widgets): ...", True),
        ("def _other(self): ...", True),
    ],
)
def test_a_slot_that_takes_them_would_be_noticed(slot: str, is_fault: bool) -> None:
    source = f"""
class View:
    def __init__(self, app):
        app.focusChanged.connect(self._moved)
    {slot}
"""
    assert bool(faults(source)) is is_fault
