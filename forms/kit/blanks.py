"""Blanks in a long text: what a set phrase leaves for the writer stands in it as `[स्थान …]`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from forms.kit.fields import Field, Group, LongText, Rows
from forms.kit.letter import Path
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words

BLANK = re.compile(r"\[[^\[\]\n]{1,60} …\]")
"""A blank as it stands in a text; the dots tell it from what somebody wrote in brackets himself."""

LEFT = "blank.left"


def blank(name: str) -> str:
    """The mark of a place that is still to be written."""
    return f"[{' '.join(re.sub(r'[][…]', ' ', name).split())} …]"


def blanks_in(text: str) -> list[tuple[int, int]]:
    """Where blanks stand in `text`, as beginnings and ends in code points."""
    return [match.span() for match in BLANK.finditer(text)]


def left_blanks(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path = ()
) -> Iterator[Problem]:
    """A blank that was left in a long text; it may stand only with a written reason.

    A reason and no gap: a diary entry cannot be filled later, so it would be missing for ever.
    """
    for part in parts:
        value = answers.get(part.key)
        here = (*path, part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            yield from left_blanks(part.parts, value, here)
        elif isinstance(part, Rows) and isinstance(value, list):
            for number, row in enumerate(value):
                if isinstance(row, Mapping):
                    yield from left_blanks(part.row.parts, row, (*here, number))
        elif isinstance(part, LongText) and isinstance(value, str):
            found = BLANK.findall(value)
            if found:
                yield _left(part, here, found)


def _left(part: LongText, path: Path, found: Sequence[str]) -> Problem:
    more = f" +{len(found) - 1}" if len(found) > 1 else ""
    return Problem(
        path,
        LEFT,
        Words(
            f"{part.words.hi}: {found[0]}{more} — यह खाली स्थान भरा नहीं गया। भरें या हटा दें; "
            "छोड़ना हो तो कारण लिखें।",
            f"{part.words.en}: {found[0]}{more} was not filled in. Fill it or take it out; "
            "to leave it, write the reason.",
        ),
        Weight.REASON,
    )
