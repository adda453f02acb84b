"""Choose a file for a form's field, and show a picture that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QLineEdit

from forms.kit.fields import Attachment
from thana_desk.texts import words
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
    from thana_desk.actions.attachments import keep_file
    from thana_desk.actions.errors import Refused

    name = _ask(frame, asked)
    if not name:
        return None
    try:
        return keep_file(frame.desk, Path(name), asked)
    except Refused as refused:
        frame.say(refused.words, "wrong")
        return None


def _ask(frame: DeskFrame, asked: Attachment) -> str:
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
    """The bytes of a kept picture; None for anything else."""
    if not str(stored.get("mime", "")).startswith("image/"):
        return None
    from thana_desk.actions.attachments import kept_bytes

    return kept_bytes(frame.desk, stored)
