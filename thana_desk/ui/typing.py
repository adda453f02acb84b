"""Hindi typing in every text field, with no help from the operating system.

F9 goes through the layouts, Ctrl+Space switches between Hindi and English, Ctrl+F9 shows the
map of the keys. A field says by its property `typing` where Hindi has no place in it.
"""

import weakref

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from forms.kit.words import Words
from thana_desk.hindi.layouts.layout import Composer, Edit, KeyFace, Layout
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.reading import reading

DIGITS = "digits"
"""Value of the property `typing` of a field where digits and signs stay as they are typed."""

LATIN = "latin"
"""Value of the property `typing` of a field that is never Hindi: a phone number, a code."""

_TextField = QLineEdit | QTextEdit | QPlainTextEdit


class HindiTyping(QObject):
    """Turns keys into Hindi in the text field that has the keyboard.

    One for the application; it listens only to the widget with the focus, so that it costs
    nothing elsewhere. `changed` tells the label that the layout or the language is another one.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, hindi: bool = True) -> None:
        super().__init__(app)
        self._layouts: tuple[Layout, ...] = ()
        self._number = 0
        self._is_hindi = hindi
        self._composer: Composer | None = None
        # Not held: letting go of the last reference would delete the field, and its window, in the
        # middle of the change of focus away from it, which Qt does not survive.
        self._field: weakref.ref[QWidget] | None = None
        self._caret = -1
        self._map: KeyMap | None = None
        self._app = app
        app.focusChanged.connect(self._focus_moved)
        self._focus_moved()

    @property
    def is_hindi(self) -> bool:
        """Whether keys type Hindi now."""
        return self._is_hindi

    @property
    def layout(self) -> Layout:
        """The layout that Hindi is typed with."""
        return self._all()[self._number]

    def words(self) -> Words:
        """The state in words: `हि · InScript` or `EN`."""
        if not self._is_hindi:
            return words("form.typing.english")
        name = self.layout.name
        return Words(f"हि · {name.hi}", f"Hindi · {name.en}")

    def toggle(self) -> None:
        """Hindi becomes English and English Hindi."""
        self.choose(hindi=not self._is_hindi)

    def next_layout(self) -> None:
        """The next layout; from English first back to Hindi."""
        if not self._is_hindi:
            self.choose(hindi=True)
        else:
            self.choose(number=(self._number + 1) % len(self._all()))

    def choose(self, *, hindi: bool | None = None, number: int | None = None) -> None:
        """Take a language or a layout by its number."""
        if hindi is not None:
            self._is_hindi = hindi
        if number is not None:
            self._number = number
        self._composer = None
        if self._map is not None:
            self._map.show_layout(self.layout)
        self.changed.emit()

    def show_map(self) -> None:
        """Show the map; the second time pin it on top; the third time put it away."""
        if self._map is None:
            self._map = KeyMap()
            self._map.typed.connect(self.type_key)
        self._map.show_layout(self.layout)
        self._map.next_state()

    @property
    def map_window(self) -> "KeyMap | None":
        """The map, once it has been shown."""
        return self._map

    def letter_of(self, char: str) -> str:
        """What the key `char` types in Hindi at the start of a word; as it is in English."""
        if not self._is_hindi or len(char) != 1:
            return char
        return self.layout.start().key(char, "").insert

    def type_key(self, char: str) -> None:
        """Type `char` as if its key had been pressed in the field with the keyboard."""
        field = QApplication.focusWidget()
        if isinstance(field, _TextField) and _is_typable(field):
            self._compose(field, char, altgr=False)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are Hindi, and the keys that switch."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._switched(watched, event) or self._typed(watched, event)

    def _switched(self, watched: QObject, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.toggle()
        elif event.key() == Qt.Key.Key_F9 and plain and isinstance(watched, _TextField):
            # Where nothing is typed the key is the page's own: send now, on the outbox.
            self.next_layout()
        elif event.key() == Qt.Key.Key_F9 and control:
            self.show_map()
        else:
            return False
        return True

    def _typed(self, watched: QObject, event: QKeyEvent) -> bool:
        if not self._is_hindi or not isinstance(watched, _TextField) or not _is_typable(watched):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Backspace:
            plain = held == Qt.KeyboardModifier.NoModifier
            return (plain or control) and self._take_back(watched, whole=control)
        char, altgr = _us_key(event)
        if not char or (watched.property("typing") == DIGITS and not char.isalpha()):
            return False
        self._compose(watched, char, altgr=altgr)
        return True

    def _compose(self, field: _TextField, char: str, *, altgr: bool) -> None:
        composer = self._composer_at(field)
        before = _before(field)
        if _has_selection(field):
            composer.reset()
        self._apply(field, composer.key(char, before, altgr=altgr), before)

    def _take_back(self, field: _TextField, *, whole: bool) -> bool:
        before = _before(field)
        if _has_selection(field) or not before:
            return False
        edit = self._composer_at(field).backspace(before, whole=whole)
        if not edit.delete_back:
            return False
        self._apply(field, edit, before)
        return True

    def _composer_at(self, field: _TextField) -> Composer:
        if self._composer is None:
            self._composer = self.layout.start()
        elif _caret(field) != self._caret:
            self._composer.reset()
        return self._composer

    def _apply(self, field: _TextField, edit: Edit, before: str) -> None:
        gone = _units(before[len(before) - edit.delete_back :]) if edit.delete_back else 0
        if not gone and not edit.insert:
            return
        change = QInputMethodEvent()
        change.setCommitString(edit.insert, -gone, gone)
        QApplication.sendEvent(field, change)
        _end_undo_step(field)
        self._caret = _caret(field)

    def stop(self) -> None:
        """Leave the keys alone from now on."""
        self._app.focusChanged.disconnect(self._focus_moved)
        self._let_go()
        self._field = None
        if self in _running:
            _running.clear()

    def _focus_moved(self) -> None:
        # The signal's own widgets are not taken: the one that lost the keyboard may be half gone,
        # and a wrapper made for it would outlive it.
        new = QApplication.focusWidget()
        self._let_go()
        self._field = weakref.ref(new) if new is not None else None
        self._composer = None
        self._caret = -1
        if new is not None:
            new.installEventFilter(self)
            if self._map is not None and new.window() is not self._map:
                self._map.field_changed()

    def _let_go(self) -> None:
        old = self._field() if self._field is not None else None
        if old is not None and shiboken6.isValid(old) and shiboken6.createdByPython(old):
            old.removeEventFilter(self)

    def _all(self) -> tuple[Layout, ...]:
        if not self._layouts:
            from thana_desk.hindi.layouts import all_layouts

            self._layouts = all_layouts()
        return self._layouts


class TypingLabel(QLabel):
    """The state of the typing, always in sight; the frame places it."""

    def __init__(self, typing: HindiTyping) -> None:
        super().__init__()
        self._typing = typing
        typing.changed.connect(self.retell)
        reading.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Say the state again."""
        state = self._typing.words()
        # At the largest text the line has room for the language alone.
        short = state.hi.partition(" ")[0] if reading.size >= reading.LARGEST else ""
        self.setText(short or reading.first(state))
        self.setAccessibleName(reading.both(state))
        self.setToolTip(reading.both(words("form.typing.keys")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click switches between Hindi and English."""
        self._typing.toggle()


class KeyMap(QWidget):
    """The keys of a layout as a small window that never takes the keyboard.

    Shown, it goes away when another field is entered; pinned, it stays on top.
    """

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pinned = False
        self._layout: Layout | None = None
        self._rows: tuple[tuple[KeyFace, ...], ...] = ()

    def show_layout(self, layout: Layout) -> None:
        """Draw this layout."""
        if layout is not self._layout:
            self._layout = layout
            self._rows = layout.map()
            self.resize(self.sizeHint())
        self._entitle()
        self.update()

    def next_state(self) -> None:
        """Hidden, shown, pinned, hidden."""
        if self.isHidden():
            self.pinned = False
            self._lie_low()
            self.show()
        elif not self.pinned:
            self.pinned = True
        else:
            self.hide()
        self._entitle()
        self.update()

    def _lie_low(self) -> None:
        """At the foot of the window that is worked in, clear of most fields."""
        window = QApplication.activeWindow()
        if window is not None:
            room = window.frameGeometry()
            self.resize(self.sizeHint())
            self.move(room.right() - self.width() - 8, room.bottom() - self.height() - 32)

    def field_changed(self) -> None:
        """Another field has the keyboard: go away unless pinned."""
        if not self.pinned:
            self.hide()

    def sizeHint(self) -> QSize:
        """All keys and a line of words."""
        widest = max((len(row) for row in self._rows), default=13)
        side = theme.pixels(46)
        return QSize(widest * side + 3 * side // 2, len(self._rows) * side + theme.pixels(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click types the key."""
        spot = event.position().toPoint()
        for room, face in self._keys():
            if room.contains(spot):
                upper = spot.y() < room.center().y()
                shifted = face.key.upper() if face.key.isalpha() else face.key
                self.typed.emit(shifted if upper and face.shifted else face.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The keys: what they give alone below, with Shift above, the English sign small."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.KHAKI_SOFT))
        body, small = theme.font(), theme.font(0.7)
        for room, face in self._keys():
            painter.setPen(QColor(theme.KHAKI_LINE))
            painter.setBrush(QColor(theme.PAPER))
            painter.drawRect(room)
            inner = room.adjusted(4, 1, -4, -1)
            painter.setFont(small)
            painter.setPen(QColor(theme.INK_FAINT))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), face.key)
            right = Qt.AlignmentFlag.AlignRight
            painter.setFont(body)
            painter.setPen(QColor(theme.INK_SOFT))
            painter.drawText(inner, int(right | Qt.AlignmentFlag.AlignTop), face.shifted)
            painter.setPen(QColor(theme.INK))
            painter.drawText(inner, int(right | Qt.AlignmentFlag.AlignBottom), face.plain)
        painter.setFont(small)
        painter.setPen(QColor(theme.INK_SOFT))
        foot = self.rect().adjusted(8, 0, -8, -4)
        text = reading.first(words("form.typing.keys"))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom), text)

    def _keys(self) -> list[tuple[QRect, KeyFace]]:
        side = theme.pixels(46)
        keys = []
        for number, row in enumerate(self._rows):
            left = theme.pixels(8) + number * side // 2
            top = theme.pixels(4) + number * side
            for place, face in enumerate(row):
                corner = QPoint(left + place * side, top)
                keys.append((QRect(corner, QSize(side - 3, side - 3)), face))
        return keys

    def _entitle(self) -> None:
        if self._layout is None:
            return
        name = Words(*self._layout.name)
        title = reading.first(words("form.typing.map", layout=reading.first(name)))
        pinned = f" · {reading.first(words('form.typing.pin'))}" if self.pinned else ""
        self.setWindowTitle(f"{title}{pinned}")
        self.setAccessibleName(self.windowTitle())


