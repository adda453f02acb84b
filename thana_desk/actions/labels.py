"""What a place in a letter is called: the words of its fields, outermost first."""

from collections.abc import Sequence

from forms.kit.fields import Field, Group, Rows
from forms.kit.form import Form
from forms.kit.words import Words


def label_of(form: Form, path: str) -> Words:
    """The words of the field at a dotted path; of a nested one, those of its group before it.

    Rows carry no number: which of the accused it is, their names say.
    """
    found: list[Words] = []
    parts: Sequence[Field] = tuple(form.fields())
    for step in path.split("."):
        if step.isdigit():
            continue
        field = next((one for one in parts if one.key == step), None)
        if field is None:
            break
        found.append(field.words)
        if isinstance(field, Group):
            parts = field.parts
        elif isinstance(field, Rows):
            parts = field.row.parts
    if not found:
        return form.short
    # The first names the person or thing, the last the answer; what lies between says no more.
    ends = [found[0], found[-1]] if len(found) > 1 else found
    return Words(" › ".join(one.hi for one in ends), " › ".join(one.en for one in ends))
