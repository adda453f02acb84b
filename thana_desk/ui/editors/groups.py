"""The editor for fields that belong together: a person, an address."""

import weakref
from collections.abc import Mapping, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from forms.kit.fields import Field, Group, Index, Line
from forms.kit.fitting import fitting
from forms.kit.letter import Path, is_blank
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.choices import fold
from thana_desk.ui.editors.editor import Editor, Holder, PossibleSame, kind_editor, shown
from thana_desk.ui.editors.lines import LineEditor
from thana_desk.ui.editors.measure import gap
from thana_desk.ui.editors.pick_list import Option
from thana_desk.ui.editors.sheet import INDENT_STEPS, Sheet
from thana_desk.ui.problems import Finding
from thana_desk.ui.reading import reading

PERSON = "person"
"""The kind of group for which persons already in the case are offered."""

OFFICER = "officer"
"""The kind of group for which the officers of the thana are offered."""


class Block(QWidget):
    """A sheet set in, with a line at its left; no box."""

    def __init__(self, colour: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.colour = colour

    def arrange(self, width: int) -> int:
        """Place the sheet and return the height used."""
        inset = gap(INDENT_STEPS)
        if self.sheet is None:
            return 0
        high = self.sheet.arrange(width - inset)
        self.sheet.setGeometry(inset, 0, width - inset, high)
        return high

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line at the left."""
        painter = QPainter(self)
        painter.fillRect(2, 0, 2, self.height() - gap(), QColor(self.colour))


def level_of(holder: Holder) -> int:
    """How deep a sheet inside `holder` stands."""
    return holder.level + 1 if isinstance(holder, Sheet) else 1


@kind_editor.register(Group)
class GroupEditor(Editor):
    """A nested sheet under its heading."""

    wide = True
    asked: Group

    def __init__(
        self,
        asked: Group,
        holder: Holder,
        *,
        colour: str = theme.KHAKI_LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(asked, holder)
        self._strange: Any = None
        self.block = Block(colour, parent if parent is not None else self.sheet_widget)
        self.sheet = self.block.sheet = Sheet(
            asked.parts,
            self.near,
            holder,
            self._part_edited,
            level=level_of(holder),
            parent=self.block,
        )
        self.widget = self.block
        self.owns([self.block])
        self.on_record: OnRecord | None = None
        if asked.kind == PERSON and not self.near.read_only:
            self.on_record = OnRecord(self)
        if asked.kind in (PERSON, OFFICER) and not self.near.read_only:
            _offer_known_persons(self)

    def _part_edited(self, key: str) -> None:
        self.edited()
        if self.on_record is not None and key in TELLING:
            self.on_record.ask_soon()

    def value(self) -> Any:
        """The answers, blanks left out; None where all are blank."""
        if self._strange is not None and not self.sheet.answers:
            return self._strange
        return None if is_blank(self.sheet.answers) else self.sheet.answers

    def set_value(self, value: Any) -> None:
        """Show answers."""
        self._strange = None if value is None or isinstance(value, Mapping) else value
        self.sheet.put(value if isinstance(value, Mapping) else {}, {})

    def set_unread(self, texts: Mapping[Path, str]) -> None:
        """Hand on to the parts."""
        self.sheet.put(self.sheet.answers, texts)

    def unread(self) -> dict[Path, str]:
        """What the parts could not read."""
        return self.sheet.unread()

    def stops(self) -> list[QWidget]:
        """The parts' stops."""
        return self.sheet.stops()

    def height_for(self, width: int) -> int:
        """The parts, placed."""
        return self.block.arrange(width)

    def editor_at(self, path: Path) -> Editor:
        """The part's editor."""
        found = self.sheet.editor_at(path) if path else None
        if found is not None:
            return found
        first = next(self.sheet.editors(), None)
        return first.editor_at(()) if first is not None else self

    def attach(self) -> bool:
        """Ask for a file for a part."""
        return self.sheet.attach()

    def show_problems(self, findings: Sequence[tuple[Path, Finding]]) -> list[Finding]:
        """Those of the parts beside the parts, those of the whole handed back."""
        self.sheet.show_problems([pair for pair in findings if pair[0]])
        return [finding for path, finding in findings if not path]

    def refresh(self) -> None:
        """The parts look at their conditions again."""
        self.sheet.refresh()

    def was_visited(self) -> bool:
        """Whether the clerk has been at any part."""
        return any(editor.was_visited() for editor in self.sheet.editors())

    def retell(self) -> None:
        """The parts speak again."""
        self.sheet.retell()

    def name_for_reader(self, name: str, description: str) -> None:
        """The block is named; its parts have their own names."""
        self.block.setAccessibleName(name)
        self.block.setAccessibleDescription(description)


TELLING = frozenset(
    ("name", "relative_name", "phones", "ids", "passport_no", "dob", "birth_year", "age_years")
)
"""The answers by which a person may be known again."""


class OnRecord(QObject):
    """Looks, while a person is written, whether he may be on record already, and says so.

    The hint stands beside the name; Ctrl+J fills what is still blank from the first of them.
    """

    def __init__(self, group: GroupEditor) -> None:
        super().__init__(group.block)
        self._group = weakref.ref(group)
        self.found: Sequence[PossibleSame] = ()
        self.name_line: KnownPersonLine | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        self._key = QShortcut(QKeySequence("Ctrl+J"), group.block)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self.accept)

    def ask_soon(self) -> None:
        """Ask when the typing rests."""
        self._timer.start()

    def ask(self) -> None:
        """Ask now; the answer comes when it comes, and only while the screen is there."""
        group = self._group()
        if group is None:
            return
        me = weakref.ref(self)
        asked = dict(group.sheet.answers)

        def take(found: Sequence[PossibleSame]) -> None:
            here = me()
            if here is not None and shiboken6.isValid(here):
                here.show_found(asked, found)

        group.near.possible_same(asked, take)

    def show_found(self, asked: Mapping[str, Any], found: Sequence[PossibleSame]) -> None:
        """Show what was found, unless the person is written otherwise by now or has it all."""
        group = self._group()
        if group is None or {k: asked.get(k) for k in TELLING} != {
            k: group.sheet.answers.get(k) for k in TELLING
        }:
            return
        self.found = tuple(one for one in found if self._brings(one))
        if self.name_line is not None:
            self.name_line.say_again()

    def hint(self) -> str:
        """The first of them in words, with the key that takes it; empty where there is none."""
        if not self.found:
            return ""
        first = reading.first(self.found[0].words)
        more = len(self.found) - 1
        key = "form.possible_same_more" if more else "form.possible_same"
        return reading.first(words(key, person=first, count=str(more)))

    def accept(self) -> None:
        """Fill what is still blank from the first one found; one step that can be taken back."""
        group = self._group()
        if group is None or not self.found:
            return
        written = {k: v for k, v in group.sheet.answers.items() if not is_blank(v)}
        filled = {**self.found[0].answers, **written}
        if "age_years" in written:
            filled.pop("birth_year", None)
        self.found = ()

        def fill() -> None:
            group.set_value(filled)
            group.edited()

        group.holder.step(fill)

    def _brings(self, one: PossibleSame) -> bool:
        group = self._group()
        written = group.sheet.answers if group is not None else {}
        return any(is_blank(written.get(key)) for key in one.answers)


