"""Duties of the five roles of a station, and what each role may do with each form."""

from dataclasses import dataclass
from functools import cache

from forms.codes.shipped import read, words
from forms.kit.words import Words

DESK = "desk"
"""Stands for the form in acts that belong to none: people, delegation, sync."""


@dataclass(frozen=True, slots=True)
class Role:
    """One of the five roles; `letter_list` is its list in the DGP's letter, "a" to "e"."""

    code: str
    words: Words
    letter_list: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One item of the letter. `kind`: F form, W workflow act, D data bank, T task.

    `by` is the role that performs it: its own, or the officer in charge for an order that lets
    another act. A duty `for_citizens` has forms that an ordinary citizen fills, asks for or stands
    in. `place` is the screen that does it where no form of its own does, `command` its
    words at the command line.
    """

    id: str
    role: str
    words: Words
    kind: str
    forms: tuple[str, ...]
    by: str
    place: str = ""
    command: str = ""
    for_citizens: bool = False


@cache
def _roles() -> dict[str, Role]:
    rows = read("duties")["roles"]
    return {code: Role(code, words(row), row["list"]) for code, row in rows.items()}


@cache
def duties() -> tuple[Duty, ...]:
    """The 69 items of the letter, in its order."""
    return tuple(
        Duty(
            row["id"],
            row["role"],
            words(row),
            row["kind"],
            tuple(row["forms"]),
            row.get("by", row["role"]),
            row.get("place", ""),
            row.get("command", ""),
            row.get("citizen", False),
        )
        for row in read("duties")["duties"]
    )


@cache
def _grants() -> tuple[frozenset[str], frozenset[tuple[str, str, str]]]:
    """All acts there are, and every (role, act, form) that is granted."""
    content = read("grants")
    granted = {
        (role, act, form)
        for grant in content["grants"]
        for role in grant["roles"]
        for act in grant["acts"]
        for name in grant["forms"]
        for form in _expand(name)
    }
    return frozenset(content["acts"]), frozenset(granted)


def _expand(name: str) -> tuple[str, ...]:
    if name == "*":
        return forms()
    if name.startswith("@"):
        role = next(role.code for role in roles() if role.letter_list == name[1:])
        return forms_of(role)
    return (name,)


def roles() -> tuple[Role, ...]:
    """The five roles, in the letter's order."""
    return tuple(_roles().values())


def role(code: str) -> Role:
    """The role with this code; KeyError if there is none."""
    return _roles()[code]


def forms() -> tuple[str, ...]:
    """Every form code of the letter's duties, in its order."""
    return tuple(dict.fromkeys(form for duty in duties() for form in duty.forms))


def forms_of(role: str) -> tuple[str, ...]:
    """The forms that a role writes by the letter, in its order; KeyError for an unknown role."""
    code = _roles()[role].code
    found = (form for duty in duties() if duty.by == code for form in duty.forms)
    return tuple(dict.fromkeys(found))


def citizen_forms() -> tuple[str, ...]:
    """The forms of citizens: none of them offers a list that is meant for offenders."""
    found = (form for duty in duties() if duty.for_citizens for form in duty.forms)
    return tuple(dict.fromkeys(found))


def duties_of(form: str) -> tuple[Duty, ...]:
    """The duties that a form serves."""
    return tuple(duty for duty in duties() if form in duty.forms)


def acts_of_roles() -> frozenset[str]:
    """Every act that a grant can name."""
    return _grants()[0]


def may(role: str, act: str, form: str = DESK) -> bool:
    """Whether a role may do this act with this form.

    An unknown role or form may nothing; an act that does not exist is a ValueError, since it
    can only be a slip in the program.
    """
    acts, granted = _grants()
    if act not in acts:
        raise ValueError(f"no grant knows the act {act!r}")
    return (role, act, form) in granted
