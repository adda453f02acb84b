"""Lists under a name: open one, rename it, throw it away, begin with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.narrow import AskLine
from thana_desk.ui.parts import Said
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame


class KeptListsPage(Page):
    """The officer's own lists, the station's, then those of the role, each with its count now."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("views.title"))
        layout = self.plain()
        self.heading(layout)
        layout.addWidget(Said(words("views.hint"), "soft", wrap=True, place="below"))
        self.name = AskLine(words("views.name"), self._rename)
        layout.addWidget(self.name)
        columns = [
            Column(words("views.name"), 34, _name, bold=True),
            Column(words("views.whose"), 14, _whose),
            Column(words("views.what"), 44, lambda one: reading.first(one[1]), _soft),
            Column(words("views.count"), 8, lambda one: f"{one[0].count:,}"),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        self.view.opened.connect(self._open)
        self.none = Said(words("views.none"), "soft", wrap=True, place="below")
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none, 1)
        self.none.hide()
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Rename, throw away, begin with it."""
        return [
            PageKey(
                "Ctrl+R", Qt.Key.Key_R, words("views.key.rename"), self._ask_name, with_ctrl=True
            ),
            PageKey("Del", Qt.Key.Key_Delete, words("views.key.discard"), self._ask_discard),
            PageKey(
                "Ctrl+U", Qt.Key.Key_U, words("views.key.usual"), self._make_usual, with_ctrl=True
            ),
        ]

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc in the line for the name goes back to the list."""
        hand = self.window().focusWidget()
        if (
            event.key() == Qt.Key.Key_Escape
            and hand is not None
            and self.name.isAncestorOf(hand)
            and not self.name.isHidden()
        ):
            self.name.hide()
            self.view.setFocus()
            return True
        return super().take_key(event)

    def refresh(self) -> None:
        """Count again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import saved_views, wanted

            return [
                (one, wanted.in_words(desk, one.view.wanted)) for one in saved_views.counted(desk)
            ]

        self.frame.work.do(read, self._take, owner=self)

    def _take(self, found: Any) -> None:
        at = self.view.currentIndex().row()
        self.model.show(found)
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.view.setCurrentIndex(self.model.index(min(max(at, 0), len(found) - 1), 0))

    def _open(self, row: Any) -> None:
        from thana_desk.ui.pages.records import RecordsPage

        self.frame.open(RecordsPage(self.frame, view=row[0].view))

    def _chosen(self) -> Any:
        """The list under the hand, where it may be changed; else the frame says why not."""
        row = self.view.chosen()
        if row is None:
            return None
        view = row[0].view
        if not view.may_change:
            self.frame.say(words("views.not_yours"), "wrong")
            return None
        return view

    def _ask_name(self) -> None:
        view = self._chosen()
        if view is not None:
            self.name.ask(view.name.hi)

    def _rename(self, name: str) -> None:
        view = self._chosen()
        if view is None:
            return
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import saved_views

            saved_views.rename(desk, view.view_id, name)

        def done(_none: None) -> None:
            self.name.hide()
            self._done("views.renamed", name)

        self.frame.work.do(run, done, owner=self)

    def _ask_discard(self) -> None:
        view = self._chosen()
        if view is None:
            return
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import saved_views

            saved_views.discard(desk, view.view_id)

        def then() -> None:
            self.frame.work.do(run, lambda _none: self.refresh(), owner=self)
            self.view.setFocus()

        what = words("views.discard_ask", name=view.name)
        self.frame.ask(what, words("views.key.discard"), then)

    def _make_usual(self) -> None:
        row = self.view.chosen()
        if row is None:
            return
        desk, view = self.frame.desk, row[0].view
        wanted = "" if view.usual else view.view_id

        def run() -> None:
            from thana_desk.actions import saved_views

            saved_views.make_usual(desk, wanted)

        def done(_none: None) -> None:
            key = "views.usual_now" if wanted else "views.usual_off"
            self._done(key, reading.first(view.name))

        self.frame.work.do(run, done, owner=self)

    def _done(self, key: str, name: str) -> None:
        self.frame.say(words(key, name=name), "done")
        self.refresh()
        self.view.setFocus()


def opener(frame: DeskFrame, view: Any) -> Callable[[], None]:
    """What opens a kept list on top of the page in front."""

    def go() -> None:
        from thana_desk.ui.pages.records import RecordsPage

        frame.open(RecordsPage(frame, view=view))

    return go


def _name(row: Any) -> str:
    view = row[0].view
    return reading.first(words("views.usual_mark", name=view.name) if view.usual else view.name)


def _whose(row: Any) -> str:
    return reading.first(words(f"views.kind.{row[0].view.kind}"))


def _soft(_row: Any) -> str:
    return theme.INK_SOFT
