"""Editors for one line of typing: text, numbers, fractions and money."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from forms.kit.fields import Decimal, Field, Index, Line, Money, Number, Rows
from forms.kit.letter import Path
from forms.kit.words import Words
from thana_desk.hindi.numerals import (
    NotAnAmount,
    amount_in_english,
    amount_in_hindi,
    rupees,
    to_ascii_digits,
)
from thana_desk.hindi.text import clean
from thana_desk.texts import words
from thana_desk.ui.editors.editor import Editor, Holder, kind_editor
from thana_desk.ui.editors.measure import advance, em, field_height, gap
from thana_desk.ui.editors.pick_list import Option, PickList, open_list_of, pick_list_of
from thana_desk.ui.mouse_paste import dropped
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import DIGITS, LATIN

_MOST_TYPED = 1_000_000

# What reading a value of another shape than the field's raises; it is then shown as it is.
_STRANGE = (TypeError, ValueError, ArithmeticError, AttributeError)


def is_remove_row(event: QKeyEvent) -> bool:
    """Ctrl+Delete, which takes a row out of a repeating group."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_Delete


def stands_in_rows(widget: QWidget) -> bool:
    """Whether `widget` belongs to a row of a repeating group."""
    parent = widget.parentWidget()
    while parent is not None:
        editor = getattr(parent, "editor", None)
        if isinstance(editor, Editor) and isinstance(editor.asked, Rows):
            return True
        parent = parent.parentWidget()
    return False


class PickingLine(QLineEdit):
    """A line that can have the pick list open under it."""

    picks: "TypedEditor | None" = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to an open list; Down on a closed one opens it."""
        if self.picks is not None and self.picks.list_key(event):
            return
        if (
            (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
            or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            or (is_remove_row(event) and stands_in_rows(self))
        ):
            event.ignore()  # the form takes steps back that are not of this line
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text in an old font asks first, also where the keyboard is elsewhere."""
        if not dropped(self, event):
            super().dropEvent(event)


