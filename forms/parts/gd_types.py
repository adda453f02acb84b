"""The kinds of diary entry as a list to choose from."""

from collections.abc import Mapping
from functools import cached_property

from forms.codes import gd_types
from forms.kit.words import Words


class GdTypes:
    """All kinds of diary entry, as `Choices`."""

    id = "GD_TYPE"

    @cached_property
    def _all(self) -> dict[str, Words]:
        return {one.code: one.words for one in gd_types()}

    def options(self) -> Mapping[str, Words]:
        """The kinds in the order of the reference."""
        return self._all

    def words_of(self, code: str) -> Words | None:
        """What the kind is called."""
        return self._all.get(code)


GD_TYPES = GdTypes()


def gd_type_words(code: str) -> Words:
    """What the kind `code` is called; the code itself where it is not known."""
    return GD_TYPES.words_of(code) or Words(code, code)
