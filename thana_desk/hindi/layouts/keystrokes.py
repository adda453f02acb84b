"""Keystrokes written as text, and what a layout makes of them.

A key is written as the sign that it gives on a US keyboard, Shift included: `k`, `K`, `[`, `{`.
Keys without a sign of their own are named: `<AltGr-k>`, `<AltGr-K>`, `<Space>`, `<Backspace>`,
`<Ctrl-Backspace>` (the syllable before the caret). Any other `<` is the key `<`.
"""

import re
from typing import NamedTuple

from thana_desk.hindi.layouts.layout import Layout

_NAMED = re.compile(r"<AltGr-(.)>|<(Space|Backspace|Ctrl-Backspace)>|(.)", re.DOTALL)


class Keystroke(NamedTuple):
    """One key: the sign it gives on a US keyboard, or `erase` of a key or of a syllable."""

    char: str
    altgr: bool = False
    erase: bool = False
    whole: bool = False


def keystrokes(written: str) -> tuple[Keystroke, ...]:
    """The keys that `written` names, in order."""
    keys = []
    for match in _NAMED.finditer(written):
        third, named, plain = match.groups()
        if named in ("Backspace", "Ctrl-Backspace"):
            keys.append(Keystroke("", erase=True, whole=named.startswith("Ctrl")))
        else:
            keys.append(Keystroke(third or (" " if named else plain), altgr=third is not None))
    return tuple(keys)


def text_of(layout: Layout, written: str) -> str:
    """The text that stands in an empty field after the keys that `written` names."""
    composer, text = layout.start(), ""
    for stroke in keystrokes(written):
        if stroke.erase:
            edit = composer.backspace(text, whole=stroke.whole)
        else:
            edit = composer.key(stroke.char, text, altgr=stroke.altgr)
        text = text[: len(text) - edit.delete_back] + edit.insert
    return text
