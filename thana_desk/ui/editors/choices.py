"""Editors for choosing: from a list by typing, one of a few by a key, several, yes or no."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from forms.kit.fields import Choice, Field, MultiChoice, YesNo
from forms.kit.letter import Path
from forms.kit.words import Words
from thana_desk.hindi.numerals import to_ascii_digits
from thana_desk.hindi.text import nfc
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Editor, Holder, kind_editor
from thana_desk.ui.editors.lines import TypedEditor
from thana_desk.ui.editors.measure import SMALL, advance, em, face, field_height, gap
from thana_desk.ui.editors.pick_list import Option, pick_list_of
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import hindi_letter

FEW = 4
"""Up to so many options stand side by side and are chosen by one key."""


def fold(text: str) -> str:
    """`text` for comparing what is typed with what is offered."""
    return " ".join(nfc(text).replace("\u093c", "").casefold().split())


def fitting(options: Sequence[Option], typed: str) -> list[Option]:
    """The options that fit `typed` in either language or by code, best first."""
    wanted = fold(typed)
    if not wanted:
        return list(options)
    ranked = [(_rank(option, wanted), place) for place, option in enumerate(options)]
    return [options[place] for rank, place in sorted(ranked) if rank < _NO_FIT]


_NO_FIT = 9


def _rank(option: Option, wanted: str) -> int:
    code, texts = fold(str(option.stored)), (fold(option.words.hi), fold(option.words.en))
    if wanted == code or wanted in texts:
        return 0
    if any(text.startswith(wanted) for text in texts):
        return 1
    if code.startswith(wanted):
        return 2
    if any(f" {wanted}" in text for text in texts):
        return 3
    return 4 if any(wanted in text for text in texts) else _NO_FIT


def _options(asked: Choice | MultiChoice) -> list[Option]:
    return [Option(code, meant) for code, meant in asked.choices.options().items()]


class ListChoiceEditor(TypedEditor):
    """One of many: typing filters in either language or by code, F4 opens the whole list."""

    asked: Choice
    letters = 30

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self.line.setTextMargins(0, 0, gap(2), 0)

    def read(self, text: str) -> str | None:
        """The code whose words or code were typed in full."""
        best = fitting(_options(self.asked), text)[:1]
        return best[0].stored if best and _rank(best[0], fold(text)) == 0 else None

    def write(self, value: Any) -> str:
        """What the code means, in the first language."""
        meant = self.asked.choices.words_of(value) if isinstance(value, str) else None
        return str(value) if meant is None else reading.first(meant)

    def echo_of(self, value: Any) -> str:
        """The same in the second language."""
        meant = self.asked.choices.words_of(value) if isinstance(value, str) else None
        return "" if meant is None else reading.second(meant)

    def fault_of(self, text: str) -> str:
        """What to do with text that is not on the list."""
        return reading.first(words("form.fault.choice"))

    def left(self) -> None:
        """Take the only option that fits what was typed."""
        if self._odd:
            fits = fitting(_options(self.asked), self._odd)
            if len(fits) == 1:
                self.take(fits[0].stored)
        super().left()

    def open_list(self) -> bool:
        """The whole list, with the present answer marked."""
        options = _options(self.asked)
        at = next((n for n, o in enumerate(options) if o.stored == self._value), -1)
        self._offer(options, at)
        return True

    def typed_further(self, text: str) -> None:
        """Only what fits, the best marked."""
        if text.strip():
            self._offer(fitting(_options(self.asked), text), 0)
        else:
            self.close_list()

    def width_hint(self) -> int:
        """Room for the words chosen."""
        return max(super().width_hint(), advance(self.line.text()) + gap(5))

    def refresh(self) -> None:
        """The language may have changed."""
        if not self._odd and self._value is not None and not self.line.hasFocus():
            self.line.setText(self._written(self._value))
        super().refresh()

    def _offer(self, options: Sequence[Option], at: int) -> None:
        if not self.near.read_only:
            pick_list_of(self.line).offer(self.line, options, self._picked, at=at)

    def _picked(self, option: Option) -> None:
        self.take(option.stored)


class KeysLine(QLineEdit):
    """Options side by side, one of them ringed; the text of the line is the chosen one.

    It is a read-only line underneath, so that a screen reader says what is chosen.
    """

    pressed = Signal(int)
    cleared = Signal()

    def __init__(
        self, options: Sequence[tuple[str, Words]], ticks: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.options = options
        self.ticks = ticks
        self.chosen: frozenset[int] = frozenset()
        self.at = 0
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def natural_width(self) -> int:
        """The width at which everything stands in one line."""
        return sum(self._width(number) for number in range(len(self.options)))

    def lines_for(self, width: int) -> int:
        """The lines needed when `width` pixels are there."""
        return max((y for _x, y, _w in self._places(width)), default=0) + 1

    def show_chosen(self, chosen: frozenset[int]) -> None:
        """Ring or tick these options."""
        self.chosen = chosen
        if chosen and not self.ticks:
            self.at = min(chosen)
        self.setText(", ".join(reading.first(self.options[n][1]) for n in sorted(chosen)))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Space goes round with a blank, a digit or first letter chooses at once."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._go(step)
        elif key == Qt.Key.Key_Space:
            if self.ticks or self.at not in self.chosen:
                self.pressed.emit(self.at)
            elif self.at + 1 < len(self.options):
                self._go(1)
            else:
                self.at = 0
                self.cleared.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif (number := self._meant(event.text())) is not None:
            self.at = number
            self.pressed.emit(number)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        spot = event.position().toPoint()
        for number, place in enumerate(self._rects()):
            if place.contains(spot):
                self.at = number
                self.pressed.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The options with their shapes; the focused one is underlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._rects()):
            self._paint_option(painter, number, place)

    def _paint_option(self, painter: QPainter, number: int, place: QRect) -> None:
        is_chosen = number in self.chosen
        focused = self.hasFocus() and number == self.at
        if focused:
            painter.setPen(QPen(QColor(theme.NAVY), 2))
            painter.setBrush(QColor(theme.WHITE))
            painter.drawRoundedRect(place.adjusted(1, 2, -gap(), -2), 2, 2)
        side = theme.pixels(16)
        ring = QRect(place.left() + gap(), place.center().y() - side // 2, side, side)
        painter.setPen(QPen(QColor(theme.NAVY if is_chosen else theme.INK_SOFT), 1.5))
        painter.setBrush(QColor(theme.PAPER))
        if self.ticks:
            painter.drawRect(ring)
        else:
            painter.drawEllipse(ring)
        if is_chosen:
            painter.setBrush(QColor(theme.NAVY))
            inner = ring.adjusted(4, 4, -4, -4)
            if self.ticks:
                painter.setPen(QPen(QColor(theme.NAVY), 2.5))
                painter.drawPolyline(
                    [
                        QPoint(ring.left() + 3, ring.center().y()),
                        QPoint(ring.center().x(), ring.bottom() - 3),
                        QPoint(ring.right() - 2, ring.top() + 3),
                    ]
                )
            else:
                painter.drawEllipse(inner)
        key, meant = self.options[number]
        left = ring.right() + gap()
        for text, share, colour in (
            (reading.first(meant), 1.0, theme.NAVY if is_chosen else theme.INK),
            (reading.second(meant), SMALL, theme.INK_SOFT),
            (key, SMALL, theme.INK_FAINT),
        ):
            if text:
                painter.setFont(face(share, bold=is_chosen and share == 1.0))
                painter.setPen(QColor(colour))
                painter.drawText(
                    QRect(left, place.top(), place.right() - left, place.height()),
                    int(Qt.AlignmentFlag.AlignVCenter),
                    text,
                )
                bold = is_chosen and share == 1.0
                left += advance(text, share, bold=bold) + gap(0.75)

    def _width(self, number: int) -> int:
        key, meant = self.options[number]
        return (
            gap(2)
            + theme.pixels(16)
            + advance(reading.first(meant), bold=True)
            + advance(reading.second(meant), SMALL)
            + advance(key, SMALL)
            + gap(4)
        )

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        places, x, y = [], 0, 0
        for number in range(len(self.options)):
            wide = self._width(number)
            if x and x + wide > width:
                x, y = 0, y + 1
            places.append((x, y, wide))
            x += wide
        return places

    def _rects(self) -> list[QRect]:
        high = field_height()
        return [QRect(x, y * high, wide, high) for x, y, wide in self._places(self.width())]

    def _go(self, step: int) -> None:
        if self.options:
            self.at = (self.at + step) % len(self.options)
            if self.ticks:
                self.update()
            else:
                self.pressed.emit(self.at)

    def _meant(self, typed: str) -> int | None:
        if not typed.strip():
            return None
        found = self._of(typed)
        hindi = hindi_letter(typed)
        return self._of(hindi) if found is None and hindi.strip() else found

    def _of(self, typed: str) -> int | None:
        wanted = fold(typed)
        digit = to_ascii_digits(wanted)
        for number, (key, meant) in enumerate(self.options):
            if digit == key or wanted in fold(key).split("/"):
                return number
            if not self.ticks and any(
                fold(text).startswith(wanted) for text in (meant.hi, meant.en)
            ):
                return number
        return None


class KeysEditor(Editor):
    """What all editors with options side by side share."""

    def __init__(
        self, asked: Field, holder: Holder, options: Sequence[tuple[str, Words]], ticks: bool
    ) -> None:
        super().__init__(asked, holder)
        self._value: Any = None
        self.keys = KeysLine(options, ticks, self.sheet_widget)
        self.keys.pressed.connect(self._pressed)
        self.keys.cleared.connect(self._cleared)
        self.widget = self.keys
        self.owns([self.keys])

    def value(self) -> Any:
        """The answer, or None."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self._value = value
        self.keys.show_chosen(self.numbers_of(value))
        self.echo = "" if value is None or self.keys.chosen else str(value)
        self.alarmed = bool(self.echo)

    def numbers_of(self, value: Any) -> frozenset[int]:
        """Which options the answer `value` rings."""
        raise NotImplementedError

    def value_with(self, number: int) -> Any:
        """The answer when option `number` is pressed."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """As many lines as the options need."""
        return self.keys.lines_for(width) * field_height()

    def width_hint(self) -> int:
        """All options side by side."""
        return self.keys.natural_width()

    def refresh(self) -> None:
        """The language may have changed."""
        self.keys.show_chosen(self.keys.chosen)

    def _pressed(self, number: int) -> None:
        self._change(self.value_with(number))

    def _cleared(self) -> None:
        self._change(None)

    def _change(self, value: Any) -> None:
        if not self.near.read_only:
            self.set_value(value)
            self.edited()


class FewChoiceEditor(KeysEditor):
    """One of up to four, by its digit or first letter."""

    def __init__(self, asked: Choice, holder: Holder) -> None:
        self._codes = list(asked.choices.options())
        options = [(str(n), w) for n, w in enumerate(asked.choices.options().values(), 1)]
        super().__init__(asked, holder, options, ticks=False)

    def numbers_of(self, value: Any) -> frozenset[int]:
        """The one option."""
        return frozenset({self._codes.index(value)} if value in self._codes else ())

    def value_with(self, number: int) -> str:
        """The option's code."""
        return self._codes[number]


