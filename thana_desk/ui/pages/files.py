"""Kept files looked at within the program, one at a time; handed out where the role may."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QLineEdit

from forms.kit.words import Words
from thana_desk.texts import words
from thana_desk.ui import theme
from thana_desk.ui.page import Page, PageKey
from thana_desk.ui.paper import PaperPages, PaperView, PictureSheet
from thana_desk.ui.parts import Push, Said, row
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


def open_kept(frame: DeskFrame, stored: Mapping[str, Any], name: Words) -> None:
    """Look at a file of the draft in front."""
    from thana_desk.actions.record_files import KeptFile

    desk = frame.desk

    def read(_one: Any) -> bytes:
        from thana_desk.actions.attachments import kept_bytes
        from thana_desk.actions.errors import RecordNotFound

        data = kept_bytes(desk, stored)
        if data is None:
            raise RecordNotFound(words("actions.file.not_here"))
        return data

    frame.open(FilesPage(frame, [KeptFile("", "", "", stored, name, None)], 0, read))


def open_files(frame: DeskFrame, files: Sequence[Any], place: int) -> None:
    """Look at the files of records, beginning with the one at `place`."""
    desk = frame.desk

    def read(one: Any) -> bytes:
        from thana_desk.actions import record_files

        return record_files.file_bytes(desk, one.record_id, one.sha256)

    if files:
        frame.open(FilesPage(frame, files, place, read))


class FilesPage(Page):
    """The file large; Left and Right go to the next, plus and minus zoom, Ctrl+S writes a copy."""

    def __init__(
        self,
        frame: DeskFrame,
        files: Sequence[Any],
        place: int,
        read: Callable[[Any], bytes],
    ) -> None:
        super().__init__(frame, words("files.title"))
        self._files = list(files)
        self._at = min(max(place, 0), len(self._files) - 1)
        self._read = read
        layout = self.plain()
        layout.setSpacing(theme.pixels(8))
        self.name = Said(look="head", place="alone")
        self.about = Said(look="soft", wrap=True, place="alone")
        self.save_push = Push(words("files.hand_out"), self._ask_place, key="Ctrl+S")
        layout.addLayout(row(self.name, None, self.save_push))
        layout.addWidget(self.about)
        self.place = QLineEdit()
        keep_latin(self.place)
        self.place.setAccessibleName(reading.both(words("preview.place")))
        self.place.returnPressed.connect(self._save)
        self._place_label = Said(words("preview.place"), place="alone")
        line = row(self._place_label, self.place)
        line.setStretch(1, 1)
        layout.addLayout(line)
        self.view = PaperView()
        layout.addWidget(self.view, 1)
        self.stand_on = self.view
        self._hide_place()
        self._show()

    def keys(self) -> list[PageKey]:
        """Turn, zoom, hand out."""
        keys = [
            PageKey("+", Qt.Key.Key_Plus, words("preview.larger"), lambda: self.view.zoom(1)),
            PageKey("-", Qt.Key.Key_Minus, words("preview.smaller"), lambda: self.view.zoom(-1)),
        ]
        if len(self._files) > 1:
            keys += [
                PageKey("→", Qt.Key.Key_Right, words("files.next"), lambda: self._go(1)),
                PageKey("←", Qt.Key.Key_Left, words("files.before"), lambda: self._go(-1)),
            ]
        if self._may_hand_out():
            name = words("files.hand_out")
            keys.append(PageKey("Ctrl+S", Qt.Key.Key_S, name, self._ask_place, with_ctrl=True))
        return keys

    def _go(self, step: int) -> None:
        self._at = (self._at + step) % len(self._files)
        self._hide_place()
        self._show()

    def _show(self) -> None:
        one = self._files[self._at]
        self.name.tell(one.words)
        self.view.setAccessibleName(reading.both(one.words))
        self.about.tell(self._about(one))
        self.save_push.setVisible(self._may_hand_out())
        read = self._read

        def make() -> tuple[Any, bytes, str]:
            from thana_desk.actions.attachments import kind_of, large_of

            data = read(one)
            kind = kind_of(data)
            return one, data if kind == "application/pdf" else large_of(data) or b"", kind

        self.frame.work.do(make, self._draw, owner=self)

    def _draw(self, made: tuple[Any, bytes, str]) -> None:
        one, data, kind = made
        if one is not self._files[self._at]:
            return  # already gone on
        if kind == "application/pdf":
            self.view.show_pages(PaperPages(data))
        elif data:
            self.view.show_pages(PictureSheet(data), whole_page=True)
        else:
            self.frame.say(words("files.not_shown"), "wrong")

    def _about(self, one: Any) -> Words:
        size = one.stored.get("size")
        kilobytes = str(max(size // 1024, 1)) if isinstance(size, int) else "—"
        head = one.sha256[:16]
        return words(
            "files.about",
            at=str(self._at + 1),
            count=str(len(self._files)),
            name=str(one.stored.get("name", "")),
            size=kilobytes,
            hash=" ".join(head[at : at + 4] for at in range(0, 16, 4)),
        )

    def _may_hand_out(self) -> bool:
        code = self._files[self._at].form_code
        return bool(code) and self.frame.desk.may("print", code)

    def _ask_place(self) -> None:
        if not self._may_hand_out():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = Path(str(self._files[self._at].stored.get("name") or "file")).name
        self.place.setText(str(Path(folder) / name))
        self._place_label.show()
        self.place.show()
        self.place.setFocus()
        self.place.selectAll()

    def _hide_place(self) -> None:
        self._place_label.hide()
        self.place.hide()

    def _save(self) -> None:
        target = Path(self.place.text().strip()).expanduser()
        one, desk = self._files[self._at], self.frame.desk

        def run() -> int:
            from thana_desk.actions import record_files

            return record_files.hand_out_file(desk, target, one.record_id, one.sha256)

        def done(_bytes: int) -> None:
            self._hide_place()
            self.view.setFocus()
            self.frame.say(words("preview.kept", path=str(target)), "done")

        self.frame.work.do(run, done, owner=self)
