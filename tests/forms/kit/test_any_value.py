"""Ten thousand values of any shape for each kind of field: a message or a faithful round trip."""

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from forms.kit.check import check, settled
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Decimal,
    Field,
    Group,
    Line,
    LongText,
    Money,
    MultiChoice,
    Number,
    Reference,
    Rows,
    Time,
    YesNo,
)
from forms.kit.form import Facts, Form, Section
from forms.kit.letter import is_blank
from forms.kit.when import IST
from forms.kit.words import Words
from forms.parts.lists import Fixed
from sync.protocol.canonical import canonical

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
VALUES = 10_000
W = Words("खाना", "Field")
LIST = Fixed("LIST", (("A", Words("क", "a")), ("B", Words("ख", "b"))))
KINDS: dict[str, Callable[[], Field]] = {
    "line": lambda: Line("x", W),
    "pattern": lambda: Line("x", W, pattern="[0-9]{10}"),
    "long_text": lambda: LongText("x", W),
    "number": lambda: Number("x", W, least=0, most=99),
    "decimal": lambda: Decimal("x", W, least="0"),
    "money": lambda: Money("x", W),
    "date": lambda: Date("x", W),
    "time": lambda: Time("x", W),
    "date_time": lambda: DateTime("x", W),
    "choice": lambda: Choice("x", W, choices=LIST),
    "multi_choice": lambda: MultiChoice("x", W, choices=LIST),
    "yes_no": lambda: YesNo("x", W),
    "reference": lambda: Reference("x", W, form="gd"),
    "attachment": lambda: Attachment("x", W),
    "group": lambda: Group("x", W, parts=(Line("name", W), Number("age", W))),
    "rows": lambda: Rows("x", W, row=Group("r", W, parts=(Line("name", W), Date("on", W)))),
}
PIECES = [
    "राम कुमार", "क्ष्", "\u200d", "़", "ि", "😀", "اردو", "2026-11-23", "2026-11-23T09:00", "23:59",
    "2026-02-30", "0", "-1", "1e9", "12.5", "१२", "٣", "A", "B", "true", " ", "\n", "\t", "\x00", "\x1b",
    "\u202e", "{}", "<b>", "%s", "'; --", "\ud800", "9" * 400, "अ" * 5_000, "9999900000",
]  # fmt: skip


RIGHT: dict[str, list[Any]] = {
    "line": ["राम"],
    "pattern": ["9999900000"],
    "long_text": ["रपट\nदूसरी पंक्ति"],
    "number": [7],
    "decimal": ["2.5"],
    "money": ["45000"],
    "date": ["2026-11-22"],
    "time": ["09:40"],
    "date_time": ["2026-11-22T09:40"],
    "choice": ["A", "B"],
    "multi_choice": [["A"], ["B", "A"]],
    "yes_no": [True, False],
    "reference": [{"record_id": "r1", "form": "gd", "number": "001", "title": "x"}],
    "attachment": [{"sha256": "a" * 64, "name": "x", "mime": "image/png", "size": 9}],
    "group": [{"name": "राम", "age": 4}, {"name": "राम"}],
    "rows": [[{"name": "राम"}], [{"name": "x", "on": "2026-11-22"}, {"name": "y"}]],
}


def anything(dice: random.Random, depth: int = 0) -> Any:
    """A value of any shape that JSON, a file or a careless caller may bring."""
    roll = dice.randrange(12 if depth < 3 else 8)
    if roll < 4:
        return "".join(dice.choice(PIECES) for _ in range(dice.randrange(4)))
    if roll == 4:
        return dice.choice([True, False, None, 0, -1, 1, 99, 100, 10**30, -(10**30)])
    if roll == 5:
        return dice.choice([0.5, -0.0, 1e300, float("inf"), float("nan")])
    if roll == 6:
        return dice.randrange(-200, 200)
    if roll == 7:
        day = dt.datetime(1900, 1, 1) + dt.timedelta(minutes=dice.randrange(70_000_000))
        return day.isoformat()[: dice.choice([10, 16, 19])]
    if roll < 10:
        return [anything(dice, depth + 1) for _ in range(dice.randrange(4))]
    keys = ["record_id", "form", "sha256", "size", "mime", "name", "age", "on", "x", "", "_typed"]
    return {dice.choice(keys): anything(dice, depth + 1) for _ in range(dice.randrange(4))}


def values(kind: str) -> Iterator[Any]:
    dice = random.Random(f"thana {kind}")
    return (
        dice.choice(RIGHT[kind]) if dice.randrange(20) == 0 else anything(dice)
        for _ in range(VALUES)
    )


def make_form(field: Field) -> Form:
    return Form(
        code="any",
        version=1,
        title=W,
        short=W,
        sections=(Section("s", W, (field,)),),
        role="moharir",
        duty=("b-1",),
        sample=lambda now: {},
    )


@pytest.mark.parametrize("kind", KINDS)
def test_any_value_gives_a_message_or_comes_back_as_it_was(kind: str) -> None:
    field = KINDS[kind]()
    form = make_form(field)
    taken = refused = 0
    for value in values(kind):
        letter = {"x": value}
        found = check(form, letter, Facts(now=NOW, role="moharir"))
        for lang in ("hi", "en"):
            assert isinstance(field.shown(value, lang), str)
        if found:
            refused += 1
            assert all(one.words.hi.strip() and one.words.en.strip() for one in found)
            assert all(one.path[:1] in (("x",), ()) for one in found)
            continue
        kept = settled(form, letter)
        if not is_blank(value):
            taken += 1
            assert json.loads(canonical(kept)) == kept
            assert settled(form, kept) == kept
    assert taken > 400
    assert refused > 1_000
