"""What the investigator's papers share: what stands in the case, who is a child, what is due when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from forms.codes import Section, due, flags
from forms.kit.fields import Date, DateTime, Rows
from forms.kit.fitting import fitting
from forms.kit.form import CaseRecord, Facts
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import ACT_PARTS, acts_and_sections, chosen_sections
from forms.parts.age import day_of, is_child
from forms.parts.case import case_acts, fir_of, moment_of
from forms.parts.lists import Fixed
from forms.parts.person import person_parts
from forms.parts.property import PROPERTY

SIGN = Fixed(
    "SIGN",
    (
        ("SIGNATURE", Words("हस्ताक्षर", "Signature")),
        ("THUMB", Words("अंगूठा निशान", "Thumb impression")),
        ("REFUSED", Words("हस्ताक्षर से इंकार", "Refused to sign")),
    ),
)
"""How the person a memo is about signed it."""

RAPE_SECTIONS = (
    *("64(1)", "64(2)", "65(1)", "65(2)", "66", "67", "68", "70(1)", "70(2)", "71"),
    *("376(1)", "376(2)", "376(3)", "376A", "376AB", "376B", "376C", "376D", "376DA"),
    *("376DB", "376E"),
)
"""Sections of BNS 64–71 (IPC 376–376E) after which a woman's medical report goes with the file."""


# ── fields ─────────────────────────────────────────────────────────────────────────────────────


def fir_time() -> DateTime:
    """The field `fir_at`: when the FIR of the case was registered, written by the program."""
    return DateTime("fir_at", Words("प्राथमिकी दिनांक व समय", "Date and time of the FIR"), fixed=True)


def fill_fir_time(letter: Letter, facts: Facts) -> None:
    """Fill `fir_at` from the case, or take it away where the case has no FIR."""
    fir = fir_of(facts)
    if fir is not None and moment_of(fir.registered_at):
        letter["fir_at"] = moment_of(fir.registered_at)
    else:
        letter.pop("fir_at", None)


def with_printed(listed: Rows, *keys: str) -> Rows:
    """The same rows with these parts on paper: a seizure memo shows what an FIR does not."""
    parts = tuple(
        replace(part, printed=True) if part.key in keys else part for part in listed.row.parts
    )
    return replace(listed, row=replace(listed.row, parts=parts))


# ── what a draft takes over ────────────────────────────────────────────────────────────────────


def person_of(row: object, facts: Facts) -> dict[str, Any]:
    """A person of another record as a person of this one."""
    return fitting(person_parts(), row, facts.now)


def persons_of(record: CaseRecord | None, key: str, facts: Facts) -> list[dict[str, Any]]:
    """The persons under `key` of a record of the case."""
    found = (person_of(row, facts) for row in rows(record.letter, key)) if record else ()
    return [one for one in found if one]


def properties_of(record: CaseRecord | None, key: str, facts: Facts) -> list[dict[str, Any]]:
    """The items of property under `key` of a record of the case."""
    found = (
        (fitting(PROPERTY, row, facts.now) for row in rows(record.letter, key)) if record else ()
    )
    return [one for one in found if one]


def acts_now(facts: Facts) -> list[dict[str, Any]]:
    """The sections of the case as they stand: of the FIR, with what the case diary changed."""
    current = [fitting(ACT_PARTS, row, facts.now) for row in case_acts(facts)]
    for record in facts.case().of("cd"):
        for row in rows(record.letter, "acts_change"):
            changed = fitting(ACT_PARTS, row, facts.now)
            if row.get("change") == "REMOVED":
                current = [one for one in current if _named(one) != _named(changed)]
            elif _named(changed) not in [_named(one) for one in current]:
                current.append(changed)
    return [one for one in current if one]


def _named(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get(key) or "") for key in ("act", "act_text", "section"))


def case_sections(facts: Facts) -> list[Section]:
    """The sections of the case as the shipped list knows them."""
    return chosen_sections({"acts": acts_now(facts)})


def own_sections(key: str = "acts") -> Rows:
    """Sections of one accused among several."""
    return acts_and_sections(key, Words("अधिनियम व धारा", "Acts and sections"))


