"""What the papers of the court desk share: the accused they are about, and what the case knows of him."""

import copy
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from forms.codes import Section as OffenceSection
from forms.kit.condition import Condition
from forms.kit.fields import Field, Group, Index, Line, Need, Reference, Rows
from forms.kit.form import CaseRecord, Facts
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import chosen_sections, sections_said
from forms.parts.case import case_acts, case_reference, fir_of
from forms.parts.officer import court

SENSITIVE = "संवेदनशील"


def above(facts: Facts, *forms: str) -> CaseRecord | None:
    """The nearest record of these forms at or over the parent."""
    case = facts.case()
    by_id = {one.record_id: one for one in case.records}
    record, seen = case.parent, set[str]()
    while record is not None and record.record_id not in seen:
        if record.form in forms:
            return record
        seen.add(record.record_id)
        record = by_id.get(record.parent_id)
    return None


def refer_to(letter: Letter, facts: Facts, key: str, *forms: str) -> None:
    """Fill the fixed reference `key` with the nearest record of `forms`; to be called in `prepare`."""
    found = above(facts, *forms)
    letter.pop(key, None)
    if found is not None:
        letter[key] = case_reference(found)


def fixed_reference(key: str, words: Words, form: str) -> Reference:
    """A reference that the program writes from the parent."""
    return Reference(key, words, form=form, fixed=True)


def fitting(parts: Sequence[Field], answers: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of `answers` from another form with only what `parts` know."""
    kept: dict[str, Any] = {}
    for part in parts:
        value = answers.get(part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            kept[part.key] = fitting(part.parts, value)
        elif isinstance(part, Rows) and isinstance(value, list):
            kept[part.key] = [
                fitting(part.row.parts, row) for row in value if isinstance(row, Mapping)
            ]
        elif value is not None and not isinstance(part, Group | Rows):
            kept[part.key] = copy.deepcopy(value)
    return kept


def arrested_person(arrest: CaseRecord | None) -> Mapping[str, Any]:
    """The person of an arrest form; nothing where there is no arrest."""
    found = arrest.letter.get("accused") if arrest else None
    return found if isinstance(found, Mapping) else {}


def arrested_at(arrest: CaseRecord | None) -> str:
    """The moment of arrest or surrender as stored, '' where it is not known."""
    stated = arrest.letter.get("arrest_at") if arrest else None
    return stated if isinstance(stated, str) and len(stated) == 16 else ""


def acts_of(record: CaseRecord | None, facts: Facts, key: str = "acts") -> list[dict[str, Any]]:
    """The sections a record was written under, else those of the FIR."""
    own = [dict(row) for row in rows(record.letter, key)] if record else []
    return own or case_acts(facts)


def begin_with(letter: Letter) -> Letter:
    """The letter without what is blank, as a draft begins."""
    return {key: value for key, value in letter.items() if value not in ("", None, [], {})}


def charge_sheeted(facts: Facts) -> list[dict[str, str]]:
    """Code and name of every accused before the court: of its own case, else of the charge sheets.

    A charge sheet names them without a code; the arrest of the same name gives it.
    """
    own = above(facts, "court_no")
    if own is not None and (found := _named(own, "accused")):
        return found
    arrested = {
        str(arrested_person(one).get("name") or ""): one.number for one in facts.case().of("iif_3")
    }
    once: dict[tuple[str, str], dict[str, str]] = {}
    for sheet in facts.case().of("iif_5"):
        for row in _named(sheet, "accused_cs"):
            code = row.get("accused_code") or arrested.get(row.get("name", ""), "")
            row = {"accused_code": code, **row} if code else row
            once.setdefault((code, row.get("name", "")), row)
    return list(once.values())


def _named(record: CaseRecord, key: str) -> list[dict[str, str]]:
    wanted = ("accused_code", "name")
    named = (
        {part: row[part] for part in wanted if isinstance(row.get(part), str) and row[part]}
        for row in rows(record.letter, key)
    )
    return [row for row in named if row]


def is_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two rows mean one accused: by code where both have one, else by name."""
    codes = (one.get("accused_code"), other.get("accused_code"))
    if all(codes):
        return bool(codes[0] == codes[1])
    return bool(one.get("name")) and one.get("name") == other.get("name")


def accused_parts(*, sealed: bool = False) -> tuple[Field, ...]:
    """An accused as court papers name him: the code of his arrest form and his name."""
    return (
        Line(
            "accused_code",
            Words("अभियुक्त कोड", "Accused code"),
            most=6,
            pattern=r"[A-Z][1-9]",
            pattern_words=Words(
                "कोड गिरफ्तारी प्रपत्र का है, जैसे A1। गिरफ्तारी न हुई हो तो खाली छोड़ें।",
                "The code is that of the arrest form, such as A1. Leave blank where there was no arrest.",
            ),
        ),
        Line(
            "name",
            Words("अभियुक्त का नाम", "Name of the accused"),
            most=300,
            need=Need.EXPECTED,
            index=Index.NAME,
            sealed=sealed,
        ),
    )


def plain_court(
    key: str,
    words: Words,
    *,
    need: Need = Need.OPTIONAL,
    shown_when: Condition | None = None,
) -> Group:
    """A court without case number and CNR, where the form asks for them itself."""
    whole = court(key, words, need=need, shown_when=shown_when)
    return replace(whole, parts=tuple(p for p in whole.parts if p.key not in ("case_no", "cnr")))


def court_type(letter: Letter, key: str = "court") -> str:
    """The type of the court under `key`, '' where it is not chosen."""
    stated = letter.get(key)
    return str(stated.get("court_type") or "") if isinstance(stated, Mapping) else ""


def court_said(letter: Letter, key: str = "court") -> str:
    """The court under `key` as a sentence names it."""
    stated = letter.get(key)
    if not isinstance(stated, Mapping):
        return "सम्बन्धित न्यायालय"
    named = [str(stated[part]) for part in ("court_name", "place") if stated.get(part)]
    return ", ".join(named) or "सम्बन्धित न्यायालय"


def executive(letter: Letter, key: str = "court") -> bool:
    """Whether the court under `key` is an Executive Magistrate."""
    return court_type(letter, key) in ("EXECUTIVE", "DM", "ADM", "SDM", "TEHSILDAR", "ACP")


def said_day(day: dt.date | None) -> str:
    """`22-11-2026`."""
    return day.strftime("%d-%m-%Y") if day else ""


def of_the_case(letter: Letter, facts: Facts) -> str:
    """` सम्बन्धित मु0अ0सं0 0059/2026 धारा …` as a diary entry adds it to a person; '' where unknown."""
    fir = fir_of(facts)
    number = f"मु0अ0सं0 {fir.number}" if fir and fir.number else ""
    sections = sections_said(letter)
    said = " ".join(filter(None, (number, f"धारा {sections}" if sections else "")))
    return f" सम्बन्धित {said}" if said else ""


def is_hidden(facts: Facts) -> bool:
    """Whether the case was marked sensitive by decision, whatever its sections say."""
    fir = fir_of(facts)
    return fir is not None and fir.letter.get("sensitive") is True


def gravest(letter: Letter, key: str = "acts") -> OffenceSection | None:
    """The section with the heaviest maximum; None where the maximum of any of them is unknown."""
    weight = {"death": 100_000, "life": 50_000}
    chosen = [one for one in chosen_sections(letter, key) if one.most.kind != "as_main"]
    if any(one.most.kind == "unknown" for one in chosen):
        return None
    return max(chosen, key=lambda one: weight.get(one.most.kind, one.most.months), default=None)
