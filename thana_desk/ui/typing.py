"""Hindi typing in every text field, with no help from the operating system.

F9 goes through the layouts, Ctrl+Space switches between Hindi and English, Ctrl+F9 shows the
map of the keys. A field says by its property `typing` where Hindi has no place in it. Roman
letters are offered words; a paste in an old font is offered its reading; Ctrl+Shift+C copies in
Kruti Dev; the arrows step over whole syllables.
"""

import re
import weakref
from collections import Counter
from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from forms.kit.words import Words
from thana_desk.hindi.candidates import Candidates, is_worth_learning
from thana_desk.hindi.layouts.layout import Composer, Edit, Layout
from thana_desk.texts import words
from thana_desk.ui.candidate_list import CandidateList
from thana_desk.ui.key_map import KeyMap
from thana_desk.ui.mouse_paste import offer_reading, pasted_by_mouse
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import (
    DIGITS,
    LATIN,
    TextField,
    caret_of,
    chosen_text,
    end_undo_step,
    has_selection,
    is_secret,
    is_typable,
    step_syllable,
    text_before,
    units,
)

_LAST_WORD = re.compile(r"[ऀ-ॣ]{2,40}$")
_FROM_MOUSE = (QEvent.Type.ContextMenu, QEvent.Type.MouseButtonRelease, QEvent.Type.Drop)
_SEEN = 48  # code points before the caret in which its word begins