_running: list[HindiTyping] = []


def start_typing(app: QApplication, *, hindi: bool = True) -> HindiTyping:
    """Begin Hindi typing in all text fields of `app`; called once by the frame."""
    typing = HindiTyping(app, hindi=hindi)
    _running[:] = [typing]
    return typing


def typing_of_program() -> HindiTyping:
    """The typing of this process, begun when a desk is first shown."""
    if not _running:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        start_typing(app)
    return _running[0]


def keep_latin(*fields: QWidget) -> None:
    """Fields that never hold Hindi: codes, addresses of computers, English names."""
    for field in fields:
        field.setProperty("typing", LATIN)


def hindi_letter(char: str) -> str:
    """What the key `char` types where Hindi is on; `char` itself where it is not."""
    return _running[0].letter_of(char) if _running else char


def _is_typable(field: _TextField) -> bool:
    if field.isReadOnly() or field.property("typing") == LATIN:
        return False
    return not isinstance(field, QLineEdit) or field.echoMode() == QLineEdit.EchoMode.Normal


def _us_key(event: QKeyEvent) -> tuple[str, bool]:
    """The sign of the key on a US keyboard, and whether AltGr is held; no sign for other keys."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    rest = held & ~Qt.KeyboardModifier.ShiftModifier
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    altgr = rest in (both, Qt.KeyboardModifier.GroupSwitchModifier)
    if rest and not altgr:
        return "", False
    key = event.key()
    text = chr(key) if altgr and 0x20 < key < 0x7F else event.text()
    if len(text) != 1 or not " " <= text <= "~":
        return "", False
    # Caps Lock is no Shift: half the letters of a layout would be lost to it.
    return (text.upper() if shift else text.lower()) if text.isalpha() else text, altgr


def _has_selection(field: _TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    return field.textCursor().hasSelection()


def _caret(field: _TextField) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position()


def _before(field: _TextField) -> str:
    """The text of the line before the caret, or before the selection."""
    if isinstance(field, QLineEdit):
        start = field.selectionStart()
        return _first_units(field.text(), start if start >= 0 else field.cursorPosition())
    cursor = field.textCursor()
    start_cursor = QTextCursor(cursor)
    start_cursor.setPosition(cursor.selectionStart())
    return _first_units(start_cursor.block().text(), start_cursor.positionInBlock())


def _first_units(text: str, count: int) -> str:
    """The first `count` UTF-16 units of `text`: Qt counts in them, Python in code points."""
    if text.isascii() or max(text) <= "\uffff":
        return text[:count]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "replace")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _end_undo_step(field: _TextField) -> None:
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
