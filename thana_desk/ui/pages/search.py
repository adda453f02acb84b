"""Search over everything written: records, persons, vehicles, phones and sections, and why (F3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.lines import form_name, numbered, titled
from thana_desk.ui.parts import Push, Said, repolish, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_MOST = 50
_FIRST = 5
"""Of persons, vehicles, phones and sections so many stand above the records; the rest by filter."""

GROUPS = ("all", "records", "persons", "vehicles", "phones", "sections")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Anything found, as one line of the page."""

    group: str
    title: str
    why: str
    kind: str
    line: Any = None
    hit: Any = None


class SearchPage(Page):
    """One line to type in; below it what was found, by group, and why."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.search"))
        layout = self.plain()
        self.heading(layout)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.count = Said(look="soft")
        line = row(self.line, self.count)
        line.setStretch(0, 1)
        layout.addLayout(line)
        self.group = "all"
        self._rows: dict[str, list[FoundRow]] = {}
        self.filters = {
            group: Push(
                words(f"search.group.{group}"), self._chooser(group), look="plain", second=False
            )
            for group in GROUPS
        }
        layout.addLayout(row(*self.filters.values(), None, spacing=4))
        columns = [
            Column(
                words("search.kind"),
                10,
                lambda one: reading.first(words(f"search.one.{one.group}")),
            ),
            Column(words("list.title"), 29, lambda one: one.title, bold=True),
            Column(words("search.why"), 31, lambda one: one.why, tone=_tone),
            Column(words("list.form"), 11, lambda one: self._form(one)),
            Column(words("list.number"), 9, lambda one: numbered(one.line) if one.line else ""),
            Column(
                words("list.at"),
                10,
                lambda one: when.day(one.line.registered_at) if one.line else "",
            ),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, words("search.found"))
        self.view.opened.connect(self._open)
        self.none = Said(words("search.hint"), "soft", wrap=True, place="below")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.view.hide()
        self.stand_on = self.line
        self.page_keys = [
            PageKey(
                "Ctrl+E", Qt.Key.Key_E, words("search.next_group"), self.next_group, with_ctrl=True
            )
        ]
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(150)
        self._asker.timeout.connect(self._ask)
        self.line.textChanged.connect(lambda _typed: self._asker.start())
        self._take({})
        self._retell()
        reading.changed.connect(self._retell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go to what was found."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.model.rowCount()
        ):
            self.view.setFocus()
            return True
        return False

    def next_group(self) -> None:
        """Show the next group that has anything; after the last one all again."""
        filled = [one for one in GROUPS if one == "all" or self._rows.get(one)]
        at = filled.index(self.group) if self.group in filled else -1
        self._choose(filled[(at + 1) % len(filled)])

    def _chooser(self, group: str) -> Any:
        return lambda: self._choose(group)

    def _choose(self, group: str) -> None:
        self.group = group
        self._fill()

    def _ask(self) -> None:
        desk, typed = self.frame.desk, self.line.text().strip()

        def read() -> Any:
            from thana_desk.actions import searching

            return searching.find(desk, typed, _MOST) if typed else None

        def take(found: Any) -> None:
            if self.line.text().strip() == typed:
                self.group = "all"
                self._take(self._read(found) if found is not None else {})

        self.frame.work.do(read, take, owner=self)

    def _take(self, rows: dict[str, list[FoundRow]]) -> None:
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        rows = self._rows
        shown: list[FoundRow] = []
        if self.group == "all":
            for group in ("persons", "vehicles", "phones", "sections"):
                shown += rows.get(group, [])[:_FIRST]
            shown += rows.get("records", [])
        else:
            shown = rows.get(self.group, [])
        self.model.show(shown)
        self.view.setVisible(bool(shown))
        self.none.setVisible(not shown)
        for group, push in self.filters.items():
            found = rows.get(group, [])
            name = words(f"search.group.{group}")
            count = f" {len(found)}" if found else ""
            push.tell(Words(f"{name.hi}{count}", f"{name.en}{count}"))
            push.setEnabled(group == "all" or bool(found))
            push.setProperty("look", "" if group == self.group else "plain")
            repolish(push)
        typed = self.line.text().strip()
        records = rows.get("records", [])
        key = "search.many" if len(records) >= _MOST else "search.count"
        self.count.tell(words(key, count=str(len(shown))) if typed else Words("", ""))
        self.none.tell(words("search.nothing") if typed else words("search.hint"))

    def _read(self, found: Any) -> dict[str, list[FoundRow]]:
        return {
            "records": [
                FoundRow(
                    "records", titled(one.line), why(one.reasons, one.kind), one.kind, one.line, one
                )
                for one in found.records
            ],
            "persons": [
                FoundRow(
                    "persons",
                    person_words(one),
                    why(one.reasons, one.kind),
                    one.kind,
                    one.line,
                    one,
                )
                for one in found.persons
            ],
            "vehicles": [_value("vehicles", one) for one in found.vehicles],
            "phones": [_value("phones", one) for one in found.phones],
            "sections": [
                FoundRow(
                    "sections",
                    f"{one.act} {one.section} · {reading.first(one.words)}",
                    reading.first(
                        words(
                            "search.related" if one.related else "search.in_records",
                            count=str(one.count),
                        )
                    ),
                    "related" if one.related else "exact",
                    None,
                    one,
                )
                for one in found.sections
            ],
        }

    def _form(self, one: FoundRow) -> str:
        return form_name(self.frame, one.line.form_code) if one.line else ""

    def _open(self, one: FoundRow) -> None:
        if one.group == "sections":
            self.line.setText(f"{one.hit.section} {one.hit.act}")
            self.line.setFocus()
        elif one.group == "persons":
            from thana_desk.ui.pages.person import PersonPage

            self.frame.open(PersonPage(self.frame, one.hit.person_id))
        else:
            from thana_desk.ui.pages.record import RecordPage

            self.frame.open(RecordPage(self.frame, one.line.record_id))

    def _retell(self) -> None:
        hint = words("search.line")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))


def why(reasons: Any, kind: str) -> str:
    """The first reasons in words; how it fits is said where it is not the word itself."""
    said = [f"{reading.first(one.field)}: {one.text}" for one in reasons[:2]]
    how = "" if kind in ("exact", "text") else f"{reading.first(words(f'search.fits.{kind}'))} · "
    return how + " · ".join(said)


def person_words(hit: Any) -> str:
    """A person in one line: name, father, age."""
    pieces = [hit.name]
    if hit.relative:
        pieces.append(f"{reading.first(hit.relation)} {hit.relative}".strip())
    if hit.age is not None:
        pieces.append(reading.first(words("search.years", age=str(hit.age))))
    return ", ".join(pieces)


def _value(group: str, one: Any) -> FoundRow:
    return FoundRow(group, one.text, reading.first(one.field), one.kind, one.line, one)


def _tone(one: FoundRow) -> str:
    return theme.INK if one.kind in ("exact", "prefix") else theme.INK_FAINT
