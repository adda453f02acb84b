"""The program's log file, which says what happened and where, and never about whom.

A line holds the message as written in the source, without the values meant for it; of an error it
holds the kind and the places in the program, without its text. Numbers and codes that are safe
travel in `extra`: code, seq, count, form, ms.
"""

import logging
import re
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from logging.handlers import RotatingFileHandler
from pathlib import Path

INDIA = timezone(timedelta(hours=5, minutes=30))

_FACTS = ("code", "seq", "count", "form", "ms")
_SAFE_WORD = re.compile(r"[a-z0-9_.-]{1,40}")
_BYTES_EACH, _FILES = 2 * 2**20, 20


class SilentFormatter(logging.Formatter):
    """Formats a record without its parameters and without the texts of errors."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, INDIA)
        local = moment.isoformat(timespec="milliseconds")
        world = moment.astimezone(UTC).strftime("%H:%M:%SZ")
        template = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        parts = [local, world, record.levelname, record.name, template.replace("\n", " ")]
        parts += [f"{name}={value}" for name, value in _facts(record)]
        line = " ".join(parts)
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + "\n".join(_places(record.exc_info[1]))
        return line


def install_log(folder: Path, level: int = logging.INFO) -> Path:
    """Send the whole program's log to a rotating file in `folder`; done once, however often called.

    Unhandled errors go there too. Returns the file.
    """
    path = folder / "thana-desk.log"
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, _DeskLog):
            return Path(handler.baseFilename)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _DeskLog(
        path, maxBytes=_BYTES_EACH, backupCount=_FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(SilentFormatter())
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(True)
    sys.excepthook = _note_unhandled
    return path


def remove_log() -> None:
    """Take the log file out again: for the end of the program and for tests."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _DeskLog)]:
        root.removeHandler(handler)
        with suppress(OSError, ValueError):  # a full disk may refuse the last lines
            handler.close()
    logging.captureWarnings(False)
    if sys.excepthook is _note_unhandled:
        sys.excepthook = sys.__excepthook__


class _DeskLog(RotatingFileHandler):
    """Our one file handler; its type tells that the log is installed."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 — logging's name
        """A log that cannot be written (full disk) must never stop the work, nor print the record."""


def _note_unhandled(kind: type[BaseException], error: BaseException, places: object) -> None:
    logging.getLogger("thana_desk").critical("unhandled error", exc_info=error)


def _facts(record: logging.LogRecord) -> list[tuple[str, str]]:
    facts = []
    for name in _FACTS:
        value = getattr(record, name, None)
        if isinstance(value, bool | int) or (
            isinstance(value, str) and _SAFE_WORD.fullmatch(value)
        ):
            facts.append((name, str(value)))
    return facts


def _places(error: BaseException) -> list[str]:
    lines = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        code = getattr(link, "code", None)
        known = f" code={code}" if isinstance(code, str) and _SAFE_WORD.fullmatch(code) else ""
        lines.append(f"  {type(link).__module__}.{type(link).__name__}{known}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"    {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return lines
