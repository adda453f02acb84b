"""The officers of the thana: who may sign in, in which roles; add one, close an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.pages.login import password_line, rank_words
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

ROLES = ("moharir", "io", "operator", "pairokar", "sho")
RANKS = (
    "INSPECTOR",
    "SI",
    "ASI_M",
    "HEAD_MOHARIR",
    "HEAD_CONSTABLE",
    "CONSTABLE",
    "OPERATOR_A",
    "OPERATOR_B",
)
"""The ranks of a thana, by their codes in the list RANK."""


class PeoplePage(Page):
    """The list of officers; Insert adds one, Delete closes an account."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.people"))
        layout = self.plain()
        self._may = frame.desk.may("manage_people")
        actions = []
        if self._may:
            actions = [
                Push(words("people.retire"), self._ask_retire, key="Del"),
                Push(words("people.add"), self._add, key="Ins", look="main"),
            ]
        self.heading(layout, *actions)
        if not self._may:
            layout.addWidget(Said(words("people.only_read"), "soft", wrap=True, place="below"))
        columns = [
            Column(words("login.name"), 28, lambda one: reading.first(one.name), bold=True),
            Column(words("login.rank"), 10, lambda one: rank_words(one.rank)),
            Column(words("people.pno"), 14, lambda one: one.pno),
            Column(words("people.login"), 14, lambda one: one.login),
            Column(words("people.roles"), 24, _roles_of),
            Column(words("list.state"), 14, _state_of, _state_tone),
        ]
        self.model = RowsModel(columns)
        self.view = RegisterView(self.model, self.title)
        layout.addWidget(self.view, 1)
        self.stand_on = self.view

    def keys(self) -> list[PageKey]:
        """Add, close."""
        if not self._may:
            return []
        return [
            PageKey("Ins", Qt.Key.Key_Insert, words("people.add"), self._add),
            PageKey("Del", Qt.Key.Key_Delete, words("people.retire"), self._ask_retire),
        ]

    def refresh(self) -> None:
        """Read the list again."""
        desk = self.frame.desk

        def read() -> Any:
            from thana_desk.actions import people

            return people.officers(desk)

        self.frame.work.do(read, self.model.show, owner=self)

    def _add(self) -> None:
        self.frame.open(NewOfficerPage(self.frame))

    def _ask_retire(self) -> None:
        officer = self.view.chosen()
        if officer is None or not officer.active:
            return
        what = words("people.retire_ask", name=officer.name, rank=rank_words(officer.rank))
        self.frame.ask(what, words("people.retire"), lambda: self._retire(officer))

    def _retire(self, officer: Any) -> None:
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import people

            people.retire_officer(desk, officer.user_id)

        def done(_none: None) -> None:
            self.frame.say(words("people.retired", name=officer.name), "done")
            self.refresh()
            self.view.setFocus()

        self.frame.work.do(run, done, owner=self)


class NewOfficerPage(Page):
    """An account for one officer."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("people.add"))
        layout = self.scrolled()
        self.heading(layout)
        sheet = Sheet()
        self.officer = OfficerFields()
        sheet.add(self.officer)
        self.own = password_line()
        own = Asked()
        own.add(words("people.own_password"), self.own, words("people.own_password_hint"))
        sheet.add(own)
        push = Push(words("people.add_do"), self._add, key="F10", look="main")
        sheet.body.addLayout(row(None, push))
        layout.addWidget(sheet)
        layout.addStretch(1)
        self.stand_on = self.officer.name_hi

    def keys(self) -> list[PageKey]:
        """Add."""
        return [PageKey("F10", Qt.Key.Key_F10, words("people.add_do"), self._add)]

    def _add(self) -> None:
        wrong = self.officer.wrong()
        if wrong is not None:
            self.frame.say(wrong, "wrong")
            return
        desk, own = self.frame.desk, self.own.text()
        read = self.officer.read

        def run() -> None:
            from thana_desk.actions import people

            people.add_officer(desk, officer, own)

        def done(_none: None) -> None:
            self.frame.back()
            self.frame.say(words("people.added", name=officer.name), "done")

        officer = read()
        self.frame.work.do(run, done, owner=self)


class OfficerFields(QWidget):
    """What an account needs; used for new officers and in the first start."""

    def __init__(self, roles: tuple[str, ...] = ROLES, chosen: str = "moharir") -> None:
        super().__init__()
        self.name_hi, self.name_en = QLineEdit(), QLineEdit()
        self.rank = QComboBox()
        self.rank.setEditable(True)
        for rank in RANKS:
            self.rank.addItem(reading.both(words(f"ranks.{rank}")), rank)
        self.rank.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rank.setCurrentIndex(RANKS.index("INSPECTOR" if chosen == "sho" else "HEAD_CONSTABLE"))
        self.pno, self.login = QLineEdit(), QLineEdit()
        keep_latin(self.name_en, self.pno, self.login)
        self.password, self.again = password_line(), password_line()
        self.roles = {role: QCheckBox(reading.both(words(f"roles.{role}"))) for role in roles}
        for role, box in self.roles.items():
            box.setChecked(role == chosen)
        asked = Asked()
        asked.add(words("people.name_hi"), self.name_hi)
        asked.add(words("people.name_en"), self.name_en)
        asked.add(words("login.rank"), self.rank)
        asked.add(words("people.pno"), self.pno)
        if len(roles) > 1:
            boxes = QWidget()
            line = QHBoxLayout(boxes)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.pixels(16))
            for box in self.roles.values():
                line.addWidget(box)
            line.addStretch(1)
            asked.add(words("people.roles"), boxes)
        asked.add(words("people.login"), self.login, words("people.login_hint"))
        asked.add(words("login.password"), self.password, words("people.password_rule"))
        asked.add(words("people.again"), self.again)
        self.setFocusProxy(self.name_hi)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(asked)

    def wrong(self) -> Words | None:
        """The first thing that is not right, with the hand put there; None when all is."""
        for bad, editor, key in (
            (not self.name_hi.text().strip(), self.name_hi, "name"),
            (not self.chosen_roles(), next(iter(self.roles.values())), "roles"),
            (not self.login.text().strip(), self.login, "login"),
            (len(self.password.text()) < 8, self.password, "password"),
            (self.password.text() != self.again.text(), self.again, "again"),
        ):
            if bad:
                editor.setFocus()
                return words(f"people.wrong.{key}")
        return None

    def chosen_roles(self) -> tuple[str, ...]:
        """The roles that are ticked."""
        return tuple(role for role, box in self.roles.items() if box.isChecked())

    def read(self) -> Any:
        """The officer as typed."""
        from thana_desk.actions.homes import NewOfficer

        hindi = self.name_hi.text().strip()
        rank = self.rank.currentData()
        shown = self.rank.itemText(self.rank.currentIndex())
        if self.rank.currentText() != shown:
            rank = self.rank.currentText().strip()
        return NewOfficer(
            login=self.login.text().strip().lower(),
            password=self.password.text(),
            name=Words(hindi, self.name_en.text().strip() or hindi),
            pno=self.pno.text().strip(),
            rank=str(rank),
            roles=self.chosen_roles(),
        )


def _roles_of(officer: Any) -> str:
    return ", ".join(reading.first(words(f"roles.{role}")) for role in officer.roles)


def _state_of(officer: Any) -> str:
    mark = theme.MARKS["told" if officer.active else "waiting"]
    key = "people.active" if officer.active else "people.closed"
    return f"{mark} {reading.first(words(key))}"


def _state_tone(officer: Any) -> str:
    return theme.INK if officer.active else theme.INK_FAINT
