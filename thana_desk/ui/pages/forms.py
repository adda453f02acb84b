"""The forms that this role may write, to type into and choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forms.kit.form import Trust
from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui.goto import Goal, fitting
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page
from thana_desk.ui.pages.form import open_new
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


class FormsPage(Page):
    """Type a few letters of the form in either script; Enter begins it."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.forms"))
        layout = self.plain()
        self.heading(layout)
        self.line = QLineEdit()
        self.line.textChanged.connect(lambda _typed: self._show())
        self.line.installEventFilter(self)
        layout.addWidget(self.line)
        columns = [
            Column(words("forms.name"), 46, lambda goal: reading.first(goal.words), bold=True),
            Column(words("forms.other_name"), 34, lambda goal: reading.second(goal.words)),
            Column(words("forms.law"), 20, lambda goal: reading.first(goal.kind)),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(lambda goal: goal.go())
        self.none = Said(words("forms.none"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.stand_on = self.line
        self._goals = [self._goal(form) for form in self._forms()]
        self._retell()
        reading.changed.connect(self._retell)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the list, Enter begins the form at the top."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                goal = self.view.chosen()
                if goal is not None:
                    goal.go()
                return True
        return False

    def _forms(self) -> list[Any]:
        from thana_desk.actions import records

        return records.allowed_forms(self.frame.desk)

    def _goal(self, form: Any) -> Goal:
        def begin() -> None:
            open_new(self.frame, form.code)

        also = f"{form.code} {form.short.hi} {form.short.en}"
        kind = form.law if form.law.hi or form.trust is Trust.SOURCED else words("forms.to_confirm")
        return Goal(form.title, kind, begin, also)

    def _show(self) -> None:
        found = fitting(self._goals, self.line.text())
        self.model.show(found)
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.tell(words("forms.none" if self._goals else "forms.none_for_role"))

    def _retell(self) -> None:
        hint: Words = words("forms.search")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))
