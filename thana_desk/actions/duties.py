"""What does each duty of the role-duties letter: a form, a screen, a command; and who may do what."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from forms.catalogue import all_forms
from forms.codes import acts_of_roles, duties, may, roles
from forms.codes.roles import DESK, forms
from forms.kit.words import Words
from thana_desk.texts import words


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One of the 69 items. `by` performs it; `forms` do it, or the screen `place` and `command`."""

    duty: str
    role: str
    by: str
    words: Words
    kind: str
    forms: tuple[str, ...]
    place: str
    command: str

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        screen = words(f"places.{self.place}")
        return {
            "duty": self.duty,
            "role": self.role,
            "by": self.by,
            "hi": self.words.hi,
            "en": self.words.en,
            "kind": self.kind,
            "forms": list(self.forms),
            "screen": self.place,
            "screen_hi": screen.hi,
            "screen_en": screen.en,
            "command": f"./run {self.command}",
        }


@dataclass(frozen=True, slots=True)
class GrantLine:
    """Which of the five roles may do one act with one form."""

    form: str
    act: str
    roles: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return asdict(self)


def duty_lines() -> Iterator[DutyLine]:
    """The items of the letter in its order; a duty without a form names its screen."""
    there = all_forms()
    for duty in duties():
        made = tuple(code for code in duty.forms if code in there)
        first = f"record new {made[0]} --json FILE" if made else ""
        yield DutyLine(
            duty.id,
            duty.role,
            duty.by,
            duty.words,
            duty.kind,
            made,
            duty.place or "forms",
            duty.command or first,
        )


def grant_lines() -> Iterator[GrantLine]:
    """The whole table of grants: every form with every act that some role may do."""
    for form in (*forms(), DESK):
        for act in sorted(acts_of_roles()):
            allowed = tuple(role.code for role in roles() if may(role.code, act, form))
            if allowed:
                yield GrantLine(form, act, allowed)
