"""Field kinds: a right value passes, a wrong one says so in both languages, nothing crashes."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from forms.kit.when import IST
from forms.kit.words import Words
from forms.parts.lists import Fixed

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
W = Words("खाना", "Field")
COLOURS = Fixed("COLOUR", (("RED", Words("लाल", "Red")), ("BLUE", Words("नीला", "Blue"))))
KINDS: dict[str, Field] = {
    "line": Line("k", W),
    "phone": Line("k", W, pattern=r"[6-9][0-9]{9}"),
    "long_text": LongText("k", W),
    "number": Number("k", W, least=0, most=120),
    "decimal": Decimal("k", W, least="0", most="2000"),
    "money": Money("k", W),
    "date": Date("k", W),
    "time": Time("k", W),
    "moment": DateTime("k", W),
    "choice": Choice("k", W, choices=COLOURS),
    "multi": MultiChoice("k", W, choices=COLOURS),
    "yes_no": YesNo("k", W),
    "reference": Reference("k", W, form="gd"),
    "attachment": Attachment("k", W),
    "group": Group("k", W, parts=(Line("a", W),)),
    "rows": Rows("k", W, row=Group("r", W, parts=(Line("a", W),)), most=3),
}


def codes(kind: str, value: Any) -> list[str]:
    return [problem.code for problem in KINDS[kind].problems(value, ("k",), NOW)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("line", "श्रीकृष्ण विद्यार्थी"),
        ("phone", "9999900000"),
        ("long_text", "पहली पंक्ति\nदूसरी\tपंक्ति"),
        ("number", 0),
        ("number", 120),
        ("decimal", "2.5"),
        ("decimal", "2000"),
        ("money", "99.50"),
        ("date", "2026-11-23"),
        ("date", "2024-02-29"),
        ("time", "00:00"),
        ("moment", "2026-11-23T10:42"),
        ("choice", "RED"),
        ("multi", ["RED", "BLUE"]),
        ("yes_no", False),
        ("reference", {"record_id": "x", "form": "gd", "number": "001"}),
        ("attachment", {"sha256": "a" * 64, "name": "n", "mime": "image/png", "size": 5}),
        ("rows", [{"a": "x"}] * 3),
    ],
)
def test_a_right_value_has_no_problem(kind: str, value: Any) -> None:
    assert codes(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("line", "दो\nपंक्ति", "not_plain"),
        ("line", "अ" * 201, "too_long"),
        ("line", 5, "shape.text"),
        ("line", "\x07", "not_plain"),
        ("line", "\ud800", "not_plain"),
        ("phone", "12345", "pattern"),
        ("phone", "९९९९९०००००", "pattern"),
        ("number", 121, "range"),
        ("number", "12", "shape.number"),
        ("number", True, "shape.number"),
        ("number", 1.0, "shape.number"),
        ("decimal", 2.5, "shape.decimal"),
        ("decimal", "२.५", "shape.decimal"),
        ("decimal", "1e5", "shape.decimal"),
        ("decimal", "2000.001", "range"),
        ("decimal", "1.2345", "places"),
        ("money", "-1", "range"),
        ("money", "1.999", "places"),
        ("date", "2026-11-24", "future"),
        ("date", "2025-02-29", "shape.date"),
        ("date", "20261123", "shape.date"),
        ("date", "0001-01-01", "shape.date"),
        ("time", "24:00", "shape.time"),
        ("time", "1042", "shape.time"),
        ("moment", "2026-11-23T10:44", "future"),
        ("moment", "2026-11-23 10:42+00:00", "shape.moment"),
        ("choice", "GREEN", "not_on_list"),
        ("choice", {}, "not_on_list"),
        ("multi", ["RED", "RED"], "repeated"),
        ("multi", "RED", "not_on_list"),
        ("yes_no", "yes", "shape.yes_no"),
        ("yes_no", 1, "shape.yes_no"),
        ("reference", {"record_id": "x", "form": "iif_1"}, "shape.reference"),
        ("reference", {"record_id": "x", "form": "gd", "evil": "y"}, "shape.reference"),
        ("attachment", {"sha256": "zz", "size": 1}, "shape.attachment"),
        ("attachment", {"sha256": "a" * 64, "mime": "text/html", "size": 1}, "attachment.kind"),
        ("attachment", {"sha256": "a" * 64, "mime": "image/png", "size": 10**8}, "attachment.size"),
        ("group", [], "shape.group"),
        ("rows", {}, "shape.group"),
        ("rows", [{"a": "x"}] * 4, "too_many"),
    ],
)
def test_a_wrong_value_says_what_is_wrong(kind: str, value: Any, code: str) -> None:
    assert code in codes(kind, value)


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.text()
    | st.characters(categories=("Cs", "Cc", "Mn")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=200)
@given(value=ANY_JSON)
def test_any_value_is_right_or_a_problem_and_always_readable(kind: str, value: Any) -> None:
    field = KINDS[kind]
    for problem in field.problems(value, ("k",), NOW):
        assert problem.words.hi
        assert problem.words.en
        assert problem.path[0] == "k"
    assert isinstance(field.shown(value, "hi"), str)
    assert isinstance(field.shown(value, "en"), str)


@pytest.mark.parametrize(
    ("kind", "value", "hi"),
    [
        ("money", "1234567.50", "₹ 12,34,567.50"),
        ("money", "999", "₹ 999"),
        ("money", "100000", "₹ 1,00,000"),
        ("date", "2026-11-23", "23-11-2026"),
        ("moment", "2026-11-23T09:05", "23-11-2026 09:05"),
        ("choice", "RED", "लाल"),
        ("multi", ["RED", "BLUE"], "लाल, नीला"),
        ("yes_no", False, "नहीं"),
        ("yes_no", None, ""),
        ("number", None, ""),
        ("date", None, ""),
    ],
)
def test_values_read_as_people_write_them(kind: str, value: Any, hi: str) -> None:
    assert KINDS[kind].shown(value, "hi") == hi
