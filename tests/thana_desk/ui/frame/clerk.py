"""A clerk at the seat: reads what each field asks for, answers it with keys alone, counts them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from forms.kit.letter import is_blank
from tests.thana_desk.ui.frame.seat import Seat
from thana_desk.hindi.layouts import all_layouts, phonetic
from thana_desk.ui.editors.choices import (
    FewChoiceEditor,
    FewMultiChoiceEditor,
    ListChoiceEditor,
    ListMultiChoiceEditor,
    YesNoEditor,
)
from thana_desk.ui.editors.editor import Editor, editor_of
from thana_desk.ui.editors.lines import TypedEditor
from thana_desk.ui.editors.long_text import LongTextEditor
from thana_desk.ui.editors.moments import DateEditor, DateTimeEditor
from thana_desk.ui.editors.records import AttachmentEditor, ReferenceEditor
from thana_desk.ui.editors.rows import OpenRow, RowsEditor, rows_around
from thana_desk.ui.form_view import FormView
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import LATIN, typing_of_program

K = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALTGR = Qt.KeyboardModifier.GroupSwitchModifier
_SHIFTED = dict(
    zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True)
)  # of a US keyboard

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Pick:
    """The answer to a field that asks for another record: what is typed to find it."""

    text: str


@dataclass(frozen=True)
class Known:
    """The answer to a person's name where the case knows the person: letters that find it."""

    text: str


@dataclass(frozen=True)
class Phonetic:
    """A text typed with the phonetic layout: the Latin keys, and what they give."""

    keys: str
    gives: str


@dataclass
class Step:
    """One step of a walk: what was done, by whom, with how many keys."""

    name: str
    role: str
    form: str
    keys: int = 0
    typed: int = 0
    known: int = 0
    number: str = ""


