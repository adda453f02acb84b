"""Bring a file into a form's field: from the camera, the scanner or the disk; and show it small."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QFileDialog, QLineEdit

from forms.kit.fields import Attachment
from thana_desk.texts import words
from thana_desk.ui.file_box import CAMERA, DISK, ask_where
from thana_desk.ui.reading import reading
from thana_desk.ui.typing import keep_latin

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_ENDINGS = {
    "image/jpeg": "*.jpg *.jpeg",
    "image/png": "*.png",
    "application/pdf": "*.pdf",
}

_last_folder: list[str] = []
"""Where the last file was taken from: the next photo of the same camera lies there too."""


def pick_file(frame: DeskFrame, asked: Attachment) -> dict[str, Any] | None:
    """Ask for a file and keep it; what the field stores, or None where none was taken."""
    where = ask_where(frame, asked)
    if where == CAMERA:
        return _photograph(frame, asked)
    if where == DISK:
        name = ask_file(frame, asked)
        where = Path(name) if name else None
    return _keep(frame, where, asked) if isinstance(where, Path) else None


def _photograph(frame: DeskFrame, asked: Attachment) -> dict[str, Any] | None:
    from thana_desk.ui.capture import take_photograph

    taken = take_photograph(frame, asked)
    if taken is None:
        return None
    desk = frame.desk
    name = f"photo-{desk.clock.now():%Y%m%d-%H%M%S}.jpg"

    def run() -> dict[str, Any]:
        from thana_desk.actions.attachments import keep_bytes

        return keep_bytes(desk, name, taken.jpeg(), asked, taken.caption())

    return _waited_for(frame, run)


def _keep(frame: DeskFrame, path: Path, asked: Attachment) -> dict[str, Any] | None:
    desk = frame.desk

    def run() -> dict[str, Any]:
        from thana_desk.actions.attachments import keep_file

        return keep_file(desk, path, asked)

    return _waited_for(frame, run)


def _waited_for(frame: DeskFrame, job: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
    """What the job made beside the window; keys pressed meanwhile are served after it."""
    loop = QEventLoop()
    made: list[dict[str, Any]] = []

    def done(stored: dict[str, Any]) -> None:
        made.append(stored)
        loop.quit()

    def refused(error: Any) -> None:
        frame.say(error.words, "wrong")
        loop.quit()

    frame.work.broke.connect(loop.quit)
    frame.work.do(job, done, refused=refused)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    frame.work.broke.disconnect(loop.quit)
    return made[0] if made else None


def ask_file(frame: DeskFrame, asked: Attachment) -> str:
    """Ask for a file on a disk; its path, empty where none was chosen."""
    dialog = QFileDialog(frame, reading.both(asked.words))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    endings = " ".join(_ENDINGS[mime] for mime in asked.mimes if mime in _ENDINGS)
    dialog.setNameFilter(f"{reading.first(words('frame.file.kinds'))} ({endings})")
    # Qt has no Hindi of its own: every word of the dialog is given to it.
    for label, key in (
        (QFileDialog.DialogLabel.Accept, "frame.file.take"),
        (QFileDialog.DialogLabel.Reject, "frame.file.leave"),
        (QFileDialog.DialogLabel.LookIn, "frame.file.where"),
        (QFileDialog.DialogLabel.FileName, "frame.file.name"),
        (QFileDialog.DialogLabel.FileType, "frame.file.type"),
    ):
        dialog.setLabelText(label, reading.first(words(key)))
    # Names side by side: the table of details has English headings and is wider than the dialog.
    dialog.setViewMode(QFileDialog.ViewMode.List)
    # A path is typed as it is spelt on the disk, whatever the desk types its Hindi with.
    keep_latin(*dialog.findChildren(QLineEdit))
    if _last_folder and Path(_last_folder[0]).is_dir():
        dialog.setDirectory(_last_folder[0])
    chosen = dialog.selectedFiles() if dialog.exec() else []
    if not chosen:
        return ""
    _last_folder[:] = [str(Path(chosen[0]).parent)]
    return chosen[0]


def picture(frame: DeskFrame, stored: Mapping[str, Any]) -> bytes | None:
    """A kept file as a small picture; None where there is none to show."""
    from thana_desk.actions.attachments import small_picture
    from thana_desk.actions.errors import Refused

    try:
        return small_picture(frame.desk, stored)
    except Refused:
        return None