@kind_editor.register(YesNo)
class YesNoEditor(KeysEditor):
    """Yes, no or blank: y, n, ह, न; Space goes round the three, Backspace makes it blank."""

    def __init__(self, asked: Field, holder: Holder) -> None:
        yes, no = words("form.yes"), words("form.no")
        super().__init__(asked, holder, [("ह/y", yes), ("न/n", no)], ticks=False)

    def numbers_of(self, value: Any) -> frozenset[int]:
        """Yes is the first, no the second."""
        return frozenset({0 if value else 1} if isinstance(value, bool) else ())

    def value_with(self, number: int) -> bool:
        """The first is yes."""
        return number == 0


class FewMultiChoiceEditor(KeysEditor):
    """Any of up to four."""

    def __init__(self, asked: MultiChoice, holder: Holder) -> None:
        self._codes = list(asked.choices.options())
        options = [(str(n), w) for n, w in enumerate(asked.choices.options().values(), 1)]
        super().__init__(asked, holder, options, ticks=True)

    def numbers_of(self, value: Any) -> frozenset[int]:
        """The ticked ones."""
        ticked = value if isinstance(value, list) else []
        return frozenset(n for n, code in enumerate(self._codes) if code in ticked)

    def value_with(self, number: int) -> list[str] | None:
        """The answer with this option ticked or not ticked."""
        return _toggled(self._value, self._codes[number], self._codes)


