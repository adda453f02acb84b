"""Reads a letter through its form, so that layouts get words instead of codes."""

from collections.abc import Callable, Mapping
from typing import Any

from forms.kit.check import settled
from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form
from forms.kit.letter import Letter, is_blank
from thana_desk.printing.blocks import paper_clock, paper_date, paper_time
from thana_desk.printing.form_paper import SEALED, one_line


class Answers:
    """The answers that count, by dotted key; a key that the form does not know reads as blank."""

    def __init__(self, form: Form, letter: Letter, masked: bool = False) -> None:
        self.form = form
        self.letter = settled(form, letter)
        self.masked = masked
        self._parts: dict[str, Field] = {part.key: part for part in form.fields()}

    def text(self, key: str) -> str:
        """The answer in words."""
        part, value = self._find(key)
        return self._said(part, value)

    def says(self, key: str, value: object) -> bool:
        """Whether the stored answer is `value`."""
        return bool(self._find(key)[1] == value)

    def date(self, key: str) -> str:
        """A day or moment as 25/12/2025."""
        return self._moment(key, paper_date)

    def clock(self, key: str) -> str:
        """The hour of a moment as 09:40."""
        return self._moment(key, paper_clock)

    def moment(self, key: str) -> str:
        """A moment as 25/12/2025 09:40."""
        return self._moment(key, paper_time)

    def _moment(self, key: str, as_printed: Callable[[str], str]) -> str:
        part, value = self._find(key)
        return SEALED if self._is_sealed(part, value) else as_printed(str(value or ""))

    def _is_sealed(self, part: Field | None, value: Any) -> bool:
        return self.masked and part is not None and part.sealed and not is_blank(value)

    def rows(self, key: str) -> list["RowAnswers"]:
        """The filled rows of a repeating group (`accused`, `informant.ids`)."""
        part, value = self._find(key)
        if not isinstance(part, Rows) or not isinstance(value, list):
            return []
        return [
            RowAnswers(self, part.row, row)
            for row in value
            if isinstance(row, Mapping) and not is_blank(row)
        ]

    def _find(self, key: str) -> tuple[Field | None, Any]:
        first, *steps = key.split(".")
        part: Field | None = self._parts.get(first)
        value: Any = self.letter.get(first)
        for step in steps:
            inside = part.parts if isinstance(part, Group) else ()
            part = next((one for one in inside if one.key == step), None)
            value = value.get(step) if isinstance(value, Mapping) else None
        return part, value

    def _said(self, part: Field | None, value: Any) -> str:
        if part is None or is_blank(value):
            return ""
        if self._is_sealed(part, value):
            return SEALED
        if isinstance(part, Group):
            return one_line(part, value, (self.letter,), self.masked)
        return part.shown(value, "hi")


class RowAnswers:
    """The answers of one row of a repeating group."""

    def __init__(self, answers: Answers, group: Group, row: Mapping[str, Any]) -> None:
        self.row = row
        self._answers = answers
        self._parts = {part.key: part for part in group.parts}

    def text(self, key: str) -> str:
        """The answer in words; `physical.hair` reads inside a group."""
        first, _, inner = key.partition(".")
        part: Field | None = self._parts.get(first)
        value = self.row.get(first)
        if inner:
            if not isinstance(part, Group) or not isinstance(value, Mapping):
                return ""
            return RowAnswers(self._answers, part, value).text(inner)
        return self._answers._said(part, value)

    def date(self, key: str) -> str:
        """A day as 25/12/2025."""
        value = self.row.get(key)
        if self._answers._is_sealed(self._parts.get(key), value):
            return SEALED
        return paper_date(str(value or ""))

    def rows(self, key: str) -> list["RowAnswers"]:
        """The filled rows of a repeating group in this row."""
        part, value = self._parts.get(key), self.row.get(key)
        if not isinstance(part, Rows) or not isinstance(value, list):
            return []
        return [
            RowAnswers(self._answers, part.row, row)
            for row in value
            if isinstance(row, Mapping) and not is_blank(row)
        ]
