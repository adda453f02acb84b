"""The keys of the program and what to do when something is stuck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thana_desk.texts import words
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

KEYS = (
    ("Enter", "enter"),
    ("Shift+Enter", "shift_enter"),
    ("Tab · Shift+Tab", "tab"),
    ("Esc", "esc"),
    ("1 … 9", "digits"),
    ("↑ · ↓ · PgUp · PgDn · Home · End", "up_down"),
    ("Space", "space"),
    ("Ins", "ins"),
    ("Del · Backspace", "delete"),
    ("F1", "f1"),
    ("F2", "f2"),
    ("F3", "f3"),
    ("F4", "f4"),
    ("F5", "f5"),
    ("F6 · Shift+F6", "f6"),
    ("F7 · Shift+F7", "f7"),
    ("Ctrl+F7", "ctrl_f7"),
    ("F8", "f8"),
    ("F9", "f9"),
    ("Ctrl+Space", "ctrl_space"),
    ("Ctrl+F9", "ctrl_f9"),
    ("← · →", "arrows"),
    ("1 … 6 · Tab", "candidates"),
    ("/ · AltGr+/", "slash"),
    ("Tab", "blanks"),
    ("Ctrl+.", "ctrl_dot"),
    ("Ctrl+B", "ctrl_b"),
    ("Ctrl+V · Shift+Ins", "ctrl_v"),
    ("Ctrl+Enter", "ctrl_enter"),
    ("Ctrl+Shift+C", "ctrl_shift_c"),
    ("Ctrl+K", "ctrl_k"),
    ("F10", "f10"),
    ("F11", "f11"),
    ("Ctrl+P · Ctrl+T", "ctrl_p"),
    ("F12", "f12"),
    ("Ctrl+G", "ctrl_g"),
    ("Ctrl+N", "ctrl_n"),
    ("Ctrl+Delete", "ctrl_delete"),
    ("Ctrl+J", "ctrl_j"),
    ("Ctrl+O", "ctrl_o"),
    ("Ctrl+Z", "ctrl_z"),
    ("Ctrl+Y · Ctrl+Shift+Z", "ctrl_y"),
    ("Ctrl+F", "ctrl_f"),
    ("Ctrl+L · Ctrl+0", "ctrl_l"),
    ("Ctrl+S · Ctrl+M", "ctrl_s"),
    ("Ctrl+R", "ctrl_r"),
    ("Ctrl+U", "ctrl_u"),
    ("Ctrl+E", "ctrl_e"),
    ("Ctrl+H", "ctrl_h"),
    ("Ctrl+1 … 5", "ctrl_digits"),
    ("+ · −", "plus"),
    ("R", "again"),
    ("Ctrl++ · Ctrl+− · Ctrl+0", "ctrl_plus"),
)
"""Every key and the step of its text; a test finds a key that is answered and not listed."""


class HelpPage(Page):
    """One line a key, the same on every screen."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.help"))
        layout = self.plain()
        self.heading(layout)
        layout.addWidget(Said(words("help.said"), "soft", wrap=True, place="below"))
        columns = [
            Column(words("help.key"), 15, lambda one: one[0], bold=True),
            Column(words("help.what"), 45, lambda one: reading.first(words(f"help.keys.{one[1]}"))),
            Column(
                words("forms.other_name"),
                40,
                lambda one: reading.second(words(f"help.keys.{one[1]}")),
            ),
        ]
        model = RowsModel(columns)
        self.view = RegisterView(model, self.title)
        self.view.wrap()
        model.show(KEYS)
        layout.addWidget(self.view, 1)
        self.stand_on = self.view
