"""Code lists as fields use them: read from their files only when first looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.codes import code_list, duties
from forms.codes.shipped import data_cache
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
    """A short list that belongs to one form and stands in its file."""

    id: str
    codes: tuple[tuple[str, Words], ...]

    def options(self) -> Mapping[str, Words]:
        """The codes in the order written."""
        return dict(self.codes)

    def words_of(self, code: str) -> Words | None:
        """What `code` means."""
        return dict(self.codes).get(code)


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
