"""Editors of the form screen, one small class a kind of field; importing this registers them all."""

from thana_desk.ui.editors import choices, groups, lines, long_text, moments, records, rows
from thana_desk.ui.editors.editor import Editor, Surroundings, editor_of, kind_editor

__all__ = [
    "Editor",
    "Surroundings",
    "choices",
    "editor_of",
    "groups",
    "kind_editor",
    "lines",
    "long_text",
    "moments",
    "records",
    "rows",
]
