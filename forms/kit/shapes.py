"""Reading and faulting stored values: what the kinds of field have in common."""

import re
from collections.abc import Iterator
from typing import Any

from forms.kit.letter import Path
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words


def refuse(path: Path, code: str, hi: str, en: str, **values: str) -> Problem:
    """A problem of the value's own shape."""
    return Problem(path, code, Words(hi, en).with_values(**values), Weight.REFUSE)


def not_text(path: Path) -> Problem:
    return refuse(
        path,
        "shape.text",
        "यहाँ केवल पाठ लिखा जा सकता है — दूसरी तरह का मान नहीं रखा गया। कृपया पाठ लिखें।",
        "Only text can stand here; another kind of value was given. Please write text.",
    )


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def text_problems(value: Any, path: Path, most: int, one_line: bool) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield not_text(path)
        return
    if len(value) > most:
        yield refuse(
            path,
            "too_long",
            "{given} अक्षर लिखे हैं, यहाँ {most} तक आते हैं। कृपया छोटा करें; शेष विवरण में लिखें।",
            "{given} characters are written, {most} fit here. Please shorten; put the rest in the narrative.",
            given=str(len(value)),
            most=str(most),
        )
    if _UNPRINTABLE.search(value) or (one_line and "\n" in value):
        yield refuse(
            path,
            "not_plain",
            "इस खाने में ऐसा चिह्न है जो छप नहीं सकता। कृपया उसे हटाकर दोबारा लिखें।",
            "There is a sign here that cannot be printed. Please remove it and write again.",
        )


def grouped(value: str) -> str:
    whole, point, rest = value.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return sign + ",".join([*pairs, tail]) + point + rest


def read(reader: Any, value: Any, length: int) -> Any:
    if not isinstance(value, str) or len(value) != length or not value.isascii():
        return None
    try:
        return reader(value)
    except ValueError:
        return None
