"""Finds and reads the Hindi dictionary of the system, on which the spell check rests.

It is the word list of the Debian package hunspell-hi (GPL-2+), read as data and not shipped with
our own files. Its rules of affixes are empty, so the words alone are all that Hunspell has too.
"""

from collections.abc import Sequence
from pathlib import Path

import resources

NAME = "hi_IN.dic"


def places() -> tuple[Path, ...]:
    """Where the dictionary may lie: put beside the program at build time, or of the system."""
    return (
        resources.path(f"dictionaries/{NAME}"),
        Path("/usr/share/hunspell") / NAME,
        Path("/usr/share/myspell/dicts") / NAME,
    )


def find(among: Sequence[Path] | None = None) -> Path | None:
    """The first dictionary that is there."""
    return next((one for one in (places() if among is None else among) if one.is_file()), None)


def read(file: Path) -> list[str]:
    """The words of a dictionary in Hunspell's form; none where it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    words = (line.partition("/")[0].strip() for line in lines)
    return [word for word in words if word and not word.isascii() and " " not in word]
