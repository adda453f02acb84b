"""Who on record may be the person being written down, why, and what the form may take over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.kit.letter import at, undotted
from thana_desk.actions.asking import Asked
from thana_desk.actions.desk import Desk
from thana_desk.actions.hearing import hear
from thana_desk.actions.person_groups import group
from thana_desk.actions.person_index import UNKNOWN, born_in, compact, phone_digits
from thana_desk.actions.persons import person_hit, spellings
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.views import PersonHit, Reason
from thana_desk.hindi.names import SAME, likeness, name_words
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.storage.rows import PersonRow

_LOOKED_AT = 100
"""Persons that are weighed, the newest of each way of asking."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody already on record who may be the one being written down, and why.

    `answers` are what the form may take over: the parts of a person, nothing sealed.
    """

    hit: PersonHit
    why: tuple[Reason, ...]
    answers: Mapping[str, Any]


def suggestions(desk: Desk, answers: Mapping[str, Any], limit: int = 3) -> list[Suggestion]:
    """Persons on record who may be the one in `answers` (the parts of a person), best first.

    Nobody from a record that is sealed to this role, and nothing sealed in what is offered.
    """
    from thana_desk.storage.rows import PersonRow

    name = str(answers.get("name") or "").strip()
    row = PersonRow(
        "",
        "",
        (),
        "" if name == UNKNOWN else name,
        relative=str(answers.get("relative_name") or ""),
        born=born_in(answers, desk.clock.now().year),
        phones=tuple(
            digits
            for one in answers.get("phones") or ()
            if isinstance(one, Mapping)
            and len(digits := phone_digits(str(one.get("phone") or ""))) == 10
        ),
        identities=tuple(
            number
            for number in (
                *(
                    compact(str(one.get("id_no") or ""))
                    for one in answers.get("ids") or ()
                    if isinstance(one, Mapping)
                ),
                compact(str(answers.get("passport_no") or "")),
            )
            if len(number) >= 4
        ),
    )
    with with_store_errors(), desk.store.reading():
        return alike_on_record(desk, row)[:limit]


def alike_on_record(desk: Desk, row: "PersonRow") -> list[Suggestion]:
    """Entries of other records that may be the same person as `row`, one a person, best first."""
    from thana_desk.actions.searching import is_covered
    from thana_desk.storage.person_reads import Ask

    candidates: dict[str, PersonRow] = {}
    marks = [*row.phones, *(f"id{one}" for one in row.identities)]
    if marks:
        for one in desk.store.find_persons([Ask("marks", [marks])], _LOOKED_AT):
            candidates[one.person_id] = one
    name = name_words(row.name)
    if name and (row.relative or row.born):
        asked = Asked((), tuple(name), tuple(name_words(row.relative)))
        heard, fathers = hear(desk.store, asked.name), hear(desk.store, asked.relative)
        asks = [Ask("name", [spellings(one) for one in heard])]
        if fathers:
            asks.append(Ask("relative", [spellings(one) for one in fathers]))
        elif row.born:
            years = range(row.born - 1, row.born + 2)
            asks.append(Ask("marks", [[f"y{year}" for year in years]]))
        for one in desk.store.find_persons(asks, _LOOKED_AT):
            candidates[one.person_id] = one
    candidates.pop(row.person_id, None)
    records = {
        hit.record_id: hit
        for hit in desk.store.hits([one.record_id for one in candidates.values()])
    }
    found: list[tuple[float, Suggestion]] = []
    for one in candidates.values():
        record = records.get(one.record_id)
        if record is None or is_covered(desk, record.form, record.sensitive):
            continue
        worth, why = _sameness(row, one)
        if worth >= _WORTH_SAYING:
            hit = person_hit(desk, one, record.row, "exact", min(worth, 1.0), why)
            found.append((worth, Suggestion(hit, tuple(why), {})))
    found.sort(key=lambda each: -each[0])
    kept: list[Suggestion] = []
    groups: list[set[str]] = []
    for _, suggestion in found[:_GROUPED]:
        if any(suggestion.hit.person_id in group for group in groups):
            continue  # The same person again, from another record.
        groups.append(group(desk, suggestion.hit.person_id))
        kept.append(_with_answers(desk, suggestion))
    return kept


_WORTH_SAYING = 0.5
_GROUPED = 12


def _sameness(row: "PersonRow", other: "PersonRow") -> tuple[float, list[Reason]]:
    """How probable it is that two entries are one person, and what speaks for it."""
    why = []
    worth = 0.0
    alike = likeness(row.name, other.name.split(" उर्फ ")[0]) if row.name else 0.0
    fathers = likeness(row.relative, other.relative) if row.relative and other.relative else 0.0
    phones = set(row.phones) & set(other.phones)
    identities = set(row.identities) & set(other.identities)
    if identities:
        worth += 0.8
        why.append(Reason(words("persons.why.identity"), next(iter(sorted(identities))), "exact"))
    if phones:
        worth += 0.5
        why.append(Reason(words("persons.why.phone"), next(iter(sorted(phones))), "exact"))
    if alike >= SAME:
        worth += 0.25
        exact = "exact" if alike == 1.0 else "sound"
        why.append(Reason(words("persons.why.name"), other.name, exact))
        if fathers >= SAME:
            worth += 0.3
            exact = "exact" if fathers == 1.0 else "sound"
            why.append(Reason(words("persons.why.relative"), other.relative, exact))
    if row.relative and other.relative and fathers < SAME:
        worth -= 0.2
    if row.born and other.born:
        off = abs(row.born - other.born)
        if off <= 2 and alike >= SAME:
            worth += 0.25
            why.append(
                Reason(words("persons.why.age"), str(other.born), "exact" if not off else "near")
            )
        elif off > 7:
            worth -= 0.3
    return worth, why


_TAKEN = (
    *(
        "name",
        "alias",
        "relation_type",
        "relative_name",
        "gender",
        "dob",
        "birth_year",
        "nationality",
    ),
    *("occupation", "religion", "addresses", "phones"),
)
"""What a new entry takes over. The age is not: it was another year. Papers are seen anew."""


def _with_answers(desk: Desk, suggestion: Suggestion) -> Suggestion:
    row = desk.store.persons([suggestion.hit.person_id]).get(suggestion.hit.person_id)
    letter = desk.store.letter(row.record_id) if row else None
    if row is None or letter is None:
        return suggestion
    value = at(letter, undotted(row.paths[0])) if row.paths else None
    if not isinstance(value, Mapping):
        return suggestion
    answers = {key: value[key] for key in _TAKEN if value.get(key)}
    if row.born and not answers.get("dob"):
        answers["birth_year"] = row.born
    return Suggestion(suggestion.hit, suggestion.why, answers)
