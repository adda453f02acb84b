"""The phrase book as a form's long texts ask for it: read once a form, filled when a phrase is taken."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from thana_desk.ui.editors.editor import SetPhrase
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame


def phrase_book(
    frame: DeskFrame, form_code: str, parent_id: str | None
) -> Callable[[str, Mapping[str, Any]], Sequence[SetPhrase]]:
    """Gives the phrases of this form that letters may mean; the book is read when first asked."""
    known: list[Any] = []

    def find(typed: str, answers: Mapping[str, Any]) -> Sequence[SetPhrase]:
        from thana_desk.actions import phrases
        from thana_desk.actions.errors import Refused

        def text(one: Any) -> str:
            try:
                values = phrases.values(frame.desk, form_code, dict(answers), parent_id)
            except Refused:
                values = {}
            return phrases.filled(one.text, values)

        try:
            known[:] = known or phrases.phrases(frame.desk)
        except Refused:
            return ()
        kind = str(answers.get("gd_type") or "") if form_code == "gd" else ""
        return [
            SetPhrase(f"/{one.code} · {reading.first(one.words)}", functools.partial(text, one))
            for one in phrases.fitting(known, typed, form=form_code, gd_type=kind)
        ]

    return find
