"""Stored rows in the words of the desk, as lists show them to a role."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from forms.kit.words import Words
from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.views import ClockLine, Line
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import RecordRow


def line_of(desk: Desk, row: "RecordRow", names: Mapping[str, Words] | None = None) -> Line:
    """A stored row as lists show it to this role; `names` are those of officers read already."""
    envelope = row.envelope
    registrar = envelope.registered_by or ""
    return Line(
        record_id=envelope.record_id,
        form_code=envelope.form,
        number=envelope.number or "",
        title=title_of(desk, row),
        registered_at=envelope.registered_at or "",
        status=envelope.status,
        sync_state=row.sync_state,
        provisional=envelope.provisional,
        sensitive=envelope.sensitive,
        officer=names[registrar] if names is not None else officer_name(desk, registrar),
        gaps=row.gaps,
    )


def title_of(desk: Desk, row: "RecordRow") -> str:
    """The record's title; only that it is covered, where the role may not see it."""
    envelope = row.envelope
    return _covered(desk, envelope.form, envelope.title, envelope.sensitive)


def _covered(desk: Desk, form_code: str, title: str, sensitive: bool) -> str:
    if sensitive and not sees_sealed(desk.session.role, desk.forms.get(form_code)):
        return words("actions.covered").hi
    return title


def clock_line(desk: Desk, row: Any) -> ClockLine:
    """A stored clock in the words of its law."""
    from forms.codes import clock

    late = bool(
        row.clock.due_at and not row.clock.stopped_at and row.clock.due_at < stamp(desk.clock.now())
    )
    return ClockLine(
        row.clock.code,
        clock(row.clock.code).words,
        row.clock.due_at,
        late,
        row.clock.stopped_at,
        row.record_id,
        row.number or "",
        _covered(desk, row.form, row.title, row.sensitive),
    )


def officer_name(desk: Desk, user_id: str) -> Words:
    """The officer's name; the id where the officer is not known on this PC."""
    officer = desk.store.officer(user_id) if user_id else None
    return Words(officer.name_hi, officer.name_en) if officer else Words(user_id, user_id)
