"""A person taken over from another record: only the parts that every person has."""

from collections.abc import Mapping

from forms.kit.letter import Letter
from forms.parts.person import person_parts


def person_only(row: Mapping[str, object]) -> Letter:
    """The person without what its own record asks beside it (an injury, an opinion)."""
    known = {part.key for part in person_parts()}
    return {key: value for key, value in row.items() if key in known}


def persons_only(values: object) -> list[Letter]:
    """The persons of a repeating group; none where there is no such group."""
    found = values if isinstance(values, list) else []
    return [person_only(row) for row in found if isinstance(row, Mapping)]
