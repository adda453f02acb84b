"""The phrase book as the long texts of one page ask for it: read beside the window, once a case."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from forms.parts.lists import DutyForms
from thana_desk.texts import words
from thana_desk.ui.editors.editor import SetPhrase
from thana_desk.ui.editors.long_text import Prose
from thana_desk.ui.reading import reading
from thana_desk.ui.text_field import chosen_text

if TYPE_CHECKING:
    from thana_desk.ui.form_view import FormView
    from thana_desk.ui.frame import DeskFrame


class PhraseBook:
    """Gives the phrases of a form that letters may mean.

    The book and the papers of the case are read when the page comes to the front, or a long text
    is come to after another case was chosen, never on the window's thread: a letter typed
    meanwhile is not held up, and a `/` that stands there gets its list when the book is there.
    """

    def __init__(
        self, frame: DeskFrame, page: QWidget, form_code: str, case_id: str | None
    ) -> None:
        self._frame = frame
        self._page = page
        self._form = form_code
        self._case = case_id
        self._read: dict[str | None, tuple[Sequence[Any], Sequence[Any]]] = {}
        self._asked: set[str | None] = set()

    def find(self, typed: str, answers: Mapping[str, Any]) -> Sequence[SetPhrase]:
        """The phrases that fit, likeliest first; none while the book is still being read."""
        from thana_desk.actions import phrases

        case = self._case or phrases.referred(dict(answers))
        if case not in self._read:
            self._ask(case)
            return ()
        known, papers = self._read[case]
        kind = str(answers.get("gd_type") or "") if self._form == "gd" else ""
        return [
            SetPhrase(
                f"/{one.code} · {reading.first(one.words)}",
                functools.partial(self._filled, one.text, dict(answers), papers),
            )
            for one in phrases.fitting(known, typed, form=self._form, gd_type=kind)
        ]

    def read_again(self, answers: Mapping[str, Any]) -> None:
        """Read the book anew, so that it is there before somebody asks."""
        self._read.clear()
        self._asked.clear()
        self.find("", answers)

    def _filled(self, text: str, answers: dict[str, Any], papers: Sequence[Any]) -> str:
        from thana_desk.actions import phrases

        return phrases.filled(text, phrases.values(self._frame.desk, self._form, answers, papers))

    def _ask(self, case: str | None) -> None:
        if case in self._asked:
            return
        self._asked.add(case)
        desk = self._frame.desk

        def read() -> tuple[Sequence[Any], Sequence[Any]]:
            from thana_desk.actions import phrases
            from thana_desk.actions.errors import Refused

            known = phrases.phrases(desk)
            phrases.fitting(
                known, "bandi"
            )  # how every name sounds is worked out here, not at a key
            try:
                return known, phrases.papers_of(desk, case)
            except Refused:
                return known, ()

        def took(found: tuple[Sequence[Any], Sequence[Any]]) -> None:
            self._read[case] = found
            field = QApplication.focusWidget()
            if (
                isinstance(field, Prose)
                and field.phrases is not None
                and self._page.isAncestorOf(field)
            ):
                field.phrases.look()

        self._frame.work.do(read, took, owner=self._page, refused=lambda error: None)


def phrase_of_selection(frame: DeskFrame, view: FormView) -> dict[str, Any] | None:
    """The answers of a phrase with the text selected in a long field, or None with a word why not."""
    from thana_desk.actions import phrases

    field = QApplication.focusWidget()
    if not frame.desk.may("register", phrases.FORM):
        frame.say(words("phrases.may_not"))
        return None
    if not isinstance(field, Prose) or not field.textCursor().hasSelection():
        frame.say(words("phrases.select_first"))
        return None
    code, kind = view.form.code, view.answers().get("gd_type")
    made: dict[str, Any] = {"text": phrases.as_phrase(chosen_text(field))}
    if code in DutyForms().options():
        made["forms"] = [code]
    return {**made, "gd_types": [kind]} if code == "gd" and kind else made
