"""Enrolment codes as people read, say and type them."""

CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
ID_LENGTH = 4
SECRET_LENGTH = 16
_LIKELY = str.maketrans({"I": "1", "L": "1", "O": "0"})
_DEVANAGARI_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")


class BadCode(ValueError):
    """Text that cannot be an enrolment code; it was mistyped."""


def spaced(code: str) -> str:
    """`code` in groups of five."""
    return "-".join(code[start : start + 5] for start in range(0, len(code), 5))


def read_code(typed: str) -> tuple[str, str]:
    """The public id and the secret part of a typed code, forgiving about spaces and case.

    Raises:
        BadCode: too short, too long, or a letter that no code has.
    """
    plain = "".join(letter for letter in typed if not letter.isspace() and letter not in "-–—_.")
    plain = plain.upper().translate(_DEVANAGARI_DIGITS).translate(_LIKELY)
    if len(plain) != ID_LENGTH + SECRET_LENGTH or set(plain) - set(CODE_ALPHABET):
        raise BadCode(f"a code has {ID_LENGTH + SECRET_LENGTH} letters and digits")
    return plain[:ID_LENGTH], plain[ID_LENGTH:]
