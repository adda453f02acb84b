"""The printed recovery code: 130 random bits that a person can read, type and check.

26 characters of Crockford's base 32 (no I, L, O, U) and one check character, in groups of four.
The check is a remainder over GF(32): every single wrong character and every swap of two is found.
"""

import secrets
import unicodedata

from thana_desk.storage.errors import BadPaperCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
_GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A fresh code as it is printed: `XXXX-XXXX-…-XXX`."""
    return grouped([secrets.randbelow(32) for _ in range(LENGTH)])


def grouped(values: list[int]) -> str:
    """26 values of five bits as the printed code, with its check character."""
    text = "".join(ALPHABET[value] for value in [*values, _check(values)])
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def read_code(typed: str) -> bytes:
    """The key material of a typed code: case, spaces, dashes, and Devanagari digits do not matter.

    Raises:
        BadPaperCode: wrong length, a foreign character, or the check character does not fit.
    """
    plain = "".join(_plain(char) for char in typed.upper() if char.isalnum())
    plain = plain.translate(_READ_AS)
    if len(plain) != LENGTH + 1 or any(char not in ALPHABET for char in plain):
        raise BadPaperCode("a code has 27 characters of its alphabet")
    values = [ALPHABET.index(char) for char in plain]
    if _check(values[:-1]) != values[-1]:
        raise BadPaperCode("the check character does not fit")
    return plain[:-1].encode("ascii")


def _plain(char: str) -> str:
    digit = unicodedata.digit(char, None)
    return char if digit is None else str(digit)


def _check(values: list[int]) -> int:
    rest = 0
    for value in values:
        rest <<= 1
        if rest & 32:
            rest ^= 0b100101  # x^5 + x^2 + 1, primitive over GF(2)
        rest ^= value
    return rest
