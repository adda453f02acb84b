"""Pictures of every screen, for the eyes of those who improve it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from thana_desk.ui.main_window import HEIGHT, WIDTH, MainWindow
from thana_desk.ui.places import desk_of
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk
    from thana_desk.ui.frame import DeskFrame

ROLES = ("moharir", "io", "operator", "pairokar", "sho")
SETS = (("hi", 100), ("en", 100), ("hi", 150))
"""Language first and text size of each set of pictures."""

_SETTLE = 60.0


def draw_all(out: Path, home: Path, sign_in: Callable[[str], Desk]) -> list[Path]:
    """Draw every set; a picture is named by its set: `hi-100-login.png`, `en-100-…`, `hi-150-…`."""
    from thana_desk.ui.start import application

    reading.load(None)
    found: list[Path] = []
    for lang, size in SETS:
        reading.choose(lang=lang, size=size)
        application()
        out.mkdir(parents=True, exist_ok=True)
        named = _Named(out, f"{lang}-{size}")
        found.extend(_entries(named, home))
        for role in ROLES:
            found.extend(_desk(named, home, role, sign_in(role)))
    reading.choose(lang="hi", size=100)
    application()
    return found


class _Named:
    """The place for the pictures of one set."""

    def __init__(self, out: Path, name: str) -> None:
        self.out = out
        self._name = name

    def __truediv__(self, file: str) -> Path:
        return self.out / f"{self._name}-{file}"


def _entries(folder: _Named, home: Path) -> Iterator[Path]:
    window = _window(home)
    yield _taken(window, folder / "login.png")
    window.close()
    empty = folder.out / ".empty"
    empty.mkdir(exist_ok=True)
    window = _window(empty)
    yield _taken(window, folder / "first-start.png")
    window.close()
    empty.rmdir()


def _desk(folder: _Named, home: Path, role: str, desk: Desk) -> Iterator[Path]:
    window = _window(home)
    window.take_desk(desk)
    frame = window.frame
    if frame is None:
        return
    for place in desk_of(role):
        frame.go(place.key)
        yield _taken(window, folder / f"{role}-{place.key}.png")
    yield from _opened(window, frame, folder, role)
    window.lock()
    yield _taken(window, folder / f"{role}-lock.png")
    window.close()


def _opened(window: MainWindow, frame: DeskFrame, folder: _Named, role: str) -> Iterator[Path]:
    """Screens that lie behind others: the box, settings, help, a new form, a record, its paper."""
    from thana_desk.ui.pages.record import RecordPage
    from thana_desk.ui.pages.records import RecordsPage

    frame.go("today")
    window.work.settle(_SETTLE)
    frame.go_to()
    yield _taken(window, folder / f"{role}-go-to.png")
    frame.back()
    for place in ("settings", "help"):
        frame.open_place(place)
        yield _taken(window, folder / f"{role}-{place}.png")
    if desk_may(frame, "register", "gd"):
        frame.new_diary_entry()
        yield _taken(window, folder / f"{role}-new-entry.png")
    if desk_may(frame, "draft", "iif_1"):
        from thana_desk.ui.pages.form import open_new

        open_new(frame, "iif_1")
        yield _taken(window, folder / f"{role}-form.png")
    frame.go("records" if role != "moharir" else "fir")
    window.work.settle(_SETTLE)
    page = frame.page()
    line = page.model.row_at(0) if isinstance(page, RecordsPage) else None
    if line is not None:
        record = RecordPage(frame, line.record_id)
        frame.open(record)
        yield _taken(window, folder / f"{role}-record.png")
        record.print_paper()
        yield _taken(window, folder / f"{role}-preview.png")


def desk_may(frame: DeskFrame, act: str, form_code: str) -> bool:
    """Whether the form is there and the role may."""
    return form_code in frame.desk.forms and frame.desk.may(act, form_code)


def _window(home: Path) -> MainWindow:
    window = MainWindow(home)
    window.resize(WIDTH, HEIGHT)
    window.show()
    return window


def _taken(window: MainWindow, file: Path) -> Path:
    window.work.settle(_SETTLE)
    for _turn in range(3):
        QApplication.processEvents()
    window.grab().save(str(file))
    return file
