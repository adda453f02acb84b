"""The editor for text over many lines, such as the contents of a report."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from forms.kit.fields import Field, LongText
from forms.kit.letter import Path
from thana_desk.hindi.text import clean
from thana_desk.texts import words
from thana_desk.ui.editors.editor import Editor, Holder, Proofreader, SetPhrase, kind_editor
from thana_desk.ui.editors.lines import is_remove_row, stands_in_rows
from thana_desk.ui.editors.measure import gap, line_height
from thana_desk.ui.mouse_paste import dropped
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.editors.phrase_typing import PhraseTyping
    from thana_desk.ui.editors.spell_marks import SpellMarks

LINE_SPACING = 130
"""Per cent of the font's own line: matras above and below need it."""

_LEAST_LINES = 3


class Prose(QTextEdit):
    """Plain text that grows with what is written in it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.phrases: PhraseTyping | None = None
        self.spell: SpellMarks | None = None
        self.find_reader: Callable[[], Proofreader | None] | None = None
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def offer_phrases(self, find: Callable[[str], Sequence[SetPhrase]]) -> None:
        """Offer the set phrases that the letters after a slash may mean."""
        from thana_desk.ui.editors.phrase_typing import PhraseTyping

        self.phrases = PhraseTyping(self, find)

    def check_spelling(self, reader: Proofreader) -> None:
        """Underline the words that `reader` does not know."""
        from thana_desk.ui.editors.spell_marks import SpellMarks

        self.spell = SpellMarks(self, reader)

    def event(self, event: QEvent) -> bool:
        """Keys of an open list are no shortcuts of the window; Tab finds a blank."""
        if isinstance(event, QKeyEvent):
            for one in (self.spell, self.phrases):
                if one is None:
                    continue
                if event.type() == QEvent.Type.ShortcutOverride and one.wants(event):
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress and one.answered(event):
                    return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The phrase book is fetched now, so that it is there when a slash is typed."""
        super().focusInEvent(event)
        if self.spell is None and self.find_reader is not None and not self.isReadOnly():
            reader = self.find_reader()
            if reader is not None:
                self.check_spelling(reader)
        if self.spell is not None:
            self.spell.prepare()
        if self.phrases is not None:
            self.phrases.prepare()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The suggestions are for a caret that stands here."""
        super().focusOutEvent(event)
        if self.spell is not None:
            self.spell.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line; what the form does with a key is left to it."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        document = self.document()
        if (
            (shift and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
            or (event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable())
            or (event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable())
            or (is_remove_row(event) and stands_in_rows(self))
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text in an old font asks first, also where the keyboard is elsewhere."""
        if not dropped(self, event):
            super().dropEvent(event)

    def put(self, text: str) -> None:
        """Show `text` with the desk's line spacing; typing can be undone back to it."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(
            LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor.mergeBlockFormat(spaced)
        document.setUndoRedoEnabled(True)


@kind_editor.register(LongText)
class LongTextEditor(Editor):
    """Text over many lines: Enter makes a new line, Tab goes on; the words are counted."""

    wide = True

    def __init__(self, asked: Field, holder: Holder) -> None:
        super().__init__(asked, holder)
        self._value: Any = None
        self._text = ""
        self.prose = Prose(self.sheet_widget)
        self.prose.put("")
        self.prose.textChanged.connect(self._typed)
        self.prose.cursorPositionChanged.connect(self._moved)
        self.prose.document().documentLayout().documentSizeChanged.connect(self._grown)
        self._height = 0
        self._measuring = False
        self.widget = self.prose
        self.owns([self.prose])
        if not self.near.read_only:
            self.prose.offer_phrases(self._phrases)
            self.prose.find_reader = lambda: self.near.proofreader

    def value(self) -> Any:
        """The text, or None."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._value = value
        self._text = "" if value is None else str(value)
        self.prose.blockSignals(True)
        self.prose.put(self._text)
        self.prose.blockSignals(False)
        self._text = self.prose.toPlainText()
        self._count()
        self.holder.arrange_soon()

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Any text can be read."""

    def height_for(self, width: int) -> int:
        """All lines, and never fewer than three."""
        document = self.prose.document()
        around = self.prose.width() - self.prose.viewport().width()
        self._measuring = True
        document.setTextWidth(max(width - around, 80))
        self._measuring = False
        self._height = self._wanted()
        return self._height

    def refresh(self) -> None:
        """Count in the language that stands first."""
        self._count()

    def _phrases(self, typed: str) -> Sequence[SetPhrase]:
        return self.near.phrases(typed, self.holder.scopes()[-1])

    def _typed(self) -> None:
        text = self.prose.toPlainText()
        if text == self._text:
            return
        self._text = text
        kept = clean(text)
        self._value = kept if kept.strip() else None
        self._count()
        self.edited()

    def _moved(self) -> None:
        if self.prose.hasFocus():
            self.holder.keep_in_sight(self.prose, self.prose.cursorRect())

    def _grown(self) -> None:
        if not self._measuring and abs(self._wanted() - self._height) > gap(0.5):
            self.holder.arrange_soon()

    def _wanted(self) -> int:
        least = _LEAST_LINES * line_height() * LINE_SPACING // 100
        return max(int(self.prose.document().size().height()), least) + gap(2)

    def _count(self) -> None:
        count = len(self._text.split())
        self.echo = reading.first(words("form.word_count", count=f"{count}")) if count else ""
