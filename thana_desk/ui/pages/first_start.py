"""The first start: the thana, its officer in charge, its staff, and the recovery code on paper."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forms.kit.words import NO_WORDS, Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.lists import Column, RegisterView, RowsModel
from thana_desk.ui.pages.login import LoginHead, rank_words
from thana_desk.ui.pages.people import OfficerFields
from thana_desk.ui.parts import Asked, Push, Said, Sheet, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import TypingLabel, keep_latin, typing_of_program
from thana_desk.ui.work import Work

_STAFF_ROLES = ("moharir", "io", "operator", "pairokar")


class FirstStartPage(QWidget):
    """Four steps; Enter or F10 goes on, Esc goes back, nothing typed is lost between them."""

    finished = Signal()

    def __init__(self, home: Path, work: Work) -> None:
        super().__init__()
        self.setObjectName("page")
        self._home = home
        self._work = work
        self._staff: list[Any] = []
        self._recovery = ""
        self._steps = QStackedWidget()
        for step in (
            self._thana_step(),
            self._sho_step(),
            self._staff_step(),
            self._code_step(),
        ):
            self._steps.addWidget(step)
        self.said = Said(place="below", wrap=True)
        self.back_push = Push(words("first.back"), self._back, key="Esc")
        self.next_push = Push(words("first.next"), self._next, key="F10", look="main")
        self.where = Said(look="soft")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.pixels(12))
        outer.addWidget(LoginHead(words("frame.window")))
        inner = QVBoxLayout()
        inner.setContentsMargins(
            theme.pixels(120) if reading.size < 125 else theme.pixels(24),
            theme.pixels(8),
            theme.pixels(120) if reading.size < 125 else theme.pixels(24),
            0,
        )
        typing = TypingLabel(typing_of_program())
        inner.addLayout(row(Said(words("first.title"), "title"), None, typing, self.where))
        inner.addWidget(self._steps, 1)
        inner.addWidget(self.said)
        inner.addLayout(row(self.back_push, None, self.next_push))
        outer.addLayout(inner, 1)
        self._show(0)

    def take_focus(self) -> None:
        """The hand is in the first line of the step."""
        (self.thana_hi, self.sho.name_hi, self.officer.name_hi, self.last_group)[
            self._steps.currentIndex()
        ].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 goes on, Esc goes back, Insert takes the officer into the list."""
        if event.key() == Qt.Key.Key_F10:
            self._next()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.key() == Qt.Key.Key_Insert and self._steps.currentIndex() == 2:
            self._add_officer()
        else:
            event.ignore()

    # steps

    def _thana_step(self) -> QWidget:
        self.thana_hi, self.thana_en = QLineEdit(), QLineEdit()
        self.thana_code = QLineEdit()
        self.thana_code.setMaxLength(16)
        keep_latin(self.thana_en, self.thana_code)
        self.district = QComboBox()
        self.district.setEditable(True)
        self.district.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.district.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for code, name in districts():
            self.district.addItem(f"{name.hi} · {name.en}", (code, name))
        self.district.setCurrentIndex(-1)
        completer = QCompleter(self.district.model(), self.district)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.district.setCompleter(completer)
        self.demo = QCheckBox(reading.both(words("first.demo")))
        sheet = Sheet(words("first.thana"))
        sheet.add(Said(words("first.thana_said"), "soft", wrap=True, place="below"))
        asked = Asked()
        asked.add(words("first.thana_hi"), self.thana_hi)
        asked.add(words("first.thana_en"), self.thana_en)
        asked.add(words("first.district"), self.district, words("first.district_hint"))
        asked.add(words("first.thana_code"), self.thana_code, words("first.thana_code_hint"))
        asked.add(words("first.practice"), self.demo, words("first.demo_hint"))
        sheet.add(asked)
        return _scrolled(sheet)

    def _sho_step(self) -> QWidget:
        self.sho = OfficerFields(("sho",), "sho")
        sheet = Sheet(words("first.sho"))
        sheet.add(Said(words("first.sho_said"), "soft", wrap=True, place="below"))
        sheet.add(self.sho)
        return _scrolled(sheet)

    def _staff_step(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.pixels(12))
        columns = [
            Column(words("login.name"), 34, lambda one: reading.first(one.name), bold=True),
            Column(words("login.rank"), 14, lambda one: rank_words(one.rank)),
            Column(words("people.login"), 18, lambda one: one.login),
            Column(words("people.roles"), 34, _roles_of),
        ]
        self.staff_model = RowsModel(columns)
        self.staff_view = RegisterView(self.staff_model, words("first.staff"))
        self.staff_none = Said(words("first.staff_said"), "soft", wrap=True, place="below")
        self.staff_view.hide()
        self._officer_sheet = Sheet(words("first.staff"))
        self._officer_sheet.add(self.staff_none)
        self._officer_sheet.add(self.staff_view)
        self.officer = OfficerFields(_STAFF_ROLES, "moharir")
        self._officer_sheet.add(self.officer)
        push = Push(words("first.add_officer"), self._add_officer, key="Ins")
        self._officer_sheet.body.addLayout(row(None, push))
        layout.addWidget(self._officer_sheet)
        layout.addStretch(1)
        return _scrolled(holder)

    def _code_step(self) -> QWidget:
        sheet = Sheet(words("first.code"))
        sheet.add(Said(words("first.code_said"), wrap=True, place="below"))
        self.code = Said(look="huge")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        sheet.add(self.code)
        self.last_group = QLineEdit()
        keep_latin(self.last_group)
        self.last_group.returnPressed.connect(self._next)
        asked = Asked()
        asked.add(words("first.last_group"), self.last_group, words("first.last_group_hint"))
        sheet.add(asked)
        return _scrolled(sheet)

    # going on

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.where.tell(words("first.step", number=str(step + 1), count="4"))
        self.back_push.setVisible(0 < step < 3)
        name = {2: "first.set_up", 3: "first.finish"}.get(step, "first.next")
        self.next_push.tell(words(name))
        self._say(NO_WORDS)
        self.take_focus()

    def _back(self) -> None:
        if 0 < self._steps.currentIndex() < 3:
            self._show(self._steps.currentIndex() - 1)

    def _next(self) -> None:
        if not self.next_push.isEnabled():
            return
        step = self._steps.currentIndex()
        wrong = (self._thana_wrong, self.sho.wrong, self._staff_wrong, self._code_wrong)[step]()
        if wrong is not None:
            self._say(wrong)
        elif step < 2:
            self._show(step + 1)
        elif step == 2:
            self._set_up()
        else:
            self.finished.emit()

    def _thana_wrong(self) -> Words | None:
        for bad, editor, key in (
            (not self.thana_hi.text().strip(), self.thana_hi, "thana"),
            (self._district() is None, self.district, "district"),
            (not self.thana_code.text().strip(), self.thana_code, "thana_code"),
        ):
            if bad:
                editor.setFocus()
                return words(f"first.wrong.{key}")
        return None

    def _district(self) -> tuple[str, Words] | None:
        place = self.district.findText(self.district.currentText(), Qt.MatchFlag.MatchFixedString)
        found = self.district.itemData(place) if place >= 0 else None
        return (str(found[0]), found[1]) if found is not None else None

    def _staff_wrong(self) -> Words | None:
        if self.officer.name_hi.text().strip() and not self._add_officer():
            return self.said.words
        return None

    def _add_officer(self) -> bool:
        wrong = self.officer.wrong()
        taken = {one.login for one in self._staff} | {self.sho.login.text().strip().lower()}
        if wrong is None and self.officer.login.text().strip().lower() in taken:
            self.officer.login.setFocus()
            wrong = words("first.wrong.login_taken")
        if wrong is not None:
            self._say(wrong)
            return False
        self._staff.append(self.officer.read())
        self.staff_model.show(self._staff)
        self.staff_view.fit(6)
        self.staff_view.show()
        self.staff_none.hide()
        fresh = OfficerFields(_STAFF_ROLES, "io")
        self._officer_sheet.body.replaceWidget(self.officer, fresh)
        self.officer.hide()
        self.officer.deleteLater()
        self.officer = fresh
        self._say(NO_WORDS)
        fresh.name_hi.setFocus()
        return True

    def _set_up(self) -> None:
        from thana_desk.actions import homes

        district = self._district()
        if district is None:
            return
        hindi = self.thana_hi.text().strip()
        setup = homes.ThanaSetup(
            thana_code=self.thana_code.text().strip(),
            thana=Words(unicodedata.normalize("NFC", hindi), self.thana_en.text().strip() or hindi),
            district_code=district[0],
            district=district[1],
            sho=self.sho.read(),
            staff=tuple(self._staff),
            demo=self.demo.isChecked(),
        )
        home = self._home
        self.next_push.setEnabled(False)
        self._say(words("first.working"), wrong=False)

        def run() -> Any:
            return homes.set_up(home, setup)

        def done(made: Any) -> None:
            self.next_push.setEnabled(True)
            self._recovery = made.recovery_code
            self.code.tell(Words(made.recovery_code, made.recovery_code))
            self._show(3)

        def refused(error: Any) -> None:
            self.next_push.setEnabled(True)
            self._say(error.words)

        self._work.do(run, done, owner=self, refused=refused)

    def _code_wrong(self) -> Words | None:
        typed = self.last_group.text().strip().upper()
        if typed and typed == self._recovery.replace(" ", "-").split("-")[-1].upper():
            return None
        self.last_group.setFocus()
        self.last_group.selectAll()
        return words("first.wrong.code")

    def _say(self, what: Words, *, wrong: bool = True) -> None:
        self.said.look("wrong" if wrong else "soft")
        mark = f"{theme.MARKS['wrong']} " if wrong and what.hi else ""
        self.said.tell(Words(mark + what.hi, what.en) if what.hi else what)


def districts() -> list[tuple[str, Words]]:
    """The districts of the state by code, in the order of their names."""
    from forms.codes import code_list
    from thana_desk.hindi.collation import sort_key

    found = [(one.code, one.words) for one in code_list("DISTRICT_UP").offered()]
    return sorted(found, key=lambda one: sort_key(one[1].hi))


def _roles_of(officer: Any) -> str:
    return ", ".join(reading.first(words(f"roles.{role}")) for role in officer.roles)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    ground = QWidget()
    ground.setObjectName("ground")
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(0, 0, theme.pixels(8), 0)
    layout.addWidget(inner)
    layout.addStretch(1)
    area.setWidget(ground)
    return area
