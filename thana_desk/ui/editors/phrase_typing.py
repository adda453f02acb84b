"""Set phrases in a long text: `/` and letters offer them, Tab goes from blank to blank."""

import re
from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from forms.kit.blanks import BLANK
from thana_desk.texts import words
from thana_desk.ui.candidate_list import CandidateList
from thana_desk.ui.editors.editor import SetPhrase
from thana_desk.ui.text_field import text_before, units

_ASKED = re.compile(r"(?:^|[\s(।])/([^\s/]{0,30})$")
_MOST = 6
_OPEN = "phrases_open"
_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
)


class PhraseTyping:
    """Answers the keys of one long text that belong to its list of phrases and its blanks."""

    def __init__(self, field: QTextEdit, find: Callable[[str], Sequence[SetPhrase]]) -> None:
        self._field = field
        self._find = find
        self._found: Sequence[SetPhrase] = ()
        self._list: CandidateList | None = None
        self._left = ""  # the beginning that Esc said is no phrase
        field.textChanged.connect(self.look)
        field.cursorPositionChanged.connect(self.look)

    @property
    def candidate_list(self) -> CandidateList | None:
        """The list of phrases, while it is shown."""
        shown = self._list is not None and shiboken6.isValid(self._list)
        return self._list if shown and self._field.property(_OPEN) else None

    def prepare(self) -> None:
        """Let the book be fetched; what it holds is looked at later."""
        self._find("")

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means the list."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return not held and self.candidate_list is not None and event.key() in _KEYS

    def answered(self, event: QKeyEvent) -> bool:
        """Act on a key of the list, or go to the next blank; False where it is neither."""
        if self.wants(event):
            self._act(event.key())
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() == Qt.Key.Key_Tab and self.next_blank()

    def look(self) -> None:
        """Offer what the letters after / may mean, or put the list away."""
        field = self._field
        asked = _ASKED.search(text_before(field)) if field.hasFocus() else None
        if asked is None or field.textCursor().hasSelection():
            self._left = ""
            self.close()
            return
        if self._left and asked[1].startswith(self._left[1:]):
            return
        self._found = self._find(asked[1])[:_MOST]
        if not self._found:
            self.close()
            return
        if self._list is None or not shiboken6.isValid(self._list):
            self._list = CandidateList(field, self.take, words("form.typing.phrase_keys"))
        field.setProperty(_OPEN, True)
        self._list.offer(field, [one.name for one in self._found])
        self._list.step(1)  # what Enter takes is the one that is marked

    def take(self, row: int) -> None:
        """Put a phrase in the place of its letters, as one step that can be taken back."""
        before = text_before(self._field)
        asked = _ASKED.search(before)
        self.close()
        if asked is None or row >= len(self._found):
            return
        text = self._found[row].text()
        cursor = self._field.textCursor()
        end = cursor.position()
        start = end - units(before[asked.start(1) - 1 :])
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self._field.setTextCursor(cursor)
        first = BLANK.search(text)
        if first is not None:
            self._mark(start + units(text[: first.start()]), units(first[0]))

    def next_blank(self) -> bool:
        """Mark the next blank after the caret, so that what is typed takes its place."""
        text = self._field.toPlainText()
        here = self._field.textCursor().selectionEnd()
        for match in BLANK.finditer(text):
            start = units(text[: match.start()])
            if start >= here:
                self._mark(start, units(match[0]))
                return True
        return False

    def close(self) -> None:
        """Put the list away."""
        self._field.setProperty(_OPEN, False)
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()

    def _act(self, key: int) -> None:
        shown = self.candidate_list
        if shown is None:
            return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            shown.step(by)
            if shown.row < 0:
                shown.step(by)
        elif key == Qt.Key.Key_Escape:
            asked = _ASKED.search(text_before(self._field))
            self._left = f"/{asked[1]}" if asked else ""
            self.close()
        else:
            self.take(max(shown.row, 0))

    def _mark(self, start: int, length: int) -> None:
        cursor = self._field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()
