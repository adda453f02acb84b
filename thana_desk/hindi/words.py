"""The word lists that come with the program: Hindi of station papers, and the English in them."""

import functools

import resources


@functools.cache
def hindi_words() -> tuple[str, ...]:
    """Hindi words and names, in NFC, the commoner groups first."""
    return _words("hindi")


@functools.cache
def english_words() -> frozenset[str]:
    """English words and short forms in small letters."""
    return frozenset(_words("english"))


def _words(name: str) -> tuple[str, ...]:
    text = resources.path(f"words/{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line[:1] not in ("#", "=")]
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))
