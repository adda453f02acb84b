"""What every editor of a form screen can do, and what all editors of one screen share."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from forms.kit.fields import Attachment, Field, Group, Reference, Rows
from forms.kit.letter import Path, is_blank
from forms.kit.when import IST
from forms.kit.words import Words
from thana_desk.ui.problems import Finding
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.hindi.spelling import Unknown

Answer = dict[str, Any]
"""A filled attachment or reference as it is stored, or a known person's answers."""


def _nobody() -> Sequence[Mapping[str, Any]]:
    return ()


@dataclass(frozen=True)
class PossibleSame:
    """Somebody on record who may be the person being written: in words, and what he brings along."""

    words: Words
    answers: Mapping[str, Any]


def _nobody_like(
    _answers: Mapping[str, Any], _take: Callable[[Sequence[PossibleSame]], None]
) -> None:
    return None


def _no_record(_asked: Reference) -> Answer | None:
    return None


def _no_file(_asked: Attachment) -> Answer | None:
    return None


def _no_look(_kept: Mapping[str, Any], _name: Words) -> None:
    return None


@dataclass(frozen=True)
class SetPhrase:
    """A phrase on offer: what the list shows, and what gives its text with the places filled."""

    name: str
    text: Callable[[], str]


def _no_phrases(_typed: str, _answers: Mapping[str, Any]) -> Sequence[SetPhrase]:
    return ()


def _no_picture(_kept: Mapping[str, Any]) -> bytes | None:
    return None


class Proofreader(Protocol):
    """Who knows the words."""

    def prepare(self) -> None:
        """Fetch the words, beside the window; `SpellMarks.look` is called when they are there."""

    def unknown(self, text: str) -> "Sequence[Unknown] | None":
        """The unknown words of a paragraph; None as long as no words are there."""

    def suggest(self, word: str) -> Sequence[str]:
        """What may have been meant, likeliest first."""

    def add(self, word: str) -> None:
        """Take a word for right from now on."""


@dataclass
class Surroundings:
    """What all editors of one screen share.

    `known_persons` are the persons already in the case, in the shape of the person group, and
    `known_officers` those of the thana in the shape of an officer's; `possible_same` looks among
    all records for who a person may be, and tells the second argument later; `pick_record` and
    `attach` ask for a record or a file and return it in its stored shape, or None; `thumbnail`
    gives the bytes of a kept picture, or None; `look` opens it. `phrases` are the set phrases that
    letters may mean, with the answers of the whole form; `proofreader` knows the words of long
    texts. `reasons` are the reasons written
    so far by the code of their problem. `masked` hides sealed answers.
    `all_said` shows blanks as problems also where the clerk has not been yet.
    `item_width` is the width of the column for official item numbers in the open section.
    """

    known_persons: Callable[[], Sequence[Mapping[str, Any]]] = _nobody
    possible_same: Callable[[Mapping[str, Any], Callable[[Sequence[PossibleSame]], None]], None] = (
        _nobody_like
    )
    known_officers: Callable[[], Sequence[Mapping[str, Any]]] = _nobody
    pick_record: Callable[[Reference], Answer | None] = _no_record
    attach: Callable[[Attachment], Answer | None] = _no_file
    thumbnail: Callable[[Mapping[str, Any]], bytes | None] = _no_picture
    look: Callable[[Mapping[str, Any], Words], None] = _no_look
    phrases: Callable[[str, Mapping[str, Any]], Sequence[SetPhrase]] = _no_phrases
    proofreader: Proofreader | None = None
    now: Callable[[], dt.datetime] = field(default=lambda: dt.datetime.now(IST))
    reasons: dict[str, str] = field(default_factory=dict)
    reason_written: Callable[[str, str], None] = lambda code, text: None
    read_only: bool = False
    masked: bool = False
    all_said: bool = False
    item_width: int = 0


class Holder(Protocol):
    """Where an editor's answer stands: the form, a group, or one row."""

    near: Surroundings

    def scopes(self) -> tuple[Mapping[str, Any], ...]:
        """The answers to look in, innermost first."""
        ...

    def part_changed(self, editor: "Editor") -> None:
        """The editor's answer is another one now."""
        ...

    def arrange_soon(self) -> None:
        """Something here needs more or less room."""
        ...

    def step(self, change: Callable[[], None]) -> None:
        """Do `change` as one step that can be taken back."""
        ...

    def keep_in_sight(self, widget: QWidget, spot: QRect) -> None:
        """Scroll so that `spot` of `widget` is seen."""
        ...