class ListMultiChoiceEditor(TypedEditor):
    """Several of many: typing filters, Enter on a marked line ticks it, the ticked stand beside."""

    asked: MultiChoice
    letters = 30

    def read(self, text: str) -> Any:
        """Typing here only filters; an answer is made by ticking."""
        return None

    def value(self) -> Any:
        """The ticked codes, or None."""
        return self._ticked

    def set_value(self, value: Any) -> None:
        """Show the ticked ones beside the line."""
        self._ticked = value
        self._odd = ""
        self.line.clear()
        self._echo()

    _ticked: Any = None
    _ticked_by_space = False

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Show typing that led to no tick."""
        if texts.get(()):
            self._odd = texts[()]
            self.line.setText(self._odd)
            self._echo()

    def left(self) -> None:
        """Tick the only option that fits what was typed."""
        fits = fitting(_options(self.asked), self._odd) if self._odd else []
        if len(fits) == 1:
            self._picked(fits[0])
        super().left()

    def fault_of(self, text: str) -> str:
        """What to do with text that is not on the list."""
        return reading.first(words("form.fault.choice"))

    def open_list(self) -> bool:
        """The whole list with ticks."""
        self._ticked_by_space = False
        self._offer("", -1)
        return True

    def typed_further(self, text: str) -> None:
        """Only what fits."""
        self._ticked_by_space = False
        if text.strip():
            self._offer(text, 0)
        else:
            self.close_list()

    def settle(self) -> None:
        """Tick the option that is marked, unless Space has ticked already."""
        if self._ticked_by_space:
            self.close_list()
        else:
            super().settle()

    def list_key(self, event: QKeyEvent) -> bool:
        """Space and Enter tick in the open list; Backspace in a blank line unticks the last."""
        open_list = self.open_pick_list()
        if open_list is not None and event.key() == Qt.Key.Key_Space:
            marked = open_list.marked()
            if marked is not None and not self.line.text().strip():
                self._ticked_by_space = True
                self._toggle(marked)
                self._offer("", open_list.currentIndex().row())
                return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text():
            ticked = self._ticked if isinstance(self._ticked, list) else []
            if ticked:
                self._change(ticked[:-1] or None)
            return True
        return super().list_key(event)

    def _offer(self, typed: str, at: int) -> None:
        if self.near.read_only:
            return
        ticked = self._ticked if isinstance(self._ticked, list) else []
        options = [
            Option(option.stored, option.words, "", option.stored in ticked)
            for option in fitting(_options(self.asked), typed)
        ]
        pick_list_of(self.line).offer(self.line, options, self._picked, at=at)

    def _picked(self, option: Option) -> None:
        self._toggle(option)

    def _toggle(self, option: Option) -> None:
        codes = list(self.asked.choices.options())
        self._change(_toggled(self._ticked, option.stored, codes))

    def _change(self, value: Any) -> None:
        self.set_value(value)
        self.edited()

    def _echo(self) -> None:
        ticked = self._ticked if isinstance(self._ticked, list) else []
        said = [self.asked.choices.words_of(c) if isinstance(c, str) else None for c in ticked]
        pairs = zip(ticked, said, strict=True)
        chosen = "✓ ".join(["", *(f"{reading.first(w) if w else c}   " for c, w in pairs)]).strip()
        fault = self.fault_of(self._odd) if self._odd else ""
        before = self.echo
        self.echo = f"{chosen}\n{fault}".strip()
        self.alarmed = bool(fault)
        if self.echo != before:
            self.holder.arrange_soon()

    def height_for(self, width: int) -> int:
        """One line for typing."""
        return field_height()

    def width_hint(self) -> int:
        """As a single choice."""
        return em() * self.letters


def _toggled(ticked: Any, code: str, order: Sequence[str]) -> list[str] | None:
    """`ticked` with `code` put in or taken out; codes that are no longer offered stay."""
    now = [one for one in ticked if one != code] if isinstance(ticked, list) else []
    if not isinstance(ticked, list) or code not in ticked:
        now.append(code)
        known = {one: place for place, one in enumerate(order)}
        now.sort(key=lambda one: known.get(one, len(known)))
    return now or None


@kind_editor.register(Choice)
def choice_editor(asked: Choice, holder: Holder) -> Editor:
    """Keys for a few options, a list for many."""
    few = len(asked.choices.options()) <= FEW
    return FewChoiceEditor(asked, holder) if few else ListChoiceEditor(asked, holder)


@kind_editor.register(MultiChoice)
def multi_choice_editor(asked: MultiChoice, holder: Holder) -> Editor:
    """Ticks for a few options, a list for many."""
    few = len(asked.choices.options()) <= FEW
    return FewMultiChoiceEditor(asked, holder) if few else ListMultiChoiceEditor(asked, holder)
