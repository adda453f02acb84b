"""How records stand in lists: their columns, states and colours, the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thana_desk.texts import words
from thana_desk.ui import theme, when
from thana_desk.ui.lists import Column
from thana_desk.ui.reading import reading

if TYPE_CHECKING:
    from thana_desk.ui.frame import DeskFrame

_STATE_MARKS = {"waiting": "○", "sent": "◐", "acknowledged": "✓", "parked": "■"}
_STATE_TONES = {"acknowledged": theme.GREEN, "parked": theme.RED}


def state_words(state: str) -> str:
    """A sync state as shape and word: `✓ डेटा केन्द्र से प्राप्ति`."""
    if state not in _STATE_MARKS:
        return ""
    return f"{_STATE_MARKS[state]} {reading.first(words(f'state.{state}'))}"


def state_tone(state: str) -> str:
    """Green for a receipt, red for what the data centre set aside, else plain."""
    return _STATE_TONES.get(state, theme.INK)


def numbered(line: Any) -> str:
    """The legal number, marked where it is not final yet."""
    if getattr(line, "provisional", False):
        return f"{line.number or '—'} {reading.first(words('state.provisional'))}"
    return str(line.number or "—")


def titled(line: Any) -> str:
    """What the record is about; a sensitive one carries its word."""
    if getattr(line, "sensitive", False):
        return f"◆ {reading.first(words('state.sensitive'))} · {line.title}"
    return str(line.title)


def form_name(frame: DeskFrame, code: str) -> str:
    """A form's short name."""
    form = frame.desk.forms.get(code)
    return reading.first(form.short) if form else code


def line_columns(frame: DeskFrame, *, with_form: bool, narrow: bool = False) -> list[Column]:
    """The columns of a list of records."""
    number = Column(
        words("list.number"),
        18 if narrow else 17,
        numbered,
        bold=True,
        hatched=lambda line: bool(line.provisional),
    )
    at = Column(words("list.at"), 12 if narrow else 14, lambda one: when.short(one.registered_at))
    title = Column(words("list.title"), 52 if narrow else 44, titled)
    state = Column(
        words("list.state"),
        20,
        lambda one: state_words(one.sync_state),
        lambda one: state_tone(one.sync_state),
    )
    if narrow:
        return [number, at, title]
    officer = Column(words("list.officer"), 16, lambda one: reading.first(one.officer))
    if with_form:
        form = Column(words("list.form"), 14, lambda one: form_name(frame, one.form_code))
        return [form, number, at, title, officer, state]
    return [number, at, title, officer, state]


def clock_columns() -> list[Column]:
    """The columns of a list of statutory clocks."""
    return [
        Column(words("list.clock_due"), 30, _due, _due_tone, bold=True),
        Column(words("list.clock"), 36, lambda one: reading.first(one.words)),
        Column(words("list.record"), 34, _of_record),
    ]


def _of_record(clock: Any) -> str:
    return f"{clock.number} · {clock.title}" if clock.number else str(clock.title)


def _due(clock: Any) -> str:
    if clock.stopped_at:
        return f"{theme.MARKS['done']} {reading.first(words('list.clock_stopped'))}"
    said, late = when.due(clock.due_at)
    return f"{theme.MARKS['late' if late else 'waiting']} {reading.first(said)}"


def _due_tone(clock: Any) -> str:
    return theme.RED if clock.late and not clock.stopped_at else theme.INK