class TypedEditor(Editor):
    """One line of typing that is read as it is typed.

    A kind says how text is read (`read`, None for text that means nothing) and how an answer is
    written (`write`).
    """

    digits = False
    letters = 24
    typed_over = True
    """Whether the next key replaces what stands here, as for a number or a code."""

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self._value: Any = None
        self._odd = ""
        self.line = PickingLine(self.sheet_widget)
        self.line.picks = self
        self.line.setMaxLength(_MOST_TYPED)
        if self.digits:
            self.line.setProperty("typing", DIGITS)
        self.line.textEdited.connect(self._typed)
        self.widget = self.line
        self.owns([self.line])

    def read(self, text: str) -> Any:
        """The answer that `text` means, or None."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """The text that stands for the answer `value`."""
        return str(value)

    def echo_of(self, value: Any) -> str:
        """The words beside the field for the answer `value`."""
        return ""

    def fault_of(self, text: str) -> str:
        """The words beside the field for text that could not be read."""
        return ""

    def value(self) -> Any:
        """The answer, or None where the line is blank or could not be read."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self._value, self._odd = value, ""
        self.line.setText("" if value is None else self._written(value))
        self.line.setCursorPosition(0)
        self._echo()

    def unread(self) -> dict[Path, str]:
        """The typing that could not be read."""
        return {(): self._odd} if self._odd else {}

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Show typing that could not be read."""
        if texts.get(()):
            self._value, self._odd = None, texts[()]
            self.line.setText(self._odd)
            self._echo()

    def left(self) -> None:
        """Write what was understood in its usual form."""
        self.close_list()
        if not self._odd and self._value is not None:
            usual = self._written(self._value)
            if usual != self.line.text():
                self.line.setText(usual)
        self._echo()

    def settle(self) -> None:
        """Take what is marked in an open list, before the clerk goes on."""
        open_list = self.open_pick_list()
        if open_list is not None:
            open_list.take_marked()

    def width_hint(self) -> int:
        """So many letters and the frame."""
        return em() * self.letters

    def height_for(self, width: int) -> int:
        """One line."""
        return field_height()

    def refresh(self) -> None:
        """Say the echo again."""
        self._echo()

    def open_pick_list(self) -> PickList | None:
        """The pick list if it lies open under this line."""
        return open_list_of(self.line)

    def close_list(self) -> None:
        """Put the pick list away if it is ours."""
        found = self.open_pick_list()
        if found is not None:
            found.close_list()

    def list_key(self, event: QKeyEvent) -> bool:
        """Whether `event` was for the list."""
        open_list = self.open_pick_list()
        if open_list is not None:
            return open_list.moved_by(event)
        return event.key() == Qt.Key.Key_Down and self.open_list()

    def understood(self, text: str) -> tuple[Any, str]:
        """What `text` means: the answer, and the text where it means none."""
        plain = clean(text).strip()
        if not plain:
            return None, ""
        value = self.read(plain)
        return (None, plain) if value is None else (value, "")

    def take(self, value: Any) -> None:
        """The clerk chose `value`: show it and tell the holder."""
        self.set_value(value)
        self.line.setCursorPosition(len(self.line.text()))
        self.edited()

    def _typed(self, text: str) -> None:
        self._value, self._odd = self.understood(text)
        self._echo()
        self.typed_further(text)
        self.edited()

    def typed_further(self, text: str) -> None:
        """Called after each key with the whole text."""

    def _written(self, value: Any) -> str:
        try:
            return self.write(value)
        except _STRANGE:
            return str(value)

    def _echo(self) -> None:
        before = self.echo
        if self._odd:
            self.echo = self.fault_of(self._odd)
        elif self._value is None:
            self.echo = ""
        else:
            try:
                self.echo = self.echo_of(self._value)
            except _STRANGE:
                self.echo = ""
        self.alarmed = bool(self._odd)
        if self.echo != before:
            self.holder.arrange_soon()


@kind_editor.register(Line)
class LineEditor(TypedEditor):
    """One line of text, with suggestions where the field has them."""

    asked: Line
    typed_over = False
    _room = 0

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        if self.asked.index is Index.PHONE or (self.asked.pattern and self.asked.pattern.isascii()):
            self.line.setProperty("typing", LATIN)

    def read(self, text: str) -> str:
        """The text itself, on one line."""
        return " ".join(text.split("\n")).replace("\t", " ")

    def echo_of(self, value: Any) -> str:
        """The meaning of a suggested text; a text too long for the line in full below it."""
        if advance(str(value)) > max((self._room or self.line.width()) - gap(3), gap(20)):
            return str(value)
        if self.asked.suggest is None:
            return ""
        meant = next((w for stored, w in self._found(str(value), 3) if stored == value), None)
        return "" if meant is None or value in (meant.hi, meant.en) else reading.both(meant)

    def height_for(self, width: int) -> int:
        """One line; whether the text fits is known only now."""
        if width != self._room:
            self._room = width
            self._echo()
        return super().height_for(width)

    def width_hint(self) -> int:
        """By the longest text that fits; all the width from some sixty letters on."""
        most = self.asked.most
        # A chassis number is 17 capitals, and capitals are wide.
        return em() * (14 if most <= 12 else 22 if most <= 20 else 28) if most <= 60 else 0

    def open_list(self) -> bool:
        """Everything that is suggested for what stands here."""
        return self._offer(self.line.text().strip()) or self._offer("")

    def typed_further(self, text: str) -> None:
        """Offer what fits the typing."""
        if text.strip():
            self._offer(text.strip())
        else:
            self.close_list()

    def options(self, typed: str) -> list[Option]:
        """What is offered for `typed`."""
        return [
            Option(stored, meant, "" if stored in (meant.hi, meant.en) else stored)
            for stored, meant in self._found(typed, 50)
        ]

    def chosen(self, option: Option) -> None:
        """Take one of the options offered."""
        self.holder.step(lambda: self.take(option.stored))

    def _found(self, typed: str, limit: int) -> list[tuple[str, Words]]:
        if self.asked.suggest is None or (not typed and limit < 10):
            return []
        return self.asked.suggest.find(typed, self.holder.scopes(), limit)

    def _offer(self, typed: str) -> bool:
        if self.near.read_only:
            return False
        options = self.options(typed)
        if not options:
            self.close_list()
            return False
        pick_list_of(self.line).offer(self.line, options, self.chosen)
        return True


@kind_editor.register(Number)
class NumberEditor(TypedEditor):
    """A whole number, digits of either script."""

    asked: Number
    digits = True
    letters = 12

    def read(self, text: str) -> int | None:
        """The number, or None."""
        plain = to_ascii_digits(text).replace(",", "").replace(" ", "")
        return int(plain) if re.fullmatch(r"[+-]?[0-9]{1,18}", plain) else None

    def echo_of(self, value: Any) -> str:
        """The unit."""
        return reading.both(self.asked.unit) if self.asked.unit else ""

    def fault_of(self, text: str) -> str:
        """What a number looks like."""
        return reading.first(words("form.fault.number"))


@kind_editor.register(Decimal)
class DecimalEditor(TypedEditor):
    """A number with a fraction, kept as text."""

    asked: Decimal
    digits = True
    letters = 14

    def read(self, text: str) -> str | None:
        """The number as text with a point, or None."""
        plain = to_ascii_digits(text).replace(",", "").replace(" ", "")
        match = re.fullmatch(r"([+-]?)([0-9]{0,15})(?:\.([0-9]{0,30}))?", plain)
        if match is None or not (match[2] or match[3]):
            return None
        whole = match[2].lstrip("0") or "0"
        sign = "-" if match[1] == "-" else ""
        return f"{sign}{whole}.{match[3]}" if match[3] else f"{sign}{whole}"

    def echo_of(self, value: Any) -> str:
        """The unit."""
        return reading.both(self.asked.unit) if self.asked.unit else ""

    def fault_of(self, text: str) -> str:
        """What a number looks like."""
        return reading.first(words("form.fault.decimal"))


@kind_editor.register(Money)
class MoneyEditor(DecimalEditor):
    """Rupees: grouped the Indian way, the amount in words beside it."""

    asked: Money
    letters = 16

    def read(self, text: str) -> str | None:
        """The amount without rupee signs and commas, or None."""
        plain = re.sub(r"^(₹|रु(पये|0|०|\.)?|रू(0|०|\.)?|rs\.?|inr)\s*", "", text, flags=re.I)
        return super().read(re.sub(r"\s*(/-|/=|रु(पये|0|०|\.)?|मात्र)$", "", plain))

    def write(self, value: Any) -> str:
        """`12,34,567.50`."""
        try:
            return rupees(value)
        except NotAnAmount:
            return str(value)

    def echo_of(self, value: Any) -> str:
        """The amount in words."""
        try:
            hindi, english = amount_in_hindi(str(value)), amount_in_english(str(value))
        except NotAnAmount:
            return ""
        return f"₹ · {reading.first(Words(hindi, english))}"
