"""A registered record to read: its sections and answers as on paper, nothing to type in."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form
from forms.kit.letter import is_blank
from forms.kit.words import Words
from thana_desk.ui import theme
from thana_desk.ui.parts import Said, Sheet, escaped
from thana_desk.ui.reading import reading


def _label_width() -> int:
    return theme.pixels(240 if reading.size < 150 else 170)


class LetterSheet(QWidget):
    """Every answered section of a form on a sheet; blanks are left out."""

    def __init__(self, form: Form, letter: Mapping[str, Any]) -> None:
        super().__init__()
        self._form, self._letter = form, letter
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.pixels(12))
        for section in form.sections:
            answered = [part for part in section.fields if not is_blank(letter.get(part.key))]
            if answered:
                sheet = Sheet(section.words)
                sheet.add(_answers(answered, letter))
                self._layout.addWidget(sheet)


def _answers(parts: list[Field], answers: Mapping[str, Any]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.pixels(16))
    grid.setVerticalSpacing(theme.pixels(6))
    grid.setColumnMinimumWidth(0, _label_width())
    grid.setColumnStretch(1, 1)
    at = 0
    for part in parts:
        value = answers.get(part.key)
        label = Said(_labelled(part), "soft", wrap=True, place="alone")
        label.setFixedWidth(_label_width())
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label, at, 0, top)
        if isinstance(part, Rows) and isinstance(value, list):
            for number, row in enumerate(value, 1):
                if is_blank(row):
                    continue
                text = part.row.shown(row, reading.lang)
                grid.addWidget(_value(f"{number}. {text}"), at, 1, top)
                at += 1
        elif isinstance(part, Group) and isinstance(value, Mapping):
            lines = [
                f"{reading.first(one.words)}: {one.shown(value.get(one.key), reading.lang)}"
                for one in part.parts
                if not is_blank(value.get(one.key))
            ]
            grid.addWidget(_value("\n".join(lines)), at, 1, top)
            at += 1
        else:
            grid.addWidget(_value(part.shown(value, reading.lang)), at, 1, top)
            at += 1
    return holder


def plain_text(form: Form, letter: Mapping[str, Any], lang: str) -> str:
    """The answered sections of a record as lines of text in one language."""
    lines = []
    for section in form.sections:
        answered = [part for part in section.fields if not is_blank(letter.get(part.key))]
        if answered:
            lines.append(section.words.in_language(lang))
        for part in answered:
            name, value = part.words.in_language(lang), letter.get(part.key)
            if isinstance(part, Rows) and isinstance(value, list):
                rows = [part.row.shown(one, lang) for one in value if not is_blank(one)]
                lines += [f"{name}: {number}. {row}" for number, row in enumerate(rows, 1)]
            elif isinstance(part, Group) and isinstance(value, Mapping):
                lines += [
                    f"{name}, {one.words.in_language(lang)}: {one.shown(value.get(one.key), lang)}"
                    for one in part.parts
                    if not is_blank(value.get(one.key))
                ]
            else:
                lines.append(f"{name}: {part.shown(value, lang)}")
    return "\n".join(lines)


def _labelled(part: Field) -> Words:
    item = f"{part.item} · " if part.item else ""
    return Words(f"{item}{part.words.hi}", f"{item}{part.words.en}")


def _value(text: str) -> QLabel:
    lines = escaped(reading.digits(text))
    said = QLabel(f"<div style='line-height:125%'>{lines}</div>")
    said.setTextFormat(Qt.TextFormat.RichText)
    said.setWordWrap(True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return said
