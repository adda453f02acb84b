"""Which answers a role may not see in a sensitive record (BNS 72, POCSO 23, JJ Act 74)."""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.codes import sees
from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form
from forms.kit.letter import Letter, is_blank

MASK = "●●●"


def sees_sealed(role: str, form: Form | None) -> bool:
    """Whether the role may read what is sealed in sensitive records of this form.

    Of a form that this program does not know, nobody sees anything.
    """
    return form is not None and sees(role, form.seal)


def masked(form: Form, letter: Letter) -> Letter:
    """The letter with every sealed answer, and every long text, covered.

    Narratives are covered too: they name people in free words that no rule can find.
    """
    return _masked(tuple(form.fields()), letter)


def _masked(parts: Sequence[Field], answers: Mapping[str, Any]) -> Letter:
    from forms.kit.fields import LongText

    covered: Letter = {}
    for part in parts:
        value = answers.get(part.key)
        if is_blank(value):
            continue
        if isinstance(part, Group) and isinstance(value, Mapping):
            covered[part.key] = _masked(part.parts, value)
        elif isinstance(part, Rows) and isinstance(value, list):
            covered[part.key] = [
                _masked(part.row.parts, row) if isinstance(row, Mapping) else row for row in value
            ]
        elif part.sealed or isinstance(part, LongText):
            covered[part.key] = MASK if isinstance(value, str) else None
        else:
            covered[part.key] = value
    return {key: value for key, value in covered.items() if value is not None}
