"""What a paper of a case takes over from the case, and what it may not say against it."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from forms.codes import flags
from forms.kit.condition import Condition
from forms.kit.fields import Need, Reference
from forms.kit.form import CaseRecord, Consequence, Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections

FIR = "iif_1"
FIRS = (FIR, "fir_rereg")
"""Forms that found a case: an FIR of this station, and one taken over from another."""


def fir_of(facts: Facts) -> CaseRecord | None:
    """The FIR of the case, of this station or taken over from another."""
    return next((one for one in facts.case().records if one.form in FIRS), None)


def max_punishment_known(letter: Letter) -> bool | None:
    """Whether the sections reach seven years (s.176(3), 35 BNSS); None where the list cannot tell."""
    chosen = chosen_sections(letter)
    return flags(chosen).forensic_mandatory if chosen else None


def case_acts(facts: Facts) -> list[dict[str, Any]]:
    """The sections of the case as a fresh list: those of the FIR."""
    fir = fir_of(facts)
    return [dict(row) for row in rows(fir.letter, "acts")] if fir else []


def case_reference(record: CaseRecord, title: str = "") -> dict[str, str]:
    """A reference to a record of the case, as a `Reference` field stores it."""
    return {
        "record_id": record.record_id,
        "form": record.form,
        "number": record.number,
        "title": title,
    }


def fir_reference() -> Reference:
    """The field `fir_ref`: the FIR of the case, written by the program from the parent."""
    return Reference("fir_ref", Words("मु0अ0सं0", "FIR"), fixed=True)


def refer_to_fir(letter: Letter, facts: Facts) -> None:
    """Fill `fir_ref` from the case; to be called in a form's `prepare`."""
    fir = fir_of(facts)
    if fir is not None:
        letter["fir_ref"] = case_reference(fir, "धारा " + _sections(fir.letter))
    else:
        letter.pop("fir_ref", None)


def _sections(letter: Letter) -> str:
    return ", ".join(
        f"{row.get('section', '')} {row.get('act_text') or row.get('act', '')}".strip()
        for row in rows(letter, "acts")
    )


def officer_acting(facts: Facts) -> dict[str, str]:
    """The acting officer as an officer group, blank parts left out."""
    return {key: value for key, value in facts.officer.items() if value}


def moment_of(value: object) -> str:
    """A stored date or moment as `YYYY-MM-DDTHH:MM`, a day as its beginning; '' where it is none."""
    if not isinstance(value, str):
        return ""
    try:
        return dt.datetime.fromisoformat(value[:16]).strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        return ""


def not_before_fir(key: str, hi: str, en: str, *, weight: Weight = Weight.REASON) -> Rule:
    """What stands under `key` (`hi`, `en` name it) comes after the FIR was registered (V01, V07)."""

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        fir, stated = fir_of(facts), moment_of(letter.get(key))
        if fir is None or not stated or not fir.registered_at:
            return
        first = min(filter(None, (moment_of(fir.letter.get("info_at")), fir.registered_at[:16])))
        if stated < first:
            yield Problem(
                (key,),
                "V07",
                Words(
                    f"{hi} प्राथमिकी (सूचना {_read(first)}) से पहले का है। दिनांक ठीक करें, या कारण लिखें।",
                    f"{en} is before the FIR (information {_read(first)}). Put the date right, or "
                    "write the reason.",
                ),
                weight,
            )

    return Rule("V07", find)


def in_order(
    earlier: str,
    later: str,
    hi: str,
    en: str,
    *,
    code: str = "V01",
    weight: Weight = Weight.REFUSE,
) -> Rule:
    """The moment under `earlier` does not come after the one under `later`."""

    def find(letter: Letter, _facts: Facts) -> Iterator[Problem]:
        first, second = moment_of(letter.get(earlier)), moment_of(letter.get(later))
        if len(str(letter.get(earlier))) < 16 or len(str(letter.get(later))) < 16:
            first, second = first[:10], second[:10]  # a day beside a moment
        if first and second and first > second:
            yield Problem((later,), code, Words(hi, en), weight)

    return Rule(code, find)


