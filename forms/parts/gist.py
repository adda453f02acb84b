"""How a diary entry or a list names a person, a place or a day in a few words."""

from collections.abc import Mapping, Sequence

from forms.kit.fields import Choices
from forms.kit.letter import Letter, rows
from forms.parts.age import day_of


def name_in(value: object, otherwise: str = "अज्ञात") -> str:
    """The name in a person or officer group."""
    name = value.get("name") if isinstance(value, Mapping) else None
    return str(name).strip() if name else otherwise


def names_in(letter: Letter, key: str, otherwise: str = "अज्ञात") -> str:
    """The first name of a repeating group, and how many there are."""
    found = [name_in(row) for row in rows(letter, key)]
    if not found:
        return otherwise
    return found[0] + (f" आदि {len(found)}" if len(found) > 1 else "")


def place_in(value: object, otherwise: str = "") -> str:
    """Village or town with the landmark, as one says it."""
    if not isinstance(value, Mapping):
        return otherwise
    told: Sequence[object] = [value.get(key) for key in ("landmark", "village_town")]
    return ", ".join(str(one) for one in told if one) or otherwise


def meaning(choices: Choices, code: object) -> str:
    """What a chosen code means in Hindi; '' where it is none of the list."""
    words = choices.words_of(code) if isinstance(code, str) else None
    return words.hi if words else ""


def meanings(choices: Choices, codes: object) -> str:
    """What several chosen codes mean in Hindi, with commas."""
    chosen = codes if isinstance(codes, list) else []
    return ", ".join(filter(None, (meaning(choices, code) for code in chosen)))


def read_day(value: object) -> str:
    """`22-11-2026`; '' where there is no day."""
    day = day_of(value)
    return f"{day:%d-%m-%Y}" if day else ""
