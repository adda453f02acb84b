"""The editor for fields that belong together: a person, an address."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forms.kit.fields import Field, Group, Index, Line, Rows
from forms.kit.letter import Path, is_blank
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.editors.choices import fold
from thana_desk.ui.editors.editor import Editor, Holder, kind_editor, shown
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
            lambda _key: self.edited(),
            level=level_of(holder),
            parent=self.block,
        )
        self.widget = self.block
        self.owns([self.block])
        if asked.kind in (PERSON, OFFICER) and not self.near.read_only:
            _offer_known_persons(self)

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
            group, person = self.group, fitted(self.group.asked, option.stored)

            def fill() -> None:
                group.set_value(person)
                group.edited()

            self.holder.step(fill)

    def offer_known(self) -> str:
        """The hint that persons are known, for a blank name."""
        known = len(self._known())
        key = "form.known_officers" if self._is_officer() else "form.known_persons"
        return reading.first(words(key, count=f"{known}")) if known else ""

    def _echo(self) -> None:
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


def fitted(asked: Group, value: Mapping[str, Any]) -> dict[str, Any]:
    """What of `value`, written in another form, this group has a field for, at every depth."""
    found: dict[str, Any] = {}
    for part in asked.parts:
        answer = value.get(part.key)
        if isinstance(part, Group) and isinstance(answer, Mapping):
            answer = fitted(part, answer)
        elif isinstance(part, Rows) and isinstance(answer, list):
            answer = [fitted(part.row, one) for one in answer if isinstance(one, Mapping)]
        if not is_blank(answer):
            found[part.key] = answer
    return found


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
    return line
