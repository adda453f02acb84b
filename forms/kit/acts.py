"""The acts that a record tells of, and which of them a version brings about for the first time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.kit.form import Consequence, Form
from forms.kit.letter import Letter, Path, at, is_blank


@dataclass(frozen=True, slots=True)
class Act:
    """Something done that a record tells of and that has a consequence.

    `key` is the same in every version of the record. `place` is where the answers keep the
    reference to what followed, () where they do not. `letter` are the answers as the writer of
    the consequence sees them.
    """

    key: str
    place: Path
    letter: Letter


def acts_of(consequence: Consequence, letter: Letter) -> list[Act]:
    """The acts with this consequence that the answers tell of, in their order."""
    name, when = consequence.act or consequence.link, consequence.when
    if not consequence.rows:
        if when is not None and not when.holds((letter,)):
            return []
        return [Act(name, (consequence.link,) if consequence.link else (), letter)]
    found: list[Act] = []
    table = letter.get(consequence.rows)
    for number, row in enumerate(table if isinstance(table, list) else ()):
        if not isinstance(row, Mapping) or is_blank(row):
            continue
        if when is not None and not when.holds((row, letter)):
            continue
        said = "|".join(str(row.get(key) or "") for key in consequence.by)
        key = f"{consequence.rows}.{name}:{said}"
        same = sum(1 for one in found if one.key == key or one.key.startswith(f"{key}#"))
        place = (consequence.rows, number, consequence.link) if consequence.link else ()
        alone = {**letter, consequence.rows: [dict(row)]}
        found.append(Act(f"{key}#{same + 1}" if same else key, place, alone))
    return found


def due(consequence: Consequence, earlier: Sequence[Letter], letter: Letter) -> list[Act]:
    """The acts whose consequence is due now; `earlier` are all versions before, none at first.

    However often an act is taken back and put in again, or its row corrected, it is due once:
    over all versions no more are due than the fullest of them has acts.
    """
    acts = acts_of(consequence, letter)
    if earlier:
        before = [acts_of(consequence, one) for one in earlier] if consequence.later else []
        known = {act.key for one in before for act in one}
        # A row whose answers were put right is not a new act: only what the table has grown by is.
        room = len(acts) - max((len(one) for one in before), default=len(acts))
        fresh = [act for act in acts if act.key not in known]
        acts = fresh[-room:] if room > 0 else []
    return [act for act in acts if is_blank(at(letter, act.place)) or not act.place]


def all_acts(form: Form, letter: Letter) -> Iterator[Act]:
    """Every act of the answers that has a consequence."""
    for consequence in form.consequences:
        yield from acts_of(consequence, letter)


def put(letter: Letter, place: Path, value: Any) -> Letter:
    """A copy of the answers with `value` at `place` (a key, or a row's key); None takes it away."""
    *above, key = place
    copy: Letter = dict(letter)
    inner: Any = copy
    for step in above:
        inner[step] = list(inner[step]) if isinstance(inner[step], list) else dict(inner[step])
        inner = inner[step]
    if value is None:
        inner.pop(key, None)
    else:
        inner[key] = value
    return copy


def answered(form: Form, letter: Letter, answers: Mapping[str, Mapping[str, str]]) -> Letter:
    """The answers with each act's blank place filled from `answers` (a reference by the act's key)."""
    for act in list(all_acts(form, letter)):
        if act.place and act.key in answers and is_blank(at(letter, act.place)):
            letter = put(letter, act.place, dict(answers[act.key]))
    return letter


def own_answers(
    form: Form, letter: Letter, before: Letter, answers: Mapping[str, Mapping[str, str]]
) -> Letter:
    """The answers of a further version with what only the program writes: references of acts.

    They stand as in the version `before` or as registered since (`answers`); what was typed in
    their place does not count. A row that was put right keeps the reference it had.
    """
    old = {act.key: at(before, act.place) for act in all_acts(form, before) if act.place}
    known = {**answers, **{key: value for key, value in old.items() if not is_blank(value)}}
    ids = {value.get("record_id") for value in known.values() if isinstance(value, Mapping)}
    own = without_typed(form, letter)
    for consequence in form.consequences:
        if consequence.link and not consequence.rows and not is_blank(before.get(consequence.link)):
            own = put(own, (consequence.link,), before[consequence.link])
    for act in list(all_acts(form, own)):
        if not act.place or not is_blank(at(own, act.place)):
            continue
        kept, typed = known.get(act.key), at(letter, act.place)
        if kept is None and isinstance(typed, Mapping) and typed.get("record_id") in ids:
            kept = typed
        if kept is not None:
            own = put(own, act.place, dict(kept))
    return own


def without_typed(form: Form, letter: Letter) -> Letter:
    """The answers without the references of acts, which only the program writes."""
    own = dict(letter)
    for consequence in form.consequences:
        table = own.get(consequence.rows) if consequence.rows else None
        if not consequence.rows:
            own.pop(consequence.link, None)
        elif isinstance(table, list):
            own[consequence.rows] = [
                {key: value for key, value in row.items() if key != consequence.link}
                if isinstance(row, Mapping)
                else row
                for row in table
            ]
    return own
