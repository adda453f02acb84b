"""Other records that hold an answer, for rules that must know them; nothing of what is sealed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Elsewhere
from forms.kit.letter import undotted
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.projecting import folded_answer

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk

_MOST = 50
"""Records with the same answer that are looked at."""

_ENOUGH = 5
"""Records that are told: a rule asks whether there is one, a hint names a few."""


def elsewhere(
    desk: "Desk", form_code: str, key: str, value: str, *, without: str = ""
) -> tuple[Elsewhere, ...]:
    """The registered records of a form that answer the indexed field `key` with `value`.

    Raises:
        ValueError: the form has no such field, or it is in no index.
    """
    form = desk.forms.get(form_code)
    part = _field(tuple(form.fields()), key) if form else None
    if part is None or part.index is None:
        raise ValueError(f"{form_code}.{key} is in no index")
    folded = folded_answer(part.index, value.strip())
    if not folded:
        return ()
    found: dict[str, Elsewhere] = {}
    with desk.store.reading():  # one look at the store, however many records are opened
        for record_id, row in desk.store.index_matches(str(part.index.value), folded, _MOST):
            at = ".".join(step for step in undotted(row.path) if isinstance(step, str))
            if row.folded != folded or at != key or record_id in (without, *found):
                continue
            record = desk.store.record(record_id)
            if record is None or record.envelope.form != form_code:
                continue
            envelope = record.envelope
            if not desk.may("read", form_code) or (
                envelope.sensitive and not sees_sealed(desk.session.role, form)
            ):
                found[record_id] = Elsewhere(form=form_code, sealed=True)
            else:
                found[record_id] = Elsewhere(
                    record_id, form_code, envelope.number or "", dict(record.letter)
                )
            if len(found) == _ENOUGH:
                break
    return tuple(found.values())


def _field(parts: Sequence[Field], key: str) -> Field | None:
    for at, part in _fields(parts, ""):
        if at == key:
            return part
    return None


def _fields(parts: Sequence[Field], above: str) -> Iterator[tuple[str, Field]]:
    for part in parts:
        at = f"{above}{part.key}"
        yield at, part
        if isinstance(part, Group):
            yield from _fields(part.parts, f"{at}.")
        elif isinstance(part, Rows):
            yield from _fields(part.row.parts, f"{at}.")