def only_by_the_case_officer(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Only the investigating officer of the case files its final report (issue rule; s.193 BNSS)."""
    fir = fir_of(facts)
    named = (fir.letter.get("io") or {}) if fir else {}
    for record in facts.case().of("fir_io"):
        named = record.letter.get("io") or named
    pno, own = str(named.get("pno") or ""), str(facts.officer.get("pno") or "")
    if facts.role == "io" and pno and own and pno != own:
        yield Problem(
            (),
            "case_io",
            Words(
                f"इस मुकदमे के विवेचक {named.get('name', '')} ({pno}) हैं। अन्तिम रिपोर्ट वही प्रस्तुत करेंगे; "
                "विवेचक बदले गये हों तो थाना प्रभारी की स्वीकृति लें।",
                f"The investigating officer of this case is {named.get('name', '')} ({pno}), who "
                "files the final report; if the officer was changed, ask the officer in charge.",
            ),
            Weight.APPROVAL,
            "193 BNSS",
        )


def diary(
    gd_type: str,
    link: str,
    subject: Callable[[Letter, Facts], str],
    brief: Callable[[Letter, Facts], str],
    *,
    when: Condition | None = None,
) -> Consequence:
    """The diary entry that an act brings about: its type (§6.3), a subject line and the narrative.

    Without `when` each record of the form has its entry, else those for which it holds. The
    entry is registered with the record where the role may write the diary (the station
    writer), and left as a draft for the station writer otherwise.
    """

    def letter_of(letter: Letter, facts: Facts) -> Letter:
        entry: Letter = {
            "gd_type": gd_type,
            "mode": "SINGLE",
            "subject": subject(letter, facts)[:100],
            "brief": brief(letter, facts),
        }
        if gd_type in ("NCR", "FIR-IN"):
            entry["acts"] = [dict(row) for row in rows(letter, "acts")]
            entry["case_number"] = next((one for one in facts.numbers.values() if one), "")
        return entry

    return Consequence("gd", link, letter_of, when=when)


def later_diary(
    gd_type: str,
    act: str,
    subject: str,
    brief: Callable[[Letter, Facts], str],
    *,
    when: Condition,
    link: str = "",
    at: str = "",
    rows: str = "",
    by: tuple[str, ...] = (),
) -> Consequence:
    """The diary entry of an act that a later version of the record tells of, written once.

    It is due in the version for which `when` first holds, also where that is the first. `act`
    names it among the acts of the form. The moment under `at` (a key of the row where `rows` is
    set) is written as the hour of the event where it is before the hour of the entry.
    """

    def letter_of(letter: Letter, facts: Facts) -> Letter:
        entry = diary(gd_type, link, lambda _letter, _facts: subject, brief).letter(letter, facts)
        told = (letter.get(rows) or [{}])[0] if rows else letter
        moment = told.get(at) if at else None
        if (
            isinstance(moment, str)
            and len(moment) >= len("2026-11-22T10:42")
            and moment[:16] < facts.now.strftime("%Y-%m-%dT%H:%M")
        ):
            entry["event_time"] = moment[:16]
        return entry

    return Consequence("gd", link, letter_of, when=when, later=True, rows=rows, by=by, act=act)


def diary_reference(
    item: str = "", *, key: str = "gd_ref", hi: str = "", en: str = ""
) -> Reference:
    """The field `key`: the diary entry of this act (`hi`, `en` name another than the first)."""
    return Reference(
        key,
        Words(hi or "रोजनामचा संदर्भ", en or "General Diary reference"),
        form="gd",
        item=item,
        fixed=True,
        need=Need.OPTIONAL,
    )


def _read(moment: str) -> str:
    return f"{moment[8:10]}-{moment[5:7]}-{moment[:4]} {moment[11:16]}"
