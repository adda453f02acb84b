"""Code lists as fields use them: read from their files only when first looked at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forms.codes import code_list, duties
from forms.codes.shipped import data_cache
from forms.kit.fields import Choice, Choices, Field, MultiChoice
from forms.kit.form import Form, walk
from forms.kit.words import Words


@data_cache
def _all(list_id: str) -> dict[str, Words]:
    return {code.code: code.words for code in code_list(list_id).codes}


@data_cache
def _offered(list_id: str) -> dict[str, Words]:
    return {code.code: code.words for code in code_list(list_id).codes if not code.hidden}


@dataclass(frozen=True)
class Listed:
    """The shipped code list called `id`, as `Choices`."""

    id: str

    def options(self) -> Mapping[str, Words]:
        """The codes on offer."""
        return _offered(self.id)

    def words_of(self, code: str) -> Words | None:
        """What `code` means, hidden ones included."""
        return _all(self.id).get(code)


@dataclass(frozen=True)
class Fixed:
    """A short list that belongs to one form and stands in its file; `scope` as in `CodeList`."""

    id: str
    codes: tuple[tuple[str, Words], ...]
    scope: str = "any"

    def options(self) -> Mapping[str, Words]:
        """The codes in the order written."""
        return dict(self.codes)

    def words_of(self, code: str) -> Words | None:
        """What `code` means."""
        return dict(self.codes).get(code)


def lists_of(parts: Iterable[Field]) -> Iterator[tuple[Field, Choices]]:
    """Every list that these fields offer, with its field (rows and groups included)."""
    for part in walk(tuple(parts)):
        if isinstance(part, Choice | MultiChoice):
            yield part, part.choices


def offender_lists(form: Form) -> list[tuple[str, str]]:
    """The lists meant for offenders that a form offers: field and list.

    A form of a citizen (`forms.codes.citizen_forms`) must have none: a tenant who is asked whether
    he is a smuggler by trade has met a list that was made for another form.
    """
    return [
        (part.key, choices.id)
        for part, choices in lists_of(form.fields())
        if _scope(choices) == "offender"
    ]


def _scope(choices: Choices) -> str:
    if isinstance(choices, Listed):
        return code_list(choices.id).scope
    return choices.scope if isinstance(choices, Fixed) else "any"


@dataclass(frozen=True)
class DutyForms:
    """The forms of the letter by their codes, in the words of their duties."""

    id: str = "DUTY_FORMS"

    def options(self) -> Mapping[str, Words]:
        """Every form that a duty names, in the letter's order."""
        found: dict[str, Words] = {}
        for duty in duties():
            for code in duty.forms:
                found.setdefault(code, duty.words)
        return found

    def words_of(self, code: str) -> Words | None:
        """What the form is for."""
        return self.options().get(code)