class HindiTyping(QObject):
    """Turns keys into Hindi in the text field that has the keyboard.

    One for the application; it listens only to the widget with the focus, so that it costs
    nothing elsewhere. `changed` tells the label that the layout or the language is another one.
    """

    changed = Signal()
    forgotten = Signal(str)

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
        self._learned: dict[str, int] = {}
        self._candidates: Candidates | None = None  # made of them at the first Roman letters
        self._list: CandidateList | None = None
        self._typed_words: Counter[str] = Counter()
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
            following = self._all()[(self._number + 1) % len(self._all())]
            self.choose(code=following.code)

    def choose(self, *, hindi: bool | None = None, code: str | None = None) -> None:
        """Take a language, or a layout by its code; an unknown code changes nothing."""
        if hindi is not None:
            self._is_hindi = hindi
        codes = [layout.code for layout in self._all()] if code else []
        if code in codes:
            self._number = codes.index(code)
        self._composer = None
        self._drop_list()
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
    def map_window(self) -> KeyMap | None:
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
        if isinstance(field, TextField) and is_typable(field):
            self._compose(field, char, altgr=False)

    # -- words

    def use_words(self, learned: Mapping[str, int]) -> None:
        """Offer the words of this station and officer besides those of the program."""
        self._learned, self._candidates = dict(learned), None
        self._typed_words.clear()

    def take_typed_words(self) -> dict[str, int]:
        """The Hindi words typed since this was last asked, each with how often."""
        typed = dict(self._typed_words)
        self._typed_words.clear()
        return typed

    @property
    def candidate_list(self) -> CandidateList | None:
        """The list of words, while it is shown."""
        return self._list if self._is_list_shown() else None

    def _is_list_shown(self) -> bool:
        return (
            self._list is not None and shiboken6.isValid(self._list) and not self._list.isHidden()
        )

    def _offer_words(self, field: TextField) -> None:
        keys, literal = self._composer.roman() if self._composer is not None else ("", "")
        if self._candidates is None and keys:
            self._candidates = Candidates(self._learned)
        found = self._candidates.find(keys, literal) if keys and self._candidates else ()
        if not found or _has_open_list(field):
            self._drop_list()
            return
        if self._list is None or not shiboken6.isValid(self._list):
            self._list = CandidateList(field, self._take_word)
        self._list.offer(field, found)

    def _drop_list(self) -> None:
        if self._list is not None and shiboken6.isValid(self._list):
            self._list.hide()
            self._list.deleteLater()
        self._list = None

    def _is_for_list(self, event: QKeyEvent) -> bool:
        """Whether a key means the list of words while it is shown."""
        shown = self._list
        if shown is None or not self._is_list_shown():
            return False
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier:
            return shown.row >= 0
        if held:
            return False
        digit = event.text() if event.text().isascii() and event.text().isdigit() else ""
        return (
            (bool(digit) and 1 <= int(digit) <= len(shown.offered))
            or key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
            or (key == Qt.Key.Key_Space and shown.row >= 0)
        )

    def _answered_by_list(self, field: TextField, event: QKeyEvent) -> bool:
        shown = self._list
        if shown is None or not self._is_for_list(event):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._drop_list()
        elif key == Qt.Key.Key_Delete:
            self._forget_word(field, shown.offered[shown.row])
        elif key == Qt.Key.Key_Space:
            self._take_word(shown.row)
            self._compose(field, " ", altgr=False)
        else:
            self._take_word(max(shown.row, 0) if key == Qt.Key.Key_Tab else int(event.text()) - 1)
        return True

    def _take_word(self, row: int) -> None:
        field, shown = self._field_now(), self._list
        if field is None or shown is None or self._composer is None:
            return
        word, (_keys, literal) = shown.offered[row], self._composer.roman()
        before = text_before(field)
        if literal and before.endswith(literal):
            self._apply(field, Edit(len(literal), word), before)
            self._composer.reset()
        self._drop_list()

    def _forget_word(self, field: TextField, word: str) -> None:
        if self._candidates is not None and self._candidates.forget(word):
            self._typed_words.pop(word, None)
            self.forgotten.emit(word)
        self._offer_words(field)

    def _field_now(self) -> TextField | None:
        field = self._field() if self._field is not None else None
        return field if isinstance(field, TextField) and shiboken6.isValid(field) else None

    def _count_word(self, before: str) -> None:
        """Count the word at the end of `before`: it is finished."""
        match = _LAST_WORD.search(before[-_SEEN:])
        if match and is_worth_learning(match[0]):
            self._typed_words[match[0]] += 1
            if self._candidates is not None:
                self._candidates.learn(match[0])
            else:
                self._learned[match[0]] = self._learned.get(match[0], 0) + 1

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are Hindi, and the keys that switch."""
        if not isinstance(event, QKeyEvent):
            return self._taken_from_mouse(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._is_for_list(event):
                event.accept()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._switched(watched, event):
            return True
        if not isinstance(watched, TextField):
            return False
        return self._moved_or_pasted(watched, event) or self._typed(watched, event)

    def _taken_from_mouse(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _FROM_MOUSE:
            return False
        field = self._field_now()
        if field is None:
            return False
        # The mouse over a text of many lines is over its viewport.
        over = field if isinstance(field, QLineEdit) else field.viewport()
        return watched is over and pasted_by_mouse(field, event)

    def _moved_or_pasted(self, field: TextField, event: QKeyEvent) -> bool:
        """The arrows over Hindi syllables, a paste in an old font, a copy in Kruti Dev."""
        if is_secret(field):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and held in (
            Qt.KeyboardModifier.NoModifier,
            shift,
        ):
            self._drop_list()
            forward = key == Qt.Key.Key_Right
            return step_syllable(field, forward=forward, select=held == shift)
        if key == Qt.Key.Key_C and held == control | shift:
            from thana_desk.hindi.legacy import to_krutidev

            QApplication.clipboard().setText(to_krutidev(chosen_text(field)))
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and is_typable(field):
            return offer_reading(field, QApplication.clipboard().text())
        return False

    def _switched(self, watched: QObject, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.toggle()
        elif event.key() == Qt.Key.Key_F9 and plain and isinstance(watched, TextField):
            # Where nothing is typed the key is the page's own: send now, on the outbox.
            self.next_layout()
        elif event.key() == Qt.Key.Key_F9 and control:
            self.show_map()
        else:
            return False
        return True

    def _typed(self, field: TextField, event: QKeyEvent) -> bool:
        if not self._is_hindi or not is_typable(field):
            return False
        if self._answered_by_list(field, event):
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Backspace:
            plain = held == Qt.KeyboardModifier.NoModifier
            return (plain or control) and self._take_back(field, whole=control)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._count_word(text_before(field))
            self._drop_list()
            return False
        char, altgr = _us_key(event)
        if not char or (field.property("typing") == DIGITS and not char.isalpha()):
            return False
        self._compose(field, char, altgr=altgr)
        return True

    def _compose(self, field: TextField, char: str, *, altgr: bool) -> None:
        composer = self._composer_at(field)
        before = text_before(field)
        if has_selection(field):
            composer.reset()
        if char == " ":
            self._count_word(before)
        self._apply(field, composer.key(char, before, altgr=altgr), before)
        self._offer_words(field)

    def _take_back(self, field: TextField, *, whole: bool) -> bool:
        before = text_before(field)
        if has_selection(field) or not before:
            return False
        edit = self._composer_at(field).backspace(before, whole=whole)
        if not edit.delete_back:
            return False
        self._apply(field, edit, before)
        self._offer_words(field)
        return True

    def _composer_at(self, field: TextField) -> Composer:
        if self._composer is None:
            self._composer = self.layout.start()
        elif caret_of(field) != self._caret:
            self._composer.reset()
        return self._composer

    def _apply(self, field: TextField, edit: Edit, before: str) -> None:
        gone = units(before[len(before) - edit.delete_back :]) if edit.delete_back else 0
        if not gone and not edit.insert:
            return
        change = QInputMethodEvent()
        change.setCommitString(edit.insert, -gone, gone)
        QApplication.sendEvent(field, change)
        end_undo_step(field)
        self._caret = caret_of(field)

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
        self._drop_list()
        self._field = weakref.ref(new) if new is not None else None
        self._composer = None
        self._caret = -1
        if new is not None:
            new.installEventFilter(self)
            if isinstance(new, QPlainTextEdit | QTextEdit):
                new.viewport().installEventFilter(self)
            if self._map is not None and new.window() is not self._map:
                self._map.field_changed()

    def _let_go(self) -> None:
        old = self._field() if self._field is not None else None
        if old is not None and shiboken6.isValid(old) and shiboken6.createdByPython(old):
            old.removeEventFilter(self)
            if isinstance(old, QPlainTextEdit | QTextEdit):
                old.viewport().removeEventFilter(self)

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


def _has_open_list(field: TextField) -> bool:
    """Whether a list of choices lies open under the field, whose keys ours would take."""
    from PySide6.QtWidgets import QLineEdit

    from thana_desk.ui.editors.pick_list import open_list_of

    if field.property("phrases_open"):
        return True
    return isinstance(field, QLineEdit) and open_list_of(field) is not None


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
