"""How this window is read: which language stands first, text size, numerals, idle minutes."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from forms.kit.words import Words

SIZES = (100, 115, 130, 150)
"""Text sizes on offer, in per cent."""

NUMERALS = ("latin", "devanagari")
LOCK_MINUTES = (1, 2, 5, 10, 15, 30)

_DEVANAGARI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")


class Reading(QObject):
    """The reader's choices; widgets that show words listen to `changed`.

    `lang` is the language that stands first (`"hi"` or `"en"`), the other stands beside it.
    The choices belong to the PC, since they are needed before anybody signs in; the text size
    follows the officer besides (`actions.eyes`).
    """

    changed = Signal()
    LARGEST = SIZES[-1]

    def __init__(self) -> None:
        super().__init__()
        self.lang = "hi"
        self.size = 100
        self.numerals = "latin"
        self.lock_minutes = 5
        self.scan_folder = ""
        self._file: Path | None = None

    def load(self, file: Path | None) -> None:
        """Read the choices kept in `file` and keep later ones there; None keeps nothing."""
        self._file = file
        if file is not None and file.is_file():
            kept = QSettings(str(file), QSettings.Format.IniFormat)
            self.lang = _one_of(str(kept.value("lang", "hi")), ("hi", "en"), "hi")
            self.numerals = _one_of(str(kept.value("numerals", "latin")), NUMERALS, "latin")
            self.scan_folder = str(kept.value("scan_folder", ""))
            self.size = size_like(str(kept.value("size", "100")))
            self.lock_minutes = int(
                _one_of(str(kept.value("lock_minutes", "5")), _texts(LOCK_MINUTES), "5")
            )
        self.changed.emit()

    def choose(
        self,
        *,
        lang: str | None = None,
        size: int | None = None,
        numerals: str | None = None,
        lock_minutes: int | None = None,
        scan_folder: str | None = None,
    ) -> None:
        """Take what is given, keep it and tell every listener."""
        self.lang = lang or self.lang
        self.size = size or self.size
        self.numerals = numerals or self.numerals
        self.lock_minutes = lock_minutes or self.lock_minutes
        if scan_folder is not None:
            self.scan_folder = scan_folder
        if self._file is not None:
            kept = QSettings(str(self._file), QSettings.Format.IniFormat)
            kept.setValue("lang", self.lang)
            kept.setValue("size", self.size)
            kept.setValue("numerals", self.numerals)
            kept.setValue("lock_minutes", self.lock_minutes)
            kept.setValue("scan_folder", self.scan_folder)
        self.changed.emit()

    def flip(self) -> None:
        """The other language first."""
        self.choose(lang="en" if self.lang == "hi" else "hi")

    def larger(self, steps: int) -> None:
        """Text size up or down by `steps` of `SIZES`."""
        place = SIZES.index(self.size) + steps
        self.choose(size=SIZES[min(max(place, 0), len(SIZES) - 1)])

    def usual_size(self) -> None:
        """The size that a new reader begins with."""
        self.choose(size=SIZES[0])

    def first(self, words: Words) -> str:
        """The phrase in the language that stands first."""
        return self.digits(words.in_language(self.lang))

    def second(self, words: Words) -> str:
        """The phrase in the other language; empty where both are the same."""
        other = words.in_language("en" if self.lang == "hi" else "hi")
        return "" if other == words.in_language(self.lang) else self.digits(other)

    def both(self, words: Words) -> str:
        """Both in one plain line, for accessible names and tool tips."""
        second = self.second(words)
        return f"{self.first(words)} · {second}" if second else self.first(words)

    def digits(self, text: str) -> str:
        """`text` with the reader's numerals."""
        return text.translate(_DEVANAGARI_DIGITS) if self.numerals == "devanagari" else text


def size_like(kept: str | int) -> int:
    """The size on offer that is nearest to one kept, which an older program may have offered."""
    try:
        wanted = int(kept)
    except ValueError:
        return SIZES[0]
    return min(SIZES, key=lambda size: (abs(size - wanted), -size))


def _one_of(value: str, allowed: tuple[str, ...], otherwise: str) -> str:
    return value if value in allowed else otherwise


def _texts(numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(str(number) for number in numbers)


reading = Reading()
"""The one reader of this process: a window has one pair of eyes before it."""
