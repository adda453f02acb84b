"""Answers carried from one form into another: only what the fields there can hold."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from forms.kit.fields import Field, Group, Rows
from forms.kit.letter import is_blank


def fitting(parts: Sequence[Field], answers: object, now: dt.datetime) -> dict[str, Any]:
    """Of `answers` what these parts can hold: another form's own parts and faults stay behind."""
    kept: dict[str, Any] = {}
    if not isinstance(answers, Mapping):
        return kept
    for part in parts:
        value: Any = answers.get(part.key)
        if is_blank(value) or any(True for _ in part.problems(value, (), now)):
            continue
        if isinstance(part, Group):
            value = fitting(part.parts, value, now)
        elif isinstance(part, Rows):
            found = (fitting(part.row.parts, row, now) for row in value)
            value = [row for row in found if row]
        if not is_blank(value):
            kept[part.key] = value
    return kept
