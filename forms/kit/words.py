"""A phrase in both languages of the desk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One phrase, Hindi first, English beside it; both are always there."""

    hi: str
    en: str

    def in_language(self, lang: str) -> str:
        """The phrase in `lang` (`"hi"` or `"en"`)."""
        return self.hi if lang == "hi" else self.en

    def with_values(self, **values: str) -> "Words":
        """The phrase with `{name}` places filled in both languages."""
        return Words(self.hi.format(**values), self.en.format(**values))


NO_WORDS = Words("", "")
"""Where a phrase may be left out."""
