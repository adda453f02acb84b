"""A sheet of fields: labels at the left, editors in one column, problems under their field.

It places its children itself: a section of the longest form is built and placed in one pass,
and the columns of nested groups stay in line with those around them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forms.kit.blanks import LEFT
from forms.kit.check import is_shown
from forms.kit.fields import Field, Group, Need, Rows
from forms.kit.form import walk
from forms.kit.letter import Letter, Path, is_blank
from thana_desk.ui import theme
from thana_desk.ui.editors.editor import Editor, Holder, Surroundings, kind_editor
from thana_desk.ui.editors.label import FieldLabel
from thana_desk.ui.editors.measure import (
    SMALL,
    advance,
    draw_wrapped,
    em,
    field_height,
    gap,
    line_height,
    text_height,
)
from thana_desk.ui.editors.shown import MaskedEditor, ShownEditor
from thana_desk.ui.problems import Finding, ProblemNote


class Place:
    """One field on the sheet: its label, its editor, and the notes under it."""

    def __init__(self, asked: Field) -> None:
        self.asked = asked
        self.label: FieldLabel | None = None
        self.editor: Editor | None = None
        self.notes: list[ProblemNote] = []
        self.is_shown = False
        self.echo_room: QRect | None = None


class Sheet(QWidget):
    """Fields that stand together, as a section, a group or the open row of a list.

    `answers` are theirs by key; `outer` is where the sheet stands in (None for the form itself).
    `changed` is called with the key after an answer became another one.
    """

    def __init__(
        self,
        fields: Sequence[Field],
        near: Surroundings,
        outer: Holder | None,
        changed: Callable[[str], None],
        *,
        level: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.near = near
        self.answers: Letter = {}
        self.places = [Place(asked) for asked in fields]
        self.level = level
        self._outer = outer
        # The form screen puts its own here for the outermost sheet.
        self.arranger: Callable[[], None] = lambda: None
        self.scroller: Callable[[QWidget, QRect], None] = lambda widget, spot: None
        self.stepper: Callable[[Callable[[], None]], None] = lambda change: change()
        self.changed = changed
        self._unread: dict[Path, str] = {}
        self.own_editors: dict[str, Callable[[Field, Holder], Editor]] = {}
        self._by_key = {place.asked.key: place for place in self.places}

    # -- the holder of its editors

    def scopes(self) -> tuple[Mapping[str, Any], ...]:
        """The answers to look in, innermost first."""
        return (self.answers, *(self._outer.scopes() if self._outer is not None else ()))

    def part_changed(self, editor: Editor) -> None:
        """Take the editor's answer over."""
        key, value = editor.asked.key, editor.value()
        kept = dict(self.answers)
        if is_blank(value):
            kept.pop(key, None)
        else:
            kept[key] = value
        self.answers = kept
        place = self._by_key.get(key)
        if place is not None:
            self._name(place)
        self.changed(key)

    def arrange_soon(self) -> None:
        """Ask for a new arrangement where the sheet stands."""
        if self._outer is not None:
            self._outer.arrange_soon()
        else:
            self.arranger()

    def step(self, change: Callable[[], None]) -> None:
        """Do `change` as one step that can be taken back."""
        if self._outer is not None:
            self._outer.step(change)
        else:
            self.stepper(change)

    def keep_in_sight(self, widget: QWidget, spot: QRect) -> None:
        """Ask to scroll where the sheet stands."""
        if self._outer is not None:
            self._outer.keep_in_sight(widget, spot)
        else:
            self.scroller(widget, spot)

    # -- answers

    def put(self, answers: Mapping[str, Any], unread: Mapping[Path, str]) -> None:
        """Show these answers and the typing that could not be read."""
        self.answers = dict(answers)
        self._unread = dict(unread)
        for place in self.places:
            if place.editor is not None:
                self._fill(place, place.editor)
        self.refresh()

    def put_one(self, key: str, value: Any, unread: Mapping[Path, str]) -> None:
        """Show another answer for one field."""
        kept = dict(self.answers)
        kept.pop(key, None)
        if value is not None:
            kept[key] = value
        self.answers = kept
        self._unread = {p: t for p, t in self._unread.items() if p[:1] != (key,)}
        self._unread.update({(key, *path): text for path, text in unread.items()})
        place = self._by_key.get(key)
        if place is not None and place.editor is not None:
            self._fill(place, place.editor)
        self.refresh()

    def unread(self) -> dict[Path, str]:
        """All typing that could not be read, by the path from this sheet."""
        found: dict[Path, str] = {}
        for place in self.places:
            if place.editor is not None:
                found.update({(place.asked.key, *p): t for p, t in place.editor.unread().items()})
            else:
                key = place.asked.key
                found.update({p: t for p, t in self._unread.items() if p[:1] == (key,)})
        return found

    def refresh(self) -> None:
        """Show and hide fields, and say the needs, as the answers now stand."""
        scopes = self.scopes()
        moved = False
        for place in self.places:
            shows = is_shown(place.asked, scopes)
            if shows is not place.is_shown:
                place.is_shown = shows
                moved = True
                self._show_place(place, shows)
            asks = shows and not (place.asked.fixed or self.near.read_only)
            if (
                asks
                and place.label is not None
                and place.label.show_need(place.asked.need_now(scopes))
            ):
                moved = True
                self._name(place)
            if shows and place.editor is not None:
                place.editor.refresh()
        if moved:
            self.arrange_soon()

    def retell(self) -> None:
        """Say everything again in the reader's language and size."""
        for place in self.places:
            if place.label is not None:
                place.label.retell()
            for note in place.notes:
                note.update()
            if place.editor is not None:
                place.editor.retell()
                self._name(place)
        self.refresh()
        self.arrange_soon()

    # -- places

    def editors(self) -> Iterator[Editor]:
        """The editors that are shown, in official order."""
        for place in self.places:
            if place.is_shown and place.editor is not None:
                yield place.editor

    def stops(self) -> list[QWidget]:
        """What the keyboard visits, in official order, the lines for reasons included."""
        found: list[QWidget] = []
        for place in self.places:
            if place.is_shown and place.editor is not None:
                if not place.asked.fixed or self.near.read_only:
                    found.extend(place.editor.stops())
                found.extend(note.line for note in place.notes if note.line is not None)
        return found

    def attach(self) -> bool:
        """Ask for a file for the first field here that keeps one and has none."""
        for editor in self.editors():
            together = isinstance(editor.asked, Group | Rows)
            if (together or editor.value() is None) and editor.attach():
                return True
        return False

    def editor_at(self, path: Path) -> Editor | None:
        """The editor of the field at `path`; None where that field is not shown."""
        place = self._by_key.get(str(path[0])) if path else None
        if place is None or place.editor is None or not place.is_shown:
            return None
        return place.editor.editor_at(path[1:])

    def show_problems(self, findings: Sequence[tuple[Path, Finding]]) -> None:
        """Put every problem beside its field; those of fields that are not shown stay away."""
        by_key: dict[str, list[tuple[Path, Finding]]] = {}
        for path, finding in findings:
            if path:
                by_key.setdefault(str(path[0]), []).append((path[1:], finding))
        for place in self.places:
            if place.editor is not None:
                mine = place.editor.show_problems(by_key.get(place.asked.key, ()))
                came = place.editor.was_visited()
                # A blank that nobody has come to yet is no reproach, nor one being filled now.
                left = came and not any(stop.hasFocus() for stop in place.editor.stops())
                quiet = {BLANK: not came, LEFT: not left}
                said = self.near.all_said
                self._note(place, [f for f in mine if said or not quiet.get(f.problem.code)])

    def _show_place(self, place: Place, shows: bool) -> None:
        if shows and place.editor is None:
            self._build(place)
            if not self.isVisible():
                return  # what is new is shown together with the sheet
        for widget in self._widgets(place):
            widget.setVisible(shows)

    def _build(self, place: Place) -> None:
        asked = place.asked
        place.label = FieldLabel(asked, self, heading=isinstance(asked, Group | Rows))
        hidden = self.near.masked and asked.sealed
        make = editor_for if hidden else self.own_editors.get(asked.key, editor_for)
        place.editor = editor = make(asked, self)
        if editor.widget.parentWidget() is not self:
            editor.widget.setParent(self)
        place.label.setBuddy((editor.stops() or [editor.widget])[0])
        self._fill(place, editor)
        self._name(place)

    def _fill(self, place: Place, editor: Editor) -> None:
        key = place.asked.key
        editor.set_value(self.answers.get(key))
        unread = {p[1:]: t for p, t in self._unread.items() if p[:1] == (key,)}
        if unread:
            editor.set_unread(unread)

    def _name(self, place: Place) -> None:
        if place.label is None or place.editor is None:
            return
        told = place.asked.help
        said = [told.hi if told is not None else "", place.editor.echo]
        said += [note.accessibleName() for note in place.notes]
        place.editor.name_for_reader(place.label.full_name(), " · ".join(s for s in said if s))

    def _note(self, place: Place, findings: Sequence[Finding]) -> None:
        kept: list[ProblemNote] = []
        old = {(note.finding.problem.code, note.finding.path): note for note in place.notes}
        for finding in findings:
            note = old.pop((finding.problem.code, finding.path), None)
            if note is None:
                reason = self.near.reasons.get(finding.problem.code, "")
                note = ProblemNote(finding, reason, self.near.reason_written, self)
                note.setVisible(place.is_shown)
            else:
                note.show_finding(finding)
            kept.append(note)
        for note in old.values():
            note.hide()
            note.deleteLater()
        if old or len(kept) != len(place.notes):
            self.arrange_soon()
        if kept or place.notes:  # a note that stays may say another thing
            place.notes = kept
            self._name(place)

    @staticmethod
    def _widgets(place: Place) -> Iterator[QWidget]:
        if place.label is not None:
            yield place.label
        if place.editor is not None:
            yield place.editor.widget
        yield from place.notes

    # -- room

    def arrange(self, width: int) -> int:
        """Place everything in `width` pixels and return the height used."""
        columns = _Columns(width, self.level, self.near.item_width)
        top = 0
        for place in self.places:
            if place.is_shown and place.label is not None and place.editor is not None:
                if place.editor.wide:
                    top = self._arrange_wide(place, place.label, place.editor, columns, top)
                else:
                    top = self._arrange_line(place, place.label, place.editor, columns, top)
        self.update()
        return top

    def _arrange_line(
        self, place: Place, label: FieldLabel, editor: Editor, columns: "_Columns", top: int
    ) -> int:
        room = columns.right - columns.left
        wanted = editor.width_hint()
        width = room if wanted == 0 else min(wanted, room)
        high = editor.height_for(width)
        label.item_width = columns.item
        label_height = label.height_for(columns.left - gap(1.5), columns.item)
        label_top = max((field_height() - label_height) // 2, 0)
        label.setGeometry(0, top + label_top, columns.left - gap(1.5), label_height)
        editor.widget.setGeometry(columns.left, top, width, high)
        bottom = top + high
        place.echo_room = None
        if editor.echo:
            beside = room - width - gap(1.5)
            if _echo_width(editor.echo) <= beside:
                place.echo_room = QRect(
                    columns.left + width + gap(1.5), top, beside, field_height()
                )
            else:
                place.echo_room, bottom = _echo_below(editor.echo, columns.left, bottom, room)
        bottom = max(bottom, top + label_top + label_height)
        return self._arrange_notes(place, columns.left, bottom, room) + gap()

    def _arrange_wide(
        self, place: Place, label: FieldLabel, editor: Editor, columns: "_Columns", top: int
    ) -> int:
        label.item_width = columns.item
        label_height = label.height_for(columns.right, columns.item)
        label.setGeometry(0, top + gap(0.5), columns.right, label_height)
        top += label_height + gap(0.5) + (gap() if isinstance(place.asked, Group | Rows) else 4)
        left = columns.item if not isinstance(place.asked, Group | Rows) else 0
        width = columns.right - left
        high = editor.height_for(width)
        editor.widget.setGeometry(left, top, width, high)
        bottom = top + high
        place.echo_room = None
        if editor.echo:
            place.echo_room, bottom = _echo_below(editor.echo, left, bottom, width)
        return self._arrange_notes(place, left, bottom, width) + gap()

    @staticmethod
    def _arrange_notes(place: Place, left: int, top: int, width: int) -> int:
        for note in place.notes:
            high = note.height_for(width)
            note.setGeometry(left, top + gap(0.5), width, high)
            note.arrange()
            top += gap(0.5) + high
        return top

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was understood, beside the fields."""
        painter, seen = QPainter(self), event.rect()
        for place in self.places:
            editor = place.editor
            if (
                not place.is_shown
                or editor is None
                or not editor.echo
                or place.echo_room is None
                or not seen.intersects(place.echo_room)
            ):
                continue
            painter.setPen(QColor(theme.RED if editor.alarmed else theme.INK_SOFT))
            draw_wrapped(painter, place.echo_room, editor.echo, SMALL, centred=True)


class _Columns:
    """Where labels end and editors begin, the same line at every depth."""

    def __init__(self, width: int, level: int, item: int) -> None:
        inset = level * INDENT_STEPS
        whole = width + gap(inset)
        self.item = item
        self.left = min(em() * 26, whole * 36 // 100) - gap(inset)
        self.right = width


BLANK = "required"
"""The code of a problem that says a needed answer is blank."""

INDENT_STEPS = 2
"""How far a group inside a group is set in, in steps of the grid."""


def item_width(fields: Sequence[Field]) -> int:
    """The width of the column for official item numbers; 0 where no field below has one."""
    widest = max((advance(one.item, SMALL) for one in walk(fields)), default=0)
    return widest + gap() if widest else 0


def _echo_width(text: str) -> int:
    return max(advance(line, SMALL) for line in text.split("\n"))


def _echo_below(text: str, left: int, top: int, width: int) -> tuple[QRect, int]:
    high = max(text_height(text, width, SMALL), line_height(SMALL))
    return QRect(left, top, width, high), top + high


def editor_for(asked: Field, holder: Holder) -> Editor:
    """The editor for a field: masked, read-only, or by its kind."""
    near = holder.near
    if near.masked and asked.sealed:
        return MaskedEditor(asked, holder)
    if asked.fixed or (near.read_only and not isinstance(asked, Group | Rows)):
        return ShownEditor(asked, holder)
    return kind_editor(asked, holder)


def needs_met(fields: Sequence[Field], answers: Mapping[str, Any]) -> bool:
    """Whether nothing that is needed among `fields` is blank."""
    scopes = (answers,)
    return not any(
        is_blank(answers.get(asked.key))
        for asked in fields
        if not asked.fixed
        and is_shown(asked, scopes)
        and asked.need_now(scopes) is not Need.OPTIONAL
    )
