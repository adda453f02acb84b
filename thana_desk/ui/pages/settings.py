"""The reader's choices on this PC, and the officer's own password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui.page import Page
from thana_desk.ui.pages.login import password_line
from thana_desk.ui.parts import Asked, Push, Sheet, row
from thana_desk.ui.reading import LOCK_MINUTES, NUMERALS, SIZES, reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from collections.abc import Callable

    from thana_desk.ui.frame import DeskFrame


class SettingsPage(Page):
    """Every choice is taken at once; there is nothing to save."""

    def __init__(self, frame: DeskFrame) -> None:
        super().__init__(frame, words("places.settings"))
        layout = self.scrolled()
        self.heading(layout)
        self._marks: list[tuple[QPushButton, Callable[[], bool]]] = []
        look = Sheet(words("settings.look"))
        asked = Asked()
        asked.add(
            words("settings.size"),
            self._choices(
                [
                    (Words(f"{size} %", f"{size} %"), self._sizer(size), self._is_size(size))
                    for size in SIZES
                ]
            ),
            words("settings.size_hint"),
        )
        asked.add(
            words("settings.language"),
            self._choices(
                [
                    (
                        words(f"settings.lang.{lang}"),
                        self._chooser(lang=lang),
                        self._is("lang", lang),
                    )
                    for lang in ("hi", "en")
                ]
            ),
        )
        asked.add(
            words("settings.numerals"),
            self._choices(
                [
                    (
                        words(f"settings.digits.{kind}"),
                        self._chooser(numerals=kind),
                        self._is("numerals", kind),
                    )
                    for kind in NUMERALS
                ]
            ),
        )
        asked.add(
            words("settings.lock"),
            self._choices(
                [
                    (
                        words("settings.minutes", minutes=str(minutes)),
                        self._locker(minutes),
                        self._is("lock_minutes", minutes),
                    )
                    for minutes in LOCK_MINUTES
                ]
            ),
            words("settings.lock_hint"),
        )
        look.add(asked)
        layout.addWidget(look)

        self.folder = QLineEdit(reading.scan_folder)
        keep_latin(self.folder)
        self.folder.returnPressed.connect(self._keep_folder)
        scanner = Sheet(words("settings.scanner"))
        place = Asked()
        place.add(words("settings.scan_folder"), self.folder, words("settings.scan_hint"))
        scanner.add(place)
        scanner.body.addLayout(row(None, Push(words("settings.keep_folder"), self._keep_folder)))
        layout.addWidget(scanner)

        self.old, self.new, self.again = password_line(), password_line(), password_line()
        secret = Sheet(words("settings.password"))
        lines = Asked()
        lines.add(words("settings.old"), self.old)
        lines.add(words("settings.new"), self.new, words("people.password_rule"))
        lines.add(words("people.again"), self.again)
        secret.add(lines)
        secret.body.addLayout(row(None, Push(words("settings.change"), self._change)))
        layout.addWidget(secret)
        layout.addStretch(1)
        reading.changed.connect(self._mark)
        self._mark()

    def _choices(
        self, choices: list[tuple[Words, Callable[[], None], Callable[[], bool]]]
    ) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        across = 6 if reading.size < 125 else 4
        for at, (name, act, is_now) in enumerate(choices):
            push = Push(name, act, second=False)
            push.setCheckable(True)
            self._marks.append((push, is_now))
            grid.addWidget(push, at // across, at % across)
            if self.stand_on is None:
                self.stand_on = push
        grid.setColumnStretch(across, 1)
        return holder

    def _mark(self) -> None:
        for push, is_now in self._marks:
            now = is_now()
            push.setChecked(now)
            push.setProperty("look", "main" if now else "")
            push.style().unpolish(push)
            push.style().polish(push)
            push.update()

    def _sizer(self, size: int) -> Callable[[], None]:
        return lambda: reading.choose(size=size)

    def _is_size(self, size: int) -> Callable[[], bool]:
        return lambda: reading.size == size

    def _locker(self, minutes: int) -> Callable[[], None]:
        return lambda: reading.choose(lock_minutes=minutes)

    def _chooser(self, **choice: str) -> Callable[[], None]:
        return lambda: reading.choose(lang=choice.get("lang"), numerals=choice.get("numerals"))

    def _is(self, name: str, value: object) -> Callable[[], bool]:
        return lambda: bool(getattr(reading, name) == value)

    def _keep_folder(self) -> None:
        """A folder that is there, or none; a wrong one stays in the line to be put right."""
        typed = self.folder.text().strip()
        folder = Path(typed).expanduser() if typed else None
        if folder is not None and not folder.is_dir():
            self.frame.say(words("settings.no_such_folder", folder=typed), "wrong")
            self.folder.setFocus()
            return
        reading.choose(scan_folder=str(folder) if folder is not None else "")
        self.frame.say(words("settings.folder_kept"), "done")

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        if len(new) < 8 or new != self.again.text():
            key = "password" if len(new) < 8 else "again"
            self.frame.say(words(f"people.wrong.{key}"), "wrong")
            (self.new if key == "password" else self.again).setFocus()
            return
        desk = self.frame.desk

        def run() -> None:
            from thana_desk.actions import people

            people.change_password(desk, old, new)

        def done(_none: Any) -> None:
            for line in (self.old, self.new, self.again):
                line.clear()
            self.frame.say(words("settings.changed"), "done")

        self.frame.work.do(run, done, owner=self)
