"""How records stand in lists: their columns, states and colours, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
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


def list_columns(frame: DeskFrame, names: Sequence[str]) -> list[Column]:
    """The columns of a list that says which it shows (`actions.wanted.COLUMNS`)."""
    with_gaps = "gaps" in names
    columns = {
        "form": Column(
            words("wanted.column.form"), 14, lambda one: form_name(frame, one.form_code)
        ),
        "number": Column(
            words("wanted.column.number"),
            17,
            numbered,
            bold=True,
            hatched=lambda line: bool(line.provisional),
        ),
        "at": Column(words("wanted.column.at"), 16, lambda one: when.short(one.registered_at)),
        "due": Column(words("wanted.column.due"), 22, _line_due, _line_due_tone, bold=True),
        "title": Column(words("wanted.column.title"), 42, titled),
        "officer": Column(
            words("wanted.column.officer"), 16, lambda one: reading.first(one.officer)
        ),
        "gaps": Column(words("wanted.column.gaps"), 12, _gaps_of),
        "state": Column(
            words("wanted.column.state"),
            20,
            _state_alone if with_gaps else _state_of,
            lambda one: state_tone(one.sync_state),
        ),
    }
    return [columns[name] for name in names]


def line_columns(frame: DeskFrame, *, with_form: bool, narrow: bool = False) -> list[Column]:
    """The columns of a list of records."""
    number = Column(
        words("list.number"),
        18 if narrow else 17,
        numbered,
        bold=True,
        hatched=lambda line: bool(line.provisional),
    )
    at = Column(words("list.at"), 12 if narrow else 16, lambda one: when.short(one.registered_at))
    title = Column(words("list.title"), 52 if narrow else 42, titled)
    state = Column(
        words("list.state"),
        20,
        _state_of,
        lambda one: state_tone(one.sync_state),
    )
    if narrow:
        return [number, at, title]
    officer = Column(words("list.officer"), 16, lambda one: reading.first(one.officer))
    if with_form:
        form = Column(words("list.form"), 14, lambda one: form_name(frame, one.form_code))
        return [form, number, at, title, officer, state]
    return [number, at, title, officer, state]


def clock_columns(*, narrow: bool = False) -> list[Column]:
    """The columns of a list of statutory clocks; a narrow one names the record by its number."""
    if narrow:
        return [
            Column(words("list.clock_due"), 43, _due, _due_tone, bold=True),
            Column(words("list.clock"), 31, lambda one: reading.first(one.words)),
            Column(words("list.record"), 28, lambda one: one.number or one.title),
        ]
    return [
        Column(words("list.clock_due"), 30, _due, _due_tone, bold=True),
        Column(words("list.clock"), 36, lambda one: reading.first(one.words)),
        Column(words("list.record"), 34, _of_record),
    ]


def _state_of(line: Any) -> str:
    """The deficiency list, then where the record stands; a draft says what it waits for."""
    if line.draft_id:
        status = line.status if line.status in ("approval", "approved", "left") else "begun"
        return reading.first(words(f"wanted.draft.{status}"))
    sync = state_words(line.sync_state)
    return f"{sync.partition(' ')[0]} {_gaps_of(line)}" if line.gaps else sync


def _state_alone(line: Any) -> str:
    return _state_of(line) if line.draft_id else state_words(line.sync_state)


def _gaps_of(line: Any) -> str:
    return reading.first(words("wanted.gaps", count=str(line.gaps))) if line.gaps else "—"


def _line_due(line: Any) -> str:
    return _due(line.due) if line.due is not None else "—"


def _line_due_tone(line: Any) -> str:
    return _due_tone(line.due) if line.due is not None else theme.INK


def _of_record(clock: Any) -> str:
    return f"{clock.number} · {clock.title}" if clock.number else str(clock.title)


def _due(clock: Any) -> str:
    if clock.stopped_at:
        return f"{theme.MARKS['done']} {reading.first(words('list.clock_stopped'))}"
    said, late = when.due(clock.due_at)
    return f"{theme.MARKS['late' if late else 'waiting']} {reading.first(said)}"


def _due_tone(clock: Any) -> str:
    return theme.RED if clock.late and not clock.stopped_at else theme.INK
