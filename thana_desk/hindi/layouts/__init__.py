"""Typing Hindi without the help of the operating system: one file, one layout.

`layout` says what a layout is; the window asks `all_layouts` and talks to nothing else.
"""

from thana_desk.hindi.layouts.inscript import InScript
from thana_desk.hindi.layouts.layout import Digits, Layout
from thana_desk.hindi.layouts.phonetic import Phonetic
from thana_desk.hindi.layouts.remington import RemingtonCbi, RemingtonGail


def all_layouts(digits: Digits = Digits.ASCII) -> tuple[Layout, ...]:
    """Every layout, in the order in which the layout key goes through them."""
    return (InScript(digits), RemingtonGail(digits), RemingtonCbi(digits), Phonetic(digits))
