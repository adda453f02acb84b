"""The commands of Hindi text, which need no station: what keys type, and legacy fonts."""

import argparse
import sys

from thana_desk.actions.errors import Refused
from thana_desk.cli.answers import DONE, out
from thana_desk.texts import words


def keys(options: argparse.Namespace) -> int:
    """What a layout makes of keys."""
    from thana_desk.hindi.layouts import all_layouts
    from thana_desk.hindi.layouts.keystrokes import text_of
    from thana_desk.hindi.layouts.layout import Digits

    digits = Digits.DEVANAGARI if options.devanagari_digits else Digits.ASCII
    layouts = {layout.code: layout for layout in all_layouts(digits)}
    layout = layouts.get(options.layout)
    if layout is None:
        known = ", ".join(layouts)
        raise Refused(words("cli.no_such_layout", layout=options.layout[:40], known=known))
    text = text_of(layout, options.keystrokes)
    if options.json:
        out({"layout": layout.code, "keys": options.keystrokes, "text": text})
    else:
        sys.stdout.write(text + "\n")
    return DONE
