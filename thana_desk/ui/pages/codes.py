"""The code lists: find a code, see where it is used and where it comes from, hide it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.parts import Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_REST = 120
_USED_MOST = 6
"""Fields that the line about a list names; the others are counted."""


class CodesPage(Page):
    """Every code of every list; typing narrows them, the line below tells of the list."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.codes"))
        self._may = frame.desk.may("manage_people")
        self._uses: dict[str, Any] = {}
        layout = self.plain()
        layout.setSpacing(theme.pixels(8))
        self.heading(layout)
        self.installed = Said(look="soft", wrap=True)
        layout.addWidget(self.installed)
        if not self._may:
            layout.addWidget(Said(words("codes.only_read"), "soft", wrap=True))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.refresh)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _typed: self._rest.start())
        self.line.installEventFilter(self)
        self.count = Said(look="soft")
        line = row(self.line, self.count)
        line.setStretch(0, 1)
        layout.addLayout(line)
        columns = [
            Column(words("codes.list"), 24, lambda one: reading.first(one.list_words)),
            Column(words("codes.words"), 28, lambda one: reading.first(one.words), bold=True),
            Column(words("forms.other_name"), 24, lambda one: reading.second(one.words)),
            Column(words("codes.code"), 16, lambda one: one.code),
            Column(words("codes.source"), 12, _source_of, _source_tone),
            Column(words("list.state"), 14, _state_of, _state_tone),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.selectionModel().currentRowChanged.connect(self._tell_of_list)
        self.none = Said(words("codes.none"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.about = Said(wrap=True, place="alone")
        self.used = Said(look="soft", wrap=True, place="alone")
        layout.addWidget(self.about)
        layout.addWidget(self.used)
        self.stand_on = self.line
        self._retell()
        reading.changed.connect(self._retell)

    def keys(self) -> list[PageKey]:
        """Find, hide."""
        keys = [PageKey("Ctrl+F", Qt.Key.Key_F, words("list.key.find"), self._find, with_ctrl=True)]
        if self._may:
            hide = words("codes.key.hide")
            keys.append(PageKey("Ctrl+H", Qt.Key.Key_H, hide, self.turn, with_ctrl=True))
        return keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the line go to the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.view.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Read the lists again."""
        desk, text = self.frame.desk, self.line.text()

        def read() -> Any:
            from thana_desk.actions import code_lists

            return (
                code_lists.find(desk, text),
                code_lists.uses(desk),
                code_lists.installed(desk),
            )

        self.frame.work.do(read, self._take, owner=self)

    def turn(self) -> None:
        """Hide the code under the hand at this station, or offer it again."""
        line = self.view.chosen()
        if line is None:
            return
        if line.hidden and not line.here:
            self.frame.say(words("codes.withdrawn"), "wrong")
            return
        desk, hidden = self.frame.desk, not line.here

        def run() -> None:
            from thana_desk.actions import code_lists

            code_lists.hide(desk, line.list_id, line.code, hidden=hidden)

        def done(_none: None) -> None:
            key = "codes.done_hidden" if hidden else "codes.done_offered"
            self.frame.say(words(key, code=line.words), "done")
            self.refresh()

        self.frame.work.do(run, done, owner=self)

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _take(self, found: Any) -> None:
        lines, self._uses, update = found
        at = self.view.currentIndex().row()
        had = self.view.chosen()
        self.model.show(lines)
        self.view.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.count.tell(words("codes.count", count=f"{len(lines):,}"))
        if lines:
            same = had is not None and at < len(lines) and lines[at].code == had.code
            self.view.setCurrentIndex(self.model.index(at if same else 0, 0))
        if update is None:
            self.installed.tell(words("codes.shipped"))
        else:
            files = ", ".join(update.files)
            self.installed.tell(words("codes.installed", version=update.version, files=files))
        self._tell_of_list()

    def _tell_of_list(self, *_rows: object) -> None:
        line = self.view.chosen()
        use = self._uses.get(line.list_id) if line is not None else None
        self.about.setVisible(use is not None)
        self.used.setVisible(use is not None)
        if use is None:
            return
        self.about.tell(
            words(
                "codes.about",
                list=use.words,
                version=use.version,
                scope=words(f"codes.scope.{use.scope}"),
                codes=str(use.codes),
                hidden=str(use.hidden),
                update=words("codes.by_update" if use.updated else "codes.by_program"),
            )
        )
        self.used.tell(words("codes.used", where=self._where(use)))

    def _where(self, use: Any) -> Words:
        if not use.used:
            return words("codes.used_nowhere")
        forms = self.frame.desk.forms
        named = [(forms[code].short, field) for code, field in use.used[:_USED_MOST]]
        more = len(use.used) - len(named)
        tail = f" … +{more}" if more else ""
        return Words(
            ", ".join(f"{form.hi} ({field.hi})" for form, field in named) + tail,
            ", ".join(f"{form.en} ({field.en})" for form, field in named) + tail,
        )

    def _retell(self) -> None:
        hint = words("codes.search")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))


def _source_of(line: Any) -> str:
    return line.source or reading.first(words("codes.to_confirm"))


def _source_tone(line: Any) -> str:
    return theme.INK if line.source else theme.INK_SOFT


def _state_of(line: Any) -> str:
    if not line.hidden:
        return f"{theme.MARKS['done']} {reading.first(words('codes.offered'))}"
    key = "hidden_here" if line.here else "hidden_in_list"
    return f"{theme.MARKS['waiting']} {reading.first(words(f'codes.{key}'))}"


def _state_tone(line: Any) -> str:
    return theme.INK_SOFT if line.hidden else theme.INK
