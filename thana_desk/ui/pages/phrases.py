"""The phrase book: find a set phrase, read it, open the station's own or make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from forms.kit.words import Words
from forms.parts.gd_types import GD_TYPES
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.goto import folded
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.form import open_new
from thana_desk.ui.parts import Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thana_desk.ui.frame import DeskFrame


class PhrasesPage(Page):
    """Every phrase; typing narrows them, the text of the one under the hand stands below.

    Opened over a form, it begins with the phrases of that form.
    """

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.phrases"))
        self._may = frame.desk.may("register", "phrase")
        self._known: Sequence[Any] = ()
        self._said: list[str] = []
        layout = self.plain()
        layout.setSpacing(theme.pixels(8))
        self.heading(layout)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.count = Said(look="soft")
        line = row(self.line, self.count)
        line.setStretch(0, 1)
        layout.addLayout(line)
        columns = [
            Column(words("phrases.code"), 15, lambda one: f"/{one.code}"),
            Column(words("phrases.name"), 28, lambda one: reading.first(one.words), bold=True),
            Column(words("forms.other_name"), 23, lambda one: reading.second(one.words)),
            Column(words("phrases.forms"), 15, lambda one: reading.first(self._forms(one))),
            Column(words("phrases.whose"), 21, _whose, _whose_tone),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.selectionModel().currentRowChanged.connect(self._tell)
        self.view.opened.connect(self._open)
        self.none = Said(words("phrases.none"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.pixels(110))
        layout.addWidget(self.text)
        layout.addWidget(Said(words("phrases.how"), "soft", wrap=True))
        if self._may:
            layout.addWidget(Said(words("phrases.key.own"), "soft", wrap=True))
        self.stand_on = self.line
        self._begin_with(frame)
        self._retell()
        reading.changed.connect(self._retell)

    def keys(self) -> list[PageKey]:
        """Find, new."""
        keys = [PageKey("Ctrl+F", Qt.Key.Key_F, words("list.key.find"), self._find, with_ctrl=True)]
        if self._may:
            new = words("phrases.key.new")
            keys.append(PageKey("Ctrl+N", Qt.Key.Key_N, new, self._new, with_ctrl=True))
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
        """Read the book again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import phrases

            return phrases.phrases(desk)

        def took(known: Any) -> None:
            self._known = known
            self._said = [self._said_of(one) for one in known]
            self._show()

        self.frame.work.do(read, took, owner=self)

    def _begin_with(self, frame: DeskFrame) -> None:
        front = frame.pages.currentWidget()
        form = frame.desk.forms.get(front.about_form) if isinstance(front, Page) else None
        if form is not None:
            self.line.setText(reading.first(form.short))

    def _show(self) -> None:
        from thana_desk.actions import phrases

        typed = self.line.text().strip()
        parts = folded(typed).split()
        found = [
            one
            for one, said in zip(self._known, self._said, strict=True)
            if all(part in said for part in parts)
        ]
        # Its own name tells of a phrase more surely than the kinds of entry it is for.
        found.sort(key=lambda one: not all(part in _named(one) for part in parts))
        found = found or phrases.fitting(self._known, typed.removeprefix("/"))
        self.model.show(found)
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        self.count.tell(words("phrases.count", count=str(len(found))))
        if found:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    def _said_of(self, one: Any) -> str:
        """Everything that a phrase is found by."""
        forms = self._forms(one)
        kinds = [GD_TYPES.options()[code] for code in one.gd_types if code in GD_TYPES.options()]
        said = [f"/{one.code}", one.words.hi, one.words.en, forms.hi, forms.en, *one.forms]
        return folded(" ".join([*said, *(f"{kind.hi} {kind.en}" for kind in kinds)]))

    def _forms(self, one: Any) -> Words:
        if not one.forms:
            return words("phrases.all_forms")
        forms = self.frame.desk.forms
        named = [forms[code].short for code in one.forms if code in forms]
        return Words(", ".join(name.hi for name in named), ", ".join(name.en for name in named))

    def _tell(self, *_rows: object) -> None:
        from thana_desk.actions import phrases

        one = self.view.chosen() if self.model.rowCount() else None
        # Without a record every place is a blank that tells what belongs there.
        self.text.setPlainText(phrases.filled(one.text, {}) if one is not None else "")

    def _open(self, one: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        if one.record_id:
            self.frame.open(RecordPage(self.frame, one.record_id))
        elif self._may:
            letter = {"code": one.code, "title": one.words.hi, "text": one.text}
            lists = {"forms": list(one.forms), "gd_types": list(one.gd_types)}
            open_new(
                self.frame, "phrase", letter={**letter, **{k: v for k, v in lists.items() if v}}
            )
        else:
            self.frame.say(words("phrases.may_not"))

    def _new(self) -> None:
        open_new(self.frame, "phrase")

    def _find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _retell(self) -> None:
        hint = words("phrases.search")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))
        self.text.setAccessibleName(reading.both(words("phrases.text")))


def _named(one: Any) -> str:
    return folded(f"/{one.code} {one.words.hi} {one.words.en}")


def _whose(one: Any) -> str:
    return reading.first(words("phrases.own" if one.record_id else "phrases.shipped"))


def _whose_tone(one: Any) -> str:
    return theme.INK if one.record_id else theme.INK_SOFT