@dataclass
class Clerk:
    """Hands at the keyboard of `seat`; `picture` keeps what is on the screen, by name."""

    seat: Seat
    picture: Callable[[str], None] = lambda name: None
    steps: list[Step] = field(default_factory=list)
    keys: int = 0

    @contextmanager
    def step(self, name: str, form: str, *, role: str = "") -> Iterator[Step]:
        """Count the keys of one step, and remember it."""
        before = self.keys
        step = Step(name, role, form)
        self.steps.append(step)
        yield step
        step.role = self.seat.frame.desk.session.role
        step.keys = self.keys - before

    # -- keys

    def press(
        self, key: Qt.Key | str, held: Qt.KeyboardModifier = _NONE, *, settle: bool = True
    ) -> None:
        """One key where the focus is; the next waits until it has been served."""
        QTest.keyClick(self.focus(), key, held)  # type: ignore[call-overload]  # the stubs leave out text
        self.keys += 1
        if settle:
            self.seat.settle()

    def times(self, key: Qt.Key, count: int) -> None:
        """The same key again and again."""
        for _press in range(count):
            self.press(key)

    def write(self, text: str) -> None:
        """Text of either script, with the layout of the program; the language is switched by key."""
        typing = typing_of_program()
        for sign in unicodedata.normalize("NFC", text):
            if sign == "\n":
                self.press(K.Key_Return, settle=False)
            elif sign in _hindi_keys() and not sign.isascii():
                if not typing.is_hindi:
                    self.press(K.Key_Space, _CONTROL, settle=False)
                self.press(*_hindi_keys()[sign], settle=False)
            else:
                latin = typing.letter_of(sign) == sign or not self._takes_hindi(sign)
                if not latin:
                    self.press(K.Key_Space, _CONTROL, settle=False)
                self.latin(sign)

    def latin(self, text: str) -> None:
        """Keys of a US keyboard as they are printed on it."""
        for sign in text:
            shift = sign.isupper() or sign in _SHIFTED.values()
            self.press(sign, _SHIFT if shift else _NONE, settle=False)

    def focus(self) -> QWidget:
        """Where the keyboard is; a dialog over the window has it first."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal.focusWidget() or modal
        return self.seat.window.focusWidget() or self.seat.window

    # -- the window

    def sign_in(self, role: str, password: str) -> None:
        """Walk to the role's line, type the password, Enter."""
        people = self.seat.window.entry_page().list
        at = people.people.index(people.chosen())
        wanted = next(n for n, one in enumerate(people.people) if one.login == role)
        if not people.hasFocus():
            self.press(K.Key_Backtab, _SHIFT)
            assert people.hasFocus(), "the list of names is one Shift+Tab before the password"
        self.times(K.Key_Down if wanted > at else K.Key_Up, abs(wanted - at))
        self.press(K.Key_Return)
        self.latin(password)
        self.press(K.Key_Return)
        assert self.seat.frame.desk.session.role == role

    def change_to(self, role: str, password: str) -> None:
        """Lock, hand the seat over, and let the other officer sign in."""
        self.press(K.Key_F12)
        self.press(K.Key_F12)
        self.sign_in(role, password)

    def go_to(self, text: str) -> None:
        """The Go-to box: F2, a few letters, Enter."""
        self.press(K.Key_F2)
        self.write(text)
        self.seat.settle()
        self.press(K.Key_Return)

    def find(self, number: str) -> None:
        """The Go-to box with the number of a record: it is found among the records."""
        self.press(K.Key_F2)
        self.write(number)
        self.seat.frame.box.ask_now()  # the typing has come to rest
        self.seat.settle()
        self.picture("found")
        self.press(K.Key_Return)
        assert self.seat.front.title.hi.endswith(number), self.seat.front.title

    def in_box(self, *acts: Callable[[], None]) -> None:
        """Do `acts` while a box or dialog that the next key opens waits for its answer."""
        left = list(acts)

        def do_next() -> None:
            act = left.pop(0)
            if left:
                QTimer.singleShot(0, do_next)
            act()

        QTimer.singleShot(0, do_next)

    def pick(self, text: str) -> Callable[[], None]:
        """In the box of records: type what finds one, Enter."""

        def choose() -> None:
            self.write(text)
            box = self.focus()
            asker = box.parent()
            if text:
                asker._asker.stop()  # type: ignore[union-attr]  # the rest of the typing is over
                asker._ask()  # type: ignore[union-attr]
            self.seat.settle()
            self.picture("pick")
            self.press(K.Key_Return, settle=False)

        return choose

    def begin(self, form: str, under: str | None = None) -> None:
        """F2, the form's name, Enter; the record it stands under where it asks for one."""
        if under is not None:
            self.press(K.Key_F2)
            self.write(form)
            self.seat.settle()
            self.in_box(self.pick(under))
            self.press(K.Key_Return)
        else:
            self.go_to(form)
        assert self.seat.page() == "FormPage", self.said()

    def said(self) -> str:
        """What the window says above the page."""
        message = self.seat.frame.message
        return "" if message.isHidden() else message.said_words().hi

    # -- forms

    @property
    def view(self) -> FormView:
        """The form in front."""
        view = self.seat.front.view
        assert isinstance(view, FormView)
        return view

    def fill(self, answers: Mapping[str, Any]) -> tuple[int, int]:
        """Answer the form in front; how many answers were typed, and how many stood there."""
        left = dict(_leaves(answers))
        known, typed = 0, 0
        shown: set[str] = set()
        idle = 0
        while left:
            section = self._section()
            if section not in shown:
                shown.add(section)
                for place in [one for one in left if one[0] in self._keys_here()]:
                    if not is_blank(_at(self.view.draft.answers, place)):
                        del left[place]
                        known += 1
                self.picture(f"begin-{section}")
                continue
            editor, place = self._here()
            if place in left and editor is not None and not isinstance(editor, RowsEditor):
                wanted = left.pop(place)
                self._answer(editor, wanted)
                typed += 1
                idle = 0
                rest = [one for one in left if one[0] in self._keys_here()]
                if not rest:
                    self.picture(f"end-{section}")
                continue
            idle += 1
            assert idle < 400, f"the form never asks for {sorted(map(str, left))}"
            self._go_on(left, editor, place)
        return typed, known

    def register(self) -> str:
        """F10; the number of the record that came of it."""
        self.press(K.Key_F10)
        if self.seat.page() == "FormPage":
            self.picture("refused")
            found = [(one.path, one.problem.words.hi) for one in self.view.findings() if one.stops]
            raise AssertionError(f"{self.said()} {found}")
        self.picture("registered")
        return str(self.seat.front._view.number)

    def _section(self) -> str:
        page = self.view.page
        assert page is not None
        return page.section.key

    def _keys_here(self) -> list[str]:
        page = self.view.page
        assert page is not None
        return [one.key for one in page.section.fields]

    def _here(self) -> tuple[Editor | None, Place]:
        widget: QWidget | None = self.focus()
        editor, place = editor_of(widget), list[str | int]()
        seen: Editor | None = None
        while widget is not None:
            found = getattr(widget, "editor", None)
            if isinstance(found, Editor) and found is not seen:
                seen = found
                if isinstance(found, OpenRow):
                    pass
                elif isinstance(found, RowsEditor) and place:
                    place += [found.current, found.asked.key]
                else:
                    place.append(found.asked.key)
            widget = widget.parentWidget()
        return editor, tuple(reversed(place))

    def _go_on(self, left: Mapping[Place, Any], editor: Editor | None, place: Place) -> None:
        here = self._keys_here()
        if isinstance(editor, RowsEditor):
            rows = sorted({one[len(place)] for one in left if one[: len(place)] == place})
            if rows:
                row = rows[0]
                assert isinstance(row, int)
                if row >= editor.count():
                    self.press(K.Key_N, _CONTROL)
                else:
                    self.times(K.Key_Down, row - editor.current)
                    self.press(K.Key_Return)
                return
            self.press(K.Key_Tab)
            return
        around = rows_around(self.focus())
        if around is not None:
            at = _row_of(place)
            if not any(one[: len(at)] == at for one in left):
                nexts = (*at[:-1], int(at[-1]) + 1)
                if any(one[: len(nexts)] == nexts for one in left) and around.count() <= int(
                    nexts[-1]
                ):
                    self.press(K.Key_N, _CONTROL)
                    return
        top = place[0] if place else ""
        number = here.index(str(top)) if top in here else -1
        if any(one[0] in here and here.index(str(one[0])) >= number for one in left):
            self.press(K.Key_Tab if isinstance(editor, LongTextEditor) else K.Key_Return)
        else:
            self.press(K.Key_F6)

    def _answer(self, editor: Editor, wanted: Any) -> None:
        """Type one answer as its field takes it."""
        if isinstance(editor, FewChoiceEditor):
            self.latin(str(list(editor.asked.choices.options()).index(wanted) + 1))
        elif isinstance(editor, YesNoEditor):
            self.latin("y" if wanted else "n")
        elif isinstance(editor, FewMultiChoiceEditor):
            for code in wanted:
                self.latin(str(list(editor.asked.choices.options()).index(code) + 1))
        elif isinstance(editor, ListChoiceEditor):
            self._choose(editor, wanted)
        elif isinstance(editor, ListMultiChoiceEditor):
            for code in wanted:
                self._choose(editor, code)
                self.press(K.Key_Return)
                if self._here()[0] is not editor:
                    self.press(K.Key_Return, _SHIFT)
        elif isinstance(editor, ReferenceEditor):
            self.in_box(self.pick(wanted.text))
            self.press(K.Key_F4)
        elif isinstance(editor, AttachmentEditor):
            self.in_box(self._file(wanted))
            self.press(K.Key_F8)
            self.seat.window.activateWindow()  # as the window manager does when a dialog ends
        elif isinstance(wanted, Known):
            self.write(wanted.text)
            self.press(K.Key_Down)
            self.press(K.Key_Return)
        elif isinstance(wanted, Phonetic):
            typing = typing_of_program()
            before = typing.layout
            while not isinstance(typing.layout, phonetic.Phonetic):
                self.press(K.Key_F9)
            self.latin(wanted.keys)
            while typing.layout is not before:
                self.press(K.Key_F9)
            assert editor.value() == wanted.gives, editor.value()
        else:
            self.write(_as_typed(editor, wanted))
        self.seat.settle()
        if isinstance(editor, TypedEditor) and isinstance(wanted, str | int | bool):
            stored = editor.value()
            assert stored == wanted or isinstance(editor, ListMultiChoiceEditor), (
                editor.asked.key,
                stored,
                wanted,
            )

    def _choose(self, editor: TypedEditor, code: str) -> None:
        """Letters of the words until the wanted one is marked, or the arrow down to it."""
        asked: Any = editor.asked
        meant = asked.choices.words_of(code)
        for sign in reading.first(meant):
            self.write(sign)
            found = editor.open_pick_list()
            marked = found.marked() if found is not None else None
            if marked is not None and marked.stored == code:
                break
        found = editor.open_pick_list()
        while found is not None and (marked := found.marked()) and marked.stored != code:
            self.press(K.Key_Down)
        if isinstance(editor, ListChoiceEditor):
            # Enter takes it and goes on; it is pressed here, so that what was taken is seen.
            editor.settle()

    def _file(self, file: Path) -> Callable[[], None]:
        def choose() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            dialog.activateWindow()  # as the window manager does with a new dialog
            self.seat.settle()
            self.picture("file")
            self.latin(str(file))
            self.press(K.Key_Return, settle=False)

        return choose

    def _takes_hindi(self, sign: str) -> bool:
        field = self.focus()
        typing = field.property("typing")
        if typing == LATIN or (
            isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
        ):
            return False
        return not typing or sign.isalpha()


