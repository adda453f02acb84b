"""Search over everything written, names also by their sound (F3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import when
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page
from thana_desk.ui.pages.lines import form_name, numbered, titled
from thana_desk.ui.parts import Said, row
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_MOST = 50


class SearchPage(Page):
    """One line to type in; below it what was found and why."""

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
        columns = [
            Column(words("list.form"), 13, lambda hit: form_name(frame, hit.line.form_code)),
            Column(words("list.number"), 13, lambda hit: numbered(hit.line), bold=True),
            Column(words("list.at"), 13, lambda hit: when.short(hit.line.registered_at)),
            Column(words("list.title"), 34, lambda hit: titled(hit.line)),
            Column(words("search.why"), 27, lambda hit: " · ".join(hit.why)),
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
        self._asker = QTimer(self)
        self._asker.setSingleShot(True)
        self._asker.setInterval(150)
        self._asker.timeout.connect(self._ask)
        self.line.textChanged.connect(lambda _typed: self._asker.start())
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

    def _ask(self) -> None:
        desk, typed = self.frame.desk, self.line.text().strip()

        def read() -> Any:
            from thana_desk.actions import searching

            return searching.search(desk, typed, limit=_MOST) if typed else []

        def take(hits: Any) -> None:
            if self.line.text().strip() == typed:
                self._show(typed, hits)

        self.frame.work.do(read, take, owner=self)

    def _show(self, typed: str, hits: list[Any]) -> None:
        self.model.show(hits)
        self.view.setVisible(bool(hits))
        self.none.setVisible(not hits)
        more = len(hits) >= _MOST
        key = "search.many" if more else "list.count"
        self.count.tell(words(key, count=str(len(hits))) if typed else Words("", ""))
        self.none.tell(words("search.nothing") if typed else words("search.hint"))

    def _open(self, hit: Any) -> None:
        from thana_desk.ui.pages.record import RecordPage

        self.frame.open(RecordPage(self.frame, hit.line.record_id))

    def _retell(self) -> None:
        hint = words("search.line")
        self.line.setPlaceholderText(reading.both(hint))
        self.line.setAccessibleName(reading.both(hint))
