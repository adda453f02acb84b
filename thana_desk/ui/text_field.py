"""What the three text widgets of Qt have in common for whoever types into them."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from thana_desk.hindi.text import graphemes, is_devanagari, last_akshara

TextField = QLineEdit | QTextEdit | QPlainTextEdit

DIGITS = "digits"
"""Value of the property `typing` of a field where digits and signs stay as they are typed."""

LATIN = "latin"
"""Value of the property `typing` of a field that is never Hindi: a phone number, a code."""

_LOOK_AHEAD = 64  # code points that are looked at for the syllable after the caret


def is_typable(field: TextField) -> bool:
    """Whether Hindi may be typed here: no password, no code, nothing that is only read."""
    if field.isReadOnly() or field.property("typing") == LATIN:
        return False
    return not is_secret(field)


def is_secret(field: TextField) -> bool:
    """Whether what is typed here is not shown."""
    return isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal


def has_selection(field: TextField) -> bool:
    """Whether some text is selected."""
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    return field.textCursor().hasSelection()


def caret_of(field: TextField) -> int:
    """Where the caret is, in UTF-16 units."""
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position()


def text_before(field: TextField) -> str:
    """The text of the line before the caret, or before the selection."""
    if isinstance(field, QLineEdit):
        start = field.selectionStart()
        return _first_units(field.text(), start if start >= 0 else field.cursorPosition())
    cursor = field.textCursor()
    start_cursor = QTextCursor(cursor)
    start_cursor.setPosition(cursor.selectionStart())
    return _first_units(start_cursor.block().text(), start_cursor.positionInBlock())


def chosen_text(field: TextField) -> str:
    """The selected text, or all of it where none is."""
    if isinstance(field, QLineEdit):
        return field.selectedText() or field.text()
    cursor = field.textCursor()
    return cursor.selection().toPlainText() if cursor.hasSelection() else field.toPlainText()


def insert_text(field: TextField, text: str) -> None:
    """Put `text` in the place of the selection, as one step of undo; a line holds no line ends."""
    if isinstance(field, QLineEdit):
        field.insert(" ".join(text.split("\n")))
        end_undo_step(field)
    else:
        field.insertPlainText(text)
        field.ensureCursorVisible()


def caret_box(field: TextField) -> QRect:
    """The caret in the coordinates of the field's window."""
    if isinstance(field, QLineEdit):
        # Qt tells the rectangle of the caret in a line only to input methods.
        told = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        box = told.toRect() if isinstance(told, QRectF) else QRect(told)
        widget: QWidget = field
    else:
        box, widget = field.cursorRect(), field.viewport()
    corner = widget.mapTo(field.window(), QPoint(box.x(), box.y()))
    return QRect(corner, box.size())


def step_syllable(field: TextField, *, forward: bool, select: bool) -> bool:
    """Move the caret over one Hindi syllable; does nothing, and says so, beside other text."""
    if not select and has_selection(field):
        return False
    syllable = _syllable_after(field) if forward else _syllable_before(field)
    if not syllable or not any(map(is_devanagari, syllable)):
        return False
    step = units(syllable) if forward else -units(syllable)
    place = caret_of(field) + step
    if isinstance(field, QLineEdit):
        if not select:
            field.setCursorPosition(place)
            return True
        anchor = field.cursorPosition()
        if field.hasSelectedText():
            starts = field.selectionStart()
            anchor = field.selectionEnd() if starts == field.cursorPosition() else starts
        if place == anchor:
            field.deselect()
            field.setCursorPosition(place)
        else:
            field.setSelection(anchor, place - anchor)
        return True
    cursor = field.textCursor()
    mode = QTextCursor.MoveMode
    cursor.setPosition(place, mode.KeepAnchor if select else mode.MoveAnchor)
    field.setTextCursor(cursor)
    return True


def _syllable_before(field: TextField) -> str:
    if isinstance(field, QLineEdit):
        return last_akshara(_first_units(field.text(), field.cursorPosition()))
    cursor = field.textCursor()
    return last_akshara(_first_units(cursor.block().text(), cursor.positionInBlock()))


def _syllable_after(field: TextField) -> str:
    if isinstance(field, QLineEdit):
        text, place = field.text(), field.cursorPosition()
    else:
        cursor = field.textCursor()
        text, place = cursor.block().text(), cursor.positionInBlock()
    following = text[len(_first_units(text, place)) :][:_LOOK_AHEAD]
    return next(iter(graphemes(following)), "")


def _first_units(text: str, count: int) -> str:
    """The first `count` UTF-16 units of `text`: Qt counts in them, Python in code points."""
    if text.isascii() or max(text) <= "\uffff":
        return text[:count]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "replace")


def units(text: str) -> int:
    """How many UTF-16 units `text` has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def end_undo_step(field: TextField) -> None:
    """Make the key just typed a step of its own; a line joins keys until the caret moves."""
    if not isinstance(field, QLineEdit):
        return
    field.blockSignals(True)
    if field.cursorPosition() > 0:
        field.cursorBackward(False)
        field.cursorForward(False)
    else:
        field.cursorForward(False)
        field.cursorBackward(False)
    field.blockSignals(False)
