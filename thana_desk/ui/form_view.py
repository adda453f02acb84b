"""The form screen: any `Form` drawn from what it says about itself, filled without a mouse."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from forms.kit.fields import Attachment, Reference
from forms.kit.form import Form, Section
from forms.kit.letter import Letter, Path
from forms.kit.problem import Problem
from forms.kit.words import NO_WORDS, Words
from thana_desk.ui.editors.draft import Draft, Keep
from thana_desk.ui.editors.drawers import Drawers
from thana_desk.ui.editors.editor import Answer, Editor, Surroundings, editor_of, enter_field
from thana_desk.ui.editors.findings import Check, Findings
from thana_desk.ui.editors.margins import FormHead, KeyBar, KeyCap, SectionList, key_caps
from thana_desk.ui.editors.measure import gap
from thana_desk.ui.editors.page import SectionPage
from thana_desk.ui.editors.rows import rows_around
from thana_desk.ui.editors.timer import single_shot
from thana_desk.ui.problems import Finding
from thana_desk.ui.reading import reading

CHECK_AFTER_MS = 350

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class FormView(QWidget):
    """One record on the screen: sections, fields, problems, keys.

    `check` says what is wrong; `keep` saves the draft (unreadable typing under `_typed`) and may
    return the ISO time. `number` stands before the title. `masked` hides sealed answers.
    """

    changed = Signal()
    saved = Signal(str)  # the ISO time
    sign_off_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        form: Form,
        letter: Mapping[str, Any] | None = None,
        *,
        check: Check | None = None,
        keep: Keep | None = None,
        reasons: Mapping[str, str] | None = None,
        known_persons: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
        known_officers: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
        pick_record: Callable[[Reference], Answer | None] | None = None,
        attach: Callable[[Attachment], Answer | None] | None = None,
        thumbnail: Callable[[Mapping[str, Any]], bytes | None] | None = None,
        look: Callable[[Mapping[str, Any], Words], None] | None = None,
        number: Words = NO_WORDS,
        now: Callable[[], dt.datetime] | None = None,
        read_only: bool = False,
        masked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.setObjectName("form")
        self.near = Surroundings(read_only=read_only, masked=masked, reasons=dict(reasons or {}))
        self.near.reason_written = self._reason_written
        for name, given in (
            ("known_persons", known_persons),
            ("known_officers", known_officers),
            ("pick_record", pick_record),
            ("attach", attach),
            ("thumbnail", thumbnail),
            ("look", look),
            ("now", now),
        ):
            if given is not None:
                setattr(self.near, name, given)
        keep = None if read_only else keep
        self.draft = Draft(letter or {}, self.near.reasons, keep, self.near.now, self)
        self.draft.saved.connect(self.saved)
        self.draft.state_changed.connect(self._show_state)
        self._found = Findings(form, self.draft, check)
        self._visited: set[str] = set()
        self._editor: Editor | None = None
        self._has_keyboard = False
        self._arranged_width = 0
        self.page: SectionPage | None = None
        self._build(number)
        self._check_timer = single_shot(self, CHECK_AFTER_MS, self.check_now)
        self._arrange_timer = single_shot(self, 0, self.arrange)
        self._found.look()
        self.show_section(self.sections()[0].key)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._focus_moved)
        reading.changed.connect(self.retell)

    def _build(self, number: Words) -> None:
        self.head = FormHead()
        self.head.number, self.head.title = number, self.form.title
        self.section_list = SectionList()
        self.section_list.opened.connect(self._section_clicked)
        self.pages = QScrollArea()
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A ground for the pages: one that the area itself gave back would be dressed once more.
        self._ground = QWidget()
        self.pages.setWidget(self._ground)
        self.key_bar = KeyBar()
        self.key_bar.pressed.connect(self._key_clicked)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.section_list)
        body.addWidget(self.pages, 1)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addWidget(self.head)
        self._stack.addLayout(body, 1)
        self._stack.addWidget(self.key_bar)
        self.drawers = Drawers(self._stack, self._go_to_finding, lambda: self._focus_stop(0))
        self._measure()
        self._show_keys()

    # -- the record

    def letter(self) -> Letter:
        """The answers as they stand, unreadable typing under `_typed`; blanks are absent."""
        return self.draft.letter()

    def answers(self) -> Letter:
        """The answers alone, as they are checked and registered."""
        return self.draft.filled()

    def reasons(self) -> dict[str, str]:
        """The reasons written so far, by the code of their problem."""
        return self.draft.written_reasons()

    def set_letter(self, letter: Mapping[str, Any]) -> None:
        """Show another record of the same form in the section that is open."""
        self.draft.put(letter)
        self._visited.clear()
        if self.page is not None:
            self.page.sheet.put(self.draft.answers, self.draft.unread)
        self.check_now()
        self.arrange()

    def keep_now(self) -> bool:
        """Save the draft if anything changed; False where saving failed and is tried again."""
        return self.draft.keep_now()

    def check_now(self) -> None:
        """Look for problems and show them."""
        self._check_timer.stop()
        self._found.look()
        self._show_findings()

    def findings(self) -> list[Finding]:
        """The problems in the order of the form."""
        return list(self._found.all)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the problems that a refused sign-off came back with, and go to the first."""
        self._found.add(problems)
        self._announce_all()

    # -- sections

    def sections(self) -> list[Section]:
        """The sections that these answers ask for."""
        return [
            section
            for section in self.form.sections
            if section.shown_when is None or section.shown_when.holds((self.draft.answers,))
        ] or list(self.form.sections[:1])

    def show_section(self, key: str) -> None:
        """Build and show the section called `key`."""
        if self.page is not None and self.page.section.key == key:
            return
        sections = self.sections()
        place = next((n for n, one in enumerate(sections) if one.key == key), 0)
        self._leave_section()
        page = SectionPage(
            sections[place],
            self._found.number_of(place),
            self.near,
            self._answer_changed,
            self.arrange_soon,
            self.draft.step,
            self._keep_spot_in_sight,
            self._ground,
        )
        page.sheet.put(self.draft.answers, self.draft.unread)
        self.page = page
        if self.isVisible():
            self._place_page()
        page.show()
        self.pages.verticalScrollBar().setValue(0)
        self._show_findings()

    def _leave_section(self) -> None:
        if self.page is None:
            return
        self._leave_editor()
        old, self.page = self.page, None
        self._visited.add(old.section.key)
        self._editor = None
        if (focused := QApplication.focusWidget()) is not None and old.isAncestorOf(focused):
            focused.clearFocus()  # hidden with the keyboard in it, it would hand it on
        old.hide()
        old.deleteLater()

    def next_section(self, step: int = 1) -> None:
        """Go to the next section (or `step` further) and its first field."""
        keys = [section.key for section in self.sections()]
        key = self.page.section.key if self.page is not None else ""
        here = keys.index(key) if key in keys else 0
        self.show_section(keys[(here + step) % len(keys)])
        self._focus_stop(0)

    # -- going through the fields

    def go_to(self, path: Path) -> bool:
        """Put the keyboard into the field at `path`, opening its section and row."""
        section = next(
            (s for s in self.sections() if path and any(f.key == path[0] for f in s.fields)), None
        )
        if section is None:
            return False
        self.show_section(section.key)
        editor = self.page.sheet.editor_at(path) if self.page is not None else None
        if editor is None:
            return False
        self.arrange()
        self._visited.add(section.key)
        for stop in editor.stops()[:1]:
            enter_field(stop)
        return True

    def next_problem(self, step: int = 1) -> None:
        """Go to the next problem in official order, across sections."""
        self._leave_editor()
        finding = self._found.step(step)
        if finding is None:
            return
        self.near.all_said = True
        self.go_to(finding.path)
        self._show_findings()
        self.drawers.mark(finding)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes the way of Enter; past the last field it leaves the form."""
        return self._move(1 if onward else -1) or super().focusNextPrevChild(onward)

    def _move(self, step: int) -> bool:
        if self.page is None:
            return False
        if self._editor is not None:
            self._editor.settle()
        stops, focused = self.page.sheet.stops(), QApplication.focusWidget()
        here = stops.index(focused) if focused in stops else -1
        if here < 0 and step < 0:
            return False
        if 0 <= here + step < len(stops):
            self._focus_stop(here + step)
            return True
        keys = [section.key for section in self.sections()]
        place = keys.index(self.page.section.key) + step if self.page.section.key in keys else 0
        if not 0 <= place < len(keys):
            return False
        self.show_section(keys[place])
        self._focus_stop(0 if step > 0 else -1)
        return True

    def _focus_stop(self, place: int) -> None:
        stops = self.page.sheet.stops() if self.page is not None else []
        if stops:
            enter_field(stops[place])

    # -- what editors tell

    def arrange_soon(self) -> None:
        """Place everything anew once the running key has been dealt with."""
        if not self._arrange_timer.isActive():
            self._arrange_timer.start()

    def arrange(self) -> None:
        """Place everything anew, and keep the field with the keyboard in sight."""
        self._arrange_timer.stop()
        if self.page is None:
            return
        self._place_page()
        focused = QApplication.focusWidget()
        if focused is not None and self.page.isAncestorOf(focused):
            if isinstance(focused, QTextEdit):
                self._keep_spot_in_sight(focused, focused.cursorRect())
            else:
                self._keep_in_sight(focused)

    def _place_page(self) -> None:
        if self.page is not None:
            # Room for the bar is always left: a page must not change its width by growing.
            self._arranged_width = self.pages.width()
            bar = self.pages.verticalScrollBar().sizeHint().width()
            width = max(self.pages.width() - bar, 320)
            high = max(self.page.arrange(width), self.pages.viewport().height())
            self.page.resize(width, high)
            self._ground.resize(width, high)

    def undo(self) -> None:
        """Take the last step back and go where it was."""
        self._show_step(self.draft.take_back())

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._show_step(self.draft.do_again())

    def _show_step(self, path: Path | None) -> None:
        if path is None:
            return
        if self.page is not None:
            self.page.sheet.put(self.draft.answers, self.draft.unread)
        if not self.go_to(path):
            self.go_to(path[:1])
        self.draft.begin_typing()
        self._touched()

    def _answer_changed(self, _key: str) -> None:
        if self.page is None:
            return
        sheet = self.page.sheet
        mine = {place.asked.key for place in sheet.places}
        kept = {p: t for p, t in self.draft.unread.items() if p[0] not in mine}
        self.draft.answers = sheet.answers
        self.draft.unread = {**kept, **sheet.unread()}
        sheet.refresh()
        self._touched()

    def _touched(self) -> None:
        self.draft.touch()
        self.changed.emit()
        self._check_timer.start()

    def _reason_written(self, code: str, text: str) -> None:
        self.near.reasons[code] = text
        self._touched()

    def _focus_moved(self) -> None:
        # Not by the signal's own widgets: see tests/house/test_focus_signal.py.
        new = QApplication.focusWidget()
        inside = new is not None and self.isAncestorOf(new)
        if inside or self._has_keyboard:
            self._leave_editor()
        self._has_keyboard = inside
        if not inside or new is None or self.page is None:
            return
        self._editor = editor = editor_of(new)
        if editor is None:
            return
        self.draft.begin_typing()
        self._keep_in_sight(new)
        self._show_keys()
        self.drawers.tell(editor.asked, self.form.law)

    def _leave_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.visited = True
            editor.left()
            self.draft.end_typing()
        if self.draft.is_dirty:
            self.keep_now()
            self.check_now()
        elif editor is not None:
            self._show_findings()

    def _keep_spot_in_sight(self, widget: QWidget, spot: QRect) -> None:
        if self.page is None or self._arrange_timer.isActive():
            return
        top = widget.mapTo(self.page, spot.topLeft()).y()
        self.pages.ensureVisible(0, top + spot.height() // 2, 0, spot.height() + gap(3))

    def _keep_in_sight(self, widget: QWidget) -> None:
        if self.page is not None:
            self.page.keep_in_sight(widget, self.pages)

    # -- problems

    def _show_findings(self) -> None:
        if self.page is not None:
            self.page.sheet.show_problems([(f.path, f) for f in self._found.all])
        here = self.page.section.key if self.page is not None else ""
        lines = self._found.section_lines(self.sections(), here, self._visited, self.near.all_said)
        self.section_list.put(lines)
        self.drawers.put(self._found.all)
        self._show_state()

    def _show_state(self) -> None:
        self.head.show_state(self._found.state(self.near.read_only))

    def toggle_problem_list(self) -> None:
        """Open the list of all problems, or close it."""
        self.near.all_said = True
        self._show_findings()
        self.drawers.toggle_problems(self._found.all)

    def _go_to_finding(self, finding: Finding) -> None:
        self._found.gone_to(finding)
        self.go_to(finding.path)

    def _announce_all(self) -> None:
        self.near.all_said = True
        self._show_findings()
        first = self._found.first_that_stops()
        if first is not None:
            self._go_to_finding(first)
            self._show_findings()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the screen; a field has had its say before."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts().get((key, held))
        if act is not None:
            act()
        elif not (self._field_key(key, held) or self._undo_key(key, held)):
            super().keyPressEvent(event)

    def _acts(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        key = Qt.Key
        plain, shift, control = _PLAIN, _SHIFT, _CONTROL
        return {
            (key.Key_Return, plain): lambda: self._move(1),
            (key.Key_Enter, plain): lambda: self._move(1),
            (key.Key_Return, shift): lambda: self._move(-1),
            (key.Key_Enter, shift): lambda: self._move(-1),
            (key.Key_F1, plain): self.toggle_help,
            (key.Key_F6, plain): self.next_section,
            (key.Key_F6, shift): lambda: self.next_section(-1),
            (key.Key_F7, plain): self.next_problem,
            (key.Key_F7, shift): lambda: self.next_problem(-1),
            (key.Key_F7, control): self.toggle_problem_list,
            (key.Key_F10, plain): self.sign_off,
            (key.Key_F11, plain): self._print,
            (key.Key_Escape, plain): self._go_back,
        }

    def _print(self) -> None:
        self.keep_now()
        self.print_requested.emit()

    def _go_back(self) -> None:
        self._leave_editor()
        self.keep_now()
        self.back_requested.emit()

    def _field_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Keys that work on the field or the rows where the keyboard is."""
        plain, control = held == _PLAIN, held == _CONTROL
        editor = self._editor
        if key == Qt.Key.Key_F4 and plain:
            return editor is not None and editor.open_list()
        if key == Qt.Key.Key_F8 and plain:
            return self._attach()
        if self.near.read_only or self.page is None:
            return False
        rows = rows_around(QApplication.focusWidget())
        if (key == Qt.Key.Key_N and control) or (key == Qt.Key.Key_Insert and plain):
            around = (rows_around(stop) for stop in self.page.sheet.stops())
            rows = rows or next((found for found in around if found is not None), None)
            if rows is not None:
                rows.add_row()
                self.arrange()
            return rows is not None
        if key == Qt.Key.Key_Delete and control and rows is not None:
            rows.remove_row()
            return True
        return False

    def _undo_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if self.near.read_only:
            return False
        if (key, held) == (Qt.Key.Key_Z, _CONTROL):
            self.undo()
        elif (key, held) in ((Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT)):
            self.redo()
        else:
            return False
        return True

    def _attach(self) -> bool:
        """Into the field with the keyboard, a new row around it, or the first that is free."""
        editor, rows = self._editor, rows_around(QApplication.focusWidget())
        if editor is not None and (rows is None or editor.value() is None) and editor.attach():
            return True
        if rows is not None and rows.attach():
            return True
        return self.page is not None and self.page.sheet.attach()

    def sign_off(self) -> None:
        """Ask for the sign-off, unless something stands in its way: then go there."""
        if self.near.read_only:
            return
        self._leave_editor()
        self.keep_now()
        self.check_now()
        if self._found.first_that_stops() is not None:
            self._announce_all()
        else:
            self.sign_off_requested.emit()

    def toggle_help(self) -> None:
        """Open the help for the field, or close it."""
        asked = self._editor.asked if self._editor is not None else None
        self.drawers.toggle_help(asked, self.form.law)

    def _show_keys(self) -> None:
        in_rows = rows_around(QApplication.focusWidget()) is not None
        self.key_bar.show_keys(key_caps(read_only=self.near.read_only, in_rows=in_rows))

    def _key_clicked(self, cap: KeyCap) -> None:
        press = QKeyEvent(QEvent.Type.KeyPress, cap.key, cap.modifiers)
        QApplication.sendEvent(QApplication.focusWidget() or self, press)

    def _section_clicked(self, place: int) -> None:
        sections = self.sections()
        if place < len(sections):
            self.show_section(sections[place].key)
            self._focus_stop(0)

    # -- the window

    def retell(self) -> None:
        """Say everything again in the reader's language and size."""
        self._measure()
        if self.page is not None:
            self.page.sheet.retell()
            self.page.update()
        self._show_findings()
        self._show_keys()
        for bar in (self.head, self.key_bar):
            bar.updateGeometry()
            bar.update()
        self.section_list.scheduleDelayedItemsLayout()
        self.arrange_soon()

    def _measure(self) -> None:
        self.section_list.setFixedWidth(min(gap(27), max(self.width() * 22 // 100, gap(18))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._measure()
        if self._arranged_width != self.pages.width():
            self.arrange_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Place everything before it is seen; the keyboard goes to the first field."""
        super().showEvent(event)
        self._stack.activate()
        self.arrange()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._focus_stop(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard given to the form is given to the field where it was last."""
        last = self.page.focusWidget() if self.page is not None else None
        stops = self.page.sheet.stops() if self.page is not None else []
        if last is not None and last in stops:
            last.setFocus()
        else:
            self._focus_stop(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left unsaved behind."""
        self._leave_editor()
        self.keep_now()
        super().hideEvent(event)
