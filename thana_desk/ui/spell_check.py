"""The words of the spell check as the long texts of one page ask for them, read beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from thana_desk.ui.editors.long_text import Prose

if TYPE_CHECKING:
    from thana_desk.hindi.spelling import Spelling, Unknown
    from thana_desk.ui.frame import DeskFrame


class SpellCheck:
    """Knows the words of the program, the dictionary, this officer and the form's own answers.

    Nothing is read before the keyboard is in a long text; where there is no dictionary nothing is
    ever unknown.
    """

    def __init__(
        self, frame: DeskFrame, page: QWidget, answers: Callable[[], Mapping[str, Any]]
    ) -> None:
        self._frame = frame
        self._page = page
        self._answers = answers
        self._is_asked = False
        self._spelling: Spelling | None = None
        self._trusted: set[str] = set()
        self._names: frozenset[str] = frozenset()

    def prepare(self) -> None:
        """Fetch the words once, and the names in the form each time."""
        from thana_desk.actions import spelling

        self._names = spelling.words_of_answers(self._answers())
        if self._is_asked:
            return
        self._is_asked = True
        desk = self._frame.desk

        def read() -> tuple[Spelling | None, frozenset[str]]:
            return spelling.spelling(), spelling.trusted(desk)

        self._frame.work.do(read, self._took, owner=self._page, refused=lambda error: None)

    def unknown(self, text: str) -> Sequence[Unknown] | None:
        """The unknown words of a paragraph."""
        if self._spelling is None:
            return None
        return list(self._spelling.unknown(text, self._trusted | self._names))

    def suggest(self, word: str) -> Sequence[str]:
        """What may have been meant."""
        return self._spelling.suggest(word) if self._spelling is not None else ()

    def add(self, word: str) -> None:
        """Know the word here at once, and keep it among the officer's words."""
        from thana_desk.actions import spelling
        from thana_desk.hindi.spelling import plain

        desk = self._frame.desk
        self._trusted.add(plain(word))
        self._frame.work.do(lambda: spelling.add(desk, word), lambda _none: None, owner=self._page)

    def _took(self, found: tuple[Spelling | None, frozenset[str]]) -> None:
        self._spelling, trusted = found
        self._trusted |= trusted
        field = QApplication.focusWidget()
        if isinstance(field, Prose) and field.spell is not None and self._page.isAncestorOf(field):
            field.spell.look_again()