ASK_AFTER_MS = 350


class KnownPersonLine(LineEditor):
    """The name of a person or officer: those already known are offered, and fill the whole group."""

    group: GroupEditor | None = None

    def options(self, typed: str) -> list[Option]:
        """Known persons that fit, then what the field itself suggests."""
        return [*self._persons(typed), *super().options(typed)]

    def chosen(self, option: Option) -> None:
        """Fill the group from the person chosen."""
        if not isinstance(option.stored, Mapping):
            super().chosen(option)
        elif self.group is not None:
            group, person = self.group, self._filled(option.stored)

            def fill() -> None:
                group.set_value(person)
                group.edited()

            self.holder.step(fill)

    def _filled(self, person: Mapping[str, Any]) -> dict[str, Any]:
        """What this form can hold of the person, with his photograph.

        What only this form asks for stays; what may be left of a person chosen before goes.
        """
        assert self.group is not None
        parts = [part for part in self.group.asked.parts if not part.fixed]
        known = {key for one in self._known() for key in one}
        own = self.group.sheet.answers
        stay = {key: value for key, value in own.items() if key not in known}
        return {**stay, **fitting(parts, person, self.near.now())}

    def offer_known(self) -> str:
        """The hint that persons are known, for a blank name."""
        known = len(self._known())
        key = "form.known_officers" if self._is_officer() else "form.known_persons"
        return reading.first(words(key, count=f"{known}")) if known else ""

    def say_again(self) -> None:
        """Say beside the name what was found meanwhile."""
        self._echo()
        self.holder.arrange_soon()

    def _echo(self) -> None:
        on_record = self.group.on_record if self.group is not None else None
        if on_record is not None and on_record.found:
            self.echo = on_record.hint()
            return
        if self.group is None or not is_blank(self.group.sheet.answers) or self.unread():
            super()._echo()
            return
        before, self.echo = self.echo, self.offer_known()
        if self.echo != before:
            self.holder.arrange_soon()

    def _is_officer(self) -> bool:
        return self.group is not None and self.group.asked.kind == OFFICER

    def _known(self) -> Sequence[Mapping[str, Any]]:
        return self.near.known_officers() if self._is_officer() else self.near.known_persons()

    def _persons(self, typed: str) -> list[Option]:
        if self.group is None:
            return []
        wanted = fold(typed)
        found: list[tuple[int, Option]] = []
        for person in self._known():
            text = shown(self.group.asked, person, self.near)
            name = fold(str(person.get(self.asked.key, "")))
            if wanted in fold(text) or wanted in name:
                # Who is called so comes before whose father or village is.
                rank = 0 if name.startswith(wanted) else 1 if wanted in name else 2
                found.append((rank, Option(person, Words(text, text), "★")))
        return [option for _rank, option in sorted(found, key=lambda one: one[0])[:20]]


def _offer_known_persons(group: GroupEditor) -> None:
    """Let the group's name offer known persons, before its sheet is built."""
    named = (p for p in group.asked.parts if isinstance(p, Line))
    if group.asked.kind == OFFICER:
        name = next((p for p in named if p.key == "name"), None)
    else:
        name = next((p for p in named if p.index is Index.NAME), None)
    if name is not None:
        group.sheet.own_editors[name.key] = lambda asked, holder: _known_line(asked, holder, group)


def _known_line(asked: Field, holder: Holder, group: GroupEditor) -> Editor:
    line = KnownPersonLine(asked, holder)
    line.group = group
    if group.on_record is not None:
        group.on_record.name_line = line
    return line