def stays_below(section: Section, months: int) -> bool:
    """Whether the punishment surely stays below so many months, its graver maximum included."""
    worst = section.worst
    return section.most.reaches(months) is False and (
        worst is None or worst.reaches(months) is False
    )


# ── persons ────────────────────────────────────────────────────────────────────────────────────


def has_child(letter: Letter, key: str, day: str) -> bool:
    """Whether some person under `key` was below 18 on `day`."""
    return any(is_child(row, day_of(day)) for row in rows(letter, key))


def name_of(person: object) -> str:
    """The name, '' where it is unknown."""
    name = str(person.get("name") or "").strip() if isinstance(person, Mapping) else ""
    return "" if name == "अज्ञात" else name


def same_name(person: object, others: Sequence[object]) -> bool:
    """Whether somebody among `others` bears the person's name or alias."""
    names = {_plain(name_of(person))} - {""}
    if isinstance(person, Mapping):
        names |= {_plain(str(person.get("alias") or ""))} - {""}
    theirs = {_plain(name_of(one)) for one in others} | {
        _plain(str(one.get("alias") or "")) for one in others if isinstance(one, Mapping)
    }
    return bool(names & theirs)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


# ── secrecy ────────────────────────────────────────────────────────────────────────────────────


def is_sensitive_by_sections(letter: Letter) -> bool:
    """§11 of the reference: sexual, child and other sensitive cases by their sections."""
    return flags(chosen_sections(letter)).sensitive


def is_case_sensitive(letter: Letter, facts: Facts) -> bool:
    """Whether the sections or the FIR of the case make it sensitive; nobody is named then."""
    fir = fir_of(facts)
    return is_sensitive_by_sections(letter) or (
        fir is not None
        and (fir.letter.get("sensitive") is True or is_sensitive_by_sections(fir.letter))
    )


def case_named(letter: Letter, facts: Facts) -> str:
    """`मु0अ0सं0 0059/2026` for a diary entry; '' where no FIR is known."""
    fir = fir_of(facts)
    return f"मु0अ0सं0 {fir.number}" if fir is not None and fir.number else ""


def clock_read(moment: object) -> str:
    """A stored moment or day as a sentence reads it: `22-11-2026 समय 10:42 बजे`."""
    text = str(moment or "")
    day = f"{text[8:10]}-{text[5:7]}-{text[:4]}" if len(text) >= 10 else ""
    return f"{day} समय {text[11:16]} बजे" if len(text) >= 16 else day


# ── what is due ────────────────────────────────────────────────────────────────────────────────

IN_CUSTODY = ("1", "4", "6", "7")
"""Codes of ARREST_STATUS after which the accused is in custody."""


def deadlines(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Last days for the police report: clock, whom it concerns (an accused's code), ISO day.

    s.193(2) BNSS counts from the information, s.187(3) for each accused from the first remand;
    where no remand is on record, from production or arrest, which errs early.
    """
    fir = fir_of(facts)
    if fir is None:
        return
    found = flags(case_sections(facts))
    if found.two_month_clock and moment_of(fir.registered_at):
        yield "K13", "", _last_day("K13", moment_of(fir.registered_at))
    variant = "90_days" if found.detention_days == 90 else ""
    for arrest in facts.case().of("iif_3"):
        start = _remanded(arrest, facts)
        if start and arrest.letter.get("arrest_status") in IN_CUSTODY:
            yield "K11", arrest.number, _last_day("K11", start, variant)


def _remanded(arrest: CaseRecord, facts: Facts) -> str:
    for remand in facts.case().of("remand"):
        if remand.parent_id == arrest.record_id:
            stated = remand.letter.get("produced_at") or remand.letter.get("produced_dt")
            return moment_of(stated) or moment_of(remand.registered_at)
    return moment_of(arrest.letter.get("produced_at")) or moment_of(arrest.letter.get("arrest_at"))


def _last_day(clock: str, start: str, variant: str = "") -> str:
    return str(due(clock, f"{start}:00+05:30", variant).due_at or "")[:10]


def shown_day(day: str) -> str:
    """`2026-11-22` as `22-11-2026`."""
    return Date("day", Words("दिन", "Day")).shown(day, "hi")
