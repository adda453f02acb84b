"""What the chosen sections mean for a case: cognizable, sensitive, forensic, clocks."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from forms.codes.offences import Section
from forms.codes.sealing import facts as known_facts
from forms.codes.sealing import triggers

_THREE_YEARS, _SEVEN_YEARS, _TEN_YEARS = 36, 84, 120


@dataclass(frozen=True, slots=True)
class CaseFlags:
    """Consequences of a case's sections; None means that the list cannot tell: a person decides.

    `forensic_mandatory`: seven years or more (BNSS 176(3)). `pe_allowed`: a preliminary
    enquiry is possible, three years or more and below seven (BNSS 173(3)). `detention_days`:
    60 or 90 (BNSS 187(3)); when None, reckon with 60. `two_month_clock`: BNSS 193(2).
    `triggers` and `hides` say why the case is sensitive and which seals that puts on it.
    """

    any_cognizable: bool | None
    any_non_bailable: bool | None
    sexual: bool
    pocso: bool
    scst: bool
    child: bool
    sensitive: bool
    triggers: tuple[str, ...]
    hides: frozenset[str]
    may_upload: bool
    forensic_mandatory: bool | None
    pe_allowed: bool | None
    detention_days: int | None
    two_month_clock: bool


def flags(rows: Iterable[Section], facts: Collection[str] = ()) -> CaseFlags:
    """The consequences of these sections and of the case's `facts` (see `facts` of sealing).

    Sections that follow the main offence (common intention, abetment, attempt) add nothing
    beside another section; alone they leave the answer open. ValueError for an unknown fact.
    """
    chosen = tuple(rows)
    unknown = set(facts) - known_facts()
    if unknown:
        raise ValueError(f"no sensitive case knows the fact {sorted(unknown)[0]!r}")
    fired = [trigger for trigger in triggers() if trigger.fires(chosen, facts)]
    marks = frozenset[str]().union(*(row.flags for row in chosen))
    child = "child" in marks or not {"child_victim", "child_accused"}.isdisjoint(facts)
    return CaseFlags(
        any_cognizable=_any(_answers(chosen, lambda row: row.cognizable)),
        any_non_bailable=_any(_answers(chosen, _is_non_bailable)),
        sexual="sexual" in marks,
        pocso="pocso" in marks,
        scst="scst" in marks,
        child=child,
        sensitive=bool(fired) or "sensitive" in marks,
        triggers=tuple(trigger.code for trigger in fired),
        hides=frozenset(hidden for trigger in fired for hidden in trigger.hides),
        may_upload=all(trigger.may_upload for trigger in fired),
        forensic_mandatory=_any(_answers(chosen, _may_reach_seven_years)),
        pe_allowed=_pe_allowed(chosen, "scst" in marks),
        detention_days=_detention_days(chosen),
        two_month_clock=bool(marks & {"rape", "two_months"}),
    )


def _answers(rows: tuple[Section, ...], ask: Callable[[Section], bool | None]) -> list[bool | None]:
    """What the rows answer; one that only follows the main offence is silent beside others."""
    asked = [(row, ask(row)) for row in rows]
    own = [answer for row, answer in asked if answer is not None or not row.follows_main]
    return own or [answer for _, answer in asked]


def _any(answers: list[bool | None]) -> bool | None:
    """True if one is True, False if all are False, otherwise not known."""
    if any(answers):
        return True
    return None if None in answers else False


def _is_non_bailable(row: Section) -> bool | None:
    return None if row.bailable is None else not row.bailable


def _may_reach_seven_years(row: Section) -> bool | None:
    """Whether the maximum is seven years or more; None too when only the graver maximum is."""
    reached = row.most.reaches(_SEVEN_YEARS)
    if reached is False and row.worst is not None and row.worst.reaches(_SEVEN_YEARS):
        return None
    return reached


def _pe_allowed(rows: tuple[Section, ...], scst: bool) -> bool | None:
    if not rows or scst:  # SC/ST Act 18A: no preliminary enquiry is needed
        return False
    too_grave = _any(_answers(rows, _may_reach_seven_years))
    if too_grave is not False:
        return False if too_grave else None
    cognizable = tuple(row for row in rows if row.cognizable is not False)
    return _any(_answers(cognizable, lambda row: row.most.reaches(_THREE_YEARS)))


def _detention_days(rows: tuple[Section, ...]) -> int | None:
    grave = _any(_answers(rows, lambda row: row.most.reaches(_TEN_YEARS)))
    if grave is None or not rows:
        return None
    return 90 if grave else 60
