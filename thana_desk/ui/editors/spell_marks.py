"""Words that nobody knows, underlined in one long text; Ctrl+. offers what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.candidate_list import CandidateList
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import units

if TYPE_CHECKING:
    from thana_desk.hindi.spelling import Unknown
    from thana_desk.ui.editors.editor import Proofreader

_PAUSE = 400  # milliseconds without a key before the text is looked at
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
)


class SpellMarks:
    """Marks one long text and answers its keys.

    The marks are selections beside the document, not a highlighter in it: a highlighter works at
    each key before the key is seen, and lays the paragraph out anew.
    """

    def __init__(self, field: QTextEdit, reader: Proofreader) -> None:
        self._field = field
        self._reader = reader
        self._known: dict[str, Sequence[Unknown]] = {}  # by paragraph: only what changed is read
        self._list: CandidateList | None = None
        self._offered: Sequence[str] = ()
        self._word: QTextCursor | None = None
        self._timer = QTimer(field)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)
        field.textChanged.connect(self._changed)
        field.cursorPositionChanged.connect(self._changed)

    @property
    def candidate_list(self) -> CandidateList | None:
        """The list of suggestions, while it is shown."""
        shown = self._list
        if shown is None or not shiboken6.isValid(shown) or shown.isHidden():
            return None
        return shown

    def prepare(self) -> None:
        """The keyboard came: fetch the words, look at the text after a moment."""
        self._reader.prepare()
        self._timer.start()

    def left(self) -> None:
        """The keyboard went elsewhere: the last word is written now."""
        self.close()
        self._timer.start()

    def look_again(self) -> None:
        """Other words are known now."""
        self._known.clear()
        self.look()

    def look(self) -> None:
        """Underline the unknown words, but not the one that is being written."""
        marked = []
        for cursor in self.marked():
            one = QTextEdit.ExtraSelection()
            one.cursor = cursor
            one.format = _underlined()
            marked.append(one)
        self._field.setExtraSelections(marked)

    def marked(self) -> list[QTextCursor]:
        """The unknown words of the text, from its beginning."""
        found = []
        fresh: dict[str, Sequence[Unknown]] = {}
        block = self._field.document().begin()
        while block.isValid():
            text = block.text()
            unknown = self._known.get(text)
            if unknown is None:
                unknown = self._reader.unknown(text)
            if unknown is not None:
                fresh[text] = unknown
                found += [self._cursor(block, text, one) for one in unknown]
            block = block.next()
        self._known = fresh
        return [one for one in found if not self._is_being_written(one)]

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means the suggestions."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if _is_asking(event):
            return True
        return not held and self.candidate_list is not None and event.key() in _KEYS

    def answered(self, event: QKeyEvent) -> bool:
        """Act on a key that is ours; False where it is not."""
        if not self.wants(event):
            return False
        shown = self.candidate_list
        if _is_asking(event):
            self.offer()
        elif shown is None or event.key() == Qt.Key.Key_Escape:
            self.close()
            self.look()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            shown.step(by)
            if shown.row < 0:
                shown.step(by)
        elif shown.row >= 0:
            self.take(shown.row)
        else:
            self.close()
        return True

    def offer(self) -> None:
        """Offer what the word at the caret may be; from elsewhere go to the next unknown word."""
        self.close()
        here = self._field.textCursor().position()
        marked = [cursor for cursor in self._all() if cursor.selectionEnd() >= here]
        word = next(iter(marked or self._all()), None)
        if word is not None:
            caret = QTextCursor(word)
            caret.setPosition(word.selectionEnd())
            self._field.setTextCursor(caret)
            self._field.ensureCursorVisible()
            self._offered = tuple(self._reader.suggest(word.selectedText()))
            add = reading.first(words("form.typing.spell_add", word=word.selectedText()))
            lines = [*self._offered, add]
        else:
            self._offered = ()
            lines = [reading.first(words("form.typing.spell_none"))]
        self._word = word
        if self._list is None or not shiboken6.isValid(self._list):
            self._list = CandidateList(self._field, self.take, words("form.typing.spell_keys"))
        self._list.offer(self._field, lines)
        if self._offered:
            self._list.step(1)  # what Enter takes is marked; a word is never added unawares
        self.look()

    def take(self, row: int) -> None:
        """Put a suggestion in the place of its word as one step of undo, or add the word."""
        word, offered = self._word, self._offered
        self.close()
        if word is None:
            return
        if row < len(offered):
            word.insertText(offered[row])
            self._field.setTextCursor(word)
        else:
            self._reader.add(word.selectedText())
            self._known.clear()
        self.look()

    def close(self) -> None:
        """Put the list away."""
        self._word, self._offered = None, ()
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()

    def _changed(self) -> None:
        if self.candidate_list is not None:
            self.close()
        self._timer.start()

    def _all(self) -> list[QTextCursor]:
        """All unknown words, the one at the caret among them."""
        self.marked()  # reads what changed
        found = []
        block = self._field.document().begin()
        while block.isValid():
            text = block.text()
            found += [self._cursor(block, text, one) for one in self._known.get(text, ())]
            block = block.next()
        return found

    def _cursor(self, block: QTextBlock, text: str, one: Unknown) -> QTextCursor:
        cursor = QTextCursor(block)
        start = block.position() + units(text[: one.at])
        cursor.setPosition(start)
        cursor.setPosition(start + units(one.word), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _is_being_written(self, word: QTextCursor) -> bool:
        if self._word is not None:
            return False
        return self._field.hasFocus() and self._field.textCursor().position() == word.selectionEnd()


def _is_asking(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Period and held == Qt.KeyboardModifier.ControlModifier


def _underlined() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(QColor(theme.RED))
    return made