class Editor:
    """One answer on the screen.

    `widget` is what is placed on the sheet; `echo` the words beside it (what was understood of
    the typing). The answer is in the stored shape of `forms.kit.fields`; None is blank. Text
    that could not be read is no answer: it stands in `unread`, by its path from here.
    """

    wide = False
    """Whether the editor takes the whole width of the sheet, label above it."""

    widget: QWidget

    def __init__(self, asked: Field, holder: Holder) -> None:
        self.asked = asked
        self.holder = holder
        self.near = holder.near
        # Made inside its sheet, a widget is dressed once; moved there later, twice.
        self.sheet_widget = holder if isinstance(holder, QWidget) else None
        self.echo = ""
        self.alarmed = False
        self.visited = False

    def value(self) -> Any:
        """The answer in its stored shape, or None."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show an answer; it comes back as it was given until somebody edits it."""
        raise NotImplementedError

    def unread(self) -> dict[Path, str]:
        """What was typed here and could not be read, by the path from this field."""
        return {}

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Show again what could not be read."""

    def left(self) -> None:
        """The clerk has gone on to another field."""

    def was_visited(self) -> bool:
        """Whether the clerk has been here and gone on."""
        return self.visited

    def settle(self) -> None:
        """The clerk is about to go on: take what is marked in an open list."""

    def stops(self) -> list[QWidget]:
        """What the keyboard visits here, in official order."""
        return [self.widget]

    def width_hint(self) -> int:
        """The width wanted, in pixels; 0 for all there is."""
        return 0

    def height_for(self, width: int) -> int:
        """The height needed when `width` pixels are there."""
        raise NotImplementedError

    def open_list(self) -> bool:
        """Open what can be chosen from; False where there is nothing to choose."""
        return False

    def attach(self) -> bool:
        """Ask for a file; False where none is kept."""
        return False

    def editor_at(self, path: Path) -> "Editor":
        """The editor for the place `path` below this one, opened if it was folded away."""
        return self

    def show_problems(self, findings: Sequence[tuple[Path, Finding]]) -> list[Finding]:
        """Show what is wrong below this field; what it cannot show itself is handed back."""
        return [finding for _path, finding in findings]

    def refresh(self) -> None:
        """The answers elsewhere changed."""

    def retell(self) -> None:
        """The language or the text size changed."""
        self.refresh()

    def name_for_reader(self, name: str, description: str) -> None:
        """The words that a screen reader says for this field."""
        for stop in self.stops()[:1] or [self.widget]:
            stop.setAccessibleName(name)
            stop.setAccessibleDescription(description)

    def edited(self) -> None:
        """Tell the holder that the answer changed."""
        self.holder.part_changed(self)

    def owns(self, widgets: Iterable[QWidget]) -> None:
        """Mark `widgets` as belonging to this editor, for `editor_of`."""
        for widget in widgets:
            widget.editor = self  # type: ignore[attr-defined]  # found again by editor_of


def editor_of(widget: QObject | None) -> Editor | None:
    """The innermost editor that a focused widget belongs to, or None."""
    while isinstance(widget, QWidget):
        found = getattr(widget, "editor", None)
        if isinstance(found, Editor):
            return found
        widget = widget.parentWidget()
    return None


def enter_field(widget: QWidget) -> None:
    """Put the keyboard into a field: digits are marked to be typed over, text is gone on with."""
    editor = getattr(widget, "editor", None)
    if isinstance(widget, QLineEdit) and not getattr(editor, "typed_over", True):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.end(False)
    elif isinstance(widget, QTextEdit):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.moveCursor(QTextCursor.MoveOperation.End)
    else:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit) and not widget.isReadOnly():
            widget.selectAll()


@functools.singledispatch
def kind_editor(asked: Field, holder: Holder) -> Editor:
    """The editor for a kind of field; every kind registers its own.

    Raises:
        NoEditor: a kind of field that no editor was written for.
    """
    raise NoEditor(type(asked).__name__)


class NoEditor(TypeError):
    """A kind of field that the screen cannot show."""


def in_short(asked: Group, value: Any, near: Surroundings) -> str:
    """One row in the words that tell it from the others; all its words where the form names none."""
    if asked.gist and isinstance(value, Mapping):
        pieces = (shown(asked.part(key), value.get(key), near) for key in asked.gist)
        text = " · ".join(piece for piece in pieces if piece)
        if text:
            return text
    return shown(asked, value, near)


def shown(asked: Field, value: Any, near: Surroundings) -> str:
    """The value in one line as people read it; sealed parts are left out where masked.

    Never fails on a strange value.
    """
    if near.masked and asked.sealed:
        return "■■■" if not is_blank(value) else ""
    if isinstance(asked, Group) and isinstance(value, Mapping):
        pieces = (shown(part, value.get(part.key), near) for part in asked.parts)
        return ", ".join(piece for piece in pieces if piece)
    if isinstance(asked, Rows) and isinstance(value, list):
        return "; ".join(piece for row in value if (piece := shown(asked.row, row, near)))
    try:
        return asked.shown(value, reading.lang)
    except (TypeError, ValueError, AttributeError):
        return str(value)
