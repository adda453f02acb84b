"""Run a form over a letter and say what is wrong, in the order of the form."""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from forms.kit.blanks import left_blanks
from forms.kit.fields import Field, Group, Need, Reference, Rows
from forms.kit.form import Facts, Form
from forms.kit.letter import Letter, Path, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.shapes import refuse
from forms.kit.words import Words


def check(form: Form, letter: Letter, facts: Facts) -> list[Problem]:
    """All problems of `letter`: shapes first, then what is missing, then rules across fields.

    Rules run only where the shapes are right, so that a rule may trust what it reads.
    """
    problems = list(shape_problems(form, letter, facts.now))
    shown = settled(form, letter)
    for section in form.sections:
        if section.shown_when is None or section.shown_when.holds((letter,)):
            problems.extend(_missing(section.fields, shown, (), (shown,)))
            problems.extend(left_blanks(section.fields, shown))
    if not any(p.code != "required" and p.weight is Weight.REFUSE for p in problems):
        for rule in form.rules:
            problems.extend(rule.find(shown, facts))
        problems.extend(_unknown(tuple(form.fields()), shown, (), facts))
    return problems


def _unknown(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path, facts: Facts
) -> Iterator[Problem]:
    """Chosen records that are not here; they may have come with a record from another PC before it."""
    for part in parts:
        value = answers.get(part.key)
        here = (*path, part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            yield from _unknown(part.parts, value, here, facts)
        elif isinstance(part, Rows) and isinstance(value, list):
            for number, row in enumerate(value):
                if isinstance(row, Mapping):
                    yield from _unknown(part.row.parts, row, (*here, number), facts)
        elif (
            isinstance(part, Reference)
            and isinstance(value, Mapping)
            and not (part.fixed or part.answers)  # what the program itself writes
            and not facts.is_there(str(value.get("record_id") or ""))
        ):
            yield Problem(
                here,
                "reference.unknown",
                Words(
                    f"{part.words.hi}: यह अभिलेख इस पी0सी0 पर नहीं है। सूची (F4) से चुनें; तब तक कमी सूची में रहेगा।",
                    f"{part.words.en}: this record is not on this PC. Choose it from the list "
                    "(F4); until then it stays on the deficiency list.",
                ),
                Weight.GAP,
            )


def shape_problems(form: Form, letter: Letter, now: dt.datetime) -> Iterator[Problem]:
    """Values of the wrong shape and keys that the form does not have."""
    yield from _shapes(tuple(form.fields()), letter, (), now)


def _shapes(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path, now: dt.datetime
) -> Iterator[Problem]:
    known = {part.key: part for part in parts}
    for key in answers:
        if key not in known:
            yield refuse(
                (*path, str(key)),
                "unknown_field",
                "‘{key}’ नाम का खाना इस प्रपत्र में नहीं है।",
                "This form has no field called ‘{key}’.",
                key=str(key)[:60].replace("{", "(").replace("}", ")"),
            )
    for part in parts:
        value: Any = answers.get(part.key)
        if is_blank(value):
            continue
        here = (*path, part.key)
        found = list(part.problems(value, here, now))
        yield from found
        if found:
            continue
        if isinstance(part, Group):
            yield from _shapes(part.parts, value, here, now)
        elif isinstance(part, Rows):
            for number, row in enumerate(value):
                if is_blank(row):
                    continue
                row_problems = list(part.row.problems(row, (*here, number), now))
                yield from row_problems
                if not row_problems:
                    yield from _shapes(part.row.parts, row, (*here, number), now)


def _missing(
    parts: Sequence[Field],
    answers: Mapping[str, Any],
    path: Path,
    scopes: Sequence[Mapping[str, Any]],
) -> Iterator[Problem]:
    for part in parts:
        if part.fixed or not is_shown(part, scopes):
            continue
        value = answers.get(part.key)
        here = (*path, part.key)
        if is_blank(value):
            need = part.need_now(scopes)
            if need is not Need.OPTIONAL:
                yield _required(part, here, need)
        elif isinstance(part, Group) and isinstance(value, Mapping):
            yield from _missing(part.parts, value, here, (value, *scopes))
        elif isinstance(part, Rows) and isinstance(value, list):
            for number, row in enumerate(value):
                if isinstance(row, Mapping) and not is_blank(row):
                    yield from _missing(part.row.parts, row, (*here, number), (row, *scopes))


def _required(part: Field, path: Path, need: Need) -> Problem:
    item = f"{part.item} " if part.item else ""
    if need is Need.MUST:
        words = Words(
            f"{item}{part.words.hi}: यह खाली है — इसके बिना पंजीकरण नहीं हो सकता। कृपया भरें।",
            f"{item}{part.words.en}: this is blank, and the record cannot be registered without it. Please fill it.",
        )
        return Problem(path, "required", words, Weight.REFUSE, part.source)
    words = Words(
        f"{item}{part.words.hi}: यह खाली है — कमी सूची में रहेगा, बाद में भरा जा सकता है।",
        f"{item}{part.words.en}: this is blank; it stays on the deficiency list and can be filled later.",
    )
    return Problem(path, "required", words, Weight.GAP, part.source)


def is_shown(part: Field, scopes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the field is asked for with these answers."""
    return part.shown_when is None or part.shown_when.holds(scopes)


def settled(form: Form, letter: Letter) -> Letter:
    """The answers that count: blanks out, NFC, and nothing from a field that is not shown.

    An answer nobody can see must not stand in a legal record; a draft keeps it, so that
    switching back brings it again.
    """
    kept: Letter = {}
    for section in form.sections:
        if section.shown_when is None or section.shown_when.holds((letter,)):
            kept.update(_settled(section.fields, letter, (letter,)))
    return kept


def _settled(
    parts: Sequence[Field], answers: Mapping[str, Any], scopes: Sequence[Mapping[str, Any]]
) -> Letter:
    kept: Letter = {}
    for part in parts:
        value = answers.get(part.key)
        if is_blank(value) or not is_shown(part, scopes):
            continue
        if isinstance(part, Group) and isinstance(value, Mapping):
            value = _settled(part.parts, value, (value, *scopes))
        elif isinstance(part, Rows) and isinstance(value, list):
            value = [
                _settled(part.row.parts, row, (row, *scopes)) if isinstance(row, Mapping) else row
                for row in value
                if not is_blank(row)
            ]
        if not is_blank(value):
            kept[part.key] = _nfc(value)
    return kept


def _nfc(value: Any) -> Any:
    """The value as the journal keeps it: hashed, sent and read back in NFC alone."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_nfc(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _nfc(one) for key, one in value.items()}
    return value