def _row_of(place: Place) -> Place:
    """The place of the innermost row that `place` stands in."""
    at = max(n for n, one in enumerate(place) if isinstance(one, int))
    return place[: at + 1]


def _leaves(answers: Mapping[str, Any], at: Place = ()) -> Iterator[tuple[Place, Any]]:
    for key, value in answers.items():
        place = (*at, key)
        if isinstance(value, Mapping):
            yield from _leaves(value, place)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            for number, one in enumerate(value):
                yield from _leaves(one, (*place, number))
        else:
            yield place, value


def _at(answers: Any, place: Place) -> Any:
    for key in place:
        if isinstance(key, int):
            if not isinstance(answers, list) or key >= len(answers):
                return None
            answers = answers[key]
        else:
            answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers


def _as_typed(editor: Editor, wanted: Any) -> str:
    text = str(wanted)
    if isinstance(editor, DateTimeEditor):
        year, month, day, hour, minute = re.split(r"[-T:]", text)[:5]
        return f"{day}{month}{year} {hour}{minute}"
    if isinstance(editor, DateEditor):
        year, month, day = text.split("-")
        return f"{day}{month}{year}"
    return text


@cache
def _hindi_keys() -> dict[str, tuple[str | Qt.Key, Qt.KeyboardModifier]]:
    """The key for each sign of the first Hindi layout."""
    found: dict[str, tuple[str | Qt.Key, Qt.KeyboardModifier]] = {}
    for row in all_layouts()[0].map():
        for face in row:
            code = K(ord(face.key.upper()))
            shifted = _SHIFTED.get(face.key, face.key.upper())
            for sign, press in (
                (face.altgr_shifted, (code, _ALTGR | _SHIFT)),
                (face.altgr, (code, _ALTGR)),
                (face.shifted, (shifted, _SHIFT)),
                (face.plain, (face.key, _NONE)),
            ):
                if len(sign) == 1:
                    found[sign] = press
    return found
