"""The record on the screen as a draft: answers, unreadable typing, reasons, steps, saving."""

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from forms.kit.letter import Letter, Path, dotted, is_blank, undotted
from forms.kit.when import IST
from thana_desk.ui.editors.history import History, Moment, Step, below, first_difference
from thana_desk.ui.editors.timer import single_shot

_log = logging.getLogger(__name__)

TYPED = "_typed"
"""The draft's own key for typing that could not be read: `{"accused.1.age": "बीस"}`."""

KEEP_AFTER_MS = 1500
KEEP_AFTER_KEYS = 40
TRY_AGAIN_MS = 5000

Keep = Callable[[Letter, dict[str, str]], str | None]


class Draft(QObject):
    """What stands on the screen, saved soon after it changes.

    `answers` and `unread` are never changed in place: every change puts a new one there, so a
    moment can be remembered without copying. `keep` may return the ISO time of saving; where it
    fails, it is called again until it does not.
    """

    saved = Signal(str)  # the ISO time
    state_changed = Signal()

    def __init__(
        self,
        letter: Mapping[str, Any],
        reasons: dict[str, str],
        keep: Keep | None,
        now: Callable[[], dt.datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.answers: Letter = {}
        self.unread: dict[Path, str] = {}
        self.reasons = reasons
        self.saved_at = ""
        self.failed = False
        self._keep = keep
        self._now = now
        self._dirty = False
        self._keys_since_save = 0
        self._history = History()
        self._before: Moment | None = None
        self.keep_timer = single_shot(self, KEEP_AFTER_MS, self.keep_now)
        self.put(letter)

    def put(self, letter: Mapping[str, Any]) -> None:
        """Begin with these answers; nothing before them can be taken back."""
        self.answers = {key: value for key, value in letter.items() if key != TYPED}
        self.unread = _typing_of(letter)
        self._history = History()
        self._before = None
        self._dirty = False

    def filled(self) -> Letter:
        """The answers that are not blank."""
        return {key: value for key, value in self.answers.items() if not is_blank(value)}

    def letter(self) -> Letter:
        """The answers that are not blank, with the unreadable typing under `_typed`."""
        letter = self.filled()
        if self.unread:
            letter[TYPED] = {dotted(path): text for path, text in self.unread.items()}
        return letter

    def written_reasons(self) -> dict[str, str]:
        """The reasons that say something, by the code of their problem."""
        return {code: text for code, text in self.reasons.items() if text.strip()}

    # -- saving

    @property
    def is_dirty(self) -> bool:
        """Whether something changed since the last saving."""
        return self._dirty

    def touch(self) -> None:
        """Something changed: save after forty keys, or a moment after the first."""
        self._dirty = True
        self._keys_since_save += 1
        if self._keys_since_save >= KEEP_AFTER_KEYS:
            self.keep_now()
        elif self._keep is not None and not self.keep_timer.isActive():
            self.keep_timer.start(KEEP_AFTER_MS)

    def keep_now(self) -> bool:
        """Save if anything changed; False where saving failed and is tried again."""
        self.keep_timer.stop()
        if not self._dirty or self._keep is None:
            return True
        self._keys_since_save = 0
        try:
            saved_at = self._keep(self.letter(), self.written_reasons())
        except Exception as error:
            # Whatever the store says, what was typed stays here and is tried again.
            _log.error("a draft could not be saved: %s", type(error).__name__)
            self.failed = True
            self.keep_timer.start(TRY_AGAIN_MS)
            self.state_changed.emit()
            return False
        self._dirty = self.failed = False
        self.saved_at = saved_at or self._now().astimezone(IST).isoformat(timespec="seconds")
        self.state_changed.emit()
        self.saved.emit(self.saved_at)
        return True

    # -- steps

    def begin_typing(self) -> None:
        """What is typed from now on in this field is one step."""
        self._before = self._moment()

    def end_typing(self) -> None:
        """The field is left: what was typed in it becomes a step."""
        if self._before is not None:
            self._history.add(self._before, self._moment())
            self._before = None

    def step(self, change: Callable[[], None]) -> None:
        """Do `change` as one step."""
        self.end_typing()
        before = self._moment()
        change()
        self._history.add(before, self._moment())
        self.begin_typing()

    def take_back(self) -> Path | None:
        """Take the last step back; the place where it was, or None where there is none."""
        self.end_typing()
        step = self._history.back()
        return None if step is None else self._apply(step, step.before)

    def do_again(self) -> Path | None:
        """Do the step again that was taken back last; its place, or None."""
        self.end_typing()
        step = self._history.forward()
        return None if step is None else self._apply(step, step.after)

    def _apply(self, step: Step, moment: Moment) -> Path:
        keys = step.keys()
        answers = {key: value for key, value in self.answers.items() if key not in keys}
        unread = {path: text for path, text in self.unread.items() if path[0] not in keys}
        for key in keys:
            if key in moment.letter:
                answers[key] = moment.letter[key]
            texts = below(moment.unread, key)
            unread.update({(key, *path): text for path, text in texts.items()})
        self.answers, self.unread = answers, unread
        before, after = step.before.letter.get(keys[0]), step.after.letter.get(keys[0])
        return (keys[0], *first_difference(before, after))

    def _moment(self) -> Moment:
        return Moment(self.answers, self.unread)


def _typing_of(letter: Mapping[str, Any]) -> dict[Path, str]:
    kept = letter.get(TYPED)
    if not isinstance(kept, Mapping):
        return {}
    return {undotted(path): str(text) for path, text in kept.items() if undotted(path)}
